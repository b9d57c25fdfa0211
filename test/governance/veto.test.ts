import { expect } from "chai";
import { type Address, encodeAbiParameters, encodeFunctionData, type Hash, keccak256, parseEther } from "viem";
import {
  type Action,
  callArgs,
  passTimepoint,
  type Proposal,
  proposeArgs,
  STATE,
  SUPPORT,
} from "../helpers/governance.ts";
import { CLOCK, connect, type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  type Governance,
  governorEvents,
  grantReputation,
  makeProposal,
  makeReady,
  passActions,
  setUpGovernance,
} from "./governance.ts";

const CLOCKS = {
  timestamps: { clockMode: CLOCK.timestamp, secondsPerTick: 1 },
  "blocks of 12 seconds": { clockMode: CLOCK.blockNumber, secondsPerTick: 12 },
};
const REP = parseEther("1");
const YEAR = 365n * 86_400n;
const CHARTER = `0x${"c4".repeat(32)}` as const;

/** What the threat model calls a veto without end: a board's cancel can be overridden, and the override cannot be canceled. */
for (const [clock, time] of Object.entries(CLOCKS)) {
  describe(`governance/veto on ${clock}`, () => {
    let governance: Governance;
    let action: Action;

    /** Fifteen founders with a fifteenth each, so that no vote meets the cap; quorum is 30 %, of an override 60 %. */
    before(async () => {
      const { viem } = await connect();
      const founders = (await viem.getWalletClients()).slice(1, 16).map(({ account }) => account.address);
      governance = await setUpGovernance({ ...time, founders, seats: founders.slice(0, 5) });
      const { protocol, clones } = governance;
      const studio = await protocol.connection.viem.getContractAt("Studio", clones.studio);
      const data = encodeFunctionData({ abi: studio.abi, functionName: "setCharter", args: [CHARTER] });
      action = { target: clones.studio, data };
      const { networkHelpers } = protocol.connection;
      await networkHelpers.setBalance(clones.board, parseEther("10"));
      await networkHelpers.impersonateAccount(clones.board);
      const snapshot = await networkHelpers.takeSnapshot();
      governance.rewind = () => snapshot.restore();
    });
    afterEach(() => governance.rewind());

    const cancelAs = (proposal: Proposal, account: Address) =>
      governance.governor.write.cancel(callArgs(proposal), { account });
    const veto = (proposal: Proposal) => cancelAs(proposal, governance.clones.board);
    const stateOf = ({ id }: Proposal) => governance.governor.read.state([id]);
    const hashOf = ({ targets, values, calldatas }: Proposal): Hash =>
      keccak256(
        encodeAbiParameters(
          [{ type: "address[]" }, { type: "uint256[]" }, { type: "bytes[]" }],
          [targets, values, calldatas],
        ),
      );
    const founder = (i: number) => governance.founders[i] as Wallet;
    /** Lets the clock pass a timepoint, unless it has. */
    const pass = async (timepoint: bigint) => {
      const { protocol, clones, governor } = governance;
      if (BigInt(await governor.read.clock()) < timepoint) await passTimepoint(protocol, clones, timepoint);
      if (BigInt(await governor.read.clock()) === timepoint) await protocol.connection.networkHelpers.mine();
    };
    const open = async ({ id }: Proposal) => pass(await governance.governor.read.proposalSnapshot([id]));
    const close = async ({ id }: Proposal) => pass(await governance.governor.read.proposalDeadline([id]));
    const vote = async ({ id }: Proposal, voters: Wallet[], support: number) => {
      for (const { account } of voters) await governance.governor.write.castVote([id, support], { account });
    };
    /** Votes of so many founders each, from the first on; returns the state after the deadline. */
    const decide = async (proposal: Proposal, votes: { for: number; against?: number; abstain?: number }) => {
      const { founders } = governance;
      const against = votes.for + (votes.against ?? 0);
      await open(proposal);
      await vote(proposal, founders.slice(0, votes.for), SUPPORT.for);
      await vote(proposal, founders.slice(votes.for, against), SUPPORT.against);
      await vote(proposal, founders.slice(against, against + (votes.abstain ?? 0)), SUPPORT.abstain);
      await close(proposal);
      return stateOf(proposal);
    };
    /** A vetoed proposal, and the same actions under another text. */
    const proposeOverride = async (): Promise<Proposal> => {
      const vetoed = await makeProposal(governance, [action]);
      await veto(vetoed);
      return makeProposal(governance, [action]);
    };
    const immune = (proposal: Proposal) =>
      expectRefused(governance.protocol, () => veto(proposal), {
        by: governance.governor,
        error: "StudioGovernorVetoImmune",
        args: [proposal.id],
        others: [governance.governor.address, governance.timelock.address],
      });
    const charters = async () => {
      const studio = await governance.protocol.connection.viem.getContractAt("Studio", governance.clones.studio);
      return studio.read.charterVersion();
    };

    describe("a veto", () => {
      it("cancels in every state before the end, and is remembered by its actions", async () => {
        const { governor, protocol, founders } = governance;
        const { networkHelpers } = protocol.connection;
        const proposal = await makeProposal(governance, [action]);
        const reach = {
          pending: () => Promise.resolve(),
          active: () => open(proposal),
          defeated: () => close(proposal),
          succeeded: async () => {
            await open(proposal);
            await vote(proposal, founders, SUPPORT.for);
            await close(proposal);
          },
          queued: () => makeReady(governance, proposal),
        };
        for (const [name, come] of Object.entries(reach)) {
          const snapshot = await networkHelpers.takeSnapshot();
          await come();
          expect(await stateOf(proposal), name).to.equal(STATE[name as keyof typeof reach]);
          expect(await governor.read.vetoedAt([hashOf(proposal)])).to.equal(0);
          const hash = await veto(proposal);
          expect(await governorEvents(governance, hash)).to.deep.equal([
            { eventName: "ProposalCanceled", args: { proposalId: proposal.id } },
            { eventName: "ActionsVetoed", args: { proposalId: proposal.id, actionsHash: hashOf(proposal) } },
          ]);
          expect(await stateOf(proposal)).to.equal(STATE.canceled);
          expect(await governor.read.vetoedAt([hashOf(proposal)])).to.equal(await networkHelpers.time.latest());
          await snapshot.restore();
        }
      });

      it("of a queued proposal clears the timelock", async () => {
        const { governor, protocol } = governance;
        const proposal = await makeProposal(governance, [action]);
        await makeReady(governance, proposal);
        await veto(proposal);
        await expectRefused(protocol, () => governor.write.execute(callArgs(proposal)), {
          by: governor,
          error: "GovernorUnexpectedProposalState",
          args: [proposal.id, STATE.canceled, () => true],
          others: [governor.address, governance.timelock.address],
        });
        expect(await charters()).to.equal(1);
      });

      it("is not what a proposer does who takes a pending proposal back", async () => {
        const { governor } = governance;
        const proposal = await makeProposal(governance, [action]);
        const hash = await cancelAs(proposal, founder(0).account.address);
        expect((await governorEvents(governance, hash)).map(({ eventName }) => eventName)).to.deep.equal([
          "ProposalCanceled",
        ]);
        expect(await governor.read.vetoedAt([hashOf(proposal)])).to.equal(0);
        expect(await governor.read.isOverride([(await makeProposal(governance, [action])).id])).to.equal(false);
      });

      it("leaves other actions and what was proposed before it alone", async () => {
        const { governor } = governance;
        const [twin, vetoed] = [await makeProposal(governance, [action]), await makeProposal(governance, [action])];
        await veto(vetoed);
        expect(await governor.read.isOverride([twin.id])).to.equal(false);
        for (const actions of [[action, action], [{ ...action, value: 1n }], [{ target: action.target }]]) {
          expect(await governor.read.isOverride([(await makeProposal(governance, actions)).id])).to.equal(false);
        }
        await veto(twin);
        expect(await stateOf(twin)).to.equal(STATE.canceled);
      });

      it("stops twins that were proposed before it, but not their override", async () => {
        const { governor, protocol, timelock } = governance;
        const [twin, vetoed] = [await makeProposal(governance, [action]), await makeProposal(governance, [action])];
        await makeReady(governance, twin);
        await veto(vetoed);
        await expectRefused(protocol, () => governor.write.execute(callArgs(twin)), {
          by: governor,
          error: "StudioGovernorVetoedActions",
          args: [twin.id, hashOf(twin)],
          others: [governor.address, timelock.address],
        });
        const again = await makeProposal(governance, [action]);
        await makeReady(governance, again);
        await governor.write.execute(callArgs(again));
        expect(await stateOf(again)).to.equal(STATE.executed);
      });

      it("keeps the very same proposal from ever coming back", async () => {
        const { governor, protocol } = governance;
        const vetoed = await makeProposal(governance, [action]);
        await veto(vetoed);
        await expectRefused(protocol, () => governor.write.propose(proposeArgs(vetoed)), {
          by: governor,
          error: "GovernorUnexpectedProposalState",
          args: [vetoed.id, STATE.canceled, () => true],
          others: [governor.address],
        });
      });
    });

    describe("an override", () => {
      it("is announced at its creation and needs twice the quorum from then on", async () => {
        const { governor } = governance;
        const vetoed = await makeProposal(governance, [action]);
        await veto(vetoed);
        const proposal = await makeProposal(governance, [action]);
        const [event] = await governor.getEvents.OverrideProposed({});
        expect(event?.args).to.deep.equal({ proposalId: proposal.id, actionsHash: hashOf(proposal) });
        expect(await governor.read.isOverride([proposal.id])).to.equal(true);
        expect(await governor.read.isOverride([vetoed.id])).to.equal(false);
        const ordinary = await makeProposal(governance, [{ target: governance.clones.studio }]);
        await open(proposal);
        await open(ordinary);
        expect(await governor.read.quorum([ordinary.id])).to.equal(4_500n * REP);
        expect(await governor.read.quorum([proposal.id]), "before the first vote").to.equal(9_000n * REP);
        await vote(proposal, [founder(0)], SUPPORT.for);
        expect(await governor.read.quorum([proposal.id]), "frozen").to.equal(9_000n * REP);
        const snapshot = await governor.read.proposalSnapshot([proposal.id]);
        expect(await governor.read.quorum([snapshot]), "of a timepoint").to.equal(4_500n * REP);
      });

      for (const { percent, joins, state } of [
        { percent: 66n, joins: "against", state: "defeated" },
        { percent: 67n, joins: "for", state: "succeeded" },
      ] as const) {
        it(`${state === "defeated" ? "fails" : "passes"} with ${percent} % for it`, async () => {
          const { governor, stranger } = governance;
          await grantReputation(governance, stranger.account.address, (joins === "for" ? 122n : 121n) * REP);
          const proposal = await proposeOverride();
          await open(proposal);
          await vote(proposal, [stranger], SUPPORT[joins]);
          expect(await decide(proposal, { for: 8, against: 4, abstain: 3 })).to.equal(STATE[state]);
          const [against, inFavor] = await governor.read.proposalVotes([proposal.id]);
          expect((100n * inFavor) / (inFavor + against)).to.equal(percent);
        });
      }

      it("passes with two thirds exactly, and one unit more against it is too much", async () => {
        const { governor, stranger, protocol } = governance;
        const { networkHelpers } = protocol.connection;
        const exact = await proposeOverride();
        const snapshot = await networkHelpers.takeSnapshot();
        expect(await decide(exact, { for: 8, against: 4, abstain: 1 })).to.equal(STATE.succeeded);
        await snapshot.restore();
        await grantReputation(governance, stranger.account.address, 1n);
        const missed = await makeProposal(governance, [action]);
        expect(await governor.read.isOverride([missed.id])).to.equal(true);
        await open(missed);
        await vote(missed, [stranger], SUPPORT.against);
        expect(await decide(missed, { for: 8, against: 4, abstain: 3 })).to.equal(STATE.defeated);
        const [against, inFavor] = await governor.read.proposalVotes([missed.id]);
        expect(2n * against - inFavor).to.equal(2n);
      });

      it("is defeated by a tie of nobody, and by half against", async () => {
        const proposal = await proposeOverride();
        const { networkHelpers } = governance.protocol.connection;
        const snapshot = await networkHelpers.takeSnapshot();
        expect(await decide(proposal, { for: 0, abstain: 15 })).to.equal(STATE.defeated);
        await snapshot.restore();
        expect(await decide(proposal, { for: 9, against: 6 })).to.equal(STATE.defeated);
      });

      it("reaches double quorum with nine of fifteen, and not with eight", async () => {
        const proposal = await proposeOverride();
        const { networkHelpers } = governance.protocol.connection;
        for (const { votes, state } of [
          { votes: { for: 8 }, state: STATE.defeated },
          { votes: { for: 9 }, state: STATE.succeeded },
          { votes: { for: 1, abstain: 8 }, state: STATE.succeeded },
          { votes: { for: 8, against: 4 }, state: STATE.defeated },
        ]) {
          const snapshot = await networkHelpers.takeSnapshot();
          expect(await decide(proposal, votes), JSON.stringify(votes)).to.equal(state);
          await snapshot.restore();
        }
      });

      it("is more than others need: a plain majority at single quorum carries those", async () => {
        const proposal = await makeProposal(governance, [action]);
        expect(await decide(proposal, { for: 5, against: 4 })).to.equal(STATE.succeeded);
      });

      it("is extended when it reaches its own quorum late, not the single one", async () => {
        const { governor, founders, protocol, clones } = governance;
        const proposal = await proposeOverride();
        await open(proposal);
        const deadline = await governor.read.proposalDeadline([proposal.id]);
        await passTimepoint(protocol, clones, deadline - 60n);
        await vote(proposal, founders.slice(0, 8), SUPPORT.for);
        expect(await governor.read.proposalDeadline([proposal.id])).to.equal(deadline);
        await vote(proposal, [founder(8)], SUPPORT.for);
        const extended = await governor.read.proposalDeadline([proposal.id]);
        expect(Number(extended)).to.be.greaterThan(Number(deadline));
        await vote(proposal, founders.slice(9), SUPPORT.for);
        expect(await governor.read.proposalDeadline([proposal.id])).to.equal(extended);
      });

      it("cannot be vetoed in any state, and does what it says", async () => {
        const { governor, founders } = governance;
        const proposal = await proposeOverride();
        await immune(proposal);
        await open(proposal);
        await immune(proposal);
        await vote(proposal, founders, SUPPORT.for);
        await close(proposal);
        expect(await stateOf(proposal)).to.equal(STATE.succeeded);
        await immune(proposal);
        await governor.write.queue(callArgs(proposal));
        expect(await stateOf(proposal)).to.equal(STATE.queued);
        await immune(proposal);
        await governance.protocol.connection.networkHelpers.time.increaseTo(
          await governor.read.proposalEta([proposal.id]),
        );
        await governor.write.execute(callArgs(proposal));
        expect(await stateOf(proposal)).to.equal(STATE.executed);
        await immune(proposal);
        expect(await charters()).to.equal(2);
      });

      it("that was defeated cannot be vetoed either, and may be tried again", async () => {
        const proposal = await proposeOverride();
        await close(proposal);
        expect(await stateOf(proposal)).to.equal(STATE.defeated);
        await immune(proposal);
        const again = await makeProposal(governance, [action]);
        await immune(again);
        expect(await decide(again, { for: 9 })).to.equal(STATE.succeeded);
      });

      it("can be taken back by its proposer while it is pending, not later, and by nobody else", async () => {
        const { governor, protocol, stranger } = governance;
        const proposal = await proposeOverride();
        const refused = (account: Address) =>
          expectRefused(protocol, () => cancelAs(proposal, account), {
            by: governor,
            error: "GovernorUnableToCancel",
            args: [proposal.id, (by: unknown) => String(by).toLowerCase() === account.toLowerCase()],
            others: [governor.address],
          });
        const { address } = founder(0).account;
        for (const other of [founder(1).account.address, stranger.account.address]) await refused(other);
        const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
        const since = await governor.read.vetoedAt([hashOf(proposal)]);
        await cancelAs(proposal, address);
        expect(await stateOf(proposal)).to.equal(STATE.canceled);
        expect(await governor.read.vetoedAt([hashOf(proposal)]), "no new veto").to.equal(since);
        await immune(proposal);
        await snapshot.restore();
        await open(proposal);
        await refused(address);
      });
    });

    describe("after a year", () => {
      /** Proposes the actions in a block at exactly this time. */
      const proposeAt = async (timestamp: bigint) => {
        const { networkHelpers } = governance.protocol.connection;
        await networkHelpers.time.setNextBlockTimestamp(timestamp);
        return makeProposal(governance, [action]);
      };

      it("the same actions are an ordinary proposal again, to the second", async () => {
        const { governor, protocol } = governance;
        const vetoed = await makeProposal(governance, [action]);
        await veto(vetoed);
        const since = BigInt(await governor.read.vetoedAt([hashOf(vetoed)]));
        const { networkHelpers } = protocol.connection;
        const snapshot = await networkHelpers.takeSnapshot();
        const last = await proposeAt(since + YEAR - 1n);
        expect(await governor.read.isOverride([last.id])).to.equal(true);
        await snapshot.restore();
        const first = await proposeAt(since + YEAR);
        expect(await governor.read.isOverride([first.id])).to.equal(false);
        await veto(first);
        expect(await stateOf(first)).to.equal(STATE.canceled);
        expect(await governor.read.vetoedAt([hashOf(first)])).to.be.greaterThan(Number(since + YEAR));
        expect(await governor.read.isOverride([(await makeProposal(governance, [action])).id])).to.equal(true);
      });

      it("what began as an override stays one", async () => {
        const { governor, protocol } = governance;
        const vetoed = await makeProposal(governance, [action]);
        await veto(vetoed);
        const since = BigInt(await governor.read.vetoedAt([hashOf(vetoed)]));
        const proposal = await proposeAt(since + YEAR - 1n);
        await protocol.connection.networkHelpers.time.increaseTo(since + YEAR + 60n);
        await immune(proposal);
        await open(proposal);
        expect(await governor.read.quorum([proposal.id])).to.equal(9_000n * REP);
      });
    });

    describe("without a guardian", () => {
      it("nobody vetoes, the board of before included, but its vetoes are remembered", async () => {
        const { governor, protocol, clones } = governance;
        const vetoed = await makeProposal(governance, [action]);
        await veto(vetoed);
        const studio = await protocol.connection.viem.getContractAt("Studio", clones.studio);
        const data = encodeFunctionData({
          abi: studio.abi,
          functionName: "setBoard",
          args: ["0x0000000000000000000000000000000000000000"],
        });
        await passActions(governance, [{ target: clones.studio, data }]);
        expect(await governor.read.proposalGuardian()).to.match(/^0x0{40}$/);
        const other = await makeProposal(governance, [{ target: clones.studio }]);
        const again = await makeProposal(governance, [action]);
        for (const proposal of [other, again]) {
          await expectRefused(protocol, () => veto(proposal), {
            by: governor,
            error: "GovernorUnableToCancel",
            args: [proposal.id, (by: unknown) => String(by).toLowerCase() === clones.board.toLowerCase()],
            others: [governor.address],
          });
        }
        expect(await governor.read.isOverride([other.id])).to.equal(false);
        expect(await governor.read.isOverride([again.id])).to.equal(true);
      });
    });
  });
}
