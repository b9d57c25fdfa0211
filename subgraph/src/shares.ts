import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Approval, OperatorSet, Transfer } from "../generated/RoyaltySplitter/RoyaltySplitter";
import { RoyaltyNode, ShareApproval, Shareholding, ShareOperatorApproval, ShareTransfer } from "../generated/schema";
import { actor } from "./helpers/actors";
import { eventId, nullable, recipeKey } from "./helpers/ids";
import { loadLedger } from "./helpers/money";
import { stamp } from "./helpers/stamp";

/** The splitter settles the recipe first, so that both sides keep what their shares have earned. */
export function handleRoyaltySplitterTransfer(event: Transfer): void {
  const recipe = recipeKey(event.params.id);
  const shares = event.params.amount;
  const moved = incomeOfShares(recipe).times(shares);
  const sender = nullable(event.params.sender);
  const receiver = nullable(event.params.receiver);
  if (sender) moveShares(recipe, sender, shares.neg(), moved.neg());
  if (receiver) moveShares(recipe, receiver, shares, moved);

  const transfer = new ShareTransfer(eventId(event));
  stamp(transfer, event);
  transfer.recipe = recipe;
  transfer.caller = event.params.caller;
  transfer.from = event.params.sender;
  transfer.to = event.params.receiver;
  transfer.shares = shares;
  transfer.save();
}

/** What the shares have divided so far, an advance apart; nothing before the node is opened. */
function incomeOfShares(recipe: Bytes): BigInt {
  const node = RoyaltyNode.load(recipe);
  const token = node ? node.shareToken : null;
  if (!node || !token) return BigInt.zero();
  const own = loadLedger(recipe, token).own;
  const advanceToken = node.advanceToken;
  if (!advanceToken || !advanceToken.equals(token)) return own;
  return own.gt(node.advanceAmount) ? own.minus(node.advanceAmount) : BigInt.zero();
}

function moveShares(recipe: Bytes, account: Bytes, shares: BigInt, debt: BigInt): void {
  const id = recipe.concat(account);
  let holding = Shareholding.load(id);
  if (holding == null) {
    holding = new Shareholding(id);
    holding.recipe = recipe;
    holding.account = actor(account);
    holding.shares = BigInt.zero();
    holding.debt = BigInt.zero();
  }
  holding.shares = holding.shares.plus(shares);
  holding.debt = holding.debt.plus(debt);
  holding.save();
}

export function handleRoyaltySplitterApproval(event: Approval): void {
  const approval = new ShareApproval(eventId(event));
  stamp(approval, event);
  approval.recipe = recipeKey(event.params.id);
  approval.owner = event.params.owner;
  approval.spender = event.params.spender;
  approval.shares = event.params.amount;
  approval.save();
}

export function handleOperatorSet(event: OperatorSet): void {
  const approval = new ShareOperatorApproval(eventId(event));
  stamp(approval, event);
  approval.owner = event.params.owner;
  approval.operator = event.params.spender;
  approval.approved = event.params.approved;
  approval.save();
}
