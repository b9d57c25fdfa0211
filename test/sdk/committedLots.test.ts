import { expect } from "chai";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { InMemoryTransport } from "@modelcontextprotocol/sdk/inMemory.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { assetAt, toLotId } from "@imprimatur/sdk";
import { supersedeManifestAndWait } from "@imprimatur/sdk/actions";
import { buildHashIndex, indexProvider, screen, signReport } from "@imprimatur/sdk/compliance";
import { buildLot, type BuiltLot, type LotItem } from "@imprimatur/sdk/lot";
import { createMcpServer } from "@imprimatur/sdk/mcp";
import { fileStore, hashImage } from "@imprimatur/sdk/node";
import {
  type ContentStore,
  encodeManifest,
  putBlock,
  readCommitRecord,
  readCommittedLot,
} from "@imprimatur/sdk/storage";
import { encode } from "fast-png";
import { type Hex, keccak256, sha256, zeroHash } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { createDevelopmentSigner, signAsset } from "@imprimatur/sdk/c2pa";
import { CLAIM, PIXEL_JPEG } from "../../sdk/test/c2pa/fixtures.ts";
import { cli, type Ran } from "../../sdk/test/cli/harness.ts";
import { expectError } from "./fixture.ts";
import { Gate, PRODUCER } from "./gate.ts";

const SCREENER = privateKeyToAccount(`0x${"11".repeat(32)}`);
const CHAIN = 31_337;
const GENUINE = "genuine.png";

/** A lot as the registry took it. */
interface Committed {
  lotId: bigint;
  root: Hex;
  count: number;
  manifest: Hex;
  recipeId: Hex;
  superseding?: readonly Hex[];
}

/** A picture with a pattern of its own. */
function draw(seed: number): Uint8Array {
  const data = Uint8Array.from({ length: 48 * 48 * 3 }, (_, at) => {
    const [x, y] = [Math.floor(at / 3) % 48, Math.floor(at / 144)];
    return 128 + 110 * Math.sin(x / (3 + (seed % 5)) + seed) * Math.cos(y / (4 + (seed % 3)) - seed);
  });
  return encode({ width: 48, height: 48, data, channels: 3 });
}

describe("sdk: manifests against what was committed", () => {
  let folder: string;
  let store: ContentStore;
  let gate: Gate;
  let server: Server;
  /** Screened, and its manifest is its own. */
  let honest: Committed;
  /** Unscreened; names the honest lot's manifest. */
  let dirty: Committed;
  /** Names a manifest that is whole in itself and says it is the honest lot's. */
  let thief: Committed;
  let nonce = 0n;

  async function itemsOf(seeds: readonly number[]): Promise<(LotItem & { perceptualHash: Hex })[]> {
    return Promise.all(
      seeds.map(async (seed) => {
        const bytes = draw(seed);
        const [contentHash, perceptualHash] = [await putBlock(store, bytes), await hashImage(bytes)];
        return { name: `${seed}.png`, mediaType: "image/png", bytes: bytes.length, contentHash, perceptualHash };
      }),
    );
  }

  /** The store, and which digests it is asked for. */
  const watch = (asked: Hex[]): ContentStore => ({
    put: (digest, bytes) => store.put(digest, bytes),
    get: (digest) => {
      asked.push(digest);
      return store.get(digest);
    },
  });

  /** Builds the producer's lot with this nonce, with a report that is true or with none. */
  async function build(lotNonce: bigint, seeds: readonly number[], screened: boolean): Promise<BuiltLot> {
    const { stage, recipeId } = gate;
    const [items, producer, { assetRegistry }] = [await itemsOf(seeds), stage.addressOf(PRODUCER), stage.addresses];
    const providers = [indexProvider({ index: buildHashIndex([]), name: "none", corpus: "nothing" })];
    const subject = { chainId: CHAIN, registry: assetRegistry, lotId: toLotId(producer, lotNonce), recipeId };
    const findings = await screen({ items, providers });
    const { block } = await signReport({ ...subject, screenedAt: await stage.now(), items, findings }, SCREENER);
    const reportHash = screened ? await putBlock(store, block) : zeroHash;
    return buildLot({
      ...{ chainId: CHAIN, assetRegistry, producer, nonce: lotNonce, recipeId, recipeCommitment: keccak256("0x") },
      ...{ store, items: items.map((item) => ({ ...item, evidence: { ...item, reportHash } })) },
    });
  }

  async function commit({ lotId, input }: BuiltLot, manifest: Hex): Promise<Committed> {
    await gate.stage.as(PRODUCER).commitLotAndWait({ ...input, manifest, gate: gate.studio.curation });
    return { lotId, root: input.root, count: input.count, manifest, recipeId: input.recipeId };
  }

  before(async function () {
    this.timeout(120_000);
    folder = await mkdtemp(join(tmpdir(), "imprimatur-lots-"));
    store = fileStore(join(folder, "blocks"));
    gate = await Gate.openPaying();
    const next = () => (nonce += 1n);
    const [first, second, third] = [next(), next(), next()];
    const clean = await build(third, [1, 2, 3], true);
    const claiming = await build(third, [11, 12, 13], false);
    dirty = await commit(await build(first, [21, 22, 23], false), clean.manifest);
    thief = await commit(await build(second, [11, 12, 13], false), claiming.manifest);
    honest = await commit(clean, clean.manifest);
    await writeFile(join(folder, GENUINE), draw(2));
    await writeFile(join(folder, `${CHAIN}.json`), JSON.stringify(gate.stage.protocol.deployment));
    server = createServer((request, response) => {
      void (async () => {
        const { id, method, params } = JSON.parse(await text(request)) as {
          id: number;
          method: string;
          params: unknown[];
        };
        const { provider } = gate.stage.protocol.connection;
        const answer = await provider.request({ method, params }).then(
          (result: unknown) => ({ result }),
          (error: unknown) => ({ error: { code: 3, message: String(error) } }),
        );
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ jsonrpc: "2.0", id, ...answer }));
      })();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });

  after(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const run = (...args: string[]): Promise<Ran> =>
    cli([
      ...args,
      ...["--rpc", `http://127.0.0.1:${(server.address() as AddressInfo).port}`, "--store", join(folder, "blocks")],
      ...["--deployment", join(folder, `${CHAIN}.json`), "--studio", gate.studio.studio, "--json"],
    ]);

  const refuses = async (...args: string[]): Promise<void> => {
    const { exitCode, stdout, stderr } = await run(...args);
    expect([exitCode, stdout + stderr]).to.satisfy(
      ([code, said]: [number, string]) => code === 1 && said.includes("ManifestForeignError"),
      `${args.join(" ")}: ${exitCode} ${stdout} ${stderr}`,
    );
  };

  describe("readCommittedLot", () => {
    const read = (committed: Committed, chainId = CHAIN, assetRegistry = gate.stage.addresses.assetRegistry) =>
      readCommittedLot(store, { committed, chainId, assetRegistry });

    it("refuses a manifest of another lot, and one of another lot's id", async () => {
      for (const lot of [dirty, thief]) await expectError("ManifestForeignError", () => read(lot));
    });

    it("refuses another root, count, chain and registry than the commit's", async () => {
      await expectError("ManifestForeignError", () => read({ ...honest, root: dirty.root }));
      await expectError("ManifestForeignError", () => read({ ...honest, count: 2 }));
      await expectError("ManifestForeignError", () => read(honest, 1));
      await expectError("ManifestForeignError", () => read(honest, CHAIN, gate.studio.curation));
    });

    it("refuses a manifest that names another recipe than the lot was committed under", async () => {
      await expectError("ManifestForeignError", () => read({ ...honest, recipeId: keccak256("0x01") }));
      const { manifest } = await read(honest);
      const lying = await putBlock(store, encodeManifest({ ...manifest, recipeId: keccak256("0x01") }));
      await expectError("ManifestForeignError", () => read({ ...honest, manifest: lying }));
    });

    it("reads what superseded the first manifest, the newest that is there and this lot's", async () => {
      const { stage, recipeId } = gate;
      const { assetRegistry } = stage.addresses;
      const lot = await build((nonce += 1n), [31, 32, 33], false);
      // The first manifest is lost: nobody can read the lot until its studio names another one.
      const lost = keccak256("0x02");
      await commit(lot, lost);
      const readBack = async () => {
        const committed = await readCommitRecord(stage.reader, { lotId: lot.lotId, assetRegistry, fromBlock: 0n });
        expect(committed).to.deep.include({ lotId: lot.lotId, recipeId, manifest: lost });
        const { rows } = await readCommittedLot(store, { committed, chainId: CHAIN, assetRegistry });
        return rows.map(({ name }) => name);
      };
      await expectError("ContentMissingError", readBack);
      const name = async (manifest: Hex) =>
        supersedeManifestAndWait(gate.as(1), { assetRegistry, lotId: lot.lotId, manifest });
      await name(lot.manifest);
      expect(await readBack()).to.deep.equal(["31.png", "32.png", "33.png"]);
      const { manifest } = await read(honest);
      await name(await putBlock(store, encodeManifest(manifest))); // of another lot
      await name(keccak256("0x03")); // of nobody
      expect(await readBack()).to.deep.equal(["31.png", "32.png", "33.png"]);
      await expectError("LotUnknownError", () =>
        readCommitRecord(stage.reader, { lotId: 4711n, assetRegistry, fromBlock: 0n }),
      );
    });

    it("asks for no rows of a manifest that is foreign", async () => {
      const asked: Hex[] = [];
      const watched = watch(asked);
      const { assetRegistry } = gate.stage.addresses;
      await expectError("ManifestForeignError", () =>
        readCommittedLot(watched, { committed: dirty, chainId: CHAIN, assetRegistry }),
      );
      expect(asked).to.deep.equal([dirty.manifest]);
    });

    it("reads the lot whose manifest is its own", async () => {
      const { rows, tree } = await read(honest);
      expect([rows.map(({ name }) => name), tree.root]).to.deep.equal([["1.png", "2.png", "3.png"], honest.root]);
    });

    it("refuses more chunks than a lot's rows need, before it asks for one", async () => {
      const { assetRegistry: registry } = gate.stage.addresses;
      const { manifest } = await read(honest);
      for (const [chunks, count] of [
        [[...manifest.chunks, ...manifest.chunks], honest.count],
        [[], honest.count],
        [[], 0],
        [Array.from({ length: 65 }, () => manifest.chunks[0] as string), 65_537],
      ] as const) {
        const block = encodeManifest({ ...manifest, registry, chunks, count });
        const asked: Hex[] = [];
        const watched = watch(asked);
        const committed = { ...honest, count, manifest: await putBlock(store, block) };
        await expectError("ManifestInvalidError", () =>
          readCommittedLot(watched, { committed, chainId: CHAIN, assetRegistry: registry }),
        );
        expect(asked).to.deep.equal([sha256(block)]);
      }
    });
  });

  it("lets no unscreened lot pass under a screened one's manifest", async () => {
    await refuses("report", "--screening", "--lot", String(dirty.lotId));
    const { exitCode, stdout } = await run("report", "--screening", "--lot", String(honest.lotId));
    expect([exitCode, (JSON.parse(stdout) as { findings: [] }).findings]).to.deep.equal([0, []]);
  });

  it("challenges no innocent lot that another's manifest claims to be", async () => {
    const account = ["--account", gate.stage.addressOf(PRODUCER)];
    await refuses("report", "--screening", "--lot", String(thief.lotId), "--challenge", ...account);
  });

  it("says what a challenge costs, and raises the deposit by what is missing", async () => {
    const lot = await build((nonce += 1n), [41, 42, 43], false);
    const { lotId } = await commit(lot, lot.manifest);
    const challenge = ["report", "--screening", "--lot", String(lotId), "--challenge", "--account"];
    const told = async (account: number) => {
      const { exitCode, stdout, stderr } = await run(...challenge, gate.stage.addressOf(account));
      expect(exitCode, stdout + stderr).to.equal(0);
      return JSON.parse(stdout) as { calls: { function: string; args: Record<string, string> }[] };
    };
    // A member without a deposit: 1,000 for the lot, 101 for the panel.
    const poor = await told(1);
    expect(poor).to.include({ bond: "1000", fee: "101", deposit: "0", missing: "1101" });
    const calls = poor.calls.map((call) => call.function);
    expect(calls).to.deep.equal(["approve", "fundPot", "deposit", "challengeLot"]);
    expect(poor.calls[1]?.args).to.include({ amount: "1101" });
    await gate.as(1).fundDeposit({ amount: 600n });
    expect(await told(1)).to.include({ deposit: "600", missing: "501" });
  });

  it("tells of no other files than were committed: marks, datasets, verified files", async () => {
    await refuses("report", "--art50", "--lot", String(dirty.lotId));
    await refuses("report", "--art50", "--lot", String(thief.lotId));
    await refuses("dataset", "audit", String(dirty.lotId));
    const found = await run("verify", join(folder, GENUINE));
    expect(found.exitCode, found.stdout + found.stderr).to.equal(0);
    expect(JSON.parse(found.stdout)).to.include({ genuine: true, assetId: String(assetAt(honest.lotId, 1)) });
  });

  it("asks the lists of revocations that it is given, and refuses what is on one", async () => {
    const authority = await createDevelopmentSigner();
    const { bytes } = await signAsset(PIXEL_JPEG, { claim: CLAIM, signer: authority.signer });
    const at = (name: string): string => join(folder, name);
    await writeFile(at("signed.jpg"), bytes);
    await writeFile(at("authority.pem"), authority.trustAnchors);
    await writeFile(at("revoked.crl"), await authority.revoke());
    await writeFile(at("others.crl"), await authority.revokeOthers());
    const verify = (...lists: string[]): Promise<Ran> =>
      run(
        "verify",
        at("signed.jpg"),
        "--trust",
        at("authority.pem"),
        ...lists.flatMap((name) => ["--revoked", at(name)]),
      );
    const outcomeWith = async (...lists: string[]): Promise<[exitCode: number, outcome?: string]> => {
      const { exitCode, stdout } = await verify(...lists);
      const { certificate } = JSON.parse(stdout) as { certificate: { checks: { check: string; outcome: string }[] } };
      const found = certificate.checks.find(({ check }) => check === "revocation");
      return [exitCode, ...(found === undefined ? [] : [found.outcome])] as [number, string];
    };
    const none = await verify("none.crl");
    expect([none.exitCode, none.stdout + none.stderr]).to.satisfy(
      ([code, said]: [number, string]) => code === 2 && said.includes("none.crl cannot be read"),
    );
    // Nobody committed the file, which alone is a refusal; what the lists say of its certificate is told all the same.
    expect(await outcomeWith()).to.deep.equal([1, "not checked"]);
    expect(await outcomeWith("others.crl")).to.deep.equal([1, "passed"]);
    expect(await outcomeWith("others.crl", "revoked.crl")).to.deep.equal([1, "failed"]);
  });

  it("hands an agent no foreign files", async () => {
    const { reader, addresses } = gate.stage;
    const [mine, theirs] = InMemoryTransport.createLinkedPair();
    const mcp = await createMcpServer({ client: reader, chainId: CHAIN, addresses, fromBlock: 0n, store });
    const client = new Client({ name: "test", version: "1.0.0" });
    await Promise.all([mcp.connect(theirs), client.connect(mine)]);
    const list = async ({ lotId }: Committed) =>
      (await client.callTool({ name: "list_files", arguments: { lotId: String(lotId) } })) as CallToolResult;
    const refused = await list(dirty);
    expect([refused.isError, JSON.stringify(refused.content)]).to.satisfy(
      ([isError, said]: [boolean, string]) => isError && said.includes("ManifestForeignError"),
    );
    expect((await list(honest)).isError).not.to.equal(true);
    await client.close();
  });
});
