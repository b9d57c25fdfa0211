import { type Account, type Address, erc20Abi, type Hex, pad, type TransactionReceipt, zeroAddress } from "viem";
import { parseAccount } from "viem/accounts";
import { waitForTransactionReceipt, writeContract } from "viem/actions";
import { curationAuditToken } from "../../abi/items/curation.ts";
import { AuditTokenUnsetError } from "../../errors/curation.ts";
import type { WaitErrorType } from "../internal/errorTypes.ts";
import { explained } from "../internal/failure.ts";
import { readMany } from "../internal/readMany.ts";
import { signerOf } from "../internal/signer.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";
import { fundPotAndWait } from "../royalties/fundPot.ts";
import { depositAndWait } from "./deposit.ts";

export declare namespace fundDeposit {
  type Args = {
    /** Units of the audit token. */
    amount: bigint;
    /** Whose deposit it is; the sender's by default. */
    depositor?: Address;
    /** Who pays; the client's account by default. */
    account?: Account | Address;
  };
  type Parameters = On<"royaltySplitter" | "curation"> & Args;
  type ReturnType = { account: Address; amount: bigint; receipt: TransactionReceipt };
  type ErrorType = WaitErrorType | AuditTokenUnsetError;
}

/**
 * Pays into an account's deposit at the studio's gate: approves exactly the amount if the allowance is smaller, fills the
 * account's pot, and has the gate book it.
 *
 * @example
 * ```ts
 * await producer.fundDeposit({ amount: 500_000_000n });
 * ```
 */
export async function fundDeposit(
  client: ActionClient,
  parameters: fundDeposit.Parameters,
): Promise<fundDeposit.ReturnType> {
  const { amount, royaltySplitter } = parameters;
  const account = parseAccount(signerOf(client, parameters));
  const depositor = parameters.depositor ?? account.address;
  const curation = addressIn("curation", parameters);
  const [token] = await readMany(client, [
    { address: curation, abi: [curationAuditToken], functionName: "auditToken" },
  ]);
  if (token === zeroAddress) throw new AuditTokenUnsetError(curation);
  await approveExactly(client, { token, amount, account, spender: addressIn("royaltySplitter", parameters) });
  const id = potIdOf(depositor);
  await fundPotAndWait(client, { royaltySplitter, account, opener: curation, id, token, amount });
  return depositAndWait(client, { curation, account, depositor });
}

/** Name of the pot from which a gate books an account's deposit. */
export function potIdOf(account: Address): Hex {
  return pad(account, { size: 32 }).toLowerCase() as Hex;
}

/** An allowance of exactly the amount, unless there is enough. */
async function approveExactly(
  client: ActionClient,
  { token, amount, account, spender }: { token: Address; amount: bigint; account: Account; spender: Address },
): Promise<void> {
  const erc20 = { address: token, abi: erc20Abi } as const;
  const [allowance] = await readMany(client, [
    { ...erc20, functionName: "allowance", args: [account.address, spender] },
  ]);
  if (allowance >= amount) return;
  const call = { ...erc20, functionName: "approve", args: [spender, amount] } as const;
  const hash = await explained(() => writeContract(client, { ...call, account, chain: client.chain ?? null }));
  await waitForTransactionReceipt(client, { hash });
}
