import { readFile } from "node:fs/promises";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { castDirectAndWait } from "@imprimatur/sdk/actions";
import { createPublicClient, createWalletClient, type Hex, http } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { findStudio, type StudioPlace } from "./ballot-box/findStudio.ts";
import { Gate } from "./ballot-box/gate.ts";
import { type Poll, weightIn } from "./ballot-box/poll.ts";
import { Samples } from "./ballot-box/samples.ts";
import type { Ballot } from "./ballot-box/wire.ts";
import { signBallot, wordsOf } from "./judge/ballot.ts";
import { BoxClient } from "./judge/boxClient.ts";
import { reasonsIn } from "./judge/charter.ts";
import { keysFrom } from "./judge/keys.ts";
import { type JudgeOptions, parseOptions, USAGE } from "./judge/options.ts";
import { Progress } from "./judge/progress.ts";
import { judgePieces } from "./judge/session.ts";
import { boxSource, checkPlaces, type Source, storeSource } from "./judge/source.ts";
import { terminalScreen } from "./judge/terminal.ts";

/** Exit code of a session that was stopped: there is more to judge. */
const UNFINISHED = 3;

type PublicClient = ReturnType<typeof connect>;

const connect = (rpc: string) => createPublicClient({ transport: http(rpc), pollingInterval: 250 });

/** Nothing waits for this curator. */
class NothingToJudgeError extends Error {
  override readonly name = "NothingToJudgeError";
}

/** Judges one poll; returns whether its ballot was handed in. */
async function judge(options: JudgeOptions): Promise<boolean> {
  await using cleanup = new AsyncDisposableStack();
  const client = connect(options.rpc);
  const place = await findStudio(client, options);
  const account = privateKeyToAccount(await keyIn(options.keyFile));
  const gate = new Gate({ client, ...place });
  await gate.refresh();
  const curator = gate.indexOfKey(account.address);
  if (curator === 0) throw new NothingToJudgeError(`${account.address} is no curator's key`);
  const waiting = gate.polls().filter((poll) => weightIn(poll, curator) > 0);
  if (options.list) {
    for (const { id, deadline } of waiting)
      console.log(`${id} until ${new Date(Number(deadline) * 1000).toISOString()}`);
    return true;
  }
  const { poll, progress } = choose(waiting, options, account.address);
  const source = sourceOf(options, client, place, cleanup);
  const pieces = await source.pieces(poll);
  await checkPlaces(client, place.assetRegistry, pieces);

  const reasons = reasonsIn(await source.charter().catch(() => new Uint8Array()));
  const screen = terminalScreen({ directory: join(options.directory, poll.id), poll, source });
  const keys = keysFrom(process.stdin);
  const consent = await judgePieces({ pieces, progress, keys, screen, reasons });
  await keys.return(undefined);
  if (!consent) return false;
  const ballot = await signBallot(account, place, poll, { curator, words: wordsOf(poll, pieces, progress.answers) });
  console.log(await handIn(options, client, place, ballot));
  progress.finish();
  return true;
}

/** The poll that was asked for, or the first one that is not done. */
function choose(waiting: readonly Poll[], { poll: wanted, directory }: JudgeOptions, key: string) {
  mkdirSync(directory, { recursive: true });
  for (const poll of waiting) {
    if (wanted !== undefined && poll.id !== wanted) continue;
    const progress = new Progress(join(directory, `${poll.id}.json`), { poll: poll.id, key });
    if (!progress.submitted) return { poll, progress };
  }
  throw new NothingToJudgeError("nothing waits for this key");
}

function sourceOf(
  options: JudgeOptions,
  client: PublicClient,
  place: StudioPlace,
  cleanup: AsyncDisposableStack,
): Source {
  if (options.box !== undefined) return boxSource(new BoxClient(options.box));
  return storeSource(cleanup.use(new Samples({ client, ...place, content: options.content ?? "" })));
}

/** Hands the ballot to the box, or casts it on chain; returns a sentence about it. */
async function handIn(
  options: JudgeOptions,
  client: PublicClient,
  place: StudioPlace,
  ballot: Ballot,
): Promise<string> {
  if (!options.direct) {
    const outcome = await new BoxClient(options.box ?? "").submit(ballot);
    return outcome === "stored" ? "Handed in: the box has it on disk." : "The box has had this ballot already.";
  }
  const account = privateKeyToAccount(await keyIn(options.payerFile ?? ""));
  const payer = createWalletClient({ account, transport: http(options.rpc), pollingInterval: client.pollingInterval });
  const { subject: lotId, charterVersion } = ballot;
  const { receipt } = await castDirectAndWait(payer, { curation: place.curation, lotId, charterVersion, ballot });
  return `Cast on chain in ${receipt.transactionHash}.`;
}

const keyIn = async (file: string): Promise<Hex> => (await readFile(file, "utf8")).trim() as Hex;

try {
  const options = parseOptions(process.argv.slice(2));
  if (options === undefined) console.log(USAGE);
  else if (!(await judge(options))) {
    console.log("\nStopped; every answer is kept, the same command goes on from here.");
    process.exitCode = UNFINISHED;
  }
} catch (error) {
  console.error(`The judging stopped: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
  process.exitCode = 1;
}
