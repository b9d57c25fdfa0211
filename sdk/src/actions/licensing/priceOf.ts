import type { Address } from "viem";
import { licenseMarketOfferOf } from "../../abi/items/licenseMarket.ts";
import { PurchaseOverMaxTotalError } from "../../errors/licensing.ts";
import { grossOf, type Purchase } from "../../licensing/purchase.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";

/** What a purchase costs, in which token; never more than its payer agreed to. */
export async function priceOf(
  client: ActionClient,
  parameters: On<"licenseMarket"> & { purchase: Purchase },
): Promise<{ token: Address; gross: bigint }> {
  const { purchase } = parameters;
  const address = addressIn("licenseMarket", parameters);
  const [{ token, price }] = await readMany(client, [
    { address, abi: [licenseMarketOfferOf], functionName: "offerOf", args: [purchase.offerId] },
  ]);
  const gross = grossOf(price, purchase);
  if (gross > purchase.maxTotal) throw new PurchaseOverMaxTotalError(gross, purchase.maxTotal);
  return { token, gross };
}
