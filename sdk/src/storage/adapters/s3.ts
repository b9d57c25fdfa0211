import { AwsClient } from "aws4fetch";
import { StorageRefusedError, StorageUriError } from "../../errors/storage.ts";
import { cidOf } from "../cid.ts";
import type { StorageAdapter } from "./adapter.ts";
import { digestStream } from "./digest.ts";
import { ask, baseOf, bodyOf, type PatienceOptions, type RequestOptions, textOf } from "./request.ts";

/** Options of {@link s3Storage}. */
export type S3StorageOptions = PatienceOptions & {
  /** URL of the bucket: `https://bucket.s3.eu-central-1.amazonaws.com`, or `http://127.0.0.1:9000/bucket`. */
  url: string;
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  /** `us-east-1` by default. */
  region?: string;
  /** Put before the CID, which is the rest of the key. */
  prefix?: string;
  /** Bytes of a part of a large file; 8 MiB by default, S3 asks for 5 at least. */
  partBytes?: number;
};

type Part = { number: number; etag: string; bytes: number };

const SERVICE = "The S3 storage";
const MIB = 1 << 20;

/**
 * Storage with S3's protocol. A file's key is its CID, so that what is there is not sent again; a file larger than a part
 * is sent in parts, and after a failure the parts that have arrived are kept.
 */
export function s3Storage(options: S3StorageOptions): StorageAdapter {
  const { url, prefix = "", region = "us-east-1", partBytes = 8 * MIB, timeout, ...keys } = options;
  // Failures are told at once: whoever uploads decides how often to try.
  const client = new AwsClient({ ...keys, region, service: "s3", retries: 0 });
  const bucket = baseOf(url);
  const patience = timeout === undefined ? {} : { timeout };
  const open = (signal: AbortSignal | undefined): Bucket => new Bucket(client, bucket, { ...patience, signal });
  return {
    name: SERVICE,
    put: async (file, digest, { signal, replace = false } = {}) => {
      const at = open(signal);
      const key = `${prefix}${cidOf(digest)}`;
      const there = !replace && (await at.sizeOf(key)) === file.size;
      if (!there && file.size > partBytes) await at.putParts(key, file, { partBytes, replace });
      else if (!there) await at.call("take a file", key, "PUT", file);
      return `${bucket}/${key}`;
    },
    get: async (uri, { signal } = {}) => {
      if (!uri.startsWith(`${bucket}/`)) throw new StorageUriError(uri, `${bucket}/KEY`);
      const at = open(signal);
      return bodyOf(SERVICE, await at.call("give a file", uri.slice(bucket.length + 1), "GET"), at.asked);
    },
  };
}

/** A bucket for the time of one upload or download. */
class Bucket {
  readonly asked: RequestOptions;
  readonly #client: AwsClient;
  readonly #url: string;

  constructor(client: AwsClient, url: string, asked: RequestOptions) {
    this.asked = asked;
    this.#client = client;
    this.#url = url;
  }

  async call(what: string, path: string, method: string, body?: Blob | string): Promise<Response> {
    const hash = body === undefined ? {} : { "x-amz-content-sha256": await payloadHash(body) };
    const asked = { method, headers: hash, ...(body === undefined ? {} : { body }) };
    const send = (init: RequestInit) => this.#client.fetch(`${this.#url}/${path}`, { ...init, ...asked });
    return ask(SERVICE, what, send, this.asked);
  }

  async #textOf(what: string, path: string, method: string, body?: string): Promise<string> {
    return textOf(SERVICE, what, await this.call(what, path, method, body), this.asked);
  }

  async sizeOf(key: string): Promise<number | undefined> {
    try {
      return Number((await this.call("look for a file", key, "HEAD")).headers.get("content-length"));
    } catch (error) {
      if (error instanceof StorageRefusedError && error.status === 404) return undefined;
      throw error;
    }
  }

  async #findUpload(key: string): Promise<string | undefined> {
    const xml = await this.#textOf("list uploads", `?uploads&prefix=${encodeURIComponent(key)}`, "GET");
    const uploads = [...xml.matchAll(/<Upload>(.*?)<\/Upload>/gs)].map(([, upload = ""]) => upload);
    return uploads.filter((upload) => field(upload, "Key") === key).map((upload) => field(upload, "UploadId"))[0];
  }

  async #listParts(key: string, upload: string): Promise<Part[]> {
    const path = `${key}?uploadId=${encodeURIComponent(upload)}&max-parts=1000`;
    const xml = await this.#textOf("list parts", path, "GET");
    return [...xml.matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = ""]) => ({
      number: Number(field(part, "PartNumber")),
      etag: field(part, "ETag").replaceAll("&quot;", '"'),
      bytes: Number(field(part, "Size")),
    }));
  }

  /** Parts that arrived are kept, unless the whole turned out to be another file. */
  async putParts(
    key: string,
    file: Blob,
    { partBytes, replace }: { partBytes: number; replace: boolean },
  ): Promise<void> {
    const known = replace ? undefined : await this.#findUpload(key);
    const begin = () => this.#textOf("begin an upload", `${key}?uploads`, "POST");
    const upload = known ?? field(await begin(), "UploadId");
    const arrived = known === undefined ? [] : await this.#listParts(key, upload);
    const parts: Part[] = [];
    for (let at = 0, number = 1; at < file.size; at += partBytes, number += 1) {
      const piece = file.slice(at, at + partBytes);
      const there = arrived.find((part) => part.number === number && part.bytes === piece.size);
      const path = `${key}?partNumber=${number}&uploadId=${encodeURIComponent(upload)}`;
      const send = async (): Promise<Part> => {
        const { headers } = await this.call("take a part", path, "PUT", piece);
        return { number, etag: headers.get("etag") ?? "", bytes: piece.size };
      };
      parts.push(there ?? (await send()));
    }
    const listed = parts.map(
      ({ number, etag }) => `<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag></Part>`,
    );
    const whole = `<CompleteMultipartUpload>${listed.join("")}</CompleteMultipartUpload>`;
    const answer = await this.#textOf("end an upload", `${key}?uploadId=${encodeURIComponent(upload)}`, "POST", whole);
    // S3 answers 200 before it knows.
    if (answer.includes("<Error>")) throw new StorageRefusedError(SERVICE, "end an upload", 200, answer);
  }
}

async function payloadHash(body: Blob | string): Promise<string> {
  return (await digestStream(new Blob([body]).stream())).digest.slice(2);
}

function field(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? "";
}
