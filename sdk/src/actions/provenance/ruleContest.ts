import type { Address, Hash } from "viem";
import { provenanceRuleContest, provenanceContestRuledEvent } from "../../abi/items/provenance.ts";
import { nameOf, ordinalOf } from "../../types/codec.ts";
import { type Finding, FINDINGS } from "../../types/enums.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace ruleContest {
  type Args = { contestId: bigint; finding: Finding };
  type Parameters = On<"provenance"> & Args & SendOptions;
  type Result = { contestId: bigint; judge: Address; finding: Finding; to: Address };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Rules a contest and credits its bond; only the timelock of the studio that licenses the recipe may, before the
 * deadline.
 *
 * @example
 * ```ts
 * const call = ruleContest.encode({ provenance, contestId, finding: "upheld" }); // for a proposal
 * ```
 */
export const ruleContest: WriteAction<
  "provenance",
  ruleContest.Args,
  typeof provenanceRuleContest,
  ruleContest.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "provenance",
    item: provenanceRuleContest,
    event: provenanceContestRuledEvent,
    toInputs: ({ contestId, finding }: ruleContest.Args) => [contestId, ordinalOf(FINDINGS, finding)],
    fromInputs: ([contestId, finding]) => ({ contestId, finding: nameOf(FINDINGS, finding) }),
    fromEvents: (events) =>
      only(events, ({ finding, ...ruled }): ruleContest.Result => ({ ...ruled, finding: nameOf(FINDINGS, finding) })),
  }),
);

/** {@link ruleContest}, waiting for the receipt. */
export const ruleContestAndWait: WaitingAction<"provenance", ruleContest.Args, ruleContest.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(ruleContest));
