import type { SubgraphClient } from "./client.ts";
import { lotIdOf } from "./ids.ts";
import { AVAILABILITY } from "./queries.ts";

/**
 * Where all leaves of a lot were seen: in transactions, in files whose leaves hash to its root, by their hashes alone, or
 * by this index nowhere. What is in several counts as the first of them: `calldata` needs nobody to serve it, and with
 * `published` hashes only those who have an asset's own leaf can prove it.
 */
export type LotAvailability = "calldata" | "pinned" | "published" | "missing";

type Answer = { lotAvailabilities: { kind: Capitalize<LotAvailability> }[] };

/**
 * Asks where a lot's leaves are to be had; see the subgraph's `LotAvailability` for what each answer cannot know.
 *
 * @example
 * ```ts
 * if ((await getLotAvailability(subgraph, { lotId })) === "missing") console.log("nobody served its files yet");
 * ```
 */
export async function getLotAvailability(
  subgraph: SubgraphClient,
  { lotId }: { lotId: bigint },
): Promise<LotAvailability> {
  const { lotAvailabilities } = await subgraph.query<Answer>(AVAILABILITY, { lot: lotIdOf(lotId) });
  const kinds = lotAvailabilities.map(({ kind }) => kind);
  if (kinds.includes("Calldata")) return "calldata";
  if (kinds.includes("Pinned")) return "pinned";
  return kinds.includes("Published") ? "published" : "missing";
}
