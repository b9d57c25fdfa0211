import type { Address, Hash, Hex } from "viem";
import { licenseMarketAgentAppointedEvent, licenseMarketAppointAgent } from "../../abi/items/licenseMarket.ts";
import { type Agency, fromAgencyInput, toAgencyInput } from "../../licensing/agency.ts";
import { andWait } from "../internal/andWait.ts";
import { defineWrite } from "../internal/defineWrite.ts";
import { only } from "../internal/events.ts";
import type { On, SendOptions, WaitingAction, WriteAction } from "../internal/types.ts";
import type { WriteErrorType } from "../internal/errorTypes.ts";

export declare namespace appointAgent {
  type Args = { recipeId: Hex; agent: Address } & Agency;
  type Parameters = On<"licenseMarket"> & Args & SendOptions;
  type Result = { recipe: number; agent: Address } & Agency;
  /** Hash of the transaction; the waiting form returns {@link Result} with the receipt. */
  type ReturnType = Hash;
  type ErrorType = WriteErrorType;
}

/**
 * Lets an agent publish offers for a recipe within bounds, or ends that with `until: 0n`. Only the recipe's licensor
 * may; a hand-over of control ends every agency.
 *
 * @example
 * ```ts
 * await client.appointAgentAndWait({ recipeId, agent, until, minRate: 50_000, usages: ["derivative"], token: usdc, minPrice });
 * ```
 */
export const appointAgent: WriteAction<
  "licenseMarket",
  appointAgent.Args,
  typeof licenseMarketAppointAgent,
  appointAgent.Result
> = /* @__PURE__ */ defineWrite({
  contract: "licenseMarket",
  item: licenseMarketAppointAgent,
  event: licenseMarketAgentAppointedEvent,
  toInputs: ({ recipeId, agent, ...agency }: appointAgent.Args) => [recipeId, agent, toAgencyInput(agency)],
  fromInputs: ([recipeId, agent, agency]) => ({ recipeId, agent, ...fromAgencyInput(agency) }),
  fromEvents: (events) =>
    only(events, ({ agency, ...appointed }): appointAgent.Result => ({ ...appointed, ...fromAgencyInput(agency) })),
});

/** {@link appointAgent}, waiting for the receipt. */
export const appointAgentAndWait: WaitingAction<"licenseMarket", appointAgent.Args, appointAgent.Result> =
  /* @__PURE__ */ andWait(appointAgent);
