import type { Address, Hash, Log } from "viem";
import { provenanceWithdrawBond } from "../../abi/items/provenance.ts";
import { royaltySplitterPotReleasedEvent } from "../../abi/items/royaltySplitter.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace withdrawContestBond {
  type Args = {
    token: Address;
    /** Units of the token. */
    amount: bigint;
  };
  type Parameters = On<"provenance"> & Args & SendOptions;
  type Result = { to: Address; token: Address; amount: bigint };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

type Withdrawal = WriteAction<
  "provenance",
  withdrawContestBond.Args,
  typeof provenanceWithdrawBond,
  withdrawContestBond.Result
>;

/** Not the contests tell of it, but the ledger that holds the pot. */
function toldByLedger(action: Withdrawal): Withdrawal {
  const extract = action.extractEvent.bind(action);
  return Object.assign(action, { extractEvent: (logs: readonly Log[]) => extract(logs) });
}

/**
 * Credits the sender with what it put aside for contests and did not stake; it is withdrawn like any royalty.
 *
 * @example
 * ```ts
 * await client.withdrawContestBondAndWait({ token: usdc, amount: 50_000_000n });
 * ```
 */
export const withdrawContestBond: Withdrawal = /* @__PURE__ */ toldByLedger(
  /* @__PURE__ */ withAgentErrors(
    /* @__PURE__ */ defineWrite({
      contract: "provenance",
      item: provenanceWithdrawBond,
      event: royaltySplitterPotReleasedEvent,
      fromEvents: (events) =>
        only(events, ({ to, token, amount }): withdrawContestBond.Result => ({ to, token, amount })),
    }),
  ),
);

/** {@link withdrawContestBond}, waiting for the receipt. */
export const withdrawContestBondAndWait: WaitingAction<
  "provenance",
  withdrawContestBond.Args,
  withdrawContestBond.Result
> = /* @__PURE__ */ andWait(withdrawContestBond);
