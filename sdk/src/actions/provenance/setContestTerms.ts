import type { Address, Hash } from "viem";
import { provenanceSetContestTerms, provenanceContestTermsSetEvent } from "../../abi/items/provenance.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setContestTerms {
  type Args = {
    /** Zero address: claimants choose. */
    token: Address;
    /** Least units of the token. */
    bond: bigint;
  };
  type Parameters = On<"provenance"> & Args & SendOptions;
  type Result = { timelock: Address; token: Address; bond: bigint };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Sets what a contest of the studio's recipes costs; only the timelock may.
 *
 * @example
 * ```ts
 * const call = setContestTerms.encode({ provenance, token: usdc, bond: 50_000_000n }); // for a proposal
 * ```
 */
export const setContestTerms: WriteAction<
  "provenance",
  setContestTerms.Args,
  typeof provenanceSetContestTerms,
  setContestTerms.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "provenance",
    item: provenanceSetContestTerms,
    event: provenanceContestTermsSetEvent,
  }),
);

/** {@link setContestTerms}, waiting for the receipt. */
export const setContestTermsAndWait: WaitingAction<"provenance", setContestTerms.Args, setContestTerms.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(setContestTerms));
