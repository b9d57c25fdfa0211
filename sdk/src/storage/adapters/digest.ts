import { createSHA256 } from "hash-wasm";
import type { Hex } from "viem";

/** SHA-256 and length of a stream, piece by piece; reads no further than one piece beyond `limit`. */
export async function digestStream(
  stream: ReadableStream<Uint8Array>,
  limit = Number.POSITIVE_INFINITY,
): Promise<{ digest: Hex; bytes: number }> {
  const hash = await createSHA256();
  const reader = stream.getReader();
  let bytes = 0;
  for (let piece = await reader.read(); !piece.done && bytes <= limit; piece = await reader.read()) {
    hash.update(piece.value);
    bytes += piece.value.length;
  }
  if (bytes > limit) await reader.cancel();
  return { digest: `0x${hash.digest("hex")}`, bytes };
}
