import type { Address, Hash, Hex } from "viem";
import {
  reputationTokenClaimInheritance,
  reputationTokenInheritanceClaimedEvent,
} from "../../abi/items/reputationToken.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace claimInheritance {
  type Args = {
    member: Address;
    /** Raw units, as the list of balances has them. */
    raw: bigint;
    /** From `buildInheritance`. */
    proof: readonly Hex[];
  };
  type Parameters = On<"reputation"> & Args & SendOptions;
  type Result = {
    account: Address;
    raw: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Gives a member the balance of the studio's former reputation; anybody may, once for each account.
 *
 * @example
 * ```ts
 * await client.claimInheritanceAndWait({ member, raw, proof: inheritance.proof(member) });
 * ```
 */
export const claimInheritance: WriteAction<
  "reputation",
  claimInheritance.Args,
  typeof reputationTokenClaimInheritance,
  claimInheritance.Result
> = /* @__PURE__ */ defineWrite({
  contract: "reputation",
  item: reputationTokenClaimInheritance,
  event: reputationTokenInheritanceClaimedEvent,
  toInputs: ({ member, raw, proof }: claimInheritance.Args) => [member, raw, proof],
  fromInputs: ([member, raw, proof]) => ({ member, raw, proof }),
});

/** {@link claimInheritance}, waiting for the receipt. */
export const claimInheritanceAndWait: WaitingAction<"reputation", claimInheritance.Args, claimInheritance.Result> =
  /* @__PURE__ */ andWait(claimInheritance);
