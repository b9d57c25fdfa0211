import { bytesToString, type Hex, hexToBytes } from "viem";
import { assetRegistryRecipeRegisteredEvent } from "../../abi/items/assetRegistry.ts";
import { RecipeUnknownError } from "../../errors/action.ts";
import { type BlockRange, fetchEventLogs } from "../../logs/fetchLogs.ts";
import { type RecipeDisclosure, verifyRecipeDisclosure } from "../../merkle/recipe.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { explained } from "../internal/failure.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";

export declare namespace verifyDisclosure {
  type Args = BlockRange & {
    recipeId: Hex;
    /** What `discloseRecipeField` in `/merkle` made, from whomever it came. */
    disclosure: RecipeDisclosure;
  };
  type Parameters = On<"assetRegistry"> & Args;
  type ReturnType = {
    /** Whether the recipe committed to this value of this field. */
    valid: boolean;
    /** What the chain has; zero: the recipe committed to nothing. */
    commitment: Hex;
    /** The value as UTF-8, untrusted; undefined where it is none, or was not committed to. */
    text: string | undefined;
  };
  type ErrorType = ReadErrorType | RecipeUnknownError;
}

/**
 * Verifies one disclosed field of a recipe, such as the model or one step of the prompt, against what the recipe
 * committed to on chain; the other fields stay hidden.
 *
 * @example
 * ```ts
 * const { valid, text } = await client.verifyDisclosure({ recipeId, disclosure, fromBlock });
 * ```
 */
export async function verifyDisclosure(
  client: ActionClient,
  { recipeId, disclosure, assetRegistry, ...range }: verifyDisclosure.Parameters,
): Promise<verifyDisclosure.ReturnType> {
  const address = addressIn("assetRegistry", { assetRegistry });
  const event = assetRegistryRecipeRegisteredEvent;
  const [registered] = await explained(() => fetchEventLogs(client, { ...range, address, event, args: { recipeId } }));
  if (registered === undefined) throw new RecipeUnknownError(recipeId);
  const { commitment } = registered.args;
  const valid = verifyRecipeDisclosure(commitment, disclosure);
  return { valid, commitment, text: valid ? textOf(disclosure.value) : undefined };
}

function textOf(value: Hex): string | undefined {
  const bytes = hexToBytes(value);
  const text = bytesToString(bytes);
  // What is no UTF-8 would be shown with marks in its place.
  return new TextEncoder().encode(text).length === bytes.length && !text.includes("\ufffd") ? text : undefined;
}
