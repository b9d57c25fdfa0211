import type { Address, Hash } from "viem";
import { curationAuditTokenSetEvent, curationSetAuditToken } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace setAuditToken {
  type Args = {
    token: Address;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    token: Address;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Sets the token of the studio's deposits, bonds and fees, once; only the timelock may.
 *
 * @example
 * ```ts
 * const call = setAuditToken.encode({ curation, token: usdc }); // for a proposal
 * ```
 */
export const setAuditToken: WriteAction<
  "curation",
  setAuditToken.Args,
  typeof curationSetAuditToken,
  setAuditToken.Result
> = /* @__PURE__ */ defineWrite({
  contract: "curation",
  item: curationSetAuditToken,
  event: curationAuditTokenSetEvent,
  toInputs: ({ token }: setAuditToken.Args) => [token],
  fromInputs: ([token]) => ({ token }),
});

/** {@link setAuditToken}, waiting for the receipt. */
export const setAuditTokenAndWait: WaitingAction<"curation", setAuditToken.Args, setAuditToken.Result> =
  /* @__PURE__ */ andWait(setAuditToken);
