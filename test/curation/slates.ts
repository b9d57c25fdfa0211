import {
  type Account,
  concatHex,
  type Hash,
  hashTypedData,
  type Hex,
  numberToHex,
  parseEventLogs,
  parseSignature,
} from "viem";
import type { PrivateKeyAccount } from "viem/accounts";
import { assetAt } from "@imprimatur/sdk";
import { PositionalTree } from "@imprimatur/sdk/merkle";
import { ballotKey, commitLot, compact, domainOf, GAS, type Gate, hashOf, HOUR } from "./fixture.ts";

export const BRIEF = hashOf("brief");
const SLATE_KIND = 2;

const BALLOT_TYPES = {
  AuditBallot: [
    { name: "kind", type: "uint8" },
    { name: "subject", type: "uint256" },
    { name: "seed", type: "bytes16" },
    { name: "charterVersion", type: "uint32" },
    { name: "firstWord", type: "uint16" },
    { name: "words", type: "uint256[]" },
  ],
} as const;

/** A vote that is open, and what it is about. */
export interface OpenSlate {
  slateId: bigint;
  candidates: bigint[];
  k: number;
  /** One word for every 256 candidates. */
  words: number;
  deadline: number;
  hash: Hash;
}

/** Asset ids of a lot, from index 0 on. */
export const assetsOf = (lotId: bigint, count: number, first = 0): bigint[] =>
  Array.from({ length: count }, (_, i) => assetAt(lotId, first + i));

/** The tree whose root is stored of a list of candidates. */
export const treeOf = (candidates: readonly bigint[]): PositionalTree =>
  PositionalTree.from(candidates.map((id) => numberToHex(id, { size: 32 })));

export const inHours = async ({ connection }: Gate, hours: bigint): Promise<number> =>
  (await connection.networkHelpers.time.latest()) + Number(hours * HOUR);

/** Opens a vote as the registrar; without candidates on the first assets of a new lot. */
export async function openSlate(
  gate: Gate,
  {
    count = 300,
    k = 3,
    candidates,
    by = gate.registrar.account,
  }: { count?: number; k?: number; candidates?: bigint[]; by?: Account } = {},
): Promise<OpenSlate> {
  const ids = candidates ?? assetsOf(await commitLot(gate, { count: 10_000, nonce: 77n }), count);
  const deadline = await inHours(gate, 24n);
  const hash = await gate.curation.write.openSlate([ids, k, deadline, BRIEF], { account: by, gas: GAS });
  const { slateId } = await openedBy(gate, hash);
  return { slateId, candidates: ids, k, words: Math.ceil(ids.length / 256), deadline, hash };
}

export async function openedBy({ protocol: { publicClient }, curation }: Gate, hash: Hash) {
  const { logs } = await publicClient.getTransactionReceipt({ hash });
  const [event] = parseEventLogs({ abi: curation.abi, logs, eventName: "SlateOpened" });
  if (event === undefined) throw new Error("SlateOpened was not emitted");
  return event.args;
}

export async function slateClosedBy({ protocol: { publicClient }, curation }: Gate, hash: Hash) {
  const { logs } = await publicClient.getTransactionReceipt({ hash });
  const [event] = parseEventLogs({ abi: curation.abi, logs, eventName: "SlateClosed" });
  if (event === undefined) throw new Error("SlateClosed was not emitted");
  return event.args;
}

/** What a curator approves; everything else is right unless a test says otherwise. */
export interface Approval {
  /** Index of the curator: 1, 2, … */
  index: number;
  /** Numbers of candidates. */
  approves?: readonly number[];
  /** Words instead of numbers. */
  words?: readonly bigint[];
  key?: PrivateKeyAccount;
  /** Replaces fields of what is signed. */
  signed?: Partial<{ kind: number; subject: bigint; seed: Hex; charterVersion: number; firstWord: number }>;
}

/** Numbers as words, bit b of word w for 256·w + b. */
export function wordsOf(numbers: readonly number[], words: number): bigint[] {
  const found = Array.from({ length: words }, () => 0n);
  for (const number of numbers) found[number >> 8] = (found[number >> 8] ?? 0n) | (1n << BigInt(number & 255));
  return found;
}

/** Words as numbers, rising. */
export const numbersOf = (words: readonly bigint[]): number[] =>
  words.flatMap((word, i) =>
    Array.from({ length: 256 }, (_, bit) => 256 * i + bit).filter((number) => (word >> BigInt(number & 255)) & 1n),
  );

/** One signed ballot on the wire: index, r, vs, words. */
export async function signApproval(gate: Gate, slate: OpenSlate, vote: Approval, charterVersion = 1): Promise<Hex> {
  const words = vote.words ?? wordsOf(vote.approves ?? [], slate.words);
  const seed = numberToHex(slate.slateId >> 128n, { size: 16 });
  const digest = hashTypedData({
    domain: await domainOf(gate),
    types: BALLOT_TYPES,
    primaryType: "AuditBallot",
    message: {
      kind: SLATE_KIND,
      subject: slate.slateId,
      seed,
      charterVersion,
      firstWord: 0,
      words,
      ...vote.signed,
    },
  });
  const { r, s, yParity } = parseSignature(await (vote.key ?? ballotKey(vote.index)).sign({ hash: digest }));
  const body = words.map((word) => numberToHex(word, { size: 32 }));
  return concatHex([numberToHex(vote.index, { size: 2 }), r, compact(s, yParity), ...body]);
}

/** Signs and packs approvals in the order given. */
export async function signApprovals(gate: Gate, slate: OpenSlate, votes: readonly Approval[]): Promise<Hex> {
  return concatHex(await Promise.all(votes.map((vote) => signApproval(gate, slate, vote))));
}

/** Curators 1 to `panel` approve the same. */
export const alike = (panel: number, approves: readonly number[]): Approval[] =>
  Array.from({ length: panel }, (_, i) => ({ index: i + 1, approves }));

/** Closes a vote as a stranger; its deadline must be over. */
export async function closeSlate(gate: Gate, slate: OpenSlate, votes: readonly Approval[]): Promise<Hash> {
  const ballots = await signApprovals(gate, slate, votes);
  return gate.curation.write.closeSlate([slate.slateId, 1, ballots], { account: gate.stranger.account, gas: GAS });
}

/** Makes the next block the first one in which the vote can be closed. */
export async function passSlateDeadline({ connection }: Gate, { deadline }: OpenSlate): Promise<void> {
  await connection.networkHelpers.time.setNextBlockTimestamp(deadline);
}

/** A vote whose result stands: the first `k` candidates. */
export async function finalSlate(gate: Gate, options: Parameters<typeof openSlate>[1] = {}) {
  const slate = await openSlate(gate, options);
  await passSlateDeadline(gate, slate);
  const hash = await closeSlate(
    gate,
    slate,
    alike(
      9,
      Array.from({ length: slate.k }, (_, i) => i),
    ),
  );
  const { selected, finalAt } = await slateClosedBy(gate, hash);
  await gate.connection.networkHelpers.time.increaseTo(finalAt);
  return { ...slate, selected, finalAt };
}
