/** Lanes in one word of a ballot, of a mask, of a blocked map. */
export const LANES = 256;

/** What a curator says about one lane; undefined abstains. */
export type Judgment = "ok" | "defect" | undefined;

/** The positions of the set bits, rising. */
export function setBits(word: bigint): number[] {
  const positions: number[] = [];
  for (let rest = word, position = 0; rest !== 0n; rest >>= 1n, position += 1) {
    if ((rest & 1n) === 1n) positions.push(position);
  }
  return positions;
}

/** A word with the `lanes` low bits set. */
export function lowBits(lanes: number): bigint {
  return (1n << BigInt(lanes)) - 1n;
}

/** A ballot's words from one judgment a lane: ok₀, defect₀, ok₁, … */
export function toWords(judgments: readonly Judgment[]): bigint[] {
  const words = new Array<bigint>(2 * Math.max(1, Math.ceil(judgments.length / LANES))).fill(0n);
  judgments.forEach((judgment, lane) => {
    if (judgment === undefined) return;
    const word = 2 * Math.floor(lane / LANES) + (judgment === "ok" ? 0 : 1);
    words[word] = (words[word] as bigint) | (1n << BigInt(lane % LANES));
  });
  return words;
}

/** The judgments in a ballot's words, one a lane; the inverse of {@link toWords}. */
export function fromWords(words: readonly bigint[], lanes: number): Judgment[] {
  return Array.from({ length: lanes }, (_, lane) => {
    const word = 2 * Math.floor(lane / LANES);
    const bit = 1n << BigInt(lane % LANES);
    if (((words[word] ?? 0n) & bit) !== 0n) return "ok";
    return ((words[word + 1] ?? 0n) & bit) === 0n ? undefined : "defect";
  });
}

/** One word of a lot's map of blocked assets: bit b of word w stands for asset 256·w + b. */
export type BlockedWord = { word: number; mask: bigint };

/** Groups asset indices into absolute masks, words rising. */
export function toBlockedWords(indices: Iterable<number>): BlockedWord[] {
  const masks = new Map<number, bigint>();
  for (const index of indices) {
    const word = Math.floor(index / LANES);
    masks.set(word, (masks.get(word) ?? 0n) | (1n << BigInt(index % LANES)));
  }
  return [...masks].map(([word, mask]) => ({ word, mask })).sort((a, b) => a.word - b.word);
}

/** The asset indices that the masks name, rising. */
export function fromBlockedWords(words: Iterable<BlockedWord>): number[] {
  const indices = [...words].flatMap(({ word, mask }) => setBits(mask).map((bit) => LANES * word + bit));
  return indices.sort((a, b) => a - b);
}

/** Masks of consecutive words of a lot's assets. */
export type MaskRange = { firstWord: number; masks: readonly bigint[] };

/** The masks of assets, from the first word with one of them to the last. */
export function toMasks(assets: readonly number[]): MaskRange {
  const words = toBlockedWords(assets);
  const [firstWord, lastWord] = [words[0]?.word ?? 0, words.at(-1)?.word ?? -1];
  const masks = new Array<bigint>(lastWord - firstWord + 1).fill(0n);
  for (const { word, mask } of words) masks[word - firstWord] = mask;
  return { firstWord, masks };
}

/** The assets that the masks name, rising; the inverse of {@link toMasks}. */
export function fromMasks({ firstWord, masks }: MaskRange): number[] {
  return fromBlockedWords(masks.map((mask, at) => ({ word: firstWord + at, mask })));
}

/** A slate's ballot: one word for each 256 candidates, with the approved ones set. */
export function toApprovals(approved: Iterable<number>, count: number): bigint[] {
  const words = new Array<bigint>(Math.ceil(count / LANES)).fill(0n);
  for (const { word, mask } of toBlockedWords(approved)) words[word] = mask;
  return words;
}
