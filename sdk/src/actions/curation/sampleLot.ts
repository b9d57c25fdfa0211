import type { Hex } from "viem";
import { assetRegistryLotOf } from "../../abi/items/assetRegistry.ts";
import { curationRoundOf, curationStudio, curationTermsOf } from "../../abi/items/curation.ts";
import { studioCharterVersion } from "../../abi/items/studio.ts";
import { type Sample, sampleOf } from "../../curation/sample.ts";
import { fromRawTerms } from "../../curation/terms.ts";
import { AuditPhaseError, type CurationRecordMissingError } from "../../errors/curation.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, ReadOptions } from "../internal/types.ts";
import { getAudit } from "./getAudit.ts";
import { getOutcome } from "./getOutcome.ts";

export declare namespace sampleLot {
  type Args = {
    lotId: bigint;
    /** The audit that counts by default; 0: the first one. */
    round?: number;
    /** Once closed: first block in which the seed is searched; that of the lot's commit by default. */
    fromBlock?: bigint;
  };
  type Parameters = On<"assetRegistry" | "curation"> & Args & ReadOptions;
  type ReturnType = Sample & {
    lotId: bigint;
    round: number;
    count: number;
    seed: Hex;
    plan: number;
    /** The studio's newest charter, which ballots should name. */
    charterVersion: number;
  };
  type ErrorType = ReadErrorType | AuditPhaseError | CurationRecordMissingError;
}

/**
 * The assets that a lot's curators judge, and what their ballots have to name; before and after the close.
 *
 * @example
 * ```ts
 * const { positions, seed, charterVersion } = await client.sampleLot({ lotId });
 * const judgments = positions.map((index) => (looksRight(index) ? "ok" : "defect"));
 * ```
 */
export async function sampleLot(client: ActionClient, parameters: sampleLot.Parameters): Promise<sampleLot.ReturnType> {
  const { lotId } = parameters;
  const address = addressIn("curation", parameters);
  const registry = addressIn("assetRegistry", parameters);
  const [newest, { count }, studio] = await readMany(
    client,
    [
      { address, abi: [curationRoundOf], functionName: "roundOf", args: [lotId] },
      { address: registry, abi: [assetRegistryLotOf], functionName: "lotOf", args: [lotId] },
      { address, abi: [curationStudio], functionName: "studio" },
    ],
    parameters,
  );
  const round = parameters.round ?? newest;
  const { plan, phase, terms: version, ...audit } = await getAudit(client, { ...parameters, round });
  if (phase !== "drawn" && phase !== "closed") throw new AuditPhaseError(lotId, phase, '"drawn" or "closed"');
  const [charterVersion, raw] = await readMany(
    client,
    [
      { address: studio, abi: [studioCharterVersion], functionName: "charterVersion" },
      { address, abi: [curationTermsOf], functionName: "termsOf", args: [version] },
    ],
    parameters,
  );
  const seed = audit.seed ?? (await getOutcome(client, { ...parameters, round })).outcome.seed;
  const terms = fromRawTerms(raw);
  return { lotId, round, count, seed, plan, charterVersion, ...sampleOf({ seed, count, plan, terms }) };
}
