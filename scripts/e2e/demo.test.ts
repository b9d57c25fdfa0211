import { expect } from "chai";
import { chmod, mkdir, mkdtemp, open, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

  it("fails when a share is off by one unit", async () => {
    const { exitCode, output } = await demo("--sabotage", "shortchange");
    expect(output).to.include("the treasury received another amount than its share");
    expect(exitCode).to.equal(1);
  });
});
