import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as actions from "@imprimatur/sdk/actions";
import { bundle } from "../sdk/test/bundle/bundle.ts";
import { measurePeers } from "./peers.ts";
import { mergeResults } from "./results.ts";
import { measureFirstRead } from "./sdk/firstRead.ts";
import { measureInstantiations } from "./sdk/instantiations.ts";

/** Kilobytes of 1,024 bytes, as bundles are compared. */
const KB = 1024;

/** Most that a key may reach; an action's bundle is the same for all actions. */
const CEILINGS: Readonly<Record<string, number>> = {
  "sdk.bundle.all.gzBytes": 60 * KB,
  "sdk.bundle.logs.gzBytes": 50 * KB,
  "sdk.bundle.react.gzBytes": 7.5 * KB,
  "sdk.importToFirstReadMs": 150,
  "sdk.lot.build65536Ms": 1500,
  "sdk.lot.build65536MB": 300,
  "sdk.slate.simulate4096Ms": 500,
  "sdk.types.instantiations": 1_450_000,
};

/** Least that a key must reach. */
const FLOORS: Readonly<Record<string, number>> = { "sdk.ballots.verifiedPerSecond": 2000 };
const ACTION_CEILING = 3 * KB;

/** Gzipped bytes of each action, of all that the root entry brings, on demand too, and of the log reader; viem apart. */
async function measureBundles(): Promise<Record<string, number>> {
  const results: Record<string, number> = {};
  for (const name of Object.keys(actions).filter((action) => !action.endsWith("AndWait"))) {
    const waiting = `${name}AndWait` in actions ? `, ${name}AndWait` : "";
    const { gzBytes } = await bundle(`export { ${name}${waiting} } from "@imprimatur/sdk/actions";`);
    results[`sdk.bundle.${name}.gzBytes`] = gzBytes;
  }
  const all = await bundle(`export * from "@imprimatur/sdk";`);
  const logs = await bundle(`export * from "@imprimatur/sdk/logs";`);
  // A page that reads an offer and buys: two hooks, their actions, and what all hooks share.
  const react = await bundle(`export { useGetOffer, usePurchaseLicenseAndWait } from "@imprimatur/sdk/react";`);
  return {
    ...results,
    "sdk.bundle.all.gzBytes": all.allGzBytes,
    "sdk.bundle.logs.gzBytes": logs.allGzBytes,
    "sdk.bundle.react.gzBytes": react.gzBytes,
  };
}

/** Runs a script in a process of its own and reads the line of JSON that it prints. */
async function inOwnProcess<Figures>(path: string): Promise<Figures> {
  const script = fileURLToPath(new URL(path, import.meta.url));
  const options = ["--conditions=source", "--import", "tsx", script];
  const { stdout } = await promisify(execFile)(process.execPath, options);
  return JSON.parse(stdout) as Figures;
}

/** Processor time and memory of a lot of 65,536 files, reading them apart. */
async function measureLot(): Promise<Record<string, number>> {
  const { count, buildMs, peakMb } = await inOwnProcess<{ count: number; buildMs: number; peakMb: number }>(
    "./sdk/buildLot.ts",
  );
  return {
    "sdk.lot.build65536Ms": Math.round(buildMs),
    "sdk.lot.leavesPerSecond": Math.round((1000 * count) / buildMs),
    "sdk.lot.build65536MB": Math.round(peakMb),
  };
}

/** Processor time of checking ballots and of counting a slate, signatures included. */
async function measureCuration(): Promise<Record<string, number>> {
  const { ballotsPerSecond, slateMs } = await inOwnProcess<{ ballotsPerSecond: number; slateMs: number }>(
    "./sdk/curation.ts",
  );
  return {
    "sdk.ballots.verifiedPerSecond": Math.round(ballotsPerSecond),
    "sdk.slate.simulate4096Ms": Math.round(slateMs),
  };
}

const results = {
  ...(await measureBundles()),
  ...(await measurePeers()),
  ...(await measureInstantiations()),
  ...(await measureFirstRead()),
  ...(await measureLot()),
  ...(await measureCuration()),
};
const failures: string[] = [];
console.log("| key | measured | ceiling |\n|---|--:|--:|");
for (const [key, measured] of Object.entries(results)) {
  const ceiling = CEILINGS[key] ?? (key.startsWith("sdk.bundle.") ? ACTION_CEILING : undefined);
  const floor = FLOORS[key];
  console.log(`| ${key} | ${measured} | ${ceiling ?? (floor === undefined ? "–" : `≥ ${floor}`)} |`);
  if (ceiling !== undefined && measured > ceiling) failures.push(`${key}: ${measured} is above ${ceiling}`);
  if (floor !== undefined && measured < floor) failures.push(`${key}: ${measured} is below ${floor}`);
}
await mergeResults(results);
for (const failure of failures) console.error(failure);
process.exitCode = failures.length === 0 ? 0 : 1;
