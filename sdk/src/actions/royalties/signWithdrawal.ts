import type { Address, Hex } from "viem";
import { parseAccount } from "viem/accounts";
import { royaltySplitterNonces } from "../../abi/items/royaltySplitter.ts";
import { royaltySplitterDomain, WITHDRAWAL_TYPES } from "../../royalties/signatures.ts";
import { readMany } from "../internal/readMany.ts";
import { chainIdOf, type SignOptions, signerOf } from "../internal/signer.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";
import type { ReadErrorType, SignErrorType } from "../internal/errorTypes.ts";
import { signTypedData } from "../internal/signTypedData.ts";

export declare namespace signWithdrawal {
  type Args = {
    token: Address;
    /** Where the whole balance goes. */
    to: Address;
    /** Last second in which the signature is valid, unix time. */
    deadline: bigint;
  };
  /** `account` is the payee. */
  type Parameters = On<"royaltySplitter"> & Args & SignOptions;
  type ReturnType = Hex;
  type ErrorType = SignErrorType | ReadErrorType;
}

/**
 * Signs a payee's order to send its balance to an address of its choice: anybody may relay it by `withdrawTo`, once.
 *
 * @example
 * ```ts
 * const signature = await payee.signWithdrawal({ token: usdc, to: coldWallet, deadline });
 * ```
 */
export async function signWithdrawal(client: ActionClient, parameters: signWithdrawal.Parameters): Promise<Hex> {
  const { token, to, deadline } = parameters;
  const address = addressIn("royaltySplitter", parameters);
  const signer = signerOf(client, parameters);
  const account = parseAccount(signer).address;
  const nonces = { address, abi: [royaltySplitterNonces], functionName: "nonces", args: [account] } as const;
  const [chainId, [nonce]] = await Promise.all([chainIdOf(client), readMany(client, [nonces])]);
  return signTypedData(client, {
    domain: royaltySplitterDomain(chainId, address),
    types: WITHDRAWAL_TYPES,
    primaryType: "Withdrawal",
    message: { token, account, to, nonce, deadline },
    account: signer,
  });
}
