export * from "../query/index.ts";
export * from "./generated/index.ts";
export { type DataHook, type SuspenseDataHook, useSubgraph, useSuspenseSubgraph } from "./dataHook.ts";
export { type ImprimaturConfig, ImprimaturProvider, type ImprimaturProviderProps, useQuerySource } from "./provider.ts";
export type { QueryChoices, QueryHook, ReadHook, SuspenseChoices, SuspenseHook, SuspenseReadHook } from "./readHook.ts";
export { type SendRequirementsErrorType, useSendRequirements } from "./useSendRequirements.ts";
export { useWaitForIndexed } from "./useWaitForIndexed.ts";
export { type StudioChain, useStudioChain, walletClientOf } from "./wallet.ts";
export type { MutationChoices, PrepareHook, WriteHook } from "./writeHook.ts";
