import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Balance, Token } from "../../generated/schema";
import { loadBalance } from "./money";

// What RoyaltySplitter adds to balances, by reason. The token is left for the caller to save.

export function creditClaim(token: Token, account: Bytes, amount: BigInt): void {
  const balance = credited(token, account, amount);
  balance.claimed = balance.claimed.plus(amount);
  balance.save();
  token.claimed = token.claimed.plus(amount);
}

export function creditReferral(token: Token, account: Bytes, amount: BigInt): void {
  const balance = credited(token, account, amount);
  balance.referrals = balance.referrals.plus(amount);
  balance.save();
  token.referrals = token.referrals.plus(amount);
}

export function creditOwnerSale(token: Token, account: Bytes, amount: BigInt): void {
  const balance = credited(token, account, amount);
  balance.ownerSales = balance.ownerSales.plus(amount);
  balance.save();
  token.ownerSales = token.ownerSales.plus(amount);
}

export function creditRefund(token: Token, account: Bytes, amount: BigInt): void {
  const balance = credited(token, account, amount);
  balance.refunds = balance.refunds.plus(amount);
  balance.save();
  token.refunds = token.refunds.plus(amount);
}

export function creditCompensation(token: Token, account: Bytes, amount: BigInt): void {
  const balance = credited(token, account, amount);
  balance.compensations = balance.compensations.plus(amount);
  balance.save();
  token.compensations = token.compensations.plus(amount);
}

export function creditRelease(token: Token, account: Bytes, amount: BigInt): void {
  const balance = credited(token, account, amount);
  balance.released = balance.released.plus(amount);
  balance.save();
  token.released = token.released.plus(amount);
}

function credited(token: Token, account: Bytes, amount: BigInt): Balance {
  const balance = loadBalance(account, token.id);
  balance.balance = balance.balance.plus(amount);
  return balance;
}
