import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as actions from "@imprimatur/sdk/actions";
import { bundle } from "../sdk/test/bundle/bundle.ts";
import { mergeResults } from "./results.ts";

/** Kilobytes of 1,024 bytes, as bundles are compared. */
const KB = 1024;

/** Most that a key may reach; an action's bundle is the same for all actions. */
const CEILINGS: Readonly<Record<string, number>> = {
  "sdk.bundle.all.gzBytes": 60 * KB,
  "sdk.lot.build65536Ms": 1500,
  "sdk.lot.build65536MB": 300,
};
const ACTION_CEILING = 3 * KB;

/** Gzipped bytes of each action and of everything, viem apart. */
async function measureBundles(): Promise<Record<string, number>> {
  const results: Record<string, number> = {};
  for (const name of Object.keys(actions).filter((action) => !action.endsWith("AndWait"))) {
    const waiting = `${name}AndWait` in actions ? `, ${name}AndWait` : "";
    const { gzBytes } = await bundle(`export { ${name}${waiting} } from "@imprimatur/sdk/actions";`);
    results[`sdk.bundle.${name}.gzBytes`] = gzBytes;
  }
  const { allGzBytes } = await bundle(`export * from "@imprimatur/sdk"; export * from "@imprimatur/sdk/logs";`);
  return { ...results, "sdk.bundle.all.gzBytes": allGzBytes };
}

/** Processor time and memory of a lot of 65,536 files, reading them apart. */
async function measureLot(): Promise<Record<string, number>> {
  const script = fileURLToPath(new URL("./sdk/buildLot.ts", import.meta.url));
  const options = ["--conditions=source", "--import", "tsx", script];
  const { stdout } = await promisify(execFile)(process.execPath, options);
  const { count, buildMs, peakMb } = JSON.parse(stdout) as { count: number; buildMs: number; peakMb: number };
  return {
    "sdk.lot.build65536Ms": Math.round(buildMs),
    "sdk.lot.leavesPerSecond": Math.round((1000 * count) / buildMs),
    "sdk.lot.build65536MB": Math.round(peakMb),
  };
}

const results = { ...(await measureBundles()), ...(await measureLot()) };
const failures: string[] = [];
console.log("| key | measured | ceiling |\n|---|--:|--:|");
for (const [key, measured] of Object.entries(results)) {
  const ceiling = CEILINGS[key] ?? (key.startsWith("sdk.bundle.") ? ACTION_CEILING : undefined);
  console.log(`| ${key} | ${measured} | ${ceiling ?? "–"} |`);
  if (ceiling !== undefined && measured > ceiling) failures.push(`${key}: ${measured} is above ${ceiling}`);
}
await mergeResults(results);
for (const failure of failures) console.error(failure);
process.exitCode = failures.length === 0 ? 0 : 1;
