import type { ScreeningAnswer, ScreeningProvider } from "./provider.ts";
import { notSearched } from "./provider.ts";

/** A text that is known. */
export type TextEntry = { text: string; source: string; item: string };

/** A known text that shares much with another. */
export type TextMatch = Pick<TextEntry, "source" | "item"> & {
  /** Estimated share of common shingles, ppm; within 100,000 of the true one nearly always. */
  similarity: number;
};

/** Texts by what stands in them. */
export type TextIndex = {
  readonly size: number;
  /** Known texts at least so like this one (ppm; 700,000 by default), the likest first. */
  search(text: string, minSimilarity?: number): TextMatch[];
};

/** Words in a row that are compared as one. */
const SHINGLE = 4;
const HASHES = 128;
/** Two texts meet in a band with all its hashes equal: at a likeness of 0.7 all but certain, at 0.2 rare. */
const ROWS = 4;
const SIMILAR = 700_000;
const PPM = 1_000_000;

/** A word; of scripts that do not part words, a character. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu;

/** As texts are compared: without regard to case and to ways of writing a letter. */
const plain = (text: string): string => text.normalize("NFKC").toLowerCase();

function hasWords(text: string): boolean {
  return plain(text).search(WORD) >= 0;
}

/** The words of a text in order, as they are compared: small, in one way of writing. */
export function wordsOf(text: string): readonly string[] {
  return plain(text).match(WORD) ?? [];
}

/** The MinHash of a text: how many of two texts' 128 numbers are equal tells how many of their shingles are. */
export function minHash(text: string): Uint32Array | undefined {
  const words = wordsOf(text);
  if (words.length === 0) return undefined;
  const least = new Uint32Array(HASHES).fill(0xffff_ffff);
  for (let first = 0; first === 0 || first + SHINGLE <= words.length; first += 1) {
    const shingle = hashOf(words.slice(first, first + SHINGLE).join(" "));
    for (let at = 0; at < HASHES; at += 1) {
      const value = mixed(shingle ^ Math.imul(at + 1, 0x9e37_79b1));
      if (value < (least[at] as number)) least[at] = value;
    }
  }
  return least;
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193);
  return hash;
}

/** The last steps of MurmurHash3: every bit of the input reaches every bit of the output. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Builds an index of texts; of each only its MinHash is kept. */
export function buildTextIndex(entries: Iterable<TextEntry>): TextIndex {
  const known: { source: string; item: string; hashes: Uint32Array }[] = [];
  const bands = new Map<string, number[]>();
  for (const { text, source, item } of entries) {
    const hashes = minHash(text);
    if (hashes === undefined) continue;
    for (const key of keysOf(hashes)) {
      const band = bands.get(key);
      if (band === undefined) bands.set(key, [known.length]);
      else band.push(known.length);
    }
    known.push({ source, item, hashes });
  }
  return {
    size: known.length,
    search: (text, minSimilarity = SIMILAR) => {
      const hashes = minHash(text);
      if (hashes === undefined) return [];
      const met = new Set(keysOf(hashes).flatMap((key) => bands.get(key) ?? []));
      return [...met]
        .map((place) => known[place] as (typeof known)[number])
        .map((entry) => ({ source: entry.source, item: entry.item, similarity: likeness(hashes, entry.hashes) }))
        .filter(({ similarity }) => similarity >= minSimilarity)
        .sort((a, b) => b.similarity - a.similarity);
    },
  };
}

function keysOf(hashes: Uint32Array): string[] {
  return Array.from({ length: HASHES / ROWS }, (_, band) => {
    return `${band}:${hashes.subarray(band * ROWS, (band + 1) * ROWS).join()}`;
  });
}

function likeness(a: Uint32Array, b: Uint32Array): number {
  return Math.round((PPM * a.filter((hash, at) => hash === b[at]).length) / HASHES);
}

/** What {@link textProvider} needs. */
export type TextProviderParameters = {
  index: TextIndex;
  /** What reports call it. */
  name: string;
  /** What the index holds, in words for a report. */
  corpus: string;
  /** ppm; 700,000 by default. */
  minSimilarity?: number;
};

/** Looks for texts that share most of their wording with known ones. */
export function textProvider({ index, name, corpus, minSimilarity }: TextProviderParameters): ScreeningProvider {
  const answerTo = (text: string | undefined): ScreeningAnswer => {
    if (text === undefined) return notSearched("unsupported", "it is not a text");
    if (!hasWords(text)) return notSearched("tooPlain", "it has no words");
    const matches = index.search(text, minSimilarity).map((match) => ({ method: "text" as const, ...match }));
    return { outcome: "searched", methods: ["text"], matches };
  };
  return { name, corpus, screen: async (items) => items.map(({ text }) => answerTo(text)) };
}
