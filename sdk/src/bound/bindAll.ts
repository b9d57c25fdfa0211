import type { AbiFunction } from "viem";
import { andWait } from "../actions/internal/andWait.ts";
import type { ActionClient, ContractKey, WriteAction } from "../actions/internal/types.ts";
import { contractsOf, type KnownContracts } from "../studioContracts.ts";
import type { Action } from "./types.ts";

type AnyWrite = WriteAction<ContractKey, object, AbiFunction, object>;

/** Makes actions methods of a client, each write in its waiting form too, and fills in the contracts that are known. */
export function bindAll(
  actions: Readonly<Record<string, unknown>>,
  parameters: KnownContracts,
): (client: ActionClient) => Readonly<Record<string, unknown>> {
  const contracts = contractsOf(parameters);
  return (client) => {
    const bind = <Parameters, Result>(action: Action<Parameters, Result>) =>
      // The contracts that the type lets the caller leave out are the ones that are filled in here.
      ((parameters?: object) => action(client, { ...contracts, ...parameters } as Parameters)) as never;
    const bound = Object.entries(actions).map(([name, action]) => [name, bind(action as Action<unknown, unknown>)]);
    const waiting = Object.entries(actions)
      .filter(([, action]) => "prepare" in (action as object))
      .map(([name, action]) => [`${name}AndWait`, bind(andWait(action as AnyWrite) as Action<unknown, unknown>)]);
    return Object.fromEntries([...bound, ...waiting]) as Readonly<Record<string, unknown>>;
  };
}
