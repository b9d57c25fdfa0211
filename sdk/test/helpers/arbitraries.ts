import fc from "fast-check";
import { bytesToHex, type Hex } from "viem";
import type { AssetLeaf } from "@imprimatur/sdk/merkle";

/** Everyday runs are small and equally seeded; a release asks for more. */
export const RUNS = process.env["RELEASE"] === "1" ? 2000 : 100;

export const bytesOf = (length: number): fc.Arbitrary<Hex> =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => bytesToHex(bytes));

export const hash = bytesOf(32);
export const address = bytesOf(20);
export const uint = (bits: number): fc.Arbitrary<bigint> => fc.bigInt(0n, (1n << BigInt(bits)) - 1n);

export const leaf: fc.Arbitrary<AssetLeaf> = fc.record({
  contentHash: hash,
  c2paHash: hash,
  recipeCommitment: hash,
  createdAt: uint(53),
  perceptualHash: hash,
  machineScore: fc.nat(1_000_000),
  reportHash: hash,
});
