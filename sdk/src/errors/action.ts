import type { Hex } from "viem";
import { ImprimaturError } from "./base.ts";

/** A write was asked for without an account. */
export class AccountMissingError extends ImprimaturError {
  override readonly name = "AccountMissingError";
  constructor() {
    super("There is no account: give one to the client or to the action.");
  }
}

/** An action does not know where its contract is. */
export class ContractMissingError extends ImprimaturError {
  override readonly name = "ContractMissingError";
  constructor(contract: string) {
    super(`The address of ${contract} is not known: give it to the action or to studioActions.`);
  }
}

/** Calldata belongs to another function than the action's. */
export class CalldataForeignError extends ImprimaturError {
  override readonly name = "CalldataForeignError";
  constructor(functionName: string, data: Hex, cause: unknown) {
    super(`The calldata ${data.slice(0, 10)}… is not a call of ${functionName}.`, { cause });
  }
}

/** A transaction succeeded without the event that the action waits for. */
export class EventMissingError extends ImprimaturError {
  override readonly name = "EventMissingError";
  constructor(eventName: string) {
    super(`There is no ${eventName} event in these logs.`);
  }
}

/** No recipe has this id or ordinal. */
export class RecipeUnknownError extends ImprimaturError {
  override readonly name = "RecipeUnknownError";
  constructor(recipe: Hex | number) {
    super(`There is no recipe ${recipe}.`);
  }
}

/** No lot has this id. */
export class LotUnknownError extends ImprimaturError {
  override readonly name = "LotUnknownError";
  constructor(lotId: bigint) {
    super(`There is no lot ${lotId}.`, { hint: "Has its transaction been included?" });
  }
}
