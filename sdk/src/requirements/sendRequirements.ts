import { isAddressEqual, type SendTransactionErrorType, type TransactionReceipt } from "viem";
import { parseAccount } from "viem/accounts";
import type { SignErrorType, WaitErrorType } from "../actions/internal/errorTypes.ts";
import { sendCall } from "../actions/internal/sendCall.ts";
import { signerOf, type SignOptions } from "../actions/internal/signer.ts";
import { signTypedData } from "../actions/internal/signTypedData.ts";
import type { ActionClient } from "../actions/internal/types.ts";
import type { Payment } from "../licensing/payment.ts";
import type { Requirement } from "./requirement.ts";

export declare namespace sendRequirements {
  type Options = SignOptions;
  type ReturnType = {
    receipts: readonly TransactionReceipt[];
    /** What was signed, by the order's place in the batch; 0 where there is one. */
    payments: ReadonlyMap<number, Payment>;
    /** What somebody else has to send or to sign. */
    left: readonly Requirement[];
  };
  type ErrorType = WaitErrorType | SignErrorType | SendTransactionErrorType;
}

/**
 * Sends and signs what the client's account has to, one after the other; each transaction has succeeded before the next.
 *
 * @example
 * ```ts
 * const order = { purchase, payment: { method: "permit" as const } };
 * const requirements = await requirementsOf(client, { ...addresses, action: "purchaseOrder", ...order });
 * const { payments } = await sendRequirements(client, requirements);
 * const payment = payments.get(0);
 * if (payment !== undefined) await client.purchaseOrderAndWait({ purchase, payment });
 * ```
 */
export async function sendRequirements(
  client: ActionClient,
  requirements: readonly Requirement[],
  options: sendRequirements.Options = {},
): Promise<sendRequirements.ReturnType> {
  const account = signerOf(client, options);
  const { address } = parseAccount(account);
  const isOwn = ({ owner }: Requirement): boolean => isAddressEqual(owner, address);
  const receipts: TransactionReceipt[] = [];
  const payments = new Map<number, Payment>();
  for (const requirement of requirements.filter(isOwn)) {
    if ("call" in requirement) receipts.push(await sendCall(client, requirement.call, account));
    else {
      const { typedData, position, toPayment } = requirement;
      payments.set(position, toPayment(await signTypedData(client, { ...typedData, account })));
    }
  }
  return { receipts, payments, left: requirements.filter((requirement) => !isOwn(requirement)) };
}
