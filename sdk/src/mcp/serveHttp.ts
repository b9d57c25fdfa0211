import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, isIPv6 } from "node:net";
import { ServeRefusedError } from "../errors/mcp.ts";
import type { McpContext } from "./context.ts";
import { createMcpServer, type CreateMcpServerOptions } from "./createMcpServer.ts";
import { type Admission, preflight, type RefusalAnswer, refusalOf, setCorsHeaders } from "./admission.ts";

/** What {@link serveHttp} can be told. */
export type ServeHttpOptions = CreateMcpServerOptions & {
  /** The address it listens on; 127.0.0.1 by default. Others than this machine's own need a token. */
  host?: string;
  /** 0 by default: any free one. */
  port?: number;
  /** Names under which clients reach it besides, with their port where it is not the server's: of this machine, or a proxy. */
  hosts?: readonly string[];
  /** Pages that may ask, such as `http://localhost:5173`; none by default. */
  origins?: readonly string[];
  /** Whoever asks must show it as a bearer token, 16 characters or more; needed where the server signs. */
  token?: string;
  /** Most requests that are answered at once; 16 by default. */
  maxRequests?: number;
};

/** A server that listens. */
export type HttpServing = { url: string; close: () => Promise<void> };

const HOST = "127.0.0.1";
const PATH = "/mcp";
const MAX_BODY = 1 << 20;
const MAX_REQUESTS = 16;
const MIN_TOKEN = 16;

/** Milliseconds in which a request must have come whole. */
const REQUEST_TIMEOUT = 30_000;

/**
 * Serves MCP over streamable HTTP: on this machine only unless told otherwise. Requests must name a host that is the
 * server's, so that no page in a browser reaches it through a name of its own, and come from no page that was not allowed.
 * Each request stands alone: there are no sessions to keep or to steal.
 *
 * @throws {@link ServeRefusedError} without a token where the server signs or is reached from other machines, or with one
 * that can be guessed.
 *
 * @example
 * ```ts
 * const token = randomBytes(24).toString("base64url");
 * const { url, close } = await serveHttp({ ...context, agent }, { port: 8765, token });
 * ```
 */
export async function serveHttp(context: McpContext, options: ServeHttpOptions = {}): Promise<HttpServing> {
  const { host = HOST, maxRequests = MAX_REQUESTS } = options;
  assertToken(context, { ...options, host });
  const desk: Desk = { context, options, admission: undefined, open: 0, maxRequests };
  const http = createServer({ requestTimeout: REQUEST_TIMEOUT }, (request, response) => {
    handle(desk, request, response).catch(() => {
      if (!response.headersSent) refuse(response, 500, "internal error");
      else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    http.once("error", reject);
    http.listen(options.port ?? 0, host, resolve);
  });
  desk.admission = admissionOf(http, { ...options, host });
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      http.close(() => resolve());
      http.closeAllConnections();
    });
  return { url: `http://${named(host)}:${portOf(http)}${PATH}`, close };
}

/** A server's requests as they come. */
type Desk = {
  context: McpContext;
  options: ServeHttpOptions;
  admission: Admission | undefined;
  /** Requests that are being answered. */
  open: number;
  maxRequests: number;
};

const isLoopback = (host: string): boolean => /^(127(\.\d{1,3}){3}|::1|localhost)$/u.test(host);

const named = (host: string): string => (isIPv6(host) ? `[${host}]` : host);

const portOf = (http: Server): number => (http.address() as AddressInfo).port;

function assertToken({ agent }: McpContext, { host, token }: { host: string; token?: string }): void {
  if (token !== undefined && !/^[\x21-\x7e]{16,}$/u.test(token)) {
    const problem = `the token is not ${MIN_TOKEN} or more printable characters without blanks`;
    throw new ServeRefusedError(problem, "Take a random one: openssl rand -hex 24.");
  }
  if (token !== undefined) return;
  if (agent !== undefined) {
    throw new ServeRefusedError("it signs, and there is no token", "Give a token: whoever can ask can spend.");
  }
  if (!isLoopback(host)) {
    throw new ServeRefusedError(
      `${host} is not this machine alone, and there is no token`,
      "Give a token, or listen on 127.0.0.1.",
    );
  }
}

/** Who may ask, once the port is known. */
function admissionOf(
  http: Server,
  { host, hosts = [], origins = [], token }: ServeHttpOptions & { host: string },
): Admission {
  const own = isLoopback(host) ? [host, "localhost", HOST] : [host];
  const names = [...[...own.map(named), ...hosts].map((name) => `${name}:${portOf(http)}`), ...hosts];
  return { path: PATH, hosts: names.map((name) => name.toLowerCase()), origins, token };
}

async function handle(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { admission } = desk;
  if (admission === undefined) {
    refuse(response, 503, "not ready");
    return;
  }
  setCorsHeaders(request, response, admission);
  if (preflight(request, response, admission)) return;
  const refusal = refusalOf(request, admission) ?? busy(desk);
  if (refusal !== undefined) {
    request.resume();
    refuse(response, ...refusal);
    return;
  }
  desk.open += 1;
  response.once("close", () => (desk.open -= 1));
  const body = await bodyOf(request);
  if (body === undefined) refuse(response, 413, `at most ${MAX_BODY} bytes`);
  else await serve(desk, request, { response, body });
}

const busy = ({ open, maxRequests }: Desk): RefusalAnswer | undefined =>
  open < maxRequests ? undefined : [503, `at most ${maxRequests} requests at once`, { "retry-after": "1" }];

async function serve(
  { context, options }: Desk,
  request: IncomingMessage,
  { response, body }: { response: ServerResponse; body: unknown },
): Promise<void> {
  const { StreamableHTTPServerTransport } = await import("@modelcontextprotocol/sdk/server/streamableHttp.js");
  const server = await createMcpServer(context, options);
  const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
  response.once("close", () => void server.close());
  // The transport's optional handlers are undefined until somebody sets them, which its own type does not say.
  await server.connect(transport);
  await transport.handleRequest(request, response, body);
}

function refuse(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const body = JSON.stringify({ jsonrpc: "2.0", error: { code: -32_000, message }, id: null });
  // What was not read of the request would be taken for the next one.
  response.writeHead(status, { ...headers, "content-type": "application/json", connection: "close" }).end(body);
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
