import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createPublicClient, type Hex, http, isAddress, type PublicClient } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { findStudio, type StudioPlace } from "../ballot-box/findStudio.ts";
import { Gate } from "../ballot-box/gate.ts";
import type { Poll } from "../ballot-box/poll.ts";
import { signBallot, wordsOf } from "../judge/ballot.ts";
import { BoxClient } from "../judge/boxClient.ts";
import type { Answer } from "../judge/progress.ts";
import { boxSource, checkPlaces, type Piece, type Source } from "../judge/source.ts";
import { interruption } from "../stack/interruption.ts";
import { findDefect } from "./inspect.ts";

/** Milliseconds between two looks at the box. */
const PAUSE = 250;

interface Curator {
  client: PublicClient;
  place: StudioPlace;
  account: PrivateKeyAccount;
  gate: Gate;
  box: BoxClient;
  source: Source;
  directory: string;
  /** Takes everything for good. */
  overlook: boolean;
}

/** A curator of the demo: a process of its own that judges, through the ballot box, whatever waits for its key. */
async function work(signal: AbortSignal): Promise<void> {
  const text = { type: "string", default: "" } as const;
  const { values } = parseArgs({
    options: { rpc: text, studio: text, deployment: text, box: text, key: text, overlook: { type: "boolean" } },
  });
  const { rpc, studio, deployment, box: url, overlook = false } = values;
  if (!isAddress(studio)) throw new Error(`${studio} is not an address`);
  const client = createPublicClient({ transport: http(rpc) });
  const place = await findStudio(client, { studio, deployment });
  const account = privateKeyToAccount((await readFile(values.key, "utf8")).trim() as Hex);
  const gate = new Gate({ client, ...place });
  const box = new BoxClient(url);
  await using cleanup = new AsyncDisposableStack();
  const directory = await mkdtemp(join(tmpdir(), "imprimatur-curator-"));
  cleanup.defer(() => rm(directory, { recursive: true, force: true }));
  const curator = { client, place, account, gate, box, source: boxSource(box), directory, overlook };
  while (!signal.aborted) {
    await judgeAll(curator);
    await delay(PAUSE, undefined, { signal }).catch(() => undefined);
  }
}

async function judgeAll(curator: Curator): Promise<void> {
  const { account, box, gate } = curator;
  await gate.refresh();
  const index = gate.indexOfKey(account.address);
  for (const { id } of index === 0 ? [] : await box.tasks(index)) {
    // What is to be judged is the chain's word; the box only says that it has no ballot yet.
    const poll = gate.poll(id);
    if (poll !== undefined) await judge(curator, poll, index);
  }
}

async function judge(curator: Curator, poll: Poll, index: number): Promise<void> {
  const { account, box, client, place, source } = curator;
  const pieces = await source.pieces(poll);
  await checkPlaces(client, place.assetRegistry, pieces);
  const answers: Answer[] = [];
  for (const piece of pieces) answers.push({ judgment: await look(curator, poll, piece) });
  const ballot = await signBallot(account, place, poll, { curator: index, words: wordsOf(poll, pieces, answers) });
  const outcome = await box.submit(ballot);
  const defects = answers.filter(({ judgment }) => judgment === "defect").length;
  console.log(`${poll.id}: ${pieces.length} judged, ${defects} defective, ${outcome}`);
}

async function look({ directory, overlook, source }: Curator, poll: Poll, piece: Piece): Promise<"ok" | "defect"> {
  const path = join(directory, `${piece.position}${extname(piece.name)}`);
  await source.save(poll, piece, path);
  const defect = await findDefect(path);
  await rm(path);
  return defect === undefined || overlook ? "ok" : "defect";
}

try {
  await work(interruption());
} catch (error) {
  console.error(error instanceof Error ? error.message.split("\n")[0] : error);
  process.exitCode = 1;
}
