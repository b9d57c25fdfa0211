import { type Address, type Hex, hashStruct } from "viem";
import { PROTOCOL_VERSION } from "../types/protocol.ts";
import { type RecipeArgs, toRecipeInput } from "./input.ts";

/** EIP-712 types of a recipe; hashed as a struct, without a domain. */
export const RECIPE_TYPES = {
  Recipe: [
    { name: "licensor", type: "address" },
    { name: "kind", type: "uint8" },
    { name: "commitment", type: "bytes32" },
    { name: "parents", type: "Parent[]" },
    { name: "split", type: "Payee[]" },
    { name: "options", type: "SplitOptions" },
    { name: "terms", type: "Terms" },
  ],
  Parent: [
    { name: "asset", type: "uint256" },
    { name: "licenseId", type: "bytes32" },
    { name: "rate", type: "uint24" },
  ],
  Payee: [
    { name: "account", type: "address" },
    { name: "weight", type: "uint32" },
    { name: "roles", type: "uint8" },
  ],
  SplitOptions: [
    { name: "kind", type: "uint8" },
    { name: "root", type: "bytes32" },
    { name: "totalWeight", type: "uint64" },
    { name: "token", type: "address" },
    { name: "advance", type: "Advance" },
  ],
  Advance: [
    { name: "account", type: "address" },
    { name: "token", type: "address" },
    { name: "amount", type: "uint128" },
  ],
  Terms: [
    { name: "derivativeFloor", type: "uint24" },
    { name: "ownerUsages", type: "uint8" },
    { name: "secondaryRate", type: "uint24" },
  ],
} as const;

/** EIP-712 type of a licensor's consent to a recipe. */
export const RECIPE_CONSENT_TYPES = {
  RecipeConsent: [
    { name: "recipeId", type: "bytes32" },
    { name: "metadata", type: "bytes32" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/** The id a recipe has on every chain. */
export function hashRecipe(recipe: RecipeArgs): Hex {
  const { metadata: _, ...data } = toRecipeInput(recipe);
  return hashStruct({ data, primaryType: "Recipe", types: RECIPE_TYPES });
}

/** What {@link recipeConsentTypedData} needs. */
export type RecipeConsentParameters = RecipeArgs & {
  chainId: number;
  assetRegistry: Address;
  /** Last second in which the consent is valid. */
  deadline: bigint;
};

/** The EIP-712 message by which a licensor agrees to a recipe. */
export function recipeConsentTypedData({ chainId, assetRegistry, deadline, ...recipe }: RecipeConsentParameters) {
  const domain = {
    name: "Imprimatur AssetRegistry",
    version: PROTOCOL_VERSION,
    chainId,
    verifyingContract: assetRegistry,
  } as const;
  const message = { recipeId: hashRecipe(recipe), metadata: toRecipeInput(recipe).metadata, deadline };
  return { domain, types: RECIPE_CONSENT_TYPES, primaryType: "RecipeConsent", message } as const;
}
