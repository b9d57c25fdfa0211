import type { Address } from "viem";
import { assetRegistryRulersOf } from "../../abi/items/assetRegistry.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getRulers {
  type Args = { assetId: bigint };
  type Parameters = On<"assetRegistry"> & Args & ReadOptions;
  type ReturnType = { timelock: Address; board: Address };
  type ErrorType = ReadErrorType;
}

/**
 * Who may revoke (timelock) and freeze (board, else timelock) an asset; zero addresses where nobody may.
 *
 * @example
 * ```ts
 * const { timelock } = await client.getRulers({ assetId });
 * ```
 */
export const getRulers: ReadAction<
  "assetRegistry",
  getRulers.Args,
  typeof assetRegistryRulersOf,
  getRulers.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "assetRegistry",
  item: assetRegistryRulersOf,
  toInputs: ({ assetId }: getRulers.Args) => [assetId],
  fromOutput: ([timelock, board]): getRulers.ReturnType => ({ timelock, board }),
});
