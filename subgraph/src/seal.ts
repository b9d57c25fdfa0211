import { Bytes, dataSource, DataSourceContext } from "@graphprotocol/graph-ts";
import { LotManifestSeal as SealSource } from "../generated/templates";
import { PINNED, recordAvailability } from "./helpers/availability";
import { recordFault, WHOLE_PART } from "./helpers/faults";
import { fromBigEndian, slice, WORD256_WIDTH } from "./helpers/ids";
import { CHUNK_ROWS, CHUNKS_KEY, COUNT_KEY, LOT_KEY, ROOT_KEY, SEALED_KEY } from "./helpers/manifests";
import { leafHashOf, listIn, rowIn } from "./helpers/rows";
import { depthOf, emptyRoot, nodeAbove } from "./helpers/trees";

/** Levels of the tree over a full chunk. */
const CHUNK_DEPTH = 10;

/** Characters of each CID: all of ours are as long. */
const CID_LENGTH = 59;

/**
 * The chunks of a manifest once more, one after the other, because no handler of a file sees what another one wrote.
 * Each adds the root of its rows; after the last one the lot's root is known, or not met.
 */
export function handleLotManifestSeal(content: Bytes): void {
  const context = dataSource.context();
  const lot = context.getBytes(LOT_KEY);
  const count = context.getI32(COUNT_KEY);
  const before = context.getBytes(SEALED_KEY);
  const leaves = leavesIn(content, lot, before.length / WORD256_WIDTH, count);
  if (!leaves) return;
  const depth = count > CHUNK_ROWS ? CHUNK_DEPTH : depthOf(count);
  const sealed = before.concat(nodeAbove(leaves, depth, emptyRoot(0)));
  const chunks = context.getString(CHUNKS_KEY);
  if (sealed.length / WORD256_WIDTH < chunks.length / CID_LENGTH) sealNext(context, sealed);
  else if (rootOf(sealed) == context.getBytes(ROOT_KEY)) recordAvailability(lot, PINNED);
  else recordFault(lot, WHOLE_PART, "RootMismatch");
}

/** Goes on with the chunk after those that are sealed: `sealed` has a root of each. */
export function sealNext(context: DataSourceContext, sealed: Bytes): void {
  const next = new DataSourceContext();
  next.setBytes(LOT_KEY, context.getBytes(LOT_KEY));
  next.setI32(COUNT_KEY, context.getI32(COUNT_KEY));
  next.setBytes(ROOT_KEY, context.getBytes(ROOT_KEY));
  next.setString(CHUNKS_KEY, context.getString(CHUNKS_KEY));
  next.setBytes(SEALED_KEY, sealed);
  const start = (sealed.length / WORD256_WIDTH) * CID_LENGTH;
  SealSource.createWithContext(context.getString(CHUNKS_KEY).slice(start, start + CID_LENGTH), next);
}

/** Hashes of the chunk's leaves; null where `handleLotManifestChunk` finds a fault. */
function leavesIn(content: Bytes, lot: Bytes, position: i32, count: i32): Bytes[] | null {
  const rows = listIn(content);
  const first = position * CHUNK_ROWS;
  if (!rows || rows.length != min(CHUNK_ROWS, count - first)) return null;
  const lotId = fromBigEndian(lot).toString();
  const leaves: Bytes[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rowIn(rows[i], lot, lotId, first + i);
    if (!row) return null;
    leaves.push(leafHashOf(row));
  }
  return leaves;
}

/** Root of the lot, from the roots of its chunks. */
function rootOf(sealed: Bytes): Bytes {
  const roots: Bytes[] = [];
  for (let i = 0; i < sealed.length; i += WORD256_WIDTH) roots.push(slice(sealed, i, WORD256_WIDTH));
  return nodeAbove(roots, depthOf(roots.length), emptyRoot(CHUNK_DEPTH));
}
