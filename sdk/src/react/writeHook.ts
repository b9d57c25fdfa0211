"use client";
import { useMutation, type UseMutationOptions, type UseMutationResult, useQueryClient } from "@tanstack/react-query";
import { type Config, useConfig } from "wagmi";
import type { ActionClient } from "../actions/internal/types.ts";
import type { WrongChainError } from "../errors/client.ts";
import type { WalletDisconnectedError } from "../errors/react.ts";
import { type Area, queryKeyPrefix } from "../query/keys.ts";
import type { AnswerOf, ParametersOf } from "../query/readQuery.ts";
import { refreshAfter } from "../query/refresh.ts";
import { contractsOf } from "../studioContracts.ts";
import { useQuerySource } from "./provider.ts";
import { walletClientOf } from "./wallet.ts";

/** What TanStack Query lets a page choose; key and function are the action's. */
export type MutationChoices<Data, Failure, Variables> = Omit<
  UseMutationOptions<Data, Failure, Variables>,
  "mutationFn" | "mutationKey"
>;

/** What `mutate` takes: nothing at all where the action asks for nothing. */
type VariablesOf<Parameters> = Partial<Parameters> extends Parameters ? Parameters | undefined : Parameters;

/** An action of the connected wallet as a mutation; what it can fail with beside `Failure` is that there is none. */
export type WriteHook<Subject, Failure> = (
  choices?: MutationChoices<
    AnswerOf<Subject>,
    Failure | WalletDisconnectedError | WrongChainError,
    VariablesOf<ParametersOf<Subject>>
  >,
) => UseMutationResult<
  AnswerOf<Subject>,
  Failure | WalletDisconnectedError | WrongChainError,
  VariablesOf<ParametersOf<Subject>>
>;

/** Something to be done once, without a wallet, as a mutation. */
export type PrepareHook<Subject, Failure> = (
  choices?: MutationChoices<AnswerOf<Subject>, Failure, VariablesOf<ParametersOf<Subject>>>,
) => UseMutationResult<AnswerOf<Subject>, Failure, VariablesOf<ParametersOf<Subject>>>;

type AnyAction = (client: ActionClient, parameters: object) => Promise<unknown>;

/**
 * Makes the hook of an action that signs or sends. Where it waits for the receipt, what the transaction may have
 * changed is asked anew behind it.
 */
export function defineWriteHook<Subject, Failure>(
  area: Area,
  name: string,
  subject: Subject,
): WriteHook<Subject, Failure> {
  const action = subject as AnyAction;
  const useHook = (choices: object = {}) => {
    const source = useQuerySource();
    const config: Config = useConfig();
    const cache = useQueryClient();
    return useMutation({
      ...choices,
      mutationKey: queryKeyPrefix(source.chainId, area, name),
      mutationFn: async (given: object | undefined) => {
        const client = await walletClientOf(config, source.chainId);
        const result = await action(client, { ...contractsOf(source), ...given });
        if (hasReceipt(result)) void refreshAfter(cache, source, area, result.receipt);
        return result;
      },
    });
  };
  return useHook as unknown as WriteHook<Subject, Failure>;
}

/** Makes the hook of an action that asks the chain for what is made anew each time. */
export function definePrepareHook<Subject, Failure>(
  area: Area,
  name: string,
  subject: Subject,
): PrepareHook<Subject, Failure> {
  const action = subject as AnyAction;
  const useHook = (choices: object = {}) => {
    const source = useQuerySource();
    return useMutation({
      ...choices,
      mutationKey: queryKeyPrefix(source.chainId, area, name),
      mutationFn: (given: object | undefined) => action(source.client, { ...contractsOf(source), ...given }),
    });
  };
  return useHook as unknown as PrepareHook<Subject, Failure>;
}

function hasReceipt(result: unknown): result is { receipt: { blockNumber: bigint } } {
  return typeof result === "object" && result !== null && "receipt" in result;
}
