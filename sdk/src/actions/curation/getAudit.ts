import type { Hex } from "viem";
import { curationAuditOf } from "../../abi/generated/curation.ts";
import { planOf } from "../../curation/plan.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

/** Absent until drawn, on the wire and in storage. */
const NO_SEED = `0x${"00".repeat(16)}`;

export declare namespace getAudit {
  type Args = { lotId: bigint };
  type Parameters = On<"curation"> & Args & ReadOptions;
  type ReturnType = {
    /** `none`: no audit here; `open`: waits for its seed; `drawn`: waits for ballots; `closed`: has a verdict. */
    phase: "none" | "open" | "drawn" | "closed";
    /** 16 bytes, once drawn. */
    seed: Hex | undefined;
    /** While open: the block whose prevRandao makes the seed. */
    seedBlock: bigint | undefined;
    /** Once drawn, until closed: unix seconds. */
    ballotDeadline: bigint | undefined;
    /** Once closed: end of the window for heavier sets of ballots, unix seconds. */
    windowEnd: bigint | undefined;
    /** Weight of all who may vote, frozen at the draw. */
    expectedWeight: number;
    /** Weight behind the present verdict. */
    weight: number;
    plan: number;
    planName: string;
    /** Curators with an index up to this may vote. */
    electorate: number;
    humanBallots: number;
    /** Number of words that the present verdict blocks. */
    blockedWords: number;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads the audit of a lot.
 *
 * @example
 * ```ts
 * const { phase, ballotDeadline } = await client.getAudit({ lotId });
 * ```
 */
export const getAudit: ReadAction<"curation", getAudit.Args, typeof curationAuditOf, getAudit.ReturnType> =
  /* @__PURE__ */ defineRead({
    contract: "curation",
    item: curationAuditOf,
    toInputs: ({ lotId }: getAudit.Args) => [lotId],
    fromOutput: ({ seed, clock, inbox: _, widening: __, ...audit }): getAudit.ReturnType => {
      const drawn = seed !== NO_SEED;
      const open = clock === 0 ? "none" : "open";
      const phase = drawn ? (audit.weight === 0 ? "drawn" : "closed") : open;
      return {
        ...audit,
        phase,
        seed: drawn ? seed : undefined,
        seedBlock: phase === "open" ? BigInt(clock) : undefined,
        ballotDeadline: phase === "drawn" ? BigInt(clock) : undefined,
        windowEnd: phase === "closed" ? BigInt(clock) : undefined,
        planName: planOf(audit.plan).name,
      };
    },
  });
