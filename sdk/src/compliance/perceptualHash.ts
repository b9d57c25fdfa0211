import { bytesToHex, type Hex, hexToBytes, isHash, zeroHash } from "viem";
import { ImageUnreadableError, PerceptualHashError } from "../errors/compliance.ts";

/** First byte of a hash: how its bits were made. A better way gets the next number and is never compared with this one. */
export const PERCEPTUAL_ALGORITHM = 1;

/** Bits that are compared. */
export const PERCEPTUAL_BITS = 240;

/**
 * Least detail of a picture whose hash means something: below it is a plain surface, and every plain surface looks like
 * every other.
 */
export const MIN_QUALITY = 8;

/** Distance up to which two pictures are taken for the same one; two that have nothing in common differ in about 120. */
export const SAME_PICTURE = 40;

/** A decoded picture: four bytes a pixel (red, green, blue, alpha), row by row; what a canvas calls `ImageData`. */
export type Pixels = { width: number; height: number; data: Uint8Array | Uint8ClampedArray };

/** What a 32-byte hash says. */
export type PerceptualHash = {
  /** Mean detail of the picture, 0–255. */
  quality: number;
  /** The {@link PERCEPTUAL_BITS} bits, 30 bytes. */
  bits: Uint8Array;
};

/** Side of the square that a picture is averaged to. */
const SIDE = 64;
/** Lowest frequencies that are looked at in each direction, the constant one apart. */
const FREQUENCIES = 16;
const HASH_BYTES = 32;
const HEADER_BYTES = 2;
const QUALITY_SCALE = 8;
const CHANNELS = 4;

/** Parts of the square that are missing, in places, where a copy was cut. */
type Cut = { left: number; top: number; right: number; bottom: number };

const NOTHING: Cut = { left: 0, top: 0, right: 0, bottom: 0 };

/** About 3, 9, 12, 16 and 19 % evenly, and 8 % of one side. */
const CUTS: readonly Cut[] = [
  ...[1, 3, 4, 5, 6].map((places) => ({ left: places, top: places, right: places, bottom: places })),
  ...(["left", "top", "right", "bottom"] as const).map((edge) => ({ ...NOTHING, [edge]: 5 })),
];

/** Cosines of frequency 1…16 at the 64 places, row by row. */
const COSINES = Float64Array.from({ length: FREQUENCIES * SIDE }, (_, at) => {
  const frequency = Math.floor(at / SIDE) + 1;
  return Math.cos((Math.PI / SIDE) * ((at % SIDE) + 0.5) * frequency);
});

/** Places of the 240 lowest of the 256 pairs of frequencies, lowest first. */
const ORDER = Array.from({ length: FREQUENCIES ** 2 }, (_, at) => at)
  .sort((a, b) => height(a) - height(b) || a - b)
  .slice(0, PERCEPTUAL_BITS);

function height(at: number): number {
  return Math.floor(at / FREQUENCIES) + (at % FREQUENCIES);
}

/**
 * The 32-byte perceptual hash of a decoded picture, as leaves hold it: algorithm, detail, and one bit for each of the 240
 * lowest frequencies of its brightness, set where the frequency is stronger than the median.
 *
 * Scaling, recompression, and small changes of color or crop turn few of the bits. Decoders differ a little: compare by
 * {@link perceptualDistance}, never for equality.
 *
 * @example
 * ```ts
 * const hash = hashPixels(context.getImageData(0, 0, canvas.width, canvas.height));
 * ```
 */
export function hashPixels(pixels: Pixels): Hex {
  return hashSquare(averaged(pixels));
}

/**
 * Hashes to look for where the picture may be a copy that was cut or mirrored: its own, that of its mirror image, and
 * those it has when up to a fifth is taken to be cut off, evenly or on one side; what is missing is filled with its
 * reflection.
 */
export function hashViews(pixels: Pixels): Hex[] {
  const square = averaged(pixels);
  return [square, mirrored(square), ...CUTS.map((cut) => averaged(pixels, cut))].map(hashSquare);
}

function hashSquare(square: Float64Array): Hex {
  const strengths = frequenciesOf(square);
  const chosen = Float64Array.from(ORDER, (at) => strengths[at] as number);
  const sorted = chosen.slice().sort();
  const median = ((sorted[PERCEPTUAL_BITS / 2 - 1] as number) + (sorted[PERCEPTUAL_BITS / 2] as number)) / 2;
  const hash = new Uint8Array(HASH_BYTES);
  hash.set([PERCEPTUAL_ALGORITHM, qualityOf(square)]);
  chosen.forEach((strength, bit) => {
    const at = HEADER_BYTES + (bit >> 3);
    if (strength > median) hash[at] = (hash[at] as number) | (0x80 >> (bit & 7));
  });
  return bytesToHex(hash);
}

/** Takes a hash apart; undefined where a leaf has none. Throws {@link PerceptualHashError} on one of another algorithm. */
export function readPerceptualHash(hash: Hex): PerceptualHash | undefined {
  if (!isHash(hash)) throw new PerceptualHashError(hash, "it is not 32 bytes");
  if (hash === zeroHash) return undefined;
  const bytes = hexToBytes(hash);
  if (bytes[0] !== PERCEPTUAL_ALGORITHM) throw new PerceptualHashError(hash, `its algorithm is ${bytes[0] ?? 0}`);
  return { quality: bytes[1] as number, bits: bytes.subarray(HEADER_BYTES) };
}

/** How many of the 240 bits differ; undefined where a hash is absent or its picture too plain to be compared. */
export function perceptualDistance(a: Hex, b: Hex): number | undefined {
  const [first, second] = [readPerceptualHash(a), readPerceptualHash(b)];
  if (first === undefined || second === undefined) return undefined;
  if (Math.min(first.quality, second.quality) < MIN_QUALITY) return undefined;
  return first.bits.reduce((sum, byte, at) => sum + ones(byte ^ (second.bits[at] as number)), 0);
}

function ones(byte: number): number {
  let count = 0;
  for (let rest = byte; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/**
 * Brightness averaged to 64 by 64 places, transparent parts shown on white. Of a picture that was cut, what is missing is
 * filled with the reflection of what is there.
 */
function averaged({ width, height: rows, data }: Pixels, cut = NOTHING): Float64Array {
  if (!Number.isInteger(width) || !Number.isInteger(rows) || width < 1 || rows < 1) {
    throw new ImageUnreadableError("the pixels", `they are ${width} by ${rows}`);
  }
  if (data.length !== width * rows * CHANNELS) {
    throw new ImageUnreadableError("the pixels", `${width} by ${rows} of them do not take ${data.length} bytes`);
  }
  const across = SIDE - cut.left - cut.right;
  const down = SIDE - cut.top - cut.bottom;
  const [columns, lines] = [sharesOf(width, across), sharesOf(rows, down)];
  const found = new Float64Array(across * down);
  const line = new Float64Array(across);
  for (let y = 0; y < rows; y += 1) {
    line.fill(0);
    for (let x = 0, at = y * width * CHANNELS; x < width; x += 1, at += CHANNELS) {
      const brightness = brightnessAt(data, at);
      for (const { place, share } of columns[x] as Share[]) line[place] = (line[place] as number) + brightness * share;
    }
    for (const { place, share } of lines[y] as Share[]) {
      for (let x = 0; x < across; x += 1) {
        found[place * across + x] = (found[place * across + x] as number) + (line[x] as number) * share;
      }
    }
  }
  return Float64Array.from({ length: SIDE * SIDE }, (_, at) => {
    const row = reflected(Math.floor(at / SIDE) - cut.top, down);
    return found[row * across + reflected((at % SIDE) - cut.left, across)] as number;
  });
}

/** A place outside a line of `length` seen in a mirror at its end. */
function reflected(place: number, length: number): number {
  return place < 0 ? -1 - place : place >= length ? 2 * length - 1 - place : place;
}

function brightnessAt(data: Pixels["data"], at: number): number {
  const opaque = 0.299 * (data[at] as number) + 0.587 * (data[at + 1] as number) + 0.114 * (data[at + 2] as number);
  const alpha = (data[at + 3] as number) / 255;
  return opaque * alpha + 255 * (1 - alpha);
}

/** What part of a place's average a pixel makes up. */
type Share = { place: number; share: number };

/** For each of `length` pixels in a line the places of `side` that it covers; the shares of a place add up to 1. */
function sharesOf(length: number, side: number): Share[][] {
  const shares: Share[][] = Array.from({ length }, () => []);
  const span = length / side;
  for (let place = 0; place < side; place += 1) {
    const [start, end] = [place * span, (place + 1) * span];
    for (let pixel = Math.floor(start); pixel < Math.min(Math.ceil(end), length); pixel += 1) {
      const share = (Math.min(end, pixel + 1) - Math.max(start, pixel)) / span;
      if (share > 0) (shares[pixel] as Share[]).push({ place, share });
    }
  }
  return shares;
}

function mirrored(square: Float64Array): Float64Array {
  return square.map((_, at) => square[at - (at % SIDE) + SIDE - 1 - (at % SIDE)] as number);
}

/** The two-dimensional cosine transform, lowest frequencies only: those of the columns, then those of the rows. */
function frequenciesOf(square: Float64Array): Float64Array {
  const half = new Float64Array(FREQUENCIES * SIDE);
  for (let v = 0; v < FREQUENCIES; v += 1) {
    for (let y = 0; y < SIDE; y += 1) {
      const cosine = COSINES[v * SIDE + y] as number;
      for (let x = 0; x < SIDE; x += 1) {
        half[v * SIDE + x] = (half[v * SIDE + x] as number) + cosine * (square[y * SIDE + x] as number);
      }
    }
  }
  return Float64Array.from({ length: FREQUENCIES ** 2 }, (_, at) => {
    const [v, u] = [Math.floor(at / FREQUENCIES), at % FREQUENCIES];
    let sum = 0;
    for (let x = 0; x < SIDE; x += 1) sum += (half[v * SIDE + x] as number) * (COSINES[u * SIDE + x] as number);
    return sum;
  });
}

/** Mean step of brightness between neighbors, scaled to a byte. */
function qualityOf(square: Float64Array): number {
  let sum = 0;
  for (let y = 0; y + 1 < SIDE; y += 1) {
    for (let x = 0; x + 1 < SIDE; x += 1) {
      const here = square[y * SIDE + x] as number;
      sum += Math.abs(here - (square[y * SIDE + x + 1] as number));
      sum += Math.abs(here - (square[(y + 1) * SIDE + x] as number));
    }
  }
  return Math.min(255, Math.round((QUALITY_SCALE * sum) / (2 * (SIDE - 1) ** 2)));
}
