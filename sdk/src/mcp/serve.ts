import { timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Readable, Writable } from "node:stream";
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";

/** Serves one client over standard input and output, until the input ends; nothing else may write to that output. */
export async function serveStdio(
  server: McpServer,
  streams: { stdin?: Readable; stdout?: Writable } = {},
): Promise<{ ended: Promise<void>; close: () => Promise<void> }> {
  const { StdioServerTransport } = await import("@modelcontextprotocol/sdk/server/stdio.js");
  const { stdin = process.stdin, stdout = process.stdout } = streams;
  const ended = new Promise<void>((resolve) => {
    stdin.once("end", resolve);
    stdin.once("close", resolve);
  });
  await server.connect(new StdioServerTransport(stdin, stdout));
  return { ended, close: () => server.close() };
}

/** What {@link serveHttp} can be told. */
export type ServeHttpOptions = {
  /** 0 by default: any free one. */
  port?: number;
  /** Pages that may ask, such as `http://localhost:5173`; none by default. */
  origins?: readonly string[];
  /** Whoever asks must show it as a bearer token; needed where the server signs. */
  token?: string;
};

/** A server that listens. */
export type HttpServing = { url: string; close: () => Promise<void> };

const HOST = "127.0.0.1";
const PATH = "/mcp";
const MAX_BODY = 1 << 20;

/**
 * Serves MCP over streamable HTTP on this machine only. Requests must name this machine as their host, so that no page in
 * a browser reaches it through a name of its own, and come from no page that was not allowed. Each request stands alone.
 */
export async function serveHttp(
  makeServer: () => Promise<McpServer>,
  options: ServeHttpOptions = {},
): Promise<HttpServing> {
  const http = createServer((request, response) => {
    handle(http, request, response, makeServer, options).catch(() => {
      if (!response.headersSent) refuse(response, 500, "internal error");
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(options.port ?? 0, HOST, resolve);
  });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      http.close(() => resolve());
      http.closeAllConnections();
    });
  return { url: `http://${HOST}:${portOf(http)}${PATH}`, close };
}

const portOf = (http: Server): number => (http.address() as AddressInfo).port;

async function handle(
  http: Server,
  request: IncomingMessage,
  response: ServerResponse,
  makeServer: () => Promise<McpServer>,
  options: ServeHttpOptions,
): Promise<void> {
  const refusal = refusalOf(request, portOf(http), options);
  if (refusal !== undefined) {
    request.resume();
    refuse(response, ...refusal);
    return;
  }
  const body = await bodyOf(request);
  if (body === undefined) {
    refuse(response, 413, `at most ${MAX_BODY} bytes`);
    return;
  }
  const { StreamableHTTPServerTransport } = await import("@modelcontextprotocol/sdk/server/streamableHttp.js");
  const server = await makeServer();
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  response.once("close", () => void server.close());
  // The transport's optional handlers are undefined until somebody sets them, which its own type does not say.
  await server.connect(transport);
  await transport.handleRequest(request, response, body);
}

/** Why a request is not answered, as a status and a text. */
function refusalOf(
  { headers, url, method }: IncomingMessage,
  port: number,
  { origins = [], token }: ServeHttpOptions,
): [number, string] | undefined {
  const hosts = [`${HOST}:${port}`, `localhost:${port}`];
  if (headers.host === undefined || !hosts.includes(headers.host)) return [403, "this host is not served"];
  if (headers.origin !== undefined && !origins.includes(headers.origin)) return [403, "this origin may not ask"];
  if (token !== undefined && !isToken(headers.authorization, token)) return [401, "a bearer token is needed"];
  if (url !== PATH) return [404, `only ${PATH} is served`];
  if (method !== "POST") return [405, "only POST is served"];
  return undefined;
}

function isToken(header: string | undefined, token: string): boolean {
  const [given, expected] = [Buffer.from(header ?? ""), Buffer.from(`Bearer ${token}`)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  const body = JSON.stringify({ jsonrpc: "2.0", error: { code: -32_000, message }, id: null });
  // What was not read of the request would be taken for the next one.
  response.writeHead(status, { "content-type": "application/json", connection: "close" }).end(body);
}

/** The request's JSON; undefined where it is too long. What is no JSON the transport refuses itself. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    // A little more is read and thrown away, so that whoever sends it hears the answer.
    if (bytes > 4 * MAX_BODY) return undefined;
    if (bytes <= MAX_BODY) parts.push(part);
  }
  if (bytes > MAX_BODY) return undefined;
  try {
    return JSON.parse(Buffer.concat(parts).toString("utf8"));
  } catch {
    return {};
  }
}
