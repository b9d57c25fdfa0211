import { Bytes, dataSource } from "@graphprotocol/graph-ts";
import { FIRST_CHUNK_PART, recordFault } from "./helpers/faults";
import { fromBigEndian } from "./helpers/ids";
import { CHUNK_ROWS, COUNT_KEY, FIRST_KEY, LOT_KEY } from "./helpers/manifests";
import { listIn, MOST_CHUNK_BYTES, rowIn } from "./helpers/rows";

/** One chunk of a manifest: rows in the order of their index. Reading ends at the first row that is not what it must be. */
export function handleLotManifestChunk(content: Bytes): void {
  const lot = dataSource.context().getBytes(LOT_KEY);
  const first = dataSource.context().getI32(FIRST_KEY);
  const part = FIRST_CHUNK_PART + first / CHUNK_ROWS;
  if (content.length > MOST_CHUNK_BYTES) return recordFault(lot, part, "TooLarge");
  const rows = listIn(content);
  if (!rows) return recordFault(lot, part, "Unreadable");
  const lotId = fromBigEndian(lot).toString();
  const expected = min(CHUNK_ROWS, dataSource.context().getI32(COUNT_KEY) - first);
  for (let i = 0; i < min(rows.length, expected); i++) {
    const row = rowIn(rows[i], lot, lotId, first + i);
    if (!row) return recordFault(lot, part, "WrongRow", first + i);
    row.save();
  }
  if (rows.length != expected) recordFault(lot, part, "WrongLength");
}
