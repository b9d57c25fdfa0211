import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Balance, Ledger, PayeeLedger, Token } from "../../generated/schema";
import { actor } from "./actors";

const NONE = BigInt.zero();

/** A token of offers and sales; a new one is not saved. */
export function loadToken(address: Bytes): Token {
  const known = Token.load(address);
  if (known) return known;
  const token = new Token(address);
  token.gross = NONE;
  token.referrals = NONE;
  token.net = NONE;
  token.claimed = NONE;
  token.withdrawn = NONE;
  token.held = NONE;
  token.purchaseCount = 0;
  return token;
}

/** A recipe's account in one token; a new one is not saved. */
export function loadLedger(recipe: Bytes, token: Bytes): Ledger {
  const id = recipe.concat(token);
  const known = Ledger.load(id);
  if (known) return known;
  const ledger = new Ledger(id);
  ledger.recipe = recipe;
  ledger.token = token;
  ledger.sales = NONE;
  ledger.settledSales = NONE;
  ledger.passed = NONE;
  ledger.settledPassed = NONE;
  ledger.own = NONE;
  ledger.claimed = NONE;
  ledger.saleCount = 0;
  ledger.settleCount = 0;
  return ledger;
}

/** What one payee took out of a ledger; a new one is not saved. */
export function loadPayeeLedger(ledger: Ledger, account: Bytes): PayeeLedger {
  const id = ledger.id.concat(account);
  const known = PayeeLedger.load(id);
  if (known) return known;
  const payeeLedger = new PayeeLedger(id);
  payeeLedger.ledger = ledger.id;
  payeeLedger.payee = ledger.recipe.concat(account);
  payeeLedger.account = account;
  payeeLedger.token = ledger.token;
  payeeLedger.claimed = NONE;
  return payeeLedger;
}

/** What the splitter owes an account at call; a new one is not saved. */
export function loadBalance(account: Bytes, token: Bytes): Balance {
  const id = account.concat(token);
  const known = Balance.load(id);
  if (known) return known;
  const balance = new Balance(id);
  balance.account = actor(account);
  balance.token = token;
  balance.balance = NONE;
  balance.claimed = NONE;
  balance.referrals = NONE;
  balance.withdrawn = NONE;
  return balance;
}
