import type { Address, Hash } from "viem";
import { curationClaimPay, curationPayClaimedEvent } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace claimPay {
  type Args = {
    /** Account of the curator. */
    curator: Address;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    /** Index of the curator. */
    index: number;
    account: Address;
    /** Units of the audit token. */
    amount: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Credits a curator with what it earned; it is withdrawn like any royalty. Anybody may, for anybody.
 *
 * @example
 * ```ts
 * await client.claimPayAndWait({ curator });
 * ```
 */
export const claimPay: WriteAction<"curation", claimPay.Args, typeof curationClaimPay, claimPay.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "curation",
    item: curationClaimPay,
    event: curationPayClaimedEvent,
    toInputs: ({ curator }: claimPay.Args) => [curator],
    fromInputs: ([curator]) => ({ curator }),
  });

/** {@link claimPay}, waiting for the receipt. */
export const claimPayAndWait: WaitingAction<"curation", claimPay.Args, claimPay.Result> =
  /* @__PURE__ */ andWait(claimPay);
