import { type Judgment, type SignedBallot } from "@imprimatur/sdk/curation";
import { keccak256 } from "viem";
import { commit, gate, type House, type Judge } from "./house.ts";
import { weightOf } from "./replayCuration.ts";

const SEED_DELAY = 33;
const HOUR = 3_600;
const DAY = 86_400;
const WEEK = 7 * DAY;
/** Newest version of the terms. */
const TERMS = 2;
const EVIDENCE = keccak256("0x03");
const DEFECTIVE = 1_000_000;

/** A lot's whole life, in as many ways as there are. */
export async function curate(house: House): Promise<void> {
  await accept(house, await commit(house, 60));
  await reject(house, await commit(house, 300));
  await dispute(house, await commit(house, 700));
  await house.pass(2 * WEEK);
  await house.registrar.refreshCuratorsAndWait({ accounts: house.judges.map(({ account }) => account) });
  await house.pass(WEEK);
  await suspend(house, await commit(house, 200));
  await expire(house, await commit(house, 90));
  await equivocate(house, await commit(house, 30));
  await share(house);
}

/** Two verdicts, the second one by more; then everybody is paid. */
async function accept(house: House, lotId: bigint): Promise<void> {
  await audit(house, lotId, { defects: 20_000, judges: 3 });
  await close(house, lotId, { defects: 10_000, judges: 5 });
  await house.pass(HOUR);
  await settle(house, lotId, 0);
}

async function reject(house: House, lotId: bigint): Promise<void> {
  await audit(house, lotId, { defects: DEFECTIVE, judges: 5 });
  await house.pass(HOUR);
  await settle(house, lotId, 0);
}

/** Some assets are challenged, some vetoed; a panel decides about the first, the ruler about the others. */
async function dispute(house: House, lotId: bigint): Promise<void> {
  const { challenger, timelock, random } = house;
  await audit(house, lotId, { defects: 0, judges: 5 });
  const assets = [3, 256 + random.integer(0, 200), 600];
  await challenger.challengeAndWait({ lotId, assets, evidence: EVIDENCE });
  await timelock.vetoAndWait({ lotId, word: 1, mask: 1n << 250n, reasonCode: EVIDENCE, evidence: EVIDENCE });
  await house.pass(HOUR);
  await challenger.callPanelAndWait({ lotId });
  await house.mine(SEED_DELAY);
  await challenger.drawPanelAndWait({ lotId });
  await house.pass(HOUR);
  await adjudicate(house, lotId);
  await timelock.liftVetoAndWait({ lotId, word: 1, mask: 1n << 250n });
  await settle(house, lotId, 0);
}

/** The panel finds the first asset good and the others defective. */
async function adjudicate(house: House, lotId: bigint): Promise<void> {
  const { challenger, judges } = house;
  const { firstWord, masks } = await challenger.getOpenMasks({ lotId, id: 1 });
  const words = masks.flatMap((mask, at) => (at === 0 ? [mask, 0n] : [0n, mask]));
  const { seed = "0x", epoch } = await challenger.getDispute({ lotId });
  const { terms } = await challenger.getAuditTerms({ version: TERMS });
  const charterVersion = 1;
  const ballots = await Promise.all(
    judges.map(async ({ index: curator, key: account }) => ({
      ...(await challenger.signAuditBallot({
        ...({ kind: "adjudication", lotId, firstWord, words } as const),
        ...{ seed, charterVersion, curator, account },
      })),
      weight: await weightOf(house, { seed, epoch, panel: terms.panel, widening: 0, index: curator }),
    })),
  );
  const drawn = ballots.filter(({ weight }) => weight > 0);
  await challenger.adjudicateAndWait({ lotId, id: 1, firstWord, masks, charterVersion, ballots: drawn });
}

/** The whole lot is challenged, and the second audit proves it right. */
async function suspend(house: House, lotId: bigint): Promise<void> {
  const { challenger } = house;
  await audit(house, lotId, { defects: 0, judges: 5 });
  await challenger.challengeLotAndWait({ lotId, evidence: EVIDENCE });
  await audit(house, lotId, { defects: DEFECTIVE, judges: 5 });
  await house.pass(HOUR);
  await challenger.dropChallengeAndWait({ lotId, id: 1, firstWord: 0, masks: [] });
  await settle(house, lotId, 1);
  await settle(house, lotId, 0);
}

/** Nobody closes it in time. */
async function expire(house: House, lotId: bigint): Promise<void> {
  await house.mine(SEED_DELAY);
  await house.registrar.drawSeedAndWait({ lotId });
  await house.pass(HOUR + DAY + 1);
  await house.registrar.expireLotAndWait({ lotId });
}

/** Somebody who is drawn brings a ballot to the chain; the volunteer signs two that contradict each other. */
async function equivocate(house: House, lotId: bigint): Promise<void> {
  const { registrar, judges } = house;
  const last = judges.at(-1);
  if (last === undefined) throw new Error("nobody judges here");
  await house.mine(SEED_DELAY);
  await registrar.drawSeedAndWait({ lotId });
  const { seed, charterVersion } = await registrar.sampleLot({ lotId });
  const signed = await Promise.all(judges.map((judge) => vote(house, lotId, judge, 0)));
  const weighed = await registrar.weighBallots({ lotId, ballots: signed });
  const drawn = weighed.find(({ weight }) => weight > 0);
  if (drawn !== undefined) await registrar.castDirectAndWait({ lotId, charterVersion, ballot: drawn });

  const [one, other] = await Promise.all([vote(house, lotId, last, 0), vote(house, lotId, last, DEFECTIVE)]);
  const message = { kind: 0, subject: lotId, seed, charterVersion, firstWord: 0 };
  await registrar.proveEquivocationAndWait({
    a: { ...message, words: one.words },
    signatureA: `${one.r}${one.vs.slice(2)}`,
    b: { ...message, words: other.words },
    signatureB: `${other.r}${other.vs.slice(2)}`,
  });
}

/** Points of the epochs that are over become reputation, and pay is claimed. */
async function share(house: House): Promise<void> {
  const { registrar, judges } = house;
  await house.pass(WEEK);
  const { timestamp } = await registrar.getBlock();
  const present = await registrar.readContract({ ...gate(house), functionName: "epochAt", args: [timestamp] });
  await house.pass(DAY);
  await registrar.closeEpochAndWait({ epoch: present - 1 });
  for (const { account, index } of judges) {
    const { pay } = await registrar.getScore({ curator: index });
    if (pay > 0n) await registrar.claimPayAndWait({ curator: account });
    const { points, canaryPoints } = await registrar.getPoints({ curator: index, epoch: present - 1 });
    if (points + canaryPoints > 0n) await registrar.claimReputationAndWait({ curator: account, epoch: present - 1 });
  }
}

interface Sitting {
  /** ppm of the lanes that the judges find defective. */
  defects: number;
  /** How many of them vote. */
  judges: number;
}

/** Draws a seed, lets them vote, and closes. */
export async function audit(house: House, lotId: bigint, sitting: Sitting): Promise<void> {
  await house.mine(SEED_DELAY);
  await house.registrar.drawSeedAndWait({ lotId });
  await house.pass(HOUR);
  await close(house, lotId, sitting);
}

/** The ballots of those who are drawn among the first judges. */
export async function close(house: House, lotId: bigint, { defects, judges }: Sitting): Promise<void> {
  const { registrar } = house;
  const signed = await Promise.all(house.judges.slice(0, judges).map((judge) => vote(house, lotId, judge, defects)));
  const weighed = await registrar.weighBallots({ lotId, ballots: signed });
  const ballots = weighed.filter(({ weight }) => weight > 0);
  await registrar.closeAuditAndWait({ lotId, charterVersion: 1, ballots });
}

/** What a judge makes of a lot's sample. */
export async function vote(house: House, lotId: bigint, judge: Judge, defects: number): Promise<SignedBallot> {
  const { registrar, random } = house;
  const { positions, seed, charterVersion } = await registrar.sampleLot({ lotId });
  const judgments = positions.map((): Judgment => (random.chance(defects) ? "defect" : "ok"));
  const { index: curator, key: account } = judge;
  return registrar.signAuditBallot({ account, lotId, seed, charterVersion, curator, judgments });
}

/** Settles a round that is final. */
export async function settle(house: House, lotId: bigint, round: number): Promise<void> {
  const { registrar } = house;
  const { outcome, judgments } = await registrar.getOutcome({ lotId, round });
  await registrar.settleLotAndWait({ lotId, round, outcome, judgments });
}
