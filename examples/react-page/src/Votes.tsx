import { parseDescription } from "@imprimatur/sdk";
import { useSuspenseGetProposal, useSuspenseSubgraph, useVoteAndWait } from "@imprimatur/sdk/react";
import type { Address } from "viem";
import { Problem } from "./Problem.tsx";

const NEWEST = `query ($governor: Bytes!) {
  proposals(where: { governance: $governor }, first: 3, orderBy: creationTime, orderDirection: desc) {
    proposalId description
  }
}`;
type Proposals = { proposals: { proposalId: string; description: string }[] };

/** The newest proposals, with buttons where a vote is open. */
export function Votes({ governor }: { governor: Address }) {
  const { data } = useSuspenseSubgraph<Proposals>({ query: NEWEST, variables: { governor: governor.toLowerCase() } });
  return (
    <section>
      <h2>Votes</h2>
      {data.proposals.map(({ proposalId, description }) => (
        <Proposal key={proposalId} proposalId={BigInt(proposalId)} title={parseDescription(description).title} />
      ))}
    </section>
  );
}

function Proposal({ proposalId, title }: { proposalId: bigint; title: string }) {
  const { data: proposal } = useSuspenseGetProposal({ proposalId });
  const vote = useVoteAndWait();
  return (
    <article>
      <h3>{title}</h3>
      <p>
        {proposal.state}: {proposal.shares.for} for, {proposal.shares.against} against
      </p>
      {proposal.state === "active" &&
        (["for", "against"] as const).map((support) => (
          <button key={support} onClick={() => vote.mutate({ proposalId, support })}>
            Vote {support}
          </button>
        ))}
      <Problem error={vote.error} />
    </article>
  );
}
