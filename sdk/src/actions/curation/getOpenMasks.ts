import { encodeAbiParameters, type Hex, keccak256 } from "viem";
import {
  curationChallengeJudgedEvent,
  curationChallengeOf,
  curationLotChallengedEvent,
} from "../../abi/items/curation.ts";
import { fromMasks, type MaskRange } from "../../curation/words.ts";
import { ChallengeResolvedError, CurationRecordMissingError } from "../../errors/curation.ts";
import { fetchEventLogs } from "../../logs/fetchLogs.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";
import { rangeOf } from "./rounds.ts";

export declare namespace getOpenMasks {
  type Args = {
    lotId: bigint;
    /** Number of the challenge. */
    id: number;
    /** First block that is searched; that of the lot's commit by default. */
    fromBlock?: bigint;
  };
  type Parameters = On<"assetRegistry" | "curation"> & Args;
  type ReturnType = MaskRange & {
    lotId: bigint;
    id: number;
    /** Indices of the assets, rising. */
    assets: number[];
  };
  type ErrorType = ReadErrorType | ChallengeResolvedError | CurationRecordMissingError;
}

/**
 * Rebuilds from the logs what is undecided of a challenge: the chain keeps only its hash.
 *
 * @example
 * ```ts
 * const { firstWord, masks, assets } = await client.getOpenMasks({ lotId, id });
 * ```
 */
export async function getOpenMasks(
  client: ActionClient,
  parameters: getOpenMasks.Parameters,
): Promise<getOpenMasks.ReturnType> {
  const { lotId, id } = parameters;
  const [{ masks: expected }] = await readMany(client, [
    {
      address: addressIn("curation", parameters),
      abi: [curationChallengeOf],
      functionName: "challengeOf",
      args: [lotId, id],
    },
  ]);
  if (BigInt(expected) === 0n) throw new ChallengeResolvedError(lotId, id);
  const { args: _, ...range } = await rangeOf(client, parameters);
  const of = { ...range, args: { lotId, id } };
  const [challenged] = await fetchEventLogs(client, { ...of, event: curationLotChallengedEvent });
  if (challenged === undefined) throw new CurationRecordMissingError("challenge", lotId);
  const { firstWord, masks } = challenged.args;
  const judged = await fetchEventLogs(client, { ...of, event: curationChallengeJudgedEvent });
  const open = masks.map((mask, at) => judged.reduce((rest, { args }) => rest & ~(args.decided[at] ?? 0n), mask));
  if (hashMasks({ firstWord, masks: open }) !== expected) throw new CurationRecordMissingError("decision", lotId);
  return { lotId, id, firstWord, masks: open, assets: fromMasks({ firstWord, masks: open }) };
}

/** What the chain keeps of a challenge. */
function hashMasks({ firstWord, masks }: MaskRange): Hex {
  return keccak256(encodeAbiParameters([{ type: "uint16" }, { type: "uint256[]" }], [firstWord, masks]));
}
