import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { keccak256 } from "viem";
import { buildLotFromFiles, fileStore, listFiles } from "@imprimatur/sdk/node";
import { readLot } from "@imprimatur/sdk/storage";
import { expectError } from "../helpers/errors.ts";

const common = {
  chainId: 31337,
  assetRegistry: "0x00000000000000000000000000000000000000bb",
  producer: "0x00000000000000000000000000000000000000aa",
  nonce: 1n,
  recipeId: keccak256("0x01"),
  recipeCommitment: keccak256("0x02"),
  createdAt: 1n,
} as const;

describe("buildLotFromFiles", () => {
  let directory: string;
  const write = (name: string, bytes: string | Uint8Array): void => writeFileSync(join(directory, name), bytes);

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "imprimatur-lot-"));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it("refuses a folder without files and one that is not there", async () => {
    await expectError("LotEmptyError", () => buildLotFromFiles({ ...common, directory }));
    await expectError("FileUnreadableError", () => buildLotFromFiles({ ...common, directory: join(directory, "no") }));
  });

  it("refuses 65,537 files before reading any", async () => {
    const files = Array.from({ length: 65_537 }, (_, i) => `missing-${i}`);
    await expectError("LotTooLargeError", () => buildLotFromFiles({ ...common, directory, files }));
  });

  it("names the file it cannot read", async () => {
    write("a.png", "a");
    const missing = await expectError("FileUnreadableError", () =>
      buildLotFromFiles({ ...common, directory, files: ["a.png", "gone.png"] }),
    );
    expect(missing).to.include({ file: "gone.png" });
    symlinkSync("nowhere", join(directory, "dangling.png"));
    await expectError("FileUnreadableError", () => buildLotFromFiles({ ...common, directory }));
  });

  it("refuses a pipe instead of waiting for it", async function () {
    if (process.platform === "win32") this.skip();
    execFileSync("mkfifo", [join(directory, "pipe")]);
    await expectError("FileUnreadableError", () => buildLotFromFiles({ ...common, directory }));
    await expectError("FileUnreadableError", () => buildLotFromFiles({ ...common, directory, files: ["pipe"] }));
  });

  it("takes empty files, duplicates, folders and any name, in one order", async () => {
    mkdirSync(join(directory, "größe", "深"), { recursive: true });
    write("b.svg", "same");
    write("a.svg", "same");
    write("empty.txt", "");
    write("größe/深/naïve 🐦.jpeg", "x");
    write(".DS_Store", "skipped");
    const store = fileStore(join(directory, ".store"));
    const lot = await buildLotFromFiles({ ...common, directory, store });
    expect(lot.rows.map(({ name, mediaType, bytes }) => [name, mediaType, bytes])).to.deep.equal([
      ["a.svg", "image/svg+xml", 4],
      ["b.svg", "image/svg+xml", 4],
      ["empty.txt", "text/plain", 0],
      ["größe/深/naïve 🐦.jpeg", "image/jpeg", 1],
    ]);
    expect(lot.rows[0]?.cid).to.equal(lot.rows[1]?.cid);
    expect(lot.tree.leaf(0)).to.not.equal(lot.tree.leaf(1));
    expect((await readLot(store, lot.manifest)).rows).to.deep.equal(lot.rows);
    await expectError("ContentMissingError", () => store.get(keccak256("0x")));
  });

  it("streams files around and above the buffer's size", async () => {
    const sizes = [(1 << 20) - 1, 1 << 20, (1 << 20) + 1, 5 << 20];
    const contents = sizes.map((size) => randomBytes(size));
    contents.forEach((bytes, i) => write(`${i}.bin`, bytes));
    const lot = await buildLotFromFiles({ ...common, directory });
    expect(lot.rows.map((row) => row.bytes)).to.deep.equal(sizes);
    const digests = contents.map((bytes) => `0x${createHash("sha256").update(bytes).digest("hex")}`);
    expect(lot.rows.map((row) => row.leaf.contentHash)).to.deep.equal(digests);
  });

  it("does not load a file of 200 MB whole", async () => {
    write("large.mov", "");
    truncateSync(join(directory, "large.mov"), 200 << 20);
    const before = process.memoryUsage().arrayBuffers;
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().arrayBuffers - before)), 5);
    const lot = await buildLotFromFiles({ ...common, directory });
    clearInterval(watch);
    expect(lot.rows[0]?.bytes).to.equal(200 << 20);
    expect(peak)
      .to.be.greaterThan(0)
      .and.lessThan(32 << 20);
  });

  it("lists the same order whatever the platform returns", () => {
    for (const name of ["Z.png", "a.png", "ä.png", "10.png", "9.png"]) write(name, "");
    expect(listFiles(directory)).to.deep.equal(["10.png", "9.png", "Z.png", "a.png", "ä.png"]);
  });
});
