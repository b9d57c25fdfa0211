import { studioGovernorProposalCreatedEvent } from "../abi/index.ts";
import { parseDescription } from "../governance/proposal.ts";
import type { Call } from "../actions/internal/types.ts";
import { fetchLogs } from "../logs/fetchLogs.ts";
import { CheckFailedError } from "./errors.ts";
import type { Session } from "./session.ts";

/** A proposal as it was made; title and body are untrusted text. */
export type MadeProposal = {
  proposalId: bigint;
  proposer: string;
  title: string;
  description: string;
  calls: Required<Call>[];
};

/** All proposals of the studio's governor, oldest first. */
export async function listProposals(session: Session): Promise<MadeProposal[]> {
  const { client, fromBlock } = await session.connect();
  const { governor } = await session.studio();
  const events = [studioGovernorProposalCreatedEvent] as const;
  const logs = await fetchLogs(client, { address: governor, events, fromBlock });
  return logs.map(({ args }) => {
    const { proposalId, proposer, description, targets, values, calldatas } = args;
    const calls = targets.map((to, place) => ({ to, value: values[place] ?? 0n, data: calldatas[place] ?? "0x" }));
    return { proposalId, proposer, title: titleOf(description), description, calls };
  });
}

/** The first line, where the text is no description of this SDK's. */
function titleOf(description: string): string {
  try {
    return parseDescription(description).title;
  } catch {
    return description.split("\n")[0] ?? "";
  }
}

export async function findProposal(session: Session, proposalId: bigint): Promise<MadeProposal> {
  const found = (await listProposals(session)).find((each) => each.proposalId === proposalId);
  if (found === undefined) throw new CheckFailedError(`The studio has no proposal ${proposalId}.`);
  return found;
}
