import type { Address, Hash } from "viem";
import { curationCuratorReadmittedEvent, curationReadmitCurator } from "../../abi/items/curation.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";

export declare namespace readmitCurator {
  type Args = {
    /** Account of the curator. */
    curator: Address;
  };
  type Parameters = On<"curation"> & Args & SendOptions;
  type Result = {
    /** Index of the curator. */
    index: number;
  };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Lets a curator who was struck off judge again; only the timelock may.
 *
 * @example
 * ```ts
 * const call = readmitCurator.encode({ curation, curator }); // for a proposal
 * ```
 */
export const readmitCurator: WriteAction<
  "curation",
  readmitCurator.Args,
  typeof curationReadmitCurator,
  readmitCurator.Result
> = /* @__PURE__ */ defineWrite({
  contract: "curation",
  item: curationReadmitCurator,
  event: curationCuratorReadmittedEvent,
  toInputs: ({ curator }: readmitCurator.Args) => [curator],
  fromInputs: ([curator]) => ({ curator }),
});

/** {@link readmitCurator}, waiting for the receipt. */
export const readmitCuratorAndWait: WaitingAction<"curation", readmitCurator.Args, readmitCurator.Result> =
  /* @__PURE__ */ andWait(readmitCurator);
