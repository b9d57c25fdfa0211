import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createStudioAndWait } from "@imprimatur/sdk/actions";
import { createWalletClient, http, publicActions, sha256, stringToBytes } from "viem";
import { hardhat } from "viem/chains";
import { localAccount } from "../../scripts/stack/deployLocally.ts";
import { FREE_PORTS, startStack } from "../../scripts/stack/stack.ts";

const PROCESSES = 9;
const NAME = "Atelier Nord";
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SCRIPT = fileURLToPath(new URL("./firstReadOnce.mjs", import.meta.url));

/**
 * Processor time from importing the built package to the answer of the first read from a local node, the median of fresh
 * processes; viem is loaded by then, as it is in every app that uses us. Its own import is in the second figure.
 */
export async function measureFirstRead(): Promise<Record<string, number>> {
  const { NODE_OPTIONS: _ours, ...env } = process.env;
  const run = (args: string[]) => promisify(execFile)(process.execPath, args, { cwd: ROOT, env });
  await run(["--import", "tsx", "scripts/package/build.ts"]);
  const signal = new AbortController().signal;
  await using stack = await startStack({ onProgress: () => undefined, ports: FREE_PORTS, signal, indexed: false });
  const account = localAccount(0);
  const client = createWalletClient({ account, chain: hardhat, transport: http(stack.rpcUrl) }).extend(publicActions);
  const { studio } = await createStudioAndWait(client, {
    studioFactory: stack.deployment.addressOf("StudioFactory"),
    name: NAME,
    symbol: "NORD",
    preset: "solo",
    founders: [account.address],
    charter: sha256(stringToBytes("what we stand for")),
  });
  const runs: FirstRead[] = [];
  for (let i = 0; i < PROCESSES; i++) {
    const { stdout } = await run([SCRIPT, stack.rpcUrl, studio]);
    const answer = JSON.parse(stdout) as FirstRead;
    if (answer.name !== NAME) throw new Error(`the first read answered "${answer.name}" instead of "${NAME}"`);
    runs.push(answer);
  }
  return {
    "sdk.importToFirstReadMs": Math.round(median(runs.map(({ sdkMs }) => sdkMs))),
    "sdk.importToFirstReadWithViemMs": Math.round(median(runs.map(({ allMs }) => allMs))),
  };
}

interface FirstRead {
  name: string;
  sdkMs: number;
  allMs: number;
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
