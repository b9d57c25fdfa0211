"use client";
import { createContext, createElement, type ReactNode, useContext, useMemo } from "react";
import type { Client } from "viem";
import { useClient } from "wagmi";
import { ChainUnconfiguredError, ProviderMissingError } from "../errors/react.ts";
import type { DataSource, QuerySource } from "../query/source.ts";
import type { KnownContracts } from "../studioContracts.ts";

/** Where the page's studio is. */
export type ImprimaturConfig = KnownContracts &
  DataSource & {
    /** The chain of the contracts; one of those that wagmi was configured with. */
    chainId: number;
  };

const Source = createContext<QuerySource | undefined>(undefined);

/** What {@link ImprimaturProvider} takes. */
export type ImprimaturProviderProps = {
  /** Best made once, outside of components: another object is another configuration. */
  config: ImprimaturConfig;
  children?: ReactNode;
};

/**
 * Tells the hooks below where the contracts are and who answers for lists; goes within `WagmiProvider` and
 * `QueryClientProvider`.
 *
 * @example
 * ```tsx
 * <ImprimaturProvider config={{ chainId: 31337, addresses: addressesOf(deployment), subgraph: url }}>
 *   <Page />
 * </ImprimaturProvider>
 * ```
 */
export function ImprimaturProvider({ config, children }: ImprimaturProviderProps): ReactNode {
  const client = useClient({ chainId: config.chainId }) as Client | undefined;
  if (client === undefined) throw new ChainUnconfiguredError(config.chainId);
  const source = useMemo(() => ({ ...config, client }), [config, client]);
  return createElement(Source.Provider, { value: source }, children);
}

/** What the hooks ask: pass it to the `…QueryOptions` functions, to ask for several things at once or ahead of time. */
export function useQuerySource(): QuerySource {
  const source = useContext(Source);
  if (source === undefined) throw new ProviderMissingError();
  return source;
}
