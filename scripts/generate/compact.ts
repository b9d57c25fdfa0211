import type { Abi, AbiEvent, AbiFunction, AbiParameter } from "viem";
import type { Packed } from "../../sdk/src/abi/compact.ts";

/** A custom error as an ABI lists it. */
export type AbiError = Extract<Abi[number], { type: "error" }>;

const LETTERS: Readonly<Record<string, string>> = { address: "a", bool: "b", bytes32: "h", uint256: "u" };

function packParameter(parameter: AbiParameter & { indexed?: boolean }): Packed {
  const { type, name = "", indexed } = parameter;
  const named = `${indexed === true ? "*" : " "}${name}`;
  if (!("components" in parameter)) return `${LETTERS[type] ?? type}${named}`;
  return [`${type.slice("tuple".length)}${named}`, ...parameter.components.map(packParameter)];
}

/** Parameters as `unpackParameters` of the SDK reads them. */
export function packParameters(parameters: readonly AbiParameter[]): Packed[] {
  return parameters.map(packParameter);
}

/** The arguments with which `unpackItem` of the SDK makes an item. */
export function packItem(item: AbiEvent | AbiFunction): string {
  const lists = item.type === "function" ? [item.inputs, item.outputs] : [item.inputs];
  const mutability = item.type === "function" && item.stateMutability !== "nonpayable" ? [item.stateMutability] : [];
  return [item.name, ...lists.map(packParameters), ...mutability].map((part) => JSON.stringify(part)).join(", ");
}
