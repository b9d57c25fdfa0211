import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Earning, EarningTotal, Escrow, Income, LicenseRecord, SalePoint } from "../../generated/schema";
import { actor } from "./actors";
import { EARNING_REASONS } from "./enums";
import { bigEndianOf, eventId } from "./ids";

const NONE = BigInt.zero();

/** A line of the account's statement; what it is for is left to the caller. */
export function newEarning(
  event: ethereum.Event,
  reason: string,
  account: Bytes,
  token: Bytes,
  amount: BigInt,
): Earning {
  const line = new Earning(eventId(event).concat(bigEndianOf(EARNING_REASONS.indexOf(reason), 1)));
  line.block = event.block.number;
  line.timestamp = event.block.timestamp;
  line.txHash = event.transaction.hash;
  line.logIndex = event.logIndex.toI32();
  line.reason = reason;
  line.account = actor(account);
  line.payee = line.account;
  line.token = token;
  line.gross = amount;
  line.fee = NONE;
  line.net = amount;
  return line;
}

/** Adds the line to what its account has earned from the recipe, and saves both. */
export function saveEarning(line: Earning, recipe: Bytes): void {
  const total = loadEarningTotal(line.account, recipe, line.token);
  const sum = sumOf(total, line.reason).plus(line.net);
  if (line.reason == "Referral") total.referrals = sum;
  else if (line.reason == "OwnerSale") total.ownerSales = sum;
  else if (line.reason == "Refund") total.refunds = sum;
  else if (line.reason == "Compensation") total.compensations = sum;
  else total.royalties = sum;
  total.total = total.total.plus(line.net);
  total.lineCount += 1;
  total.save();
  line.recipe = recipe;
  line.earningTotal = total.id;
  line.save();
}

function sumOf(total: EarningTotal, reason: string): BigInt {
  if (reason == "Referral") return total.referrals;
  if (reason == "OwnerSale") return total.ownerSales;
  if (reason == "Refund") return total.refunds;
  if (reason == "Compensation") return total.compensations;
  return total.royalties;
}

function loadEarningTotal(account: Bytes, recipe: Bytes, token: Bytes): EarningTotal {
  const id = account.concat(recipe).concat(token);
  const known = EarningTotal.load(id);
  if (known) return known;
  const total = new EarningTotal(id);
  total.account = account;
  total.recipe = recipe;
  total.token = token;
  total.royalties = NONE;
  total.referrals = NONE;
  total.ownerSales = NONE;
  total.refunds = NONE;
  total.compensations = NONE;
  total.total = NONE;
  total.lineCount = 0;
  return total;
}

/** A line of the recipe's income; payer and parts are left to the caller. */
export function newIncome(event: ethereum.Event, reason: string, recipe: Bytes, token: Bytes, gross: BigInt): Income {
  const income = new Income(eventId(event));
  income.block = event.block.number;
  income.timestamp = event.block.timestamp;
  income.txHash = event.transaction.hash;
  income.logIndex = event.logIndex.toI32();
  income.reason = reason;
  income.recipe = recipe;
  income.ledger = recipe.concat(token);
  income.token = token;
  income.gross = gross;
  income.fee = NONE;
  income.referral = NONE;
  income.sellerPart = NONE;
  income.net = gross;
  return income;
}

/** The sale behind an escrow, as a statement names it. */
export function describeEarning(line: Earning, escrow: Escrow): void {
  line.asset = LicenseRecord.load(escrow.record)!.asset;
  line.offer = escrow.offer;
  line.record = escrow.record;
  line.payer = escrow.payer;
  line.licensee = escrow.licensee;
  line.referrer = escrow.referrer;
  line.gross = escrow.gross;
}

/** The same of the recipe's income. */
export function describeIncome(income: Income, escrow: Escrow): void {
  income.asset = LicenseRecord.load(escrow.record)!.asset;
  income.offer = escrow.offer;
  income.record = escrow.record;
  income.payer = escrow.payer;
  income.licensee = escrow.licensee;
  income.referrer = escrow.referrer;
}

/** Saves the line and counts it in the statistics. */
export function saveIncome(income: Income): void {
  income.save();
  const point = new SalePoint(0);
  point.token = income.token;
  point.recipe = income.recipe;
  point.gross = income.gross;
  point.referral = income.referral;
  point.net = income.net;
  point.save();
}
