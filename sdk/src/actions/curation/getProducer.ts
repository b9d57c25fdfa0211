import type { Address } from "viem";
import { curationProducerOf } from "../../abi/items/curation.ts";
import { nameOf } from "../../types/codec.ts";
import { PRODUCER_LEVELS, type ProducerLevel } from "../../types/enums.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getProducer {
  type Args = { producer: Address };
  type Parameters = On<"curation"> & Args & ReadOptions;
  type ReturnType = {
    /** Assets a day; 0: not admitted here (the registrar may commit all the same). */
    quota: number;
    /** Assets committed on `day`. */
    used: number;
    /** Days since 1970. */
    day: number;
    level: ProducerLevel;
    /** Accepted lots in a row. */
    accepted: number;
    /** While normal: the last five outcomes, bit 0 the newest, set = rejected; while tightened: rejections there. */
    rejected: number;
    /** Index of the curator to whom the producer delegated its votes on `day`; 0 = none. */
    delegate: number;
    /** Deposit that is not at stake, units of the audit token. */
    free: bigint;
    /** Whether it is an agent that commits within its mandate's quota only. */
    bound: boolean;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads what a producer may commit, and what its deposit is.
 *
 * @example
 * ```ts
 * const { quota, used, level, free } = await client.getProducer({ producer });
 * ```
 */
export const getProducer: ReadAction<"curation", getProducer.Args, typeof curationProducerOf, getProducer.ReturnType> =
  /* @__PURE__ */ defineRead({
    contract: "curation",
    item: curationProducerOf,
    toInputs: ({ producer }: getProducer.Args) => [producer],
    fromOutput: ({ level, ...producer }): getProducer.ReturnType => ({
      ...producer,
      level: nameOf(PRODUCER_LEVELS, level),
    }),
  });
