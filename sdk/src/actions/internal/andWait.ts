import type { AbiFunction } from "viem";
import type { Account, Address, TransactionReceipt } from "viem";
import { simulateContract } from "viem/actions";
import { TransactionRevertedError } from "../../errors/action.ts";
import { defined } from "../../types/defined.ts";
import { awaitReceipt } from "./awaitReceipt.ts";
import { explained } from "./failure.ts";
import { signerOf } from "./signer.ts";
import { addressIn, untyped } from "./target.ts";
import type { ActionClient, ContractKey, WaitingAction, WriteAction } from "./types.ts";

/** Makes the waiting form of a write: sends, waits for the receipt, decodes the event. */
export function andWait<
  Key extends ContractKey,
  Args extends object,
  Item extends AbiFunction,
  Result extends object,
  Sent extends object,
>(action: WriteAction<Key, Args, Item, Result, Sent>): WaitingAction<Key, Sent, Result> {
  return async (client, parameters) => {
    const { confirmations, timeout } = parameters;
    const prepared = await action.prepare(client, parameters);
    const hash = await action(client, prepared);
    const receipt = await awaitReceipt(client, { hash, ...defined({ confirmations, timeout }) });
    if (receipt.status === "reverted") {
      const replay = { ...untyped(action.call(prepared)), account: signerOf(client, parameters) };
      throw new TransactionRevertedError(hash, await reasonOf(client, replay, receipt));
    }
    return { ...action.extractEvent(receipt.logs, addressIn(action.contract, parameters)), receipt };
  };
}

/** Why a transaction reverted: replayed on the state it left behind. */
async function reasonOf(
  client: ActionClient,
  call: ReturnType<typeof untyped> & { account: Account | Address },
  { blockNumber }: TransactionReceipt,
): Promise<unknown> {
  try {
    await explained(() => simulateContract(client, { ...call, blockNumber }));
    return undefined;
  } catch (error) {
    return error;
  }
}
