import { bytesToHex, type Hex, sha256 } from "viem";

/** SHA-256 by the platform, which is many times as fast; pages that were not served safely have none of it. */
export async function digestOf(bytes: Uint8Array): Promise<Hex> {
  const { subtle } = globalThis.crypto as { subtle?: SubtleCrypto };
  if (subtle === undefined) return sha256(bytes);
  return bytesToHex(new Uint8Array(await subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>)));
}
