import type { AbiFunction } from "viem";
import { waitForTransactionReceipt } from "viem/actions";
import { defined } from "../../types/defined.ts";
import type { Replacement } from "./failedReceipt.ts";
import { signerOf } from "./signer.ts";
import { addressIn, untyped } from "./target.ts";
import type { ContractKey, WaitingAction, WriteAction } from "./types.ts";

const onDemand = () => import("./onDemand.ts");

/**
 * Makes the waiting form of a write: sends, waits for the receipt, decodes the event. Where the user sent the same call
 * again for a higher fee, that receipt is the answer; a canceled, changed, forgotten, slow or reverted transaction is
 * each an error of its own, and what tells them apart is loaded when it is needed.
 */
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
    let replaced: Replacement | undefined;
    const receipt = await waitForTransactionReceipt(client, {
      ...{ hash, ...defined({ confirmations, timeout }) },
      onReplaced: (response) => (replaced = response),
    }).catch(async (error: unknown) => (await onDemand()).throwMeaning(client, hash, error));
    if (receipt.transactionHash !== hash || receipt.status === "reverted") {
      const replay = { ...untyped(action.call(prepared)), account: signerOf(client, parameters) };
      await (await onDemand()).requireSuccess(client, { hash, receipt, replaced, replay });
    }
    return { ...action.extractEvent(receipt.logs, addressIn(action.contract, parameters)), receipt };
  };
}
