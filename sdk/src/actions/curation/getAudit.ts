import type { Hex } from "viem";
import { curationAuditOf } from "../../abi/items/curation.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

/** Absent until drawn, on the wire and in storage. */
const NO_DIGEST = `0x${"00".repeat(16)}`;

export declare namespace getAudit {
  type Args = {
    lotId: bigint;
    /** 0 by default; 1: the audit after a suspension. */
    round?: number;
  };
  type Parameters = On<"curation"> & Args & ReadOptions;
  type ReturnType = {
    /** `none`: no audit here; `open`: waits for its seed; `drawn`: waits for ballots; `closed`: has a verdict. */
    phase: "none" | "open" | "drawn" | "closed";
    /** 16 bytes, once drawn and until closed; afterwards see `getOutcome`. */
    seed: Hex | undefined;
    /** Once closed: the first half of the outcome's hash. */
    digest: Hex | undefined;
    /** While open: the block whose prevRandao makes the seed. */
    seedBlock: bigint | undefined;
    /** Once drawn, until closed: unix seconds. */
    ballotDeadline: bigint | undefined;
    /** Once closed: end of the window for heavier sets of ballots, unix seconds. */
    windowEnd: bigint | undefined;
    /** Weight behind the present verdict. */
    weight: number;
    /** Index of the curator to whom the producer delegated its votes; 0 = none. */
    excluded: number;
    /** Version of the terms that the lot is judged by. */
    terms: number;
    /** Low 8 bits of the epoch whose standings count. */
    epoch: number;
    plan: number;
    humanBallots: number;
    /** Ballots cast directly. */
    inbox: number;
    /** Of the panel of the present verdict. */
    widening: number;
    settled: boolean;
    /** Whether round 1 counts. */
    reaudited: boolean;
    challenged: boolean;
    vetoed: boolean;
    redrawn: boolean;
    canary: boolean;
  };
  type ErrorType = ReadErrorType;
}

/** Bits of an audit's flags above the widening. */
const FLAGS = { settled: 4, reaudited: 8, challenged: 16, vetoed: 32, redrawn: 64, canary: 128 } as const;

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
    toInputs: ({ lotId, round = 0 }: getAudit.Args) => [lotId, round],
    fromOutput: ({ digest, clock, flags, ...audit }): getAudit.ReturnType => {
      const drawn = digest !== NO_DIGEST;
      const open = clock === 0 ? "none" : "open";
      const phase = drawn ? (audit.weight === 0 ? "drawn" : "closed") : open;
      const switches = Object.entries(FLAGS).map(([name, bit]) => [name, (flags & bit) !== 0]);
      return {
        ...audit,
        ...(Object.fromEntries(switches) as Record<keyof typeof FLAGS, boolean>),
        phase,
        widening: flags & 3,
        seed: phase === "drawn" ? digest : undefined,
        digest: phase === "closed" ? digest : undefined,
        seedBlock: phase === "open" ? BigInt(clock) : undefined,
        ballotDeadline: phase === "drawn" ? BigInt(clock) : undefined,
        windowEnd: phase === "closed" ? BigInt(clock) : undefined,
      };
    },
  });
