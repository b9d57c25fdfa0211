import { type Address, type Hex, zeroHash } from "viem";
import {
  assetRegistryControlEpochOf,
  assetRegistryRecipeIdOf,
  assetRegistryRecipeOf,
  assetRegistryTermsOf,
} from "../../abi/items/assetRegistry.ts";
import { royaltySplitterEdgesOf, royaltySplitterStackOf } from "../../abi/items/royaltySplitter.ts";
import { RecipeUnknownError } from "../../errors/action.ts";
import { nameOf } from "../../types/codec.ts";
import { type Kind, KINDS } from "../../types/enums.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getRecipe {
  /** A recipe by its hash or by its ordinal. */
  type Args = { recipeId: Hex; recipe?: undefined } | { recipe: number; recipeId?: undefined };
  type Parameters = On<"assetRegistry" | "royaltySplitter"> & Args & ReadOptions;
  type ReturnType = {
    recipeId: Hex;
    recipe: number;
    licensor: Address;
    kind: Kind;
    /** Unix seconds; from then on no new lots; 2^40−1 = never. */
    validUntil: bigint;
    terms: { derivativeFloor: number; ownerUsages: number; secondaryRate: number };
    /** How often control has changed hands. */
    controlEpoch: number;
    /** ppm of its sales that the lineage takes. */
    stack: number;
    /** Parents with the rates they keep for ever, ppm. */
    edges: readonly { parent: number; rate: number; pass: number }[];
  };
  type ErrorType = ReadErrorType | RecipeUnknownError;
}

/**
 * Reads a recipe with its terms and its place in the lineage.
 *
 * @example
 * ```ts
 * const { licensor, edges } = await client.getRecipe({ recipe: 3 });
 * ```
 */
export async function getRecipe(client: ActionClient, parameters: getRecipe.Parameters): Promise<getRecipe.ReturnType> {
  const registry = addressIn("assetRegistry", parameters);
  const splitter = addressIn("royaltySplitter", parameters);
  const recipeId = parameters.recipeId ?? (await idOf(client, parameters));
  const byId = { address: registry, args: [recipeId] } as const;
  const [{ ordinal, licensor, kind, validUntil }, terms] = await readMany(
    client,
    [
      { ...byId, abi: [assetRegistryRecipeOf], functionName: "recipeOf" },
      { ...byId, abi: [assetRegistryTermsOf], functionName: "termsOf" },
    ],
    parameters,
  );
  if (ordinal === 0) throw new RecipeUnknownError(recipeId);
  const args = [ordinal] as const;
  const [controlEpoch, stack, edges] = await readMany(
    client,
    [
      { address: registry, abi: [assetRegistryControlEpochOf], functionName: "controlEpochOf", args },
      { address: splitter, abi: [royaltySplitterStackOf], functionName: "stackOf", args },
      { address: splitter, abi: [royaltySplitterEdgesOf], functionName: "edgesOf", args },
    ],
    parameters,
  );
  return {
    recipeId,
    recipe: ordinal,
    licensor,
    kind: nameOf(KINDS, kind),
    validUntil: BigInt(validUntil),
    terms,
    controlEpoch,
    stack,
    edges,
  };
}

async function idOf(client: ActionClient, parameters: getRecipe.Parameters): Promise<Hex> {
  const { recipe = 0 } = parameters;
  const address = addressIn("assetRegistry", parameters);
  const contract = { address, abi: [assetRegistryRecipeIdOf], functionName: "recipeIdOf", args: [recipe] } as const;
  const [recipeId] = await readMany(client, [contract], parameters);
  if (recipeId === zeroHash) throw new RecipeUnknownError(recipe);
  return recipeId;
}
