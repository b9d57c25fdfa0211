import type { Address } from "viem";
import { agentMandatesWindowOf } from "../../abi/items/agentMandates.ts";
import { withAgentErrors } from "../internal/agentErrors.ts";
import { defineRead } from "../internal/defineRead.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import type { On, ReadAction, ReadOptions } from "../internal/types.ts";

export declare namespace getMandateWindow {
  type Args = { token: Address };
  type Parameters = On<"mandates"> & Args & ReadOptions;
  type ReturnType = {
    /** Most within the window, units of the token; zero: no window. */
    cap: bigint;
    /** Within the window so far, rounded up to steps. */
    spent: bigint;
  };
  type ErrorType = ReadErrorType;
}

/**
 * Reads how much of a token all mandates together may take, and have taken.
 *
 * @example
 * ```ts
 * const { cap, spent } = await client.getMandateWindow({ token: usdc });
 * ```
 */
export const getMandateWindow: ReadAction<
  "mandates",
  getMandateWindow.Args,
  typeof agentMandatesWindowOf,
  getMandateWindow.ReturnType
> = /* @__PURE__ */ withAgentErrors(
  /* @__PURE__ */ defineRead({
    contract: "mandates",
    item: agentMandatesWindowOf,
    toInputs: ({ token }: getMandateWindow.Args) => [token],
    fromOutput: ([cap, spent]): getMandateWindow.ReturnType => ({ cap, spent }),
  }),
);
