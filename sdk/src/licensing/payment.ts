import { type Address, type Hex, zeroAddress } from "viem";
import { nameOf, ordinalOf } from "../types/codec.ts";
import { PAYMENT_METHODS, type PaymentMethod } from "../types/enums.ts";

/** Who pays for a purchase, and by what consent. */
export type Payment = {
  /** `allowance` and `permit`: the sender pays; `authorization` and `permit2`: the signer pays, anybody may relay. */
  method: PaymentMethod;
  /** The signer; absent where the sender pays. */
  payer?: Address;
  /** What was signed: made by `signPermit`, `signPurchaseAuthorization` and `signPermit2Purchase`. */
  data?: Hex;
};

/** The struct of a payment as contracts take it. */
export type PaymentInput = { method: number; payer: Address; data: Hex };

/** A payment as contracts take it: out of the sender's allowance where nothing else is said. */
export function toPaymentInput({ method, payer = zeroAddress, data = "0x" }: Payment): PaymentInput {
  return { method: ordinalOf(PAYMENT_METHODS, method), payer, data };
}

/** The inverse of {@link toPaymentInput}. */
export function fromPaymentInput({ method, payer, data }: PaymentInput): Payment {
  return { method: nameOf(PAYMENT_METHODS, method), payer, data };
}
