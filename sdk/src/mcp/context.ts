import { type Account, type Address, type Chain, isAddressEqual, type Transport, type WalletClient } from "viem";
import { assetRegistryStudioOf } from "../abi/items/assetRegistry.ts";
import { readMany } from "../actions/internal/readMany.ts";
import type { ActionClient, On, ProtocolContract } from "../actions/internal/types.ts";
import { getStudio } from "../actions/studio/getStudio.ts";
import type { GuardedAccount } from "../agent/guardAccount.ts";
import { McpContextError } from "../errors/mcp.ts";
import type { ContentStore } from "../storage/store.ts";

/** What the tools work with. */
export type McpContext = {
  client: ActionClient;
  chainId: number;
  addresses: On<ProtocolContract>;
  /** First block with logs of the protocol. */
  fromBlock: bigint;
  /** The studio that is meant where a tool is given none. */
  studio?: Address;
  /** Where manifests and notes are. */
  store?: Pick<ContentStore, "get">;
  /** Signs acts of a mandate; without it the server only returns unsigned calls. */
  agent?: McpAgent;
};

/** An agent that the operator put behind the server. */
export type McpAgent = {
  account: GuardedAccount;
  wallet: WalletClient<Transport, Chain, Account>;
  mandates: Address;
  commissions?: Address;
};

/** The studio that a tool is about, with its modules: one that the factory opened, or the server's own. */
export async function studioOf(context: McpContext, studio?: Address): Promise<getStudio.ReturnType> {
  const address = studio ?? context.studio;
  if (address === undefined) {
    throw new McpContextError("It is not known which studio is meant.", { hint: "Name it: list_studios shows them." });
  }
  const found = await getStudio(context.client, { studio: address });
  // Any contract can call itself a studio and name modules of its maker; whom the registry recorded it cannot choose.
  const [recorded] = await readMany(context.client, [
    {
      ...{ address: context.addresses.assetRegistry, abi: [assetRegistryStudioOf] },
      ...{ functionName: "studioOf", args: [found.timelock] },
    },
  ]);
  const known = [recorded, context.studio].some((each) => each !== undefined && isAddressEqual(each, address));
  if (!known) {
    throw new McpContextError(`${address} is no studio of this protocol.`, { hint: "list_studios shows them." });
  }
  return found;
}

/** The agent that signs. */
export function agentOf({ agent }: McpContext): McpAgent {
  if (agent === undefined) throw new McpContextError("This server signs nothing.", { hint: "Use a prepare tool." });
  return agent;
}

/** Part of a list: agents read little at once. */
export function pageOf<Item>(
  items: readonly Item[],
  { first, skip }: { first: number; skip: number },
): { total: number; skip: number; entries: Item[] } {
  return { total: items.length, skip, entries: items.slice(skip, skip + first) };
}
