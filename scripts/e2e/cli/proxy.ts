import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** A JSON-RPC request. */
export interface RpcRequest {
  id: number;
  method: string;
  params: readonly unknown[];
}

/** What a node answers: a result, or an error. */
type RpcAnswer = { result: unknown } | { error: { code: number; message: string; data?: unknown } };

/** Changes what a node says; undefined leaves its answer as it is. */
export type Meddling = (
  request: RpcRequest,
  ask: () => Promise<RpcAnswer>,
) => RpcAnswer | undefined | Promise<RpcAnswer | undefined>;

/** A node in front of the stack's that meddles with answers; one request a body, as the program sends them. */
export async function meddlingNode(rpcUrl: string, meddle: Meddling): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    void text(request).then(async (body) => {
      const asked = { params: [], ...(JSON.parse(body) as Omit<RpcRequest, "params">) };
      const headers = { "content-type": "application/json" };
      const ask = async () => (await (await fetch(rpcUrl, { method: "POST", headers, body })).json()) as RpcAnswer;
      const answer = (await meddle(asked, ask)) ?? (await ask());
      response.writeHead(200, headers).end(JSON.stringify({ jsonrpc: "2.0", ...answer, id: asked.id }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
