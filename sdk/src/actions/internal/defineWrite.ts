import type { AbiEvent, AbiFunction } from "viem";
import {
  type AbiParameterToPrimitiveType,
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
import { only } from "./events.ts";
import { explained } from "./failure.ts";
import { signerOf } from "./signer.ts";
import { defined } from "../../types/defined.ts";
import { contractCall, untyped } from "./target.ts";
import type { ActionClient, ContractKey, EventArgs, Inputs, On, SendOptions, WriteAction } from "./types.ts";

/** How an action's arguments and a function's parameters become each other. */
type Mapping<Args extends object, Item extends AbiFunction> = {
  toInputs: (args: Args) => Inputs<Item>;
  fromInputs: (inputs: Inputs<Item>) => Args;
};

/** How a result comes out of events. */
type Outcome<Event extends AbiEvent, Result extends object> = {
  /** Result of the action's events; undefined if they are not the ones of a successful call. */
  fromEvents: (events: readonly EventArgs<Event>[], alternatives: readonly EventArgs<Event>[]) => Result | undefined;
};

/** A function's parameters by name. */
type Named<Item extends AbiFunction> = {
  [Parameter in Item["inputs"][number] as Parameter["name"] & string]: AbiParameterToPrimitiveType<Parameter, "inputs">;
};

/** May be left out where the arguments are the function's parameters by name. */
type MappingIfNeeded<Args extends object, Item extends AbiFunction> = [Args, Named<Item>] extends [Named<Item>, Args]
  ? Partial<Mapping<Args, Item>>
  : Mapping<Args, Item>;

/** May be left out where the result is the arguments of the only event. */
type OutcomeIfNeeded<Event extends AbiEvent, Result extends object> =
  EventArgs<Event> extends Result ? Partial<Outcome<Event, Result>> : Outcome<Event, Result>;

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
} & Partial<Mapping<Args, Item>> &
  Partial<Outcome<Event, Result>>;

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
>(
  definition: WriteDefinition<Key, Args, Item, Event, Result, Sent> &
    MappingIfNeeded<Args, Item> &
    OutcomeIfNeeded<Event, Result>,
): WriteAction<Key, Args, Item, Result, Sent> {
  const {
    contract,
    item,
    complete,
    toInputs = byName<Args, Item>(item),
    fromInputs = toNames<Args, Item>(item),
  } = definition as WriteDefinition<Key, Args, Item, Event, Result, Sent>;
  const call = (args: On<Key> & Args) => contractCall(contract, args, item, toInputs(args));

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
    decode: (data: Hex) => fromInputs(inputsOf(item, data)),
    extractEvent: (logs: readonly Log[], address?: Address) => resultOf(definition, logs, address),
  });
}

// Where these two serve, the types above say that the arguments are the parameters by name.
function byName<Args extends object, Item extends AbiFunction>(item: Item): Mapping<Args, Item>["toInputs"] {
  return (args) => item.inputs.map(({ name }) => args[name as keyof Args]) as unknown as Inputs<Item>;
}

function toNames<Args extends object, Item extends AbiFunction>(item: Item): Mapping<Args, Item>["fromInputs"] {
  return (inputs: readonly unknown[]) =>
    Object.fromEntries(item.inputs.map(({ name = "" }, place) => [name, inputs[place]])) as Args;
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
  const events = parse([event]);
  const result =
    fromEvents === undefined
      ? only(events, (args) => args as unknown as Result)
      : fromEvents(events, alternative === undefined ? [] : parse([alternative]));
  if (result === undefined) throw new EventMissingError(event.name);
  return result;
}
