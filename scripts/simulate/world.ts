import { countVerdict, PLANS } from "@imprimatur/sdk/curation";
import { Random } from "../../test/helpers/random.ts";
import { PRODUCER_KINDS, PRODUCERS } from "./actors.ts";
import { type Audit, auditLot, challengeDefects, drawSeed, type Lot } from "./audit.ts";
import { closeEpoch } from "./epochs.ts";
import { admit, type Curator, openRolls, type Producer } from "./ledgers.ts";
import { type Electorate, electorateOf } from "./panel.ts";
import { settleBallots } from "./settlement.ts";

/** How much is simulated. */
export interface SimulationSize {
  seed: number;
  /** Studios that begin alike. */
  studios: number;
  epochs: number;
  /** Assets in a lot. */
  count: number;
}

/** What is left of everybody in the end. */
export interface Simulated {
  studios: number;
  curators: Curator[];
  producers: Producer[];
}

export const BOND = 100_000_000n;
export const FEE = 32_000_000n;

/** Lots of honest work into which defects were planted and announced beforehand, ppm, and how many of them. */
const CANARIES = 100_000;
const PLANTED = 50_000;

/** Runs studios for some epochs: every lot is drawn, judged, challenged and settled by the rules of the gate. */
export function simulate({ studios, seed, ...size }: SimulationSize): Simulated {
  const all = Array.from({ length: studios }, (_, studio) => simulateStudio({ ...size, seed: seed + studio }));
  return {
    studios,
    curators: all.flatMap(({ curators }) => curators),
    producers: all.flatMap(({ producers }) => producers),
  };
}

function simulateStudio({ seed, epochs, count }: Omit<SimulationSize, "studios">): Omit<Simulated, "studios"> {
  const random = new Random(seed);
  const [curators, producers] = [openRolls(), PRODUCER_KINDS.map(admit)];
  let nonce = 0n;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const electorate = electorateOf(curators);
    for (const producer of producers) {
      for (let lot = 0; lot < PRODUCERS[producer.kind].lotsPerEpoch; lot++) {
        commit(producer, count, ++nonce, electorate, random);
      }
    }
    closeEpoch(curators);
  }
  return { curators, producers };
}

export const isStopped = ({ inspection }: Producer): boolean => inspection.level === "stopped";

/** One lot from commit to settlement; a canary is told apart only in the end. */
function commit(producer: Producer, count: number, id: bigint, electorate: Electorate, random: Random): void {
  if (isStopped(producer)) return;
  const { defects, resubmits } = PRODUCERS[producer.kind];
  const canary = random.chance(CANARIES);
  const share = canary ? Math.max(PLANTED, defects) : defects;
  const lot = { id, producer: producer.kind, defective: Array.from({ length: count }, () => random.chance(share)) };
  producer.committed += count;
  const passed = judgeLot(producer, lot, canary, electorate, random);
  if (passed || canary || resubmits !== true || isStopped(producer)) return;
  judgeLot(producer, lot, false, electorate, random);
}

/** Returns whether the lot was accepted. */
function judgeLot(producer: Producer, lot: Lot, canary: boolean, electorate: Electorate, random: Random): boolean {
  const plan = PLANS.findIndex((name) => name === producer.inspection.level);
  const { seed, withheld } = drawSeed(lot, plan, PRODUCERS[producer.kind].withholds === true, random);
  if (withheld) producer.withheld += 1;
  const audit = auditLot(lot, plan, seed, electorate, random);
  producer.lots += 1;
  if (audit === undefined) {
    producer.expired += 1;
    return false;
  }
  producer.fees += FEE;
  if (canary) {
    const defects = lanesOf(audit, (index) => lot.defective[index] === true);
    const judged = audit.verdict.covered;
    settleBallots(audit.ballots, { judged, known: judged, defects, canary }, FEE);
    return false;
  }
  return settleLot(producer, lot, audit, electorate, random);
}

function settleLot(producer: Producer, lot: Lot, audit: Audit, electorate: Electorate, random: Random): boolean {
  const { verdict, ballots } = audit;
  const passed = verdict.status === "accepted";
  const blocked = new Set([...verdict.blocked, ...(passed ? challengeDefects(lot, electorate, random) : [])]);
  const corrected = passed ? lanesOf(audit, (index) => blocked.has(index)) & ~verdict.bad : 0n;
  const truth = { judged: verdict.covered, known: corrected, defects: corrected, canary: false };
  settleBallots(ballots, truth, FEE);
  producer.inspection = countVerdict(producer.inspection, passed);
  if (passed) {
    producer.passed += 1;
    producer.released += lot.defective.length - blocked.size;
    producer.releasedDefects += lot.defective.filter((defective, index) => defective && !blocked.has(index)).length;
  } else {
    producer.slashed += BOND;
  }
  return passed;
}

/** Lanes of a sample whose asset is one of those. */
function lanesOf({ positions }: Audit, isOne: (index: number) => boolean): bigint {
  return positions.reduce((lanes, index, lane) => (isOne(index) ? lanes | (1n << BigInt(lane)) : lanes), 0n);
}
