import type { Address, Hex } from "viem";
import { challenge } from "../actions/curation/challenge.ts";
import { challengeLot } from "../actions/curation/challengeLot.ts";
import { canonicalBytes } from "../storage/json.ts";
import { type ContentStore, putBlock } from "../storage/store.ts";
import type { ReportFinding } from "./checkLotReport.ts";

/** What {@link reportChallenges} needs. */
export type ReportChallengesParameters = {
  /** Of the studio that judges the lot. */
  curation: Address;
  lotId: bigint;
  /** Assets in the lot. */
  count: number;
  /** What `checkLotReport` found. */
  findings: readonly ReportFinding[];
  /** Assets that are blocked already: nobody challenges them again. */
  blocked?: readonly number[];
  /** Takes the evidence. */
  store: Pick<ContentStore, "put">;
};

/** Challenges of a lot whose screening is missing or false. */
export type ReportChallenges = {
  /** Digest of the evidence: what was found, in canonical JSON. */
  evidence: Hex;
  /** The whole lot where nothing in it is left, else its assets, as few challenges as it takes. */
  challenges: readonly (
    | { assets: "all"; call: ReturnType<typeof challengeLot.call> }
    | { assets: readonly number[]; call: ReturnType<typeof challenge.call> }
  )[];
};

const TYPE = "imprimatur/report-findings";
const VERSION = 1;

/** Assets that one challenge spans at most: 64 words of 256. */
const SPAN = 64 * 256;

/**
 * Turns what is wrong with a committed lot's screening into the challenges that its studio takes, and stores the evidence.
 * They cost bonds: see `challengeCosts`, and `requirementsOf` with the action `deposit`. Without findings there is no challenge.
 *
 * @example
 * ```ts
 * const findings = await checkLotReport({ lot: published, store, screeners });
 * const { challenges } = await reportChallenges({ curation, lotId, count, findings, store });
 * ```
 */
export async function reportChallenges(parameters: ReportChallengesParameters): Promise<ReportChallenges> {
  const { curation, lotId, count, findings, blocked = [], store } = parameters;
  const sorted = [...findings].sort((a, b) => (a.assets[0] ?? 0) - (b.assets[0] ?? 0));
  const told = sorted.map(({ problem, assets, reportHash, detail }) => ({ problem, assets, reportHash, detail }));
  const block = canonicalBytes({ type: TYPE, version: VERSION, lotId: String(lotId), findings: told });
  const evidence = await putBlock(store, block);
  const taken = new Set(blocked);
  const all = [...new Set(findings.flatMap(({ assets }) => assets))].sort((a, b) => a - b);
  if (all.length === count && taken.size === 0) {
    return { evidence, challenges: [{ assets: "all", call: challengeLot.call({ curation, lotId, evidence }) }] };
  }
  const open = all.filter((index) => !taken.has(index));
  const challenges = Array.from({ length: Math.ceil(count / SPAN) }, (_, span) =>
    open.filter((index) => Math.floor(index / SPAN) === span),
  )
    .filter((assets) => assets.length > 0)
    .map((assets) => ({ assets, call: challenge.call({ curation, lotId, assets, evidence }) }));
  return { evidence, challenges };
}
