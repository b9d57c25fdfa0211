import { type Address, encodeFunctionData, erc20Abi, type Hex } from "viem";
import { licenseMarketOfferOf } from "../../abi/generated/licenseMarket.ts";
import { PurchaseOverMaxTotalError } from "../../errors/licensing.ts";
import { hashPurchase, type Purchase } from "../../licensing/purchase.ts";
import { readMany } from "../internal/readMany.ts";
import { chainIdOf } from "../internal/signer.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, Call, On } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace quotePurchase {
  type Args = {
    purchase: Purchase;
    /** Who would pay. */
    payer: Address;
  };
  type Parameters = On<"licenseMarket" | "royaltySplitter"> & Args;
  type ReturnType = {
    token: Address;
    /** Token units that the payer gives. */
    gross: bigint;
    purchaseId: Hex;
    /** What the payer holds. */
    balance: bigint;
    /** Calls that the payer has to send before `purchaseLicense`: an allowance of exactly the price, or none. */
    requirements: readonly Call[];
  };
  type ErrorType = ReadErrorType | PurchaseOverMaxTotalError;
}

/**
 * What a purchase costs and what the payer has to do first. Nobody is ever asked for an unlimited allowance.
 *
 * @example
 * ```ts
 * const { gross, requirements } = await client.quotePurchase({ purchase, payer: buyer });
 * ```
 */
export async function quotePurchase(
  client: ActionClient,
  parameters: quotePurchase.Parameters,
): Promise<quotePurchase.ReturnType> {
  const { purchase, payer } = parameters;
  const licenseMarket = addressIn("licenseMarket", parameters);
  const spender = addressIn("royaltySplitter", parameters);
  const [{ token, price: gross }] = await readMany(client, [
    { address: licenseMarket, abi: [licenseMarketOfferOf], functionName: "offerOf", args: [purchase.offerId] },
  ]);
  if (gross > purchase.maxTotal) throw new PurchaseOverMaxTotalError(gross, purchase.maxTotal);
  const [allowance, balance] = await readMany(client, [
    { address: token, abi: erc20Abi, functionName: "allowance", args: [payer, spender] },
    { address: token, abi: erc20Abi, functionName: "balanceOf", args: [payer] },
  ]);
  const approve = encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [spender, gross] });
  const requirements = allowance >= gross ? [] : [{ to: token, data: approve, value: 0n }];
  const purchaseId = hashPurchase({ chainId: await chainIdOf(client), licenseMarket, purchase });
  return { token, gross, purchaseId, balance, requirements };
}
