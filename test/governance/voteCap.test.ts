import { expect } from "chai";
import { getAddress, parseEther, parseEventLogs } from "viem";
import { callArgs, passTimepoint, STATE, SUPPORT } from "../helpers/governance.ts";
import { PRESET, type Wallet } from "../helpers/protocol.ts";
import { Random } from "../helpers/random.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  type Governance,
  governorEvents,
  grantReputation,
  makeProposal,
  makeReady,
  passActions,
  settingOf,
  setUpGovernance,
} from "./governance.ts";

const REP = parseEther("1");

describe("governance/voteCap", () => {
  let governance: Governance;
  before(async () => {
    governance = await setUpGovernance();
  });
  afterEach(() => governance.rewind());

  const open = async () => {
    const proposal = await makeProposal(governance, [{ target: governance.clones.studio }]);
    const snapshot = await governance.governor.read.proposalSnapshot([proposal.id]);
    await passTimepoint(governance.protocol, governance.clones, snapshot);
    await governance.protocol.connection.networkHelpers.mine();
    return { ...proposal, snapshot };
  };
  const vote = (id: bigint, { account }: Wallet, support: number = SUPPORT.for) =>
    governance.governor.write.castVote([id, support], { account });
  const weightOf = async (hash: `0x${string}`) => {
    const { logs } = await governance.protocol.publicClient.getTransactionReceipt({ hash });
    const [event] = parseEventLogs({ abi: governance.governor.abi, logs, eventName: "VoteCast" });
    return event?.args.weight;
  };

  describe("counting", () => {
    it("counts one delegate's vote for a fifth of the supply at most, and says the counted weight", async () => {
      const { governor, founders, token } = governance;
      const proposal = await open();
      expect(await governor.read.proposalVoteCap([proposal.id])).to.equal(0n);
      expect(await weightOf(await vote(proposal.id, founders[0] as Wallet))).to.equal(600n * REP);
      expect(await governor.read.proposalVoteCap([proposal.id])).to.equal(600n * REP);
      expect(await weightOf(await vote(proposal.id, founders[1] as Wallet, SUPPORT.against))).to.equal(600n * REP);
      expect(await weightOf(await vote(proposal.id, founders[2] as Wallet, SUPPORT.abstain))).to.equal(600n * REP);
      expect(await governor.read.proposalVotes([proposal.id])).to.deep.equal([600n * REP, 600n * REP, 600n * REP]);
      expect(await governor.read.getVotes([token.address, proposal.snapshot])).to.equal(0n);
      expect(
        await governor.read.getVotes([(founders[0] as Wallet).account.address, proposal.snapshot]),
        "shown uncapped",
      ).to.equal(1_000n * REP);
    });

    it("does not help who gathers delegations, nor hurt who has little", async () => {
      const { founders, token, stranger } = governance;
      const [first, second, third] = founders as [Wallet, Wallet, Wallet];
      await grantReputation(governance, stranger.account.address, 10n * REP);
      for (const { account } of [second, third]) await token.write.delegate([first.account.address], { account });
      const proposal = await open();
      const supply = await token.read.totalSupply();
      expect(await weightOf(await vote(proposal.id, first))).to.equal((supply + 4n) / 5n);
      const votes = await token.read.getVotes([stranger.account.address]);
      expect(await weightOf(await vote(proposal.id, stranger))).to.equal(votes);
      expect(await weightOf(await vote(proposal.id, second))).to.equal(0n);
    });

    it("freezes cap and quorum at the snapshot, whatever changes before the first vote", async () => {
      const { governor, founders, token, stranger, protocol, clones } = governance;
      const early = await makeProposal(governance, [{ target: clones.studio }]);
      const snapshot = await governor.read.proposalSnapshot([early.id]);
      await passTimepoint(protocol, clones, snapshot);
      await protocol.connection.networkHelpers.mine();
      await grantReputation(governance, stranger.account.address, 100n * REP);
      const before = await governor.read.quorum([snapshot]);
      expect(await governor.read.quorum([early.id])).to.equal(before);
      expect(before).to.equal((3_000n * REP * 30n) / 100n);
      const hash = await vote(early.id, founders[0] as Wallet);
      expect(await weightOf(hash)).to.equal(600n * REP);
      expect(await governor.read.quorum([early.id])).to.equal(before);
      expect(await governor.read.quorum([snapshot])).to.equal(before);
      const later = (await governor.read.clock()) - 1;
      expect(Number(await governor.read.quorum([BigInt(later)]))).to.be.greaterThan(Number(before));
      expect(await token.read.getPastTotalSupply([snapshot])).to.equal(3_000n * REP);
    });

    it("takes cap and quorum of the snapshot, not those of the vote", async () => {
      const { governor, founders, protocol, clones } = governance;
      // Two proposals side by side: the first changes cap and quorum before the second gets its first vote.
      const change = await makeProposal(governance, [
        settingOf(governance, "setVoteCap", [500_000n]),
        settingOf(governance, "updateQuorumNumerator", [10n]),
      ]);
      await passTimepoint(protocol, clones, await governor.read.proposalSnapshot([change.id]));
      for (const { account } of founders) await governor.write.castVote([change.id, 1], { account });
      await passTimepoint(protocol, clones, await governor.read.proposalDeadline([change.id]));
      await governor.write.queue(callArgs(change));
      const { time } = protocol.connection.networkHelpers;
      const eta = await governor.read.proposalEta([change.id]);
      await time.increaseTo(eta - 2n * 86_400n + 10n);
      const victim = await makeProposal(governance, [{ target: clones.studio }]);
      const snapshot = await governor.read.proposalSnapshot([victim.id]);
      expect(Number(snapshot)).to.be.lessThan(Number(eta));
      await time.increaseTo(eta);
      await governor.write.execute(callArgs(change));
      expect(await governor.read.voteCap()).to.equal(500_000n);
      expect(await governor.read.voteCap([snapshot])).to.equal(200_000n);
      expect(await governor.read.voteCap([0n])).to.equal(1_000_000n);
      expect(await governor.read.quorumNumerator()).to.equal(10n);
      expect(await weightOf(await vote(victim.id, founders[0] as Wallet))).to.equal(600n * REP);
      expect(await governor.read.quorum([victim.id])).to.equal(900n * REP);
    });

    it("answers quorum for ids and timepoints, and not for the future", async () => {
      const { governor, protocol, clones } = governance;
      const proposal = await makeProposal(governance, [{ target: clones.studio }]);
      const snapshot = await governor.read.proposalSnapshot([proposal.id]);
      const { assertions } = protocol.connection.viem;
      for (const id of [proposal.id, snapshot]) {
        await assertions.revertWithCustomErrorWithArgs(
          governor.read.quorum([id]),
          governance.token,
          "ERC5805FutureLookup",
          [snapshot, () => true],
        );
      }
      await passTimepoint(protocol, clones, snapshot);
      await protocol.connection.networkHelpers.mine();
      expect(await governor.read.quorum([proposal.id])).to.equal(900n * REP);
    });

    it("equals quorum and cap recomputed from the past, over random grants and settings", async () => {
      const { governor, founders, token, stranger, protocol, clones } = governance;
      const random = new Random(0xca9);
      let [numerator, cap] = [30n, 200_000n];
      for (let i = 0; i < 8; i++) {
        if (random.chance(600_000)) {
          numerator = random.big(1n, 50n);
          cap = random.big((2n * numerator * 10_000n + 2n) / 3n, 1_000_000n);
          // Loosen first, so that no step is refused on the way.
          await passActions(governance, [
            settingOf(governance, "setVoteCap", [1_000_000n]),
            settingOf(governance, "updateQuorumNumerator", [numerator]),
            settingOf(governance, "setVoteCap", [cap]),
          ]);
        }
        const proposal = await makeProposal(governance, [{ target: clones.studio }]);
        const snapshot = await governor.read.proposalSnapshot([proposal.id]);
        await passTimepoint(protocol, clones, snapshot);
        await protocol.connection.networkHelpers.mine();
        await grantReputation(governance, stranger.account.address, REP);
        const supply = await token.read.getPastTotalSupply([snapshot]);
        const votes = await token.read.getPastVotes([(founders[0] as Wallet).account.address, snapshot]);
        const limit = (supply * cap + 999_999n) / 1_000_000n;
        expect(await weightOf(await vote(proposal.id, founders[0] as Wallet))).to.equal(votes < limit ? votes : limit);
        expect(await governor.read.proposalVoteCap([proposal.id])).to.equal(limit);
        expect(await governor.read.quorum([proposal.id])).to.equal((supply * numerator) / 100n);
      }
    });
  });

  describe("setVoteCap", () => {
    const refusedSetting = async (
      name: "setVoteCap" | "updateQuorumNumerator",
      value: bigint,
      error: string,
      args: bigint[],
    ) => {
      const { protocol, governor, timelock } = governance;
      const proposal = await makeProposal(governance, [settingOf(governance, name, [value])]);
      await makeReady(governance, proposal);
      await expectRefused(protocol, () => governor.write.execute(callArgs(proposal)), {
        by: governor,
        error: error as "StudioGovernorInvalidVoteCap",
        args,
        others: [governor.address, timelock.address],
      });
    };

    it("is refused to everybody but an executed proposal", async () => {
      const { protocol, governor, founders, clones } = governance;
      const [founder] = founders as [Wallet];
      await expectRefused(protocol, () => governor.write.setVoteCap([10n], { account: founder.account }), {
        by: governor,
        error: "GovernorOnlyExecutor",
        args: [getAddress(founder.account.address)],
        others: [governor.address],
      });
      const { networkHelpers } = protocol.connection;
      await networkHelpers.setBalance(clones.timelock, 10n ** 18n);
      await networkHelpers.impersonateAccount(clones.timelock);
      await governor.write.setVoteCap([1_000_000n], { account: clones.timelock }).then(
        () => expect.fail("the timelock alone may not"),
        () => undefined,
      );
      expect(await governor.read.voteCap()).to.equal(200_000n);
    });

    it("refuses more than everything", () =>
      refusedSetting("setVoteCap", 1_000_001n, "StudioGovernorInvalidVoteCap", [1_000_001n, 1_000_000n]));
    it("refuses a cap that puts quorum out of reach", () =>
      refusedSetting("setVoteCap", 199_999n, "StudioGovernorUnreachableQuorum", [300_000n, 199_999n]));
    it("refuses no cap at all in the sense of zero", () =>
      refusedSetting("setVoteCap", 0n, "StudioGovernorUnreachableQuorum", [300_000n, 0n]));
    it("refuses a quorum out of the cap's reach", () =>
      refusedSetting("updateQuorumNumerator", 31n, "StudioGovernorUnreachableQuorum", [310_000n, 200_000n]));
    it("refuses a quorum of nothing", () =>
      refusedSetting("updateQuorumNumerator", 0n, "StudioGovernorInvalidQuorum", [0n, 1n, 50n]));
    it("refuses a quorum whose double is more than everything", () =>
      refusedSetting("updateQuorumNumerator", 51n, "StudioGovernorInvalidQuorum", [51n, 1n, 50n]));

    it("says what it changed", async () => {
      const hash = await passActions(governance, [settingOf(governance, "setVoteCap", [250_000n])]);
      expect(await governorEvents(governance, hash)).to.deep.include({
        eventName: "VoteCapSet",
        args: { oldVoteCap: 200_000n, newVoteCap: 250_000n },
      });
      expect(await governance.governor.read.voteCap()).to.equal(250_000n);
    });
  });

  describe("in a solo studio", () => {
    it("lets the only founder decide, and keeps quorum within one vote", async () => {
      const solo = await setUpGovernance({ preset: PRESET.solo });
      const { governor, clones } = solo;
      const proposal = await makeProposal(solo, [{ target: clones.timelock }]);
      await makeReady(solo, proposal);
      await governor.write.execute(callArgs(proposal));
      expect(await governor.read.state([proposal.id])).to.equal(STATE.executed);
      expect(await governor.read.proposalVotes([proposal.id])).to.deep.equal([0n, 1_000n * REP, 0n]);

      const bad = await makeProposal(solo, [settingOf(solo, "setVoteCap", [199_999n])]);
      await makeReady(solo, bad);
      await expectRefused(solo.protocol, () => governor.write.execute(callArgs(bad)), {
        by: governor,
        error: "StudioGovernorUnreachableQuorum",
        args: [200_000n, 199_999n],
        others: [governor.address],
      });
      await passActions(solo, [settingOf(solo, "setVoteCap", [200_000n])]);
      await passActions(solo, [settingOf(solo, "setVoteCap", [1_000_000n])]);
    });
  });
});
