import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import {
  Claimed,
  MerkleClaimed,
  NodeOpened,
  OwnerPaid,
  Settled,
  Swept,
  Withdrawn,
} from "../generated/RoyaltySplitter/RoyaltySplitter";
import {
  Claim,
  Ledger,
  LineageEdge,
  MerkleClaim,
  NodeOpening,
  OwnerPayment,
  Payee,
  RoyaltyNode,
  Settlement,
  Sweep,
  Withdrawal,
} from "../generated/schema";
import { actor } from "./helpers/actors";
import { creditClaim, creditOwnerSale } from "./helpers/credits";
import { newEarning, newIncome, saveEarning, saveIncome } from "./helpers/earnings";
import { SPLIT_KINDS } from "./helpers/enums";
import { eventId, nonZero, nullable, recipeKey } from "./helpers/ids";
import {
  loadBalance,
  loadLedger,
  loadMerkleLedger,
  loadPayeeLedger,
  loadToken,
  receive,
  recipientOf,
} from "./helpers/money";
import { settleLedger } from "./helpers/settlement";
import { stamp } from "./helpers/stamp";

export function handleNodeOpened(event: NodeOpened): void {
  const node = new RoyaltyNode(recipeKey(event.params.recipe));
  node.recipe = node.id;
  node.stack = event.params.stack;
  saveEdges(node, event);
  applyOptions(node, event);
  node.save();
  savePayees(node.id, event);

  const opening = new NodeOpening(eventId(event));
  stamp(opening, event);
  opening.node = node.id;
  opening.save();
}

function saveEdges(node: RoyaltyNode, event: NodeOpened): void {
  const parents: Bytes[] = [];
  const rates: i32[] = [];
  const passes: i32[] = [];
  for (let i = 0; i < event.params.edges.length; i++) {
    const input = event.params.edges[i];
    const parent = recipeKey(input.parent);
    const edge = new LineageEdge(node.id.concat(parent));
    edge.node = node.id;
    edge.child = node.id;
    edge.parent = parent;
    edge.rate = input.rate;
    edge.pass = input.pass;
    edge.save();
    parents.push(parent);
    rates.push(input.rate);
    passes.push(input.pass);
  }
  node.parents = parents;
  node.rates = rates;
  node.passes = passes;
}

function applyOptions(node: RoyaltyNode, event: NodeOpened): void {
  const options = event.params.options;
  const advancer = nullable(options.advance.account);
  node.splitKind = SPLIT_KINDS[options.kind];
  node.merkleRoot = nonZero(options.root);
  node.totalWeight = options.totalWeight;
  node.shareToken = nullable(options.token);
  node.advanceAccount = advancer ? actor(advancer) : null;
  node.advanceToken = nullable(options.advance.token);
  node.advanceAmount = options.advance.amount;
}

function savePayees(recipe: Bytes, event: NodeOpened): void {
  for (let i = 0; i < event.params.payees.length; i++) {
    const input = event.params.payees[i];
    const payee = new Payee(recipe.concat(input.account));
    payee.recipe = recipe;
    payee.account = actor(input.account);
    payee.weight = input.weight;
    payee.roles = input.roles;
    payee.save();
  }
}

export function handleSettled(event: Settled): void {
  const ledger = loadLedger(recipeKey(event.params.recipe), event.params.token);
  const settlement = new Settlement(eventId(event));
  stamp(settlement, event);
  settlement.ledger = ledger.id;
  settlement.recipe = ledger.recipe;
  settlement.token = ledger.token;
  settlement.sales = event.params.sales;
  settlement.passed = event.params.passed;
  settlement.ownIncome = settleLedger(ledger, settlement);
  settlement.save();
}

export function handleClaimed(event: Claimed): void {
  const account = event.params.account;
  const amount = event.params.amount;
  const ledger = loadLedger(recipeKey(event.params.recipe), event.params.token);
  const payeeLedger = loadPayeeLedger(ledger, account);
  payeeLedger.claimed = payeeLedger.claimed.plus(amount);
  payeeLedger.save();
  payOut(event, ledger, account, amount, "Royalty");

  const claim = new Claim(eventId(event));
  stamp(claim, event);
  claim.recipe = ledger.recipe;
  claim.token = ledger.token;
  claim.account = account;
  claim.amount = amount;
  claim.save();
}

export function handleMerkleClaimed(event: MerkleClaimed): void {
  const account = event.params.account;
  const amount = event.params.amount;
  const ledger = loadLedger(recipeKey(event.params.recipe), event.params.token);
  const merkleLedger = loadMerkleLedger(ledger, event.params.index, account);
  merkleLedger.claimed = merkleLedger.claimed.plus(amount);
  merkleLedger.save();
  ledger.paid = ledger.paid.plus(amount);
  payOut(event, ledger, account, amount, "MerkleRoyalty");

  const claim = new MerkleClaim(eventId(event));
  stamp(claim, event);
  claim.merkleLedger = merkleLedger.id;
  claim.recipe = ledger.recipe;
  claim.token = ledger.token;
  claim.account = account;
  claim.index = event.params.index;
  claim.amount = amount;
  claim.save();
}

/** Credits the claim to whom the account's claims belong now. */
function payOut(event: ethereum.Event, ledger: Ledger, account: Bytes, amount: BigInt, reason: string): void {
  ledger.claimed = ledger.claimed.plus(amount);
  ledger.save();

  const recipient = recipientOf(account);
  const token = loadToken(ledger.token);
  creditClaim(token, recipient, amount);
  token.save();

  const line = newEarning(event, reason, recipient, token.id, amount);
  line.payee = actor(account);
  saveEarning(line, ledger.recipe);
}

export function handleWithdrawn(event: Withdrawn): void {
  const amount = event.params.amount;
  const balance = loadBalance(event.params.account, event.params.token);
  balance.withdrawn = balance.withdrawn.plus(amount);
  balance.balance = balance.balance.minus(amount);
  balance.save();

  const token = loadToken(event.params.token);
  token.withdrawn = token.withdrawn.plus(amount);
  token.held = token.received.minus(token.withdrawn);
  token.save();

  const withdrawal = new Withdrawal(eventId(event));
  stamp(withdrawal, event);
  withdrawal.account = balance.account;
  withdrawal.token = token.id;
  withdrawal.to = event.params.to;
  withdrawal.amount = amount;
  withdrawal.save();
}

export function handleSwept(event: Swept): void {
  const amount = event.params.amount;
  const token = loadToken(event.params.token);
  receive(token, amount);
  token.swept = token.swept.plus(amount);
  token.net = token.net.plus(amount);
  token.save();

  const ledger = loadLedger(recipeKey(event.params.recipe), token.id);
  ledger.sales = ledger.sales.plus(amount);
  ledger.saleCount += 1;
  ledger.save();
  saveIncome(newIncome(event, "Resale", ledger.recipe, token.id, amount));

  const sweep = new Sweep(eventId(event));
  stamp(sweep, event);
  sweep.ledger = ledger.id;
  sweep.recipe = ledger.recipe;
  sweep.token = token.id;
  sweep.amount = amount;
  sweep.save();
}

export function handleOwnerPaid(event: OwnerPaid): void {
  const token = loadToken(event.params.token);
  creditOwnerSale(token, event.params.seller, event.params.kept);
  token.net = token.net.plus(event.params.passed);
  token.save();

  const ledger = loadLedger(recipeKey(event.params.recipe), token.id);
  ledger.passed = ledger.passed.plus(event.params.passed);
  ledger.save();

  const payment = new OwnerPayment(eventId(event));
  stamp(payment, event);
  payment.recipe = ledger.recipe;
  payment.token = token.id;
  payment.seller = actor(event.params.seller);
  payment.kept = event.params.kept;
  payment.passed = event.params.passed;
  payment.save();
}
