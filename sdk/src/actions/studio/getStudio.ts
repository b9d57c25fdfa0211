import { type Address, zeroAddress } from "viem";
import {
  studioCharterVersion,
  studioCreatedAt,
  studioModuleOf,
  studioName,
  studioPreset,
  studioRegistrar,
  studioSymbol,
} from "../../abi/items/studio.ts";
import { nameOf, ordinalOf } from "../../types/codec.ts";
import { type Module, MODULES, type Preset, PRESETS } from "../../types/enums.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, ReadOptions, StudioContract } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getStudio {
  type Parameters = On<"studio"> & ReadOptions;
  type ReturnType = On<StudioContract> & {
    /** Untrusted text; not unique. */
    name: string;
    symbol: string;
    preset: Preset;
    /** Undefined: nobody. */
    registrar: Address | undefined;
    charterVersion: number;
    /** Unix seconds. */
    createdAt: bigint;
  };
  type ErrorType = ReadErrorType;
}

const moduleCall = (address: Address, module: Module) =>
  ({ address, abi: [studioModuleOf], functionName: "moduleOf", args: [ordinalOf(MODULES, module)] }) as const;

/**
 * Reads a studio and its modules in one round trip. The answer can be handed to `studioActions({ studio })`.
 *
 * @example
 * ```ts
 * const studio = await client.getStudio({ studio: address });
 * const member = client.extend(studioActions({ addresses, studio }));
 * ```
 */
export async function getStudio(client: ActionClient, parameters: getStudio.Parameters): Promise<getStudio.ReturnType> {
  const address = addressIn("studio", parameters);
  const [
    name,
    symbol,
    preset,
    registrar,
    charterVersion,
    createdAt,
    timelock,
    governor,
    reputation,
    curation,
    board,
    mandates,
    commissions,
    impact,
  ] = await readMany(
    client,
    [
      { address, abi: [studioName], functionName: "name" },
      { address, abi: [studioSymbol], functionName: "symbol" },
      { address, abi: [studioPreset], functionName: "preset" },
      { address, abi: [studioRegistrar], functionName: "registrar" },
      { address, abi: [studioCharterVersion], functionName: "charterVersion" },
      { address, abi: [studioCreatedAt], functionName: "createdAt" },
      moduleCall(address, "timelock"),
      moduleCall(address, "governor"),
      moduleCall(address, "reputation"),
      moduleCall(address, "curation"),
      moduleCall(address, "board"),
      moduleCall(address, "mandates"),
      moduleCall(address, "commissions"),
      moduleCall(address, "impact"),
    ],
    parameters,
  );
  return {
    studio: address,
    name,
    symbol,
    preset: nameOf(PRESETS, preset),
    registrar: registrar === zeroAddress ? undefined : registrar,
    charterVersion,
    createdAt: BigInt(createdAt),
    timelock,
    governor,
    reputation,
    curation,
    board,
    mandates,
    commissions,
    impact,
  };
}
