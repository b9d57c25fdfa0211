import { PlanImpossibleError, UnknownPlanError } from "../errors/curation.ts";
import { type AuditTerms, DEFAULT_TERMS } from "./terms.ts";

/** Names of the plans, in the order of their numbers. */
export const PLANS = ["normal", "tightened", "reduced"] as const;
export type PlanName = (typeof PLANS)[number];

/** How many assets are judged, and how many of them may be bad in an accepted lot. */
export type AcceptancePlan = { name: PlanName; size: number; acceptance: number };

/** The plan by its number in `AuditOpened`, under the lot's terms. */
export function planOf(plan: number, terms: AuditTerms = DEFAULT_TERMS): AcceptancePlan {
  const name = PLANS[plan];
  if (name === undefined) throw new UnknownPlanError(plan);
  return { name, size: terms[`${name}Size`], acceptance: terms[`${name}Acceptance`] };
}

/** A census is accepted while at most one asset in this many is bad. */
const CENSUS_DIVISOR = 4;

/** How many lanes of a lot are judged and how many may be bad; `census`: all of them, lane i is index i. */
export function limitsOf(
  count: number,
  { size, acceptance }: Pick<AcceptancePlan, "size" | "acceptance">,
): { lanes: number; acceptance: number; census: boolean } {
  if (count > size) return { lanes: size, acceptance, census: false };
  return { lanes: count, acceptance: Math.max(acceptance, Math.floor(count / CENSUS_DIVISOR)), census: true };
}

/**
 * The chance that a lot is accepted of which this share is defective: exact, because draws are with replacement.
 *
 * @example
 * ```ts
 * acceptanceProbability({ size: 256, acceptance: 2 }, 0.005); // 0.862
 * ```
 */
export function acceptanceProbability(
  { size, acceptance }: Pick<AcceptancePlan, "size" | "acceptance">,
  defectShare: number,
): number {
  if (defectShare <= 0) return 1;
  if (defectShare >= 1) return acceptance >= size ? 1 : 0;
  let term = (1 - defectShare) ** size;
  let sum = term;
  for (let defects = 1; defects <= Math.min(acceptance, size); defects += 1) {
    term *= ((size - defects + 1) / defects) * (defectShare / (1 - defectShare));
    sum += term;
  }
  return Math.min(sum, 1);
}

/** What {@link planFor} needs. */
export type PlanForParameters = {
  /** Acceptable quality: share of defects of a lot that should pass. */
  aql: number;
  /** Tolerance: share of defects of a lot that should not pass. */
  ltpd: number;
  /** Most that the chance of refusing a lot of acceptable quality may be; 5 % by default. */
  producerRisk?: number;
  /** Most that the chance of accepting a lot at the tolerance may be; 10 % by default. */
  consumerRisk?: number;
  /** Most lanes; 256, one word, by default and at most. */
  maxSize?: number;
};

/** A ballot judges one word. */
const MAX_SIZE = 256;

/**
 * The smallest plan that meets both risks; throws `PlanImpossibleError` where none does.
 *
 * @example
 * ```ts
 * planFor({ aql: 0.002, ltpd: 0.03 }); // { size: 176, acceptance: 2 }
 * ```
 */
export function planFor(parameters: PlanForParameters): { size: number; acceptance: number } {
  const { aql, ltpd, producerRisk = 0.05, consumerRisk = 0.1, maxSize = MAX_SIZE } = parameters;
  if (!(aql >= 0 && aql < ltpd && ltpd <= 1) || maxSize > MAX_SIZE) throw new PlanImpossibleError(parameters);
  for (let acceptance = 0; acceptance < maxSize; acceptance += 1) {
    const size = smallestSize(acceptance, ltpd, consumerRisk, maxSize);
    if (size === undefined) break;
    if (acceptanceProbability({ size, acceptance }, aql) >= 1 - producerRisk) return { size, acceptance };
  }
  throw new PlanImpossibleError(parameters);
}

/** Fewest lanes with which bad lots are found often enough: the larger the sample, the rarer they pass. */
function smallestSize(acceptance: number, ltpd: number, risk: number, maxSize: number): number | undefined {
  for (let size = acceptance + 1; size <= maxSize; size += 1) {
    if (acceptanceProbability({ size, acceptance }, ltpd) <= risk) return size;
  }
  return undefined;
}
