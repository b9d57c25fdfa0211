import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import {
  Approval,
  ApprovalForAll,
  BreachProved,
  ExclusiveReleased,
  LicenseEnded,
  LicenseRecorded,
  LicenseRenewed,
  LicenseUsed,
  MetadataUpdate as MetadataUpdated,
  SeatAssigned,
  Transfer,
} from "../generated/Licenses/Licenses";
import {
  BreachProof,
  ExclusiveRelease,
  LicenseApproval,
  LicenseEnding,
  LicenseGrant,
  LicenseOperatorApproval,
  LicenseRecord,
  LicenseRenewal,
  LicenseTransfer,
  LicenseUse,
  MetadataUpdate,
  Seat,
  SeatAssignment,
  Seating,
} from "../generated/schema";
import { actor } from "./helpers/actors";
import { LICENSE_STATUSES, usagesOf } from "./helpers/enums";
import { bigEndian, eventId, licenseKey, nullable, ORDINAL_WIDTH, recipeKey } from "./helpers/ids";
import { loadAsset } from "./helpers/lots";
import { loadRecord, openSeating } from "./helpers/records";
import { stamp } from "./helpers/stamp";

export function handleLicenseRecorded(event: LicenseRecorded): void {
  const asset = loadAsset(event.params.assetId);
  asset.save();

  const record = new LicenseRecord(event.params.licenseId);
  record.asset = asset.id;
  record.holder = actor(event.params.holder);
  record.status = "Granted";
  record.usages = usagesOf(event.params.usages);
  record.usageMask = event.params.usages;
  record.rate = event.params.rate;
  record.expiry = event.params.expiry;
  record.price = BigInt.zero();
  record.seats = event.params.seats;
  record.exclusive = false;
  record.transferable = false;
  record.revocable = false;
  record.transferred = false;
  record.grantedAt = event.block.timestamp;
  record.renewalCount = 0;
  record.seating = openSeating(record.id, 0);
  record.save();

  const grant = new LicenseGrant(eventId(event));
  stamp(grant, event);
  grant.record = record.id;
  grant.asset = asset.id;
  grant.lot = asset.lot;
  grant.holder = record.holder;
  grant.save();
}

export function handleLicenseUsed(event: LicenseUsed): void {
  const record = loadRecord(event.params.licenseId);
  record.usedBy = recipeKey(event.params.recipe);
  record.usedAt = event.block.timestamp;
  record.save();

  const use = new LicenseUse(eventId(event));
  stamp(use, event);
  use.record = record.id;
  use.recipe = recipeKey(event.params.recipe);
  use.save();
}

export function handleLicenseRenewed(event: LicenseRenewed): void {
  const record = loadRecord(event.params.licenseId);
  record.expiry = event.params.expiry;
  record.renewalCount += 1;
  record.save();

  const renewal = new LicenseRenewal(eventId(event));
  stamp(renewal, event);
  renewal.record = record.id;
  renewal.expiry = event.params.expiry;
  renewal.save();
}

export function handleLicenseEnded(event: LicenseEnded): void {
  const record = loadRecord(event.params.licenseId);
  record.status = LICENSE_STATUSES[event.params.status];
  record.endedAt = event.block.timestamp;
  record.save();

  const ending = new LicenseEnding(eventId(event));
  stamp(ending, event);
  ending.record = record.id;
  ending.status = record.status;
  ending.save();
}

/** A token is minted with its record and burned when the record ends; any other transfer moves the entitlement. */
export function handleLicensesTransfer(event: Transfer): void {
  const id = licenseKey(event.params.tokenId);
  if (nullable(event.params.from)) {
    const record = loadRecord(id);
    record.approved = null;
    if (nullable(event.params.to)) giveTo(record, event.params.to);
    record.save();
  }

  const transfer = new LicenseTransfer(eventId(event));
  stamp(transfer, event);
  transfer.record = id;
  transfer.from = event.params.from;
  transfer.to = event.params.to;
  transfer.save();
}

function giveTo(record: LicenseRecord, holder: Bytes): void {
  record.holder = actor(holder);
  record.transferred = true;
  record.seating = openSeating(record.id, Seating.load(record.seating)!.generation + 1);
}

export function handleLicensesApproval(event: Approval): void {
  const record = loadRecord(licenseKey(event.params.tokenId));
  record.approved = nullable(event.params.approved);
  record.save();

  const approval = new LicenseApproval(eventId(event));
  stamp(approval, event);
  approval.record = record.id;
  approval.owner = event.params.owner;
  approval.approved = event.params.approved;
  approval.save();
}

export function handleLicensesApprovalForAll(event: ApprovalForAll): void {
  const approval = new LicenseOperatorApproval(eventId(event));
  stamp(approval, event);
  approval.owner = event.params.owner;
  approval.operator = event.params.operator;
  approval.approved = event.params.approved;
  approval.save();
}

export function handleMetadataUpdate(event: MetadataUpdated): void {
  const update = new MetadataUpdate(eventId(event));
  stamp(update, event);
  update.record = licenseKey(event.params._tokenId);
  update.save();
}

export function handleSeatAssigned(event: SeatAssigned): void {
  const record = loadRecord(event.params.licenseId);
  const account = nullable(event.params.account);
  const previous = nullable(event.params.previous);
  const seat = new Seat(record.seating.concat(bigEndian(event.params.seat, ORDINAL_WIDTH)));
  seat.record = record.id;
  seat.seating = record.seating;
  seat.seat = event.params.seat;
  seat.account = account ? actor(account) : null;
  seat.assignedAt = event.block.timestamp;
  seat.save();

  const assignment = new SeatAssignment(eventId(event));
  stamp(assignment, event);
  assignment.record = record.id;
  assignment.seat = seat.id;
  assignment.account = seat.account;
  assignment.previous = previous ? actor(previous) : null;
  assignment.save();
}

export function handleBreachProved(event: BreachProved): void {
  const copy = loadAsset(event.params.copy);
  copy.breachOf = event.params.licenseId;
  copy.save();

  const proof = new BreachProof(eventId(event));
  stamp(proof, event);
  proof.record = event.params.licenseId;
  proof.copy = copy.id;
  proof.lot = copy.lot;
  proof.save();
}

export function handleExclusiveReleased(event: ExclusiveReleased): void {
  const asset = loadAsset(event.params.assetId);
  asset.save();

  const release = new ExclusiveRelease(eventId(event));
  stamp(release, event);
  release.asset = asset.id;
  release.lot = asset.lot;
  release.save();
}
