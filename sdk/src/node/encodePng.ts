import type { Pixels } from "../compliance/perceptualHash.ts";
import { loadSharp } from "./loadSharp.ts";

/**
 * Encodes pixels as a PNG: what `proceduralGenerator` of `/agent` takes. The same pixels give the same file with the same
 * version of sharp.
 *
 * Throws {@link ImageDecoderMissingError} where sharp is not installed.
 */
export async function encodePng({
  width,
  height,
  data,
}: Pixels): Promise<{ bytes: Uint8Array; mediaType: string; extension: string }> {
  const sharp = await loadSharp();
  const image = sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha();
  return {
    bytes: new Uint8Array(await image.png({ compressionLevel: 6 }).toBuffer()),
    mediaType: "image/png",
    extension: "png",
  };
}
