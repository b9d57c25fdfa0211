import type { Hash } from "viem";
import { curationSetAuditTerms, curationTermsSetEvent } from "../../abi/items/curation.ts";
import { type AuditTerms, fromRawTerms, toRawTerms } from "../../curation/terms.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setAuditTerms {
  type Args = {
    terms: AuditTerms;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    version: number;
    terms: AuditTerms;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Sets the terms by which lots committed from now on are audited; only the timelock may.
 *
 * @example
 * ```ts
 * const call = setAuditTerms.encode({ curation, terms: { ...DEFAULT_TERMS, bond: 100_000_000n } }); // for a proposal
 * ```
 */
export const setAuditTerms: WriteAction<
  "curation",
  setAuditTerms.Args,
  typeof curationSetAuditTerms,
  setAuditTerms.Result
> = /* @__PURE__ */ defineWrite({
  contract: "curation",
  item: curationSetAuditTerms,
  event: curationTermsSetEvent,
  toInputs: ({ terms }: setAuditTerms.Args) => [toRawTerms(terms)],
  fromInputs: ([terms]) => ({ terms: fromRawTerms(terms) }),
  fromEvents: (events) =>
    only(events, ({ version, terms }): setAuditTerms.Result => ({ version, terms: fromRawTerms(terms) })),
});

/** {@link setAuditTerms}, waiting for the receipt. */
export const setAuditTermsAndWait: WaitingAction<"curation", setAuditTerms.Args, setAuditTerms.Result> =
  /* @__PURE__ */ andWait(setAuditTerms);
