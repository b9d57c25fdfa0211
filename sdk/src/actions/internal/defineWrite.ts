import type { AbiEvent, AbiFunction } from "viem";
import {
  type Address,
  decodeFunctionData,
  encodeFunctionData,
  type Hash,
  type Hex,
  isAddressEqual,
  type Log,
  parseEventLogs,
} from "viem";
import { simulateContract, writeContract } from "viem/actions";
import { CalldataForeignError, EventMissingError } from "../../errors/action.ts";
import { explained } from "./failure.ts";
import { signerOf } from "./signer.ts";
import { defined } from "../../types/defined.ts";
import { contractCall, untyped } from "./target.ts";
import type { ActionClient, ContractKey, EventArgs, Inputs, On, SendOptions, WriteAction } from "./types.ts";

/** What makes a write: the function, its event, and how both read. */
export type WriteDefinition<
  Key extends ContractKey,
  Args extends object,
  Item extends AbiFunction,
  Event extends AbiEvent,
  Result extends object,
  Sent extends object,
> = {
  contract: Key;
  item: Item;
  event: Event;
  /** What the call emits instead of `event` where it comes out the other way; of the same arguments. */
  alternative?: AbiEvent;
  /** Finds out the arguments that sending may leave out; only where there are such. */
  complete?: (client: ActionClient, parameters: On<Key> & Sent & SendOptions) => Promise<Args>;
  toInputs: (args: Args) => Inputs<Item>;
  fromInputs: (inputs: Inputs<Item>) => Args;
  /** Result of the action's events; undefined if they are not the ones of a successful call. */
  fromEvents: (events: readonly EventArgs<Event>[], alternatives: readonly EventArgs<Event>[]) => Result | undefined;
};

/** Sends a contract call after a simulation, which is where reverts are decoded. */
async function send(client: ActionClient, call: ReturnType<typeof untyped>, options: SendOptions): Promise<Hash> {
  const { gas } = options;
  const account = signerOf(client, options);
  const { request } = await simulateContract(client, {
    ...call,
    account,
    ...defined({ gas }),
  });
  return writeContract(client, { ...request, chain: client.chain ?? null });
}

/** Makes an action of a write's definition. */
export function defineWrite<
  Key extends ContractKey,
  Args extends object,
  const Item extends AbiFunction,
  const Event extends AbiEvent,
  Result extends object,
  Sent extends object = Args,
>(definition: WriteDefinition<Key, Args, Item, Event, Result, Sent>): WriteAction<Key, Args, Item, Result, Sent> {
  const { contract, item, complete } = definition;
  const call = (args: On<Key> & Args) => contractCall(contract, args, item, definition.toInputs(args));

  const prepare = async <Parameters extends On<Key> & Sent & SendOptions>(
    client: ActionClient,
    parameters: Parameters,
  ): Promise<Parameters & Args> =>
    // Without `complete` there is nothing to leave out, so Sent is Args.
    ({ ...parameters, ...(await complete?.(client, parameters)) }) as Parameters & Args;

  const action = (client: ActionClient, parameters: On<Key> & Sent & SendOptions): Promise<Hash> =>
    explained(async () => send(client, untyped(call(await prepare(client, parameters))), parameters));

  return Object.assign(action, {
    contract,
    prepare,
    call,
    encode: (args: On<Key> & Args) => {
      const { address: to, abi, functionName, args: inputs } = untyped(call(args));
      return { to, data: encodeFunctionData({ abi, functionName, args: inputs }), value: 0n };
    },
    decode: (data: Hex) => definition.fromInputs(inputsOf(item, data)),
    extractEvent: (logs: readonly Log[], address?: Address) => resultOf(definition, logs, address),
  });
}

function inputsOf<Item extends AbiFunction>(item: Item, data: Hex): Inputs<Item> {
  try {
    return decodeFunctionData({ abi: [item as AbiFunction], data }).args as unknown as Inputs<Item>;
  } catch (error) {
    throw new CalldataForeignError(item.name, data, error);
  }
}

function resultOf<Event extends AbiEvent, Result>(
  definition: Pick<
    WriteDefinition<ContractKey, object, AbiFunction, Event, Result & object, object>,
    "event" | "alternative" | "fromEvents"
  >,
  logs: readonly Log[],
  address: Address | undefined,
): Result {
  const { event, alternative, fromEvents } = definition;
  const own = logs.filter((log) => address === undefined || isAddressEqual(log.address, address));
  const parse = (abi: readonly AbiEvent[]) =>
    parseEventLogs({ abi, logs: own }).map((log) => log.args as unknown as EventArgs<Event>);
  const result = fromEvents(parse([event]), alternative === undefined ? [] : parse([alternative]));
  if (result === undefined) throw new EventMissingError(event.name);
  return result;
}
