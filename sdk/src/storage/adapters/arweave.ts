import { StorageRefusedError, StorageUnreachableError, StorageUriError } from "../../errors/storage.ts";
import type { StorageAdapter } from "./adapter.ts";
import { ask, baseOf, bodyOf, type PatienceOptions, reach } from "./request.ts";

/** What is used of an upload by the package `arweave`. */
export interface ArweaveUploader {
  readonly isComplete: boolean;
  /** HTTP status of the last answer; 0 before the first and where there was none. */
  readonly lastResponseStatus: number;
  /** What went wrong last; empty where nothing did. */
  readonly lastResponseError: string;
  uploadChunk(): Promise<unknown>;
  toJSON(): unknown;
}

/** What is used of a client of the package `arweave`, so that nobody else needs its types. */
export interface ArweaveClient {
  createTransaction(
    attributes: { data: Uint8Array },
    key: unknown,
  ): Promise<{ addTag(name: string, value: string): void }>;
  readonly transactions: {
    sign(transaction: unknown, key: unknown): Promise<void>;
    getUploader(upload: unknown, data?: Uint8Array): Promise<ArweaveUploader>;
  };
}

/** Options of {@link arweaveStorage}. */
export type ArweaveStorageOptions = PatienceOptions & {
  /** The client: `Arweave.init({ host, port, protocol })` of the package `arweave`. */
  client: ArweaveClient;
  /** The wallet that pays, as a JSON Web Key. */
  key: object;
  /** Base URL that serves what is stored, `https://arweave.net`. */
  gateway: string;
  /** Uploads that are under way, by digest: keep it where it lives longer than the process to go on after it. */
  uploads?: Map<string, string>;
};

const [SERVICE, SCHEME] = ["The Arweave gateway", "ar://"];

/**
 * Arweave through its client. A file is in memory as a whole while it is sent: the client signs over all of it. After a
 * failure the chunks that have arrived are kept, and the transaction is the same: nothing is paid twice.
 */
export function arweaveStorage(options: ArweaveStorageOptions): StorageAdapter {
  const { client, key, gateway, uploads = new Map<string, string>(), ...patience } = options;
  const begin = async (file: Blob, data: Uint8Array) => {
    const transaction = await client.createTransaction({ data }, key);
    transaction.addTag("Content-Type", file.type || "application/octet-stream");
    await client.transactions.sign(transaction, key);
    return client.transactions.getUploader(transaction);
  };
  return {
    name: SERVICE,
    put: async (file, digest, { signal, replace = false } = {}) => {
      const asked = { ...patience, signal };
      const data = new Uint8Array(await file.arrayBuffer());
      const known = replace ? undefined : uploads.get(digest);
      try {
        const resume = () =>
          known === undefined ? begin(file, data) : client.transactions.getUploader(JSON.parse(known), data);
        const uploader = await reach(SERVICE, resume, asked);
        while (!uploader.isComplete) {
          uploads.set(digest, JSON.stringify(uploader));
          await reach(SERVICE, () => uploader.uploadChunk(), asked);
          const { lastResponseStatus: status, lastResponseError: answer } = uploader;
          // Asked again, the client would wait for most of a minute first.
          if (answer !== "" && status > 0) throw new StorageRefusedError(SERVICE, "take a chunk", status, answer);
          if (answer !== "") throw new StorageUnreachableError(SERVICE, answer);
        }
        uploads.set(digest, JSON.stringify(uploader));
        const { transaction } = uploader.toJSON() as { transaction: { id: string } };
        return `${SCHEME}${transaction.id}`;
      } catch (error) {
        if (error instanceof StorageRefusedError || error instanceof StorageUnreachableError) throw error;
        signal?.throwIfAborted();
        throw new StorageUnreachableError(SERVICE, error);
      }
    },
    get: async (uri, { signal } = {}) => {
      const asked = { ...patience, signal };
      const [, id] = /^ar:\/\/([\w-]{43})$/.exec(uri) ?? [];
      if (id === undefined) throw new StorageUriError(uri, `${SCHEME}ID`);
      // Gateways send readers to a host of the file's own; nothing secret goes along.
      const send = (init: RequestInit) => fetch(`${baseOf(gateway)}/${id}`, { ...init, redirect: "follow" });
      return bodyOf(SERVICE, await ask(SERVICE, "give a file", send, asked), asked);
    },
  };
}
