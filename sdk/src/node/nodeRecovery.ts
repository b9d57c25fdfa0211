import { bytesToHex, type Hex, hexToBytes } from "viem";
import { publicKeyToAddress } from "viem/utils";
import type { RecoverKey } from "../curation/recover.ts";

/**
 * libsecp256k1 in WebAssembly: about four times as fast as viem's portable way, for services that check thousands of
 * ballots. Give it to `simulateClose`, `relay` and `closeVerdict` as `recover`.
 *
 * @example
 * ```ts
 * const recover = await nodeRecovery();
 * const verdict = await client.simulateClose({ lotId, charterVersion, ballots, recover });
 * ```
 */
export async function nodeRecovery(): Promise<RecoverKey> {
  const { instantiateSecp256k1 } = await import("@bitauth/libauth");
  const secp256k1 = await instantiateSecp256k1();
  return (hash, { r, s, yParity }) => {
    const signature = hexToBytes(`${r}${s.slice(2)}` as Hex);
    const key = secp256k1.recoverPublicKeyUncompressed(signature, yParity as 0 | 1, hexToBytes(hash));
    return typeof key === "string" ? undefined : publicKeyToAddress(bytesToHex(key));
  };
}
