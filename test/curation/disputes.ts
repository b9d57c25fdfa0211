import { expect } from "chai";
import {
  type Address,
  concatHex,
  type ContractEventArgsFromTopics,
  getAddress,
  type Hash,
  hashTypedData,
  type Hex,
  numberToHex,
  parseEventLogs,
  parseSignature,
  zeroHash,
} from "viem";
import type { PrivateKeyAccount } from "viem/accounts";
import { headerOf } from "../helpers/history.ts";
import type { Wallet } from "../helpers/protocol.ts";
import {
  ballotKey,
  BALLOT_TYPES,
  closeAudit,
  compact,
  domainOf,
  expectGateRefuses,
  GAS,
  type Gate,
  hashOf,
  lotIdOf,
  openAudit,
  openPanel,
  sharedGate,
  unanimous,
} from "./fixture.ts";
import { mappingSlot, slotOf } from "./storage.ts";

export const EVIDENCE = hashOf("evidence");
export const REASON = hashOf("reason");
export const DEPOSIT = 10_000_000n;

/** Terms with money in odd amounts, so that every division leaves something; the clocks are the defaults. */
export const PAID_TERMS = {
  bond: 50_021n,
  fee: 1_003n,
  challengeBond: 701n,
  seedDelay: 32,
  ballotWindow: 86_400,
  timeOut: 604_800,
  challengeWindow: 86_400,
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

export type DisputeTerms = { [K in keyof typeof PAID_TERMS]: (typeof PAID_TERMS)[K] extends bigint ? bigint : number };
type RefusedBy = Parameters<typeof expectGateRefuses>[2];

/** Audits cost money from now on, and everybody named has some on deposit. */
export async function startPaying(gate: Gate, terms: Partial<DisputeTerms> = {}): Promise<void> {
  const { curation, protocol, timelock } = gate;
  const token = protocol.addressOf("TestUSDC");
  if (BigInt(await curation.read.auditToken()) === 0n) {
    await curation.write.setAuditToken([token], { account: timelock });
    for (const wallet of [gate.producer, gate.stranger, ...gate.members]) await deposit(gate, wallet);
  }
  await curation.write.setAuditTerms([{ ...PAID_TERMS, ...terms }], { account: timelock });
}

/** Puts tokens of a wallet on deposit. */
export async function deposit(gate: Gate, wallet: Wallet, amount = DEPOSIT): Promise<void> {
  const { viem } = gate.connection;
  const splitter = await viem.getContractAt("RoyaltySplitter", gate.protocol.addressOf("RoyaltySplitter"));
  const usdc = await viem.getContractAt("TestUSDC", gate.protocol.addressOf("TestUSDC"));
  const account = wallet.account.address;
  await usdc.write.mint([account, amount], { account });
  await usdc.write.approve([splitter.address, amount], { account });
  const pot = numberToHex(BigInt(account), { size: 32 });
  await splitter.write.fundPot([gate.clones.curation, pot, usdc.address, amount], { account });
  await gate.curation.write.deposit([account], { account });
}

/** A gate with nine curators that pay and are paid, and an accepted lot of 600 assets whose window is open. */
export async function openDisputed(terms: Partial<DisputeTerms> = {}, count = 600): Promise<Gate> {
  const gate = await openPanel();
  await startPaying(gate, terms);
  await acceptLot(gate, 1n, count);
  return gate;
}

/** Commits a lot and has all nine curators accept it at once. */
export async function acceptLot(gate: Gate, nonce: bigint, count = 600): Promise<bigint> {
  const lotId = await openAudit(gate, { count, nonce });
  await closeAudit(gate, lotId, unanimous(9));
  return lotId;
}

/** The same gate for every test of a file. */
export const disputedGate = (terms: Partial<DisputeTerms> = {}, count = 600): (() => Promise<Gate>) =>
  sharedGate(() => openDisputed(terms, count));

export const firstLot = ({ producer }: Gate): bigint => lotIdOf(producer.account.address, 1n);

/** A challenge by its first word and masks. */
export interface Words {
  firstWord?: number;
  masks: readonly bigint[];
}

export function challenge(gate: Gate, lotId: bigint, { firstWord = 0, masks }: Words, by: Wallet = gate.stranger) {
  return gate.curation.write.challenge([lotId, firstWord, masks, EVIDENCE], { account: by.account, gas: GAS });
}

export function challengeLot(gate: Gate, lotId: bigint, by: Wallet = gate.stranger) {
  return gate.curation.write.challengeLot([lotId, EVIDENCE], { account: by.account, gas: GAS });
}

/** Moves time to the end of the lot's challenge window. */
export async function passWindow({ connection: { networkHelpers }, registry }: Gate, lotId: bigint): Promise<void> {
  const end = BigInt((await registry.read.lotOf([lotId])).releasableAt);
  if (end > BigInt(await networkHelpers.time.latest())) await networkHelpers.time.increaseTo(end);
}

/** Mines past the seed block of the panel and draws it. */
export async function drawPanel(gate: Gate, lotId: bigint): Promise<Hex> {
  const { networkHelpers } = gate.connection;
  const seedBlock = BigInt((await gate.curation.read.disputeOf([lotId])).clock);
  const now = BigInt(await networkHelpers.time.latestBlock());
  if (now < seedBlock) await networkHelpers.mine(seedBlock - now);
  const header = await headerOf(gate.connection, seedBlock);
  await gate.curation.write.drawPanel([lotId, header, zeroHash], { account: gate.stranger.account, gas: GAS });
  return (await gate.curation.read.disputeOf([lotId])).seed;
}

/** The window is over, a panel is called and drawn. */
export async function seatPanel(gate: Gate, lotId: bigint): Promise<Hex> {
  await passWindow(gate, lotId);
  await gate.curation.write.callPanel([lotId], { account: gate.stranger.account, gas: GAS });
  return drawPanel(gate, lotId);
}

/** Moves time to the panel's ballot deadline. */
export async function passPanelDeadline({ connection: { networkHelpers }, curation }: Gate, lotId: bigint) {
  const deadline = BigInt((await curation.read.disputeOf([lotId])).clock);
  if (deadline > BigInt(await networkHelpers.time.latest())) await networkHelpers.time.increaseTo(deadline);
}

/** What a curator says of each word; what it does not call defective it calls ok, unless `ok` says otherwise. */
export interface Opinion {
  index: number;
  defect: readonly bigint[];
  ok?: readonly bigint[];
  key?: PrivateKeyAccount;
  /** Replaces fields of what is signed. */
  signed?: Partial<{ kind: number; subject: bigint; seed: Hex; charterVersion: number; firstWord: number }>;
}

const ALL = 2n ** 256n - 1n;

export const wordPairs = ({ defect, ok }: Opinion): bigint[] =>
  defect.flatMap((mask, word) => [ok?.[word] ?? ALL ^ mask, mask]);

/** One ballot of the panel on the wire. */
export async function signOpinion(gate: Gate, lotId: bigint, firstWord: number, opinion: Opinion): Promise<Hex> {
  const { seed } = await gate.curation.read.disputeOf([lotId]);
  const words = wordPairs(opinion);
  const hash = hashTypedData({
    domain: await domainOf(gate),
    types: BALLOT_TYPES,
    primaryType: "AuditBallot",
    message: { kind: 1, subject: lotId, seed, charterVersion: 1, firstWord, words, ...opinion.signed },
  });
  const { r, s, yParity } = parseSignature(await (opinion.key ?? ballotKey(opinion.index)).sign({ hash }));
  return concatHex([
    numberToHex(opinion.index, { size: 2 }),
    r,
    compact(s, yParity),
    ...words.map((word) => numberToHex(word, { size: 32 })),
  ]);
}

export async function signOpinions(gate: Gate, lotId: bigint, firstWord: number, opinions: readonly Opinion[]) {
  return concatHex(await Promise.all(opinions.map((opinion) => signOpinion(gate, lotId, firstWord, opinion))));
}

/** Curators 1 to `panel` who say the same, without those named. */
export const agreed = (defect: readonly bigint[], { panel = 9, without = [] as number[] } = {}): Opinion[] =>
  Array.from({ length: panel }, (_, i) => ({ index: i + 1, defect })).filter(({ index }) => !without.includes(index));

/** Brings the ballots on a challenge. */
export async function adjudicate(
  gate: Gate,
  lotId: bigint,
  id: number,
  { firstWord = 0, masks }: Words,
  opinions: readonly Opinion[],
): Promise<Hash> {
  const ballots = await signOpinions(gate, lotId, firstWord, opinions);
  return gate.curation.write.adjudicate([lotId, id, firstWord, masks, 1, ballots], {
    account: gate.stranger.account,
    gas: GAS,
  });
}

export function dropChallenge(gate: Gate, lotId: bigint, id: number, { firstWord = 0, masks }: Words) {
  return gate.curation.write.dropChallenge([lotId, id, firstWord, masks], {
    account: gate.members[8]?.account ?? gate.stranger.account,
    gas: GAS,
  });
}

type DisputeEvent = "LotChallenged" | "ChallengeResolved" | "ChallengeJudged" | "AdjudicatorsPaid" | "LotSuspended";

/** The one event of this name in a mined transaction. */
export async function eventOf<const TName extends DisputeEvent>(
  { protocol: { publicClient }, curation }: Gate,
  hash: Hash,
  eventName: TName,
): Promise<ContractEventArgsFromTopics<Gate["curation"]["abi"], TName>> {
  const { logs } = await publicClient.getTransactionReceipt({ hash });
  const found = parseEventLogs({ abi: curation.abi, logs, eventName });
  const [event] = found;
  if (found.length !== 1 || event === undefined) throw new Error(`${found.length} events ${eventName}`);
  return event.args as ContractEventArgsFromTopics<Gate["curation"]["abi"], TName>;
}

/** What an account has on deposit and not at stake. */
export const freeOf = async ({ curation }: Gate, { account }: Wallet): Promise<bigint> =>
  (await curation.read.producerOf([account.address])).free;

/** How the free deposits of some wallets change by a call. */
export async function changesOf<const TNames extends string>(
  gate: Gate,
  wallets: Record<TNames, Wallet>,
  call: () => Promise<Hash>,
): Promise<Record<TNames, bigint> & { hash: Hash }> {
  const names = Object.keys(wallets) as TNames[];
  const balances = () => Promise.all(names.map((name) => freeOf(gate, wallets[name])));
  const before = await balances();
  const hash = await call();
  const after = await balances();
  const changes = Object.fromEntries(names.map((name, i) => [name, (after[i] ?? 0n) - (before[i] ?? 0n)]));
  return { ...(changes as Record<TNames, bigint>), hash };
}

/** Pay of the curators, by index, as it is stored: 112 bits above the 136 of what they scored. */
export async function paysOf({ connection, curation }: Gate, curators = 9): Promise<bigint[]> {
  const slot = await slotOf("scores");
  const keys = Array.from({ length: curators }, (_, i) => mappingSlot(slot, BigInt(i + 1)));
  const words = keys.map((key) => connection.networkHelpers.getStorageAt(curation.address, key));
  return (await Promise.all(words)).map((word) => (BigInt(word) >> 136n) & (2n ** 112n - 1n));
}

/** What is at stake in a lot that is not settled: the producer's, the second audit's, and every open challenge's. */
export async function stakeOf({ curation }: Gate, lotId: bigint): Promise<bigint> {
  const dispute = await curation.read.disputeOf([lotId]);
  const { terms: version } = await curation.read.auditOf([lotId, 0]);
  const terms = await curation.read.termsOf([version]);
  let stake = terms.bond - dispute.paid + terms.fee;
  if (dispute.suspender !== 0) stake += terms.fee;
  for (let id = 1; id <= dispute.challenges; id++) {
    const { bond, flags, masks } = await curation.read.challengeOf([lotId, id]);
    stake += bond;
    if (masks !== zeroHash && (flags & 3) === 0) stake += terms.fee;
  }
  return stake;
}

/** Asserts that every unit in the gate's pot is somebody's: free, pay, or at stake in one of these lots. */
export async function expectConserved(gate: Gate, lots: readonly bigint[]): Promise<void> {
  const { viem } = gate.connection;
  const splitter = await viem.getContractAt("RoyaltySplitter", gate.protocol.addressOf("RoyaltySplitter"));
  const held = await splitter.read.potOf([gate.clones.curation, zeroHash, gate.protocol.addressOf("TestUSDC")]);
  const free = await Promise.all(
    [gate.producer, gate.stranger, gate.registrar, ...gate.members].map((wallet) => freeOf(gate, wallet)),
  );
  const stakes = await Promise.all(lots.map((lotId) => stakeOf(gate, lotId)));
  const all = [...free, ...stakes, ...(await paysOf(gate))];
  expect(all.reduce((sum, amount) => sum + amount, 0n)).to.equal(held);
}

/** One word of what is blocked in the lot. */
export const blockedWord = ({ registry }: Gate, lotId: bigint, word: number): Promise<bigint> =>
  registry.read.blockedWord([lotId, word]);

/** Asserts a refusal by the gate. */
export const refuseOf =
  (gate: () => Gate) =>
  (call: () => Promise<Hash>, error: RefusedBy, args: readonly unknown[]): Promise<void> =>
    expectGateRefuses(gate(), call, error, args);

export const addressOf = ({ account }: Wallet): Address => getAddress(account.address);
