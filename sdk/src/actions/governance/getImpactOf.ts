import type { Address } from "viem";
import {
  impactEmissionClaimable,
  impactEmissionEpochOf,
  impactEmissionFlowOf,
} from "../../abi/items/impactEmission.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, ReadOptions } from "../internal/types.ts";

export declare namespace getImpactOf {
  type Args = {
    epoch: number;
    /** Ordinal of the recipe. */
    recipe: number;
    /** A payee of the recipe. */
    account: Address;
  };
  type Parameters = On<"impact"> & Args & ReadOptions;
  type ReturnType = {
    /** What the recipe brought to the treasury in the epoch, token units. */
    amount: bigint;
    /** Its score, 18 decimals. */
    points: bigint;
    /** The scores of all recipes, 18 decimals. */
    allPoints: bigint;
    /** Raw units that are divided; 0 until the epoch is closed. */
    pool: bigint;
    /** Unix seconds; 0: not yet. For seven days from then on parts can be claimed. */
    closedAt: bigint;
    /** What the account can claim now, raw units. */
    claimable: bigint;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads what a recipe scored in an epoch of impact, and what of it an account can claim, in one round trip.
 *
 * @example
 * ```ts
 * const { points, claimable } = await getImpactOf(client, { impact, epoch: 4, recipe, account: alice });
 * ```
 */
export async function getImpactOf(
  client: ActionClient,
  parameters: getImpactOf.Parameters,
): Promise<getImpactOf.ReturnType> {
  const address = addressIn("impact", parameters);
  const { epoch, recipe, account } = parameters;
  const [{ amount, points }, { points: allPoints, pool, closedAt }, claimable] = await readMany(
    client,
    [
      { address, abi: [impactEmissionFlowOf], functionName: "flowOf", args: [epoch, recipe] },
      { address, abi: [impactEmissionEpochOf], functionName: "epochOf", args: [epoch] },
      { address, abi: [impactEmissionClaimable], functionName: "claimable", args: [epoch, recipe, account] },
    ],
    parameters,
  );
  return { amount, points, allPoints, pool, closedAt: BigInt(closedAt), claimable };
}
