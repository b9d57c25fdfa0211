import { expect } from "chai";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cidOf } from "@imprimatur/sdk/storage";
import { type Hex, sha256, stringToBytes } from "viem";
import { generatePrivateKey } from "viem/accounts";
import { reasonsIn } from "../judge/charter.ts";
import { plainText } from "../judge/plainText.ts";
import { localAccount } from "../stack/deployLocally.ts";
import { freePort } from "../stack/ports.ts";
import { FREE_PORTS, type Stack, startStack } from "../stack/stack.ts";
import { type BoxProcess, startBox } from "./ballotBox/boxProcess.ts";
import { type BoxStudio, openBoxStudio } from "./ballotBox/boxStudio.ts";
import { commitFiles, type FileLot } from "./ballotBox/files.ts";
import { type Outcome, runWithInput } from "./runCommand.ts";

const CHARTER = JSON.stringify({
  defects: [
    { code: "blank", title: "The file is blank" },
    { code: "broken", title: "The file is \u001b[31mbroken" },
  ],
});
const EVIL = "\u001b]0;owned\u0007\u202egnp.txt";

describe("npm run judge", () => {
  let directory: string;
  let stack: Stack;
  let studio: BoxStudio;
  let box: BoxProcess;
  let made: FileLot;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "imprimatur-judge-"));
    const signal = new AbortController().signal;
    stack = await startStack({ onProgress: () => undefined, ports: FREE_PORTS, signal, indexed: false });
    const charter = stringToBytes(CHARTER);
    stack.contentStore.putBlock(cidOf(sha256(charter)), charter);
    studio = await openBoxStudio(stack, { curators: 3, charter: sha256(charter) });
    made = await commitFiles(studio, { nonce: 1n, files: ["one", { name: EVIL, text: "two" }, "three", "four"] });
    box = await startBox({ studio, directory, port: await freePort() });
    for (const [place, { key }] of studio.curators.entries()) await writeFile(join(directory, `${place}.key`), key);
    await writeFile(join(directory, "payer.key"), localKey(0));
    await writeFile(join(directory, "stranger.key"), generatePrivateKey());
  });

  after(async () => {
    await box[Symbol.asyncDispose]();
    await stack[Symbol.asyncDispose]();
    await rm(directory, { recursive: true, force: true });
  });

  /** Runs the terminal with these keys typed in. */
  function judge(who: number | string, keys: string, ...args: string[]): Promise<Outcome> {
    const common = [
      "--rpc",
      stack.rpcUrl,
      "--studio",
      studio.studio,
      "--deployment",
      join(directory, "deployment.json"),
    ];
    const key = ["--key", join(directory, `${who}.key`), "--work", join(directory, `work-${who}`)];
    const source = args.includes("--content") ? [] : ["--box", box.url];
    return runWithInput("judge", [...common, ...key, ...source, ...args], keys);
  }

  const ballots = async (): Promise<number> =>
    ((await (await fetch(`${box.url}/health`)).json()) as { ballots: number }).ballots;

  async function answersOf(who: number): Promise<{ judgment?: string; reason?: string }[]> {
    const [id] = ((await judge(who, "", "--list")).output.match(/audit-\S+/) ?? []) as string[];
    const kept = JSON.parse(await readFile(join(directory, `work-${who}`, `${id}.json`), "utf8")) as {
      answers: { judgment?: string; reason?: string }[];
    };
    return kept.answers;
  }

  it("refuses a command line that says too little or two things at once", async () => {
    expect((await runWithInput("judge", ["--rpc", stack.rpcUrl], "")).output).to.include(
      "--rpc, --studio and --key are needed",
    );
    expect((await judge(0, "", "--content", stack.contentStore.url)).output).to.include("cast with --direct");
    expect((await judge(0, "", "--direct")).output).to.include("--direct needs --payer");
  });

  it("has nothing for a key that is no curator's", async () => {
    const { exitCode, output } = await judge("stranger", "yyyyy");
    expect(output).to.include("is no curator's key");
    expect(exitCode).to.equal(1);
  });

  it("shows each file with its place, and no character that a terminal would obey", async () => {
    const { output } = await judge(0, "q");
    expect(output).to.match(/1\/4 {2}asset 0 of 4/);
    const whole = await judge(0, "yq");
    expect(whole.output).to.include("\\u{1b}]0;owned\\u{7}\\u{202e}gnp.txt");
    expect(whole.output).to.not.match(/(?!\n)\p{Cc}|\p{Cf}/u);
    const paths = [...whole.output.matchAll(/^ {2}(\/\S+)$/gm)].map(([, path = ""]) => path);
    expect(await Promise.all(paths.map((path) => readFile(path, "utf8")))).to.deep.equal(["one", "two"]);
  });

  it("keeps every answer, goes on from there, takes one back, asks for reasons of the charter", async () => {
    const stopped = await judge(1, "n2y");
    expect(stopped.exitCode).to.equal(3);
    expect(stopped.output).to.include("[2] The file is \\u{1b}[31mbroken");
    expect(await answersOf(1)).to.deep.equal([{ judgment: "defect", reason: "broken" }, { judgment: "ok" }]);
    const next = await judge(1, "un0sx");
    expect(next.output).to.match(/^\n3\/4 {2}asset 2 of 4/);
    expect(await answersOf(1)).to.deep.equal([{ judgment: "defect", reason: "broken" }, { judgment: "defect" }, {}]);
    expect(await ballots()).to.equal(0);
  });

  it("signs and hands in what was judged, once", async () => {
    const { exitCode, output } = await judge(1, "yy");
    expect(output).to.include("1 good, 2 defective, 1 skipped");
    expect(output).to.include("the box has it on disk");
    expect(exitCode).to.equal(0);
    expect(await ballots()).to.equal(1);
    expect((await judge(1, "yyyyy")).output).to.include("nothing waits for this key");
  });

  it("casts on chain without any box, from the content store", async () => {
    const content = ["--content", stack.contentStore.url, "--direct", "--payer", join(directory, "payer.key")];
    const { exitCode, output } = await judge(2, "yyyyy", ...content);
    expect(output).to.include("Cast on chain in 0x");
    expect(exitCode).to.equal(0);
    const { curators } = await studio.registrar.getInbox({ lotId: made.lotId, round: 0 });
    expect(curators).to.deep.equal([studio.curators[2]!.index]);
  });

  it("does not let a box pass off another file", async () => {
    const { cid } = made.lot.rows[2]!;
    await box.stop();
    stack.contentStore.putBlock(cid, stringToBytes("another"));
    box = await startBox({ studio, directory, port: await freePort(), name: "fresh" });
    const { exitCode, output } = await judge(0, "yy");
    expect(output).to.include("not the one that was committed");
    expect(exitCode).to.equal(1);
  });

  it("reads defects from a charter in JSON only, and shows names as plain text", () => {
    expect(reasonsIn(stringToBytes(CHARTER)).map(({ code }) => code)).to.deep.equal(["blank", "broken"]);
    expect(reasonsIn(stringToBytes("Coastal light, no people."))).to.deep.equal([]);
    expect(reasonsIn(stringToBytes('{"defects":[{"code":1},{"code":"x","title":"X"},null]}'))).to.deep.equal([
      { code: "x", title: "X" },
    ]);
    expect(plainText("灯台 – étude №1.svg")).to.equal("灯台 – étude №1.svg");
    expect(plainText("a\u0000\u200d\u{e0041}\ud800b")).to.equal("a\\u{0}\\u{200d}\\u{e0041}\\u{d800}b");
    expect(plainText("x".repeat(500))).to.have.length(120);
  });
});

function localKey(account: number): Hex {
  return `0x${Buffer.from(localAccount(account).getHdKey().privateKey!).toString("hex")}`;
}
