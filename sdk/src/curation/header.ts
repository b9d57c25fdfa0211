import type { Hex } from "viem";
import { encodeFields, type RpcHeader } from "./headerFields.ts";
import { hashingTo } from "./headerHash.ts";

export type { RpcHeader } from "./headerFields.ts";

/**
 * RLP encoding of a block header, as `drawSeed` takes it; throws `HeaderMismatchError` unless it hashes to the block's
 * hash.
 */
export function encodeHeader(block: RpcHeader): Hex {
  return hashingTo(block, encodeFields(block));
}
