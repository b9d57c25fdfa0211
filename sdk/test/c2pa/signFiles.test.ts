import { expect } from "chai";
import { link, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDevelopmentSigner } from "@imprimatur/sdk/c2pa";
import { encodePng, signFiles, type SignFilesParameters } from "@imprimatur/sdk/node";
import { expectError } from "../helpers/errors.ts";

const LOT: SignFilesParameters["lot"] = {
  chainId: 31_337,
  nonce: 1n,
  producer: "0x00000000000000000000000000000000000000a1",
  assetRegistry: "0x00000000000000000000000000000000000000b2",
  recipeId: `0x${"33".repeat(32)}`,
  recipeCommitment: `0x${"44".repeat(32)}`,
};

describe("signFiles", function () {
  this.timeout(60_000);
  let folder: string;
  let signer: SignFilesParameters["signer"];
  let picture: Uint8Array;

  before(async () => {
    ({ signer } = await createDevelopmentSigner());
    const data = new Uint8Array(16 * 16 * 4).map((_, at) => at);
    picture = (await encodePng({ width: 16, height: 16, data })).bytes;
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "imprimatur-sign-"));
    await mkdir(join(folder, "in", "deep"), { recursive: true });
    await writeFile(join(folder, "in", "a.png"), picture);
    await writeFile(join(folder, "in", "deep", "b.txt"), "words");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const sign = (out: string, more: Partial<SignFilesParameters> = {}) =>
    signFiles({ directory: join(folder, "in"), out: join(folder, out), lot: LOT, signer, ...more });
  const bytesOf = async (path: string) => new Uint8Array(await readFile(join(folder, path)));

  /** Signing is refused, and every input is what it was. */
  async function refuses(out: string, more: Partial<SignFilesParameters> = {}): Promise<void> {
    await expectError("FileUnwritableError", () => sign(out, more));
    expect(await bytesOf("in/a.png")).to.deep.equal(new Uint8Array(picture));
    expect(await readFile(join(folder, "in/deep/b.txt"), "utf8")).to.equal("words");
  }

  it("signs what it can, copies the rest, and does so again over what it wrote", async () => {
    for (let time = 0; time < 2; time += 1) {
      const signed = await sign("out");
      expect(signed.map(({ name, problem }) => [name, problem?.name])).to.deep.equal([
        ["a.png", undefined],
        ["deep/b.txt", "MediaFormatError"],
      ]);
    }
    expect((await bytesOf("out/a.png")).length).to.be.above(picture.length);
    expect(await readFile(join(folder, "out/deep/b.txt"), "utf8")).to.equal("words");
  });

  it("writes through no link, in place of a file or on the way to it", async () => {
    await mkdir(join(folder, "out"));
    await writeFile(join(folder, "precious"), "keep");
    await symlink(join(folder, "precious"), join(folder, "out", "a.png"));
    await refuses("out");
    expect(await readFile(join(folder, "precious"), "utf8")).to.equal("keep");

    await mkdir(join(folder, "other", "elsewhere"), { recursive: true });
    await symlink(join(folder, "other", "elsewhere"), join(folder, "other", "deep"));
    await refuses("other");
  });

  it("writes over no input, however the folders are named", async () => {
    await symlink(join(folder, "in"), join(folder, "alias"));
    await refuses("alias");
    await expectError("FileUnreadableError", () => sign("in/deep/.."));
    // A hard link to an input is replaced by a file of its own.
    await mkdir(join(folder, "hard"));
    await link(join(folder, "in", "a.png"), join(folder, "hard", "a.png"));
    await sign("hard");
    expect(await bytesOf("in/a.png")).to.deep.equal(new Uint8Array(picture));
  });

  it("writes nothing outside of the folder", async () => {
    await writeFile(join(folder, "outside.png"), picture);
    await refuses("out/deeper", { files: ["../outside.png"] });
  });
});
