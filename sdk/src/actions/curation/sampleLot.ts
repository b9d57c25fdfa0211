import type { Hex } from "viem";
import { assetRegistryLotOf } from "../../abi/generated/assetRegistry.ts";
import { curationStudio } from "../../abi/generated/curation.ts";
import { studioCharterVersion } from "../../abi/generated/studio.ts";
import { type Sample, sampleOf } from "../../curation/sample.ts";
import { AuditPhaseError } from "../../errors/curation.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, ReadOptions } from "../internal/types.ts";
import { getAudit } from "./getAudit.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace sampleLot {
  type Args = { lotId: bigint };
  type Parameters = On<"assetRegistry" | "curation"> & Args & ReadOptions;
  type ReturnType = Sample & {
    lotId: bigint;
    count: number;
    seed: Hex;
    plan: number;
    /** The studio's newest charter, which ballots should name. */
    charterVersion: number;
  };
  type ErrorType = ReadErrorType | AuditPhaseError;
}

/**
 * The assets that a lot's curators judge, and what their ballots have to name.
 *
 * @example
 * ```ts
 * const { positions, seed, charterVersion } = await client.sampleLot({ lotId });
 * const judgments = positions.map((index) => (looksRight(index) ? "ok" : "defect"));
 * ```
 */
export async function sampleLot(client: ActionClient, parameters: sampleLot.Parameters): Promise<sampleLot.ReturnType> {
  const { lotId } = parameters;
  const { seed, plan, phase } = await getAudit(client, parameters);
  if (seed === undefined) throw new AuditPhaseError(lotId, phase, '"drawn" or "closed"');
  const registry = addressIn("assetRegistry", parameters);
  const [{ count }, studio] = await readMany(
    client,
    [
      { address: registry, abi: [assetRegistryLotOf], functionName: "lotOf", args: [lotId] },
      { address: addressIn("curation", parameters), abi: [curationStudio], functionName: "studio" },
    ],
    parameters,
  );
  const [charterVersion] = await readMany(
    client,
    [{ address: studio, abi: [studioCharterVersion], functionName: "charterVersion" }],
    parameters,
  );
  return { lotId, count, seed, plan, charterVersion, ...sampleOf({ seed, count, plan }) };
}
