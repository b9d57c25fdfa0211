import type { Address, Hex } from "viem";
import { type AuditSubject, recoverBallotKey } from "../curation/ballot.ts";
import { parseBallots } from "../curation/pack.ts";
import { type Sample, sampleOf } from "../curation/sample.ts";
import { tally, weightOf } from "../curation/tally.ts";
import { lowBits, setBits } from "../curation/words.ts";
import type { LotStatus } from "../types/enums.ts";

/** ppm of the expected weight that must be present, and that one side of a lane must reach. */
const QUORUM = 600_000n;
const COVERAGE = 400_000n;
const ONE = 1_000_000n;

/** A curator by its events. */
export type ReplayedCurator = { index: number; account: Address; key: Address; agent: boolean; tier: number };

/** One close as relayed. */
export type RelayedClose = { charterVersion: number; ballots: Hex };

/** What the ballots of a close decide, re-computed. */
export type RecomputedVerdict = {
  status: Extract<LotStatus, "accepted" | "rejected">;
  weight: number;
  humanBallots: number;
  covered: bigint;
  bad: bigint;
  /** Indices of blocked assets, rising. */
  blocked: number[];
  /** What is wrong with the close; empty for a close the rules allow. */
  faults: string[];
};

/** What is known of an audit when it is closed. */
export type ReplayedAudit = {
  chainId: number;
  curation: Address;
  lotId: bigint;
  producer: Address;
  count: number;
  plan: number;
  seed: Hex;
  expectedWeight: number;
  /** Curators registered before the draw, by index. */
  curators: ReadonlyMap<number, ReplayedCurator>;
};

/** Least weight for a share of the expected one, rounded up. */
function partOf(expectedWeight: number, share: bigint): number {
  return Number((BigInt(expectedWeight) * share + ONE - 1n) / ONE);
}

/** Re-computes a verdict: recovers every signature, counts every lane, applies the plan. */
export async function recomputeVerdict(audit: ReplayedAudit, close: RelayedClose): Promise<RecomputedVerdict> {
  const faults: string[] = [];
  const ballots = parseBallots(close.ballots);
  const subject = { ...audit, charterVersion: close.charterVersion };
  const judges: ReplayedCurator[] = [];
  for (const ballot of ballots) {
    const judge = audit.curators.get(ballot.curator);
    if (judge === undefined) faults.push(`curator ${ballot.curator} was not registered before the draw`);
    else faults.push(...(await ballotFaults(subject, ballot, judge, judges)));
    if (judge !== undefined) judges.push(judge);
  }
  const votes = ballots.map(({ curator, words: [ok = 0n, defect = 0n] }) => ({
    tier: audit.curators.get(curator)?.tier ?? 0,
    ok,
    defect,
  }));
  const counted = tally(votes, partOf(audit.expectedWeight, COVERAGE));
  if (counted.weight < partOf(audit.expectedWeight, QUORUM))
    faults.push(`weight ${counted.weight} is below the quorum`);
  const sample = sampleOf(audit);
  const lanes = lowBits(sample.positions.length);
  const covered = counted.covered & lanes;
  if (covered !== lanes) faults.push("some lanes are not covered");
  const decided = decide(sample, counted.bad & lanes);
  const humanBallots = judges.filter(({ agent }) => !agent).length;
  return { ...decided, weight: counted.weight, humanBallots, covered, faults };
}

async function ballotFaults(
  subject: AuditSubject & { producer: Address },
  ballot: ReturnType<typeof parseBallots>[number],
  judge: ReplayedCurator,
  earlier: readonly ReplayedCurator[],
): Promise<string[]> {
  const faults: string[] = [];
  const name = `curator ${judge.index}`;
  if ((await recoverBallotKey(subject, ballot))?.toLowerCase() !== judge.key.toLowerCase()) {
    faults.push(`${name} did not sign its ballot`);
  }
  if (judge.account.toLowerCase() === subject.producer.toLowerCase()) faults.push(`${name} produced the lot`);
  if (earlier.some(({ index }) => index === judge.index)) faults.push(`${name} is counted twice`);
  if (weightOf(judge.tier) === 0) faults.push(`${name} weighs nothing`);
  return faults;
}

function decide(sample: Sample, bad: bigint): Pick<RecomputedVerdict, "status" | "bad" | "blocked"> {
  const lanes = setBits(bad);
  if (lanes.length > sample.acceptance) return { status: "rejected", bad, blocked: [] };
  const blocked = new Set(lanes.map((lane) => sample.positions[lane] as number));
  return { status: "accepted", bad, blocked: [...blocked].sort((a, b) => a - b) };
}
