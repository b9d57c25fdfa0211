import { type Hash, type Hex, keccak256, numberToHex } from "viem";
import {
  adjudicate,
  challenge,
  drawPanel,
  type Opinion,
  passPanelDeadline,
  passWindow,
  startPaying,
} from "../../test/curation/disputes.ts";
import {
  closeAudit,
  commitLot,
  drawSeed,
  GAS,
  type Gate,
  openGateOn,
  type Outcome,
  passDeadline,
  passSeedBlock,
  presentOutcome,
  registerCurators,
  signBallots,
  unanimous,
  type Vote,
} from "../../test/curation/fixture.ts";
import { judgmentsOf } from "../../test/models/judgments.ts";
import { inventCurators } from "../../test/curation/storage.ts";
import { type BenchContext, divide, type Measurement } from "../context.ts";

const PANEL = 9;
const LARGE_PANEL = 64;
const LOT = 10_000;
const ALL = 2n ** 256n - 1n;

/** Amounts that leave something at every division, and enough on deposit for ten thousand bonds. */
const TERMS = { bond: 1_000_003n, fee: 90_001n, challengeBond: 101n } as const;

/** A word that looks random and is the same in every run. */
const noise = (i: number): bigint => BigInt(keccak256(numberToHex(i, { size: 32 })));

/** Every asset of a lot of 10,000, word by word, but for those that are blocked. */
async function allFree(gate: Gate, lotId: bigint): Promise<bigint[]> {
  const words = Math.ceil(LOT / 256);
  const blocked = await gate.registry.read.blockedMasks([lotId, 0, words]);
  return blocked.map((mask, word) => {
    const assets = Math.min(256, LOT - 256 * word);
    return ((1n << BigInt(assets)) - 1n) & ~mask;
  });
}

/** One lane in `rate`, the same ones in every run. */
const rare = (salt: number, rate: number): bigint =>
  Array.from({ length: 256 }, (_, lane) => lane).reduce(
    (mask, lane) => (noise(256 * salt + lane) % BigInt(rate) === 0n ? mask | (1n << BigInt(lane)) : mask),
    0n,
  );

/**
 * One asset in a thousand is defective, as in a lot that passes 256 lanes without a single bad one; a third of the panel
 * takes one more in two hundred for defective. Two thirds agree, so that everything is decided.
 */
function opinions(panel: number, words: number): Opinion[] {
  const truth = Array.from({ length: words }, (_, word) => rare(word, 1_000));
  return Array.from({ length: panel }, (_, i) => {
    const doubts = i % 3 === 2;
    const defect = truth.map((mask, word) => (doubts ? mask | rare(1_000 * (i + 1) + word, 200) : mask));
    return { index: i + 1, defect };
  });
}

/** Everybody says the same of the sample, but for a few defects that single curators see. */
const noisyVotes = (defect: bigint): Vote[] =>
  unanimous(PANEL, defect).map((vote) => {
    const seen = vote.index % 3 === 0 ? noise(3_000 * vote.index) & noise(4_000 * vote.index) : 0n;
    return { ...vote, defect: (vote.defect ?? 0n) | (seen & ~1n) };
  });

async function sum(context: BenchContext, hashes: readonly Hash[]): Promise<Measurement> {
  const total: Measurement = { gas: 0, newSlots: 0, updatedSlots: 0 };
  for (const hash of hashes) {
    const { gas, newSlots, updatedSlots } = await context.measure(hash);
    total.gas += gas;
    total.newSlots += newSlots;
    total.updatedSlots += updatedSlots;
  }
  return total;
}

/** Hash of the newest transaction. */
async function newest({ protocol: { publicClient } }: Gate): Promise<Hash> {
  const { transactions } = await publicClient.getBlock();
  const [hash] = transactions;
  if (hash === undefined) throw new Error("The last block is empty");
  return hash;
}

/** What is needed to settle a close, as it is known when it happens. */
interface Closed {
  hash: Hash;
  outcome: Outcome;
  judgments: Hex;
}

async function draw(gate: Gate, lotId: bigint): Promise<Hash> {
  await passSeedBlock(gate, lotId);
  await drawSeed(gate, lotId);
  return newest(gate);
}

async function close(gate: Gate, lotId: bigint, votes: readonly Vote[]): Promise<Closed> {
  await passDeadline(gate, lotId);
  const ballots = await signBallots(gate, lotId, votes);
  const hash = await closeAudit(gate, lotId, votes);
  return { hash, outcome: await presentOutcome(gate, lotId), judgments: judgmentsOf(ballots) };
}

const settle = (gate: Gate, lotId: bigint, round: number, { outcome, judgments }: Closed): Promise<Hash> =>
  gate.curation.write.settleLot([lotId, round, outcome, judgments], { account: gate.stranger.account, gas: GAS });

/**
 * Every asset of a lot challenged, until each is judged and both audits are settled: commit, two audits, challenge,
 * panel, judgment, settlements. What the settlements are of it is reported beside it.
 */
export async function allChallenged(context: BenchContext): Promise<Record<string, Measurement>> {
  const gate = await openGateOn(context);
  await registerCurators(gate);
  await startPaying(gate, TERMS);
  // a lot before, so that every balance and every score is there already
  const first = await commitLot(gate, { count: LOT, nonce: 1n });
  await draw(gate, first);
  const before = await close(gate, first, noisyVotes(1n));
  await passWindow(gate, first);
  await settle(gate, first, 0, before);

  const lotId = await commitLot(gate, { count: LOT, nonce: 2n });
  const steps: Hash[] = [await newest(gate)];
  steps.push(await draw(gate, lotId));
  const firstClose = await close(gate, lotId, noisyVotes(1n));
  steps.push(firstClose.hash);
  const masks = await allFree(gate, lotId);
  steps.push(await challenge(gate, lotId, { masks }));
  steps.push(await draw(gate, lotId));
  const secondClose = await close(gate, lotId, noisyVotes(0n));
  steps.push(secondClose.hash);
  await passWindow(gate, lotId);
  const call = await gate.curation.write.callPanel([lotId], { account: gate.stranger.account, gas: GAS });
  steps.push(call);
  await drawPanel(gate, lotId);
  steps.push(await newest(gate));
  await passPanelDeadline(gate, lotId);
  steps.push(await adjudicate(gate, lotId, 1, { masks }, opinions(PANEL, masks.length)));
  if ((await gate.curation.read.disputeOf([lotId])).open !== 0) throw new Error("Not every asset is decided");
  const settled = [await settle(gate, lotId, 0, firstClose), await settle(gate, lotId, 1, secondClose)];
  return {
    "gas.curation.lot10kAllChallengedPerAsset": divide(await sum(context, [...steps, ...settled]), LOT),
    "gas.curation.settleAllChallengedPerAsset": divide(await sum(context, settled), LOT),
  };
}

/** 64 ballots on 1,024 challenged assets in one transaction, where judging is free and where it is paid. */
export async function perItemVote(context: BenchContext): Promise<Record<string, Measurement>> {
  const gate = await openGateOn(context);
  await inventCurators(gate, LARGE_PANEL);
  const votes = LARGE_PANEL * 1_024;
  const judge = async (nonce: bigint, fee: bigint): Promise<Measurement> => {
    await startPaying(gate, { ...TERMS, fee, panel: LARGE_PANEL });
    return divide(await context.measure(await judgeTwice(gate, nonce)), votes);
  };
  return {
    "gas.curation.perItemVote1024": await judge(1n, 0n),
    "gas.curation.perItemVote1024Paid": await judge(2n, TERMS.fee),
  };
}

/** Judges two challenges of four words of a new lot; the second one finds everybody's pay there already. */
async function judgeTwice(gate: Gate, nonce: bigint): Promise<Hash> {
  const lotId = await commitLot(gate, { count: 65_536, nonce });
  await draw(gate, lotId);
  await close(gate, lotId, unanimous(LARGE_PANEL));
  const masks = [ALL, ALL, ALL, ALL];
  await challenge(gate, lotId, { masks });
  await challenge(gate, lotId, { firstWord: 10, masks });
  await passWindow(gate, lotId);
  await gate.curation.write.callPanel([lotId], { account: gate.stranger.account, gas: GAS });
  await drawPanel(gate, lotId);
  await passPanelDeadline(gate, lotId);
  const ballots = opinions(LARGE_PANEL, masks.length);
  await adjudicate(gate, lotId, 1, { masks }, ballots);
  const hash = await adjudicate(gate, lotId, 2, { firstWord: 10, masks }, ballots);
  if ((await gate.curation.read.disputeOf([lotId])).open !== 0) throw new Error("Not every asset is decided");
  return hash;
}
