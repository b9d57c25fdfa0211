import { Bytes } from "@graphprotocol/graph-ts";
import { MigrationCanceled, MigrationStarted, PayeeMigrated } from "../generated/RoyaltySplitter/RoyaltySplitter";
import { MigrationCancellation, MigrationFinish, MigrationStart, PayeeMigration } from "../generated/schema";
import { actor } from "./helpers/actors";
import { eventId } from "./helpers/ids";
import { stamp } from "./helpers/stamp";

export function handleMigrationStarted(event: MigrationStarted): void {
  const migration = loadMigration(event.params.account);
  migration.to = actor(event.params.to);
  migration.readyAt = event.params.readyAt;
  migration.save();

  const start = new MigrationStart(eventId(event));
  stamp(start, event);
  start.migration = migration.id;
  start.account = migration.account;
  start.to = event.params.to;
  start.readyAt = event.params.readyAt;
  start.save();
}

export function handleMigrationCanceled(event: MigrationCanceled): void {
  const migration = loadMigration(event.params.account);
  migration.to = null;
  migration.readyAt = null;
  migration.save();

  const cancellation = new MigrationCancellation(eventId(event));
  stamp(cancellation, event);
  cancellation.migration = migration.id;
  cancellation.account = migration.account;
  cancellation.save();
}

export function handlePayeeMigrated(event: PayeeMigrated): void {
  const migration = loadMigration(event.params.account);
  migration.recipient = actor(event.params.to);
  migration.to = null;
  migration.readyAt = null;
  migration.save();

  const finish = new MigrationFinish(eventId(event));
  stamp(finish, event);
  finish.migration = migration.id;
  finish.account = migration.account;
  finish.to = event.params.to;
  finish.save();
}

function loadMigration(account: Bytes): PayeeMigration {
  const known = PayeeMigration.load(account);
  if (known) return known;
  const migration = new PayeeMigration(account);
  migration.account = actor(account);
  migration.recipient = account;
  return migration;
}
