import type {
  AbiEvent,
  AbiFunction,
  AbiParameter,
  AbiParameterToPrimitiveType,
  Account,
  Address,
  Client,
  Hash,
  Hex,
  Log,
  TransactionReceipt,
} from "viem";

/** Any viem client; writing needs an account, in the client or in the parameters. */
export type ActionClient = Client;

/** The protocol's contracts: one of each on a chain. */
export type ProtocolContract =
  "assetRegistry" | "royaltySplitter" | "licenseMarket" | "licenses" | "studioFactory" | "attestations" | "provenance";

/** A studio's contracts. */
export type StudioContract =
  "studio" | "timelock" | "governor" | "reputation" | "curation" | "board" | "mandates" | "commissions" | "impact";

/** The contract that an action talks to, as its parameters name it. */
export type ContractKey = ProtocolContract | StudioContract;

/** Addresses of the contracts that an action talks to. */
export type On<Key extends ContractKey> = { readonly [Name in Key]: Address };

/** A call as proposals, Safe, EIP-5792 and ERC-4337 take it. */
export type Call = { to: Address; data: Hex; value?: bigint };

type Values<Parameters extends readonly AbiParameter[], Kind extends "inputs" | "outputs"> = {
  readonly [Index in keyof Parameters]: AbiParameterToPrimitiveType<Parameters[Index], Kind>;
};

/** Values of a function's parameters, in order. */
export type Inputs<Item extends AbiFunction> = Values<Item["inputs"], "inputs">;

type Answers<Item extends AbiFunction> = Values<Item["outputs"], "outputs">;

/** What viem answers to a read: the value of a single result, or a list of several. */
export type Output<Item extends AbiFunction> = Item["outputs"] extends readonly [AbiParameter]
  ? Answers<Item>[0]
  : Answers<Item>;

/** Arguments of an event by name. */
export type EventArgs<Event extends AbiEvent> = {
  readonly [Parameter in Event["inputs"][number] as Parameter["name"] & string]: AbiParameterToPrimitiveType<
    Parameter,
    "outputs"
  >;
};

/** What viem's `readContract`, `simulateContract`, `multicall` and `writeContract` take. */
export type ContractCall<Item extends AbiFunction> = {
  address: Address;
  abi: readonly [Item];
  functionName: Item["name"];
  args: Inputs<Item>;
};

/** How a write is sent. */
export type SendOptions = {
  /** Who sends; the client's account by default. */
  account?: Account | Address;
  gas?: bigint;
};

/** How long a waiting write waits. */
export type WaitOptions = {
  confirmations?: number;
  /** Milliseconds. */
  timeout?: number;
};

/** At which block a read is answered. */
export type ReadOptions = { blockNumber?: bigint };

/**
 * An action that sends a transaction.
 *
 * `Sent` are the parameters of sending where it can find out some of the call's arguments by itself.
 */
export type WriteAction<
  Key extends ContractKey,
  Args extends object,
  Item extends AbiFunction,
  Result extends object,
  Sent extends object = Args,
> = {
  (client: ActionClient, parameters: On<Key> & Sent & SendOptions): Promise<Hash>;
  /** The contract that is called. */
  readonly contract: Key;
  /** Finds out the arguments that were left out. */
  prepare<Parameters extends On<Key> & Sent & SendOptions>(
    client: ActionClient,
    parameters: Parameters,
  ): Promise<Parameters & Args>;
  /** The call, for viem's contract actions. */
  call(args: On<Key> & Args): ContractCall<Item>;
  /** The call, for proposals, Safe, EIP-5792 and ERC-4337. */
  encode(args: On<Key> & Args): Required<Call>;
  /** Arguments out of calldata; throws `CalldataForeignError` on another function's. */
  decode(data: Hex): Args;
  /** The action's event out of a receipt's logs, of any contract or of `address` only. */
  extractEvent(logs: readonly Log[], address?: Address): Result;
};

/** The waiting form of a write. */
export type WaitingAction<Key extends ContractKey, Sent extends object, Result extends object> = (
  client: ActionClient,
  parameters: On<Key> & Sent & SendOptions & WaitOptions,
) => Promise<Result & { receipt: TransactionReceipt }>;

/** An action that reads. */
export type ReadAction<Key extends ContractKey, Args extends object, Item extends AbiFunction, Result> = {
  (client: ActionClient, parameters: On<Key> & Args & ReadOptions): Promise<Result>;
  /** The contract that is asked. */
  readonly contract: Key;
  /** The call, for viem's contract actions. */
  call(args: On<Key> & Args): ContractCall<Item>;
};
