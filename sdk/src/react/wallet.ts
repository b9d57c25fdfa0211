"use client";
import { useMutation, type UseMutationResult } from "@tanstack/react-query";
import { type Config, useConfig, useConnection } from "wagmi";
import { getConnection, getConnectorClient, switchChain } from "wagmi/actions";
import type { ActionClient } from "../actions/internal/types.ts";
import { WrongChainError } from "../errors/client.ts";
import { WalletDisconnectedError } from "../errors/react.ts";
import { useQuerySource } from "./provider.ts";

/** The client of the connected wallet, which has to be on the studio's chain. */
export async function walletClientOf(config: Config, chainId: number): Promise<ActionClient> {
  const { status, connector } = getConnection(config);
  if (status !== "connected") throw new WalletDisconnectedError();
  // What wagmi knows of the wallet's chain may be older than a switch within the wallet.
  const walletChainId = await connector.getChainId();
  if (walletChainId !== chainId) throw new WrongChainError(walletChainId, chainId);
  return getConnectorClient(config, { chainId });
}

/** On which chains studio and wallet are. */
export type StudioChain = {
  /** The studio's. */
  chainId: number;
  /** The wallet's; undefined while none is connected. */
  walletChainId: number | undefined;
  /** Whether a wallet is connected, to another chain than the studio's. */
  wrong: boolean;
  /** Asks the wallet to go to the studio's chain. */
  switchChain: UseMutationResult<undefined, Error, undefined>;
};

/** On which chains studio and wallet are, and how to bring them together. */
export function useStudioChain(): StudioChain {
  const { chainId } = useQuerySource();
  const config: Config = useConfig();
  const { chainId: walletChainId, isConnected } = useConnection();
  const switching = useMutation<undefined, Error, undefined>({
    mutationFn: async () => {
      if (getConnection(config).status !== "connected") throw new WalletDisconnectedError();
      await switchChain(config, { chainId });
      return undefined;
    },
  });
  return { chainId, walletChainId, wrong: isConnected && walletChainId !== chainId, switchChain: switching };
}
