import type { Address, Client, GetLogsReturnType, Hex } from "viem";
import { attestationsAttestationRevokedEvent as event } from "../abi/items/attestations.ts";
import { type BlockRange, fetchEventLogs } from "./fetchLogs.ts";

/** Ids that are asked for at once: nodes take at most 1,000 in one place of a filter. */
const MOST_IDS = 500;

/** The revocations of some statements, those of each one oldest first. */
export async function fetchRevocations(
  client: Client,
  range: BlockRange & { address: Address },
  uids: readonly Hex[],
): Promise<GetLogsReturnType<typeof event, [typeof event], true>> {
  const found: GetLogsReturnType<typeof event, [typeof event], true>[] = [];
  for (let first = 0; first < uids.length; first += MOST_IDS) {
    const args = { uid: uids.slice(first, first + MOST_IDS) };
    found.push(await fetchEventLogs(client, { ...range, event, args }));
  }
  return found.flat();
}
