import { type Address, type Hex, zeroHash } from "viem";
import { bitsOf, nameOf, namesOf, ordinalOf } from "../types/codec.ts";
import { CONTRIBUTOR_ROLES, type ContributorRole, type Kind, KINDS } from "../types/enums.ts";
import { fromSplitOptionsInput, type SplitOptions, type SplitOptionsInput, toSplitOptionsInput } from "./options.ts";

/** A recipe to register. Parents and payees may be given in any order. */
export type RecipeArgs = {
  /** Account that controls the recipe and its assets; for a studio its timelock. */
  licensor: Address;
  kind: Kind;
  /** Positional root over the salted fields: see `commitRecipe` in `/merkle`. Nothing is committed by default. */
  commitment?: Hex;
  /** SHA-256 digest of a metadata block; not part of the recipe id, but part of the consent. */
  metadata?: Hex;
  /** What the recipe is made from. */
  parents?: readonly {
    /** Asset of the parent recipe. */
    asset: bigint;
    /** License record that allows the use; absent for an own parent. */
    licenseId?: Hex;
    /** ppm of this recipe's sales, declared for an own parent only. */
    rate?: number;
  }[];
  /** Who earns the recipe's own income; weights are ppm and add up to 1,000,000. */
  split: readonly { account: Address; weight: number; roles?: readonly ContributorRole[] }[];
  /** What the split is beside its payees; a fixed one without advance by default. */
  options?: SplitOptions;
  /** What the licensor asks of those who build on the recipe. */
  terms?: { derivativeFloor?: number; ownerUsages?: number; secondaryRate?: number };
};

/** The struct of a recipe as contracts take it. */
export type RecipeInput = {
  licensor: Address;
  kind: number;
  commitment: Hex;
  metadata: Hex;
  parents: readonly { asset: bigint; licenseId: Hex; rate: number }[];
  split: readonly { account: Address; weight: number; roles: number }[];
  options: SplitOptionsInput;
  terms: { derivativeFloor: number; ownerUsages: number; secondaryRate: number };
};

const rising = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0);

/** Fills in what is absent and sorts parents and payees as the contracts want them. */
export function toRecipeInput(args: RecipeArgs): RecipeInput {
  const { licensor, kind, commitment = zeroHash, metadata = zeroHash, parents = [], split, terms = {} } = args;
  return {
    licensor,
    kind: ordinalOf(KINDS, kind),
    commitment,
    metadata,
    parents: parents
      .map(({ asset, licenseId = zeroHash, rate = 0 }) => ({ asset, licenseId, rate }))
      .sort((a, b) => rising(a.asset, b.asset)),
    split: split
      .map(({ account, weight, roles = [] }) => ({ account, weight, roles: bitsOf(CONTRIBUTOR_ROLES, roles) }))
      .sort((a, b) => rising(BigInt(a.account), BigInt(b.account))),
    options: toSplitOptionsInput(args.options),
    terms: { derivativeFloor: 0, ownerUsages: 0, secondaryRate: 0, ...terms },
  };
}

/** The inverse of {@link toRecipeInput}. */
export function fromRecipeInput({ kind, parents, split, options, ...rest }: RecipeInput): RecipeArgs {
  return {
    ...rest,
    kind: nameOf(KINDS, kind),
    parents: parents.map(({ licenseId, ...parent }) => (licenseId === zeroHash ? parent : { ...parent, licenseId })),
    split: split.map(({ roles, ...payee }) => ({ ...payee, roles: namesOf(CONTRIBUTOR_ROLES, roles) })),
    options: fromSplitOptionsInput(options),
  };
}
