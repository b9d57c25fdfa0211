import { type Hex, zeroHash, type Hash } from "viem";
import { curationDrawSeed, curationSeedDrawnEvent } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import { prepareSeed } from "./prepareSeed.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { AuditPhaseError, HeaderMismatchError, SeedBlockPendingError } from "../../errors/curation.ts";

export declare namespace drawSeed {
  type Args = {
    lotId: bigint;
    /** RLP encoding of the seed block's header. */
    header: Hex;
    /** Zero, unless the studio keeps a pre-committed chain of salts. */
    salt?: Hex;
  };
  /** Sending fetches the header, and the salt where there is one. */
  type Sent = Omit<Args, "header"> & { header?: Hex };
  type Parameters = On<"curation"> & Sent & SendOptions;
  type Result = {
    lotId: bigint;
    /** 16 bytes. */
    seed: Hex;
    /** Unix seconds. */
    ballotDeadline: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType | AuditPhaseError | HeaderMismatchError | SeedBlockPendingError;
}

/**
 * Draws a lot's seed from the prevRandao of its seed block: fixes sample and panel.
 *
 * @example
 * ```ts
 * const { seed, ballotDeadline } = await client.drawSeedAndWait({ lotId });
 * ```
 */
export const drawSeed: WriteAction<"curation", drawSeed.Args, typeof curationDrawSeed, drawSeed.Result, drawSeed.Sent> =
  /* @__PURE__ */ defineWrite({
    contract: "curation",
    item: curationDrawSeed,
    event: curationSeedDrawnEvent,
    complete: async (client, { lotId, header, salt, ...parameters }: drawSeed.Parameters) => {
      if (header !== undefined) return { lotId, header, ...(salt === undefined ? {} : { salt }) };
      const found = await prepareSeed(client, { lotId, curation: parameters.curation });
      return { lotId, header: found.header, salt: salt ?? found.salt };
    },
    toInputs: ({ lotId, header, salt = zeroHash }: drawSeed.Args) => [lotId, header, salt],
    fromInputs: ([lotId, header, salt]) => ({ lotId, header, salt }),
    fromEvents: (events) =>
      only(events, (drawn): drawSeed.Result => ({ ...drawn, ballotDeadline: BigInt(drawn.ballotDeadline) })),
  });

/** {@link drawSeed}, waiting for the receipt. */
export const drawSeedAndWait: WaitingAction<"curation", drawSeed.Sent, drawSeed.Result> =
  /* @__PURE__ */ andWait(drawSeed);
