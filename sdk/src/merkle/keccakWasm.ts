// A module of its own, so that bundlers can load it when it is needed and leave out the other hashes.
import { createKeccak } from "hash-wasm";
import type { Keccak256 } from "./types.ts";

/** keccak-256 in WebAssembly. */
export async function createKeccak256(): Promise<Keccak256> {
  const hasher = await createKeccak(256);
  return (bytes) => hasher.init().update(bytes).digest("binary");
}
