import type { Address } from "viem";
import { royaltySplitterMigrationOf } from "../../abi/items/royaltySplitter.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getMigration {
  type Args = { payee: Address };
  type Parameters = On<"royaltySplitter"> & Args & ReadOptions;
  type ReturnType = { to: Address; /** Unix seconds. */ readyAt: bigint } | undefined;
  type ErrorType = ReadErrorType;
}

/**
 * The migration of a payee's income that is under way; undefined where there is none.
 *
 * @example
 * ```ts
 * const migration = await client.getMigration({ payee });
 * ```
 */
export const getMigration: ReadAction<
  "royaltySplitter",
  getMigration.Args,
  typeof royaltySplitterMigrationOf,
  getMigration.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "royaltySplitter",
  item: royaltySplitterMigrationOf,
  toInputs: ({ payee }: getMigration.Args) => [payee],
  fromOutput: ([to, readyAt]): getMigration.ReturnType =>
    readyAt === 0 ? undefined : { to, readyAt: BigInt(readyAt) },
});
