import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/** Who may ask a server over HTTP. */
export type Admission = {
  path: string;
  /** What requests may name as their host, in lower case, with the port. */
  hosts: readonly string[];
  /** Pages that may ask. */
  origins: readonly string[];
  token: string | undefined;
};

/** A refusal: status, text, headers. */
export type RefusalAnswer = [status: number, message: string, headers?: Readonly<Record<string, string>>];

const ALLOWED_HEADERS = "authorization, content-type, accept, mcp-protocol-version, mcp-session-id, last-event-id";

/** Lets a page that may ask read the answers, refusals included; no other page can. */
export function setCorsHeaders({ headers }: IncomingMessage, response: ServerResponse, { origins }: Admission): void {
  response.setHeader("vary", "Origin");
  const { origin } = headers;
  if (origin === undefined || !origins.includes(origin)) return;
  response.setHeader("access-control-allow-origin", origin);
  response.setHeader("access-control-expose-headers", "mcp-session-id, www-authenticate");
}

/** Answers what a browser asks before it lets a page ask; it never brings the token. */
export function preflight(request: IncomingMessage, response: ServerResponse, admission: Admission): boolean {
  const { method, headers } = request;
  if (method !== "OPTIONS" || headers["access-control-request-method"] === undefined) return false;
  const refusal = whereFrom(request, admission);
  if (refusal !== undefined || headers.origin === undefined) return false;
  request.resume();
  response.writeHead(204, {
    "access-control-allow-methods": "POST",
    "access-control-allow-headers": ALLOWED_HEADERS,
    "access-control-max-age": "600",
  });
  response.end();
  return true;
}

/** Why a request is not answered. */
export function refusalOf(request: IncomingMessage, admission: Admission): RefusalAnswer | undefined {
  const { token, path } = admission;
  const { headers, url, method } = request;
  const refusal = whereFrom(request, admission);
  if (refusal !== undefined) return refusal;
  if (token !== undefined && !isToken(headers.authorization, token)) {
    return [401, "a bearer token is needed", { "www-authenticate": "Bearer" }];
  }
  if (url !== path) return [404, `only ${path} is served`];
  if (method !== "POST") return [405, "only POST is served", { allow: "POST" }];
  return undefined;
}

/** A name that is not the server's, or a page that may not ask. */
function whereFrom({ headers }: IncomingMessage, { hosts, origins }: Admission): RefusalAnswer | undefined {
  if (headers.host === undefined || !hosts.includes(headers.host.toLowerCase()))
    return [403, "this host is not served"];
  if (headers.origin !== undefined && !origins.includes(headers.origin)) return [403, "this origin may not ask"];
  return undefined;
}

/** Compares digests of one length in constant time: how much of a token is right shows nowhere. */
function isToken(header: string | undefined, token: string): boolean {
  const given = /^bearer (.*)$/iu.exec(header ?? "")?.[1];
  return given !== undefined && timingSafeEqual(digestOf(given), digestOf(token));
}

const digestOf = (text: string): Buffer => createHash("sha256").update(text).digest();
