import { createReadStream } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { cidOfBytes } from "@imprimatur/sdk/storage";
import { CID } from "multiformats/cid";

/**
 * Content by CID for the local stack. It answers the part of the kubo RPC interface that graph-node calls
 * (`version`, `cat`, `block/get`), takes blocks as the SDK's `ipfsStore` sends them (`block/put`), and serves files the way a gateway does (`GET /ipfs/<cid>`).
 * Blocks live in memory; files stay where they are and are streamed when asked for.
 */
export interface ContentStore extends AsyncDisposable {
  /** Base URL, without a trailing slash. */
  readonly url: string;
  /** Keeps a small block, for example a manifest. */
  putBlock(cid: string, bytes: Uint8Array): void;
  /** Remembers where the content of a CID lies on disk. */
  putFile(cid: string, path: string): void;
}

type Content = { bytes: Uint8Array } | { path: string };

/** Starts the store on a loopback port; 0 lets the system choose. */
export async function startContentStore(port = 0): Promise<ContentStore> {
  const contents = new Map<string, Content>();
  const server = createServer((request, response) => {
    answer(contents, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    putBlock: (cid, bytes) => void contents.set(normalize(cid), { bytes }),
    putFile: (cid, path) => void contents.set(normalize(cid), { path }),
    [Symbol.asyncDispose]: () => close(server),
  };
}

async function answer(
  contents: Map<string, Content>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://store");
  if (url.pathname === "/api/v0/version") {
    response.writeHead(200, { "content-type": "application/json" }).end('{"Version":"imprimatur"}');
    return;
  }
  if (url.pathname === "/api/v0/block/put" && request.method === "POST") {
    const bytes = await uploaded(request);
    const cid = cidOfBytes(bytes);
    contents.set(cid, { bytes });
    response.writeHead(200, { "content-type": "application/json" });
    response.end(JSON.stringify({ Key: cid, Size: bytes.length }));
    return;
  }
  const content = contents.get(normalize(requestedCid(url)));
  if (content === undefined) {
    response.writeHead(404, { "content-type": "text/plain" }).end("no such content\n");
    return;
  }
  response.writeHead(200, { "content-type": "application/octet-stream" });
  if (request.method === "HEAD") response.end();
  else if ("bytes" in content) response.end(content.bytes);
  else await pipeline(createReadStream(content.path), response);
}

/** The one part of a multipart upload. */
async function uploaded(request: IncomingMessage): Promise<Uint8Array> {
  const headers = { "content-type": request.headers["content-type"] ?? "" };
  const form = await new Response(Readable.toWeb(request) as BodyInit, { headers }).formData();
  const [part] = [...form.values()];
  return part instanceof Blob ? new Uint8Array(await part.arrayBuffer()) : new TextEncoder().encode(part);
}

function requestedCid(url: URL): string {
  if (url.pathname === "/api/v0/cat" || url.pathname === "/api/v0/block/get") return url.searchParams.get("arg") ?? "";
  return url.pathname.startsWith("/ipfs/") ? url.pathname.slice("/ipfs/".length) : "";
}

/** One spelling per CID (version 1, base32); what is no CID never matches. */
function normalize(text: string): string {
  try {
    return CID.parse(text.replace(/^\/?ipfs\//, ""))
      .toV1()
      .toString();
  } catch {
    return "";
  }
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
