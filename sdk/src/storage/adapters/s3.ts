import { AwsClient } from "aws4fetch";
import { StorageRefusedError, StorageUriError } from "../../errors/storage.ts";
import { cidOf } from "../cid.ts";
import type { StorageAdapter } from "./adapter.ts";
import { digestStream } from "./digest.ts";
import { ask, baseOf, bodyOf, reach } from "./request.ts";

/** Options of {@link s3Storage}. */
export type S3StorageOptions = {
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
  const { url, prefix = "", region = "us-east-1", partBytes = 8 * MIB, ...keys } = options;
  // Failures are told at once: whoever uploads decides how often to try.
  const client = new AwsClient({ ...keys, region, service: "s3", retries: 0 });
  const bucket = baseOf(url);
  const call = async (what: string, path: string, method: string, body?: Blob | string): Promise<Response> => {
    const hash = body === undefined ? {} : { "x-amz-content-sha256": await payloadHash(body) };
    const init = { method, headers: hash, ...(body === undefined ? {} : { body }) };
    return ask(SERVICE, what, () => client.fetch(`${bucket}/${path}`, init));
  };
  const textOf = async (response: Promise<Response>): Promise<string> => {
    const answered = await response;
    return reach(SERVICE, () => answered.text());
  };
  const sizeOf = async (key: string): Promise<number | undefined> => {
    try {
      return Number((await call("look for a file", key, "HEAD")).headers.get("content-length"));
    } catch (error) {
      if (error instanceof StorageRefusedError && error.status === 404) return undefined;
      throw error;
    }
  };
  const findUpload = async (key: string): Promise<string | undefined> => {
    const xml = await textOf(call("list uploads", `?uploads&prefix=${encodeURIComponent(key)}`, "GET"));
    const uploads = [...xml.matchAll(/<Upload>(.*?)<\/Upload>/gs)].map(([, upload = ""]) => upload);
    return uploads.filter((upload) => field(upload, "Key") === key).map((upload) => field(upload, "UploadId"))[0];
  };
  const listParts = async (key: string, upload: string): Promise<Part[]> => {
    const xml = await textOf(call("list parts", `${key}?uploadId=${encodeURIComponent(upload)}&max-parts=1000`, "GET"));
    return [...xml.matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = ""]) => ({
      number: Number(field(part, "PartNumber")),
      etag: field(part, "ETag").replaceAll("&quot;", '"'),
      bytes: Number(field(part, "Size")),
    }));
  };
  const putParts = async (key: string, file: Blob): Promise<void> => {
    const known = await findUpload(key);
    const upload = known ?? field(await textOf(call("begin an upload", `${key}?uploads`, "POST")), "UploadId");
    const arrived = known === undefined ? [] : await listParts(key, upload);
    const parts: Part[] = [];
    for (let at = 0, number = 1; at < file.size; at += partBytes, number += 1) {
      const piece = file.slice(at, at + partBytes);
      const there = arrived.find((part) => part.number === number && part.bytes === piece.size);
      const path = `${key}?partNumber=${number}&uploadId=${encodeURIComponent(upload)}`;
      const send = async (): Promise<Part> => {
        const { headers } = await call("take a part", path, "PUT", piece);
        return { number, etag: headers.get("etag") ?? "", bytes: piece.size };
      };
      parts.push(there ?? (await send()));
    }
    const listed = parts.map(
      ({ number, etag }) => `<Part><PartNumber>${number}</PartNumber><ETag>${etag}</ETag></Part>`,
    );
    const whole = `<CompleteMultipartUpload>${listed.join("")}</CompleteMultipartUpload>`;
    const answer = await textOf(call("end an upload", `${key}?uploadId=${encodeURIComponent(upload)}`, "POST", whole));
    // S3 answers 200 before it knows.
    if (answer.includes("<Error>")) throw new StorageRefusedError(SERVICE, "end an upload", 200, answer);
  };
  return {
    name: SERVICE,
    put: async (file, digest) => {
      const key = `${prefix}${cidOf(digest)}`;
      const there = (await sizeOf(key)) === file.size;
      if (!there && file.size > partBytes) await putParts(key, file);
      else if (!there) await call("take a file", key, "PUT", file);
      return `${bucket}/${key}`;
    },
    get: async (uri) => {
      if (!uri.startsWith(`${bucket}/`)) throw new StorageUriError(uri, `${bucket}/KEY`);
      return bodyOf(SERVICE, await call("give a file", uri.slice(bucket.length + 1), "GET"));
    },
  };
}

async function payloadHash(body: Blob | string): Promise<string> {
  return (await digestStream(new Blob([body]).stream())).digest.slice(2);
}

function field(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? "";
}
