import { type Address, parseAbi, type TypedDataDomain } from "viem";
import { parseAccount } from "viem/accounts";
import type { TokenDomainUnknownError } from "../../errors/licensing.ts";
import type { Payment } from "../../licensing/payment.ts";
import { encodePermit, permitTypedData } from "../../licensing/permit.ts";
import type { Purchase } from "../../licensing/purchase.ts";
import { readMany } from "../internal/readMany.ts";
import { type SignOptions, signerOf } from "../internal/signer.ts";
import { addressIn } from "../internal/target.ts";
import { tokenDomain } from "../internal/tokenDomain.ts";
import type { ActionClient, On } from "../internal/types.ts";
import type { ReadErrorType, SignErrorType } from "../internal/errorTypes.ts";
import { priceOf } from "./priceOf.ts";
import { signTypedData } from "../internal/signTypedData.ts";

const noncesAbi = /* @__PURE__ */ parseAbi(["function nonces(address) view returns (uint256)"]);

export declare namespace signPermit {
  type Args = {
    purchase: Purchase;
    /** The token's EIP-712 domain; asked of the token by default. */
    domain?: TypedDataDomain;
  };
  /** `account` is the payer, who must also send the order. */
  type Parameters = On<"licenseMarket" | "royaltySplitter"> & Args & SignOptions;
  type ReturnType = Payment;
  type ErrorType = SignErrorType | TokenDomainUnknownError | ReadErrorType;
}

/**
 * Signs an EIP-2612 allowance of exactly the price for `purchaseOrder`, in place of an approval before it. Whoever
 * presents the permit first cannot stop the purchase: the allowance is there all the same.
 *
 * @example
 * ```ts
 * const payment = await client.signPermit({ purchase });
 * await client.purchaseOrderAndWait({ purchase, payment });
 * ```
 */
export async function signPermit(client: ActionClient, parameters: signPermit.Parameters): Promise<Payment> {
  const account = signerOf(client, parameters);
  const owner: Address = parseAccount(account).address;
  const spender = addressIn("royaltySplitter", parameters);
  const { token, gross: value } = await priceOf(client, parameters);
  const [nonce] = await readMany(client, [{ address: token, abi: noncesAbi, functionName: "nonces", args: [owner] }]);
  const { deadline } = parameters.purchase;
  const message = { owner, spender, value, nonce, deadline };
  const domain = parameters.domain ?? (await tokenDomain(client, token));
  const signature = await signTypedData(client, { ...permitTypedData(domain, message), account });
  return { method: "permit", payer: owner, data: encodePermit(message, signature) };
}
