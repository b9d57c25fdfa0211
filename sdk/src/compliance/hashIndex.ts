import { bytesToHex, type Hex, hexToBytes, zeroHash } from "viem";
import { HashIndexInvalidError } from "../errors/compliance.ts";
import { assetAt } from "../types/ids.ts";
import { MIN_QUALITY, PERCEPTUAL_BITS, readPerceptualHash, SAME_PICTURE } from "./perceptualHash.ts";
import { type Buckets, bucketsOf, candidatesOf, type Probe, probesOf } from "./multiIndex.ts";

/** One file that is known: an asset of the registry, a file of a folder, a line of a list. */
export type IndexEntry = {
  /** SHA-256 of the plain bytes. */
  contentHash: Hex;
  /** Absent or zero: only the same bytes are found. */
  perceptualHash?: Hex;
  /** Where it is known from, such as `lot:<lot id>` or the name of a folder; few of them. */
  source: string;
  /** Which one it is there: for a lot its index, else a path or a name. Untrusted text. */
  item: string;
};

/** A known file that is the same or looks the same. */
export type IndexMatch = IndexEntry & {
  /** How many of the 240 bits differ; undefined where the bytes are the same. */
  distance?: number;
};

/** Which of the files that are found count. */
export type MatchFilter = {
  /** Most of one source: nobody hides others by registering the same a thousand times. All by default. */
  perSource?: number;
  /** Sources that do not count. */
  except?: (source: string) => boolean;
};

/** What answers whether something like a picture is known: the form that `recover` asks. */
export type NearestSearch = {
  /** Known pictures whose hashes differ in at most `maxDistance` bits, the nearest first. */
  nearest(hash: Hex, maxDistance?: number, limit?: number, filter?: MatchFilter): IndexMatch[];
};

/** Files by what they are and by what they look like. */
export type HashIndex = NearestSearch & {
  readonly size: number;
  /** Entries with the same bytes, in the order they were added: the earliest first where the registry was read in order. */
  exact(contentHash: Hex, limit?: number, filter?: MatchFilter): IndexMatch[];
  /** The index as bytes, for a file: see {@link decodeHashIndex}. */
  encode(): Uint8Array;
};

const HASH = 32;
const DEFAULT_LIMIT = 16;
const WORDS = 8;
const EMPTY = 0xffff_ffff;

/** Everything in typed arrays: a million files take about 170 MB and no objects. */
type Columns = {
  size: number;
  contents: Uint8Array;
  perceptual: Uint8Array;
  /** Place of the source in `sources`. */
  sourceOf: Uint32Array;
  sources: readonly string[];
  /** UTF-8 of all items, one after the other. */
  items: Uint8Array;
  /** Where each item begins; one more for the end. */
  itemStarts: Uint32Array;
};

/**
 * Builds an index of any size; entries are read once and not kept as objects.
 *
 * @example
 * ```ts
 * const index = buildHashIndex(entriesOfLot(lotId, lot.rows));
 * index.nearest(hashPixels(pixels));
 * ```
 */
export function buildHashIndex(entries: Iterable<IndexEntry>): HashIndex {
  const builder = new HashIndexBuilder();
  for (const entry of entries) builder.add(entry);
  return builder.build();
}

/** {@link buildHashIndex} for entries that come one by one. */
export class HashIndexBuilder {
  #size = 0;
  #contents = new Uint8Array(HASH * 1024);
  #perceptual = new Uint8Array(HASH * 1024);
  #sourceOf = new Uint32Array(1024);
  #itemStarts = new Uint32Array(1024);
  #items = new Uint8Array(1024);
  #itemBytes = 0;
  readonly #sources = new Map<string, number>();
  readonly #encoder = new TextEncoder();

  /** Adds one file; throws on a hash that is malformed or of an unknown algorithm. */
  add({ contentHash, perceptualHash = zeroHash, source, item }: IndexEntry): void {
    readPerceptualHash(perceptualHash);
    const content = hexToBytes(contentHash, { size: HASH });
    const at = this.#size;
    this.#contents = roomFor(this.#contents, (at + 1) * HASH);
    this.#perceptual = roomFor(this.#perceptual, (at + 1) * HASH);
    this.#sourceOf = roomForWords(this.#sourceOf, at + 1);
    this.#itemStarts = roomForWords(this.#itemStarts, at + 2);
    this.#contents.set(content, at * HASH);
    this.#perceptual.set(hexToBytes(perceptualHash), at * HASH);
    this.#sourceOf[at] = this.#sourceAt(source);
    const text = this.#encoder.encode(item);
    this.#items = roomFor(this.#items, this.#itemBytes + text.length);
    this.#items.set(text, this.#itemBytes);
    this.#itemBytes += text.length;
    this.#size = at + 1;
    this.#itemStarts[this.#size] = this.#itemBytes;
  }

  build(): HashIndex {
    return indexOver({
      size: this.#size,
      contents: this.#contents.slice(0, this.#size * HASH),
      perceptual: this.#perceptual.slice(0, this.#size * HASH),
      sourceOf: this.#sourceOf.slice(0, this.#size),
      sources: [...this.#sources.keys()],
      items: this.#items.slice(0, this.#itemBytes),
      itemStarts: this.#itemStarts.slice(0, this.#size + 1),
    });
  }

  #sourceAt(source: string): number {
    const known = this.#sources.get(source);
    if (known !== undefined) return known;
    this.#sources.set(source, this.#sources.size);
    return this.#sources.size - 1;
  }
}

function roomFor(bytes: Uint8Array<ArrayBuffer>, length: number): Uint8Array<ArrayBuffer> {
  if (length <= bytes.length) return bytes;
  const larger = new Uint8Array(Math.max(length, 2 * bytes.length));
  larger.set(bytes);
  return larger;
}

function roomForWords(words: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> {
  if (length <= words.length) return words;
  const larger = new Uint32Array(Math.max(length, 2 * words.length));
  larger.set(words);
  return larger;
}

/** The asset that an entry of a lot stands for; undefined for entries from elsewhere. */
export function assetOfEntry({ source, item }: Pick<IndexEntry, "source" | "item">): bigint | undefined {
  const lotId = /^lot:(0|[1-9]\d{0,67})$/.exec(source)?.[1];
  return lotId === undefined || !/^\d{1,5}$/.test(item) ? undefined : assetAt(BigInt(lotId), Number(item));
}

function indexOver(columns: Columns): HashIndex {
  const { size, contents, perceptual } = columns;
  const slots = slotsOf(contents, size);
  const sourceAt = (row: number): string => columns.sources[columns.sourceOf[row] as number] as string;
  const rows = comparable(perceptual, size);
  const words = wordsOf(perceptual, rows);
  let buckets: Buckets | undefined; // a second for a million hashes, and few hashes never need them
  const seen = new Uint32Array(rows.length);
  let turn = 0;
  return {
    size,
    exact: (contentHash, limit = DEFAULT_LIMIT, filter = {}) => {
      const counts = counterOf(filter);
      const wanted = hexToBytes(contentHash, { size: HASH });
      return rowsWith(contents, slots, wanted, { limit, counts: (row) => counts(sourceAt(row)) }).map((row) =>
        entryAt(columns, row),
      );
    },
    nearest: (hash, maxDistance = SAME_PICTURE, limit = DEFAULT_LIMIT, filter = {}) => {
      const read = readPerceptualHash(hash);
      if (read === undefined || read.quality < MIN_QUALITY) return [];
      turn = (turn + 1) >>> 0;
      if (turn === 0) seen.fill((turn = 1) - 1);
      const query = wordsOf(hexToBytes(hash), Uint32Array.of(0));
      const found = search({
        buckets: () => (buckets ??= bucketsOf(words, rows.length)),
        words,
        count: rows.length,
        query,
        seen,
        turn,
        maxDistance,
      });
      const counts = counterOf(filter);
      return found
        .sort((a, b) => a.distance - b.distance || a.place - b.place)
        .filter(({ place }) => counts(sourceAt(rows[place] as number)))
        .slice(0, limit)
        .map(({ place, distance }) => ({ ...entryAt(columns, rows[place] as number), distance }));
    },
    encode: () => encodeColumns(columns),
  };
}

/** Rows whose pictures have enough detail to be compared. */
function comparable(perceptual: Uint8Array, size: number): Uint32Array {
  const rows = new Uint32Array(size);
  let count = 0;
  for (let row = 0; row < size; row += 1) {
    if (perceptual[row * HASH] !== 0 && (perceptual[row * HASH + 1] as number) >= MIN_QUALITY) rows[count++] = row;
  }
  return rows.slice(0, count);
}

/** The bits of the rows' hashes as eight words each; the header's half word is zero. */
function wordsOf(perceptual: Uint8Array, rows: Uint32Array): Uint32Array {
  const words = new Uint32Array(rows.length * WORDS);
  const view = new DataView(perceptual.buffer, perceptual.byteOffset, perceptual.byteLength);
  rows.forEach((row, place) => {
    for (let word = 0; word < WORDS; word += 1) {
      words[place * WORDS + word] = view.getUint32(row * HASH + 4 * word) & (word === 0 ? 0xffff : 0xffff_ffff);
    }
  });
  return words;
}

type Search = {
  buckets: () => Buckets;
  words: Uint32Array;
  count: number;
  query: Uint32Array;
  /** Turn in which each place was last found. */
  seen: Uint32Array;
  turn: number;
  maxDistance: number;
};

type Found = { place: number; distance: number };

function search({ buckets, words, count, query, seen, turn, maxDistance }: Search): Found[] {
  if (maxDistance < 0 || count === 0) return [];
  const found: Found[] = [];
  const compare = (place: number): void => {
    const distance = distanceAt(words, place * WORDS, query, maxDistance);
    // Most are far away and met once: remembering only the near ones spares a look into memory for each.
    if (distance > maxDistance || seen[place] === turn) return;
    seen[place] = turn;
    found.push({ place, distance });
  };
  const probes: Probe[] | undefined = probesOf(Math.min(maxDistance, PERCEPTUAL_BITS), count);
  if (probes === undefined) for (let place = 0; place < count; place += 1) compare(place);
  else candidatesOf(buckets(), query, probes, compare);
  return found;
}

/** Bits in which two hashes differ; counting stops halfway where the limit is passed, as between most. */
function distanceAt(words: Uint32Array, at: number, query: Uint32Array, limit: number): number {
  const half = distanceOfFour(words, at, query, 0);
  return half > limit ? half : half + distanceOfFour(words, at + 4, query, 4);
}

function distanceOfFour(words: Uint32Array, at: number, query: Uint32Array, from: number): number {
  return (
    onesOf((words[at] as number) ^ (query[from] as number)) +
    onesOf((words[at + 1] as number) ^ (query[from + 1] as number)) +
    onesOf((words[at + 2] as number) ^ (query[from + 2] as number)) +
    onesOf((words[at + 3] as number) ^ (query[from + 3] as number))
  );
}

function onesOf(word: number): number {
  const pairs = word - ((word >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** Says of each source in turn whether one more of it counts. */
function counterOf({ perSource = Number.POSITIVE_INFINITY, except = () => false }: MatchFilter) {
  const counted = new Map<string, number>();
  return (source: string): boolean => {
    if (except(source)) return false;
    const before = counted.get(source) ?? 0;
    counted.set(source, before + 1);
    return before < perSource;
  };
}

/** Rows by content: each hash once, with the first of its rows; further rows of it hang on to that one. */
type Slots = { table: Uint32Array; next: Uint32Array; seed: number };

/**
 * Open addressing. Content hashes in leaves are whatever their producers wrote: the seed keeps them from choosing ones that
 * all meet in one place, and rows of one hash do not lie in each other's way.
 */
function slotsOf(contents: Uint8Array, size: number): Slots {
  const table = new Uint32Array(2 ** Math.ceil(Math.log2(2 * size + 2))).fill(EMPTY);
  const next = new Uint32Array(size).fill(EMPTY);
  const last = new Map<number, number>();
  const seed = crypto.getRandomValues(new Uint32Array(1))[0] as number;
  for (let row = 0; row < size; row += 1) {
    const slot = slotOf({ table, next, seed }, contents, contents, row * HASH);
    const first = table[slot] as number;
    if (first === EMPTY) table[slot] = row;
    else {
      next[last.get(first) ?? first] = row;
      last.set(first, row);
    }
  }
  return { table, next, seed };
}

/** Where the hash at `at` of `bytes` is, or would be. */
function slotOf({ table, seed }: Slots, contents: Uint8Array, bytes: Uint8Array, at: number): number {
  const mask = table.length - 1;
  let slot = mixedOf(bytes, at, seed) & mask;
  while (table[slot] !== EMPTY && !isSame(contents, (table[slot] as number) * HASH, bytes, at))
    slot = (slot + 1) & mask;
  return slot;
}

/** All 32 bytes and the seed, mixed as MurmurHash3 does. */
function mixedOf(bytes: Uint8Array, at: number, seed: number): number {
  let hash = seed;
  for (let word = at; word < at + HASH; word += 4) {
    const [a, b, c, d] = [bytes[word], bytes[word + 1], bytes[word + 2], bytes[word + 3]] as [
      number,
      number,
      number,
      number,
    ];
    const part = Math.imul((a << 24) | (b << 16) | (c << 8) | d, 0xcc9e_2d51);
    hash ^= Math.imul((part << 15) | (part >>> 17), 0x1b87_3593);
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe654_6b64;
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85eb_ca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2_ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function isSame(a: Uint8Array, from: number, b: Uint8Array, at: number): boolean {
  for (let byte = 0; byte < HASH; byte += 1) if (a[from + byte] !== b[at + byte]) return false;
  return true;
}

type Wanted = { limit: number; counts: (row: number) => boolean };

function rowsWith(contents: Uint8Array, slots: Slots, wanted: Uint8Array, { limit, counts }: Wanted): number[] {
  const rows: number[] = [];
  let row = slots.table[slotOf(slots, contents, wanted, 0)] as number;
  for (; row !== EMPTY && rows.length < limit; row = slots.next[row] as number) if (counts(row)) rows.push(row);
  return rows;
}

function entryAt(columns: Columns, row: number): IndexEntry {
  const { contents, perceptual, sourceOf, sources, items, itemStarts } = columns;
  const perceptualHash = bytesToHex(perceptual.subarray(row * HASH, (row + 1) * HASH));
  return {
    contentHash: bytesToHex(contents.subarray(row * HASH, (row + 1) * HASH)),
    ...(perceptualHash === zeroHash ? {} : { perceptualHash }),
    source: sources[sourceOf[row] as number] as string,
    item: new TextDecoder().decode(items.subarray(itemStarts[row], itemStarts[row + 1])),
  };
}

/** First bytes of an index in a file: its name and its version. */
const MAGIC = new TextEncoder().encode("imprimatur/index/1\n");

/** Magic, length of the header, header in JSON, then the columns; numbers are little-endian. */
function encodeColumns({ size, sources, items, ...columns }: Columns): Uint8Array {
  const header = new TextEncoder().encode(JSON.stringify({ size, sources, itemBytes: items.length }));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, header.length, true);
  const { contents, perceptual, sourceOf, itemStarts } = columns;
  const parts = [MAGIC, length, header, contents, perceptual, littleEndian(sourceOf), littleEndian(itemStarts), items];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function littleEndian(words: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(4 * words.length);
  const view = new DataView(bytes.buffer);
  words.forEach((word, at) => view.setUint32(4 * at, word, true));
  return bytes;
}

/** Loads what {@link HashIndex.encode} wrote. Throws {@link HashIndexInvalidError} on anything else, however it was cut. */
export function decodeHashIndex(bytes: Uint8Array): HashIndex {
  if (!MAGIC.every((byte, at) => byte === bytes[at])) throw new HashIndexInvalidError("it does not begin like one");
  let at = MAGIC.length;
  const take = (length: number): Uint8Array => {
    if (at + length > bytes.length) throw new HashIndexInvalidError(`it ends after ${bytes.length} bytes`);
    at += length;
    return bytes.subarray(at - length, at);
  };
  const words = (count: number): Uint32Array => {
    const part = take(4 * count);
    const view = new DataView(part.buffer, part.byteOffset, part.byteLength);
    return Uint32Array.from({ length: count }, (_, word) => view.getUint32(4 * word, true));
  };
  const { size, sources, itemBytes } = headerIn(take(words(1)[0] as number));
  const contents = take(size * HASH);
  const perceptual = take(size * HASH);
  const [sourceOf, itemStarts] = [words(size), words(size + 1)];
  const items = take(itemBytes);
  if (at !== bytes.length) throw new HashIndexInvalidError(`${bytes.length - at} bytes follow its end`);
  if (sourceOf.some((source) => source >= sources.length)) throw new HashIndexInvalidError("it names no source");
  if (itemStarts.some((start, row) => start < (itemStarts[row - 1] ?? 0) || start > itemBytes)) {
    throw new HashIndexInvalidError("its items overlap");
  }
  return indexOver({ size, contents, perceptual, sourceOf, sources, items, itemStarts });
}

function headerIn(bytes: Uint8Array): { size: number; sources: string[]; itemBytes: number } {
  const whole = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
  try {
    const header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as Record<string, unknown>;
    const { size, sources, itemBytes } = header;
    const texts = Array.isArray(sources) && sources.every((source) => typeof source === "string");
    if (whole(size) && whole(itemBytes) && texts) return { size, sources, itemBytes };
  } catch (error) {
    throw new HashIndexInvalidError("its header is not JSON", error);
  }
  throw new HashIndexInvalidError("its header is incomplete");
}
