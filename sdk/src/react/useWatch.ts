"use client";
import { skipToken, type SkipToken } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { AbiEvent, Address } from "viem";
import type { WatchAction, WatchedEvent, WatchOptions } from "../actions/internal/defineWatch.ts";
import type { ActionClient } from "../actions/internal/types.ts";
import { deserialize, serialize } from "../query/serialize.ts";
import { contractsOf } from "../studioContracts.ts";
import { useQuerySource } from "./provider.ts";

type Listeners<Event extends AbiEvent> = {
  onEvent?: ((event: WatchedEvent<Event>) => void) | undefined;
  onError?: ((error: Error) => void) | undefined;
};

/** What a page watches; the contract is the provider's unless it is named. */
export type WatchParameters<Key extends string, Event extends AbiEvent> = {
  readonly [Name in Key]?: Address;
} & WatchOptions<Event> & {
    onEvent: (event: WatchedEvent<Event>) => void;
  };

type AnyWatch = (client: ActionClient, parameters: object) => () => void;

/**
 * Calls `onEvent` for each event while the component is there: any `watch…` of `/watch`. Other listeners than before do
 * not begin the watch anew; other arguments do. Nothing is watched with `skipToken`.
 *
 * @example
 * ```tsx
 * useWatch(watchLotCommitted, { args: { producer }, onEvent: ({ args }) => toast(`Lot ${args.lotId}`) });
 * ```
 */
export function useWatch<Key extends string, Event extends AbiEvent>(
  watch: WatchAction<Key, Event>,
  parameters: WatchParameters<Key, Event> | SkipToken,
): void {
  const source = useQuerySource();
  const listeners = useRef<Listeners<Event>>({});
  const { onEvent, onError, ...asked }: Listeners<Event> = parameters === skipToken ? {} : parameters;
  useEffect(() => {
    listeners.current = { onEvent, onError };
  });
  // Values may be new objects with each rendering: what they say begins the watch anew, not which objects they are.
  const key = onEvent === undefined ? undefined : serialize({ ...contractsOf(source), ...asked });
  const { client } = source;
  useEffect(() => {
    if (key === undefined) return undefined;
    return (watch as unknown as AnyWatch)(client, {
      ...(deserialize(key) as object),
      onEvent: (event: WatchedEvent<Event>) => listeners.current.onEvent?.(event),
      onError: (error: Error) => listeners.current.onError?.(error),
    });
  }, [client, key, watch]);
}
