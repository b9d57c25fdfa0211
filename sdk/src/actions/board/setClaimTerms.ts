import type { Address, Hash } from "viem";
import { ethicsBoardClaimTermsSetEvent, ethicsBoardSetClaimTerms } from "../../abi/items/ethicsBoard.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setClaimTerms {
  type Args = {
    token: Address;
    /** Units of the token; 0: only members may file. */
    bond: bigint;
  };
  type Parameters = On<"board"> & Args & SendOptions;
  type Result = {
    token: Address;
    bond: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Sets what a claim costs; only the timelock may.
 *
 * @example
 * ```ts
 * const call = setClaimTerms.encode({ board, token: usdc, bond: 50_000_000n }); // for a proposal
 * ```
 */
export const setClaimTerms: WriteAction<
  "board",
  setClaimTerms.Args,
  typeof ethicsBoardSetClaimTerms,
  setClaimTerms.Result
> = /* @__PURE__ */ defineWrite({
  contract: "board",
  item: ethicsBoardSetClaimTerms,
  event: ethicsBoardClaimTermsSetEvent,
  toInputs: ({ token, bond }: setClaimTerms.Args) => [token, bond],
  fromInputs: ([token, bond]) => ({ token, bond }),
});

/** {@link setClaimTerms}, waiting for the receipt. */
export const setClaimTermsAndWait: WaitingAction<"board", setClaimTerms.Args, setClaimTerms.Result> =
  /* @__PURE__ */ andWait(setClaimTerms);
