import type { ProposalState, Support } from "../types/enums.ts";

/** What a proposal's state follows from. */
export type StateFacts = {
  state: ProposalState;
  votes: Readonly<Record<Support, bigint>>;
  quorum: bigint;
  override: boolean;
  eta: bigint;
};

type Shares = Readonly<Record<Support | "quorum" | "turnout", string>>;

/** Why a proposal is in its state, or what it waits for. */
export function explainState(facts: StateFacts, shares: Shares): string {
  const { votes, quorum, override, state, eta } = facts;
  const counted = votes.for + votes.abstain;
  const missing = `${shares.quorum} of all votes for or abstaining are needed`;
  const majority = override ? "two votes for each against" : "more votes for than against";
  switch (state) {
    case "pending":
      return "The vote has not begun.";
    case "active":
      if (counted < quorum) return `The vote goes on: the quorum is not reached, ${missing}.`;
      return `The vote goes on: the quorum is reached, and ${passes(facts) ? "it would pass" : `it lacks ${majority}`}.`;
    case "canceled":
      return "It was canceled, by its proposer before the vote or by the ethics board.";
    case "defeated":
      if (counted < quorum) return `The quorum was not reached: ${missing}.`;
      return `It did not get ${majority}: ${shares.for} for, ${shares.against} against.`;
    case "succeeded":
      return `It passed with ${shares.for} of all votes for and ${shares.against} against; anybody may queue it.`;
    case "queued":
      return `It passed and waits in the timelock; anybody may execute it from ${new Date(Number(eta) * 1000).toISOString()} on.`;
    case "expired":
      return "It was not executed in time.";
    case "executed":
      return "It passed and was executed.";
  }
}

function passes({ votes, override }: StateFacts): boolean {
  return votes.for > votes.against && (!override || votes.for >= 2n * votes.against);
}
