import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Balance, Ledger, MerkleLedger, Payee, PayeeLedger, PayeeMigration, Token } from "../../generated/schema";
import { actor } from "./actors";
import { bigEndian, WORD256_WIDTH } from "./ids";

const NONE = BigInt.zero();

/** A token of offers and sales; a new one is not saved. */
export function loadToken(address: Bytes): Token {
  const known = Token.load(address);
  if (known) return known;
  const token = new Token(address);
  token.gross = NONE;
  token.referrals = NONE;
  token.ownerSales = NONE;
  token.net = NONE;
  token.swept = NONE;
  token.refunds = NONE;
  token.compensations = NONE;
  token.released = NONE;
  token.potted = NONE;
  token.received = NONE;
  token.claimed = NONE;
  token.withdrawn = NONE;
  token.held = NONE;
  token.purchaseCount = 0;
  return token;
}

/** Counts units that came into the splitter; the token is not saved. */
export function receive(token: Token, amount: BigInt): void {
  token.received = token.received.plus(amount);
  token.held = token.received.minus(token.withdrawn);
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
  ledger.paid = NONE;
  ledger.saleCount = 0;
  ledger.settleCount = 0;
  return ledger;
}

/** What one account took out of a ledger; a new one is not saved. */
export function loadPayeeLedger(ledger: Ledger, account: Bytes): PayeeLedger {
  const id = ledger.id.concat(account);
  const known = PayeeLedger.load(id);
  if (known) return known;
  const payee = ledger.recipe.concat(account);
  const payeeLedger = new PayeeLedger(id);
  payeeLedger.ledger = ledger.id;
  payeeLedger.payee = Payee.load(payee) ? payee : null;
  payeeLedger.account = actor(account);
  payeeLedger.token = ledger.token;
  payeeLedger.claimed = NONE;
  return payeeLedger;
}

/** What one line of a Merkle split took out of a ledger; a new one is not saved. */
export function loadMerkleLedger(ledger: Ledger, index: BigInt, account: Bytes): MerkleLedger {
  const id = ledger.id.concat(bigEndian(index, WORD256_WIDTH));
  const known = MerkleLedger.load(id);
  if (known) return known;
  const merkleLedger = new MerkleLedger(id);
  merkleLedger.ledger = ledger.id;
  merkleLedger.index = index;
  merkleLedger.account = actor(account);
  merkleLedger.token = ledger.token;
  merkleLedger.claimed = NONE;
  return merkleLedger;
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
  balance.ownerSales = NONE;
  balance.refunds = NONE;
  balance.compensations = NONE;
  balance.released = NONE;
  balance.withdrawn = NONE;
  return balance;
}

/** Who is credited for the account's claims. */
export function recipientOf(account: Bytes): Bytes {
  const migration = PayeeMigration.load(account);
  return migration ? migration.recipient : account;
}
