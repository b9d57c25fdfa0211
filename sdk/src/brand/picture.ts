import { BrandInputError } from "../errors/brand.ts";
import { type BrandPicture, PICTURE_SIDE } from "./features.ts";
import type { BrandFile, DecodePicture } from "./kit.ts";

export const isPicture = ({ mediaType }: { mediaType: string }): boolean => mediaType.startsWith("image/");

/** Decodes a file for extractors; what the decoder throws goes through. */
export async function pictureOf(decode: DecodePicture, file: BrandFile): Promise<BrandPicture> {
  const { name, mediaType, bytes } = file;
  const pixels = await decode(bytes, { name: JSON.stringify(name) });
  if (pixels.width !== PICTURE_SIDE || pixels.height !== PICTURE_SIDE) {
    const problem = `scales pictures to ${pixels.width} by ${pixels.height}, not to ${PICTURE_SIDE} by ${PICTURE_SIDE}`;
    throw new BrandInputError("decode", problem, "Take decodeImage of /node, or a canvas of that size.");
  }
  return { mediaType, bytes, pixels };
}
