import type { Address } from "viem";
import { getBlock } from "viem/actions";
import {
  curationCuratorOf,
  curationElectorateOf,
  curationEpochAt,
  curationIndexOf,
  curationNewestTerms,
  curationStandingOf,
  curationTermsOf,
} from "../../abi/items/curation.ts";
import { isAgent, isStruckOff } from "../../curation/electorate.ts";
import { factorOf, tierOf } from "../../curation/sortition.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { blockOf } from "../internal/defineRead.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, ReadOptions } from "../internal/types.ts";

export declare namespace getCurator {
  type Args = {
    /** Index or address of the curator. */
    curator: number | Address;
  };
  type Parameters = On<"curation"> & Args & ReadOptions;
  type ReturnType = {
    index: number;
    /** The key that signs ballots. */
    key: Address;
    /** The present epoch. */
    epoch: number;
    /** In the present epoch, tenths of a unit of reputation; 0: not enough, stale, or not counting yet. */
    standing: number;
    /** Standing in the next epoch, unless it is refreshed. */
    nextStanding: number;
    /** 0: never drawn; 1: sometimes drawn; t: always drawn, with a weight of 2^(t−1) to 2^t on average. */
    tier: number;
    agent: boolean;
    /** For having signed two ballots on one thing. */
    struckOff: boolean;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads a curator; undefined if there is none.
 *
 * @example
 * ```ts
 * const me = await client.getCurator({ curator: client.account.address });
 * ```
 */
export async function getCurator(
  client: ActionClient,
  parameters: getCurator.Parameters,
): Promise<getCurator.ReturnType | undefined> {
  const { curator } = parameters;
  const address = addressIn("curation", parameters);
  const index = typeof curator === "number" ? curator : await indexOf(client, parameters, curator);
  if (index === 0) return undefined;
  const { timestamp } = await getBlock(client, blockOf(parameters));
  const [found, epoch, version] = await readMany(
    client,
    [
      { address, abi: [curationCuratorOf], functionName: "curatorOf", args: [index] },
      { address, abi: [curationEpochAt], functionName: "epochAt", args: [timestamp] },
      { address, abi: [curationNewestTerms], functionName: "newestTerms" },
    ],
    parameters,
  );
  if (BigInt(found.key) === 0n) return undefined;
  const [[curators, standings], { panel }, standing, nextStanding] = await readMany(
    client,
    [
      { address, abi: [curationElectorateOf], functionName: "electorateOf", args: [epoch] },
      { address, abi: [curationTermsOf], functionName: "termsOf", args: [version] },
      { address, abi: [curationStandingOf], functionName: "standingOf", args: [index, epoch] },
      { address, abi: [curationStandingOf], functionName: "standingOf", args: [index, epoch + 1] },
    ],
    parameters,
  );
  const factor = factorOf(panel, { curators, standing: BigInt(standings) });
  const [agent, struckOff] = [isAgent(found.flags), isStruckOff(found.flags)];
  const tier = tierOf({ standing, factor });
  return { index, key: found.key, epoch, standing, nextStanding, tier, agent, struckOff };
}

async function indexOf(client: ActionClient, parameters: getCurator.Parameters, account: Address): Promise<number> {
  const address = addressIn("curation", parameters);
  const call = { address, abi: [curationIndexOf], functionName: "indexOf", args: [account] } as const;
  const [index] = await readMany(client, [call], parameters);
  return index;
}
