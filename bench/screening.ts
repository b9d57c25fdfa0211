import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type HashIndex, HashIndexBuilder, indexProvider, screen, signReport } from "@imprimatur/sdk/compliance";
import { type FingerprintedFile, fingerprintFiles, listFiles, loadIndex, saveIndex } from "@imprimatur/sdk/node";
import sharp from "sharp";
import { bytesToHex, hexToBytes, zeroHash } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { mergeResults } from "./results.ts";

const KNOWN = 1_000_000;
const FILES = 10_000;
const QUERIES = 1_000;

/** Pixels on each side of a file. */
const SIDE = 256;

/** Milliseconds of a processor for a search among a million hashes, seconds of one for a lot beside reading its files. */
const CEILINGS = {
  "compliance.search1MMs": 20,
  "compliance.search1MP95Ms": 20,
  "compliance.screenLot10kSeconds": 60,
};

/** Numbers below 2³² that are the same in every run. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x9e37_79b9) >>> 0;
    const mixed = Math.imul(state ^ (state >>> 16), 0x85eb_ca6b);
    return (Math.imul(mixed ^ (mixed >>> 13), 0xc2b2_ae35) ^ (mixed >>> 16)) >>> 0;
  };
}

const next = numbersFrom(1);

function randomBytes(): Uint8Array {
  const words = new Uint32Array(8);
  for (let word = 0; word < words.length; word += 1) words[word] = next();
  return new Uint8Array(words.buffer);
}

function randomHash(): Uint8Array {
  const bytes = randomBytes();
  bytes.set([1, 40]);
  return bytes;
}

function turned(hash: Uint8Array, count: number): Uint8Array {
  const bytes = hash.slice();
  for (let turn = 0; turn < count; turn += 1) {
    const bit = 16 + (next() % 240);
    bytes[bit >> 3] = (bytes[bit >> 3] as number) ^ (0x80 >> (bit & 7));
  }
  return bytes;
}

/** A million registered pictures: nine tenths unlike any other, the rest in families as one generator makes them. */
function registry(): { index: HashIndex; models: Uint8Array[] } {
  const builder = new HashIndexBuilder();
  const models = Array.from({ length: 100 }, randomHash);
  for (let at = 0; at < KNOWN; at += 1) {
    const hash = at % 10 === 0 ? turned(models[(at / 10) % 100] as Uint8Array, 70) : randomHash();
    const [perceptualHash, contentHash] = [bytesToHex(hash), bytesToHex(randomBytes())];
    builder.add({
      contentHash,
      perceptualHash,
      source: `lot:${(7n << 64n) | BigInt(at >> 16)}`,
      item: `${at & 0xffff}`,
    });
  }
  return { index: builder.build(), models };
}

type Times = { mean: number; p95: number; worst: number };

/** Processor time of many searches: strangers, and copies of members of families. */
function measureSearch(index: HashIndex, models: readonly Uint8Array[]): Times {
  for (let warm = 0; warm < 50; warm += 1) index.nearest(bytesToHex(randomHash())); // the first sorts the hashes by their parts
  const queries = Array.from({ length: QUERIES }, (_, at) =>
    bytesToHex(at % 2 === 0 ? randomHash() : turned(models[at % 100] as Uint8Array, 30)),
  );
  const times = queries.map((query) => {
    const start = process.cpuUsage();
    index.nearest(query);
    return 1_000 * processorSeconds(start);
  });
  times.sort((a, b) => a - b);
  const mean = times.reduce((sum, time) => sum + time, 0) / QUERIES;
  return { mean, p95: times[Math.ceil(0.95 * QUERIES) - 1] ?? mean, worst: times.at(-1) ?? mean };
}

/** Seconds of all processors since then: other programs on the machine do not count. */
function processorSeconds(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000_000;
}

/** Ten thousand small JPEG files, each with other blocks of color. */
async function writeFiles(directory: string): Promise<void> {
  for (let file = 0; file < FILES; file += 1) {
    const blocks = Buffer.concat(Array.from({ length: 6 }, randomBytes));
    const small = sharp(blocks, { raw: { width: 8, height: 8, channels: 3 } });
    const image = small.resize(SIDE, SIDE, { kernel: "nearest" }).jpeg({ quality: 80 });
    await writeFile(join(directory, `${String(file).padStart(5, "0")}.jpg`), await image.toBuffer());
  }
}

async function secondsOf<Result>(work: () => Promise<Result>): Promise<{ seconds: number; result: Result }> {
  const start = process.cpuUsage();
  const result = await work();
  return { seconds: processorSeconds(start), result };
}

async function fingerprintAll(directory: string): Promise<FingerprintedFile[]> {
  const files: FingerprintedFile[] = [];
  for await (const file of fingerprintFiles({ directory })) files.push(file);
  return files;
}

/** From files to a signed report: what a lot's screening costs beside reading the files. */
async function measureLot(index: HashIndex, directory: string): Promise<number> {
  const names = listFiles(directory);
  const reading = await secondsOf(async () => {
    for (const name of names) await readFile(join(directory, name));
  });
  const screening = await secondsOf(async () => {
    const items = await fingerprintAll(directory);
    const providers = [indexProvider({ index, name: "registry", corpus: `${KNOWN} registered pictures` })];
    const findings = await screen({ items, providers });
    const ids = { chainId: 31_337, registry: `0x${"11".repeat(20)}` as const, lotId: 1n, recipeId: zeroHash };
    const signer = privateKeyToAccount(`0x${"01".repeat(32)}`);
    const { block } = await signReport({ ...ids, screenedAt: 1n, items, findings }, signer);
    const searched = findings[0]?.answers.filter(
      (answer) => answer.outcome === "searched" && answer.methods.length === 2,
    );
    if (searched?.length !== FILES) throw new Error(`${searched?.length ?? 0} of ${FILES} pictures were searched.`);
    console.log(`${FILES} files read in ${reading.seconds.toFixed(1)} s; the report has ${block.length} bytes`);
  });
  return screening.seconds - reading.seconds;
}

const directory = await mkdtemp(join(tmpdir(), "imprimatur-screening-"));
try {
  const built = await secondsOf(async () => registry());
  const { index, models } = built.result;
  const path = join(directory, ".index");
  await saveIndex(index, path);
  const { seconds: loadSeconds, result: loaded } = await secondsOf(() => loadIndex(path));
  const search = measureSearch(loaded, models);
  const known = hexToBytes(loaded.nearest(bytesToHex(models[0] as Uint8Array), 240, 1)[0]?.perceptualHash ?? zeroHash);
  if (loaded.nearest(bytesToHex(turned(known, 20)))[0]?.distance === undefined)
    throw new Error("A copy was not found.");
  await writeFiles(directory);
  const results = {
    "compliance.index1MBuildSeconds": Math.round(10 * built.seconds) / 10,
    "compliance.index1MLoadSeconds": Math.round(10 * loadSeconds) / 10,
    "compliance.search1MMs": Math.round(100 * search.mean) / 100,
    "compliance.search1MP95Ms": Math.round(100 * search.p95) / 100,
    "compliance.search1MWorstMs": Math.round(100 * search.worst) / 100,
    "compliance.screenLot10kSeconds": Math.round(10 * (await measureLot(loaded, directory))) / 10,
  };
  console.log("| key | measured | ceiling |\n|---|--:|--:|");
  for (const [key, measured] of Object.entries(results)) {
    const ceiling = (CEILINGS as Readonly<Record<string, number>>)[key];
    console.log(`| ${key} | ${measured} | ${ceiling ?? "–"} |`);
    if (ceiling !== undefined && measured > ceiling) {
      console.error(`${key}: ${measured} is above ${ceiling}`);
      process.exitCode = 1;
    }
  }
  await mergeResults(results);
} finally {
  await rm(directory, { recursive: true, force: true });
}
