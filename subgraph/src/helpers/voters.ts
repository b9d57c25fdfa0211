import { BigDecimal, BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Delegate, Governance, ReputationPoint, SupplyPoint, TokenHolder } from "../../generated/schema";
import { actor } from "./actors";
import { loadGovernance } from "./studios";

/** A holder of reputation, or one who may become one. */
export function loadTokenHolder(governance: Bytes, token: Bytes, account: Bytes): TokenHolder {
  const id = token.concat(account);
  const known = TokenHolder.load(id);
  if (known) return known;
  const holder = new TokenHolder(id);
  holder.governance = governance;
  holder.tokenAddress = token;
  holder.account = actor(account);
  holder.tokenBalanceRaw = BigInt.zero();
  holder.tokenBalance = BigDecimal.zero();
  holder.totalTokensHeldRaw = BigInt.zero();
  holder.totalTokensHeld = BigDecimal.zero();
  holder.grantedRaw = BigInt.zero();
  holder.inheritedRaw = BigInt.zero();
  holder.migratedInRaw = BigInt.zero();
  holder.slashedRaw = BigInt.zero();
  holder.prunedRaw = BigInt.zero();
  holder.migratedOutRaw = BigInt.zero();
  holder.grantedAmount = BigInt.zero();
  holder.slashedAmount = BigInt.zero();
  return holder;
}

/** A delegate, voter or proposer of the electorate whose reputation `token` is. */
export function loadDelegate(governance: Bytes, token: Bytes, account: Bytes): Delegate {
  const id = token.concat(account);
  const known = Delegate.load(id);
  if (known) return known;
  const delegate = new Delegate(id);
  delegate.governance = governance;
  delegate.account = actor(account);
  delegate.delegatedVotesRaw = BigInt.zero();
  delegate.delegatedVotes = BigDecimal.zero();
  delegate.tokenHoldersRepresentedAmount = 0;
  delegate.numberVotes = 0;
  countDelegate(governance);
  return delegate;
}

function countDelegate(id: Bytes): void {
  const governance = new Governance(id);
  governance.totalDelegates = loadGovernance(id).totalDelegates.plus(BigInt.fromI32(1));
  governance.save();
}

/** Adds a point to the electorate's supply statistics. */
export function addSupplyPoint(governance: Governance): void {
  const point = new SupplyPoint(0);
  point.governance = governance.id;
  point.totalSupply = governance.totalTokenSupply;
  point.tokenHolders = governance.currentTokenHolders;
  point.delegates = governance.currentDelegates;
  point.save();
}

/** Adds what one event granted or took to the electorate's statistics. */
export function addReputationPoint(governance: Bytes, granted: BigInt, slashed: BigInt): void {
  const point = new ReputationPoint(0);
  point.governance = governance;
  point.grantedRaw = granted;
  point.slashedRaw = slashed;
  point.save();
}
