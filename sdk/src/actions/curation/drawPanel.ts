import { type Hex, zeroHash, type Hash } from "viem";
import { curationDrawPanel, curationPanelDrawnEvent } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import { preparePanelSeed } from "./preparePanelSeed.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { AuditPhaseError, HeaderMismatchError, SeedBlockPendingError } from "../../errors/curation.ts";

export declare namespace drawPanel {
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
 * Draws the panel that judges a lot's challenges from the prevRandao of its seed block. Anybody may.
 *
 * @example
 * ```ts
 * const { seed, ballotDeadline } = await client.drawPanelAndWait({ lotId });
 * ```
 */
export const drawPanel: WriteAction<
  "curation",
  drawPanel.Args,
  typeof curationDrawPanel,
  drawPanel.Result,
  drawPanel.Sent
> = /* @__PURE__ */ defineWrite({
  contract: "curation",
  item: curationDrawPanel,
  event: curationPanelDrawnEvent,
  complete: async (client, { lotId, header, salt, ...parameters }: drawPanel.Parameters) => {
    if (header !== undefined) return { lotId, header, ...(salt === undefined ? {} : { salt }) };
    const found = await preparePanelSeed(client, { lotId, curation: parameters.curation });
    return { lotId, header: found.header, salt: salt ?? found.salt };
  },
  toInputs: ({ lotId, header, salt = zeroHash }: drawPanel.Args) => [lotId, header, salt],
  fromInputs: ([lotId, header, salt]) => ({ lotId, header, salt }),
  fromEvents: (events) =>
    only(events, (drawn): drawPanel.Result => ({ ...drawn, ballotDeadline: BigInt(drawn.ballotDeadline) })),
});

/** {@link drawPanel}, waiting for the receipt. */
export const drawPanelAndWait: WaitingAction<"curation", drawPanel.Sent, drawPanel.Result> =
  /* @__PURE__ */ andWait(drawPanel);
