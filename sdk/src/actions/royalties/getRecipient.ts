import type { Address } from "viem";
import { royaltySplitterRecipientOf } from "../../abi/items/royaltySplitter.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getRecipient {
  type Args = { payee: Address };
  type Parameters = On<"royaltySplitter"> & Args & ReadOptions;
  type ReturnType = Address;
  type ErrorType = ReadErrorType;
}

/**
 * Who gets what a payee claims: the payee, or the account that its income was migrated to.
 *
 * @example
 * ```ts
 * const recipient = await client.getRecipient({ payee });
 * ```
 */
export const getRecipient: ReadAction<
  "royaltySplitter",
  getRecipient.Args,
  typeof royaltySplitterRecipientOf,
  getRecipient.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "royaltySplitter",
  item: royaltySplitterRecipientOf,
  toInputs: ({ payee }: getRecipient.Args) => [payee],
  fromOutput: (recipient): getRecipient.ReturnType => recipient,
});
