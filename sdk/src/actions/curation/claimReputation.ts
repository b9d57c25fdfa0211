import type { Address, Hash } from "viem";
import { curationClaimReputation, curationReputationClaimedEvent } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace claimReputation {
  type Args = {
    /** Account of the curator. */
    curator: Address;
    epoch: number;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    epoch: number;
    account: Address;
    /** Raw reputation. */
    raw: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Mints a curator's part of an epoch's reputation. Anybody may, for anybody.
 *
 * @example
 * ```ts
 * await client.claimReputationAndWait({ curator, epoch });
 * ```
 */
export const claimReputation: WriteAction<
  "curation",
  claimReputation.Args,
  typeof curationClaimReputation,
  claimReputation.Result
> = /* @__PURE__ */ defineWrite({
  contract: "curation",
  item: curationClaimReputation,
  event: curationReputationClaimedEvent,
  toInputs: ({ curator, epoch }: claimReputation.Args) => [curator, epoch],
  fromInputs: ([curator, epoch]) => ({ curator, epoch }),
});

/** {@link claimReputation}, waiting for the receipt. */
export const claimReputationAndWait: WaitingAction<"curation", claimReputation.Args, claimReputation.Result> =
  /* @__PURE__ */ andWait(claimReputation);
