import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createPublicClient, type Hex, http, isAddress } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { findStudio } from "../ballot-box/findStudio.ts";
import { Gate } from "../ballot-box/gate.ts";
import type { Poll } from "../ballot-box/poll.ts";
import { signBallot, wordsOf } from "../judge/ballot.ts";
import { BoxClient } from "../judge/boxClient.ts";
import type { Answer } from "../judge/progress.ts";
import { boxSource, checkPlaces, type Piece } from "../judge/source.ts";
import { interruption } from "../stack/interruption.ts";
import { findDefect } from "./inspect.ts";

/** A curator of the demo: a process of its own that judges, through the ballot box, whatever waits for its key. */
const PAUSE = 250;

const { values } = parseArgs({
  options: {
    rpc: { type: "string", default: "" },
    studio: { type: "string", default: "" },
    deployment: { type: "string", default: "" },
    box: { type: "string", default: "" },
    key: { type: "string", default: "" },
    overlook: { type: "boolean", default: false },
  },
});
const { rpc, studio, deployment, box: url, overlook } = values;
if (!isAddress(studio)) throw new Error(`${studio} is not an address`);
const client = createPublicClient({ transport: http(rpc) });
const place = await findStudio(client, { studio, deployment });
const account = privateKeyToAccount((await readFile(values.key, "utf8")).trim() as Hex);
const gate = new Gate({ client, ...place });
const box = new BoxClient(url);
const source = boxSource(box);
const signal = interruption();
const directory = await mkdtemp(join(tmpdir(), "imprimatur-curator-"));
try {
  while (!signal.aborted) {
    await gate.refresh();
    const curator = gate.indexOfKey(account.address);
    for (const { id } of curator === 0 ? [] : await box.tasks(curator)) {
      // What is to be judged is the chain's word; the box only says that it has no ballot yet.
      const poll = gate.poll(id);
      if (poll !== undefined) await judge(poll, curator);
    }
    await delay(PAUSE, undefined, { signal }).catch(() => undefined);
  }
} finally {
  await rm(directory, { recursive: true, force: true });
}

async function judge(poll: Poll, curator: number): Promise<void> {
  const pieces = await source.pieces(poll);
  await checkPlaces(client, place.assetRegistry, pieces);
  const answers: Answer[] = [];
  for (const piece of pieces) answers.push({ judgment: await look(poll, piece) });
  const ballot = await signBallot(account, place, poll, { curator, words: wordsOf(poll, pieces, answers) });
  const outcome = await box.submit(ballot);
  const defects = answers.filter(({ judgment }) => judgment === "defect").length;
  console.log(`${poll.id}: ${pieces.length} judged, ${defects} defective, ${outcome}`);
}

async function look(poll: Poll, piece: Piece): Promise<"ok" | "defect"> {
  const path = join(directory, `${piece.position}${extname(piece.name)}`);
  await source.save(poll, piece, path);
  const defect = await findDefect(path);
  await rm(path);
  return defect === undefined || overlook ? "ok" : "defect";
}
