import { type Hex } from "viem";
import type { PositionalTree } from "../merkle/tree.ts";
import { LeafChunkError } from "../errors/merkle.ts";

/** Most leaves that one call publishes. */
export const MAX_CHUNK = 2_048;

/** Consecutive leaves of a lot with what proves them: what `publishLeaves` takes besides the lot. */
export type LeafChunk = { first: number; leaves: readonly Hex[]; subtreeProof: readonly Hex[] };

/** What was published of a lot already. */
export type PublishedLeaves = { first: number; count: number };

/**
 * Cuts the leaves of a lot into chunks for `publishLeaves`, and leaves out what was published: a lot that was
 * interrupted half-way goes on where it stopped.
 *
 * @example
 * ```ts
 * const published = await client.getPublishedLeaves({ lotId, fromBlock });
 * for (const chunk of leafChunks(lot.tree, { published })) await client.publishLeavesAndWait({ lotId, ...chunk });
 * ```
 */
export function leafChunks(
  tree: PositionalTree,
  options: { size?: number; published?: readonly PublishedLeaves[] } = {},
): LeafChunk[] {
  const { size = MAX_CHUNK, published = [] } = options;
  if (!Number.isInteger(Math.log2(size)) || size > MAX_CHUNK) throw new LeafChunkError(size, MAX_CHUNK);
  const isThere = (first: number, length: number): boolean =>
    Array.from({ length }, (_, place) => first + place).every((index) =>
      published.some((chunk) => index >= chunk.first && index < chunk.first + chunk.count),
    );
  const chunks: LeafChunk[] = [];
  for (let first = 0; first < tree.count; first += size) {
    const length = Math.min(size, tree.count - first);
    if (isThere(first, length)) continue;
    // Inside the chunk the siblings follow from its leaves.
    const height = Math.ceil(Math.log2(length));
    const leaves = Array.from({ length }, (_, place) => tree.leaf(first + place));
    chunks.push({ first, leaves, subtreeProof: tree.proof(first).slice(height) });
  }
  return chunks;
}
