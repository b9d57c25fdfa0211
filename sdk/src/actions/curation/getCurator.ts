import type { Address } from "viem";
import { curationCuratorOf, curationIndexOf } from "../../abi/generated/curation.ts";
import { weightOf } from "../../curation/tally.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

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
    tier: number;
    /** Weight of a ballot. */
    weight: number;
    /** Unix seconds of the registration. */
    since: bigint;
    /** ppm of the studio's effective reputation at registration. */
    share: number;
    agent: boolean;
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
  const [{ key, tier, since, share, flags }] = await readMany(
    client,
    [{ address, abi: [curationCuratorOf], functionName: "curatorOf", args: [index] }],
    parameters,
  );
  if (since === 0) return undefined;
  return { index, key, tier, weight: weightOf(tier), since: BigInt(since), share, agent: (flags & 1) === 1 };
}

async function indexOf(client: ActionClient, parameters: getCurator.Parameters, account: Address): Promise<number> {
  const address = addressIn("curation", parameters);
  const call = { address, abi: [curationIndexOf], functionName: "indexOf", args: [account] } as const;
  const [index] = await readMany(client, [call], parameters);
  return index;
}
