import { parseAccount } from "viem/accounts";
import type { PurchaseOverMaxTotalError } from "../../errors/licensing.ts";
import type { Payment } from "../../licensing/payment.ts";
import { permit2PurchaseTypedData } from "../../licensing/permit2.ts";
import { hashPurchase, type Purchase } from "../../licensing/purchase.ts";
import { chainIdOf, type SignOptions, signerOf } from "../internal/signer.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";
import type { ReadErrorType, SignErrorType } from "../internal/errorTypes.ts";
import { priceOf } from "./priceOf.ts";
import { signTypedData } from "../internal/signTypedData.ts";

export declare namespace signPermit2Purchase {
  type Args = { purchase: Purchase };
  /** `account` is the payer, who must have approved the token to Permit2. */
  type Parameters = On<"licenseMarket" | "royaltySplitter"> & Args & SignOptions;
  type ReturnType = Payment;
  type ErrorType = SignErrorType | PurchaseOverMaxTotalError | ReadErrorType;
}

/**
 * Signs a Permit2 payment that is good for exactly this purchase: anybody may relay it, nobody can re-aim it.
 *
 * @example
 * ```ts
 * const payment = await buyer.signPermit2Purchase({ purchase });
 * await relayer.purchaseOrderAndWait({ purchase, payment });
 * ```
 */
export async function signPermit2Purchase(
  client: ActionClient,
  parameters: signPermit2Purchase.Parameters,
): Promise<Payment> {
  const { purchase } = parameters;
  const account = signerOf(client, parameters);
  const licenseMarket = addressIn("licenseMarket", parameters);
  const royaltySplitter = addressIn("royaltySplitter", parameters);
  const [chainId, price] = await Promise.all([chainIdOf(client), priceOf(client, parameters)]);
  const purchaseId = hashPurchase({ chainId, licenseMarket, purchase });
  const typedData = permit2PurchaseTypedData({ ...price, chainId, royaltySplitter, purchaseId, purchase });
  const data = await signTypedData(client, { ...typedData, account });
  return { method: "permit2", payer: parseAccount(account).address, data };
}
