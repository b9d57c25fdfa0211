import type { Hash } from "viem";
import { licensesExclusiveReleasedEvent, licensesReleaseExclusive } from "../../abi/items/licenses.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace releaseExclusive {
  type Args = { /** The licensed asset, or a copy of its content. */ assetId: bigint };
  type Parameters = On<"licenses"> & Args & SendOptions;
  type Result = { assetId: bigint };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Lets go what exclusive licenses that are over still hold of an asset's lot and content. Anybody may.
 *
 * @example
 * ```ts
 * await client.releaseExclusiveAndWait({ assetId });
 * ```
 */
export const releaseExclusive: WriteAction<
  "licenses",
  releaseExclusive.Args,
  typeof licensesReleaseExclusive,
  releaseExclusive.Result
> = /* @__PURE__ */ defineWrite({
  contract: "licenses",
  item: licensesReleaseExclusive,
  event: licensesExclusiveReleasedEvent,
  toInputs: ({ assetId }: releaseExclusive.Args) => [assetId],
  fromInputs: ([assetId]) => ({ assetId }),
});

/** {@link releaseExclusive}, waiting for the receipt. */
export const releaseExclusiveAndWait: WaitingAction<"licenses", releaseExclusive.Args, releaseExclusive.Result> =
  /* @__PURE__ */ andWait(releaseExclusive);
