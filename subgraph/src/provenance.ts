import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { CopyProved, EarliestProved, LeavesPublished } from "../generated/Provenance/Provenance";
import { Asset, Content, CopyProof, EarliestProof, LeafPublication, Lot, LotPublication } from "../generated/schema";
import { PUBLISHED, recordAvailability } from "./helpers/availability";
import { eventId, lotKey } from "./helpers/ids";
import { loadAsset } from "./helpers/lots";
import { stamp } from "./helpers/stamp";

const BYTE_BITS = 8;

export function handleLeavesPublished(event: LeavesPublished): void {
  const lot = Lot.load(lotKey(event.params.lotId))!;
  const first = event.params.first;
  const known = loadPublication(lot);
  const before = known.leafCount;
  markLeaves(known, first, event.params.leaves.length);
  known.save();
  if (before < lot.count && known.leafCount == lot.count) recordAvailability(lot.id, PUBLISHED);

  const publication = new LeafPublication(eventId(event));
  stamp(publication, event);
  publication.lot = lot.id;
  publication.publication = known.id;
  publication.first = first;
  publication.leaves = event.params.leaves;
  publication.save();
}

/** What is published of a lot; a new one is not saved. */
function loadPublication(lot: Lot): LotPublication {
  const known = LotPublication.load(lot.id);
  if (known) return known;
  const publication = new LotPublication(lot.id);
  publication.lot = lot.id;
  publication.leafCount = 0;
  publication.leaves = new Bytes((lot.count + BYTE_BITS - 1) / BYTE_BITS);
  return publication;
}

/** Leaves may be published again, in other chunks too: each counts once. */
function markLeaves(publication: LotPublication, first: i32, count: i32): void {
  const leaves = publication.leaves;
  for (let leaf = first; leaf < first + count; leaf++) {
    const at = leaf / BYTE_BITS;
    const before: i32 = leaves[at];
    const after = before | (1 << (leaf % BYTE_BITS));
    if (after == before) continue;
    leaves[at] = <u8>after;
    publication.leafCount += 1;
  }
  publication.leaves = leaves;
}

export function handleEarliestProved(event: EarliestProved): void {
  const asset = loadAsset(event.params.assetId);
  saveContent(event, asset);
  asset.content = event.params.contentHash;
  asset.copyProved = false;
  asset.save();

  const proof = new EarliestProof(eventId(event));
  stamp(proof, event);
  proof.content = event.params.contentHash;
  proof.lot = asset.lot;
  proof.asset = asset.id;
  if (!event.params.former.isZero()) proof.former = markCopy(event.params.former, event.params.contentHash);
  proof.committedAt = event.params.committedAt;
  proof.save();
}

function saveContent(event: EarliestProved, earliest: Asset): void {
  const content = new Content(event.params.contentHash);
  content.earliest = earliest.id;
  content.committedAt = event.params.committedAt;
  content.provedAt = event.block.timestamp;
  content.save();
}

export function handleCopyProved(event: CopyProved): void {
  const copy = markCopy(event.params.copy, event.params.contentHash);
  const proof = new CopyProof(eventId(event));
  stamp(proof, event);
  proof.content = event.params.contentHash;
  proof.lot = Asset.load(copy)!.lot;
  proof.asset = copy;
  proof.earliest = loadAsset(event.params.earliest).id;
  proof.save();
}

/** Marks an asset as a later copy; returns its id. */
function markCopy(assetId: BigInt, content: Bytes): Bytes {
  const asset = loadAsset(assetId);
  asset.content = content;
  asset.copyProved = true;
  asset.save();
  return asset.id;
}
