export type { WatchAction, WatchedEvent, WatchOptions } from "../actions/internal/defineWatch.ts";
export * from "./generated/index.ts";
