import type { Readable, Writable } from "node:stream";
import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import type { JSONRPCMessage } from "@modelcontextprotocol/sdk/types.js";

/** A server that talks over a pair of streams. */
export type StdioServing = {
  /** Resolves when the input has ended and every request of it is answered. */
  ended: Promise<void>;
  close: () => Promise<void>;
};

/** Serves one client over standard input and output, until the input ends; nothing else may write to that output. */
export async function serveStdio(
  server: McpServer,
  streams: { stdin?: Readable; stdout?: Writable } = {},
): Promise<StdioServing> {
  const { StdioServerTransport } = await import("@modelcontextprotocol/sdk/server/stdio.js");
  const { stdin = process.stdin, stdout = process.stdout } = streams;
  const closed = new Promise<void>((resolve) => {
    for (const event of ["end", "close"]) stdin.once(event, resolve);
  });
  const transport = new StdioServerTransport(stdin, stdout);
  const answered = countRequests(transport);
  await server.connect(transport);
  return { ended: closed.then(answered), close: () => server.close() };
}

/** Counts requests and answers of a transport that will be connected; what it returns resolves when none is open. */
function countRequests(transport: Transport): () => Promise<void> {
  const open = new Set<string | number>();
  let notice: (() => void) | undefined;
  const send = transport.send.bind(transport);
  const settle = (id: string | number): void => {
    open.delete(id);
    if (open.size === 0) notice?.();
  };
  // The server calls what was set before, and then does its own.
  transport.onmessage = (message: JSONRPCMessage) => {
    if ("method" in message && "id" in message) open.add(message.id);
    // A request that its client took back is not answered.
    else if (isCancellation(message)) settle(message.params.requestId);
  };
  transport.send = async (message, options) => {
    await send(message, options);
    if (!("method" in message) && message.id !== undefined) settle(message.id);
  };
  return async () => {
    if (open.size > 0) await new Promise<void>((resolve) => (notice = resolve));
  };
}

const isCancellation = (
  message: JSONRPCMessage,
): message is JSONRPCMessage & { params: { requestId: string | number } } =>
  "method" in message && message.method === "notifications/cancelled" && message.params?.["requestId"] !== undefined;
