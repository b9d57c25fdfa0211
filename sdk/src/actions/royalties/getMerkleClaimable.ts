import type { Address } from "viem";
import { royaltySplitterClaimableMerkle } from "../../abi/items/royaltySplitter.ts";
import type { MerkleLine } from "../../merkle/split.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getMerkleClaimable {
  type Args = { recipe: number; token: Address; line: MerkleLine };
  type Parameters = On<"royaltySplitter"> & Args & ReadOptions;
  type ReturnType = bigint;
  type ErrorType = ReadErrorType;
}

/**
 * What `claimMerkle` would credit for a line now, in token units; the line itself is not proved here.
 *
 * @example
 * ```ts
 * const amount = await client.getMerkleClaimable({ recipe, token: usdc, line });
 * ```
 */
export const getMerkleClaimable: ReadAction<
  "royaltySplitter",
  getMerkleClaimable.Args,
  typeof royaltySplitterClaimableMerkle,
  getMerkleClaimable.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "royaltySplitter",
  item: royaltySplitterClaimableMerkle,
  toInputs: ({ recipe, token, line }: getMerkleClaimable.Args) => [recipe, token, line],
  fromOutput: (amount): getMerkleClaimable.ReturnType => amount,
});
