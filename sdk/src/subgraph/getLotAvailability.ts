import type { SubgraphClient } from "./client.ts";
import { lotIdOf } from "./ids.ts";
import { AVAILABILITY } from "./queries.ts";

/**
 * Where all leaves of a lot were seen: in transactions, in files whose leaves hash to its root, or by this index nowhere.
 * What is in both counts as `calldata`, which needs nobody to serve it.
 */
export type LotAvailability = "calldata" | "pinned" | "missing";

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
  return kinds.includes("Pinned") ? "pinned" : "missing";
}
