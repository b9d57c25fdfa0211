import type { Address } from "viem";
import { ImprimaturError } from "./base.ts";

/** An offer costs more than the purchase allows. */
export class PurchaseOverMaxTotalError extends ImprimaturError {
  override readonly name = "PurchaseOverMaxTotalError";
  constructor(gross: bigint, maxTotal: bigint) {
    super(`It costs ${gross}, maxTotal is ${maxTotal}.`);
  }
}

/** A token does not say what its signatures are bound to. */
export class TokenDomainUnknownError extends ImprimaturError {
  override readonly name = "TokenDomainUnknownError";
  constructor(token: Address, cause: unknown) {
    super(`The token ${token} names no EIP-712 domain.`, {
      cause,
      hint: "Pass its domain, or buy by allowance.",
    });
  }
}
