import type { Address, Hash, Hex } from "viem";
import { reputationTokenReputationSlashedEvent, reputationTokenSlash } from "../../abi/items/reputationToken.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace slash {
  type Args = {
    /** Who loses it. */
    member: Address;
    /** Effective units, 18 decimals; at most what the member has. */
    amount: bigint;
    /** Digest of the file that says why; never zero. */
    evidence: Hex;
  };
  type Parameters = On<"reputation"> & Args & SendOptions;
  type Result = {
    account: Address;
    /** Effective units. */
    amount: bigint;
    /** Raw units. */
    raw: bigint;
    evidence: Hex;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Takes reputation away by vote; only the timelock may.
 *
 * @example
 * ```ts
 * const call = slash.encode({ reputation, member: mallory, amount: parseEther("200"), evidence }); // for a proposal
 * ```
 */
export const slash: WriteAction<"reputation", slash.Args, typeof reputationTokenSlash, slash.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "reputation",
    item: reputationTokenSlash,
    event: reputationTokenReputationSlashedEvent,
    toInputs: ({ member, amount, evidence }: slash.Args) => [member, amount, evidence],
    fromInputs: ([member, amount, evidence]) => ({ member, amount, evidence }),
  });

/** {@link slash}, waiting for the receipt. */
export const slashAndWait: WaitingAction<"reputation", slash.Args, slash.Result> = /* @__PURE__ */ andWait(slash);
