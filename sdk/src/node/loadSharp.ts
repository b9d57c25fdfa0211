import { ImageDecoderMissingError } from "../errors/compliance.ts";

/** The package that decodes and encodes pictures, which not everybody installs. */
export async function loadSharp() {
  try {
    return (await import("sharp")).default;
  } catch (error) {
    throw new ImageDecoderMissingError(error);
  }
}
