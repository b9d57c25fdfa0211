import {
  type Abi,
  type Address,
  createPublicClient,
  custom,
  decodeFunctionData,
  type Hex,
  type PublicClient,
  toFunctionSelector,
} from "viem";
import type { Connection } from "../../helpers/protocol.ts";

/** One request as it went over the wire. */
interface Request {
  method: string;
  params: readonly unknown[];
}

/** A connection of one client that remembers what was asked, in which order. */
export interface Wire {
  client: PublicClient;
  /** Forgets what was asked so far. */
  clear: () => void;
  /** The calls made since, such as `governor.quorum(41) @42`; without `@` they were made at the newest block. */
  calls: () => string[];
}

/** Opens a connection; `contracts` names the contracts and knows their functions. */
export function openWire(connection: Connection, contracts: Record<string, { address: Address; abi: Abi }>): Wire {
  const requests: Request[] = [];
  const client = createPublicClient({
    transport: custom({
      request: async (request: { method: string; params?: readonly unknown[] }): Promise<unknown> => {
        requests.push({ method: request.method, params: request.params ?? [] });
        return connection.provider.request(request);
      },
    }),
  });
  const calls = () =>
    requests.filter(({ method }) => method === "eth_call").map(({ params }) => nameCall(contracts, params));
  return { client, clear: () => requests.splice(0), calls };
}

function nameCall(contracts: Record<string, { address: Address; abi: Abi }>, params: readonly unknown[]): string {
  const [{ to, data }, block] = params as [{ to: Address; data: Hex }, string | undefined];
  const found = Object.entries(contracts).find(([, { address }]) => address.toLowerCase() === to.toLowerCase());
  if (found === undefined) return `${to}.${data.slice(0, 10)}`;
  const [name, { abi }] = found;
  const known = abi.some((item) => item.type === "function" && toFunctionSelector(item) === data.slice(0, 10));
  const call = known ? decodeFunctionData({ abi, data }) : { functionName: data.slice(0, 10), args: [] };
  const at = block === undefined || block === "latest" ? "" : ` @${BigInt(block)}`;
  return `${name}.${call.functionName}(${(call.args ?? []).join(", ")})${at}`;
}
