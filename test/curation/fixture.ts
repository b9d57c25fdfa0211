import {
  type Account,
  type Address,
  concatHex,
  type ContractErrorName,
  type Hash,
  hashTypedData,
  type Hex,
  keccak256,
  numberToHex,
  parseEventLogs,
  parseSignature,
  stringToHex,
  zeroHash,
} from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { headerOf } from "../helpers/history.ts";
import {
  type Connection,
  createStudio,
  deployProtocol,
  PRESET,
  type Protocol,
  type StudioClones,
  type StudioConfig,
  type Wallet,
} from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { FIXED_SPLIT } from "../helpers/split.ts";
import { judgmentsOf } from "../models/judgments.ts";

export const STATUS = { none: 0, pending: 1, accepted: 2, rejected: 3, suspended: 4 } as const;
export const CLASS = { none: 0, selfPublished: 1, selfCertified: 2, panel: 3 } as const;

export const DAY = 86_400n;
export const HOUR = 3_600n;
export const SEED_DELAY = 32n;
export const ALL_LANES = 2n ** 256n - 1n;

/** Enough for every call of these tests; named so that a call that reverts is mined and not stopped at estimation. */
export const GAS = 15_000_000n;

export const hashOf = (text: string): Hash => keccak256(stringToHex(text));
export const lotIdOf = (producer: Address, nonce: bigint): bigint => (BigInt(producer) << 64n) | nonce;

/** The ballot key number `i` of these tests. */
export const ballotKey = (i: number): PrivateKeyAccount => privateKeyToAccount(hashOf(`ballot key ${i}`));

/** A studio on the real protocol, its people, and the contracts they use. */
export interface Gate {
  connection: Connection;
  protocol: Protocol;
  clones: StudioClones;
  recipeId: Hash;
  /** Account without storage of its own that acts as the studio's timelock. */
  timelock: Address;
  registrar: Wallet;
  producer: Wallet;
  stranger: Wallet;
  members: Wallet[];
  curation: Awaited<ReturnType<typeof contractsOf>>["curation"];
  /** The gate as each of its parts: their ABIs have the errors of libraries, too. */
  parts: Awaited<ReturnType<typeof contractsOf>>["parts"];
  registry: Awaited<ReturnType<typeof contractsOf>>["registry"];
  studio: Awaited<ReturnType<typeof contractsOf>>["studio"];
}

async function contractsOf({ connection: { viem }, addressOf }: Protocol, clones: StudioClones) {
  return {
    curation: await viem.getContractAt("ICuration", clones.curation),
    parts: [
      await viem.getContractAt("Curation", clones.curation),
      await viem.getContractAt("CurationBallots", clones.curation),
      await viem.getContractAt("CurationRolls", clones.curation),
      await viem.getContractAt("CurationScores", clones.curation),
      await viem.getContractAt("CurationDisputes", clones.curation),
      await viem.getContractAt("CurationSlates", clones.curation),
      await viem.getContractAt("CurationObjections", clones.curation),
    ] as const,
    registry: await viem.getContractAt("AssetRegistry", addressOf("AssetRegistry")),
    studio: await viem.getContractAt("Studio", clones.studio),
  };
}

/** A collective of nine members whose recipe a producer may use; nobody is a curator yet. */
export async function openGate(connection?: Connection, overrides: Partial<StudioConfig> = {}): Promise<Gate> {
  return openGateOn(await deployProtocol(connection), overrides);
}

/** The same on a protocol that is there already. */
export async function openGateOn(protocol: Protocol, overrides: Partial<StudioConfig> = {}): Promise<Gate> {
  const [, ...people] = protocol.wallets;
  const members = people.slice(0, overrides.preset === PRESET.solo ? 1 : 9);
  const [registrar, producer, stranger] = people.slice(9) as [Wallet, Wallet, Wallet];
  await startAtNoon(protocol.connection);
  const clones = await createStudio(protocol, {
    registrar: registrar.account.address,
    founders: members.map(({ account }) => account.address),
    ...overrides,
  });
  const timelock = clones.timelock;
  await protocol.connection.networkHelpers.impersonateAccount(timelock);
  await protocol.connection.networkHelpers.setBalance(timelock, 10n ** 20n);
  const contracts = await contractsOf(protocol, clones);
  const recipeId = await registerRecipe(contracts.registry, timelock, registrar);
  await contracts.curation.write.admitProducer([producer.account.address, 200_000], { account: registrar.account });
  return {
    connection: protocol.connection,
    protocol,
    clones,
    recipeId,
    timelock,
    registrar,
    producer,
    stranger,
    members,
    ...contracts,
  };
}

/** Prepares a gate once and gives every test that same state again. */
export function sharedGate(prepare: () => Promise<Gate>): () => Promise<Gate> {
  let prepared: { gate: Gate; restore: () => Promise<void> } | undefined;
  return async () => {
    if (prepared === undefined) {
      const gate = await prepare();
      const snapshot = await gate.connection.networkHelpers.takeSnapshot();
      prepared = { gate, restore: () => snapshot.restore() };
    } else {
      await prepared.restore();
    }
    return prepared.gate;
  };
}

/** A gate whose nine members are curators 1 to 9. */
export async function openPanel(connection?: Connection, overrides: Partial<StudioConfig> = {}): Promise<Gate> {
  const gate = await openGate(connection, overrides);
  await registerCurators(gate);
  return gate;
}

/** Grants reputation as the timelock. */
export async function grantReputation({ connection, clones, timelock }: Gate, account: Address, amount: bigint) {
  const reputation = await connection.viem.getContractAt("ReputationToken", clones.reputation);
  await reputation.write.mint([account, amount, zeroHash, zeroHash], { account: timelock });
}

/** Asserts that the gate refuses a call with this error, and that the whole state stays as it was. */
export async function expectGateRefuses(
  gate: Gate,
  call: () => Promise<Hash>,
  error: ContractErrorName<Gate["parts"][number]["abi"]>,
  args: readonly unknown[],
): Promise<void> {
  const by = gate.parts.find(({ abi }) => abi.some((item) => item.type === "error" && item.name === error));
  await expectRefused(gate.protocol, call, { by: by ?? gate.curation, error, args, others: clonesOf(gate) });
}

/** The same for a studio of one member, which certifies its own lots. */
export async function openSoloGate(): Promise<Gate> {
  const protocol = await deployProtocol();
  return openGateOn(protocol, { preset: PRESET.solo });
}

/** Quotas count UTC days: no test may depend on the hour at which it runs. */
async function startAtNoon({ networkHelpers: { time } }: Connection): Promise<void> {
  const today = BigInt(await time.latest()) / DAY;
  await time.increaseTo((today + 1n) * DAY + DAY / 2n);
}

async function registerRecipe(registry: Gate["registry"], timelock: Address, registrar: Wallet): Promise<Hash> {
  const input = {
    licensor: timelock,
    kind: 0,
    commitment: hashOf("commitment"),
    metadata: hashOf("metadata"),
    parents: [],
    split: [{ account: timelock, weight: 1_000_000, roles: 1 }],
    options: FIXED_SPLIT,
    terms: { derivativeFloor: 0, ownerUsages: 0, secondaryRate: 0 },
  } as const;
  await registry.write.registerRecipe([input, 0n, "0x"], { account: registrar.account });
  return registry.read.hashRecipe([input]);
}

/** What of a gate its signatures name. */
type SigningGate = Pick<Gate, "protocol" | "clones">;

/** The key's consent to serve a member. */
export async function signKey(gate: SigningGate, account: Address, key: PrivateKeyAccount, over: KeyConsent = {}) {
  return key.signTypedData({
    domain: await domainOf(gate, over),
    types: {
      CuratorKey: [
        { name: "account", type: "address" },
        { name: "key", type: "address" },
      ],
    },
    primaryType: "CuratorKey",
    message: { account, key: key.address },
  });
}

/** Another domain than the right one. */
export interface KeyConsent {
  chainId?: number;
  verifyingContract?: Address;
}

export async function domainOf(gate: SigningGate, { chainId, verifyingContract }: KeyConsent = {}) {
  return {
    name: "Imprimatur Curation",
    version: "1",
    chainId: chainId ?? (await gate.protocol.publicClient.getChainId()),
    verifyingContract: verifyingContract ?? gate.clones.curation,
  };
}

/** Registers members as curators; curator i uses ballot key i. */
export async function registerCurators(
  gate: SigningGate & Pick<Gate, "curation" | "members">,
  members: readonly Wallet[] = gate.members,
): Promise<void> {
  for (const { account } of members) {
    const { length: registered } = await curatorsOf(gate);
    const key = ballotKey(registered + 1);
    const signature = await signKey(gate, account.address, key);
    await gate.curation.write.registerCurator([key.address, signature], { account });
  }
}

const curatorsOf = async ({ curation }: Pick<Gate, "curation">) => ({ length: await curation.read.curatorCount() });

/** Commits a lot to the gate. */
export async function commitLot(
  { registry, recipeId, clones, producer }: Gate,
  { count = 10_000, nonce = 1n, by = producer.account }: { count?: number; nonce?: bigint; by?: Account } = {},
): Promise<bigint> {
  const manifest = hashOf("manifest");
  const input = { recipeId, nonce, root: hashOf(`root ${nonce}`), count, gate: clones.curation, manifest };
  await registry.write.commitLot([input], { account: by, gas: GAS });
  return lotIdOf(by.address, nonce);
}

/** Mines past the seed block and returns its number. */
export async function passSeedBlock({ connection, curation }: Gate, lotId: bigint): Promise<bigint> {
  const seedBlock = BigInt((await auditOf({ curation }, lotId)).clock);
  const now = BigInt(await connection.networkHelpers.time.latestBlock());
  if (now < seedBlock) await connection.networkHelpers.mine(seedBlock - now);
  return seedBlock;
}

/** Draws the seed of a committed lot with the real header of its seed block. */
export async function drawSeed(gate: Gate, lotId: bigint): Promise<Hex> {
  const seedBlock = await passSeedBlock(gate, lotId);
  const header = await headerOf(gate.connection, seedBlock);
  await gate.curation.write.drawSeed([lotId, header, zeroHash], { account: gate.stranger.account });
  return (await auditOf(gate, lotId)).digest;
}

/** A lot whose audit waits for ballots. */
export async function openAudit(gate: Gate, options: Parameters<typeof commitLot>[1] = {}): Promise<bigint> {
  const lotId = await commitLot(gate, options);
  await drawSeed(gate, lotId);
  return lotId;
}

/** What a curator says; everything but `ok` and `defect` is right unless a test says otherwise. */
export interface Vote {
  /** Index of the curator: 1, 2, … */
  index: number;
  defect?: bigint;
  ok?: bigint;
  key?: PrivateKeyAccount;
  /** Replaces fields of what is signed. */
  signed?: Partial<{ kind: number; subject: bigint; seed: Hex; charterVersion: number; firstWord: number }> &
    KeyConsent;
}

export const BALLOT_TYPES = {
  AuditBallot: [
    { name: "kind", type: "uint8" },
    { name: "subject", type: "uint256" },
    { name: "seed", type: "bytes16" },
    { name: "charterVersion", type: "uint32" },
    { name: "firstWord", type: "uint16" },
    { name: "words", type: "uint256[]" },
  ],
} as const;

/** Words of a vote: a lane that is not called defective is called ok. */
export const wordsOf = ({ defect = 0n, ok = ALL_LANES ^ defect }: Vote): [bigint, bigint] => [ok, defect];

/** One signed ballot on the wire: index, r, vs, ok, defect. */
export async function signBallot(gate: Gate, lotId: bigint, vote: Vote, charterVersion = 1): Promise<Hex> {
  const seed = await seedOf(gate, lotId);
  const [ok, defect] = wordsOf(vote);
  const { chainId, verifyingContract, ...fields } = vote.signed ?? {};
  const digest = hashTypedData({
    domain: await domainOf(gate, {
      ...(chainId === undefined ? {} : { chainId }),
      ...(verifyingContract === undefined ? {} : { verifyingContract }),
    }),
    types: BALLOT_TYPES,
    primaryType: "AuditBallot",
    message: { kind: 0, subject: lotId, seed, charterVersion, firstWord: 0, words: [ok, defect], ...fields },
  });
  const signature = parseSignature(await (vote.key ?? ballotKey(vote.index)).sign({ hash: digest }));
  return packBallot({ ...vote, r: signature.r, vs: compact(signature.s, signature.yParity) });
}

/** s with the parity of the curve point in its top bit, as in ERC-2098. */
export const compact = (s: Hex, yParity: number): Hex =>
  numberToHex(BigInt(s) | (BigInt(yParity) << 255n), { size: 32 });

export function packBallot(ballot: Vote & { r: Hex; vs: Hex }): Hex {
  const words = wordsOf(ballot).map((word) => numberToHex(word, { size: 32 }));
  return concatHex([numberToHex(ballot.index, { size: 2 }), ballot.r, ballot.vs, ...words]);
}

/** Signs and packs votes in the order given. */
export async function signBallots(gate: Gate, lotId: bigint, votes: readonly Vote[], charterVersion = 1): Promise<Hex> {
  return concatHex(await Promise.all(votes.map((vote) => signBallot(gate, lotId, vote, charterVersion))));
}

/** Moves time to the ballot deadline, so that the next transaction may close without the whole weight. */
export async function passDeadline({ connection: { networkHelpers }, curation }: Gate, lotId: bigint): Promise<void> {
  const deadline = BigInt((await auditOf({ curation }, lotId)).clock);
  if (deadline > BigInt(await networkHelpers.time.latest())) await networkHelpers.time.increaseTo(deadline);
}

/** The first `panel` curators say the same. */
export const unanimous = (panel: number, defect = 0n): Vote[] =>
  Array.from({ length: panel }, (_, i) => ({ index: i + 1, defect }));

/** Who is drawn now, in the order of a close. */
export async function drawnOf(gate: Gate, lotId: bigint): Promise<{ index: number; weight: number }[]> {
  const seed = await seedOf(gate, lotId);
  const { clock, weight: present, flags } = await auditOf(gate, lotId);
  const timeOut = (await gate.curation.read.termsOf([(await auditOf(gate, lotId)).terms])).timeOut;
  const now = await gate.connection.networkHelpers.time.latest();
  const late = now < clock ? 0 : now < clock + Math.floor(timeOut / 2) ? 1 : 2;
  const widening = present === 0 ? late : flags & 3;
  const count = await gate.curation.read.curatorCount();
  const all = Array.from({ length: count }, async (_, i) => {
    const weight = await gate.curation.read.drawnWeightOf([lotId, seed, i + 1, widening]);
    return { index: i + 1, weight };
  });
  const drawn = (await Promise.all(all)).filter(({ weight }) => weight !== 0);
  return drawn.sort((a, b) => b.weight - a.weight || a.index - b.index);
}

/** Closes an audit as a relayer. */
export async function closeAudit(gate: Gate, lotId: bigint, votes: readonly Vote[], previous?: Outcome): Promise<Hash> {
  const ballots = await signBallots(gate, lotId, votes);
  return gate.curation.write.closeAudit([lotId, 1, ballots, previous ?? (await presentOutcome(gate, lotId))], {
    account: gate.stranger.account,
    gas: GAS,
  });
}

/** What a close decided, as the next one has to name it. */
export interface Outcome {
  seed: Hex;
  ballots: Hash;
  covered: bigint;
  bad: bigint;
  weights: bigint;
}

/** What a first close names. */
export const NO_OUTCOME: Outcome = {
  seed: numberToHex(0, { size: 16 }),
  ballots: zeroHash,
  covered: 0n,
  bad: 0n,
  weights: 0n,
};

/** The outcome of the present verdict, from events alone. */
export async function presentOutcome(gate: Gate, lotId: bigint): Promise<Outcome> {
  const [last] = (await gate.curation.getEvents.AuditClosed({ lotId }, { fromBlock: 0n })).slice(-1);
  const seed = await seedOf(gate, lotId);
  const drawn = (await gate.curation.getEvents.SeedDrawn({ lotId }, { fromBlock: 0n })).slice(-1)[0];
  if (last === undefined || drawn === undefined || last.blockNumber < drawn.blockNumber) return NO_OUTCOME;
  const { ballots, covered, bad, weights } = last.args;
  const judgments = keccak256(judgmentsOf(ballots ?? "0x"));
  return { seed, ballots: judgments, covered: covered ?? 0n, bad: bad ?? 0n, weights: weights ?? 0n };
}

/** The audit of a lot that counts. */
export async function auditOf({ curation }: Pick<Gate, "curation">, lotId: bigint) {
  return curation.read.auditOf([lotId, await curation.read.roundOf([lotId])]);
}

/** The seed that a lot's newest draw announced; zero if there was none. */
export async function seedOf({ curation }: Pick<Gate, "curation">, lotId: bigint): Promise<Hex> {
  const [last] = (await curation.getEvents.SeedDrawn({ lotId }, { fromBlock: 0n })).slice(-1);
  return last?.args.seed ?? NO_OUTCOME.seed;
}

/** Storage roots beside the protocol's own: what a refused call must not touch. */
const clonesOf = ({ clones }: Gate): Address[] => [
  clones.studio,
  clones.timelock,
  clones.governor,
  clones.reputation,
  clones.curation,
];

/** Index of every blocked asset of a lot, read word by word. */
export async function blockedAssets({ registry }: Gate, lotId: bigint): Promise<number[]> {
  const { count } = await registry.read.lotOf([lotId]);
  const found: number[] = [];
  for (let word = 0; word * 256 < count; word++) {
    const mask = await registry.read.blockedWord([lotId, word]);
    for (let bit = 0; bit < 256; bit++) if ((mask >> BigInt(bit)) & 1n) found.push(word * 256 + bit);
  }
  return found;
}

/** Timestamp of the block of a mined transaction. */
export async function timestampOf({ protocol: { publicClient } }: Gate, hash: Hash): Promise<bigint> {
  const { blockNumber } = await publicClient.getTransactionReceipt({ hash });
  return (await publicClient.getBlock({ blockNumber })).timestamp;
}

/** What the close in a mined transaction announced. */
export async function closedBy({ protocol: { publicClient }, curation }: Gate, hash: Hash) {
  const { logs } = await publicClient.getTransactionReceipt({ hash });
  const [event] = parseEventLogs({ abi: curation.abi, logs, eventName: "AuditClosed" });
  if (event === undefined) throw new Error("AuditClosed was not emitted");
  return event.args;
}

/** Bits as one word. */
export const laneMask = (...lanes: number[]): bigint => lanes.reduce((mask, lane) => mask | (1n << BigInt(lane)), 0n);
