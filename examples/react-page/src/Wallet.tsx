import { useStudioChain } from "@imprimatur/sdk/react";
import { useConnect, useConnection, useConnectors, useDisconnect } from "wagmi";
import { Problem } from "./Problem.tsx";

/** Connects a wallet that announces itself, and asks it to come to the studio's chain. */
export function Wallet() {
  const { address } = useConnection();
  const connect = useConnect();
  const connectors = useConnectors();
  const disconnect = useDisconnect();
  const { wrong, walletChainId, chainId, switchChain } = useStudioChain();
  return (
    <header>
      {address === undefined ? (
        connectors.map((connector) => (
          <button key={connector.uid} onClick={() => connect.mutate({ connector })}>
            Connect {connector.name}
          </button>
        ))
      ) : (
        <button onClick={() => disconnect.mutate({})}>Disconnect {address}</button>
      )}
      {wrong && (
        <p role="status">
          Your wallet is on chain {walletChainId}, the studio on chain {chainId}.{" "}
          <button onClick={() => switchChain.mutate()}>Switch chain</button>
        </p>
      )}
      <Problem error={connect.error ?? switchChain.error} />
    </header>
  );
}
