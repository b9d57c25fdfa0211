import { BigDecimal, BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Delegate, Governance, SupplyPoint, TokenHolder } from "../../generated/schema";
import { actor } from "./actors";
import { loadGovernance } from "./studios";

/** A holder of reputation, or one who may become one. */
export function loadTokenHolder(studio: Bytes, token: Bytes, account: Bytes): TokenHolder {
  const id = token.concat(account);
  const known = TokenHolder.load(id);
  if (known) return known;
  const holder = new TokenHolder(id);
  holder.studio = studio;
  holder.tokenAddress = token;
  holder.account = actor(account);
  holder.tokenBalanceRaw = BigInt.zero();
  holder.tokenBalance = BigDecimal.zero();
  holder.totalTokensHeldRaw = BigInt.zero();
  holder.totalTokensHeld = BigDecimal.zero();
  return holder;
}

/** A delegate, voter or proposer of the studio whose reputation `token` is. */
export function loadDelegate(studio: Bytes, token: Bytes, account: Bytes): Delegate {
  const id = token.concat(account);
  const known = Delegate.load(id);
  if (known) return known;
  const delegate = new Delegate(id);
  delegate.studio = studio;
  delegate.account = actor(account);
  delegate.delegatedVotesRaw = BigInt.zero();
  delegate.delegatedVotes = BigDecimal.zero();
  delegate.tokenHoldersRepresentedAmount = 0;
  delegate.numberVotes = 0;
  countDelegate(studio);
  return delegate;
}

function countDelegate(studio: Bytes): void {
  const governance = loadGovernance(studio);
  governance.totalDelegates = governance.totalDelegates.plus(BigInt.fromI32(1));
  governance.save();
}

/** Adds a point to the studio's supply statistics. */
export function addSupplyPoint(governance: Governance): void {
  const point = new SupplyPoint(0);
  point.governance = governance.id;
  point.totalSupply = governance.totalTokenSupply;
  point.tokenHolders = governance.currentTokenHolders;
  point.delegates = governance.currentDelegates;
  point.save();
}
