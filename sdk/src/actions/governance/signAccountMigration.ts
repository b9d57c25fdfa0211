import type { Address, Hex } from "viem";
import { readContract } from "viem/actions";
import { reputationTokenNonces } from "../../abi/items/reputationToken.ts";
import { contractDomain } from "../internal/contractDomain.ts";
import type { ReadErrorType, SignErrorType } from "../internal/errorTypes.ts";
import { explained } from "../internal/failure.ts";
import { type SignOptions, signerOf } from "../internal/signer.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";
import { signTypedData } from "../internal/signTypedData.ts";

/** What both accounts sign. */
const TYPES = {
  AccountMigration: [
    { name: "from", type: "address" },
    { name: "to", type: "address" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

export declare namespace signAccountMigration {
  type Args = {
    /** The account until now. */
    from: Address;
    /** The account from then on. */
    to: Address;
    /** Until when the signatures count, unix seconds. */
    deadline: bigint;
  };
  type Parameters = On<"reputation"> & Args & SignOptions;
  type ReturnType = Hex;
  type ErrorType = SignErrorType | ReadErrorType;
}

/**
 * Signs that reputation moves from one account to another; both must.
 *
 * @example
 * ```ts
 * const fromSignature = await lost.signAccountMigration({ from, to, deadline });
 * const toSignature = await fresh.signAccountMigration({ from, to, deadline });
 * ```
 */
export async function signAccountMigration(
  client: ActionClient,
  parameters: signAccountMigration.Parameters,
): Promise<Hex> {
  const { from, to, deadline } = parameters;
  const address = addressIn("reputation", parameters);
  const account = signerOf(client, parameters);
  const nonces = { address, abi: [reputationTokenNonces], functionName: "nonces", args: [from] } as const;
  const [domain, nonce] = await explained(() =>
    Promise.all([contractDomain(client, address), readContract(client, nonces)]),
  );
  const message = { from, to, nonce, deadline };
  return signTypedData(client, { domain, types: TYPES, primaryType: "AccountMigration", message, account });
}
