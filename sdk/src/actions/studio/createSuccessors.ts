import { type Address, type Hash, type Hex, zeroHash } from "viem";
import { studioFactoryCreateSuccessors, studioFactorySuccessorsCreatedEvent } from "../../abi/items/studioFactory.ts";
import { nameOf, ordinalOf } from "../../types/codec.ts";
import { CLOCK_MODES, type ClockMode, type Preset, PRESETS } from "../../types/enums.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

/** What can be made anew; the timelock is the studio's identity and never is. */
export type SuccessorModule = (typeof MODULES)[number];

const MODULES = ["electorate", "curation", "board", "mandates", "commissions", "impact"] as const;

export declare namespace createSuccessors {
  type Args = {
    /** Directory of the studio that may vote to use them. */
    successorsOf: Address;
    /** The studio's own; of a solo studio that is to graduate the one it becomes. */
    preset: Preset;
    /** Which ones; an electorate is governor and reputation. */
    modules: readonly SuccessorModule[];
    /** Of a new electorate, 1,000 REP each; none where balances move. */
    founders?: readonly Address[];
    /** First holders of a new board's seats; none: a vote elects them. */
    seats?: readonly Address[];
    /** Balances that move to a new electorate: root and sum of `buildInheritance` in `/merkle`. */
    inheritance?: { root: Hex; total: bigint };
    /** What a new governor's clock counts; timestamps by default. */
    clockMode?: ClockMode;
    /** 1 for timestamps, 1 to 60 for block numbers. */
    secondsPerTick?: number;
    /** Digest of the file that explains it. */
    evidence: Hex;
  };
  type Parameters = On<"studioFactory"> & Args & SendOptions;
  /** The zero address: not asked for. */
  type Result = {
    governor: Address;
    reputation: Address;
    curation: Address;
    board: Address;
    mandates: Address;
    commissions: Address;
    impact: Address;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Makes modules that a studio may vote to use; anybody may, and until then they have no power.
 *
 * @example
 * ```ts
 * const made = await client.createSuccessorsAndWait({ successorsOf: studio, preset: "house", modules: ["board"], evidence });
 * const call = setBoard.encode({ studio, newBoard: made.board }); // for a proposal
 * ```
 */
export const createSuccessors: WriteAction<
  "studioFactory",
  createSuccessors.Args,
  typeof studioFactoryCreateSuccessors,
  createSuccessors.Result
> = /* @__PURE__ */ defineWrite({
  contract: "studioFactory",
  item: studioFactoryCreateSuccessors,
  event: studioFactorySuccessorsCreatedEvent,
  toInputs: (args: createSuccessors.Args) => [
    args.successorsOf,
    {
      preset: ordinalOf(PRESETS, args.preset),
      clockMode: ordinalOf(CLOCK_MODES, args.clockMode ?? "timestamp"),
      secondsPerTick: args.secondsPerTick ?? 1,
      ...(Object.fromEntries(MODULES.map((module) => [module, args.modules.includes(module)])) as Record<
        SuccessorModule,
        boolean
      >),
      founders: args.founders ?? [],
      seats: args.seats ?? [],
      root: args.inheritance?.root ?? zeroHash,
      total: args.inheritance?.total ?? 0n,
      evidence: args.evidence,
    },
  ],
  fromInputs: ([
    successorsOf,
    { preset, clockMode, root, total, electorate, curation, board, mandates, commissions, impact, ...input },
  ]): createSuccessors.Args => ({
    ...input,
    successorsOf,
    modules: MODULES.filter((_, place) => [electorate, curation, board, mandates, commissions, impact][place]),
    preset: nameOf(PRESETS, preset),
    clockMode: nameOf(CLOCK_MODES, clockMode),
    inheritance: { root, total },
  }),
  fromEvents: (events) => only(events, ({ successors }): createSuccessors.Result => successors),
});

/** {@link createSuccessors}, waiting for the receipt. */
export const createSuccessorsAndWait: WaitingAction<"studioFactory", createSuccessors.Args, createSuccessors.Result> =
  /* @__PURE__ */ andWait(createSuccessors);
