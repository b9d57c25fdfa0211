import type { Client } from "viem";
import type { BlockRange } from "./fetchLogs.ts";
import { fetchMoneyEvents, type MoneyAddresses } from "./moneyEvents.ts";
import { RoyaltyReplay } from "./royaltyReplay.ts";

/**
 * Rebuilds the royalty ledger from logs: sales, escrows and their ends, settlements, claims of every kind of split,
 * resale royalties, rulings, migrations and withdrawals.
 */
export async function replayRoyalties(
  client: Client,
  parameters: BlockRange & { addresses: MoneyAddresses },
): Promise<RoyaltyReplay> {
  const replay = new RoyaltyReplay();
  for (const event of await fetchMoneyEvents(client, parameters)) replay.apply(event);
  return replay;
}
