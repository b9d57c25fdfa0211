import { type Address, type Hash, type Hex, type Log, parseEventLogs } from "viem";
import {
  royaltySplitterClaimedEvent,
  royaltySplitterMerkleClaimedEvent,
  royaltySplitterMulticall,
  royaltySplitterSettledEvent,
  royaltySplitterWithdrawnEvent,
} from "../../abi/items/royaltySplitter.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace batchRoyalties {
  type Args = {
    /** Calldata of RoyaltySplitter's functions, in order: `data` of what `encode` of the single actions makes. */
    calls: readonly Hex[];
  };
  type Parameters = On<"royaltySplitter"> & Args & SendOptions;
  type Result = {
    settled: readonly { recipe: number; token: Address; sales: bigint; passed: bigint }[];
    /** Token units credited, Merkle lines included. */
    claimed: readonly { recipe: number; token: Address; payee: Address; amount: bigint }[];
    /** Token units sent. */
    withdrawn: readonly { token: Address; payee: Address; to: Address; amount: bigint }[];
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

type Action = WriteAction<
  "royaltySplitter",
  batchRoyalties.Args,
  typeof royaltySplitterMulticall,
  batchRoyalties.Result
>;

function define(): Action {
  const write: Action = defineWrite({
    contract: "royaltySplitter",
    item: royaltySplitterMulticall,
    event: royaltySplitterSettledEvent,
    toInputs: ({ calls }: batchRoyalties.Args) => [calls],
    fromInputs: ([calls]): batchRoyalties.Args => ({ calls }),
    fromEvents: (settled): batchRoyalties.Result => ({ settled, claimed: [], withdrawn: [] }),
  });
  const extractEvent = write.extractEvent.bind(write);
  return Object.assign(write, {
    extractEvent: (logs: readonly Log[], address?: Address): batchRoyalties.Result => {
      const credits = [royaltySplitterClaimedEvent, royaltySplitterMerkleClaimedEvent];
      const claimed = parseEventLogs({ abi: credits, logs: [...logs] }).map(
        ({ args: { recipe, token, account: payee, amount } }) => ({ recipe, token, payee, amount }),
      );
      const withdrawn = parseEventLogs({ abi: [royaltySplitterWithdrawnEvent], logs: [...logs] }).map(
        ({ args: { account: payee, ...sent } }) => ({ ...sent, payee }),
      );
      return { ...extractEvent(logs, address), claimed, withdrawn };
    },
  });
}

/**
 * Runs several calls of RoyaltySplitter in one transaction: settle, claim and withdraw over any recipes and tokens.
 *
 * @example
 * ```ts
 * const { calls } = await prepareSettlement(client, { addresses, payee: engineer, fromBlock });
 * await client.batchRoyaltiesAndWait({ calls: calls.map(({ data }) => data) });
 * ```
 */
export const batchRoyalties: Action = /* @__PURE__ */ define();

/** {@link batchRoyalties}, waiting for the receipt. */
export const batchRoyaltiesAndWait: WaitingAction<"royaltySplitter", batchRoyalties.Args, batchRoyalties.Result> =
  /* @__PURE__ */ andWait(batchRoyalties);
