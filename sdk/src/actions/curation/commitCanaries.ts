import type { Address, Hash, Hex } from "viem";
import { curationCanariesCommittedEvent, curationCommitCanaries } from "../../abi/items/curation.ts";
import { toSeconds } from "../../types/time.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace commitCanaries {
  type Args = {
    /** From `buildCanaries`. */
    root: Hex;
    count: number;
    /** Unix seconds: opened until then, or the bond is lost. */
    deadline: bigint;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    root: Hex;
    poster: Address;
    count: number;
    /** Unix seconds. */
    deadline: bigint;
    /** Units of the audit token. */
    bond: bigint;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Announces lots of known truth among those to come; the registrar, the timelock or the board may, with a bond from its deposit.
 *
 * @example
 * ```ts
 * const canaries = buildCanaries([{ lotId, defects: [3, 77], count: 300 }]);
 * await client.commitCanariesAndWait({ ...canaries, deadline });
 * ```
 */
export const commitCanaries: WriteAction<
  "curation",
  commitCanaries.Args,
  typeof curationCommitCanaries,
  commitCanaries.Result
> = /* @__PURE__ */ defineWrite({
  contract: "curation",
  item: curationCommitCanaries,
  event: curationCanariesCommittedEvent,
  toInputs: ({ root, count, deadline }: commitCanaries.Args) => [root, count, toSeconds(deadline)],
  fromInputs: ([root, count, deadline]) => ({ root, count, deadline: BigInt(deadline) }),
  fromEvents: (events) =>
    only(events, (event): commitCanaries.Result => ({ ...event, deadline: BigInt(event.deadline) })),
});

/** {@link commitCanaries}, waiting for the receipt. */
export const commitCanariesAndWait: WaitingAction<"curation", commitCanaries.Args, commitCanaries.Result> =
  /* @__PURE__ */ andWait(commitCanaries);
