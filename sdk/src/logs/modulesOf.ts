import { type Address, type Client, isAddressEqual, zeroAddress } from "viem";
import { studioFactoryStudioCreatedEvent, studioFactorySuccessorsCreatedEvent } from "../abi/items/studioFactory.ts";
import { type BlockRange, fetchLogs } from "./fetchLogs.ts";

/** Which modules are looked for. */
export type ModulesOfParameters = BlockRange & {
  studioFactory: Address;
  kind: "mandates" | "commissions";
  /** Of all studios by default. */
  studio?: Address | undefined;
};

/**
 * The modules of this kind that StudioFactory made for a studio, past and coming ones included: whatever else a studio
 * voted for may log what it likes.
 */
export async function modulesOf(client: Client, parameters: ModulesOfParameters): Promise<Address[]> {
  const { studioFactory: address, kind, studio, ...range } = parameters;
  const events = [studioFactoryStudioCreatedEvent, studioFactorySuccessorsCreatedEvent] as const;
  const studios = new Set<Address>();
  const modules = new Set<Address>();
  for (const { eventName, args } of await fetchLogs(client, { ...range, address, events })) {
    if (eventName === "StudioCreated") studios.add(args.studio);
    if (!studios.has(args.studio) || (studio !== undefined && !isAddressEqual(studio, args.studio))) continue;
    modules.add((eventName === "StudioCreated" ? args : args.successors)[kind]);
  }
  modules.delete(zeroAddress);
  return [...modules];
}
