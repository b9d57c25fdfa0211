import { type Address, type Hex, isAddressEqual, type PublicClient } from "viem";
import { hashPurchase } from "@imprimatur/sdk";
import { licenseMarketLicensePurchasedEvent, royaltySplitterWithdrawnEvent } from "@imprimatur/sdk/abi";
import { purchaseLicenseWithAuthorization, withdrawTo } from "@imprimatur/sdk/actions";
import { fetchEventLogs } from "@imprimatur/sdk/logs";
import type { Call } from "./queue.ts";

/** Where to look. */
export type Place = { chainId: number; licenseMarket: Address; royaltySplitter: Address; fromBlock: bigint };

/**
 * The transaction that has done what a call asks for, whoever sent it; undefined where none has. A signature counts once:
 * the chain refuses to do it again, and who asks again wants to know of the first time.
 */
export async function findTransaction(
  client: PublicClient,
  place: Place,
  { to, data }: Call,
): Promise<Hex | undefined> {
  return isAddressEqual(to, place.licenseMarket)
    ? findPurchase(client, place, data)
    : findWithdrawal(client, place, data);
}

async function findPurchase(client: PublicClient, place: Place, data: Hex): Promise<Hex | undefined> {
  const { purchase } = purchaseLicenseWithAuthorization.decode(data);
  const purchaseId = hashPurchase({ ...place, purchase });
  const { offerId, assetId, licensee } = purchase;
  const sales = await fetchEventLogs(client, {
    ...{ address: place.licenseMarket, event: licenseMarketLicensePurchasedEvent, fromBlock: place.fromBlock },
    args: { offerId, assetId, licensee },
  });
  return sales.find(({ args }) => args.purchaseId === purchaseId)?.transactionHash;
}

/** Withdrawals have no id: the one that was asked for is the one of the same call. */
async function findWithdrawal(client: PublicClient, place: Place, data: Hex): Promise<Hex | undefined> {
  const { payee: account, token, to } = withdrawTo.decode(data);
  const withdrawals = await fetchEventLogs(client, {
    ...{ address: place.royaltySplitter, event: royaltySplitterWithdrawnEvent, fromBlock: place.fromBlock },
    args: { account, token, to },
  });
  for (const { transactionHash: hash } of withdrawals) {
    const { input } = await client.getTransaction({ hash });
    if (input === data.toLowerCase()) return hash;
  }
  return undefined;
}
