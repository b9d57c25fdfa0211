import { equal } from "node:assert/strict";
import type { Address, Hex, Log } from "viem";
import { FOUNDERS } from "../cast.ts";
import type { Scene, StudioClones } from "./scene.ts";

/** A call that the studio's treasury is to make. */
export interface Call {
  to: Address;
  data: Hex;
  value: bigint;
}

/** Proposes the calls, lets all founders vote for them, queues and executes; returns the logs of the execution. */
export async function passProposal(
  { cast, clock }: Scene,
  studio: StudioClones,
  proposal: { title: string; body: string; calls: Call[] },
): Promise<{ proposalId: bigint; logs: Log[] }> {
  const proposer = cast.inStudio("founder0", studio);
  const { proposalId, voteStart, voteEnd, description } = await proposer.proposeAndWait(proposal);
  await clock.passUntil(voteStart + 1n);
  for (const founder of FOUNDERS) await cast.inStudio(founder, studio).voteAndWait({ proposalId, support: "for" });
  await clock.passUntil(voteEnd + 1n);
  equal((await proposer.getProposalState({ proposalId })).state, "succeeded");
  const relayer = cast.inStudio("relayer", studio);
  const { etaSeconds } = await relayer.queueAndWait({ calls: proposal.calls, description });
  await clock.passUntil(etaSeconds);
  const { receipt } = await relayer.executeAndWait({ calls: proposal.calls, description });
  equal((await proposer.getProposalState({ proposalId })).state, "executed");
  return { proposalId, logs: receipt.logs };
}
