import { Address, BigInt, Bytes } from "@graphprotocol/graph-ts";
import {
  DelegateChange,
  DelegateVotingPowerChange,
  Governance,
  IndexChange,
  ReputationGrant,
  ReputationReserve,
  ReputationTransfer,
} from "../generated/schema";
import {
  DelegateChanged,
  DelegateVotesChanged,
  IndexChanged,
  ReputationGranted,
  ReputationReserved,
  Transfer,
} from "../generated/templates/ReputationToken/ReputationToken";
import { eventId, nonZero } from "./helpers/ids";
import { reputationTokens } from "./helpers/numbers";
import { addToRole } from "./helpers/roles";
import { stamp } from "./helpers/stamp";
import { currentGovernance, loadGovernance } from "./helpers/studios";
import { addReputationPoint, addSupplyPoint, loadDelegate, loadTokenHolder } from "./helpers/voters";

const NONE = BigInt.zero();
const PLUS_ONE = BigInt.fromI32(1);
const MINUS_ONE = BigInt.fromI32(-1);

export function handleReputationGranted(event: ReputationGranted): void {
  const governance = new Governance(currentGovernance());
  governance.grantedRaw = loadGovernance(governance.id).grantedRaw.plus(event.params.raw);
  governance.save();
  const holder = loadTokenHolder(governance.id, event.address, event.params.account);
  holder.grantedRaw = holder.grantedRaw.plus(event.params.raw);
  holder.grantedAmount = holder.grantedAmount.plus(event.params.amount);
  holder.save();
  addToRole(holder, event.params.role, event.params.amount, event.params.raw);

  const grant = new ReputationGrant(eventId(event));
  stamp(grant, event);
  grant.governance = governance.id;
  grant.account = holder.account;
  grant.holder = holder.id;
  grant.source = event.params.source;
  grant.sourceName = event.params.source.toString();
  grant.amount = event.params.amount;
  grant.raw = event.params.raw;
  grant.role = nonZero(event.params.role);
  grant.evidence = event.params.evidence;
  grant.save();
  addReputationPoint(governance.id, event.params.raw, BigInt.zero());
}

export function handleReputationReserved(event: ReputationReserved): void {
  const reserve = new ReputationReserve(eventId(event));
  stamp(reserve, event);
  reserve.governance = currentGovernance();
  reserve.minter = event.params.minter;
  reserve.raw = event.params.raw;
  reserve.save();
}

export function handleIndexChanged(event: IndexChanged): void {
  const governance = loadGovernance(currentGovernance());
  governance.gBase = event.params.gBase;
  governance.tBase = event.params.tBase;
  governance.halfLife = event.params.halfLife;
  governance.save();

  const change = new IndexChange(eventId(event));
  stamp(change, event);
  change.governance = governance.id;
  change.gBase = event.params.gBase;
  change.tBase = event.params.tBase;
  change.halfLife = event.params.halfLife;
  change.save();
}

export function handleReputationTokenTransfer(event: Transfer): void {
  const governance = loadGovernance(currentGovernance());
  moveBalance(governance, event.address, event.params.from, event.params.value.neg());
  moveBalance(governance, event.address, event.params.to, event.params.value);
  saveTotals(governance);
  addSupplyPoint(governance);

  const transfer = new ReputationTransfer(eventId(event));
  stamp(transfer, event);
  transfer.governance = governance.id;
  transfer.from = event.params.from;
  transfer.to = event.params.to;
  transfer.value = event.params.value;
  transfer.save();
}

/** Saves what a transfer changes, alone: graph-node keeps the other fields. */
function saveTotals(governance: Governance): void {
  const totals = new Governance(governance.id);
  totals.totalTokenSupply = governance.totalTokenSupply;
  totals.currentTokenHolders = governance.currentTokenHolders;
  totals.totalTokenHolders = governance.totalTokenHolders;
  totals.save();
}

/** One end of a transfer; at the zero address it is the supply that moves, the other way. The token is no holder. */
function moveBalance(governance: Governance, token: Bytes, account: Address, change: BigInt): void {
  if (account.equals(Address.zero())) {
    governance.totalTokenSupply = governance.totalTokenSupply.minus(change);
    return;
  }
  const holder = loadTokenHolder(governance.id, token, account);
  const before = holder.tokenBalanceRaw;
  holder.tokenBalanceRaw = before.plus(change);
  holder.tokenBalance = reputationTokens(holder.tokenBalanceRaw);
  const counted = account.notEqual(token);
  const crossed = crossing(before, holder.tokenBalanceRaw);
  if (counted) governance.currentTokenHolders = governance.currentTokenHolders.plus(crossed);
  if (change.gt(NONE)) {
    const first = counted && holder.totalTokensHeldRaw.isZero();
    if (first) governance.totalTokenHolders = governance.totalTokenHolders.plus(PLUS_ONE);
    holder.totalTokensHeldRaw = holder.totalTokensHeldRaw.plus(change);
    holder.totalTokensHeld = reputationTokens(holder.totalTokensHeldRaw);
  }
  holder.save();
}

/** How the number of those above zero changes. */
function crossing(before: BigInt, after: BigInt): BigInt {
  if (before.isZero() && after.gt(NONE)) return PLUS_ONE;
  return before.gt(NONE) && after.isZero() ? MINUS_ONE : NONE;
}

export function handleDelegateChanged(event: DelegateChanged): void {
  const electorate = currentGovernance();
  const holder = loadTokenHolder(electorate, event.address, event.params.delegator);
  const previous = represent(electorate, event.address, event.params.fromDelegate, -1);
  const next = represent(electorate, event.address, event.params.toDelegate, 1);
  holder.delegate = next;
  holder.save();

  const change = new DelegateChange(eventId(event));
  stamp(change, event);
  change.governance = electorate;
  change.tokenAddress = event.address;
  change.delegator = holder.id;
  change.delegate = next;
  change.previousDelegate = previous;
  change.save();
}

/** Adds to the number of holders that a delegate stands for; the zero address is nobody. */
function represent(electorate: Bytes, token: Bytes, account: Address, holders: i32): Bytes | null {
  if (account.equals(Address.zero())) return null;
  const delegate = loadDelegate(electorate, token, account);
  delegate.tokenHoldersRepresentedAmount += holders;
  delegate.save();
  return delegate.id;
}

export function handleDelegateVotesChanged(event: DelegateVotesChanged): void {
  const electorate = currentGovernance();
  const before = event.params.previousVotes;
  const after = event.params.newVotes;
  const delegate = loadDelegate(electorate, event.address, event.params.delegate);
  delegate.delegatedVotesRaw = after;
  delegate.delegatedVotes = reputationTokens(after);
  delegate.save();

  const governance = loadGovernance(electorate);
  governance.currentDelegates = governance.currentDelegates.plus(crossing(before, after));
  governance.delegatedVotesRaw = governance.delegatedVotesRaw.plus(after).minus(before);
  governance.delegatedVotes = reputationTokens(governance.delegatedVotesRaw);
  saveVotes(governance);
  addSupplyPoint(governance);

  const change = new DelegateVotingPowerChange(eventId(event));
  stamp(change, event);
  change.governance = electorate;
  change.tokenAddress = event.address;
  change.delegate = delegate.id;
  change.previousBalance = before;
  change.newBalance = after;
  change.save();
}

function saveVotes(governance: Governance): void {
  const votes = new Governance(governance.id);
  votes.currentDelegates = governance.currentDelegates;
  votes.delegatedVotesRaw = governance.delegatedVotesRaw;
  votes.delegatedVotes = governance.delegatedVotes;
  votes.save();
}
