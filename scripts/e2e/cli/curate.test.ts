import { expect } from "chai";
import { appendFile, copyFile, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { text } from "node:stream/consumers";
import { commitRecipe } from "@imprimatur/sdk/merkle";
import { fileStore } from "@imprimatur/sdk/node";
import { readLot } from "@imprimatur/sdk/storage";
import { sha256, stringToHex, type Hex, zeroHash } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { FOUNDERS } from "../../demo/cast.ts";
import { localClock } from "../../demo/clock.ts";
import { makeMedia } from "../../demo/media/makeMedia.ts";
import { openWorld, type World } from "./world.ts";

const PICTURES = 12;

/** Blocks until the later of the two seed blocks lies in the past. */
const SEED_DELAY = 33;

interface Created {
  calls: { result: { studio: Hex; timelock: Hex; curation: Hex; governor: Hex; reputation: Hex } }[];
}

/** A ballot box that takes everything. */
async function ballotBox(): Promise<{ url: string; put: unknown[]; server: Server }> {
  const put: unknown[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      expect(request.url).to.equal("/v1/ballots");
      put.push(JSON.parse(body));
      response.writeHead(201).end('{ "result": "stored" }');
    });
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, put, server };
}

describe("imprimatur studio, lot, curate and verify", () => {
  let world: World;
  let studio: Created["calls"][number]["result"];
  let recipe: string;
  let lotId: string;
  let registrar: string;
  let pictures: string;

  before(async () => {
    world = await openWorld();
    registrar = await world.account("registrar");
    pictures = join(world.folder, "pictures");
    await makeMedia(pictures, PICTURES, { seed: 77, defectEvery: 0 });
  });
  after(() => world[Symbol.asyncDispose]());

  /** With the studio of this test. */
  const here = (...args: string[]): string[] => [...args, "--studio", studio.studio];

  it("creates a studio, by dry run first, and finds it again", async () => {
    const { cast } = world.story;
    const founders = FOUNDERS.flatMap((role) => ["--founder", cast.addressOf(role)]);
    const charter = sha256(stringToHex("what we stand for"));
    const args = ["studio", "create", "--name", "Tower\u001b[31m", "--symbol", "TOWER", "--preset", "collective"];
    const all = [...args, ...founders, "--charter", charter, "--registrar", cast.addressOf("registrar")];
    await world.refuses([...args, "--charter", charter, "--account", registrar], 3, /refused the call/);
    await world.refuses([...args, ...founders, "--account", registrar], 2, /--charter is needed/);
    const plan = await world.json<{ state: string }>([...all, "--account", registrar]);
    expect(plan.state).to.equal("dryRun");
    const created = await world.json<Created>([...all, "--account", registrar, "--yes"]);
    studio = created.calls[0]!.result;
    const { stdout } = await world.run(["studio", "show", studio.studio]);
    expect(stdout, "what cannot be seen is left out").to.match(/^name +Tower\[31m$/m);
    expect(await world.json(["studio", "show", studio.studio])).to.deep.include({ name: "Tower\u001b[31m" });
    for (const source of [[], subgraph()]) {
      const { studios } = await world.json<{ studios: { studio: Hex }[] }>(["studio", "list", ...source]);
      expect(studios.map((each) => each.studio)).to.include.members([studio.studio, world.story.end.studio.studio]);
    }
  });

  /** Lists from the subgraph where there is one on this platform. */
  const subgraph = (): string[] => {
    const { graphqlUrl } = world.story.stack;
    return graphqlUrl === undefined ? [] : ["--subgraph", graphqlUrl];
  };

  it("refuses what is no studio", async () => {
    await world.refuses(["studio", "show", world.story.cast.addressOf("relayer")], 2, /There is no studio at/);
    await world.refuses(["studio", "show", "0x12"], 2, /studio is no address/);
  });

  it("builds a lot of a folder, and commits it once curators are there", async () => {
    const { cast } = world.story;
    const { commitment } = commitRecipe({ contents: { steps: [`a tower ${studio.studio}`] } });
    const made = await cast.inStudio("registrar", studio).registerRecipeAndWait({
      ...{ licensor: studio.timelock, kind: "work", commitment },
      split: [{ account: studio.timelock, weight: 1_000_000, roles: ["treasury"] }],
    });
    recipe = String(made.recipe);
    const build = ["lot", "build", "pictures", "--recipe", recipe, "--nonce", "41", "--account", registrar];
    await world.refuses(["lot", "build", "nowhere", ...build.slice(3), "--out", "x"], 2, /Cannot read .*nowhere/);
    await world.refuses([...build, "--recipe", "99999", "--out", "x"], 1, /There is no recipe 99999/);
    const built = await world.json<{ lotId: string; count: number }>([...build, "--out", "lot"]);
    expect(built).to.deep.include({ count: PICTURES, fingerprints: PICTURES, unreadable: [], signed: 0 });
    lotId = built.lotId;
    expect(await readdir(join(world.folder, "lot"))).to.have.members(["blocks", "lot.json"]);
    await world.refuses([...build, "--out", "lot"], 2, /it is there already/);

    const commit = here("lot", "commit", "lot", "--account", registrar);
    await world.refuses(commit, 3, /refused the call/);
    for (const role of FOUNDERS) {
      const key = privateKeyToAccount(generatePrivateKey());
      const member = cast.inStudio(role, studio);
      await member.registerCuratorAndWait(await member.signCuratorKey({ account: key, curator: cast.addressOf(role) }));
    }
    const { calls } = await world.json<{ calls: { function: string; args: Record<string, unknown> }[] }>(commit);
    expect(calls[0]!.function).to.equal("commitLot");
    expect(JSON.stringify(calls[0]!.args)).to.include(studio.curation);
    await world.refuses(["lot", "show", lotId], 1, /There is no lot/);
    await world.refuses(
      here("lot", "commit", "lot", "--account", await world.account("relayer")),
      2,
      /was built for 0x/,
    );
    await world.json([...commit, "--yes"]);
    expect(await world.json(["lot", "show", lotId])).to.deep.include({ count: PICTURES, status: "pending" });
    await world.refuses([...commit, "--yes"], 3, /refused the call/);
  });

  it("signs a lot's pictures and keeps their looks, for whoever is shown a file", async () => {
    await writeFile(join(world.folder, "pictures", "cut.png"), "no picture");
    const build = ["lot", "build", "pictures", "--recipe", recipe, "--account", registrar];
    const signing = ["--sign", "--model", "sdxl-1.0", "--forbid-training"];
    const built = await world.json<{ manifest: Hex; unreadable: { name: string }[]; unsigned: { name: string }[] }>([
      ...[...build, "--nonce", "42", "--out", "signed", ...signing],
    ]);
    expect(built).to.include({ count: PICTURES + 1, signed: 9, fingerprints: PICTURES });
    expect(built.unreadable.map(({ name }) => name)).to.deep.equal(["cut.png"]);
    expect(built.unsigned.map(({ name }) => extname(name))).to.deep.equal([".png", ".svg", ".svg", ".svg"]);
    const { rows } = await readLot(fileStore(join(world.folder, "signed", "blocks")), built.manifest);
    for (const { name, leaf } of rows) {
      expect(leaf.perceptualHash !== zeroHash, name).to.equal(name !== "cut.png");
      expect(leaf.c2paHash !== zeroHash, name).to.equal(/^work-.*png$/.test(name));
    }
    await world.json(here("lot", "commit", "signed", "--account", registrar, "--yes"));
    const file = join("signed", "files", "work-00000.png");
    const found = await world.json<{ genuine: boolean; certificate: { badge: string; birth: { model: string } } }>([
      ...["verify", file, "--trust", join("signed", "authority.pem")],
    ]);
    expect(found.genuine).to.equal(true);
    expect(found.certificate).to.deep.include({ badge: "trusted" });
    expect(found.certificate.birth.model).to.equal("sdxl-1.0");
    const plain = await world.json<object>([...build, "--nonce", "43", "--out", "plain", "--plain"]);
    expect(plain).to.include({ count: PICTURES + 1, signed: 0, fingerprints: 0 });
    const { stdout } = await world.run([...build, "--nonce", "44", "--out", "told", "--sign"]);
    expect(stdout)
      .to.match(/^signed +9; 4 carry no certificate$/m)
      .and.match(/^unreadable pictures +cut\.png: /m);
    await world.refuses([...build, "--nonce", "42", "--out", "signed", ...signing], 2, /it is there already/);
    await rm(join(world.folder, "pictures", "cut.png"));
  });

  it("refuses a lot file that was tampered with", async () => {
    const lot = JSON.parse(await readFile(join(world.folder, "lot", "lot.json"), "utf8")) as object;
    await writeFile(join(world.folder, "other.json"), JSON.stringify({ ...lot, chainId: 1 }));
    await world.refuses(here("lot", "commit", "other.json", "--account", registrar), 2, /was built for chain 1/);
    await writeFile(join(world.folder, "odd.json"), JSON.stringify({ ...lot, root: "0x12" }));
    await world.refuses(here("lot", "commit", "odd.json", "--account", registrar), 2, /odd\.json: root is no hash/);
    await writeFile(join(world.folder, "broken.json"), "{");
    await world.refuses(here("lot", "commit", "broken.json", "--account", registrar), 2, /broken\.json is not JSON/);
  });

  it("draws the seed when its block has passed, and lists the sample", async () => {
    const seed = here("curate", "seed", lotId, "--account", await world.account("relayer"), "--yes");
    const pending = await world.json<{ phase: string; next: string }>(here("lot", "status", lotId));
    expect(pending).to.include({ phase: "open" });
    expect(pending.next).to.match(/curate seed, after block \d+/);
    await world.refuses(here("curate", "sample", lotId), 3, /"drawn" or "closed"/);
    const early = await world.run(seed);
    expect(early.exitCode, early.stderr).to.be.oneOf([1, 3]);
    await localClock(world.story.stack.rpcUrl).mine(SEED_DELAY);
    await world.json(seed);
    const { positions, census } = await world.json<{ positions: number[]; census: boolean }>(
      here("curate", "sample", lotId),
    );
    expect(census).to.equal(true);
    expect(positions).to.deep.equal(Array.from({ length: PICTURES }, (_, index) => index));
  });

  it("signs ballots out of files, refuses foreign keys and odd judgments, and closes the audit", async () => {
    const { cast } = world.story;
    const keys: string[] = [];
    // The curators change their keys to ones that are kept as keystores.
    for (const role of FOUNDERS) {
      const privateKey = generatePrivateKey();
      const member = cast.inStudio(role, studio);
      const signed = await member.signCuratorKey({
        account: privateKeyToAccount(privateKey),
        curator: cast.addressOf(role),
      });
      await member.registerCuratorAndWait(signed);
      await world.keep(`ballot-${role}`, privateKey);
      keys.push(`ballot-${role}`);
    }
    const write = (name: string, judgments: unknown) => writeFile(join(world.folder, name), JSON.stringify(judgments));
    const words = Array.from({ length: PICTURES }, (_, index) => (index === 3 ? "defect" : "ok"));
    await write("judged.json", { judgments: words });
    await write("short.json", { judgments: words.slice(1) });
    await write("odd.json", { judgments: ["fine"] });
    await write("foreign.json", { assets: { "4711": "ok" } });
    const judge = (file: string, role: string, key: string): string[] =>
      here("curate", "judge", lotId, "--judgments", file, "--curator", role, "--account", key);
    const [first = ""] = FOUNDERS.map((role) => cast.addressOf(role));
    const [key = "", other = ""] = keys;
    await world.refuses(judge("short.json", first, key), 2, /has 11 judgments, the sample 12 lanes/);
    await world.refuses(judge("odd.json", first, key), 2, /odd\.json/);
    await world.refuses(judge("foreign.json", first, key), 2, /judges asset 4711, which is not in the sample/);
    await world.refuses(judge("judged.json", first, other), 2, /ballot key of curator \d+ is/);
    await world.refuses(judge("judged.json", cast.addressOf("gallery"), key), 1, /is no curator/);
    await world.refuses([...judge("judged.json", first, key), "--proposal", "x.json"], 2, /--proposal has no use/);
    const { url: box, put, server } = await ballotBox();
    const refusal = { IMPRIMATUR_PASSWORD: "not the password" };
    const looked = [...judge("judged.json", first, key), "--out", "looked.json", "--box", box];
    const plan = await world.json<{ state: string; typedData: { message: object }; ballot?: object }>(
      looked,
      0,
      refusal,
    );
    expect(plan.state).to.equal("dryRun");
    expect(plan.typedData.message).to.include({ subject: lotId });
    expect(plan).not.to.have.property("ballot");
    expect(await readdir(world.folder)).not.to.include("looked.json");
    expect(put).to.deep.equal([]);
    await world.refuses([...looked, "--yes"], 6, /password does not open/, refusal);
    const files: string[] = [];
    for (const [place, role] of FOUNDERS.entries()) {
      const out = `ballot-${place}.json`;
      await world.json([
        ...judge("judged.json", cast.addressOf(role), keys[place] ?? ""),
        "--out",
        out,
        "--box",
        box,
        "--yes",
      ]);
      files.push(out);
    }
    const written = files.map(async (name) => JSON.parse(await readFile(join(world.folder, name), "utf8")) as object);
    expect(put, "the box has what the files have").to.deep.equal(await Promise.all(written));
    server.close();
    const relayer = await world.account("relayer");
    const close = here("curate", "close", lotId, "--account", relayer, "--ballot", ...files);
    await world.refuses(here("curate", "close", lotId, "--account", relayer), 2, /--ballot is needed/);
    const ballot = JSON.parse(await readFile(join(world.folder, "ballot-0.json"), "utf8")) as { words: Hex[] };
    await write("forged.json", { ...ballot, words: ballot.words.map(() => `0x${"00".repeat(32)}`) });
    const forged = await world.run(here("curate", "close", lotId, "--account", relayer, "--ballot", "forged.json"));
    expect(forged.exitCode, forged.stderr).to.equal(3);
    const predicted = await world.json<{ verdict: { status: string; blocked: number[] } }>(close);
    expect(predicted.verdict).to.deep.equal({ status: "accepted", blocked: [3] });
    await world.json([...close, "--yes"]);
    expect(await world.json(["lot", "show", lotId])).to.deep.include({ status: "accepted", blocked: [3] });
    expect(await world.json(here("curate", "show", lotId))).to.include({ phase: "closed" });
    expect((await world.json<{ next: string }>(here("lot", "status", lotId))).next).to.match(/for sale from 20/);
  });

  it("casts a ballot on chain", async () => {
    // The window for heavier sets of ballots is open: a direct ballot is too late.
    const args = here("curate", "judge", lotId, "--judgments", "judged.json", "--account", "ballot-founder0");
    const ran = await world.run([
      ...args,
      "--curator",
      "1",
      "--direct",
      "--payer",
      await world.account("founder0"),
      "--yes",
    ]);
    expect(ran.exitCode, ran.stderr).to.equal(3);
  });

  it("verifies a file against the chain, and refuses a changed copy", async () => {
    const [name = ""] = (await readdir(pictures)).sort();
    const file = join("pictures", name);
    const found = await world.json<{ genuine: boolean; lotId: string; assetId: string; lineage: number[] }>([
      ...["verify", file],
    ]);
    expect(found).to.deep.include({ genuine: true, lotId, status: "accepted", blocked: false });
    expect(found.lineage).to.include(Number(recipe));
    await copyFile(join(pictures, name), join(world.folder, "renamed.png"));
    expect(await world.json(["verify", "renamed.png"]), "the name does not matter").to.deep.include({ genuine: true });

    const copy = join(world.folder, name);
    await copyFile(join(pictures, name), copy);
    await appendFile(copy, "\n");
    const changed = await world.json<{ genuine: boolean; recovered: { assetId: string }[] }>(["verify", copy], 1);
    expect(changed.genuine).to.equal(false);
    expect(changed.recovered.map(({ assetId }) => assetId)).to.include(found.assetId);
    await world.refuses(["verify", copy, "--asset", found.assetId], 1, /is not asset \d+: it was changed/);
    await writeFile(copy, "no picture any more");
    await world.refuses(["verify", copy], 1, /No committed lot has this content .*is a changed copy/);
    await world.refuses(["verify", file, "--lot", "4711"], 1, /There is no lot 4711/);
    await world.refuses(["verify", "nowhere.png"], 2, /cannot be read/);
    await world.refuses(["verify", file, "--usage", "commercial"], 2, /go together/);
  });

  it("says whether an account may use the verified file", async () => {
    const { end, cast, media } = world.story;
    const { piece } = end.license;
    const file = join(media, "works", piece.name);
    const asked = ["verify", file, "--usage", "advertising", "--lot", String(piece.assetId >> 24n), "--licensee"];
    const holder = await world.json<{ license: { licensed: boolean } }>([...asked, cast.addressOf("gallery")]);
    expect(holder.license.licensed).to.equal(true);
    const stranger = await world.json<{ license: { licensed: boolean } }>([...asked, cast.addressOf("volunteer")], 1);
    expect(stranger.license.licensed).to.equal(false);
  });
});
