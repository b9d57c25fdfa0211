import { expect } from "chai";
import { decode, encode } from "fast-png";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ipfsStore, readLot } from "@imprimatur/sdk/storage";
import { assetAt } from "@imprimatur/sdk";
import { AUTHORITY_FILE, MODEL } from "../../demo/story/birth.ts";
import { openWorld, type World } from "./world.ts";

interface Certificate {
  outcome: string;
  badge: string;
  birth: { model: string; assetId: string };
  standing: { status: string; blocked: boolean };
  checks: { check: string; outcome: string }[];
}

interface Verified {
  genuine: boolean;
  assetId: string;
  certificate: Certificate | null;
  recovered?: { assetId: string; distance: number; proved: boolean }[];
}

interface Marks {
  marked: number;
  unmarked: number;
  failed: number;
  assets: { name: string; assetId: string | null; marking: string; detail: string }[];
}

describe("imprimatur verify, report and dataset, of files with birth certificates", () => {
  let world: World;
  let file: string;
  let trust: string[];
  /** Of the file. */
  let asset: string;
  let lots: { works: string; census: string };

  before(async () => {
    world = await openWorld();
    const { end, media, documents } = world.story;
    file = join(media, "works", "work-00000.png");
    trust = ["--trust", join(documents, AUTHORITY_FILE)];
    const found = await world.json<{ lots: { lotId: string; count: number }[] }>([
      ...["lot", "list", "--recipe", String(end.works.recipe)],
    ]);
    const [works, census] = found.lots.map(({ lotId }) => lotId);
    lots = { works: works!, census: census! };
    asset = String(assetAt(BigInt(lots.works), 0));
  });
  after(() => world[Symbol.asyncDispose]());

  const failed = ({ checks }: Certificate): string[] =>
    checks.filter(({ outcome }) => outcome === "failed").map(({ check }) => check);

  it("refuses a changed copy of a signed file, and says which check it fails", async () => {
    const bytes = await readFile(file);
    const changed = Uint8Array.from(bytes);
    changed[changed.length - 20]! ^= 1;
    const copy = join(world.folder, "changed.png");
    await writeFile(copy, changed);
    const found = await world.json<Verified>(["verify", copy, ...trust], 1);
    expect(found.genuine).to.equal(false);
    expect(failed(found.certificate!)).to.include.members(["binding", "content"]);
    expect((await world.run(["verify", copy, ...trust])).stdout).to.match(/changed\.png is not what it says/);
    const other = ["verify", file, "--asset", String(assetAt(BigInt(lots.works), 999)), ...trust];
    expect(failed((await world.json<Verified>(other, 1)).certificate!)).to.include("asset");
  });

  it("finds the record of a stripped file by its looks, and says so", async () => {
    const stripped = join(world.folder, "stripped.png");
    await writeFile(stripped, encode(decode(await readFile(file))));
    const { genuine, recovered } = await world.json<Verified>(["verify", stripped], 1);
    expect(genuine).to.equal(false);
    expect(recovered![0]).to.deep.equal({ assetId: asset, distance: 0, proved: true });
    expect((await world.run(["verify", stripped])).stdout)
      .to.contain("It looks like:")
      .and.contain(asset);
  });

  it("tells a genuine file that its curators blocked", async () => {
    const { rows } = await readLot(
      ipfsStore({ url: world.story.stack.contentStore.url }),
      (await world.json<{ lots: { lotId: string; manifest: `0x${string}` }[] }>(["lot", "list"])).lots.find(
        ({ lotId }) => lotId === lots.census,
      )!.manifest,
    );
    const { blocked } = await world.json<{ blocked: number[] }>(["lot", "show", lots.census]);
    const signed = rows.find(({ index, leaf }) => blocked.includes(index) && BigInt(leaf.c2paHash) !== 0n)!;
    const path = join(world.story.media, "spoiled", signed.name);
    const found = await world.json<Verified>(["verify", path, ...trust], 1);
    expect(found.genuine).to.equal(true);
    expect(failed(found.certificate!)).to.deep.equal(["standing"]);
    expect(found.certificate!.standing).to.include({ status: "accepted", blocked: true });
  });

  it("prints the whole certificate of a genuine file, checked both ways", async () => {
    const found = await world.json<Verified>(["verify", file, ...trust]);
    expect(found).to.include({ genuine: true, assetId: asset });
    expect(found.certificate).to.include({ outcome: "verified", badge: "trusted" });
    expect(found.certificate!.birth).to.include({ model: MODEL, assetId: found.assetId });
    const { stdout } = await world.run(["verify", file, ...trust]);
    for (const said of [/^model +coastline-xl$/m, /^opened fields +model$/m, /^closed fields +step\/0$/m]) {
      expect(stdout).to.match(said);
    }
    expect(stdout)
      .to.match(/^standing +passed +accepted \(panel\)$/m)
      .and.match(/ai_training: notAllowed/);
    const stranger = await world.json<Verified>(["verify", file]);
    expect(stranger.certificate).to.include({ outcome: "incomplete", badge: "valid" });
    await world.refuses(["verify", file, "--trust", "nowhere.pem"], 2, /nowhere\.pem cannot be read/);
    const drawing = file.replace("0.png", "3.svg");
    expect(await world.json<Verified>(["verify", drawing])).to.deep.include({ genuine: true, certificate: null });
    expect((await world.run(["verify", drawing])).stdout).to.match(/^Birth certificate: none\. .*is none of: image/m);
  });

  it("reports which files are marked, unmarked, failed: of a folder, of a lot, of the studio", async () => {
    const folder = join(world.folder, "delivery");
    await mkdir(folder);
    await copyFile(file, join(folder, "a.png"));
    await writeFile(join(folder, "b.png"), encode(decode(await readFile(file))));
    await writeFile(join(folder, "c.png"), new Uint8Array(await readFile(file)).fill(7, -30, -20));
    await writeFile(join(folder, "d.txt"), "words");
    const found = await world.json<Marks>(["report", "--art50", "--folder", folder, ...trust], 1);
    expect(found).to.include({ marked: 1, unmarked: 2, failed: 1 });
    expect(found.assets.map(({ marking }) => marking)).to.deep.equal(["marked", "unmarked", "failed", "unmarked"]);
    expect(found.assets[3]!.detail).to.contain("format");

    const lot = await world.json<Marks>(["report", "--art50", "--lot", lots.census, ...trust], 1);
    expect(lot).to.include({ marked: 182, unmarked: 56, failed: 2 });
    const { stdout } = await world.run(["report", "--art50", "--lot", lots.census, ...trust]);
    expect(stdout).to.match(/^marked +182$/m);
    await world.refuses(["report", "--art50", "--lot", "4711"], 1, /There is no lot 4711/);
    await world.refuses(["report", "--art50", "--lot", lots.works, "--folder", folder], 2, /exclude each other/);
    await world.refuses(["report"], 2, /either --art50 or --screening/);
  });

  it("says what a lot's screening leaves open, and shows the challenge it would make", async () => {
    const clean = await world.json<{ findings: unknown[] }>(["report", "--screening", "--lot", lots.works]);
    expect(clean.findings).to.deep.equal([]);
    const looked = ["report", "--screening", "--lot", lots.census, "--looks"];
    const open = await world.json<{ findings: { problem: string; assets: number[] }[] }>(looked, 1);
    expect(open.findings.map(({ problem, assets }) => [problem, assets.length])).to.deep.equal([["notCompared", 4]]);
    const stranger = [
      "report",
      "--screening",
      "--lot",
      lots.works,
      "--screener",
      world.story.cast.addressOf("gallery"),
    ];
    const unknown = await world.json<{ findings: { problem: string; assets: number[] }[] }>(stranger, 1);
    expect(unknown.findings.map(({ problem, assets }) => [problem, assets.length])).to.deep.equal([
      ["unknownScreener", 1000],
    ]);
    await world.refuses(["report", "--screening"], 2, /needs --lot, once/);
    const account = ["--account", await world.account("gallery")];
    // Its challenge window is over: the contract says so, before anything is signed.
    await world.refuses([...stranger, "--challenge", ...account], 3, /The contract refused/);
    await world.refuses([...looked, "--challenge", ...account], 1, /blocked already/);
  });

  it("audits a dataset for the board: sources, licenses, training, edges, and its card", async () => {
    await writeFile(join(world.folder, "sources.csv"), "name,source,license\nwork-00000.png,the sea,CC0\n");
    const details = {
      ...{ name: "Coast", description: "Pictures", url: "https://example.org", license: "https://example.org/l" },
      ...{ creator: "Lighthouse", datePublished: "2026-11-21", version: "1.0.0", manifestUrl: "ipfs://x" },
      responsible: {
        ...{ dataCollection: "drawn", dataBiases: "coasts", personalSensitiveInformation: "none" },
        ...{ dataUseCases: "tests", dataLimitations: "small" },
      },
    };
    await writeFile(join(world.folder, "about.json"), JSON.stringify(details));
    const args = ["dataset", "audit", lots.census, "--facts", "sources.csv"];
    const found = await world.json<{
      inputs: { name: string; training: string; problems: string[] }[];
      lineage: { usage: string; problems: string[] }[];
      clean: boolean;
    }>([...args, "--about", "about.json", "--card", "card.json"], 1);
    expect(found.clean).to.equal(false);
    expect(found.inputs).to.have.length(240);
    const [first, second] = found.inputs;
    expect(first).to.deep.include({ name: "work-00000.png", training: "notAllowed", problems: ["doNotTrain"] });
    expect(second!.problems).to.deep.equal(["unlicensed", "noSource", "doNotTrain"]);
    expect(found.lineage.map(({ usage, problems }) => [usage, problems])).to.deep.include.members([
      ["derivative", []],
      ["training", []],
    ]);
    const card = JSON.parse(await readFile(join(world.folder, "card.json"), "utf8")) as Record<string, unknown>;
    expect(card).to.include({ name: "Coast", "rai:dataBiases": "coasts" });
    expect(card["rai:dataLimitations"]).to.match(/^small .*unlicensed: 239 of 240 files\./);
    await world.refuses([...args, "--about", "about.json"], 2, /--about and --card go together/);
    await writeFile(join(world.folder, "odd.csv"), "file,origin\n");
    await world.refuses(["dataset", "audit", lots.census, "--facts", "odd.csv"], 2, /does not begin with/);
    await world.refuses(["dataset", "audit", "4711"], 1, /There is no lot 4711/);
  });
});
