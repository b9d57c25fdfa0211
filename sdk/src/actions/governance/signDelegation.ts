import type { Address, Hex } from "viem";
import { parseAccount } from "viem/accounts";
import { readContract } from "viem/actions";
import { reputationTokenNonces } from "../../abi/items/reputationToken.ts";
import { contractDomain } from "../internal/contractDomain.ts";
import type { ReadErrorType, SignErrorType } from "../internal/errorTypes.ts";
import { explained } from "../internal/failure.ts";
import { type SignOptions, signerOf } from "../internal/signer.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";
import { signTypedData } from "../internal/signTypedData.ts";

/** OpenZeppelin's type of a signed delegation. */
const TYPES = {
  Delegation: [
    { name: "delegatee", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "expiry", type: "uint256" },
  ],
} as const;

export declare namespace signDelegation {
  type Args = {
    delegatee: Address;
    /** Unix seconds. */
    expiry: bigint;
  };
  type Parameters = On<"reputation"> & Args & SignOptions;
  /** What `delegateBySig` takes. */
  type ReturnType = Args & { nonce: bigint; signature: Hex };
  type ErrorType = SignErrorType | ReadErrorType;
}

/**
 * Signs a delegation that somebody else submits with `delegateBySig`.
 *
 * @example
 * ```ts
 * await relayer.delegateBySigAndWait(await client.signDelegation({ delegatee: bob, expiry }));
 * ```
 */
export async function signDelegation(
  client: ActionClient,
  parameters: signDelegation.Parameters,
): Promise<signDelegation.ReturnType> {
  const { delegatee, expiry } = parameters;
  const address = addressIn("reputation", parameters);
  const account = signerOf(client, parameters);
  const args = [parseAccount(account).address] as const;
  const nonces = { address, abi: [reputationTokenNonces], functionName: "nonces", args } as const;
  const [domain, nonce] = await explained(() =>
    Promise.all([contractDomain(client, address), readContract(client, nonces)]),
  );
  const message = { delegatee, nonce, expiry };
  const signature = await signTypedData(client, { domain, types: TYPES, primaryType: "Delegation", message, account });
  return { delegatee, expiry, nonce, signature };
}
