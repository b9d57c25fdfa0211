import type { Abi, AbiEvent, AbiFunction, AbiParameter } from "viem";

/** A custom error as an ABI lists it. */
export type AbiError = Extract<Abi[number], { type: "error" }>;

const LETTERS: Readonly<Record<string, string>> = { address: "a", bool: "b", bytes32: "h", uint256: "u" };
const MUTABILITIES = { nonpayable: "n", payable: "p", pure: "u", view: "v" } as const;

function packParameter(parameter: AbiParameter & { indexed?: boolean }): string {
  const { type, name = "", indexed } = parameter;
  const [, base = "", suffix = ""] = /^(\w+)(.*)$/.exec(type) ?? [];
  const packed = "components" in parameter ? `(${packParameters(parameter.components)})` : (LETTERS[base] ?? base);
  return `${packed}${suffix}${indexed === true ? "*" : " "}${name}`;
}

/** Parameters as `unpackParameters` of the SDK reads them. */
export function packParameters(parameters: readonly AbiParameter[]): string {
  return parameters.map(packParameter).join(",");
}

/** An item as `unpackItem` of the SDK reads it. */
export function packItem(item: AbiEvent | AbiFunction | AbiError): string {
  const inputs = packParameters(item.inputs);
  if (item.type !== "function") return `e${item.name};${inputs}`;
  return `${MUTABILITIES[item.stateMutability]}${item.name};${inputs};${packParameters(item.outputs)}`;
}
