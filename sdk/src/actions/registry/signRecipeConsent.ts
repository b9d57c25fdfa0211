import type { Hex } from "viem";
import { recipeConsentTypedData } from "../../recipe/hash.ts";
import type { RecipeArgs } from "../../recipe/input.ts";
import { chainIdOf, type SignOptions, signerOf } from "../internal/signer.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";
import type { SignErrorType } from "../internal/errorTypes.ts";
import { signTypedData } from "../internal/signTypedData.ts";

export declare namespace signRecipeConsent {
  type Args = RecipeArgs & {
    /** Last second in which the consent is valid. */
    deadline: bigint;
  };
  type Parameters = On<"assetRegistry"> & Args & SignOptions;
  type ReturnType = Hex;
  type ErrorType = SignErrorType;
}

/**
 * Signs a licensor's consent, so that somebody else can register the recipe.
 *
 * @example
 * ```ts
 * const signature = await licensor.signRecipeConsent({ ...recipe, deadline });
 * await relayer.registerRecipeAndWait({ ...recipe, deadline, signature });
 * ```
 */
export async function signRecipeConsent(client: ActionClient, parameters: signRecipeConsent.Parameters): Promise<Hex> {
  const { account: _, ...recipe } = parameters;
  const chainId = await chainIdOf(client);
  const assetRegistry = addressIn("assetRegistry", parameters);
  const typedData = recipeConsentTypedData({ ...recipe, chainId, assetRegistry });
  return signTypedData(client, { ...typedData, account: signerOf(client, parameters) });
}
