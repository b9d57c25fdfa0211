import type { Address } from "viem";
import { impactEmissionEpochNow, impactEmissionTermsOf } from "../../abi/items/impactEmission.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, ReadOptions } from "../internal/types.ts";

/** What impact is measured in and how much of it is paid. All zero: impact is off. */
export type ImpactTerms = {
  /** ERC-20 that counts. */
  token: Address;
  /** Ppm of what may be issued without a vote. */
  share: number;
  version: number;
  /** First epoch that they are in force in. */
  from: number;
  /** Units of the token for one REP. */
  unitsPerRep: bigint;
};

export declare namespace getImpact {
  type Parameters = On<"impact"> & ReadOptions;
  type ReturnType = {
    /** The epoch that income counts in now; epochs are weeks. */
    epoch: number;
    terms: ImpactTerms;
    /** In force in the next epoch. */
    nextTerms: ImpactTerms;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads what a studio pays for income now and in the next week.
 *
 * @example
 * ```ts
 * const { epoch, terms } = await getImpact(client, { impact });
 * ```
 */
export async function getImpact(client: ActionClient, parameters: getImpact.Parameters): Promise<getImpact.ReturnType> {
  const address = addressIn("impact", parameters);
  const now = { address, abi: [impactEmissionEpochNow], functionName: "epochNow" } as const;
  const [epoch] = await readMany(client, [now], parameters);
  const termsIn = (args: readonly [number]) =>
    ({ address, abi: [impactEmissionTermsOf], functionName: "termsOf", args }) as const;
  const [terms, nextTerms] = await readMany(client, [termsIn([epoch]), termsIn([epoch + 1])], parameters);
  return { epoch, terms, nextTerms };
}
