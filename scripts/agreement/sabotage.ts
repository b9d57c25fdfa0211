import { custom, type CustomTransport, http } from "viem";

/** A lie that is told on purpose, to show that the comparison notices. */
export const SABOTAGES = {
  subgraph: "the subgraph's sales of one ledger are off by one unit",
  logs: "the RPC withholds the last withdrawal from the logs",
} as const;

export type Sabotage = keyof typeof SABOTAGES;

/** A fetch of which one answer is off by one unit. */
export const lyingFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  const text = await response.text();
  const changed = text.replace(
    /"settledSales":"(\d+)"/u,
    (_, value: string) => `"settledSales":"${BigInt(value) + 1n}"`,
  );
  return new Response(changed, { status: response.status, headers: { "content-type": "application/json" } });
};

/** Reads of logs are kept, for the same ones are asked for again and again; `hide` leaves the last log of a topic out. */
export function loggingTransport(rpcUrl: string, hide?: string): CustomTransport {
  const { request } = http(rpcUrl, { timeout: 120_000 })({});
  const kept = new Map<string, Promise<unknown>>();
  const ask = async (method: string, params: unknown): Promise<unknown> => {
    const answer: unknown = await request({ method, params });
    return method === "eth_getLogs" && hide !== undefined ? without(answer as { topics: string[] }[], hide) : answer;
  };
  return custom({
    request: async ({ method, params }: { method: string; params?: unknown }) => {
      if (method !== "eth_getLogs" && method !== "eth_getBlockByNumber") return ask(method, params);
      const key = JSON.stringify([method, params]);
      const answer = kept.get(key) ?? ask(method, params);
      kept.set(key, answer);
      return answer;
    },
  });
}

function without<Log extends { topics: string[] }>(logs: Log[], topic: string): Log[] {
  const last = logs.findLastIndex(({ topics }) => topics[0] === topic);
  return logs.filter((_, at) => at !== last);
}
