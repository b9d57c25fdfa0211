import { MediaFormatError, MediaTooLargeError } from "../errors/c2pa.ts";
import { jpegStore } from "./jpeg.ts";
import { DEFAULT_LIMITS, type ReadLimits } from "./limits.ts";
import { pngStore } from "./png.ts";
import { webpStore } from "./webp.ts";

/** Media types of the files that can be signed and read. */
export const SIGNABLE_MEDIA_TYPES = ["image/jpeg", "image/png", "image/webp"] as const;
export type SignableMediaType = (typeof SIGNABLE_MEDIA_TYPES)[number];

/** A file and the manifest store in it. */
export type Container = {
  mediaType: SignableMediaType;
  /** The JUMBF bytes; undefined where the file carries none. */
  store: Uint8Array | undefined;
};

const FINDERS = { "image/jpeg": jpegStore, "image/png": pngStore, "image/webp": webpStore } as const;
const SHOWN_BYTES = 12;

/** What the file is by its first bytes: names and declared types are hearsay. */
function mediaTypeIn(bytes: Uint8Array): SignableMediaType {
  const start = bytes.subarray(0, SHOWN_BYTES);
  const text = String.fromCharCode(...start);
  if (text.startsWith("\xff\xd8\xff")) return "image/jpeg";
  if (text.startsWith("\x89PNG\r\n\x1a\n")) return "image/png";
  if (text.startsWith("RIFF") && text.slice(8) === "WEBP") return "image/webp";
  throw new MediaFormatError(JSON.stringify(text), SIGNABLE_MEDIA_TYPES);
}

/**
 * Finds the manifest store of a file without asking the engine.
 *
 * Strict where the hard binding is blind: nothing outside the store's own bytes may differ in the part of the file that
 * the store's hash leaves out.
 */
export function openContainer(bytes: Uint8Array, limits: ReadLimits = DEFAULT_LIMITS): Container {
  if (bytes.length > limits.fileBytes) throw new MediaTooLargeError(bytes.length, limits.fileBytes);
  const mediaType = mediaTypeIn(bytes);
  return { mediaType, store: FINDERS[mediaType](bytes) };
}
