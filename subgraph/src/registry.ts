import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import {
  Approval,
  ApprovalForAll,
  AssetFrozen,
  AssetMinted,
  BlockedSet,
  ExternalRegistered,
  GateRecorded,
  LotCommitted,
  Transfer,
  VerdictSet,
} from "../generated/AssetRegistry/AssetRegistry";
import {
  AssetApproval,
  AssetFreeze,
  AssetMint,
  AssetTransfer,
  BlockedWord,
  BlockedWordChange,
  ExternalRegistration,
  Gate,
  GateRecording,
  Lot,
  LotCommit,
  LotPoint,
  OperatorApproval,
  Studio,
  VerdictChange,
  VerdictPoint,
} from "../generated/schema";
import { actor } from "./helpers/actors";
import { CALLDATA, recordAvailability } from "./helpers/availability";
import { LOT_STATUSES, VERDICT_CLASSES } from "./helpers/enums";
import { bigEndianOf, eventId, lotKey, nullable, recipeKey, WORD_WIDTH } from "./helpers/ids";
import { loadAsset, loadLot } from "./helpers/lots";
import { followManifest } from "./helpers/manifests";
import { countBits } from "./helpers/numbers";
import { loadProtocol } from "./helpers/protocol";
import { stamp } from "./helpers/stamp";
import { loadStudio } from "./helpers/studios";

const NONCE_BITS = BigInt.fromI32(2).pow(64);

export function handleGateRecorded(event: GateRecorded): void {
  const gate = new Gate(event.params.gate);
  gate.timelock = event.params.timelock;
  gate.studio = event.params.studio;
  gate.ordinal = event.params.ordinal;
  gate.recordedAt = event.block.timestamp;
  gate.save();

  const recording = new GateRecording(eventId(event));
  stamp(recording, event);
  recording.gate = gate.id;
  recording.timelock = gate.timelock;
  recording.studio = gate.studio;
  recording.save();
}

export function handleLotCommitted(event: LotCommitted): void {
  const lot = new Lot(lotKey(event.params.lotId));
  lot.lotId = event.params.lotId;
  lot.recipe = recipeKey(event.params.recipe);
  lot.gate = nullable(event.params.gate);
  lot.studio = studioOfGate(event.params.gate);
  lot.producer = actor(event.params.producer);
  lot.nonce = event.params.lotId.mod(NONCE_BITS);
  lot.root = event.params.root;
  lot.count = event.params.count.toI32();
  lot.manifest = event.params.manifest;
  lot.committedManifest = event.params.manifest;
  lot.committedAt = event.block.timestamp;
  lot.committedInTx = event.transaction.hash;
  const independent = lot.gate === null;
  lot.status = independent ? "Accepted" : "Pending";
  lot.verdictClass = independent ? "SelfPublished" : "None";
  lot.releasableAt = independent ? event.block.timestamp : BigInt.zero();
  lot.blockedCount = 0;
  lot.mintedCount = 0;
  lot.purchaseCount = 0;
  lot.frozenUntil = BigInt.zero();
  lot.save();
  countLot(lot);
  followManifest(lot);

  const commit = new LotCommit(eventId(event));
  stamp(commit, event);
  commit.lot = lot.id;
  commit.producer = lot.producer;
  commit.save();
}

/** Null for an independent lot, and where anybody's own contracts play studio. */
function studioOfGate(address: Bytes): Bytes | null {
  const gate = Gate.load(address);
  if (!gate) return null;
  const studio = gate.studio;
  return studio && Studio.load(studio) ? studio : null;
}

function countLot(lot: Lot): void {
  const assets = BigInt.fromI32(lot.count);
  const protocol = loadProtocol();
  protocol.lots += 1;
  protocol.assets = protocol.assets.plus(assets);
  protocol.save();

  const studioId = lot.studio;
  if (studioId) {
    const studio = loadStudio(studioId);
    studio.lotCount += 1;
    studio.assetCount = studio.assetCount.plus(assets);
    studio.save();
  }

  const point = new LotPoint(0);
  point.protocol = protocol.id;
  point.recipe = lot.recipe;
  point.assets = lot.count;
  point.save();
}

export function handleVerdictSet(event: VerdictSet): void {
  const lot = loadLot(event.params.lotId);
  const before = lot.status;
  lot.status = LOT_STATUSES[event.params.status];
  lot.verdictClass = VERDICT_CLASSES[event.params.class_];
  lot.releasableAt = event.params.releasableAt;
  lot.save();
  countAccepted(lot, before);
  addVerdictPoint(lot, before);

  const verdict = new VerdictChange(eventId(event));
  stamp(verdict, event);
  verdict.lot = lot.id;
  verdict.status = lot.status;
  verdict.verdictClass = lot.verdictClass;
  verdict.releasableAt = lot.releasableAt;
  verdict.save();
}

function countAccepted(lot: Lot, before: string): void {
  const studioId = lot.studio;
  if (!studioId || before == lot.status) return;
  const studio = loadStudio(studioId);
  if (before == "Accepted") studio.acceptedLotCount -= 1;
  if (lot.status == "Accepted") studio.acceptedLotCount += 1;
  studio.save();
}

/** Counts the verdict where the status is a new one. */
function addVerdictPoint(lot: Lot, before: string): void {
  if (before == lot.status) return;
  const point = new VerdictPoint(0);
  point.protocol = loadProtocol().id;
  point.recipe = lot.recipe;
  point.accepted = lot.status == "Accepted" ? 1 : 0;
  point.rejected = lot.status == "Rejected" ? 1 : 0;
  point.suspended = lot.status == "Suspended" ? 1 : 0;
  point.save();
}

export function handleBlockedSet(event: BlockedSet): void {
  const lot = loadLot(event.params.lotId);
  const id = lot.id.concat(bigEndianOf(event.params.word, WORD_WIDTH));
  const known = BlockedWord.load(id);
  const before = known ? known.blockedCount : 0;
  const word = new BlockedWord(id);
  word.lot = lot.id;
  word.word = event.params.word;
  word.mask = event.params.mask;
  word.blockedCount = countBits(event.params.mask);
  word.save();
  lot.blockedCount += word.blockedCount - before;
  lot.save();

  const change = new BlockedWordChange(eventId(event));
  stamp(change, event);
  change.lot = lot.id;
  change.word = word.word;
  change.mask = word.mask;
  change.save();
}

export function handleAssetMinted(event: AssetMinted): void {
  const asset = loadAsset(event.params.assetId);
  asset.minted = true;
  asset.owner = actor(event.params.to);
  asset.contentHash = event.params.contentHash;
  asset.leafHash = event.params.leafHash;
  asset.mintedAt = event.block.timestamp;
  asset.save();

  const lot = Lot.load(asset.lot)!;
  const counted = new Lot(lot.id);
  counted.mintedCount = lot.mintedCount + 1;
  counted.save();
  // Minting takes the leaf with its proof, so each of the lot's is in a transaction by now.
  if (counted.mintedCount == lot.count) recordAvailability(lot.id, CALLDATA);

  const protocol = loadProtocol();
  protocol.minted += 1;
  protocol.save();

  const mint = new AssetMint(eventId(event));
  stamp(mint, event);
  mint.asset = asset.id;
  mint.lot = asset.lot;
  mint.to = event.params.to;
  mint.contentHash = event.params.contentHash;
  mint.leafHash = event.params.leafHash;
  mint.save();
}

export function handleAssetRegistryTransfer(event: Transfer): void {
  const owner = nullable(event.params.to);
  const asset = loadAsset(event.params.tokenId);
  asset.owner = owner ? actor(owner) : null;
  asset.approved = null;
  asset.save();

  const transfer = new AssetTransfer(eventId(event));
  stamp(transfer, event);
  transfer.asset = asset.id;
  transfer.lot = asset.lot;
  transfer.from = event.params.from;
  transfer.to = event.params.to;
  transfer.save();
}

export function handleAssetRegistryApproval(event: Approval): void {
  const asset = loadAsset(event.params.tokenId);
  asset.approved = nullable(event.params.approved);
  asset.save();

  const approval = new AssetApproval(eventId(event));
  stamp(approval, event);
  approval.asset = asset.id;
  approval.lot = asset.lot;
  approval.owner = event.params.owner;
  approval.approved = event.params.approved;
  approval.save();
}

export function handleAssetRegistryApprovalForAll(event: ApprovalForAll): void {
  const approval = new OperatorApproval(eventId(event));
  stamp(approval, event);
  approval.owner = event.params.owner;
  approval.operator = event.params.operator;
  approval.approved = event.params.approved;
  approval.save();
}

export function handleExternalRegistered(event: ExternalRegistered): void {
  const asset = loadAsset(event.params.assetId);
  asset.collection = event.params.collection;
  asset.tokenId = event.params.tokenId;
  asset.save();
  // It has no leaf: the event has everything that its root is the hash of.
  recordAvailability(asset.lot, CALLDATA);

  const registration = new ExternalRegistration(eventId(event));
  stamp(registration, event);
  registration.asset = asset.id;
  registration.lot = asset.lot;
  registration.collection = event.params.collection;
  registration.tokenId = event.params.tokenId;
  registration.save();
}

/** Nobody but the members can freeze again what is frozen: that is their ratification. */
export function handleAssetFrozen(event: AssetFrozen): void {
  const asset = loadAsset(event.params.assetId);
  const lifted = event.params.until.isZero();
  asset.freezeRatified = !lifted && asset.frozenUntil.gt(event.block.timestamp);
  asset.frozenUntil = event.params.until;
  asset.save();
  if (asset.wholeLot) {
    const lot = Lot.load(asset.lot)!;
    lot.frozenUntil = event.params.until;
    lot.save();
  }

  const freeze = new AssetFreeze(eventId(event));
  stamp(freeze, event);
  freeze.asset = asset.id;
  freeze.lot = asset.lot;
  freeze.ruler = event.params.ruler;
  freeze.until = event.params.until;
  freeze.ratified = asset.freezeRatified;
  freeze.save();
}
