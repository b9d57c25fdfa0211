import type { Hex } from "viem";
import type { Wallet } from "../helpers/protocol.ts";
import type { Random } from "../helpers/random.ts";
import type { ScoredBallot } from "../models/curationScores.ts";
import {
  ALL_LANES,
  commitLot,
  DAY,
  drawSeed,
  GAS,
  type Gate,
  grantReputation,
  hashOf,
  laneMask,
  lotIdOf,
  NO_OUTCOME,
  openGate,
  passDeadline,
  registerCurators,
  signBallots,
} from "./fixture.ts";
import { canaryAlone, type Closed, depositFor, masksOf, outcomeBy, TERMS } from "./scoring.ts";

export const CURATORS = 9;
const STOPPED = 3;

/** A lot of random size and quality, as a panel with its faults judged it. */
export interface RandomLot extends Closed {
  votes: ScoredBallot[];
  /** It was opened as a canary. */
  canary: boolean;
  /** Lanes of defective assets. */
  lanes: bigint;
}

/** Paid curators of unlike reputation, so that weights differ; producer and registrar have deposits. */
export async function openUnequalPanel(): Promise<Gate> {
  const gate = await openGate();
  for (const [i, amount] of [150, 120, 90, 40].entries()) {
    await grantReputation(gate, (gate.members[i] as Wallet).account.address, BigInt(amount) * 10n ** 18n);
  }
  await registerCurators(gate);
  await gate.curation.write.setAuditToken([gate.protocol.addressOf("TestUSDC")], { account: gate.timelock });
  const terms = { ...TERMS, panel: 128, quorum: 500_001, coverage: 333_334 };
  await gate.curation.write.setAuditTerms([terms], { account: gate.timelock });
  for (const { account } of [gate.producer, gate.registrar]) await depositFor(gate, account.address);
  return gate;
}

/** What everybody who is drawn says, heaviest first; some see less than there is, some more, some judge a part only. */
async function drawVotes(gate: Gate, random: Random, lotId: bigint, seed: Hex, truth: bigint): Promise<ScoredBallot[]> {
  const votes: ScoredBallot[] = [];
  for (let index = 1; index <= CURATORS; index++) {
    const weight = BigInt(await gate.curation.read.drawnWeightOf([lotId, seed, index, 0]));
    if (weight === 0n) continue;
    const seen = random.chance(700_000) ? truth : 0n;
    const defect = random.chance(300_000) ? seen ^ laneMask(random.integer(0, 255)) : seen;
    const looked = random.chance(250_000) ? random.big(0n, ALL_LANES) : ALL_LANES;
    votes.push({ index, weight, defect: defect & looked, ok: (ALL_LANES ^ defect) & looked });
  }
  return votes.sort((a, b) => Number(b.weight - a.weight) || a.index - b.index);
}

/** Commits, draws and closes one lot, and opens it if it is a canary; undefined if no verdict came about. */
export async function randomLot(gate: Gate, random: Random, nonce: bigint): Promise<RandomLot | undefined> {
  const count = random.pick([1, 9, 200, 256, 257, 3_000]);
  const lotId = lotIdOf(gate.producer.account.address, nonce);
  const bad = random.chance(600_000)
    ? random.integer(0, Math.ceil(count / 200))
    : random.integer(0, Math.min(count, 40));
  const defects = Array.from({ length: bad }, () => random.integer(0, count - 1));
  const masks = masksOf(count, [...new Set(defects)]);
  const canary = { lotId, salt: hashOf(`salt ${nonce}`), masks };
  const isCanary = random.chance(400_000);
  const { root, proof } = canaryAlone(canary);
  const options = { account: gate.stranger.account, gas: GAS };
  if (isCanary) {
    const deadline = (await gate.connection.networkHelpers.time.latest()) + 20 * Number(DAY);
    await gate.curation.write.commitCanaries([root, 1, deadline], { account: gate.registrar.account });
  }
  const producer = gate.producer.account.address;
  if ((await gate.curation.read.producerOf([producer])).level === STOPPED) {
    await gate.curation.write.liftStop([producer], { account: gate.timelock });
  }
  // standings count for four epochs; those of this epoch are passed over
  await gate.curation.write.refreshCurators([gate.members.map(({ account }) => account.address)]);
  await commitLot(gate, { nonce, count });
  const seed = await drawSeed(gate, lotId);
  const sample = await gate.curation.read.sampleOf([lotId, seed]);
  const isBad = (position: number): boolean => (((masks[position >> 8] ?? 0n) >> BigInt(position & 255)) & 1n) === 1n;
  const lanes = laneMask(...sample.flatMap((position, lane) => (isBad(position) ? [lane] : [])));
  const votes = await drawVotes(gate, random, lotId, seed, lanes);
  await passDeadline(gate, lotId);
  const ballots = await signBallots(gate, lotId, votes);
  const hash = await gate.curation.write.closeAudit([lotId, 1, ballots, NO_OUTCOME], options).catch(() => undefined);
  if (hash === undefined) return undefined;
  const closed = { lotId, ...(await outcomeBy(gate, hash, seed)) };
  if (isCanary) {
    await gate.curation.write.openCanary([lotId, root, proof, canary.salt, masks, closed.outcome], {
      account: gate.producer.account,
      gas: GAS,
    });
    await gate.curation.write.resolveCanaries([root], options);
  }
  return { ...closed, votes, canary: isCanary, lanes };
}
