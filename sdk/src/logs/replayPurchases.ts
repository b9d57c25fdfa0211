import type { Client } from "viem";
import { licenseMarketLicensePurchasedEvent } from "../abi/items/index.ts";
import type { PurchaseRecord } from "../data/studioData.ts";
import { type BlockRange, fetchLogs } from "./fetchLogs.ts";
import { fetchMoneyEvents, type MoneyAddresses } from "./moneyEvents.ts";

/** The sales of a recipe's licenses, with what of each has been booked by now. */
export async function replayPurchases(
  client: Client,
  { addresses, recipe, ...range }: BlockRange & { addresses: MoneyAddresses; recipe: number },
): Promise<PurchaseRecord[]> {
  const events = [licenseMarketLicensePurchasedEvent] as const;
  const logs = await fetchLogs(client, { ...range, address: addresses.licenseMarket, events });
  /** Sales booked at once by the place of their log; those out of a pot by the id of the purchase. */
  const booked = new Map<string, bigint>();
  const known = new Set<string>();
  for (const event of await fetchMoneyEvents(client, { ...range, addresses })) {
    if (event.type !== "income" || event.sale === undefined) continue;
    const direct = `${event.txHash}/${event.logIndex}`;
    booked.set(event.pot === undefined ? direct : event.sale.purchaseId, event.sales);
  }
  return logs.flatMap(({ args, transactionHash: txHash, logIndex }): PurchaseRecord[] => {
    const { referrer: _referrer, license: _license, ...sale } = args;
    const isRenewal = known.has(sale.purchaseId);
    known.add(sale.purchaseId);
    const later = isRenewal ? undefined : booked.get(sale.purchaseId);
    if (sale.recipe !== recipe) return [];
    return [{ ...sale, booked: booked.get(`${txHash}/${logIndex}`) ?? later ?? 0n, txHash }];
  });
}
