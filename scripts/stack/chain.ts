import { createPublicClient, http } from "viem";
import { HARDHAT, ROOT } from "./compile.ts";
import { freePort } from "./ports.ts";
import { startProcess, whileRunning } from "./managedProcess.ts";
import { until } from "./until.ts";

/** A running EVM node. */
export interface Chain extends AsyncDisposable {
  readonly rpcUrl: string;
  /** Resolves with a sentence when the node ends. */
  readonly ended: Promise<string>;
}

const START_MILLISECONDS = 60_000;

/** Starts a Hardhat node on a loopback port, the usual one where it is free. */
export async function startChain(preferredPort: number, logFile: string): Promise<Chain> {
  const port = await freePort(preferredPort);
  const rpcUrl = `http://127.0.0.1:${port}`;
  const node = startProcess({
    name: "the EVM node",
    command: process.execPath,
    args: [HARDHAT, "node", "--hostname", "127.0.0.1", "--port", String(port)],
    cwd: ROOT,
    logFile,
  });
  const client = createPublicClient({ transport: http(rpcUrl) });
  const answers = until("the EVM node", START_MILLISECONDS, () => client.getChainId());
  await whileRunning(node, logFile, answers);
  return { rpcUrl, ended: node.ended, [Symbol.asyncDispose]: () => node[Symbol.asyncDispose]() };
}
