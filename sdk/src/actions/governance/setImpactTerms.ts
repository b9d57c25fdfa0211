import type { Address, Hash } from "viem";
import { impactEmissionImpactTermsSetEvent, impactEmissionSetTerms } from "../../abi/items/impactEmission.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setImpactTerms {
  type Args = {
    /** ERC-20 that counts. */
    token: Address;
    /** Units of the token that must reach the treasury for one REP. */
    unitsPerRep: bigint;
    /** Ppm of what may be issued without a vote, at most 250,000; 0: off. */
    share: number;
  };
  type Parameters = On<"impact"> & Args & SendOptions;
  type Result = Args & {
    version: number;
    /** First epoch that the terms are in force in. */
    from: number;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Sets what reputation for income costs from the next epoch on; only the timelock may.
 *
 * @example
 * ```ts
 * const call = setImpactTerms.encode({ impact, token: usdc, unitsPerRep: 10_000_000n, share: 250_000 }); // for a proposal
 * ```
 */
export const setImpactTerms: WriteAction<
  "impact",
  setImpactTerms.Args,
  typeof impactEmissionSetTerms,
  setImpactTerms.Result
> = /* @__PURE__ */ defineWrite({
  contract: "impact",
  item: impactEmissionSetTerms,
  event: impactEmissionImpactTermsSetEvent,
});

/** {@link setImpactTerms}, waiting for the receipt. */
export const setImpactTermsAndWait: WaitingAction<"impact", setImpactTerms.Args, setImpactTerms.Result> =
  /* @__PURE__ */ andWait(setImpactTerms);
