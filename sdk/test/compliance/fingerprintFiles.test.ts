import { expect } from "chai";
import { execFileSync } from "node:child_process";
import { hash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildHashIndex, entriesOfLot, type IndexEntry, indexProvider, screen } from "@imprimatur/sdk/compliance";
import { buildLot } from "@imprimatur/sdk/lot";
import { entriesOfFolder, fingerprintFiles, hashImage, loadIndex, saveIndex } from "@imprimatur/sdk/node";
import { zeroHash } from "viem";
import { expectError } from "../helpers/errors.ts";
import { cropped, picture, product } from "./pictures.ts";

async function listOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

describe("files with their looks", () => {
  let directory: string;
  let image: Buffer;

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "fingerprints-"));
    image = await picture(1);
    await mkdir(join(directory, "art"));
    await writeFile(join(directory, "art/a.png"), image);
    await writeFile(join(directory, "art/broken.png"), image.subarray(0, 3_000));
    await writeFile(join(directory, "art/other.jpg"), "not a picture");
    await writeFile(join(directory, "notes.txt"), "Once upon a time");
    await writeFile(join(directory, "sound.wav"), "RIFF");
  });
  after(() => rm(directory, { recursive: true, force: true }));

  it("stops at a file that is not there, is a folder or a pipe, with its name", async () => {
    execFileSync("mkfifo", [join(tmpdir(), `fifo-${process.pid}`)]);
    try {
      for (const [folder, name] of [
        [directory, "none.png"],
        [directory, "art"],
        [tmpdir(), `fifo-${process.pid}`],
      ] as const) {
        const all = listOf(fingerprintFiles({ directory: folder, files: [name] }));
        expect(await expectError("FileUnreadableError", () => all)).to.have.property("file", name);
      }
    } finally {
      await rm(join(tmpdir(), `fifo-${process.pid}`));
    }
  });

  it("keeps every file, says what is wrong with two pictures, and hashes their bytes all the same", async () => {
    const files = await listOf(fingerprintFiles({ directory }));
    expect(files.map(({ name }) => name)).to.deep.equal([
      "art/a.png",
      "art/broken.png",
      "art/other.jpg",
      "notes.txt",
      "sound.wav",
    ]);
    const [good, broken, other, text, sound] = files;
    expect(good).to.deep.include({ contentHash: `0x${hash("sha256", image)}`, perceptualHash: await hashImage(image) });
    expect(broken!.contentHash).to.equal(`0x${hash("sha256", image.subarray(0, 3_000))}`);
    expect([broken, other].map((file) => file!.problem?.name)).to.deep.equal(Array(2).fill("ImageUnreadableError"));
    expect(broken).not.to.have.property("perceptualHash");
    expect(text!.text).to.equal("Once upon a time");
    expect(sound).not.to.have.any.keys("text", "perceptualHash", "problem");
  });

  it("decodes no more pixels than allowed and says so", async () => {
    const [file] = await listOf(fingerprintFiles({ directory, files: ["art/a.png"], maxPixels: 1_000 }));
    expect(file!.problem?.name).to.equal("ImageTooLargeError");
  });

  it("gives a lot the looks of its files, and the lot gives an index of them", async () => {
    const address = "0x00000000000000000000000000000000000000A1";
    const ids = { chainId: 1, assetRegistry: address, producer: address, recipeId: zeroHash, nonce: 1n } as const;
    const items = fingerprintFiles({ directory });
    const lot = await buildLot({ ...ids, recipeCommitment: zeroHash, items });
    expect(lot.rows[0]!.leaf.perceptualHash).to.equal(await hashImage(image));
    expect(lot.rows[1]!.leaf.perceptualHash).to.equal(zeroHash);
    const index = buildHashIndex(entriesOfLot(lot.lotId, lot.rows));
    expect(index.nearest(await hashImage(image))).to.have.length(1);
  });

  it("finds cut copies in a screening by their views, and takes no other picture for one", async () => {
    const [count, folder] = [12, join(directory, ".cut")];
    const known = await Promise.all(Array.from({ length: count }, (_, at) => picture(at + 1)));
    await mkdir(folder);
    for (const [at, original] of known.entries()) {
      await writeFile(join(folder, `5-${at}.png`), await cropped(original, 0.05).toBuffer());
      await writeFile(join(folder, `10-${at}.png`), await cropped(original, 0.1).toBuffer());
      await writeFile(join(folder, `other-${at}.png`), await (at % 2 === 0 ? picture(500 + at) : product(500 + at)));
    }
    const hashes = await Promise.all(known.map((original) => hashImage(original)));
    const index = buildHashIndex(
      hashes.map((perceptualHash, at) => ({ contentHash: zeroHash, perceptualHash, source: "known", item: `${at}` })),
    );
    const recallOf = async (views: boolean): Promise<Record<string, number>> => {
      const items = await listOf(fingerprintFiles({ directory: folder, views }));
      const [found] = await screen({ items, providers: [indexProvider({ index, name: "registry", corpus: "" })] });
      const recall: Record<string, number> = { 5: 0, 10: 0, other: 0 };
      for (const [at, answer] of found!.answers.entries()) {
        const [kind, number] = items[at]!.name.replace(".png", "").split("-") as [string, string];
        if (answer.outcome !== "searched" || answer.matches.length === 0) continue;
        recall[kind]! += 1;
        expect(answer.matches.map(({ item }) => item)).to.deep.equal([number]);
      }
      return recall;
    };
    const one = await recallOf(false);
    expect(one).to.deep.include({ 10: 0, other: 0 });
    const views = await recallOf(true);
    expect(views).to.deep.include({ 5: count, other: 0 });
    expect(views[10]).to.be.at.least(count - 3);
  }).timeout(20_000);

  it("indexes a folder, saves it whole and loads it again", async () => {
    const entries: IndexEntry[] = await listOf(entriesOfFolder({ directory, source: "stock" }));
    const path = join(directory, ".index/stock.bin");
    await saveIndex(buildHashIndex(entries), path);
    const loaded = await loadIndex(path);
    expect(loaded.size).to.equal(5);
    expect(loaded.nearest(await hashImage(image))).to.deep.equal([{ ...entries[0]!, distance: 0 }]);
    await expectError("FileUnreadableError", () => loadIndex(join(directory, "none.bin")));
    await expectError("HashIndexInvalidError", () => loadIndex(join(directory, "notes.txt")));
  });
});
