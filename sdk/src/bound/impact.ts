import { claimImpact, type claimImpactAndWait } from "../actions/governance/claimImpact.ts";
import { closeImpactEpoch, type closeImpactEpochAndWait } from "../actions/governance/closeImpactEpoch.ts";
import { measureImpact, type measureImpactAndWait } from "../actions/governance/measureImpact.ts";
import { setImpactTerms, type setImpactTermsAndWait } from "../actions/governance/setImpactTerms.ts";
import type { Bound, Unwaiting } from "./types.ts";

/** Reputation for income, as methods of a client. */
export type ImpactActions = {
  /** Mints a payee of a recipe its part of an epoch that was closed in the last seven days; anybody may. See {@link claimImpact}. */
  claimImpact: Bound<typeof claimImpact>;
  /** {@link claimImpact}, waiting for the receipt. */
  claimImpactAndWait: Bound<typeof claimImpactAndWait>;
  /** Fixes what an epoch of impact pays; anybody may, after its end and a week after another one was closed. See {@link closeImpactEpoch}. */
  closeImpactEpoch: Bound<typeof closeImpactEpoch>;
  /** {@link closeImpactEpoch}, waiting for the receipt. */
  closeImpactEpochAndWait: Bound<typeof closeImpactEpochAndWait>;
  /** Counts what a recipe brought to the treasury since it was last measured; anybody may. See {@link measureImpact}. */
  measureImpact: Bound<typeof measureImpact>;
  /** {@link measureImpact}, waiting for the receipt. */
  measureImpactAndWait: Bound<typeof measureImpactAndWait>;
  /** Sets what reputation for income costs from the next epoch on; only the timelock may. See {@link setImpactTerms}. */
  setImpactTerms: Bound<typeof setImpactTerms>;
  /** {@link setImpactTerms}, waiting for the receipt. */
  setImpactTermsAndWait: Bound<typeof setImpactTermsAndWait>;
};

/** The actions behind {@link ImpactActions}. */
export const IMPACT_ACTIONS = {
  claimImpact,
  closeImpactEpoch,
  measureImpact,
  setImpactTerms,
} as const satisfies Record<Unwaiting<keyof ImpactActions>, unknown>;
