import { expect } from "chai";
import {
  type Address,
  concatHex,
  encodeAbiParameters,
  type Hash,
  type Hex,
  hexToBigInt,
  hexToNumber,
  keccak256,
  numberToHex,
  parseEventLogs,
  size,
  sliceHex,
  zeroHash,
} from "viem";
import type { ModelEntry } from "../models/curationScores.ts";
import { judgmentsOf } from "../models/judgments.ts";
import {
  closeAudit,
  commitLot,
  DAY,
  drawSeed,
  GAS,
  type Gate,
  laneMask,
  openPanel,
  type Outcome,
  passDeadline,
  unanimous,
  type Vote,
} from "./fixture.ts";

/** What the panel of these tests is asked to do, and for how much. */
export const TERMS = {
  bond: 1_000_000n,
  fee: 100_003n,
  challengeBond: 5_000n,
  seedDelay: 32,
  ballotWindow: Number(DAY),
  timeOut: 7 * Number(DAY),
  challengeWindow: Number(DAY),
  quorum: 600_000,
  coverage: 400_000,
  panel: 16,
  minHumanBallots: 0,
  normalSize: 256,
  normalAcceptance: 2,
  tightenedSize: 256,
  tightenedAcceptance: 0,
  reducedSize: 64,
  reducedAcceptance: 0,
  flags: 0,
} as const;

export const DEPOSIT = 50_000_000n;

/** A lot that was closed. */
export interface Closed {
  lotId: bigint;
  outcome: Outcome;
  ballots: Hex;
  judgments: Hex;
}

/** Nine curators who are paid, and a producer with a deposit. */
export async function openPaidPanel(terms: { flags?: number } = {}): Promise<Gate> {
  const gate = await openPanel();
  await gate.curation.write.setAuditToken([gate.protocol.addressOf("TestUSDC")], { account: gate.timelock });
  await gate.curation.write.setAuditTerms([{ ...TERMS, ...terms }], { account: gate.timelock });
  await depositFor(gate, gate.producer.account.address);
  return gate;
}

/** Puts tokens into an account's deposit. */
export async function depositFor(gate: Gate, account: Address, amount = DEPOSIT): Promise<void> {
  const { connection, protocol, stranger, curation } = gate;
  const token = protocol.addressOf("TestUSDC");
  const usdc = await connection.viem.getContractAt("TestUSDC", token);
  const splitter = await splitterOf(gate);
  const options = { account: stranger.account, gas: GAS };
  await usdc.write.mint([stranger.account.address, amount], options);
  await usdc.write.approve([splitter.address, amount], options);
  const pot = numberToHex(BigInt(account), { size: 32 });
  await splitter.write.fundPot([curation.address, pot, token, amount], options);
  await curation.write.deposit([account], options);
}

export const splitterOf = ({ connection, protocol }: Gate) =>
  connection.viem.getContractAt("RoyaltySplitter", protocol.addressOf("RoyaltySplitter"));

/** What the splitter owes an account in the audit token. */
export async function creditOf(gate: Gate, account: Address): Promise<bigint> {
  const splitter = await splitterOf(gate);
  return splitter.read.creditOf([account, gate.protocol.addressOf("TestUSDC")]);
}

/** What waits in the gate's common pot. */
export async function potOf(gate: Gate): Promise<bigint> {
  const splitter = await splitterOf(gate);
  return splitter.read.potOf([gate.curation.address, zeroHash, gate.protocol.addressOf("TestUSDC")]);
}

/** What the close in a mined transaction decided. */
export async function outcomeBy({ protocol: { publicClient }, curation }: Gate, hash: Hash, seed: Hex) {
  const { logs } = await publicClient.getTransactionReceipt({ hash });
  const [event] = parseEventLogs({ abi: curation.abi, logs, eventName: "AuditClosed" });
  if (event === undefined) throw new Error("AuditClosed was not emitted");
  const { ballots, covered, bad, weights } = event.args;
  const judgments = judgmentsOf(ballots);
  return { outcome: { seed, ballots: keccak256(judgments), covered, bad, weights }, ballots, judgments };
}

/** A lot that was committed, drawn and closed with these votes; the window is open. */
export async function closedLot(
  gate: Gate,
  votes: readonly Vote[] = unanimous(9),
  options: Parameters<typeof commitLot>[1] = {},
): Promise<Closed> {
  const lotId = await commitLot(gate, options);
  const seed = await drawSeed(gate, lotId);
  await passDeadline(gate, lotId);
  return { lotId, ...(await outcomeBy(gate, await closeAudit(gate, lotId, votes), seed)) };
}

/** Moves time to the end of the window, when a verdict is final. */
export async function passWindow({ connection: { networkHelpers }, curation }: Gate, lotId: bigint, round = 0) {
  const end = BigInt((await curation.read.auditOf([lotId, round])).clock);
  if (end > BigInt(await networkHelpers.time.latest())) await networkHelpers.time.increaseTo(end);
}

/** A lot whose verdict is final. */
export async function finalLot(...[gate, ...rest]: Parameters<typeof closedLot>): Promise<Closed> {
  const lot = await closedLot(gate, ...rest);
  await passWindow(gate, lot.lotId);
  return lot;
}

/** Settles a closed lot as a stranger. */
export const settle = (gate: Gate, { lotId, outcome, judgments }: Closed, round = 0): Promise<Hash> =>
  gate.curation.write.settleLot([lotId, round, outcome, judgments], { account: gate.stranger.account, gas: GAS });

const ENTRY = 25;

/** Entries of CuratorsScored. */
export function unpackScores(packed: Hex): ModelEntry[] {
  return Array.from({ length: size(packed) / ENTRY }, (_, i) => {
    const field = (from: number, to: number): Hex => sliceHex(packed, i * ENTRY + from, i * ENTRY + to);
    return {
      index: hexToNumber(field(0, 2)),
      hits: hexToNumber(field(2, 4)),
      misses: hexToNumber(field(4, 6)),
      falseAlarms: hexToNumber(field(6, 8)),
      points: hexToNumber(field(8, 11)),
      pay: hexToBigInt(field(11, 25)),
    };
  });
}

/** The events of one settlement. */
export async function settledBy({ protocol: { publicClient }, curation }: Gate, hash: Hash) {
  const { logs } = await publicClient.getTransactionReceipt({ hash });
  const parsed = parseEventLogs({ abi: curation.abi, logs });
  const settled = parsed.find(({ eventName }) => eventName === "LotSettled");
  const scored = parsed.find(({ eventName }) => eventName === "CuratorsScored");
  const level = parsed.find(({ eventName }) => eventName === "ProducerLevelSet");
  if (settled?.eventName !== "LotSettled" || scored?.eventName !== "CuratorsScored") throw new Error("not settled");
  return {
    settled: settled.args,
    scored: { ...scored.args, entries: unpackScores(scored.args.scores) },
    level: level?.eventName === "ProducerLevelSet" ? level.args : undefined,
  };
}

/** Sum of everything that the gate says it owes to somebody out of its pot, but for bonds and fees of open lots. */
export async function owedOf(gate: Gate, accounts: readonly Address[], curators = 9): Promise<bigint> {
  let owed = 0n;
  for (const account of accounts) owed += (await gate.curation.read.producerOf([account])).free;
  for (let index = 1; index <= curators; index++) owed += (await gate.curation.read.scoreOf([index])).pay;
  return owed;
}

/** Asserts that the pot holds exactly what the gate owes. */
export async function expectPot(gate: Gate, accounts: readonly Address[], atStake = 0n): Promise<void> {
  expect(await potOf(gate)).to.equal((await owedOf(gate, accounts)) + atStake);
}

/** Moves time into the next epoch. */
export async function passEpoch(gate: Gate): Promise<number> {
  const { time } = gate.connection.networkHelpers;
  const created = BigInt(await gate.studio.read.createdAt());
  const epoch = (BigInt(await time.latest()) - created) / (7n * DAY);
  await time.increaseTo(created + (epoch + 1n) * 7n * DAY);
  return Number(epoch);
}

/** A canary as its poster knows it. */
export interface Canary {
  lotId: bigint;
  salt: Hash;
  masks: bigint[];
}

/** Leaf of an OpenZeppelin StandardMerkleTree over (uint256 lotId, bytes32 truth). */
export function canaryLeaf({ lotId, salt, masks }: Canary): Hash {
  const truth = keccak256(encodeAbiParameters([{ type: "bytes32" }, { type: "uint256[]" }], [salt, masks]));
  const leaf = encodeAbiParameters([{ type: "uint256" }, { type: "bytes32" }], [lotId, truth]);
  return keccak256(keccak256(leaf));
}

/** Root and proof of a tree of one. */
export const canaryAlone = (canary: Canary): { root: Hash; proof: Hash[] } => ({ root: canaryLeaf(canary), proof: [] });

/** Root of a tree of two, and the proof of the first. */
export function canaryPair(canary: Canary, other: Canary): { root: Hash; proof: Hash[] } {
  const pair = [canaryLeaf(canary), canaryLeaf(other)].sort();
  return { root: keccak256(concatHex(pair)), proof: [canaryLeaf(other)] };
}

/** Words of a lot in which these assets are defective. */
export function masksOf(count: number, defects: readonly number[]): bigint[] {
  return Array.from({ length: Math.ceil(count / 256) }, (_, word) =>
    laneMask(...defects.filter((index) => index >> 8 === word).map((index) => index & 255)),
  );
}
