import { MediaCorruptError } from "../errors/c2pa.ts";

/** "RIFF", length, "WEBP". */
const HEADER = 12;
const CHUNK_HEADER = 8;
const MANIFEST_CHUNK = "C2PA";

const corrupt = (reason: string): MediaCorruptError => new MediaCorruptError("image/webp", reason);

/** The manifest store of a WebP: the data of its one `C2PA` chunk. */
export function webpStore(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < HEADER || view.getUint32(4, true) + CHUNK_HEADER !== bytes.length) {
    throw corrupt("its length is not what its header says");
  }
  let store: Uint8Array | undefined;
  for (let at = HEADER; at < bytes.length;) {
    if (at + CHUNK_HEADER > bytes.length) throw corrupt("it ends within a chunk's header");
    const start = at + CHUNK_HEADER;
    const end = start + view.getUint32(at + 4, true);
    if (end > bytes.length) throw corrupt(`the chunk at byte ${at} goes beyond the end`);
    if (String.fromCharCode(...bytes.subarray(at, at + 4)) === MANIFEST_CHUNK) {
      if (store !== undefined) throw corrupt("it has more than one manifest store");
      // The hard binding leaves the byte that evens the length out.
      if (end % 2 === 1 && bytes[end] !== 0) throw corrupt("the byte after its manifest store is not zero");
      store = bytes.subarray(start, end);
    }
    at = end + (end % 2);
  }
  return store;
}
