import type { ContractFunctionParameters, MulticallReturnType } from "viem";
import { multicall } from "viem/actions";
import { blockOf } from "./defineRead.ts";
import { explained } from "./failure.ts";
import type { ActionClient, ReadOptions } from "./types.ts";

/**
 * Several reads in one round trip and at one block: through the chain's Multicall3 where it is known, else through a
 * contract that exists only within the call.
 */
export function readMany<const Calls extends readonly ContractFunctionParameters[]>(
  client: ActionClient,
  contracts: Calls,
  options: ReadOptions = {},
): Promise<MulticallReturnType<Calls, false>> {
  const deployless = client.chain?.contracts?.multicall3 === undefined;
  return explained(
    () =>
      multicall(client, {
        contracts,
        allowFailure: false,
        deployless,
        ...blockOf(options),
      } as never) as unknown as Promise<MulticallReturnType<Calls, false>>,
  );
}
