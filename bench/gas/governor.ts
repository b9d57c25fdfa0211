import { createStudio } from "../../test/helpers/protocol.ts";
import type { BenchContext, Measurement } from "../context.ts";
import { carryPayment, dearest, type ProposalCosts } from "../proposals.ts";

/** A payment by a collective of `count` founders: quorum at 30 %, cap at 20 %. */
async function carryInCollective(context: BenchContext, count: number): Promise<ProposalCosts> {
  const founders = context.wallets.slice(1, 1 + count);
  const clones = await createStudio(context, { founders: founders.map(({ account }) => account.address) });
  return carryPayment(context, { governor: clones.governor, treasury: clones.timelock }, founders);
}

/** A collective of five: the second vote reaches quorum, the third and later ones are the next. */
export async function governor(context: BenchContext): Promise<Record<string, Measurement>> {
  const { propose, votes, queue, execute } = await carryInCollective(context, 5);
  const [first, reaching, ...next] = votes as [Measurement, Measurement, ...Measurement[]];
  return {
    "gas.governor.propose": propose,
    "gas.governor.castVoteFirst": first,
    "gas.governor.castVoteReachingQuorum": reaching,
    "gas.governor.castVoteNext": dearest(next),
    "gas.governor.queue": queue,
    "gas.governor.execute": execute,
  };
}

/** A collective of fifteen: the second to fourth votes come before quorum. */
export async function governorBeforeQuorum(context: BenchContext): Promise<Record<string, Measurement>> {
  const { votes } = await carryInCollective(context, 15);
  return { "gas.governor.castVoteBeforeQuorum": dearest(votes.slice(1, 4)) };
}
