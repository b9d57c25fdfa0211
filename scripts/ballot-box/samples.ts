import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, type ReadStream } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { assetRegistryLotCommittedEvent, studioCharterSetEvent } from "@imprimatur/sdk/abi";
import { digestOf, getBlock, ipfsStore, type ManifestRow, type PublishedLot, readLot } from "@imprimatur/sdk/storage";
import type { Address, Client, Hex } from "viem";
import { getLogs } from "viem/actions";
import { Refusal } from "./refusal.ts";

/** Lots whose manifests are kept in memory. */
const MOST_LOTS = 8;

/** Bytes of files that are kept on disk. */
const MOST_BYTES = 2 ** 30;

/** A file that was checked against the leaf of its asset. */
export interface SampledFile {
  mediaType: string;
  bytes: number;
  content: ReadStream;
}

export interface SamplesOptions {
  client: Client;
  assetRegistry: Address;
  studio: Address;
  fromBlock: bigint;
  /** IPFS endpoint. */
  content: string;
}

/** Manifests and files of lots, from a content store that need not be trusted. */
export class Samples implements AsyncDisposable {
  readonly #options: SamplesOptions;
  readonly #lots = new Map<bigint, Promise<PublishedLot>>();
  readonly #files = new Map<string, { bytes: number; fetched: Promise<string> }>();
  #directory: Promise<string> | undefined;

  constructor(options: SamplesOptions) {
    this.#options = options;
  }

  /** A lot's rows with its tree, whose root is the one that was committed. */
  async lot(lotId: bigint): Promise<PublishedLot> {
    const known = this.#lots.get(lotId);
    this.#lots.delete(lotId);
    const lot = known ?? this.#read(lotId);
    this.#lots.set(lotId, lot);
    const [oldest] = this.#lots.keys();
    if (this.#lots.size > MOST_LOTS && oldest !== undefined) this.#lots.delete(oldest);
    return lot.catch((error: unknown) => {
      this.#lots.delete(lotId);
      throw new Refusal("unavailable", error instanceof Error ? error.message.split("\n")[0] : undefined);
    });
  }

  /** A file of the lot; refused unless it is what its leaf says. */
  async file(lotId: bigint, position: number): Promise<SampledFile> {
    const row = (await this.lot(lotId)).rows[position];
    if (row === undefined) throw new Refusal("unknownFile");
    const path = await this.#fetched(row).catch((error: unknown) => {
      this.#files.delete(row.cid);
      throw error instanceof Refusal ? error : new Refusal("unavailable");
    });
    return { mediaType: row.mediaType, bytes: row.bytes, content: createReadStream(path) };
  }

  /** The charter in force, a small file; the store need not be trusted. */
  async charter(): Promise<Uint8Array> {
    const { client, content, fromBlock, studio } = this.#options;
    const set = await getLogs(client, { address: studio, event: studioCharterSetEvent, fromBlock, strict: true });
    const cid = set.at(-1)?.args.cid;
    if (cid === undefined) throw new Refusal("unavailable", "the studio has no charter");
    return getBlock(ipfsStore({ url: content }), cid).catch(() => Promise.reject(new Refusal("unavailable")));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#directory !== undefined) await rm(await this.#directory, { recursive: true, force: true });
  }

  async #read(lotId: bigint): Promise<PublishedLot> {
    const { client, assetRegistry, content, fromBlock } = this.#options;
    const [committed] = await getLogs(client, {
      address: assetRegistry,
      event: assetRegistryLotCommittedEvent,
      args: { lotId },
      fromBlock,
      strict: true,
    });
    if (committed === undefined) throw new Refusal("unavailable", "the lot was never committed");
    const lot = await readLot(ipfsStore({ url: content }), committed.args.manifest);
    if (lot.manifest.root !== committed.args.root) throw new Refusal("unavailable", "the manifest has another root");
    return lot;
  }

  #fetched(row: ManifestRow): Promise<string> {
    const known = this.#files.get(row.cid);
    this.#files.delete(row.cid);
    const file = known ?? { bytes: row.bytes, fetched: this.#fetch(row) };
    this.#files.set(row.cid, file);
    this.#evict();
    return file.fetched;
  }

  /** Deletes what was asked for longest ago; streams that are open go on reading. */
  #evict(): void {
    let kept = [...this.#files.values()].reduce((sum, { bytes }) => sum + bytes, 0);
    for (const [cid, { bytes, fetched }] of this.#files) {
      if (kept <= MOST_BYTES || this.#files.size === 1) return;
      this.#files.delete(cid);
      kept -= bytes;
      void fetched.then((path) => rm(path, { force: true })).catch(() => undefined);
    }
  }

  async #fetch({ cid, bytes }: ManifestRow): Promise<string> {
    this.#directory ??= mkdtemp(join(tmpdir(), "imprimatur-ballot-box-"));
    const path = join(await this.#directory, cid);
    const url = `${this.#options.content.replace(/\/+$/, "")}/api/v0/block/get?arg=${cid}`;
    const response = await fetch(url, { method: "POST" });
    if (!response.ok) throw new Refusal("unavailable", `the content store answered ${response.status}`);
    const body = response.body ?? [];
    const draft = `${path}.part`;
    await pipeline(
      body as AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
      checking(digestOf(cid), bytes),
      createWriteStream(draft),
    );
    await rename(draft, path);
    return path;
  }
}

/** Passes bytes on and fails unless they are as many as promised and have the digest. */
function checking(digest: Hex, bytes: number): Transform {
  const hash = createHash("sha256");
  let length = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      length += chunk.length;
      hash.update(chunk);
      done(length > bytes ? new Refusal("unavailable", "the file is longer than its manifest says") : null, chunk);
    },
    flush(done) {
      const found = `0x${hash.digest("hex")}`;
      done(found === digest ? null : new Refusal("unavailable", "the file is not the one that was committed"));
    },
  });
}
