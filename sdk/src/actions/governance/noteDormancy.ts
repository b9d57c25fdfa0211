import type { Address, Hash } from "viem";
import { reputationTokenDormancyNotedEvent, reputationTokenNoteDormancy } from "../../abi/items/reputationToken.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace noteDormancy {
  type Args = {
    member: Address;
  };
  type Parameters = On<"reputation"> & Args & SendOptions;
  type Result = {
    account: Address;
    /** Raw units. */
    raw: bigint;
    /** The index at this moment. */
    index: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Notes that an account is dormant; anybody may. After four half-lives without a change its dust can be pruned.
 *
 * @example
 * ```ts
 * await client.noteDormancyAndWait({ member });
 * ```
 */
export const noteDormancy: WriteAction<
  "reputation",
  noteDormancy.Args,
  typeof reputationTokenNoteDormancy,
  noteDormancy.Result
> = /* @__PURE__ */ defineWrite({
  contract: "reputation",
  item: reputationTokenNoteDormancy,
  event: reputationTokenDormancyNotedEvent,
  toInputs: ({ member }: noteDormancy.Args) => [member],
  fromInputs: ([member]) => ({ member }),
});

/** {@link noteDormancy}, waiting for the receipt. */
export const noteDormancyAndWait: WaitingAction<"reputation", noteDormancy.Args, noteDormancy.Result> =
  /* @__PURE__ */ andWait(noteDormancy);
