import { type Address, getAddress, type Hex, hexToString, isAddress, isHash } from "viem";
import { BirthClaimError } from "../errors/c2pa.ts";
import {
  discloseRecipeField,
  hashRecipeField,
  type RecipeDisclosure,
  verifyRecipeDisclosure,
} from "../merkle/recipe.ts";
import { verifyProof } from "../merkle/tree.ts";
import { MAX_LOT } from "../types/ids.ts";
import type { Json } from "../storage/json.ts";
import { fieldsOf, parseJson } from "../storage/parse.ts";
import { indexOf, lotOf } from "../types/ids.ts";

/** Label of the assertion that ties a file to its record. */
export const BIRTH_LABEL = "org.imprimatur.birth";

const VERSION = 1;

/** One field of a recipe that stays closed: its salted hash, provable against the recipe's commitment. */
export type FieldCommitment = { path: string; hash: Hex; index: number; count: number; proof: readonly Hex[] };

/** Under which terms the file may be used: what the signer says; what was sold, the chain says. */
export type LicenseTerms = {
  /** Where the terms can be read. */
  uri?: string;
  /** SHA-256 of their text. */
  textHash?: Hex;
  /** Ids of the licensor's offers. */
  offers?: readonly Hex[];
};

/** What a file says about its birth: which record is its own, and what went into it. */
export type BirthClaim = {
  chainId: number;
  assetRegistry: Address;
  /** The lot and the place in it follow. */
  assetId: bigint;
  recipeId: Hex;
  recipeCommitment: Hex;
  /** The model's name. */
  model?: string;
  /** Fields of the recipe that are opened, the model among them if its name is to be proved. */
  disclosures?: readonly RecipeDisclosure[];
  /** Steps of the prompt chain that stay closed. */
  promptCommitments?: readonly FieldCommitment[];
  license?: LicenseTerms;
};

/** Commits to a field without opening it: whoever is shown the field later can check that it is the one. */
export function commitToField(recipe: Parameters<typeof discloseRecipeField>[0], path: string): FieldCommitment {
  const { index, count, proof, ...field } = discloseRecipeField(recipe, path);
  return { path, hash: hashRecipeField(field), index, count, proof };
}

/** Checks a claim and writes it as the assertion's JSON, ids as decimals, hashes as hex. */
export function encodeBirth(claim: BirthClaim): { readonly [key: string]: Json } {
  const { chainId, assetRegistry, assetId, recipeId, recipeCommitment, model, license } = claim;
  const { disclosures = [], promptCommitments = [] } = claim;
  if (!Number.isSafeInteger(chainId) || chainId < 1) throw new BirthClaimError("chainId", "is no chain id");
  if (!isAddress(assetRegistry, { strict: false })) throw new BirthClaimError("assetRegistry", "is no address");
  if (indexOf(assetId) >= MAX_LOT) throw new BirthClaimError("assetId", "is no place in a lot");
  for (const [field, hash] of Object.entries({ recipeId, recipeCommitment })) {
    if (!isHash(hash)) throw new BirthClaimError(field, "is no hash of 32 bytes");
  }
  const unproved = findUnproved(claim);
  if (unproved !== undefined) throw new BirthClaimError(unproved, "does not belong to the recipe commitment");
  return {
    version: VERSION,
    chainId,
    assetRegistry: assetRegistry.toLowerCase(),
    lotId: String(lotOf(assetId)),
    assetId: String(assetId),
    recipeId,
    recipeCommitment,
    ...(model === undefined ? {} : { model }),
    ...(disclosures.length === 0 ? {} : { disclosures }),
    ...(promptCommitments.length === 0 ? {} : { promptCommitments }),
    ...(license === undefined ? {} : { license: { ...license } }),
  };
}

/** Reads the assertion's JSON; throws {@link BirthClaimError} on anything that is not one. */
export function parseBirth(bytes: Uint8Array): BirthClaim {
  try {
    return readBirth(parseJson(bytes));
  } catch (error) {
    if (error instanceof BirthClaimError) throw error;
    throw new BirthClaimError("assertion", `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The first opened or closed field that is not part of what was committed to, or undefined. */
export function findUnproved(claim: BirthClaim): string | undefined {
  const { recipeCommitment: root, disclosures = [], promptCommitments = [], model } = claim;
  for (const disclosure of disclosures) {
    if (!verifyRecipeDisclosure(root, disclosure)) return `disclosure of ${disclosure.path}`;
    const named = disclosure.path === "model" && model !== undefined;
    if (named && hexToString(disclosure.value) !== model) return "model";
  }
  const wrong = promptCommitments.find(
    ({ path, hash, index, count, proof }) =>
      path !== `step/${index - 1}` || index >= count - 2 || !verifyProof({ root, count, index, leaf: hash, proof }),
  );
  return wrong === undefined ? undefined : `commitment to ${wrong.path}`;
}

function readBirth(json: Json): BirthClaim {
  const fields = fieldsOf("birth claim", json);
  fields.literal("version", VERSION);
  const assetId = fields.bigint("assetId");
  if (indexOf(assetId) >= MAX_LOT) throw new BirthClaimError("assetId", "is no place in a lot");
  fields.literal("lotId", String(lotOf(assetId)));
  const { model, license, disclosures, promptCommitments } = json as Record<string, Json | undefined>;
  return {
    chainId: fields.integer("chainId"),
    assetRegistry: getAddress(fields.address("assetRegistry")),
    assetId,
    recipeId: fields.hash("recipeId"),
    recipeCommitment: fields.hash("recipeCommitment"),
    ...(model === undefined ? {} : { model: fields.text("model") }),
    ...(disclosures === undefined ? {} : { disclosures: fields.list("disclosures").map(readDisclosure) }),
    ...(promptCommitments === undefined
      ? {}
      : { promptCommitments: fields.list("promptCommitments").map(readCommitment) }),
    ...(license === undefined ? {} : { license: readLicense(license) }),
  };
}

function readPlace(json: Json) {
  const fields = fieldsOf("field", json);
  const proof = fields.list("proof").map((node) => fieldsOf("proof", { node }).hash("node"));
  return {
    fields,
    place: { path: fields.text("path"), index: fields.integer("index"), count: fields.integer("count"), proof },
  };
}

function readDisclosure(json: Json): RecipeDisclosure {
  const { fields, place } = readPlace(json);
  const value = fields.text("value");
  if (!/^0x([0-9a-f]{2})*$/.test(value)) throw new BirthClaimError("disclosure", "has a value that is not hex");
  return { ...place, salt: fields.hash("salt"), value: value as Hex };
}

function readCommitment(json: Json): FieldCommitment {
  const { fields, place } = readPlace(json);
  return { ...place, hash: fields.hash("hash") };
}

function readLicense(json: Json): LicenseTerms {
  const fields = fieldsOf("license", json);
  const { uri, textHash, offers } = json as Record<string, Json | undefined>;
  return {
    ...(uri === undefined ? {} : { uri: fields.text("uri") }),
    ...(textHash === undefined ? {} : { textHash: fields.hash("textHash") }),
    ...(offers === undefined
      ? {}
      : { offers: fields.list("offers").map((offer) => fieldsOf("offer", { offer }).hash("offer")) }),
  };
}
