import { type Address, bytesToHex, type Hex, zeroAddress, type Hash } from "viem";
import { studioFactoryCreateStudio, studioFactoryStudioCreatedEvent } from "../../abi/items/studioFactory.ts";
import { nameOf, ordinalOf } from "../../types/codec.ts";
import { CLOCK_MODES, type ClockMode, type Preset, PRESETS } from "../../types/enums.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace createStudio {
  type Args = {
    /** 1 to 31 bytes. */
    name: string;
    /** Symbol of the reputation token, 1 to 31 bytes. */
    symbol: string;
    preset: Preset;
    /** Accounts that get 1,000 REP each; unique. */
    founders: readonly Address[];
    /** First holders of the ethics board's seats: 5, 7 or 9, unique; without any there is no board. A house needs one. */
    seats?: readonly Address[];
    /** SHA-256 digest of the first charter file. */
    charter: Hex;
    /** Account that registers recipes and mints for the studio; nobody by default. */
    registrar?: Address;
    /** What the governor's clock counts; timestamps by default, see `clockOf` in `/addresses`. */
    clockMode?: ClockMode;
    /** 1 for timestamps, 1 to 60 for block numbers. */
    secondsPerTick?: number;
    /** Fixes the studio's address together with the sender; random by default. */
    salt?: Hex;
  };
  type Parameters = On<"studioFactory"> & Args & SendOptions;
  type Result = {
    studio: Address;
    /** The studio's identity and treasury: licensor of its recipes. */
    timelock: Address;
    creator: Address;
    governor: Address;
    reputation: Address;
    curation: Address;
    /** The zero address: there is none; so of the next two. */
    board: Address;
    mandates: Address;
    commissions: Address;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Creates a studio: a DAO with treasury, governor, reputation, curation and, if it has seats, an ethics board, in one
 * transaction.
 *
 * @example
 * ```ts
 * const { studio, governor } = await client.createStudioAndWait({
 *   name: "Atelier Nord",
 *   symbol: "NORD",
 *   preset: "collective",
 *   founders: [alice, bob, carol],
 *   registrar: alice,
 *   charter: digestOf("bafkrei…"),
 * });
 * ```
 */
export const createStudio: WriteAction<
  "studioFactory",
  createStudio.Args,
  typeof studioFactoryCreateStudio,
  createStudio.Result
> = /* @__PURE__ */ defineWrite({
  contract: "studioFactory",
  item: studioFactoryCreateStudio,
  event: studioFactoryStudioCreatedEvent,
  toInputs: (args: createStudio.Args) => [
    {
      name: args.name,
      symbol: args.symbol,
      preset: ordinalOf(PRESETS, args.preset),
      clockMode: ordinalOf(CLOCK_MODES, args.clockMode ?? "timestamp"),
      secondsPerTick: args.secondsPerTick ?? 1,
      registrar: args.registrar ?? zeroAddress,
      founders: args.founders,
      seats: args.seats ?? [],
      charter: args.charter,
      salt: args.salt ?? bytesToHex(crypto.getRandomValues(new Uint8Array(32))),
    },
  ],
  fromInputs: ([{ preset, clockMode, ...config }]) => ({
    ...config,
    preset: nameOf(PRESETS, preset),
    clockMode: nameOf(CLOCK_MODES, clockMode),
  }),
  fromEvents: (events) => only(events, ({ config: _, ...clones }): createStudio.Result => clones),
});

/** {@link createStudio}, waiting for the receipt. */
export const createStudioAndWait: WaitingAction<"studioFactory", createStudio.Args, createStudio.Result> =
  /* @__PURE__ */ andWait(createStudio);
