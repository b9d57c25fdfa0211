import type { Hex } from "viem";
import type { ImprimaturError } from "./base.ts";
import * as decode from "./decode.ts";
import { AGENT_ERROR_TABLE } from "./generated/agentTable.ts";
import type { DecodedError } from "./revert.ts";

/** A custom error out of revert data; undefined if no known contract raises it. */
export function decodeRevert(data: Hex): DecodedError | undefined {
  decode.learnErrors(AGENT_ERROR_TABLE);
  return decode.decodeRevert(data);
}

/**
 * The typed error that revert data stands for. Where contracts on the way wrapped it into errors of their own, it is the
 * innermost; they are its causes.
 */
export function errorOfRevert(data: Hex, cause: unknown): ImprimaturError {
  decode.learnErrors(AGENT_ERROR_TABLE);
  return decode.errorOfRevert(data, cause);
}

/**
 * What a failed request means: a revert becomes the typed error it stands for, and a failure of wallet, node or
 * connection its own, each with the original as its cause. What is nothing of it stays what it is.
 *
 * A revert inside a proposal comes out of governor and timelock unchanged, so the error is the target's.
 */
export function toStudioError(error: unknown): unknown {
  decode.learnErrors(AGENT_ERROR_TABLE);
  return decode.toStudioError(error);
}
