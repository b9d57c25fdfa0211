import type { Hash } from "viem";
import { provenanceLapseContest, provenanceContestLapsedEvent } from "../../abi/items/provenance.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace lapseContest {
  type Args = { contestId: bigint };
  type Parameters = On<"provenance"> & Args & SendOptions;
  type Result = { contestId: bigint };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Ends a contest that was not ruled in time, and credits its bond to the claimant; anybody may.
 *
 * @example
 * ```ts
 * await client.lapseContestAndWait({ contestId });
 * ```
 */
export const lapseContest: WriteAction<
  "provenance",
  lapseContest.Args,
  typeof provenanceLapseContest,
  lapseContest.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "provenance",
    item: provenanceLapseContest,
    event: provenanceContestLapsedEvent,
  }),
);

/** {@link lapseContest}, waiting for the receipt. */
export const lapseContestAndWait: WaitingAction<"provenance", lapseContest.Args, lapseContest.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(lapseContest));
