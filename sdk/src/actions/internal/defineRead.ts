import type { AbiFunction } from "viem";
import { readContract } from "viem/actions";
import { defined } from "../../types/defined.ts";
import { explained } from "./failure.ts";
import { contractCall, untyped } from "./target.ts";
import type { ActionClient, ContractCall, ContractKey, Inputs, On, Output, ReadAction, ReadOptions } from "./types.ts";

/** What makes a read of one call. */
export type ReadDefinition<Key extends ContractKey, Args extends object, Item extends AbiFunction, Result> = {
  contract: Key;
  item: Item;
  toInputs(args: Args): Inputs<Item>;
  /** What viem answers (one value, or a list of several) as the caller wants it. */
  fromOutput(answer: Output<Item>): Result;
};

/** Makes an action of a read's definition. */
export function defineRead<Key extends ContractKey, Args extends object, const Item extends AbiFunction, Result>(
  definition: ReadDefinition<Key, Args, Item, Result>,
): ReadAction<Key, Args, Item, Result> {
  const { contract, item } = definition;
  const call = (args: On<Key> & Args): ContractCall<Item> =>
    contractCall(contract, args, item, definition.toInputs(args));
  const action = (client: ActionClient, parameters: On<Key> & Args & ReadOptions): Promise<Result> =>
    explained(async () => {
      const answer = await readContract(client, { ...untyped(call(parameters)), ...blockOf(parameters) });
      return definition.fromOutput(answer as Output<Item>);
    });
  return Object.assign(action, { contract, call });
}

/** The part of a read's parameters that viem takes. */
export function blockOf({ blockNumber }: ReadOptions): ReadOptions {
  return defined({ blockNumber });
}
