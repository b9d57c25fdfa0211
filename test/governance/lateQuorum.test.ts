import { expect } from "chai";
import { passTimepoint, type Proposal, STATE, SUPPORT } from "../helpers/governance.ts";
import { CLOCK, type Wallet } from "../helpers/protocol.ts";
import { type Governance, governorEvents, makeProposal, setUpGovernance } from "./governance.ts";

for (const [title, config] of Object.entries({
  timestamps: { clockMode: CLOCK.timestamp, secondsPerTick: 1 },
  blocks: { clockMode: CLOCK.blockNumber, secondsPerTick: 60 },
})) {
  describe(`governance/lateQuorum on ${title}`, () => {
    let governance: Governance;
    let proposal: Proposal;
    let deadline: bigint;
    let extension: bigint;
    before(async () => {
      governance = await setUpGovernance(config);
      extension = BigInt(await governance.governor.read.lateQuorumVoteExtension());
    });
    beforeEach(async () => {
      proposal = await makeProposal(governance, [{ target: governance.clones.studio }]);
      deadline = await governance.governor.read.proposalDeadline([proposal.id]);
    });
    afterEach(() => governance.rewind());

    const vote = (index: number) =>
      governance.governor.write.castVote([proposal.id, SUPPORT.for], {
        account: (governance.founders[index] as Wallet).account,
      });
    const deadlineNow = () => governance.governor.read.proposalDeadline([proposal.id]);
    const waitUntil = (timepoint: bigint) => passTimepoint(governance.protocol, governance.clones, timepoint);
    const extended = async (hash: `0x${string}`) =>
      (await governorEvents(governance, hash)).filter(({ eventName }) => eventName === "ProposalExtended");

    it("does not extend what reaches quorum in time", async () => {
      await waitUntil(deadline - extension - 10n);
      expect(await extended(await vote(0))).to.deep.equal([]);
      expect(await extended(await vote(1))).to.deep.equal([]);
      expect(await deadlineNow()).to.equal(deadline);
    });

    it("extends what reaches quorum late, once, and only forward", async () => {
      const { governor, protocol } = governance;
      await waitUntil(deadline - 10n);
      expect(await extended(await vote(0))).to.deep.equal([]);
      expect(await deadlineNow()).to.equal(deadline);
      const hash = await vote(1);
      const later = BigInt(await governor.read.clock()) + extension;
      expect(await extended(hash)).to.deep.equal([
        { eventName: "ProposalExtended", args: { proposalId: proposal.id, extendedDeadline: later } },
      ]);
      expect(await deadlineNow()).to.equal(later);
      expect(Number(later)).to.be.within(Number(deadline), Number(deadline + extension));

      await waitUntil(deadline + 5n);
      await protocol.connection.networkHelpers.mine();
      expect(await governor.read.state([proposal.id])).to.equal(STATE.active);
      expect(await extended(await vote(2))).to.deep.equal([]);
      expect(await deadlineNow()).to.equal(later);
      await waitUntil(later);
      await protocol.connection.networkHelpers.mine();
      expect(await governor.read.state([proposal.id])).to.equal(STATE.succeeded);
    });

    it("is not prolonged by votes against alone", async () => {
      await waitUntil(deadline - 10n);
      for (const { account } of governance.founders) {
        const hash = await governance.governor.write.castVote([proposal.id, SUPPORT.against], { account });
        expect(await extended(hash)).to.deep.equal([]);
      }
      expect(await deadlineNow()).to.equal(deadline);
      await waitUntil(deadline);
      await governance.protocol.connection.networkHelpers.mine();
      expect(await governance.governor.read.state([proposal.id])).to.equal(STATE.defeated);
    });
  });
}
