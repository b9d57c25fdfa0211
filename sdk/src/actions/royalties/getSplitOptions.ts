import { royaltySplitterOptionsOf } from "../../abi/items/royaltySplitter.ts";
import { fromSplitOptionsInput, type SplitOptions } from "../../recipe/options.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getSplitOptions {
  type Args = { recipe: number };
  type Parameters = On<"royaltySplitter"> & Args & ReadOptions;
  type ReturnType = SplitOptions;
  type ErrorType = ReadErrorType;
}

/**
 * How a recipe divides its own income: its kind of split, and an advance that is paid back first.
 *
 * @example
 * ```ts
 * const { kind, advance } = await client.getSplitOptions({ recipe });
 * ```
 */
export const getSplitOptions: ReadAction<
  "royaltySplitter",
  getSplitOptions.Args,
  typeof royaltySplitterOptionsOf,
  getSplitOptions.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "royaltySplitter",
  item: royaltySplitterOptionsOf,
  toInputs: ({ recipe }: getSplitOptions.Args) => [recipe],
  fromOutput: (options): getSplitOptions.ReturnType => fromSplitOptionsInput(options),
});
