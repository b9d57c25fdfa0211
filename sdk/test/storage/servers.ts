import type Arweave from "arweave";
import { validatePath } from "arweave/node/lib/merkle.js";
import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { cidOf, cidOfBytes } from "@imprimatur/sdk/storage";

/** What a server does wrong, until it is told otherwise. */
export interface Behavior {
  /** Breaks the line as soon as this many bytes of one body have come. */
  dropAfter?: number;
  /** Breaks the line at the request of this number. */
  dropRequest?: number;
  /** Refuses everything with this status. */
  refuse?: number;
  /** Gives other bytes than it took. */
  lies?: boolean;
  /** Never answers, or stops in the middle of a body. */
  hangs?: "before" | "within";
  /** Sends every request elsewhere. */
  redirect?: string;
  /** Adds this many bytes to every text that it answers. */
  pads?: number;
}

/** A server of the test's own; disposing of it ends it. */
export interface TestServer extends AsyncDisposable {
  readonly url: string;
  readonly behavior: Behavior;
  /** Method and path of every request that was read to its end. */
  readonly log: string[];
  /** The key that came with each of them. */
  readonly keys: (string | undefined)[];
  /** Bytes of bodies that came. */
  received: number;
}

type Answer = { status?: number; headers?: Record<string, string>; body?: string | Uint8Array };
type Handler = (request: { method: string; url: URL; headers: Headers; body: Uint8Array }) => Answer | Promise<Answer>;

/** Listens on the loopback interface. */
export async function serve(handle: Handler): Promise<TestServer> {
  const behavior: Behavior = {};
  let requests = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    requests += 1;
    if (requests === behavior.dropRequest) return void request.socket.destroy();
    const body = await read(request);
    if (body === undefined) return;
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const method = request.method ?? "GET";
    test.log.push(`${method} ${url.pathname}${url.search}`);
    test.keys.push(request.headers.authorization);
    if (behavior.hangs === "before") return;
    if (behavior.redirect !== undefined) return void response.writeHead(307, { location: behavior.redirect }).end();
    const headers = new Headers(
      Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
    );
    const { refuse } = behavior;
    const reply = refuse === undefined ? await handle({ method, url, headers, body }) : { status: refuse, body: "no" };
    const sent = behavior.lies === true && method !== "PUT" ? lied(reply.body) : reply.body;
    response.writeHead(reply.status ?? 200, reply.headers);
    if (behavior.hangs === "within") return void response.write(sent?.slice(0, 1) ?? "");
    if (typeof sent === "string") response.write(" ".repeat(behavior.pads ?? 0));
    response.end(method === "HEAD" ? undefined : sent);
  };
  const read = async (request: IncomingMessage): Promise<Uint8Array | undefined> => {
    const pieces: Uint8Array[] = [];
    let bytes = 0;
    try {
      for await (const piece of request as AsyncIterable<Uint8Array>) {
        pieces.push(piece);
        bytes += piece.length;
        if (bytes > (behavior.dropAfter ?? Number.POSITIVE_INFINITY)) {
          request.socket.destroy();
          return undefined;
        }
      }
    } catch {
      return undefined;
    }
    test.received += bytes;
    return new Uint8Array(Buffer.concat(pieces));
  };
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const test: TestServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behavior,
    log: [],
    keys: [],
    received: 0,
    [Symbol.asyncDispose]: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
  return test;
}

/** The same answer with its last byte changed, where it is a file. */
function lied(body: string | Uint8Array | undefined): string | Uint8Array | undefined {
  if (!(body instanceof Uint8Array) || body.length === 0) return body;
  const changed = Uint8Array.from(body);
  changed[changed.length - 1]! ^= 1;
  return changed;
}

const json = (value: unknown): Answer => ({
  body: JSON.stringify(value),
  headers: { "content-type": "application/json" },
});
const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

async function fileIn(headers: Headers, body: Uint8Array): Promise<{ file: Uint8Array; form: FormData }> {
  const type = headers.get("content-type") ?? "";
  const form = await new Response(body as Uint8Array<ArrayBuffer>, { headers: { "content-type": type } }).formData();
  return { file: new Uint8Array(await (form.get("file") as File).arrayBuffer()), form };
}

/** Larger files get an address that is not the CID of their bytes, as they do where they are cut into blocks. */
function addressOf(file: Uint8Array): string {
  return file.length <= 1 << 20 ? cidOfBytes(file) : cidOf(`0x${sha256(`tree of ${sha256(file)}`)}`);
}

/** Speaks kubo's `add`, `cat` and `pin/ls`. */
export async function serveKubo(): Promise<TestServer> {
  const files = new Map<string, Uint8Array>();
  return serve(async ({ method, url, headers, body }) => {
    const cid = url.searchParams.get("arg") ?? "";
    if (method !== "POST") return { status: 405 };
    if (url.pathname === "/api/v0/add") {
      const { file } = await fileIn(headers, body);
      const address = addressOf(file);
      files.set(address, file);
      return json({ Name: address, Hash: address, Size: String(file.length) });
    }
    const file = files.get(cid);
    if (file === undefined) return { status: 500, body: JSON.stringify({ Message: `${cid} not found`, Code: 0 }) };
    return url.pathname === "/api/v0/cat" ? { body: file } : json({ Keys: { [cid]: { Type: "recursive" } } });
  });
}

/** Speaks Pinata's upload call and is its own gateway. */
export async function servePinning(token: string): Promise<TestServer> {
  const files = new Map<string, Uint8Array>();
  return serve(async ({ url, headers, body }) => {
    if (url.pathname.startsWith("/ipfs/")) {
      const file = files.get(url.pathname.slice(6));
      return file === undefined ? { status: 404 } : { body: file };
    }
    if (headers.get("authorization") !== `Bearer ${token}`) return { status: 401, body: "who are you?" };
    const { file, form } = await fileIn(headers, body);
    if ((JSON.parse(form.get("pinataOptions") as string) as { cidVersion: number }).cidVersion !== 1)
      return { status: 400 };
    files.set(addressOf(file), file);
    return json({ IpfsHash: addressOf(file), PinSize: file.length, Timestamp: new Date().toISOString() });
  });
}

const hmac = (key: Uint8Array | string, text: string): Uint8Array => createHmac("sha256", key).update(text).digest();

/** Whether AWS's signature, version 4, of the request is right; computed apart from the client's library. */
function isSigned(request: Parameters<Handler>[0], secret: string): boolean {
  const { method, url, headers, body } = request;
  const found =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d+)\/([\w-]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
      headers.get("authorization") ?? "",
    );
  if (found === null) return false;
  const [, , day = "", region = "", names = "", signature] = found;
  const payload = headers.get("x-amz-content-sha256") ?? "";
  if (body.length > 0 && payload !== sha256(body)) return false;
  const strict = (text: string): string =>
    encodeURIComponent(text).replace(
      /[!'()*]/g,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  const query = [...url.searchParams].map(([name, value]) => `${strict(name)}=${strict(value)}`).sort();
  const signed = names.split(";").map((name) => `${name}:${(headers.get(name) ?? "").trim()}\n`);
  const canonical = [method, url.pathname, query.join("&"), signed.join(""), names, payload].join("\n");
  const time = headers.get("x-amz-date") ?? "";
  const text = ["AWS4-HMAC-SHA256", time, `${day}/${region}/s3/aws4_request`, sha256(canonical)].join("\n");
  const key = ["s3", "aws4_request"].reduce(hmac, hmac(hmac(`AWS4${secret}`, day), region));
  return Buffer.from(hmac(key, text)).toString("hex") === signature;
}

/** Speaks S3: single and multipart uploads, lists of both, signatures checked. */
export async function serveS3(secret: string): Promise<TestServer> {
  const files = new Map<string, Uint8Array>();
  const uploads = new Map<string, { key: string; parts: Map<number, Uint8Array> }>();
  const xml = (body: string): Answer => ({ body, headers: { "content-type": "application/xml" } });
  const etag = (part: Uint8Array): string => `"${createHash("md5").update(part).digest("hex")}"`;
  return serve((request) => {
    const { method, url, body } = request;
    if (!isSigned(request, secret)) return { status: 403, body: "<Error><Code>SignatureDoesNotMatch</Code></Error>" };
    const key = url.pathname.slice("/bucket/".length);
    const id = url.searchParams.get("uploadId");
    const upload = uploads.get(id ?? "");
    if (method === "GET" && url.searchParams.has("uploads")) {
      const listed = [...uploads].map(
        ([name, { key: of }]) => `<Upload><Key>${of}</Key><UploadId>${name}</UploadId></Upload>`,
      );
      return xml(`<ListMultipartUploadsResult>${listed.join("")}</ListMultipartUploadsResult>`);
    }
    if (method === "POST" && url.searchParams.has("uploads")) {
      const name = `upload/${uploads.size + 1}`;
      uploads.set(name, { key, parts: new Map() });
      return xml(`<InitiateMultipartUploadResult><UploadId>${name}</UploadId></InitiateMultipartUploadResult>`);
    }
    if (id !== null && upload === undefined) return { status: 404, body: "<Error><Code>NoSuchUpload</Code></Error>" };
    if (upload !== undefined && method === "GET") {
      const parts = [...upload.parts].map(
        ([number, part]) =>
          `<Part><PartNumber>${number}</PartNumber><ETag>${etag(part).replaceAll('"', "&quot;")}</ETag><Size>${part.length}</Size></Part>`,
      );
      return xml(`<ListPartsResult>${parts.join("")}</ListPartsResult>`);
    }
    if (upload !== undefined && method === "PUT") {
      upload.parts.set(Number(url.searchParams.get("partNumber")), body);
      return { headers: { etag: etag(body) } };
    }
    if (upload !== undefined) {
      const named = [
        ...Buffer.from(body)
          .toString()
          .matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>([^<]+)<\/ETag>/g),
      ];
      const parts = named.map(([, number]) => upload.parts.get(Number(number)));
      const right = parts.every((part, at) => part !== undefined && etag(part) === named[at]?.[2]);
      if (!right) return xml("<Error><Code>InvalidPart</Code></Error>");
      files.set(key, new Uint8Array(Buffer.concat(parts as Uint8Array[])));
      uploads.delete(id ?? "");
      return xml("<CompleteMultipartUploadResult/>");
    }
    if (method === "PUT") {
      files.set(key, body);
      return { headers: { etag: etag(body) } };
    }
    const file = files.get(key);
    if (file === undefined) return { status: 404, body: "<Error><Code>NoSuchKey</Code></Error>" };
    return { body: file, headers: { "content-length": String(file.length) } };
  });
}

/** Speaks what Arweave's client asks of a gateway; transactions and chunks are checked as a node checks them. */
export async function serveArweave(load: () => Promise<Arweave>): Promise<TestServer> {
  const transactions = new Map<string, { root: string; size: number; chunks: Map<number, Uint8Array> }>();
  return serve(async ({ method, url, body }) => {
    const client = await load();
    const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64url"));
    const posted = (): Record<string, string> => JSON.parse(Buffer.from(body).toString()) as Record<string, string>;
    if (url.pathname === "/tx_anchor") return { body: Buffer.alloc(48, 7).toString("base64url") };
    if (url.pathname.startsWith("/price/")) return { body: "1000" };
    if (method === "POST" && url.pathname === "/tx") {
      const fields = posted();
      const transaction = client.transactions.fromRaw(fields);
      if (!(await client.transactions.verify(transaction)))
        return { status: 400, body: "Transaction verification failed." };
      const { data_root: root = "", data_size: size, data = "" } = fields;
      const chunks = new Map(data === "" ? [] : [[0, bytesOf(data)]]);
      if (!transactions.has(transaction.id)) transactions.set(transaction.id, { root, size: Number(size), chunks });
      return { body: "OK" };
    }
    if (method === "POST" && url.pathname === "/chunk") {
      const { data_root: root, data_size: size, data_path: path = "", offset, chunk = "" } = posted();
      const [id] = [...transactions].find(([, one]) => one.root === root) ?? [""];
      const place = await validatePath(bytesOf(root ?? ""), Number(offset), 0, Number(size), bytesOf(path));
      if (place === false || id === "") return { status: 400, body: JSON.stringify({ error: "invalid_proof" }) };
      transactions.get(id)!.chunks.set(place.leftBound, bytesOf(chunk));
      return { body: "OK" };
    }
    const found = transactions.get(url.pathname.slice(1));
    if (found === undefined) return { status: 404, body: "Not Found" };
    const pieces = [...found.chunks].sort(([a], [b]) => a - b).map(([, piece]) => piece);
    return { body: new Uint8Array(Buffer.concat(pieces)) };
  });
}
