import { Bytes } from "@graphprotocol/graph-ts";
import { Claimed, NodeOpened, Settled, Withdrawn } from "../generated/RoyaltySplitter/RoyaltySplitter";
import { Claim, LineageEdge, NodeOpening, Payee, RoyaltyNode, Settlement, Withdrawal } from "../generated/schema";
import { actor } from "./helpers/actors";
import { eventId, recipeKey } from "./helpers/ids";
import { loadBalance, loadLedger, loadPayeeLedger, loadToken } from "./helpers/money";
import { settleLedger } from "./helpers/settlement";
import { stamp } from "./helpers/stamp";

export function handleNodeOpened(event: NodeOpened): void {
  const node = new RoyaltyNode(recipeKey(event.params.recipe));
  node.recipe = node.id;
  node.stack = event.params.stack;
  saveEdges(node, event);
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
  const amount = event.params.amount;
  const ledger = loadLedger(recipeKey(event.params.recipe), event.params.token);
  ledger.claimed = ledger.claimed.plus(amount);
  ledger.save();

  const payeeLedger = loadPayeeLedger(ledger, event.params.account);
  payeeLedger.claimed = payeeLedger.claimed.plus(amount);
  payeeLedger.save();

  const balance = loadBalance(event.params.account, event.params.token);
  balance.claimed = balance.claimed.plus(amount);
  balance.balance = balance.balance.plus(amount);
  balance.save();

  const token = loadToken(event.params.token);
  token.claimed = token.claimed.plus(amount);
  token.save();

  const claim = new Claim(eventId(event));
  stamp(claim, event);
  claim.recipe = ledger.recipe;
  claim.token = token.id;
  claim.account = event.params.account;
  claim.amount = amount;
  claim.save();
}

export function handleWithdrawn(event: Withdrawn): void {
  const amount = event.params.amount;
  const balance = loadBalance(event.params.account, event.params.token);
  balance.withdrawn = balance.withdrawn.plus(amount);
  balance.balance = balance.balance.minus(amount);
  balance.save();

  const token = loadToken(event.params.token);
  token.withdrawn = token.withdrawn.plus(amount);
  token.held = token.gross.minus(token.withdrawn);
  token.save();

  const withdrawal = new Withdrawal(eventId(event));
  stamp(withdrawal, event);
  withdrawal.account = event.params.account;
  withdrawal.token = token.id;
  withdrawal.to = event.params.to;
  withdrawal.amount = amount;
  withdrawal.save();
}
