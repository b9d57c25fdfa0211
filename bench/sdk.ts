import { hash } from "node:crypto";
import { buildLot, type LotItem, MAX_LOT } from "@imprimatur/sdk";
import type { ContentStore } from "@imprimatur/sdk/storage";
import { numberToHex, zeroAddress } from "viem";
import { mergeResults } from "./results.ts";

/** What building the largest lot may cost beside reading its files: processor time of one core, and memory. */
const CEILINGS = { "sdk.lot.build65536Ms": 1_500, "sdk.lot.build65536MB": 300 } as const;

/** The manifest's blocks go to disk or network in earnest; here they are let go. */
const nowhere: ContentStore = {
  put: () => Promise.resolve(),
  get: (digest) => Promise.reject(new Error(`${digest} was not kept`)),
};

/** Items as `hashFiles` yields them, without the reading. */
function* items(): Generator<LotItem> {
  for (let index = 0; index < MAX_LOT; index++) {
    const contentHash = `0x${hash("sha256", String(index))}` as const;
    yield { name: `work-${index}.png`, mediaType: "image/png", bytes: index, contentHash };
  }
}

/** Processor time of one build in milliseconds: other programs on the machine do not count. */
async function measureBuild(): Promise<number> {
  const start = process.cpuUsage();
  await buildLot({
    chainId: 31337,
    assetRegistry: zeroAddress,
    producer: zeroAddress,
    nonce: 1n,
    recipeId: numberToHex(1, { size: 32 }),
    recipeCommitment: numberToHex(2, { size: 32 }),
    items: items(),
    store: nowhere,
    sha256: (bytes) => `0x${hash("sha256", bytes)}`,
  });
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

const milliseconds = await measureBuild();
const results = {
  "sdk.lot.build65536Ms": Math.round(milliseconds),
  "sdk.lot.build65536MB": Math.round(process.resourceUsage().maxRSS / 1024),
  "sdk.lot.leavesPerSecond": Math.round((MAX_LOT * 1000) / milliseconds),
};
await mergeResults(results);
console.log("| key | measured | ceiling |\n|---|--:|--:|");
for (const [key, measured] of Object.entries(results)) {
  const ceiling = (CEILINGS as Record<string, number>)[key];
  console.log(`| ${key} | ${measured} | ${ceiling ?? "–"} |`);
  if (ceiling !== undefined && measured > ceiling) {
    console.error(`✗ ${key} is ${measured}, above ${ceiling}`);
    process.exitCode = 1;
  }
}
