import {
  type Account,
  type Address,
  type Chain,
  type Hex,
  isAddressEqual,
  type Transport,
  type WalletClient,
  zeroAddress,
} from "viem";
import { assetRegistryStudioOf } from "../abi/items/assetRegistry.ts";
import { studioModuleOf } from "../abi/items/studio.ts";
import { readMany } from "../actions/internal/readMany.ts";
import type { ActionClient, On, ProtocolContract } from "../actions/internal/types.ts";
import { getStudio } from "../actions/studio/getStudio.ts";
import type { AgentAct } from "../agent/act.ts";
import type { GuardedAccount } from "../agent/guardAccount.ts";
import type { MandateRecord, MandateState } from "../agent/mandateState.ts";
import { readMandateState } from "../agent/readMandateState.ts";
import { MandateForeignError, McpContextError } from "../errors/mcp.ts";
import type { ContentStore } from "../storage/store.ts";
import { ordinalOf } from "../types/codec.ts";
import { type Module, MODULES } from "../types/enums.ts";
import type { ActJournal } from "./actJournal.ts";

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
  /** Which act each request signed; in memory by default, which an end of the process loses. */
  journal?: ActJournal;
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

/** A module that not every studio has, and the studio. */
export async function moduleOf(
  context: McpContext,
  module: Module,
  named?: Address,
): Promise<{ studio: Address; address: Address }> {
  const { studio } = await studioOf(context, named);
  const [address] = await readMany(context.client, [
    { address: studio, abi: [studioModuleOf], functionName: "moduleOf", args: [ordinalOf(MODULES, module)] },
  ]);
  if (isAddressEqual(address, zeroAddress)) throw new McpContextError(`The studio has no ${module}.`);
  return { studio, address };
}

/** A mandate as it stands; refused where the studio's members gave none such. */
export async function mandateOf(
  context: McpContext,
  { mandateId, studio: named, acts = [] }: { mandateId: Hex; studio?: Address | undefined; acts?: readonly AgentAct[] },
): Promise<MandateState & { mandate: MandateRecord }> {
  const { client, addresses } = context;
  const { studio, address: mandates } = await moduleOf(context, "mandates", named);
  const state = await readMandateState(client, { mandates, mandateId, addresses, acts });
  if (state.mandate === undefined) throw new MandateForeignError(mandateId, { studio, mandates });
  return { ...state, mandate: state.mandate };
}

/** The agent that signs; refused where its mandate is none of the server's studio. */
export async function agentOf(context: McpContext): Promise<McpAgent> {
  const { agent } = context;
  if (agent === undefined) throw new McpContextError("This server signs nothing.", { hint: "Use a prepare tool." });
  if (context.studio === undefined) return agent;
  const { mandateId } = agent.account;
  const { mandates } = await mandateOf(context, { mandateId });
  if (isAddressEqual(mandates, agent.mandates)) return agent;
  throw new MandateForeignError(mandateId, { studio: context.studio, mandates });
}

/** Part of a list: agents read little at once. */
export function pageOf<Item>(
  items: readonly Item[],
  { first, skip }: { first: number; skip: number },
): { total: number; skip: number; entries: Item[] } {
  return { total: items.length, skip, entries: items.slice(skip, skip + first) };
}
