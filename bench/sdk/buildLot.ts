// Runs in a process of its own, so that time and memory are those of one lot: prints one line of JSON.
import { closeSync, linkSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildLotFromFiles, fileStore, listFiles } from "@imprimatur/sdk/node";
import { keccak256 } from "viem";

const COUNT = 65_536;

/** Different files; the others are further names of these, which reads the same and is made faster. */
const ORIGINALS = 64;

function makeFiles(directory: string): void {
  const nameOf = (i: number): string => join(directory, `image-${String(i).padStart(5, "0")}.png`);
  for (let i = 0; i < COUNT; i += 1) {
    if (i < ORIGINALS) writeFileSync(nameOf(i), Buffer.alloc(500 + 50 * i, i));
    else linkSync(nameOf(i % ORIGINALS), nameOf(i));
  }
}

/** Opens and reads every file as the SDK does, and does nothing with them. */
function readAll(directory: string, files: readonly string[]): void {
  const buffer = Buffer.allocUnsafe(1 << 20);
  for (const name of files) {
    const path = join(directory, name);
    statSync(path);
    const file = openSync(path, "r");
    while (readSync(file, buffer, 0, buffer.length, null) > 0);
    closeSync(file);
  }
}

async function cpuMs(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const directory = mkdtempSync(join(tmpdir(), "imprimatur-bench-"));
try {
  makeFiles(directory);
  const files = listFiles(directory);
  const reading = await cpuMs(() => readAll(directory, files));
  const whole = await cpuMs(() =>
    buildLotFromFiles({
      chainId: 1,
      assetRegistry: "0x00000000000000000000000000000000000000aa",
      producer: "0x00000000000000000000000000000000000000bb",
      nonce: 1n,
      recipeId: keccak256("0x01"),
      recipeCommitment: keccak256("0x02"),
      directory,
      files,
      store: fileStore(join(directory, ".store")),
    }),
  );
  const peakMb = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ count: COUNT, readingMs: reading, buildMs: whole - reading, peakMb }));
} finally {
  rmSync(directory, { recursive: true });
}
