import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, type Hash } from "viem";
import { passTimepoint } from "../helpers/governance.ts";
import type { Wallet } from "../helpers/protocol.ts";
import { makeProposal } from "../governance/governance.ts";
import { createSuccessors } from "../studio/replacing.ts";
import { type Agents, DAY, grant, setUpAgents } from "./mandates.ts";

describe("agents/mandates.grant.noVotes", () => {
  let agents: Agents;
  let [first, second, member]: Wallet[] = [];
  let mandated: Address;

  before(async () => {
    agents = await setUpAgents();
    [first, second, member] = agents.founders;
    mandated = getAddress((member as Wallet).account.address);
  });

  beforeEach(() => agents.rewind());

  const mandate = (overrides = {}): Promise<Hash> =>
    grant(agents, { agent: mandated, sponsor: (first as Wallet).account.address, ...overrides });
  const votesOf = (account: Address) => agents.token.read.getVotes([account]);

  /** What a founder's vote counts on a proposal that was made before the mandate or after it. */
  async function countVote(mandateFirst: boolean): Promise<bigint> {
    const { governor, protocol, clones } = agents;
    if (mandateFirst) await mandate();
    const nothing = encodeFunctionData({
      abi: agents.studio.abi,
      functionName: "setCharter",
      args: [`0x${"ab".repeat(32)}`],
    });
    const proposal = await makeProposal(agents, [{ target: clones.studio, data: nothing }]);
    await passTimepoint(protocol, clones, await governor.read.proposalSnapshot([proposal.id]));
    if (!mandateFirst) await mandate();
    await governor.write.castVote([proposal.id, 1], { account: (member as Wallet).account });
    return (await governor.read.proposalVotes([proposal.id]))[1];
  }

  it("counts nothing of a mandated member's vote, on proposals of before the mandate and after it", async () => {
    expect(await countVote(true)).to.equal(0n);
    await agents.rewind();
    expect(await countVote(false)).to.equal(0n);
  });

  it("is not stopped by dust that somebody delegates to the agent, which counts for nothing either", async () => {
    const { token } = agents;
    await token.write.delegate([mandated], { account: (second as Wallet).account });
    expect((await votesOf(mandated)) > 0n).to.equal(true);
    const id = await mandate();
    expect(await votesOf(mandated)).to.equal(0n);
    expect(await agents.mandates.read.isLive([id])).to.equal(true);
    expect(await token.read.sponsorOf([mandated])).to.deep.equal([
      getAddress((first as Wallet).account.address),
      (await agents.mandates.read.mandateOf([id])).validUntil,
    ]);
  });

  it("gives votes of its own back only by delegating anew, after the mandate", async () => {
    const { token, protocol } = agents;
    await mandate();
    await protocol.connection.networkHelpers.time.increase(90 * DAY);
    expect(await votesOf(mandated)).to.equal(0n);
    await token.write.delegate([mandated], { account: (member as Wallet).account });
    expect((await votesOf(mandated)) > 0n).to.equal(true);
  });

  it("asks for a sponsor who is nobody's agent and not the agent itself", async () => {
    const { mandates, protocol, token } = agents;
    await mandate();
    for (const sponsor of [mandated, agents.agent.account.address]) {
      await protocol.connection.viem.assertions.revertWithCustomErrorWithArgs(
        grant(agents, { sponsor }),
        token,
        "ReputationTokenInvalidSponsor",
        [getAddress(sponsor)],
      );
    }
    expect(await mandates.read.mandateIdOf([agents.agent.account.address])).to.match(/^0x0{64}$/);
  });

  it("follows the studio to its next reputation, at anyone's request", async () => {
    const { mandates, clones, protocol, studio, stranger, founders } = agents;
    const id = await mandate();
    const made = await createSuccessors(protocol, clones, {
      preset: clones.config.preset,
      electorate: true,
      founders: founders.map(({ account }) => account.address),
    });
    await studio.write.replaceElectorate([made.governor, made.reputation], { account: clones.timelock });
    const next = await protocol.connection.viem.getContractAt("ReputationToken", made.reputation);
    expect((await next.read.getVotes([mandated])) > 0n).to.equal(true);
    await mandates.write.follow([id], { account: stranger.account });
    expect(await next.read.getVotes([mandated])).to.equal(0n);
    expect((await next.read.sponsorOf([mandated]))[0]).to.equal(getAddress((first as Wallet).account.address));
    const hash = await mandates.write.follow([id], { account: stranger.account });
    expect((await protocol.publicClient.getTransactionReceipt({ hash })).logs).to.deep.equal([]);
  });
});
