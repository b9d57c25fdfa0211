import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Connection } from "./protocol.ts";

/** One call of JSON-RPC. */
export interface RpcCall {
  method: string;
  params: unknown[];
}

/** Changes what the chain answers, or breaks off by throwing a {@link Fault}; `answer` asks the chain. */
export type Interference = (call: RpcCall, answer: () => Promise<unknown>) => unknown;

/** How a node fails: with a JSON-RPC error, an HTTP answer, or a broken connection. */
export class Fault extends Error {
  constructor(readonly how: { rpc: { code: number; message: string } } | { status: number; body: string } | "drop") {
    super("fault");
  }
}

/** A real chain behind an HTTP server that lags, lies and breaks off as a test wants it. */
export interface FaultyNode extends AsyncDisposable {
  url: string;
  /** What happens to each call; nothing by default. */
  interfere: Interference;
  /** The calls that arrived, oldest first. */
  calls: RpcCall[];
}

/** Puts an HTTP server in front of a chain. */
export async function startFaultyNode({ provider }: Connection): Promise<FaultyNode> {
  const honest: Interference = (_, answer) => answer();
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const node: FaultyNode = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    interfere: honest,
    calls: [],
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  const answer = async ({ id, ...call }: RpcCall & { id: number }): Promise<object> => {
    node.calls.push(call);
    try {
      const forward = () => provider.request(call);
      return { jsonrpc: "2.0", id, result: await node.interfere(call, forward) };
    } catch (error) {
      if (error instanceof Fault && !(typeof error.how === "object" && "rpc" in error.how)) throw error;
      const { code, message, data } = (error instanceof Fault ? (error.how as { rpc: object }).rpc : error) as RpcError;
      return { jsonrpc: "2.0", id, error: { code, message, data } };
    }
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse(await textOf(request)) as (RpcCall & { id: number }) | (RpcCall & { id: number })[];
    try {
      const answers = Array.isArray(body) ? await Promise.all(body.map(answer)) : await answer(body);
      response.setHeader("content-type", "application/json").end(JSON.stringify(answers));
    } catch (error) {
      const { how } = error as Fault;
      if (typeof how === "object" && "status" in how) response.writeHead(how.status).end(how.body);
      else response.destroy();
    }
  }
  return node;
}

type RpcError = { code: number; message: string; data?: unknown };

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  return text;
}
