import type { Hash, Hex } from "viem";
import { licensesBreachProvedEvent, licensesProveBreach } from "../../abi/items/licenses.ts";
import type { AssetLeaf } from "../../merkle/types.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace proveBreach {
  type Args = {
    /** The exclusive license. */
    licenseId: Hex;
    /** Asset with the same content, in a lot that was committed later. */
    copy: bigint;
    leaf: AssetLeaf;
    proof: readonly Hex[];
  };
  type Parameters = On<"licenses"> & Args & SendOptions;
  type Result = { licenseId: Hex; copy: bigint };
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Shows that a later lot holds a copy of exclusively licensed content: the copy sells nothing while that license
 * lives. Anybody may.
 *
 * @example
 * ```ts
 * await client.proveBreachAndWait({ licenseId, copy: assetAt(lotId, 3), leaf, proof });
 * ```
 */
export const proveBreach: WriteAction<"licenses", proveBreach.Args, typeof licensesProveBreach, proveBreach.Result> =
  /* @__PURE__ */ defineWrite({
    contract: "licenses",
    item: licensesProveBreach,
    event: licensesBreachProvedEvent,
  });

/** {@link proveBreach}, waiting for the receipt. */
export const proveBreachAndWait: WaitingAction<"licenses", proveBreach.Args, proveBreach.Result> =
  /* @__PURE__ */ andWait(proveBreach);
