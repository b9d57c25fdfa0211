import { type Address, encodeFunctionData, parseAbi } from "viem";
import { callArgs, proposalOf, proposeArgs, SUPPORT } from "../test/helpers/governance.ts";
import type { Wallet } from "../test/helpers/protocol.ts";
import type { BenchContext, Measurement } from "./context.ts";

const transferAbi = parseAbi(["function transfer(address to, uint256 amount) returns (bool)"]);
const AMOUNT = 1_000_000n;

/** What each step of a proposal cost; one entry a voter in `votes`. */
export interface ProposalCosts {
  propose: Measurement;
  votes: Measurement[];
  queue: Measurement;
  execute: Measurement;
}

/** Title, one line of body and the `#proposer=` line, 85 bytes in all. */
function describeShortly(proposer: Address): string {
  const description = `# Pay the printer\nFirst poster..\n#proposer=${proposer}`;
  if (description.length !== 85) throw new Error(`The description has ${description.length} bytes, not 85`);
  return description;
}

/** Lets `voters` carry a payment in USDC out of the treasury, by any governor on timestamps that speaks OpenZeppelin's ABI. */
export async function carryPayment(
  { connection, addressOf, measure }: BenchContext,
  governed: { governor: Address; treasury: Address },
  voters: Wallet[],
): Promise<ProposalCosts> {
  const { viem, networkHelpers } = connection;
  const proposer = voters[0] as Wallet;
  const governor = await viem.getContractAt("GovernorPeer", governed.governor, { client: { wallet: proposer } });
  const usdc = await viem.getContractAt("TestUSDC", addressOf("TestUSDC"));
  await usdc.write.mint([governed.treasury, 2n * AMOUNT]);
  await usdc.write.mint([governed.governor, 1n]);
  await networkHelpers.mine(2);

  const data = encodeFunctionData({ abi: transferAbi, functionName: "transfer", args: [governed.governor, AMOUNT] });
  const description = describeShortly(proposer.account.address);
  const proposal = proposalOf([{ target: usdc.address, data }], description);
  const propose = await measure(await governor.write.propose(proposeArgs(proposal)));
  await networkHelpers.time.increaseTo(await governor.read.proposalSnapshot([proposal.id]));
  const votes: Measurement[] = [];
  for (const { account } of voters) {
    votes.push(await measure(await governor.write.castVote([proposal.id, SUPPORT.for], { account })));
  }
  await networkHelpers.time.increaseTo(await governor.read.proposalDeadline([proposal.id]));
  const queue = await measure(await governor.write.queue(callArgs(proposal)));
  await networkHelpers.time.increaseTo(await governor.read.proposalEta([proposal.id]));
  const execute = await measure(await governor.write.execute(callArgs(proposal)));
  return { propose, votes, queue, execute };
}

/** The dearest of several measurements. */
export function dearest(measurements: Measurement[]): Measurement {
  return measurements.reduce((a, b) => (a.gas >= b.gas ? a : b));
}
