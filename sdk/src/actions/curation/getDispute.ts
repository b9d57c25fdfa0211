import type { Hex } from "viem";
import { curationDisputeOf } from "../../abi/items/curation.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getDispute {
  type Args = {
    lotId: bigint;
  };
  type Parameters = On<"curation"> & Args & ReadOptions;
  type ReturnType = {
    /** `open`: challenges wait for a panel; `called`: the panel waits for its seed; `drawn`: for ballots. */
    phase: "none" | "open" | "called" | "drawn";
    /** 16 bytes, once drawn. */
    seed: Hex | undefined;
    /** While called: the block whose prevRandao makes the seed. */
    seedBlock: bigint | undefined;
    /** Once drawn: unix seconds. */
    ballotDeadline: bigint | undefined;
    /** Low 8 bits of the epoch whose standings count. */
    epoch: number;
    /** Assets challenged, ever. */
    challenged: number;
    /** Challenges ever: the newest id. */
    challenges: number;
    /** Challenges that are not resolved. */
    open: number;
    /** Id of the challenge that suspended the lot; 0 = none. */
    suspender: number;
    /** Units of the audit token: of the lot's bond, to challengers. */
    paid: bigint;
    /** Whether assets stay blocked that no panel decided about. */
    dropped: boolean;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads the state of a lot's challenges and of their panel.
 *
 * @example
 * ```ts
 * const { phase, open } = await client.getDispute({ lotId });
 * ```
 */
export const getDispute: ReadAction<"curation", getDispute.Args, typeof curationDisputeOf, getDispute.ReturnType> =
  /* @__PURE__ */ defineRead({
    contract: "curation",
    item: curationDisputeOf,
    toInputs: ({ lotId }: getDispute.Args) => [lotId],
    fromOutput: ({ seed, clock, ...dispute }): getDispute.ReturnType => {
      const drawn = BigInt(seed) !== 0n;
      const waiting = clock === 0 ? (dispute.open === 0 ? "none" : "open") : "called";
      return {
        ...dispute,
        phase: drawn ? "drawn" : waiting,
        seed: drawn ? seed : undefined,
        seedBlock: drawn || clock === 0 ? undefined : BigInt(clock),
        ballotDeadline: drawn ? BigInt(clock) : undefined,
      };
    },
  });
