import type { Hex } from "viem";
import { bytesToHex, hexToBytes, keccak256, stringToBytes, zeroHash } from "viem";
import { LeafFieldError } from "../errors/merkle.ts";
import { indexOf, lotOf } from "../types/ids.ts";
import type { AssetLeaf } from "./types.ts";

/** EIP-712 type of a leaf; hashed as a struct, without a domain. */
export const ASSET_LEAF_TYPE =
  "AssetLeaf(uint256 lotId,uint32 index,bytes32 contentHash,bytes32 c2paHash,bytes32 recipeCommitment,uint64 createdAt,bytes32 perceptualHash,uint32 machineScore,bytes32 reportHash)";

const TYPE_HASH = keccak256(stringToBytes(ASSET_LEAF_TYPE), "bytes");

/** Bytes of an encoded leaf: the type hash and nine words. */
export const LEAF_BYTES = 320;

const U32 = 0xffff_ffff;
const U64 = 0xffff_ffff_ffff_ffffn;

/** Only the content hash is compulsory: a leaf without the other evidence has zeros there. */
export function toLeaf(fields: Pick<AssetLeaf, "contentHash"> & Partial<AssetLeaf>): AssetLeaf {
  return {
    c2paHash: zeroHash,
    recipeCommitment: zeroHash,
    createdAt: 0n,
    perceptualHash: zeroHash,
    machineScore: 0,
    reportHash: zeroHash,
    ...fields,
  };
}

function putHash(out: Uint8Array, word: number, field: string, value: Hex): void {
  if (value === zeroHash) return;
  if (value.length !== 66) throw new LeafFieldError(field, value, "32 bytes");
  out.set(hexToBytes(value), word * 32);
}

/**
 * Writes the encoding that the leaf hash is taken of into `out` (at least {@link LEAF_BYTES} long), so that a lot of
 * 65,536 leaves needs one buffer.
 */
export function encodeLeafInto(out: Uint8Array, lotId: bigint, index: number, leaf: AssetLeaf): void {
  if (!Number.isInteger(leaf.machineScore) || leaf.machineScore < 0 || leaf.machineScore > U32) {
    throw new LeafFieldError("machineScore", leaf.machineScore, "uint32");
  }
  if (leaf.createdAt < 0n || leaf.createdAt > U64) throw new LeafFieldError("createdAt", leaf.createdAt, "uint64");
  out.fill(0, 0, LEAF_BYTES);
  const view = new DataView(out.buffer, out.byteOffset, LEAF_BYTES);
  out.set(TYPE_HASH);
  for (let part = 0; part < 4; part += 1) view.setBigUint64(56 - 8 * part, (lotId >> BigInt(64 * part)) & U64);
  view.setUint32(92, index);
  putHash(out, 3, "contentHash", leaf.contentHash);
  putHash(out, 4, "c2paHash", leaf.c2paHash);
  putHash(out, 5, "recipeCommitment", leaf.recipeCommitment);
  view.setBigUint64(216, leaf.createdAt);
  putHash(out, 7, "perceptualHash", leaf.perceptualHash);
  view.setUint32(284, leaf.machineScore);
  putHash(out, 9, "reportHash", leaf.reportHash);
}

/** The leaf hash of an asset: what the lot's tree is built over. */
export function hashLeaf(assetId: bigint, leaf: AssetLeaf): Hex {
  const encoded = new Uint8Array(LEAF_BYTES);
  encodeLeafInto(encoded, lotOf(assetId), indexOf(assetId), leaf);
  return bytesToHex(keccak256(encoded, "bytes"));
}
