import { UnknownPlanError } from "../errors/curation.ts";

/** How many assets are judged, and how many of them may be bad in an accepted lot. */
export type AcceptancePlan = { name: "normal" | "tightened" | "reduced"; size: number; acceptance: number };

const PLANS: readonly AcceptancePlan[] = [
  { name: "normal", size: 256, acceptance: 2 },
  { name: "tightened", size: 256, acceptance: 0 },
  { name: "reduced", size: 64, acceptance: 0 },
];

/** The plan by its number in `AuditOpened`. */
export function planOf(plan: number): AcceptancePlan {
  const known = PLANS[plan];
  if (known === undefined) throw new UnknownPlanError(plan);
  return known;
}
