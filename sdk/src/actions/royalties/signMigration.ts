import type { Address, Hex } from "viem";
import { royaltySplitterNonces } from "../../abi/items/royaltySplitter.ts";
import { PAYEE_MIGRATION_TYPES, royaltySplitterDomain } from "../../royalties/signatures.ts";
import { readMany } from "../internal/readMany.ts";
import { chainIdOf, type SignOptions, signerOf } from "../internal/signer.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";
import type { ReadErrorType, SignErrorType } from "../internal/errorTypes.ts";
import { signTypedData } from "../internal/signTypedData.ts";

export declare namespace signMigration {
  type Args = {
    /** Payee whose income moves. */
    payee: Address;
    to: Address;
    /** Last second in which both signatures are valid, unix time. */
    deadline: bigint;
  };
  /** `account` is whom the payee's income goes to now, or `to`: both have to sign. */
  type Parameters = On<"royaltySplitter"> & Args & SignOptions;
  type ReturnType = Hex;
  type ErrorType = SignErrorType | ReadErrorType;
}

/**
 * Signs, as one of its two sides, that a payee's whole income moves to another account: see `startMigration`.
 *
 * @example
 * ```ts
 * const payeeSignature = await payee.signMigration({ payee: oldAccount, to: newAccount, deadline });
 * ```
 */
export async function signMigration(client: ActionClient, parameters: signMigration.Parameters): Promise<Hex> {
  const { payee, to, deadline } = parameters;
  const address = addressIn("royaltySplitter", parameters);
  const nonces = { address, abi: [royaltySplitterNonces], functionName: "nonces", args: [payee] } as const;
  const [chainId, [nonce]] = await Promise.all([chainIdOf(client), readMany(client, [nonces])]);
  return signTypedData(client, {
    domain: royaltySplitterDomain(chainId, address),
    types: PAYEE_MIGRATION_TYPES,
    primaryType: "PayeeMigration",
    message: { account: payee, to, nonce, deadline },
    account: signerOf(client, parameters),
  });
}
