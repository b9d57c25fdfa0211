import { type Hex, keccak256 } from "viem";
import { HeaderMismatchError } from "../errors/curation.ts";
import type { RpcHeader } from "./headerFields.ts";

/** An encoded header; throws {@link HeaderMismatchError} unless it hashes to the block's hash. */
export function hashingTo(block: RpcHeader, header: Hex): Hex {
  const hash = keccak256(header);
  if (hash !== block["hash"]) throw new HeaderMismatchError(hash, String(block["hash"]));
  return header;
}
