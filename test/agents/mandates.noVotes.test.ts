import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, type Hash, zeroAddress, zeroHash } from "viem";
import { passTimepoint } from "../helpers/governance.ts";
import type { Wallet } from "../helpers/protocol.ts";
import { makeProposal } from "../governance/governance.ts";
import { hashOf } from "../registry/registry.ts";
import { actAs, createSuccessors } from "../studio/replacing.ts";
import {
  type Agents,
  consentTo,
  DAY,
  expectMandatesRefused,
  GAS,
  grant,
  type MandateInput,
  mandateInput,
  setUpAgents,
} from "./mandates.ts";

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

  /** The studio's next electorate, of the same founders, that its directory does not name yet. */
  const makeElectorate = (why = "why") =>
    createSuccessors(agents.protocol, agents.clones, {
      evidence: hashOf(why),
      preset: agents.clones.config.preset,
      electorate: true,
      founders: agents.founders.map(({ account }) => account.address),
    });

  it("follows the studio to its next reputation by the vote that names it, without a further call", async () => {
    const { mandates, clones, protocol, studio, stranger } = agents;
    const id = await mandate();
    const made = await makeElectorate();
    await studio.write.replaceElectorate([made.governor, made.reputation], { account: clones.timelock });
    const next = await protocol.connection.viem.getContractAt("ReputationToken", made.reputation);
    expect(await next.read.getVotes([mandated])).to.equal(0n);
    expect((await next.read.sponsorOf([mandated]))[0]).to.equal(getAddress((first as Wallet).account.address));
    const calls = [
      await mandates.write.follow([id], { account: stranger.account }),
      await mandates.write.followStudio({ account: stranger.account }),
    ];
    for (const hash of calls) {
      expect((await protocol.publicClient.getTransactionReceipt({ hash })).logs).to.deep.equal([]);
    }
  });

  it("follows it with the treasury in place of a sponsor whom the next reputation refuses", async () => {
    const { clones, protocol, studio } = agents;
    const sponsor = getAddress((first as Wallet).account.address);
    // the agent's mandate is the older one, so that only its sponsor is an agent of somebody when it is followed again
    await mandate();
    await mandate({ agent: sponsor, sponsor: (second as Wallet).account.address });
    const made = await makeElectorate();
    const next = await protocol.connection.viem.getContractAt("ReputationToken", made.reputation);
    await actAs(protocol, agents.mandates.address);
    await studio.write.replaceElectorate([made.governor, made.reputation], { account: clones.timelock });
    const [, until] = await next.read.sponsorOf([mandated]);
    await next.write.setSponsor([mandated, zeroAddress, 0], { account: agents.mandates.address });
    await agents.mandates.write.followStudio({ account: agents.stranger.account });
    expect(await next.read.sponsorOf([mandated])).to.deep.equal([getAddress(clones.timelock), until]);
    expect(await next.read.getVotes([mandated])).to.equal(0n);
  });

  it("is not shaken off by an account that moves in the next reputation before members vote for it", async () => {
    const { clones, protocol, studio, stranger } = agents;
    await mandate();
    const made = await makeElectorate();
    const next = await protocol.connection.viem.getContractAt("ReputationToken", made.reputation);
    const to = protocol.wallets[14] as Wallet;
    await move(next, member as Wallet, to);
    expect((await next.read.getVotes([to.account.address])) > 0n).to.equal(true);
    await studio.write.replaceElectorate([made.governor, made.reputation], { account: clones.timelock });
    expect(await next.read.getVotes([to.account.address])).to.equal(0n);
    const hash = await agents.mandates.write.followStudio({ account: stranger.account });
    expect((await protocol.publicClient.getTransactionReceipt({ hash })).logs).to.deep.equal([]);
  });

  it("takes a sponsor who moved along as the new account, through one reputation after another", async () => {
    const { clones, protocol, studio, token, mandates } = agents;
    const id = await mandate();
    const to = protocol.wallets[14] as Wallet;
    const moved = getAddress(to.account.address);
    await move(token, first as Wallet, to);
    for (const salt of ["one", "two"]) {
      const made = await makeElectorate(salt);
      await studio.write.replaceElectorate([made.governor, made.reputation], { account: clones.timelock });
      const next = await protocol.connection.viem.getContractAt("ReputationToken", made.reputation);
      expect((await next.read.sponsorOf([mandated]))[0]).to.equal(moved);
      expect((await mandates.read.mandateOf([id])).sponsor).to.equal(moved);
    }
  });

  it("shortens nothing where two agents became one account", async () => {
    const { clones, protocol, studio } = agents;
    const to = protocol.wallets[14] as Wallet;
    const short = (await protocol.connection.networkHelpers.time.latest()) + 60 * DAY;
    const id = await mandate();
    await mandate({ agent: getAddress(to.account.address), validUntil: short });
    const made = await makeElectorate();
    const next = await protocol.connection.viem.getContractAt("ReputationToken", made.reputation);
    await move(next, member as Wallet, to);
    await studio.write.replaceElectorate([made.governor, made.reputation], { account: clones.timelock });
    const { validUntil } = await agents.mandates.read.mandateOf([id]);
    expect((await next.read.sponsorOf([to.account.address]))[1]).to.equal(validUntil);
  });

  it("is revoked, and all mandates are followed, whatever a reputation of other code answers or does not", async () => {
    const { clones, mandates, protocol, stranger, token } = agents;
    const ids = [await mandate(), await mandate({ agent: agents.agent.account.address })];
    // it reverts; it answers with one word of ones; it answers with two
    for (const code of ["0x5f5ffd", "0x5f195f5260205ff3", "0x5f195f525f1960205260405ff3"] as const) {
      const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
      await protocol.connection.networkHelpers.setCode(token.address, code);
      await mandates.write.followStudio({ account: stranger.account, gas: GAS });
      for (const id of ids) await mandates.write.follow([id], { account: stranger.account, gas: GAS });
      for (const id of ids) {
        await mandates.write.revoke([id], { account: clones.timelock, gas: GAS });
        expect(await mandates.read.isLive([id])).to.equal(false);
      }
      await snapshot.restore();
    }
  });

  /** Moves the reputation of an account to another one, as both sign. */
  async function move(token: Agents["token"], from: Wallet, to: Wallet): Promise<void> {
    const { protocol } = agents;
    const deadline = BigInt(await protocol.connection.networkHelpers.time.latest()) + 3_600n;
    const [, name, version, chainId, verifyingContract] = await token.read.eip712Domain();
    const typed = {
      domain: { name, version, chainId: Number(chainId), verifyingContract },
      types: {
        AccountMigration: [
          { name: "from", type: "address" },
          { name: "to", type: "address" },
          { name: "nonce", type: "uint256" },
          { name: "deadline", type: "uint256" },
        ],
      },
      primaryType: "AccountMigration",
      message: {
        ...{ from: from.account.address, to: to.account.address, deadline },
        nonce: await token.read.nonces([from.account.address]),
      },
    } as const;
    const signatures = [await from.signTypedData(typed), await to.signTypedData(typed)] as const;
    await token.write.startAccountMigration([from.account.address, to.account.address, deadline, ...signatures]);
    await protocol.connection.networkHelpers.time.increase(7 * DAY);
    await token.write.finishAccountMigration([from.account.address]);
  }

  it("follows it with as many mandates as there can be, and not at all with so little gas that some would not", async () => {
    const { clones, protocol, studio } = agents;
    const poor = { token: zeroAddress, limits: { perTransaction: 0n, perPeriod: 0n, period: 0 }, lifetime: 0n };
    const agentOf = (i: number) => getAddress(`0x${(0xa9e000 + i).toString(16).padStart(40, "0")}`);
    for (let i = 0; i < 64; ++i) await grant(agents, { ...poor, agent: agentOf(i), payees: [], calls: [] });
    const made = await makeElectorate();
    const next = await protocol.connection.viem.getContractAt("ReputationToken", made.reputation);
    const replace = (gas: bigint) =>
      studio.write.replaceElectorate([made.governor, made.reputation], { account: clones.timelock, gas });
    const enough = await studio.estimateGas.replaceElectorate([made.governor, made.reputation], {
      account: clones.timelock,
    });
    for (const gas of [enough / 2n, (enough * 9n) / 10n]) {
      await protocol.connection.viem.assertions.revertWithCustomError(replace(gas), studio, "StudioOutOfGas");
    }
    const hash = await replace(16_777_216n);
    const { gasUsed } = await protocol.publicClient.getTransactionReceipt({ hash });
    expect(Number(gasUsed)).to.be.lessThan(16_777_216 / 2);
    for (const i of [0, 63]) expect((await next.read.sponsorOf([agentOf(i)]))[0]).to.equal(agents.sponsor);
  });

  it("is not given without the agent's own word, and only on the terms that it agreed to, once", async () => {
    const { mandates, clones, protocol } = agents;
    const input = await mandateInput(agents, { agent: mandated });
    const terms = await mandates.read.hashTerms([input]);
    const give = (given: MandateInput) => mandates.write.grant([given], { account: clones.timelock, gas: GAS });
    const refuse = async (given: MandateInput) =>
      expectMandatesRefused(agents, () => give(given), "AgentMandatesNoConsent", [
        mandated,
        await mandates.read.hashTerms([given]),
      ]);
    const before = await votesOf(mandated);
    await refuse(input);
    await mandates.write.consent([terms], { account: agents.stranger.account });
    await refuse(input);
    await consentTo(agents, input);
    expect(await mandates.read.consentOf([mandated])).to.equal(terms);
    await refuse({ ...input, validUntil: input.validUntil + 1 });
    const takeBack = mandates.write.consent([zeroHash], { account: mandated });
    const { assertions } = protocol.connection.viem;
    await assertions.emitWithArgs(takeBack, mandates, "MandateConsented", [mandated, zeroHash]);
    await refuse(input);
    expect(await votesOf(mandated)).to.equal(before);
    await consentTo(agents, input);
    await give(input);
    expect([await votesOf(mandated), await mandates.read.consentOf([mandated])]).to.deep.equal([0n, zeroHash]);
    await mandates.write.revoke([await mandates.read.mandateIdOf([mandated])], { account: clones.timelock });
    await protocol.connection.networkHelpers.mine();
    await refuse(input);
  });
});
