import type { Hex } from "viem";
import { provenanceLeavesPublishedEvent } from "../../abi/items/provenance.ts";
import { type BlockRange, fetchEventLogs } from "../../logs/fetchLogs.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { explained } from "../internal/failure.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";

export declare namespace getPublishedLeaves {
  type Args = BlockRange & { lotId: bigint };
  type Parameters = On<"provenance"> & Args;
  /** Chunks in the order of their leaves; the same one may have been published twice. */
  type ReturnType = readonly {
    /** Index of the first leaf. */
    first: number;
    count: number;
    leaves: readonly Hex[];
  }[];
  type ErrorType = ReadErrorType;
}

/**
 * Reads which leaves of a lot were published, out of the logs.
 *
 * @example
 * ```ts
 * const published = await client.getPublishedLeaves({ lotId, fromBlock });
 * const missing = leafChunks(lot.tree, { published });
 * ```
 */
export async function getPublishedLeaves(
  client: ActionClient,
  { lotId, provenance, ...range }: getPublishedLeaves.Parameters,
): Promise<getPublishedLeaves.ReturnType> {
  const address = addressIn("provenance", { provenance });
  const event = provenanceLeavesPublishedEvent;
  const logs = await explained(() => fetchEventLogs(client, { ...range, address, event, args: { lotId } }));
  const chunks = logs.map(({ args: { first, leaves } }) => ({ first, count: leaves.length, leaves }));
  return chunks.sort((a, b) => a.first - b.first);
}
