import { curationDisputeOf } from "../../abi/items/curation.ts";
import type { AuditPhaseError, HeaderMismatchError, SeedBlockPendingError } from "../../errors/curation.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";
import { seedProof, type SeedProof } from "./seedProof.ts";

export declare namespace preparePanelSeed {
  type Args = { lotId: bigint };
  type Parameters = On<"curation"> & Args;
  type ReturnType = SeedProof;
  type ErrorType = ReadErrorType | AuditPhaseError | HeaderMismatchError | SeedBlockPendingError;
}

/**
 * Fetches the header that proves the seed of the panel that judges a lot's challenges.
 *
 * @example
 * ```ts
 * const { header } = await client.preparePanelSeed({ lotId });
 * ```
 */
export async function preparePanelSeed(
  client: ActionClient,
  parameters: preparePanelSeed.Parameters,
): Promise<preparePanelSeed.ReturnType> {
  const { lotId } = parameters;
  const [{ seed, clock }] = await readMany(client, [
    { address: addressIn("curation", parameters), abi: [curationDisputeOf], functionName: "disputeOf", args: [lotId] },
  ]);
  return seedProof(client, { ...parameters, drawn: BigInt(seed) !== 0n, clock });
}
