import type { Address, Hex } from "viem";
import { registerExternal } from "../actions/registry/registerExternal.ts";
import { publishOffer } from "../actions/licensing/publishOffer.ts";
import { registerRecipe } from "../actions/registry/registerRecipe.ts";
import type { Call } from "../actions/internal/types.ts";
import { parseCsv } from "../csv/parse.ts";
import { ImprimaturError } from "../errors/base.ts";
import { CatalogInvalidError } from "../errors/csv.ts";
import { LEGAL_PRESETS, type LegalPreset } from "../legal/presets.ts";
import { type OfferWithText, offerWithText } from "../legal/licenseText.ts";
import type { OfferArgs } from "../licensing/offer.ts";
import { hashRecipe } from "../recipe/hash.ts";
import type { RecipeArgs } from "../recipe/input.ts";
import { KINDS } from "../types/enums.ts";
import { assetAt, toLotId } from "../types/ids.ts";
import { type CatalogRow, isAddressText, readRows } from "./rows.ts";

/** What {@link importCatalog} needs. */
export type ImportCatalogParameters = {
  /** The file's text: RFC 4180, with a line of column names. See `CATALOG_COLUMNS`. */
  csv: string;
  /** Who owns the NFTs, is the recipes' licensor, and sends the calls. */
  licensor: Address;
  addresses: { assetRegistry: Address; licenseMarket: Address };
  /** The licensor's next free lot nonce; each row takes one. */
  firstNonce: bigint;
  /** End of the offers, unix seconds. */
  end: bigint;
  /** Token that prices are in where a row names none. */
  token?: Address;
  /** `,` by default; spreadsheets of some countries write `;`. */
  separator?: string;
};

/** One row as it will be registered. */
export type CatalogEntry = {
  /** Line in the file, from 1. */
  line: number;
  collection: Address;
  tokenId: bigint;
  recipe: RecipeArgs;
  /** Id of the asset that stands for the NFT. */
  assetId: bigint;
  /** The text that the offer's `textHash` names; undefined where the row sells nothing. Keep it with the work. */
  licenseText: string | undefined;
};

/** A catalog, ready to be sent. */
export type ImportedCatalog = {
  entries: CatalogEntry[];
  /** In order: each recipe once, then the NFTs, then their offers. One by one, or batched by a Safe or by EIP-5792. */
  calls: Required<Call>[];
};

/**
 * Turns a table of existing NFTs into calls that register and offer them: each row is checked, and one bad row refuses the
 * whole file with a message for every row that is wrong. The same file gives the same calls, so an import that broke off
 * can be sent again from where it stopped.
 *
 * @example
 * ```ts
 * const { calls } = importCatalog({ csv, licensor, addresses, firstNonce: 1n, end, token: usdc });
 * for (const { to, data } of calls) await client.sendTransaction({ to, data });
 * ```
 */
export function importCatalog(parameters: ImportCatalogParameters): ImportedCatalog {
  const rows = readRows(parseCsv(parameters.csv, parameters.separator));
  const seen = new Map<string, number>();
  const items = rows.map((row, place) => readItem(row, parameters.firstNonce + BigInt(place), { parameters, seen }));
  const problems = rows.flatMap(({ problem }) => problem ?? []);
  if (problems.length > 0) throw new CatalogInvalidError(problems);

  const recipes = new Map(items.map(({ entry }) => [hashRecipe(entry.recipe), entry.recipe]));
  const { assetRegistry, licenseMarket } = parameters.addresses;
  const calls = [
    ...[...recipes.values()].map((recipe) => registerRecipe.encode({ ...recipe, assetRegistry })),
    ...items.map(({ entry, nonce }) => {
      const { collection, tokenId } = entry;
      return registerExternal.encode({ assetRegistry, recipeId: hashRecipe(entry.recipe), nonce, collection, tokenId });
    }),
    ...items.flatMap(({ offer }) => (offer === undefined ? [] : [publishOffer.encode({ ...offer, licenseMarket })])),
  ];
  return { entries: items.map(({ entry }) => entry), calls };
}

type Item = { entry: CatalogEntry; nonce: bigint; offer: OfferArgs | undefined };
type Reading = { parameters: ImportCatalogParameters; seen: Map<string, number> };

const ALL = 1_000_000;
const DAY = 86_400n;

/** Reads a row; whatever is wrong with it becomes the row's problem. */
function readItem(row: CatalogRow, nonce: bigint, { parameters, seen }: Reading): Item {
  const { licensor } = parameters;
  const collection = row.address("collection", licensor);
  const tokenId = row.integer("tokenId");
  const name = `${collection}/${tokenId}`;
  const first = seen.get(name);
  if (first !== undefined) row.refuse("tokenId", `the token stands in line ${first} already`);
  seen.set(name, row.line);

  const kind = row.oneOf("kind", KINDS, "work");
  const recipe: RecipeArgs = { licensor, kind, split: readSplit(row, licensor) };
  const assetId = assetAt(toLotId(licensor, nonce), 0);
  const text =
    row.cell("price") === "" ? undefined : readOffer(row, { parameters, recipeId: hashRecipe(recipe), assetId });
  const entry = { line: row.line, collection, tokenId, recipe, assetId, licenseText: text?.markdown };
  return { entry, nonce, offer: text?.offer };
}

/** `account:ppm` pairs with spaces between; all of it to the licensor where the cell is empty. */
function readSplit(row: CatalogRow, licensor: Address): { account: Address; weight: number }[] {
  const text = row.cell("split");
  if (text === "") return [{ account: licensor, weight: ALL }];
  const lines = text.split(/\s+/u).map((pair) => {
    const [account = "", weight = ""] = pair.split(":");
    const isPair = isAddressText(account) && /^[1-9]\d{0,6}$/u.test(weight);
    if (!isPair) row.refuse("split", `"${pair}" is not account:ppm`);
    return { account: account as Address, weight: isPair ? Number(weight) : 0 };
  });
  const sum = lines.reduce((total, { weight }) => total + weight, 0);
  if (sum !== ALL) row.refuse("split", `the weights add up to ${sum}, not to ${ALL} ppm`);
  return row.problem === undefined ? lines : [{ account: licensor, weight: ALL }];
}

const PRESETS = LEGAL_PRESETS.filter((name): name is Exclude<LegalPreset, "exclusive"> => {
  // An NFT of another collection has no leaf, without which nothing is sold exclusively.
  return name !== "none" && name !== "exclusive";
});

function readOffer(
  row: CatalogRow,
  { parameters, recipeId, assetId }: { parameters: ImportCatalogParameters; recipeId: Hex; assetId: bigint },
): OfferWithText | undefined {
  const price = row.integer("price");
  const rate = Number(row.integer("rate", 0n));
  const days = row.integer("days", 0n);
  const token = row.address("token", parameters.token);
  const preset = row.oneOf("license", PRESETS, "commercial");
  if (token === undefined) row.refuse("token", "no token is named");
  if (row.problem !== undefined || token === undefined) return undefined;
  const duration = days === 0n ? "perpetual" : days * DAY;
  const subject = { recipeId, scope: "asset", scopeId: assetId, end: parameters.end } as const;
  try {
    return offerWithText({ preset, offer: { ...subject, token, price, free: price === 0n, rate, duration } });
  } catch (error) {
    if (!ImprimaturError.is(error)) throw error;
    row.refuse("license", error.shortMessage);
    return undefined;
  }
}
