import type { Address, Hash, Hex } from "viem";
import { curationCuratorRegisteredEvent, curationRegisterCurator } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace registerCurator {
  type Args = {
    /** The key that will sign ballots; a plain key of its own. */
    key: Address;
    /** From `signCuratorKey`. */
    keySignature: Hex;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    /** Place among the curators, for ever. */
    index: number;
    account: Address;
    key: Address;
    agent: boolean;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Registers the sender, a member with enough reputation, as a curator, or gives a curator a new key.
 *
 * @example
 * ```ts
 * const consent = await ballotClient.signCuratorKey({ curator: member.account.address });
 * const { index } = await member.registerCuratorAndWait(consent);
 * ```
 */
export const registerCurator: WriteAction<
  "curation",
  registerCurator.Args,
  typeof curationRegisterCurator,
  registerCurator.Result
> = /* @__PURE__ */ defineWrite({
  contract: "curation",
  item: curationRegisterCurator,
  event: curationCuratorRegisteredEvent,
  toInputs: ({ key, keySignature }: registerCurator.Args) => [key, keySignature],
  fromInputs: ([key, keySignature]) => ({ key, keySignature }),
});

/** {@link registerCurator}, waiting for the receipt. */
export const registerCuratorAndWait: WaitingAction<"curation", registerCurator.Args, registerCurator.Result> =
  /* @__PURE__ */ andWait(registerCurator);
