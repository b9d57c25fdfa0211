import type { Address, Hex } from "viem";
import { curationChallengeOf } from "../../abi/items/curation.ts";
import { zeroHash } from "viem";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getChallenge {
  type Args = {
    lotId: bigint;
    /** Number of the challenge. */
    id: number;
  };
  type Parameters = On<"curation"> & Args & ReadOptions;
  type ReturnType = {
    challenger: Address;
    /** Units of the audit token: still at stake, without fees. */
    bond: bigint;
    /** Whether its adjudicators are paid. */
    paid: boolean;
    /** Whether it is about the whole lot. */
    wholeLot: boolean;
    /** Whether it suspended the lot. */
    suspended: boolean;
    /** keccak of first word and masks of what is undecided; zero once resolved. */
    masks: Hex;
    resolved: boolean;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads a challenge; see `getOpenMasks` for what it is about.
 *
 * @example
 * ```ts
 * const { challenger, bond, resolved } = await client.getChallenge({ lotId, id });
 * ```
 */
export const getChallenge: ReadAction<
  "curation",
  getChallenge.Args,
  typeof curationChallengeOf,
  getChallenge.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "curation",
  item: curationChallengeOf,
  toInputs: ({ lotId, id }: getChallenge.Args) => [lotId, id],
  fromOutput: ({ flags, ...challenge }): getChallenge.ReturnType => ({
    ...challenge,
    paid: (flags & 1) !== 0,
    wholeLot: (flags & 2) !== 0,
    suspended: (flags & 4) !== 0,
    resolved: challenge.masks === zeroHash,
  }),
});
