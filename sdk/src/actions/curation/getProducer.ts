import type { Address } from "viem";
import { curationProducerOf } from "../../abi/generated/curation.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

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
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads what a producer may commit.
 *
 * @example
 * ```ts
 * const { quota, used } = await client.getProducer({ producer });
 * ```
 */
export const getProducer: ReadAction<"curation", getProducer.Args, typeof curationProducerOf, getProducer.ReturnType> =
  /* @__PURE__ */ defineRead({
    contract: "curation",
    item: curationProducerOf,
    toInputs: ({ producer }: getProducer.Args) => [producer],
    fromOutput: ({ quota, used, day }): getProducer.ReturnType => ({ quota, used, day }),
  });
