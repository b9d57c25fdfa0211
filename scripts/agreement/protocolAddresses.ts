import { studioFactoryStudioCreatedEvent, studioFactorySuccessorsCreatedEvent } from "@imprimatur/sdk/abi";
import { fetchLogs } from "@imprimatur/sdk/logs";
import { type Address, type Client, isAddressEqual, zeroAddress } from "viem";
import { SINGLETONS } from "../../subgraph/scripts/sources.ts";
import type { LocalDeployment } from "../stack/deployLocally.ts";

/** The contract that runs at each address, by address in lower case: singletons, and the clones of every studio. */
export async function protocolAddresses(client: Client, { addressOf }: LocalDeployment): Promise<Map<Address, string>> {
  const found = new Map<Address, string>();
  const add = (contract: string, address: Address): void => {
    if (!isAddressEqual(address, zeroAddress)) found.set(address.toLowerCase() as Address, contract);
  };
  for (const { contract } of SINGLETONS) add(contract, addressOf(contract as Parameters<typeof addressOf>[0]));
  const events = [studioFactoryStudioCreatedEvent, studioFactorySuccessorsCreatedEvent] as const;
  const address = addressOf("StudioFactory");
  for (const { eventName, args } of await fetchLogs(client, { address, events, fromBlock: 0n })) {
    const clones = eventName === "StudioCreated" ? args : args.successors;
    if (eventName === "StudioCreated") {
      add("Studio", args.studio);
      add("StudioTimelock", args.timelock);
    } else add("ImpactEmission", args.successors.impact);
    add("StudioGovernor", clones.governor);
    add("ReputationToken", clones.reputation);
    add("Curation", clones.curation);
    add("EthicsBoard", clones.board);
    add("AgentMandates", clones.mandates);
    add("Commissions", clones.commissions);
  }
  return found;
}
