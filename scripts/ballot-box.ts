import { readFile } from "node:fs/promises";
import { nodeRecovery } from "@imprimatur/sdk/node";
import { createPublicClient, http } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { BallotBox } from "./ballot-box/box.ts";
import { BallotStore } from "./ballot-box/ballotStore.ts";
import { ChainCloser, Relay } from "./ballot-box/closing.ts";
import { findStudio } from "./ballot-box/findStudio.ts";
import { Gate } from "./ballot-box/gate.ts";
import { type BoxOptions, parseOptions, USAGE } from "./ballot-box/options.ts";
import { Rounds } from "./ballot-box/rounds.ts";
import { Samples } from "./ballot-box/samples.ts";
import { createServer } from "./ballot-box/server.ts";
import { interruption } from "./stack/interruption.ts";

/** Runs the box until a signal; answers what it has begun before it ends. */
async function run(options: BoxOptions, signal: AbortSignal): Promise<void> {
  await using cleanup = new AsyncDisposableStack();
  const client = createPublicClient({ transport: http(options.rpc), pollingInterval: 250 });
  const place = await findStudio(client, options);
  const gate = new Gate({ client, ...place });
  const store = cleanup.use(new BallotStore(options.data, place));
  const samples = cleanup.use(new Samples({ client, ...place, content: options.content }));
  const closer = new ChainCloser({ client, gate, curation: place.curation });
  const box = new BallotBox({ place: { ...place, recover: await nodeRecovery() }, gate, store, samples, closer });
  await gate.refresh();

  const token = await secretIn(options.peerToken);
  const key = await secretIn(options.keyFile);
  const relay = key === undefined ? undefined : new Relay(client, privateKeyToAccount(key as `0x${string}`));
  const rounds = new Rounds({ box, gate, closer, relay, peers: options.peers, token });
  const server = await createServer(box, { rate: options.rate, token });
  const address = await server.listen({ host: options.host, port: options.port });
  cleanup.defer(() => server.close());
  console.log(`Ballot box of ${place.curation}: ${address}, ${store.count().ballots} ballots kept`);
  await rounds.run(signal);
  console.log("Stopped; every ballot that was acknowledged is on disk.");
}

async function secretIn(file: string | undefined): Promise<string | undefined> {
  return file === undefined ? undefined : (await readFile(file, "utf8")).trim();
}

try {
  const options = parseOptions(process.argv.slice(2));
  if (options === undefined) console.log(USAGE);
  else await run(options, interruption());
} catch (error) {
  console.error(`The ballot box stopped: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
  process.exitCode = 1;
}
