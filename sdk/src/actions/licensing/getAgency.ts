import type { Address } from "viem";
import { licenseMarketAgencyOf } from "../../abi/items/licenseMarket.ts";
import { type Agency, fromAgencyInput } from "../../licensing/agency.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getAgency {
  type Args = { recipe: number; agent: Address };
  type Parameters = On<"licenseMarket"> & Args & ReadOptions;
  type ReturnType = Agency;
  type ErrorType = ReadErrorType;
}

/**
 * What an agent may publish for a recipe now; all zero where it may nothing.
 *
 * @example
 * ```ts
 * const { until, minPrice } = await client.getAgency({ recipe, agent });
 * ```
 */
export const getAgency: ReadAction<
  "licenseMarket",
  getAgency.Args,
  typeof licenseMarketAgencyOf,
  getAgency.ReturnType
> = /* @__PURE__ */ defineRead({
  contract: "licenseMarket",
  item: licenseMarketAgencyOf,
  toInputs: ({ recipe, agent }: getAgency.Args) => [recipe, agent],
  fromOutput: (agency): getAgency.ReturnType => fromAgencyInput(agency),
});
