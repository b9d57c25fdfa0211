import { type Address, type Hash, type Hex, parseSignature, serializeSignature } from "viem";
import { reputationTokenDelegateBySig, reputationTokenDelegateChangedEvent } from "../../abi/items/reputationToken.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace delegateBySig {
  type Args = {
    delegatee: Address;
    /** The signer's, as signed. */
    nonce: bigint;
    /** Unix seconds. */
    expiry: bigint;
    /** 65 bytes, from `signDelegation`. */
    signature: Hex;
  };
  type Parameters = On<"reputation"> & Args & SendOptions;
  type Result = {
    delegator: Address;
    fromDelegate: Address;
    toDelegate: Address;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Submits a delegation that somebody else signed.
 *
 * @example
 * ```ts
 * const signed = await member.signDelegation({ delegatee: bob, expiry });
 * await relayer.delegateBySigAndWait(signed);
 * ```
 */
export const delegateBySig: WriteAction<
  "reputation",
  delegateBySig.Args,
  typeof reputationTokenDelegateBySig,
  delegateBySig.Result
> = /* @__PURE__ */ defineWrite({
  contract: "reputation",
  item: reputationTokenDelegateBySig,
  event: reputationTokenDelegateChangedEvent,
  toInputs: ({ delegatee, nonce, expiry, signature }: delegateBySig.Args) => {
    const { r, s, yParity } = parseSignature(signature);
    return [delegatee, nonce, expiry, yParity + 27, r, s];
  },
  fromInputs: ([delegatee, nonce, expiry, v, r, s]) => ({
    delegatee,
    nonce,
    expiry,
    signature: serializeSignature({ r, s, yParity: v - 27 }),
  }),
});

/** {@link delegateBySig}, waiting for the receipt. */
export const delegateBySigAndWait: WaitingAction<"reputation", delegateBySig.Args, delegateBySig.Result> =
  /* @__PURE__ */ andWait(delegateBySig);
