import type { Address, Hash, Hex } from "viem";
import { provenanceContestLineage, provenanceLineageContestedEvent } from "../../abi/items/provenance.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace contestLineage {
  type Args = {
    recipeId: Hex;
    /** Asset, or whole lot (`wholeLot`), that was left out. */
    parent: bigint;
    /** Digest of the file that shows it. */
    evidence: Hex;
    token: Address;
    /** Units of the token. */
    bond: bigint;
  };
  type Parameters = On<"provenance"> & Args & SendOptions;
  type Result = {
    contestId: bigint;
    recipeId: Hex;
    claimant: Address;
    recipe: number;
    parent: bigint;
    evidence: Hex;
    token: Address;
    bond: bigint;
    /** Until when it is ruled, unix seconds. */
    deadline: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Says that a recipe left out a parent, with a bond at stake that `fundPot` put aside (see `toBondId`); anybody but
 * the licensor may.
 *
 * @example
 * ```ts
 * const { contestId } = await client.contestLineageAndWait({ recipeId, parent: assetId, evidence, token: usdc, bond });
 * ```
 */
export const contestLineage: WriteAction<
  "provenance",
  contestLineage.Args,
  typeof provenanceContestLineage,
  contestLineage.Result
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineWrite({
    contract: "provenance",
    item: provenanceContestLineage,
    event: provenanceLineageContestedEvent,
    fromEvents: (events) =>
      only(events, ({ deadline, ...contest }): contestLineage.Result => ({ ...contest, deadline: BigInt(deadline) })),
  }),
);

/** {@link contestLineage}, waiting for the receipt. */
export const contestLineageAndWait: WaitingAction<"provenance", contestLineage.Args, contestLineage.Result> =
  /* @__PURE__ */ withAgentErrors(/* @__PURE__ */ andWait(contestLineage));
