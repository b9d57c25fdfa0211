import type { Address, Hex, TypedDataDomain } from "viem";
import { parseAccount } from "viem/accounts";
import { PurchaseOverMaxTotalError, type TokenDomainUnknownError } from "../../errors/licensing.ts";
import { purchaseAuthorizationTypedData } from "../../licensing/authorization.ts";
import { grossOf, hashPurchase, type Purchase } from "../../licensing/purchase.ts";
import { chainIdOf, type SignOptions, signerOf } from "../internal/signer.ts";
import { addressIn } from "../internal/target.ts";
import { tokenDomain } from "../internal/tokenDomain.ts";
import type { ActionClient, On } from "../internal/types.ts";
import { getOffer } from "./getOffer.ts";
import type { ReadErrorType, SignErrorType } from "../internal/errorTypes.ts";
import { signTypedData } from "../internal/signTypedData.ts";

export declare namespace signPurchaseAuthorization {
  type Args = {
    purchase: Purchase;
    /** The offer's token and price; read from the offer by default. */
    token?: Address;
    value?: bigint;
    /** The token's EIP-712 domain; asked of the token by default. */
    domain?: TypedDataDomain;
  };
  /** `account` is the payer. */
  type Parameters = On<"licenseMarket" | "royaltySplitter"> & Args & SignOptions;
  type ReturnType = Hex;
  type ErrorType = SignErrorType | PurchaseOverMaxTotalError | TokenDomainUnknownError | ReadErrorType;
}

/**
 * Signs an EIP-3009 payment that is good for exactly this purchase: anybody may relay it, nobody can re-aim it.
 *
 * @example
 * ```ts
 * const purchase = await client.toPurchase({ offerId, assetId, licensee: buyer, maxTotal: price });
 * const signature = await client.signPurchaseAuthorization({ purchase });
 * ```
 */
export async function signPurchaseAuthorization(
  client: ActionClient,
  parameters: signPurchaseAuthorization.Parameters,
): Promise<Hex> {
  const { purchase } = parameters;
  const account = signerOf(client, parameters);
  const licenseMarket = addressIn("licenseMarket", parameters);
  const royaltySplitter = addressIn("royaltySplitter", parameters);
  const { token, value } = await priceOf(client, { ...parameters, licenseMarket });
  if (value > purchase.maxTotal) throw new PurchaseOverMaxTotalError(value, purchase.maxTotal);
  const typedData = purchaseAuthorizationTypedData({
    domain: parameters.domain ?? (await tokenDomain(client, token)),
    payer: parseAccount(account).address,
    royaltySplitter,
    value,
    deadline: purchase.deadline,
    purchaseId: hashPurchase({ chainId: await chainIdOf(client), licenseMarket, purchase }),
  });
  return signTypedData(client, { ...typedData, account });
}

/** What is paid, in which token: the signer's word where it is given, so that an offline signer needs no chain. */
async function priceOf(
  client: ActionClient,
  { licenseMarket, purchase, token, value }: signPurchaseAuthorization.Parameters,
): Promise<{ token: Address; value: bigint }> {
  if (token !== undefined && value !== undefined) return { token, value };
  const offer = await getOffer(client, { licenseMarket, offerId: purchase.offerId });
  return { token: token ?? offer.token, value: value ?? grossOf(offer.price, purchase) };
}
