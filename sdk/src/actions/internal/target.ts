import type { AbiFunction } from "viem";
import type { Abi, Address } from "viem";
import { ContractMissingError } from "../../errors/action.ts";
import type { ContractCall, ContractKey, Inputs, On } from "./types.ts";

/** The address of the contract that an action talks to. */
export function addressIn<Key extends ContractKey>(contract: Key, parameters: On<Key>): Address {
  const address = parameters[contract] as Address | undefined;
  if (address === undefined) throw new ContractMissingError(contract);
  return address;
}

/** A call of one ABI item. */
export function contractCall<Key extends ContractKey, Item extends AbiFunction>(
  contract: Key,
  parameters: On<Key>,
  item: Item,
  args: Inputs<Item>,
): ContractCall<Item> {
  return { address: addressIn(contract, parameters), abi: [item], functionName: item.name, args };
}

/** viem's own inference needs a literal ABI; a generic call is handed over in the shape it has at run time. */
export const untyped = (call: { address: Address; abi: readonly AbiFunction[]; functionName: string; args: unknown }) =>
  call as { address: Address; abi: Abi; functionName: string; args: unknown[] };
