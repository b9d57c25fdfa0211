import type { ContractFunctionParameters, MulticallParameters, MulticallReturnType } from "viem";
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
  // viem narrows the calls once more; the generic ones here are narrow already.
  const parameters = {
    contracts,
    allowFailure: false,
    deployless: isDeployless(client),
    ...blockOf(options),
  } as MulticallParameters;
  return explained(
    () => multicall(client, parameters) as Promise<unknown> as Promise<MulticallReturnType<Calls, false>>,
  );
}

/** Whether the chain has no Multicall3 that is known, so that reads need a contract that exists only within the call. */
export const isDeployless = ({ chain }: ActionClient): boolean => chain?.contracts?.multicall3 === undefined;
