import { concatBytes } from "viem";
import { MediaCorruptError } from "../errors/c2pa.ts";

const [START_OF_SCAN, END_OF_IMAGE, APP11] = [0xda, 0xd9, 0xeb];
/** Segment length, "JP", number of the box, number of the packet. */
const PREFIX = 10;
const BOX_HEADER = 8;

const corrupt = (reason: string): MediaCorruptError => new MediaCorruptError("image/jpeg", reason);

/** The manifest store of a JPEG: one box, cut into the packets of consecutive APP11 segments. */
export function jpegStore(bytes: Uint8Array): Uint8Array | undefined {
  const packets = segmentsOf(bytes).filter(isJumbf);
  const stores = [...new Set(packets.filter(opensStore).map(boxNumber))];
  const [number] = stores;
  if (number === undefined) return undefined;
  if (stores.length > 1) throw corrupt("it has more than one manifest store");
  return join(packets.filter((packet) => boxNumber(packet) === number));
}

/** The APP11 segments before the picture's data, from their length on. */
function segmentsOf(bytes: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = 2; ;) {
    if (bytes[at] !== 0xff) throw corrupt(`there is no marker at byte ${at}`);
    const marker = bytes[at + 1];
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === START_OF_SCAN || marker === END_OF_IMAGE) return found;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) throw corrupt(`the segment at byte ${at} goes beyond the end`);
    if (marker === APP11) found.push(bytes.subarray(at + 2, end));
    at = end;
  }
}

const numberAt = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(at);
const isJumbf = (packet: Uint8Array): boolean =>
  packet.length >= PREFIX + BOX_HEADER && packet[2] === 0x4a && packet[3] === 0x50;
const boxNumber = (packet: Uint8Array): number => ((packet[4] ?? 0) << 8) | (packet[5] ?? 0);

/** Whether the packet is the first of a superbox of C2PA's type. */
function opensStore(packet: Uint8Array): boolean {
  const start = String.fromCharCode(...packet.subarray(PREFIX + 4, PREFIX + 2 * BOX_HEADER + 4));
  return numberAt(packet, PREFIX - 4) === 1 && start.startsWith("jumb") && start.slice(8) === "jumdc2pa";
}

function join(packets: readonly Uint8Array[]): Uint8Array {
  const [first] = packets;
  if (first === undefined) return new Uint8Array();
  const header = first.subarray(PREFIX, PREFIX + BOX_HEADER);
  packets.forEach((packet, index) => {
    if (numberAt(packet, PREFIX - 4) !== index + 1) throw corrupt("packets of the manifest store are missing");
    const repeated = packet.subarray(PREFIX, PREFIX + BOX_HEADER);
    if (repeated.some((byte, at) => byte !== header[at])) throw corrupt("packets of different boxes are mixed");
  });
  return concatBytes([header, ...packets.map((packet) => packet.subarray(PREFIX + BOX_HEADER))]);
}
