import { expect } from "chai";
import { createHash } from "node:crypto";
import { chmod, mkdir, mkdtemp, open, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatUnits } from "viem";
import { generateSvg } from "../demo/media/svg.ts";
import { makeMedia } from "../demo/media/makeMedia.ts";
import { runCommand } from "./runCommand.ts";

const BIG_FILE_BYTES = 200 * 1024 * 1024;

describe("npm run demo", () => {
  let folder: string;
  let documents: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "imprimatur-e2e-"));
    documents = await mkdtemp(join(tmpdir(), "imprimatur-e2e-documents-"));
  });

  afterEach(async () => {
    for (const made of [folder, documents]) await rm(made, { recursive: true, force: true });
  });

  /** The command ends in one line that says why, and nothing was started. */
  async function refuses(reason: RegExp): Promise<void> {
    const { exitCode, output } = await runCommand("demo", "--input", folder);
    expect(exitCode).to.equal(1);
    expect(output.trim()).to.match(reason);
    expect(output.trim().split("\n")).to.have.length(1);
  }

  it("refuses a folder that does not exist", async () => {
    await rm(folder, { recursive: true });
    await refuses(/^The demo stopped: Cannot read .*no such file/);
  });

  it("refuses a folder without files", async () => {
    await mkdir(join(folder, "empty"));
    await refuses(/^The demo stopped: A lot needs at least one file/);
  });

  it("refuses 65,537 files before it hashes any", async () => {
    for (let file = 0; file <= 65_536; file++) await writeFile(join(folder, `${file}.bin`), "");
    await refuses(/^The demo stopped: A lot has at most 65536 assets, got 65537/);
  });

  it("names the file that it cannot read", async () => {
    await writeFile(join(folder, "good.svg"), generateSvg(1));
    await symlink(join(folder, "gone.png"), join(folder, "dangling.png"));
    await refuses(/^The demo stopped: Cannot read .*dangling\.png/);
  });

  it("says which option it does not know", async () => {
    const { exitCode, output } = await runCommand("demo", "--imput", folder);
    expect(exitCode).to.equal(1);
    expect(output).to.match(/^The demo stopped: Unknown option '--imput'/m);
  });

  /** The demo, with its documents in the test's own folder. */
  const demo = (...args: string[]) => runCommand("demo", "--output", join(documents, "of the demo"), ...args);

  /** What the demo leaves: a statement that adds up to what was printed, a certificate that names the text sold. */
  async function checkDocuments(output: string): Promise<void> {
    const read = (name: string): Promise<string> => readFile(join(documents, "of the demo", name), "utf8");
    const [, ...lines] = (await read("earnings.csv")).trim().split("\r\n");
    const sum = lines.reduce((total, line) => total + BigInt(line.slice(line.lastIndexOf(",") + 1)), 0n);
    expect(output).to.include(`${lines.length} lines, ${formatUnits(sum, 6)}`);
    const certificate = JSON.parse(await read("certificate.json")) as { purchases: { textHash: string }[] };
    const text = createHash("sha256").update(await read("license-team.md"));
    expect(certificate.purchases.map(({ textHash }) => textHash)).to.deep.equal([`0x${text.digest("hex")}`]);
    expect(await read("certificate.txt")).to.include("LICENSE CERTIFICATE");
  }

  it("tells the whole story on duplicates, odd names, an empty file and a 200 MB file", async () => {
    await makeMedia(folder, 9, { seed: 11, defectEvery: 0 });
    await mkdir(join(folder, "Entwürfe"));
    await writeFile(join(folder, "Entwürfe", "灯台 – étude №1.svg"), generateSvg(12));
    for (const copy of ["a.svg", "b.svg"]) await writeFile(join(folder, copy), generateSvg(13));
    await writeFile(join(folder, "empty.png"), "");
    const big = await open(join(folder, "big.bin"), "w");
    await big.truncate(BIG_FILE_BYTES);
    await big.close();
    await chmod(join(folder, "big.bin"), 0o444);

    const { exitCode, output } = await demo("--input", folder);
    expect(output).to.include("14 judged by 5, 1 blocked");
    expect(output).to.include("figures compared, no difference");
    expect(output).to.include("0 differences");
    expect(exitCode, output).to.equal(0);
    await checkDocuments(output);
  });

  it("stops with one clear line when the curators reject the files", async () => {
    for (let file = 0; file < 8; file++) await writeFile(join(folder, `${file}.png`), "not a picture");
    const { exitCode, output } = await demo("--input", folder);
    expect(output).to.match(/^The demo stopped: .*the curators rejected the files/m);
    expect(exitCode).to.equal(1);
  });

  it("fails when the curators overlook what was spoiled", async () => {
    const { exitCode, output } = await demo("--sabotage", "overlook");
    expect(output).to.include('step "the census found exactly the planted defects" failed');
    expect(exitCode).to.equal(1);
  });

  /** The story on a single file notices the fault, says so and fails. */
  async function notices(fault: string, sentence: string): Promise<void> {
    await makeMedia(folder, 1, { seed: 21, defectEvery: 0 });
    const { exitCode, output } = await demo("--input", folder, "--sabotage", fault);
    expect(output).to.include(sentence);
    expect(exitCode).to.equal(1);
  }

  it("fails when a share is off by one unit", () =>
    notices("shortchange", "the treasury received another amount than its share"));

  it("fails when a certificate names somebody else", () =>
    notices("forge", "the chain does not confirm the certificate"));

  it("fails when the statement leaves out a line", () =>
    notices("omit", "the lines of the statement do not add up to what the chain has paid"));
});
