import type { Hash, Hex } from "viem";
import { ethicsBoardProposalVetoedEvent, ethicsBoardVetoAsChamber } from "../../abi/items/ethicsBoard.ts";
import type { ProposalActions } from "../../board/decision.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace vetoAsChamber {
  type Args = {
    /** See `toProposalActions`. */
    proposals: readonly ProposalActions[];
    /** From the charter's taxonomy; see `toReasonCode`. */
    reasonCode: Hex;
    /** Digest of the file that shows it. */
    evidence: Hex;
  };
  type Parameters = On<"board"> & Args & SendOptions;
  type Result = {
    /** Those that were canceled. */
    proposalIds: readonly bigint[];
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Vetoes proposals in the name of the appointed chamber, under the board's limits.
 *
 * @example
 * ```ts
 * await chamber.vetoAsChamberAndWait({ proposals: [toProposalActions(proposal)], reasonCode, evidence });
 * ```
 */
export const vetoAsChamber: WriteAction<
  "board",
  vetoAsChamber.Args,
  typeof ethicsBoardVetoAsChamber,
  vetoAsChamber.Result
> = /* @__PURE__ */ defineWrite({
  contract: "board",
  item: ethicsBoardVetoAsChamber,
  event: ethicsBoardProposalVetoedEvent,
  toInputs: ({ proposals, reasonCode, evidence }: vetoAsChamber.Args) => [proposals, reasonCode, evidence],
  fromInputs: ([proposals, reasonCode, evidence]): vetoAsChamber.Args => ({ proposals, reasonCode, evidence }),
  fromEvents: (events): vetoAsChamber.Result => ({ proposalIds: events.map(({ proposalId }) => proposalId) }),
});

/** {@link vetoAsChamber}, waiting for the receipt. */
export const vetoAsChamberAndWait: WaitingAction<"board", vetoAsChamber.Args, vetoAsChamber.Result> =
  /* @__PURE__ */ andWait(vetoAsChamber);
