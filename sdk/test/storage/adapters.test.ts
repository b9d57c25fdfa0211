import Arweave from "arweave";
import { expect } from "chai";
import { generateKeyPairSync } from "node:crypto";
import { openAsBlob } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  arweaveStorage,
  cidOfBytes,
  kuboStorage,
  memoryJournal,
  pinningStorage,
  s3Storage,
  type StorageAdapter,
  uploadFile,
  uploadLot,
  verifyStored,
} from "@imprimatur/sdk/storage";
import { sha256 } from "viem";
import { serveArweave, serveKubo, servePinning, serveS3, type TestServer } from "./servers.ts";

const MIB = 1 << 20;
const PART = 5 * MIB;
const blob = (length: number, seed: number): Blob =>
  new Blob([Uint8Array.from({ length }, (_, at) => (at * seed + (at >> 8)) & 0xff)]);

const wallet = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });

/** What `act` was refused with. */
async function failureOf(act: () => Promise<unknown>): Promise<Error & { hint?: string; status?: number }> {
  try {
    await act();
  } catch (error) {
    return error as Error;
  }
  return expect.fail("Nothing was refused.");
}

const arweaveAt = (url: string): Arweave => {
  const { hostname, port } = new URL(url);
  return Arweave.init({ host: hostname, port, protocol: "http" });
};

const s3 = (url: string, change = {}): StorageAdapter =>
  s3Storage({ url: `${url}/bucket`, accessKeyId: "studio", secretAccessKey: "secret", partBytes: PART, ...change });

const KINDS: Record<
  string,
  { start: () => Promise<TestServer>; connect: (url: string, change?: object) => StorageAdapter }
> = {
  kubo: { start: serveKubo, connect: (url, change) => kuboStorage({ url, ...change }) },
  "a pinning service": {
    start: () => servePinning("token"),
    connect: (url, change) => pinningStorage({ url, token: "token", gateway: url, ...change }),
  },
  S3: { start: () => serveS3("secret"), connect: (url, change) => s3(url, { prefix: "lots/", ...change }) },
  Arweave: {
    start: () => serveArweave(() => Promise.resolve(arweaveAt("http://127.0.0.1:1"))),
    connect: (url, change) => arweaveStorage({ client: arweaveAt(url), key: wallet, gateway: url, ...change }),
  },
};

for (const [kind, { start, connect }] of Object.entries(KINDS)) {
  describe(`storage: ${kind}`, () => {
    let server: TestServer;
    let storage: StorageAdapter;
    const complain = console.error;

    beforeEach(async () => {
      server = await start();
      storage = connect(server.url);
      console.error = () => undefined; // Arweave's client tells failures there, too
    });

    afterEach(async () => {
      console.error = complain;
      await server[Symbol.asyncDispose]();
    });

    it("fails by class where nobody answers, and where it is refused", async () => {
      const away = connect("http://127.0.0.1:1");
      const unreachable = await failureOf(() => uploadFile(away, blob(10, 3)));
      expect(unreachable).to.include({ name: "StorageUnreachableError" });
      expect(unreachable.hint).to.be.a("string");
      server.behavior.refuse = 403;
      const refused = await failureOf(() => uploadFile(storage, blob(10, 3)));
      expect(refused.name).to.match(/^Storage(Refused|Unreachable)Error$/);
    });

    it("fails by class for an address of another storage", async () => {
      expect(await failureOf(() => storage.get("ftp://else.where/x"))).to.include({ name: "StorageUriError" });
    });

    it("does not believe a service that gives other bytes", async () => {
      server.behavior.lies = true;
      expect(await failureOf(() => uploadFile(storage, blob(5000, 7)))).to.include({ name: "ContentMismatchError" });
    });

    it("waits no longer than it was told, neither for an answer nor for the rest of one", async () => {
      const hasty = connect(server.url, { timeout: 50 });
      const { uri } = await uploadFile(storage, blob(5000, 7));
      for (const hangs of ["before", "within"] as const) {
        server.behavior.hangs = hangs;
        const late = await failureOf(async () => new Response(await hasty.get(uri)).arrayBuffer());
        expect(late, hangs).to.include({ name: "StorageUnreachableError" });
        expect(late.cause, hangs).to.include({ name: "TimeoutError" });
        expect((await failureOf(() => uploadFile(hasty, blob(5001, 7)))).name).to.equal("StorageUnreachableError");
      }
    });

    it("ends when it is told to", async () => {
      const { uri } = await uploadFile(storage, blob(5000, 7));
      server.behavior.hangs = "before";
      const asked = server.log.length;
      const end = new AbortController();
      const { signal } = end;
      const pending = [
        failureOf(() => storage.get(uri, { signal })),
        failureOf(() => uploadFile(storage, blob(5001, 7), { signal })),
        failureOf(() => uploadLot({ storage, files: [{ name: "a", file: blob(5002, 7) }], signal })),
      ];
      while (server.log.length < asked + 3) await new Promise((resolve) => setTimeout(resolve, 5));
      end.abort(new Error("enough"));
      for (const failure of await Promise.all(pending)) expect(failure.message).to.equal("enough");
      expect((await failureOf(() => storage.get(uri, { signal }))).message).to.equal("enough");
    });

    it("stores small, large and streamed files and reads them back", async () => {
      const directory = await mkdtemp(join(tmpdir(), "imprimatur-storage-"));
      try {
        const path = join(directory, "large.bin");
        await writeFile(path, new Uint8Array(await blob(2 * PART + 17, 11).arrayBuffer()));
        for (const file of [blob(1, 5), blob(70_000, 5), await openAsBlob(path)]) {
          const stored = await uploadFile(storage, file);
          expect(stored).to.include({ bytes: file.size });
          const back = new Uint8Array(await new Response(await storage.get(stored.uri)).arrayBuffer());
          expect(cidOfBytes(back)).to.equal(cidOfBytes(new Uint8Array(await file.arrayBuffer())));
          await verifyStored(storage, stored);
        }
      } finally {
        await rm(directory, { recursive: true });
      }
    });

    it("stores a file after the line broke in the middle of it", async () => {
      const file = blob(2 * PART + 17, 13);
      server.behavior.dropAfter = 200_000;
      expect(await failureOf(() => uploadFile(storage, file))).to.include({ name: "StorageUnreachableError" });
      delete server.behavior.dropAfter;
      const stored = await uploadFile(storage, file);
      await verifyStored(storage, stored);
    });

    it("goes on with a half-uploaded lot and sends nothing twice", async () => {
      const files = Array.from({ length: 6 }, (_, at) => ({ name: `${at}.png`, file: blob(3000 + at, 17) }));
      const journal = memoryJournal();
      const common = { storage, files, journal, attempts: 1, pause: 0, parallel: 1 };
      let after = 0;
      const onProgress = (done: number): void => {
        if ((after = done) === 3) server.behavior.refuse = 503;
      };
      const broken = await failureOf(() => uploadLot({ ...common, onProgress }));
      expect(broken).to.deep.include({ name: "LotUploadError", missing: ["3.png", "4.png", "5.png"] });
      expect(after).to.equal(3);
      delete server.behavior.refuse;
      const before = server.received;
      const restarted = { ...common, journal: memoryJournal(journal.all()) };
      const stored = await uploadLot(restarted);
      expect(stored.map(({ bytes }) => bytes)).to.deep.equal([3000, 3001, 3002, 3003, 3004, 3005]);
      const sent = server.received - before;
      const again = await uploadLot(restarted);
      expect(again).to.deep.equal(stored);
      expect(server.received - before).to.equal(sent);
    });

    it("tries again by itself", async () => {
      server.behavior.dropRequest = 1;
      const stored = await uploadLot({ storage, files: [{ name: "a", file: blob(99, 3) }], attempts: 2, pause: 0 });
      expect(stored).to.have.length(1);
    });
  });
}

const partsIn = ({ log }: TestServer): string[] => log.flatMap((line) => /partNumber=(\d+)/.exec(line)?.[1] ?? []);

describe("storage: what only one of them has", () => {
  it("kubo: a small file's address is the CID that leaves stand for, and is sent once", async () => {
    await using server = await serveKubo();
    const storage = kuboStorage({ url: server.url });
    const file = blob(1000, 3);
    const { uri } = await uploadFile(storage, file);
    expect(uri).to.equal(`ipfs://${cidOfBytes(new Uint8Array(await file.arrayBuffer()))}`);
    await uploadFile(storage, file);
    expect(server.log.filter((line) => line.includes("/add?"))).to.have.length(1);
    expect((await uploadFile(storage, blob(2 * MIB, 3))).uri).not.to.equal(uri);
  });

  it("kubo: an answer that is none is told as such, and one that goes on is not read to its end", async () => {
    await using server = await serveKubo();
    const storage = kuboStorage({ url: server.url });
    const [right, wrong] = [blob(1000, 3), blob(1000, 5)];
    const digest = sha256(new Uint8Array(await right.arrayBuffer()));
    const renamed = await failureOf(() => storage.put(wrong, digest));
    expect(renamed).to.include({ name: "StorageAnswerError" });
    expect(renamed.message).to.contain("it calls bafk");
    expect(renamed.hint).to.be.a("string");
    server.behavior.pads = 9 * MIB;
    const endless = await failureOf(() => storage.put(right, digest));
    expect(endless).to.include({ name: "StorageAnswerError" });
    expect(endless.message).to.contain("longer than");
  });

  it("sends keys where they belong and nowhere else", async () => {
    await using thief = await serveKubo();
    await using service = await servePinning("token");
    await using gateway = await servePinning("token");
    const storage = pinningStorage({ url: service.url, token: "token", gateway: gateway.url });
    const { uri } = { uri: await storage.put(blob(10, 3), sha256("0x00")) };
    await failureOf(() => storage.get(uri));
    expect(service.keys).to.deep.equal(["Bearer token"]);
    expect(gateway.keys).to.deep.equal([undefined]);
    const known = pinningStorage({
      ...{ url: service.url, token: "token", gateway: gateway.url },
      gatewayHeaders: { authorization: "reader" },
    });
    gateway.behavior.redirect = `${thief.url}/ipfs/x`;
    expect(await failureOf(() => known.get(uri))).to.include({ name: "StorageAnswerError" });
    expect(gateway.keys.at(-1)).to.equal("reader");
    service.behavior.redirect = thief.url;
    expect(await failureOf(() => storage.put(blob(10, 3), sha256("0x00")))).to.include({ name: "StorageAnswerError" });
    await using node = await serveKubo();
    await using bucket = await serveS3("secret");
    for (const server of [node, bucket]) server.behavior.redirect = thief.url;
    const kubo = kuboStorage({ url: node.url, headers: { authorization: "Bearer node" } });
    for (const one of [kubo, s3(bucket.url)]) {
      expect(await failureOf(() => uploadFile(one, blob(10, 3)))).to.include({ name: "StorageAnswerError" });
    }
    expect(thief.log).to.deep.equal([]);
  });

  it("S3: another file in the place of one is replaced, in parts too, and named where it cannot be", async () => {
    await using server = await serveS3("secret");
    const storage = s3(server.url);
    for (const length of [1000, PART + 9]) {
      const file = blob(length, 3);
      const digest = sha256(new Uint8Array(await file.arrayBuffer()));
      await storage.put(blob(length, 5), digest);
      const stored = await uploadFile(storage, file);
      await verifyStored(storage, stored);
    }
    server.behavior.lies = true;
    const lied = await failureOf(() => uploadFile(storage, blob(1000, 7)));
    expect(lied).to.include({ name: "ContentMismatchError" });
    expect(lied.message).to.contain(`${server.url}/bucket/`).and.contain("The S3 storage");
  });

  it("pinning: a wrong token is refused with its status", async () => {
    await using server = await servePinning("right");
    const storage = pinningStorage({ url: server.url, token: "wrong", gateway: server.url });
    const refused = await failureOf(() => uploadFile(storage, blob(10, 3)));
    expect(refused).to.include({ name: "StorageRefusedError", status: 401 });
    expect(refused.hint).to.contain("key");
  });

  it("S3: a wrong secret is refused; parts that arrived are not sent again; a file that is there neither", async () => {
    await using server = await serveS3("secret");
    const wrong = s3(server.url, { secretAccessKey: "guess" });
    expect(await failureOf(() => uploadFile(wrong, blob(10, 3)))).to.include({
      name: "StorageRefusedError",
      status: 403,
    });
    server.log.length = 0;
    const storage = s3(server.url);
    const file = blob(3 * PART + 9, 19);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const [digest, key] = [sha256(bytes), cidOfBytes(bytes)];
    server.behavior.dropRequest = 7; // after the wrong secret's: look, list, begin, two parts
    expect(await failureOf(() => storage.put(file, digest))).to.include({ name: "StorageUnreachableError" });
    expect(partsIn(server)).to.deep.equal(["1", "2"]);
    server.log.length = 0;
    expect(await storage.put(file, digest)).to.equal(`${server.url}/bucket/${key}`);
    expect(partsIn(server)).to.deep.equal(["3", "4"]);
    server.log.length = 0;
    await storage.put(file, digest);
    expect(server.log.filter((line) => !line.startsWith("HEAD"))).to.deep.equal([]);
  });

  it("Arweave: the same transaction goes on, in another process too", async () => {
    const complain = console.error;
    console.error = () => undefined;
    await using server = await serveArweave(() => Promise.resolve(arweaveAt("http://127.0.0.1:1")));
    const uploads = new Map<string, string>();
    const options = { client: arweaveAt(server.url), key: wallet as never, gateway: server.url };
    const file = blob(900_000, 23);
    server.behavior.dropRequest = 5; // anchor, price, transaction, first chunk
    await failureOf(() => uploadFile(arweaveStorage({ ...options, uploads }), file));
    console.error = complain;
    const kept = new Map(JSON.parse(JSON.stringify([...uploads])) as [string, string][]);
    const { uri } = await uploadFile(arweaveStorage({ ...options, uploads: kept }), file);
    expect(uri).to.match(/^ar:\/\//);
    expect(server.log.filter((line) => line === "POST /tx")).to.have.length(1);
    expect(server.log.filter((line) => line === "POST /chunk").length).to.equal(4);
  });
});
