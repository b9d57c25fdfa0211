import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import {
  AccountMigration,
  AccountMigrationCancellation,
  AccountMigrationStart,
  DormancyNote,
  GrantCapacityChange,
  Inheritance,
  InheritanceClaim,
  ReputationPrune,
  ReputationSlash,
  SponsorChange,
  TokenHolder,
} from "../generated/schema";
import {
  AccountMigrated,
  AccountMigrationCanceled,
  AccountMigrationStarted,
  BalancesInherited,
  DormancyNoted,
  GrantCapacitySet,
  InheritanceClaimed,
  ReputationPruned,
  ReputationSlashed,
  SponsorSet,
} from "../generated/templates/ReputationToken/ReputationToken";
import { actor, agentActor } from "./helpers/actors";
import { eventId, nullable } from "./helpers/ids";
import { stamp } from "./helpers/stamp";
import { currentGovernance, loadGovernance } from "./helpers/studios";
import { addReputationPoint, loadTokenHolder } from "./helpers/voters";

export function handleReputationSlashed(event: ReputationSlashed): void {
  const governance = loadGovernance(currentGovernance());
  governance.slashedRaw = governance.slashedRaw.plus(event.params.raw);
  governance.save();
  const holder = holderOf(event.address, event.params.account);
  holder.slashedRaw = holder.slashedRaw.plus(event.params.raw);
  holder.slashedAmount = holder.slashedAmount.plus(event.params.amount);
  holder.save();

  const slash = new ReputationSlash(eventId(event));
  stamp(slash, event);
  slash.governance = governance.id;
  slash.holder = holder.id;
  slash.account = holder.account;
  slash.amount = event.params.amount;
  slash.raw = event.params.raw;
  slash.evidence = event.params.evidence;
  slash.save();
  addReputationPoint(governance.id, BigInt.zero(), event.params.raw);
}

export function handleAccountMigrationStarted(event: AccountMigrationStarted): void {
  const holder = holderOf(event.address, event.params.from);
  holder.migratingTo = actor(event.params.to);
  holder.migrationReadyAt = event.params.readyAt;
  holder.save();

  const start = new AccountMigrationStart(eventId(event));
  stamp(start, event);
  start.governance = holder.governance;
  start.holder = holder.id;
  start.from = holder.account;
  start.to = event.params.to;
  start.readyAt = event.params.readyAt;
  start.save();
}

export function handleAccountMigrationCanceled(event: AccountMigrationCanceled): void {
  const holder = holderOf(event.address, event.params.from);
  endMigration(holder);
  holder.save();

  const cancellation = new AccountMigrationCancellation(eventId(event));
  stamp(cancellation, event);
  cancellation.governance = holder.governance;
  cancellation.holder = holder.id;
  cancellation.from = holder.account;
  cancellation.by = event.params.by;
  cancellation.save();
}

/** The balances themselves follow from the transfer. */
export function handleAccountMigrated(event: AccountMigrated): void {
  const holder = holderOf(event.address, event.params.from);
  endMigration(holder);
  holder.migratedTo = actor(event.params.to);
  holder.migratedOutRaw = holder.migratedOutRaw.plus(event.params.raw);
  holder.save();
  const successor = holderOf(event.address, event.params.to);
  successor.migratedInRaw = successor.migratedInRaw.plus(event.params.raw);
  successor.save();

  const migration = new AccountMigration(eventId(event));
  stamp(migration, event);
  migration.governance = holder.governance;
  migration.holder = holder.id;
  migration.from = holder.account;
  migration.to = successor.account;
  migration.raw = event.params.raw;
  migration.save();
}

function endMigration(holder: TokenHolder): void {
  holder.migratingTo = null;
  holder.migrationReadyAt = null;
}

export function handleDormancyNoted(event: DormancyNoted): void {
  const holder = holderOf(event.address, event.params.account);
  holder.dormancy = eventId(event);
  holder.save();

  const note = new DormancyNote(eventId(event));
  stamp(note, event);
  note.governance = holder.governance;
  note.holder = holder.id;
  note.account = holder.account;
  note.raw = event.params.raw;
  note.index = event.params.index;
  note.save();
}

export function handleReputationPruned(event: ReputationPruned): void {
  const governance = loadGovernance(currentGovernance());
  governance.prunedRaw = governance.prunedRaw.plus(event.params.raw);
  governance.save();
  const holder = holderOf(event.address, event.params.account);
  holder.prunedRaw = holder.prunedRaw.plus(event.params.raw);
  holder.dormancy = null;
  holder.save();

  const prune = new ReputationPrune(eventId(event));
  stamp(prune, event);
  prune.governance = governance.id;
  prune.holder = holder.id;
  prune.account = holder.account;
  prune.raw = event.params.raw;
  prune.save();
}

export function handleSponsorSet(event: SponsorSet): void {
  const sponsor = nullable(event.params.sponsor);
  if (sponsor) agentActor(event.params.agent);
  const holder = holderOf(event.address, event.params.agent);
  holder.sponsor = sponsor ? actor(sponsor) : null;
  holder.sponsoredUntil = sponsor ? event.params.until : null;
  holder.save();

  const change = new SponsorChange(eventId(event));
  stamp(change, event);
  change.governance = holder.governance;
  change.holder = holder.id;
  change.agent = holder.account;
  change.sponsor = holder.sponsor;
  change.until = event.params.until;
  change.save();
}

export function handleGrantCapacitySet(event: GrantCapacitySet): void {
  const governance = loadGovernance(currentGovernance());
  governance.earlierGrantCapacity = event.params.oldCapacity;
  governance.grantCapacity = event.params.newCapacity;
  governance.grantCapacityFrom = event.params.from;
  governance.save();

  const change = new GrantCapacityChange(eventId(event));
  stamp(change, event);
  change.governance = governance.id;
  change.oldCapacity = event.params.oldCapacity;
  change.newCapacity = event.params.newCapacity;
  change.from = event.params.from;
  change.save();
}

export function handleBalancesInherited(event: BalancesInherited): void {
  const governance = loadGovernance(currentGovernance());
  governance.inheritance = eventId(event);
  governance.save();
  addInherited(event.address, event.address, event.params.total);

  const inheritance = new Inheritance(eventId(event));
  stamp(inheritance, event);
  inheritance.governance = governance.id;
  inheritance.predecessor = event.params.predecessor;
  inheritance.root = event.params.root;
  inheritance.total = event.params.total;
  inheritance.save();
}

export function handleInheritanceClaimed(event: InheritanceClaimed): void {
  const governance = loadGovernance(currentGovernance());
  governance.inheritanceClaimedRaw = governance.inheritanceClaimedRaw.plus(event.params.raw);
  governance.save();
  addInherited(event.address, event.address, event.params.raw.neg());
  const holder = addInherited(event.address, event.params.account, event.params.raw);

  const claim = new InheritanceClaim(eventId(event));
  stamp(claim, event);
  claim.governance = governance.id;
  claim.holder = holder.id;
  claim.account = holder.account;
  claim.raw = event.params.raw;
  claim.save();
}

/** What is not claimed yet is the token's own. */
function addInherited(token: Bytes, account: Bytes, raw: BigInt): TokenHolder {
  const holder = holderOf(token, account);
  holder.inheritedRaw = holder.inheritedRaw.plus(raw);
  holder.save();
  return holder;
}

function holderOf(token: Bytes, account: Bytes): TokenHolder {
  return loadTokenHolder(currentGovernance(), token, account);
}
