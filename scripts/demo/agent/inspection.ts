import { equal, match } from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { digestOf, readLot } from "@imprimatur/sdk/storage";
import { decode, encode } from "fast-png";
import { writeDeployment } from "../../deploy/index.ts";
import { ROOT } from "../../stack/compile.ts";
import type { Scene } from "../story/scene.ts";
import { BLOCKS, type Work } from "./work.ts";

/** A command line that a person can paste while the stack runs, and what it printed here. */
export interface Inspection {
  command: string;
  printed: string;
}

/** Folder of the delivered files, in that of the story's documents. */
const FOLDER = "agent";

const PROGRAM = fileURLToPath(new URL("../../imprimatur.ts", import.meta.url));
const CHAIN_ID = 31_337;

/** So far from its end a PNG's picture is. */
const IN_THE_PICTURE = 20;

/** Leaves what was delivered, and has the command line look at a panel, at a changed copy of it, and at a stripped one. */
export async function inspect(scene: Scene, work: Work, workingDirectory: string): Promise<Inspection[]> {
  return scene.teller.step("the command line verifies, refuses, recovers", async () => {
    const folder = join(scene.output, FOLDER);
    const { panel, bytes, files } = await deliver(work, folder);
    const [trust, changed, stripped] = ["authority.pem", "changed.png", "stripped.png"].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    await writeFile(trust, work.trustAnchors);
    await writeFile(changed, withOneBitTurned(bytes));
    await writeFile(stripped, encode(decode(bytes)));
    const config = await configure(scene, workingDirectory);
    const look = (path: string) => verify(path, { trust, config });
    const [genuine, refused, recovered] = await Promise.all([look(panel), look(changed), look(stripped)]);
    deliveredAs(
      genuine,
      0,
      /^certificate +verified, trusted$[^]*^machines may +ai_training: notAllowed.*\nterms +ipfs:/m,
    );
    deliveredAs(refused, 1, /changed\.png is not what it says, or was changed/);
    deliveredAs(recovered, 1, /It looks like:\n[^]*\n\d+ +0 +yes$/m);
    return { value: [genuine, refused, recovered], shown: `${files} files in ${shownPath(folder)}` };
  });
}

/** Prints the commands, the first with all that it says. */
export function printInspections([genuine, ...others]: readonly Inspection[], isKept: boolean): void {
  console.log(`\n$ ${genuine?.command}\n${genuine?.printed}`);
  for (const { command, printed } of others) console.log(`\n$ ${command}\n${withoutPassed(printed)}`);
  console.log(
    isKept
      ? "\nThe stack stays up for these commands, in another terminal.\nCtrl-C stops everything."
      : "\nThe chain has ended with the demo. With --keep it stays up, and these commands can be pasted.",
  );
}

/** What is said of a file, without the checks that it passes. */
const withoutPassed = (printed: string): string =>
  printed
    .split("\n")
    .filter((line) => !/^\w+ +passed /.test(line))
    .join("\n");

/** Writes the files of all lots into the folder. */
async function deliver({ reports, store }: Work, folder: string) {
  await mkdir(folder, { recursive: true });
  let [panel, bytes, files] = ["", new Uint8Array() as Uint8Array, 0];
  for (const { report } of reports) {
    const { rows } = await readLot(store, report.manifest);
    for (const { cid, index, name } of rows) {
      const content = await store.get(digestOf(cid));
      await writeFile(join(folder, name), content);
      if (index === 0) [panel, bytes] = [join(folder, name), content];
      files += 1;
    }
  }
  return { panel, bytes, files };
}

function withOneBitTurned(bytes: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(bytes);
  changed[changed.length - IN_THE_PICTURE] = (changed[changed.length - IN_THE_PICTURE] ?? 0) ^ 1;
  return changed;
}

/** Where the command line finds chain, contracts and manifests, as long as the stack runs. */
async function configure({ stack }: Scene, workingDirectory: string): Promise<string> {
  const deployment = await writeDeployment(CHAIN_ID, stack.deployment.contracts, workingDirectory);
  const settings = { rpc: stack.rpcUrl, deployment, store: join(workingDirectory, BLOCKS) };
  const path = join(workingDirectory, "imprimatur.config.json");
  await writeFile(path, `${JSON.stringify(settings, null, 2)}\n`);
  return path;
}

type Ran = Inspection & { exitCode: number };

/** Runs the program as the command would: a process of its own. */
function verify(path: string, { trust, config }: { trust: string; config: string }): Promise<Ran> {
  const args = (shown: (path: string) => string) => [
    ...["verify", shown(path), "--trust", shown(trust), "--config", shown(config)],
  ];
  const command = `npm run -s imprimatur -- ${args((each) => quoted(shownPath(each))).join(" ")}`;
  return new Promise((done) => {
    const run = ["--import", "tsx", PROGRAM, ...args((each) => each)];
    const child = execFile(process.execPath, run, { cwd: ROOT }, (_error, stdout, stderr) => {
      done({ command, printed: `${stdout}${stderr}`.trimEnd(), exitCode: child.exitCode ?? -1 });
    });
  });
}

function deliveredAs({ exitCode, printed }: Ran, expected: number, said: RegExp): void {
  equal(exitCode, expected, `imprimatur verify ended with ${exitCode}: ${printed}`);
  match(printed, said);
}

/** A path as one would type it where npm was called. */
function shownPath(path: string): string {
  const typed = relative(resolve(process.env["INIT_CWD"] ?? "."), path);
  return typed.startsWith("..") ? path : typed;
}

const quoted = (path: string): string =>
  /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
