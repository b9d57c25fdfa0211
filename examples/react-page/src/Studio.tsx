import {
  type ImprimaturConfig,
  ImprimaturProvider,
  useSuspenseIndexedStudio,
  useSuspenseSubgraph,
} from "@imprimatur/sdk/react";
import { useMemo } from "react";
import { type Address, isAddress } from "viem";
import { Pieces } from "./Pieces.tsx";
import { Votes } from "./Votes.tsx";

const NEWEST = "{ studios(first: 1, orderBy: createdAtBlock, orderDirection: desc) { id } }";

type Props = { config: ImprimaturConfig };

/** The studio of the address bar (`?studio=0x…`), else the newest one; everything below acts on its contracts. */
export function Studio({ config }: Props) {
  const asked = new URLSearchParams(location.search).get("studio") ?? "";
  return isAddress(asked) ? <Open address={asked} config={config} /> : <Newest config={config} />;
}

function Newest({ config }: Props) {
  const { data } = useSuspenseSubgraph<{ studios: { id: Address }[] }>({ query: NEWEST });
  const address = data.studios[0]?.id;
  return address === undefined ? <p>There is no studio yet.</p> : <Open address={address} config={config} />;
}

function Open({ address, config }: Props & { address: Address }) {
  const { data: studio } = useSuspenseIndexedStudio({ studio: address });
  const here = useMemo(() => (studio === null ? config : { ...config, studio }), [config, studio]);
  if (studio === null) return <p>There is no studio at {address}.</p>;
  return (
    <ImprimaturProvider config={here}>
      <h1>{studio.name}</h1>
      <Pieces licensor={studio.timelock} />
      <Votes governor={studio.governor} />
    </ImprimaturProvider>
  );
}
