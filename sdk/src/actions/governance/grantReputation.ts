import type { Address, Hash, Hex } from "viem";
import { reputationTokenMint, reputationTokenReputationGrantedEvent } from "../../abi/items/reputationToken.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace grantReputation {
  type Args = {
    /** Who earned it. */
    member: Address;
    /** Effective units, 18 decimals. */
    amount: bigint;
    /** What it was earned as, a tag of the studio's own; see `toRoleTag`. 32 zero bytes for none. */
    role: Hex;
    /** Digest of a file that says what it was earned with; never zero. */
    evidence: Hex;
  };
  type Parameters = On<"reputation"> & Args & SendOptions;
  type Result = {
    account: Address;
    /** Effective units. */
    amount: bigint;
    /** Raw units. */
    raw: bigint;
    role: Hex;
    evidence: Hex;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Grants reputation by vote; only the timelock may, within the share of the supply that votes may grant in 90 days.
 *
 * @example
 * ```ts
 * const call = grantReputation.encode({ reputation, member: dora, amount: parseEther("50"), role: toRoleTag("artist"), evidence });
 * ```
 */
export const grantReputation: WriteAction<
  "reputation",
  grantReputation.Args,
  typeof reputationTokenMint,
  grantReputation.Result
> = /* @__PURE__ */ defineWrite({
  contract: "reputation",
  item: reputationTokenMint,
  event: reputationTokenReputationGrantedEvent,
  toInputs: ({ member, amount, role, evidence }: grantReputation.Args) => [member, amount, role, evidence],
  fromInputs: ([member, amount, role, evidence]) => ({ member, amount, role, evidence }),
  fromEvents: (events) => only(events, ({ source: _, ...grant }): grantReputation.Result => grant),
});

/** {@link grantReputation}, waiting for the receipt. */
export const grantReputationAndWait: WaitingAction<"reputation", grantReputation.Args, grantReputation.Result> =
  /* @__PURE__ */ andWait(grantReputation);
