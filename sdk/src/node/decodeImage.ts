import type { Hex } from "viem";
import { hashPixels, hashViews, type Pixels } from "../compliance/perceptualHash.ts";
import { ImprimaturError } from "../errors/base.ts";
import { ImageTooLargeError, ImageUnreadableError } from "../errors/compliance.ts";
import { loadSharp } from "./loadSharp.ts";

/** How a picture is decoded. */
export type DecodeImageOptions = {
  /** What errors call it; `the picture` by default. */
  name?: string;
  /** Most pixels of the picture as its header states them; nothing is decoded above. 100 million by default. */
  maxPixels?: number;
};

const MAX_PIXELS = 100_000_000;

/** The hash averages to 64 by 64: more pixels than these change nothing, and decoders leave out what they can. */
const SIDE = 128;

/**
 * Decodes a picture of any format that sharp reads, scaled to 128 by 128 pixels. The header is read first: a file
 * that would unpack to more than `maxPixels` is refused before anything is unpacked.
 *
 * Throws {@link ImageUnreadableError}, {@link ImageTooLargeError}, and {@link ImageDecoderMissingError} where sharp is
 * not installed.
 */
export async function decodeImage(image: Uint8Array, options: DecodeImageOptions = {}): Promise<Pixels> {
  const { name = "the picture", maxPixels = MAX_PIXELS } = options;
  const sharp = await loadSharp();
  try {
    const input = () => sharp(image, { limitInputPixels: maxPixels, failOn: "error", sequentialRead: true });
    // Without its own limit the header can be told from a damaged one.
    const { width, height } = await sharp(image, { limitInputPixels: false }).metadata();
    const pixels = width * height;
    if (pixels > maxPixels) throw new ImageTooLargeError(name, pixels, maxPixels);
    const { data, info } = await input()
      .autoOrient()
      .resize(SIDE, SIDE, { fit: "fill" })
      .toColorspace("srgb")
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { width: info.width, height: info.height, data: rgba(data, info.channels) };
  } catch (error) {
    if (error instanceof ImprimaturError) throw error;
    throw new ImageUnreadableError(name, error instanceof Error ? error.message : String(error), error);
  }
}

/** The perceptual hash of an encoded picture: see `hashPixels` of `/compliance`. */
export async function hashImage(image: Uint8Array, options?: DecodeImageOptions): Promise<Hex> {
  return hashPixels(await decodeImage(image, options));
}

/** What to look for where the picture may be a cut or mirrored copy: see `hashViews` of `/compliance`. */
export async function hashImageViews(image: Uint8Array, options?: DecodeImageOptions): Promise<Hex[]> {
  return hashViews(await decodeImage(image, options));
}

/** Gray pictures stay gray with an alpha channel; the hash wants four channels. */
function rgba(data: Uint8Array, channels: number): Uint8Array {
  if (channels === 4) return data;
  const pixels = new Uint8Array((data.length / channels) * 4);
  for (let from = 0, to = 0; from < data.length; from += channels, to += 4) {
    const gray = data[from] as number;
    pixels.set([gray, gray, gray, data[from + 1] as number], to);
  }
  return pixels;
}
