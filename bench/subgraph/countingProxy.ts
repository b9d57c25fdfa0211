import { once } from "node:events";
import { createServer, type IncomingMessage, request as ask, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { pipeline } from "node:stream/promises";

/** Stands between graph-node and the EVM node, and counts what is asked by method. */
export interface CountingProxy extends AsyncDisposable {
  readonly url: string;
  /** Requests so far, by JSON-RPC method. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Starts the proxy on a free loopback port. */
export async function startCountingProxy(target: string): Promise<CountingProxy> {
  const counts = new Map<string, number>();
  const server = createServer((request, response) => {
    forward(target, request, { counts, response }).catch(() => {
      if (!response.headersSent) response.writeHead(502);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function forward(
  target: string,
  request: IncomingMessage,
  { counts, response }: { counts: Map<string, number>; response: ServerResponse },
): Promise<void> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part as Uint8Array);
  const body = Buffer.concat(parts);
  const asked = JSON.parse(body.toString()) as { method: string } | { method: string }[];
  for (const { method } of Array.isArray(asked) ? asked : [asked]) counts.set(method, (counts.get(method) ?? 0) + 1);
  const headers = { "content-type": "application/json", "content-length": body.length };
  const forwarded = ask(target, { method: "POST", headers }).end(body);
  const [answer] = (await once(forwarded, "response")) as [IncomingMessage];
  response.writeHead(answer.statusCode ?? 502, { "content-type": "application/json" });
  await pipeline(answer, response);
}
