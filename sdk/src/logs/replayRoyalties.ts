import type { Address, Client } from "viem";
import {
  licenseMarketLicensePurchasedEvent,
  royaltySplitterClaimedEvent,
  royaltySplitterNodeOpenedEvent,
  royaltySplitterSettledEvent,
  royaltySplitterWithdrawnEvent,
} from "../abi/index.ts";
import { type BlockRange, fetchLogs } from "./fetchLogs.ts";
import { RoyaltyReplay } from "./royaltyReplay.ts";

const EVENTS = [
  royaltySplitterNodeOpenedEvent,
  licenseMarketLicensePurchasedEvent,
  royaltySplitterSettledEvent,
  royaltySplitterClaimedEvent,
  royaltySplitterWithdrawnEvent,
] as const;

/** Where the money events come from. */
export type MoneyAddresses = { royaltySplitter: Address; licenseMarket: Address };

/**
 * Rebuilds the royalty ledger from logs. A sale's event comes before the settlement of the same transaction, so the
 * order of the chain is the order of the books.
 */
export async function replayRoyalties(
  client: Client,
  parameters: BlockRange & { addresses: MoneyAddresses },
): Promise<RoyaltyReplay> {
  const { addresses, ...range } = parameters;
  const address = [addresses.royaltySplitter, addresses.licenseMarket];
  const replay = new RoyaltyReplay();
  for (const log of await fetchLogs(client, { ...range, address, events: EVENTS })) {
    switch (log.eventName) {
      case "NodeOpened":
        replay.open(log.args.recipe, log.args);
        break;
      case "LicensePurchased":
        replay.sell(log.args);
        break;
      case "Settled":
        replay.settle(log.args.recipe, log.args.token, log.args);
        break;
      case "Claimed":
        replay.claim(log.args.recipe, log.args.token, log.args.account, log.args.amount);
        break;
      case "Withdrawn":
        replay.withdraw(log.args.account, log.args.token, log.args.amount);
        break;
    }
  }
  return replay;
}
