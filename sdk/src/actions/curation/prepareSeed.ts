import { curationAuditOf } from "../../abi/items/curation.ts";
import type { AuditPhaseError, HeaderMismatchError, SeedBlockPendingError } from "../../errors/curation.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";
import { seedProof, type SeedProof } from "./seedProof.ts";

export declare namespace prepareSeed {
  type Args = { lotId: bigint };
  type Parameters = On<"curation"> & Args;
  type ReturnType = SeedProof;
  type ErrorType = ReadErrorType | AuditPhaseError | HeaderMismatchError | SeedBlockPendingError;
}

/**
 * Fetches the header that proves a lot's seed and checks that it hashes to the block's hash.
 *
 * @example
 * ```ts
 * const { header } = await client.prepareSeed({ lotId });
 * ```
 */
export async function prepareSeed(
  client: ActionClient,
  parameters: prepareSeed.Parameters,
): Promise<prepareSeed.ReturnType> {
  const { lotId } = parameters;
  const audit = {
    address: addressIn("curation", parameters),
    abi: [curationAuditOf],
    functionName: "auditOf",
  } as const;
  const [first, second] = await readMany(client, [
    { ...audit, args: [lotId, 0] },
    { ...audit, args: [lotId, 1] },
  ]);
  const { digest, clock } = second.clock === 0 ? first : second;
  return seedProof(client, { ...parameters, drawn: BigInt(digest) !== 0n, clock });
}
