import type { Hex } from "viem";
import { bytesToHex, encodeAbiParameters, hashStruct, isHash, isHex, keccak256, stringToHex } from "viem";
import { RecipeFieldError } from "../errors/merkle.ts";
import { PositionalTree, verifyProof } from "./tree.ts";

/** EIP-712 type of one committed field of a recipe; hashed as a struct, without a domain. */
export const RECIPE_FIELD_TYPES = {
  RecipeField: [
    { name: "path", type: "string" },
    { name: "salt", type: "bytes32" },
    { name: "value", type: "bytes" },
  ],
} as const;

/** Model, parameters and brand kit are always committed. */
const FIXED_FIELDS = 3;

/** Text is taken as UTF-8. */
export type FieldValue = string | Uint8Array;

/** How something is made. Absent parts are committed as empty, so that nobody learns which ones there are. */
export type RecipeContents = {
  model?: FieldValue;
  /** The prompt chain or process, in order. */
  steps?: readonly FieldValue[];
  parameters?: FieldValue;
  brandKit?: FieldValue;
};

/** One field with what is needed to open it. */
export type RecipeField = {
  /** `model`, `step/0`…, `parameters` or `brandKit`. */
  path: string;
  salt: Hex;
  value: Hex;
};

/** A recipe's commitment with everything needed to disclose single fields later. Keep `secret` private. */
export type RecipeCommitment = {
  /** Positional root over the fields: goes into the recipe and into every leaf. */
  commitment: Hex;
  /** All salts follow from it; whoever has it can guess-test every field. */
  secret: Hex;
  fields: readonly RecipeField[];
};

/** One field opened to somebody, provable against the commitment alone. */
export type RecipeDisclosure = RecipeField & { index: number; count: number; proof: readonly Hex[] };

/** Hash of one field: a leaf of the commitment's tree. */
export function hashRecipeField(field: RecipeField): Hex {
  return hashStruct({ data: field, primaryType: "RecipeField", types: RECIPE_FIELD_TYPES });
}

/** The salt of a field: one secret to keep instead of a table, and one salt tells nothing about the next. */
export function recipeSalt(secret: Hex, path: string): Hex {
  return keccak256(encodeAbiParameters([{ type: "bytes32" }, { type: "string" }], [secret, path]));
}

/**
 * Commits to a recipe's contents without showing them.
 *
 * @example
 * ```ts
 * const recipe = commitRecipe({
 *   contents: { model: "sdxl-1.0", steps: ["a lighthouse at dusk"], parameters: canonicalJson({ seed: 7 }) },
 * });
 * const disclosure = discloseRecipeField(recipe, "model");
 * verifyRecipeDisclosure(recipe.commitment, disclosure); // true
 * ```
 */
export function commitRecipe(parameters: { contents: RecipeContents; secret?: Hex }): RecipeCommitment {
  const { contents, secret = bytesToHex(crypto.getRandomValues(new Uint8Array(32))) } = parameters;
  const fields = inOrder(contents).map(([path, value]) => ({
    path,
    salt: recipeSalt(secret, path),
    value: typeof value === "string" ? stringToHex(value) : bytesToHex(value),
  }));
  return { commitment: treeOver(fields).root, secret, fields };
}

/** Opens one field; the others stay hidden behind their salted hashes. */
export function discloseRecipeField(recipe: Pick<RecipeCommitment, "fields">, path: string): RecipeDisclosure {
  const index = recipe.fields.findIndex((field) => field.path === path);
  const field = recipe.fields[index];
  if (field === undefined) {
    throw new RecipeFieldError(`The recipe has no field "${path}".`, {
      details: [`Fields: ${recipe.fields.map((known) => known.path).join(", ")}`],
    });
  }
  return { ...field, index, count: recipe.fields.length, proof: treeOver(recipe.fields).proof(index) };
}

/** Whether the opened field is the one committed to, at the position that its path demands; whatever else it is. */
export function verifyRecipeDisclosure(commitment: Hex, disclosure: RecipeDisclosure): boolean {
  const { index, count, proof, path, salt, value } = disclosure;
  if (!Number.isInteger(count) || count < FIXED_FIELDS || pathAt(index, count) !== path) return false;
  if (!isHex(value) || value.length % 2 !== 0 || ![salt, ...proof].every((word) => isHash(word))) return false;
  return verifyProof({ root: commitment, count, index, leaf: hashRecipeField({ path, salt, value }), proof });
}

function inOrder({ model = "", steps = [], parameters = "", brandKit = "" }: RecipeContents): [string, FieldValue][] {
  const values = [model, ...steps, parameters, brandKit];
  return values.map((value, index) => [pathAt(index, values.length), value]);
}

function pathAt(index: number, count: number): string {
  if (index === 0) return "model";
  if (index === count - 1) return "brandKit";
  return index === count - 2 ? "parameters" : `step/${index - 1}`;
}

function treeOver(fields: readonly RecipeField[]): PositionalTree {
  return PositionalTree.from(fields.map(hashRecipeField));
}
