import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AbiEvent, AbiParameter } from "viem";
import { ABIS } from "./paths.ts";
import { NEVER_EMITTED } from "./sources.ts";

/** Reads the events of one contract from `abis/`: those that can ever be seen. */
export function readEvents(contract: string): AbiEvent[] {
  const events = JSON.parse(readFileSync(join(ABIS, `${contract}.json`), "utf8")) as AbiEvent[];
  const never = NEVER_EMITTED[contract] ?? {};
  const unknown = Object.keys(never).filter((name) => !events.some((event) => event.name === name));
  if (unknown.length > 0) throw new Error(`${contract} has no event ${unknown.join(", ")}`);
  return events.filter(({ name }) => !(name in never));
}

/** An event as a manifest spells it, for example `Transfer(indexed address,indexed address,uint256)`. */
export function eventSignature({ name, inputs }: AbiEvent): string {
  const parameters = inputs.map((input) => `${input.indexed === true ? "indexed " : ""}${canonicalType(input)}`);
  return `${name}(${parameters.join(",")})`;
}

function canonicalType(parameter: AbiParameter): string {
  if (!("components" in parameter)) return parameter.type;
  return `(${parameter.components.map(canonicalType).join(",")})${parameter.type.slice("tuple".length)}`;
}
