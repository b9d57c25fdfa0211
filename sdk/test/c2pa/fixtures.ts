import { encode } from "fast-png";
import { getAddress, hexToBytes } from "viem";
import { type BirthClaim, commitToField } from "@imprimatur/sdk/c2pa";
import { assetAt, commitRecipe, discloseRecipeField, toLotId } from "@imprimatur/sdk/merkle";

/** A picture of `side` by `side` pixels whose values do not repeat. */
export function drawPng(side: number): Uint8Array {
  const data = Uint8Array.from({ length: side * side * 3 }, (_, at) => (at * 7 + (at >> 5) * 13) & 0xff);
  return encode({ width: side, height: side, data, channels: 3 });
}

const hex = (text: string): Uint8Array => hexToBytes(`0x${text}`);

/** One pixel each: nothing in the workspace writes these formats. */
export const PIXEL_JPEG = hex(
  `ffd8ffe000104a46494600010101004800480000ffdb004300${"ff".repeat(64)}ffc2000b080001000101011100` +
    `ffc40014100100000000000000000000000000000000ffda0008010100013f10ffd9`,
);
export const PIXEL_WEBP = hex("52494646220000005745425056503820160000003001009d012a010001000ec0fe25a400037000000000");

export const PRODUCER = "0x00000000000000000000000000000000000000A1";
export const LOT = toLotId(PRODUCER, 7n);
export const ASSET = assetAt(LOT, 3);

export const RECIPE = commitRecipe({
  contents: { model: "sdxl-1.0", steps: ["a lighthouse at dusk", "more fog"], parameters: "{}" },
  secret: `0x${"5a".repeat(32)}`,
});

export const CLAIM: BirthClaim = {
  chainId: 31337,
  assetRegistry: getAddress("0x00000000000000000000000000000000000000b2"),
  assetId: ASSET,
  recipeId: `0x${"c3".repeat(32)}`,
  recipeCommitment: RECIPE.commitment,
  model: "sdxl-1.0",
  disclosures: [discloseRecipeField(RECIPE, "model")],
  promptCommitments: [commitToField(RECIPE, "step/0"), commitToField(RECIPE, "step/1")],
  license: { uri: "https://studio.example/terms", textHash: `0x${"d4".repeat(32)}`, offers: [`0x${"e5".repeat(32)}`] },
};

/** The store of a JPEG written back after a change: no check sum stands in the way. Its length must stay. */
export function withStore(jpeg: Uint8Array, before: Uint8Array, after: Uint8Array): Uint8Array {
  const at = Buffer.from(jpeg).indexOf(Buffer.from(before));
  if (at < 0 || before.length !== after.length) throw new Error("The store is not one piece of the same length.");
  const changed = Uint8Array.from(jpeg);
  changed.set(after, at);
  return changed;
}

/** A JPEG that carries any bytes as its manifest store. */
export function jpegWith(store: Uint8Array): Uint8Array {
  const header = store.subarray(0, 8);
  const packets: Uint8Array[] = [];
  for (let at = 8, number = 1; at < store.length || number === 1; at += 65_000, number += 1) {
    const body = store.subarray(at, at + 65_000);
    const segment = new Uint8Array(2 + 10 + 8 + body.length);
    const view = new DataView(segment.buffer);
    view.setUint32(0, 0xffeb_0000 + segment.length - 2);
    view.setUint32(4, 0x4a50_0211);
    view.setUint32(8, number);
    segment.set(header, 12);
    segment.set(body, 20);
    packets.push(segment);
  }
  return new Uint8Array(Buffer.concat([PIXEL_JPEG.subarray(0, 2), ...packets, PIXEL_JPEG.subarray(2)]));
}

/** A JUMBF superbox. */
export function superbox(kind: string, label: string, ...boxes: readonly Uint8Array[]): Uint8Array {
  const type = Buffer.from("00110010800000aa00389b71", "hex");
  const description = box("jumd", Buffer.concat([Buffer.from(kind), type, Buffer.of(3), Buffer.from(`${label}\0`)]));
  return box("jumb", Buffer.concat([description, ...boxes]));
}

/** A JUMBF box. */
export function box(type: string, contents: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(8 + contents.length);
  bytes.writeUInt32BE(bytes.length);
  bytes.write(type, 4, "latin1");
  bytes.set(contents, 8);
  return new Uint8Array(bytes);
}

/** A PNG without its manifest, as sites that re-encode leave it. */
export function stripPng(png: Uint8Array): Uint8Array {
  const bytes = Buffer.from(png);
  const at = bytes.indexOf("caBX") - 4;
  return new Uint8Array(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 12 + bytes.readUInt32BE(at))]));
}
