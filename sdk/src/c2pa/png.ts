import { MediaCorruptError } from "../errors/c2pa.ts";

const SIGNATURE = 8;
/** Length, type and check sum of a chunk. */
const FRAME = 12;
const MANIFEST_CHUNK = "caBX";

const corrupt = (reason: string): MediaCorruptError => new MediaCorruptError("image/png", reason);

/** The manifest store of a PNG: the data of its one `caBX` chunk. */
export function pngStore(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let store: Uint8Array | undefined;
  let type = "";
  for (let at = SIGNATURE; type !== "IEND";) {
    if (at + FRAME > bytes.length) throw corrupt("it ends before its last chunk");
    const end = at + FRAME + view.getUint32(at);
    if (end > bytes.length) throw corrupt(`the chunk at byte ${at} goes beyond the end`);
    type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (type === MANIFEST_CHUNK) {
      if (store !== undefined) throw corrupt("it has more than one manifest store");
      // The hard binding leaves the whole chunk out, its check sum included.
      if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) throw corrupt("a check sum is wrong");
      store = bytes.subarray(at + 8, end - 4);
    }
    at = end;
  }
  return store;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffff_ffff;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] as number) ^ (value >>> 8);
  return ~value >>> 0;
}
