import { expect } from "chai";
import { encodeFunctionData, getAddress, parseEventLogs } from "viem";
import {
  callArgs,
  describeProposal,
  type Proposal,
  proposalOf,
  proposeArgs,
  STATE,
  SUPPORT,
} from "../helpers/governance.ts";
import { CLOCK, PRESET, type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { type Governance, governorEvents, makeProposal, setUpGovernance } from "./governance.ts";

const CLOCKS = {
  timestamps: { clockMode: CLOCK.timestamp, secondsPerTick: 1 },
  "blocks of 12 seconds": { clockMode: CLOCK.blockNumber, secondsPerTick: 12 },
};
const PRESETS = { solo: { preset: PRESET.solo }, collective: { preset: PRESET.collective } };

for (const [clock, time] of Object.entries(CLOCKS)) {
  for (const [preset, kind] of Object.entries(PRESETS)) {
    describe(`governance/lifecycle of a ${preset} on ${clock}`, () => {
      let governance: Governance;
      let proposal: Proposal;
      const CHARTER = `0x${"ab".repeat(32)}` as const;

      before(async () => {
        governance = await setUpGovernance({ ...kind, ...time });
      });
      beforeEach(async () => {
        const { clones, protocol } = governance;
        const studio = await protocol.connection.viem.getContractAt("Studio", clones.studio);
        const data = encodeFunctionData({ abi: studio.abi, functionName: "setCharter", args: [CHARTER] });
        proposal = await makeProposal(governance, [{ target: clones.studio, data }]);
      });
      afterEach(() => governance.rewind());

      /** Makes the clock of the newest block exactly `timepoint`, and with it that of views. */
      const arriveAt = async (timepoint: bigint) => {
        const { networkHelpers } = governance.protocol.connection;
        if (time.clockMode === CLOCK.blockNumber) return networkHelpers.mineUpTo(timepoint);
        return networkHelpers.time.increaseTo(timepoint);
      };
      const state = () => governance.governor.read.state([proposal.id]);
      const voteAll = async (support: number) => {
        for (const { account } of governance.founders) {
          await governance.governor.write.castVote([proposal.id, support], { account });
        }
      };
      const unexpected = (found: number) => ({
        by: governance.governor,
        error: "GovernorUnexpectedProposalState" as const,
        args: [proposal.id, found, (value: unknown) => typeof value === "string"],
        others: [governance.governor.address, governance.timelock.address],
      });

      it("is pending up to the snapshot, active up to the deadline, then what the votes say", async () => {
        const { governor } = governance;
        const snapshot = await governor.read.proposalSnapshot([proposal.id]);
        const deadline = await governor.read.proposalDeadline([proposal.id]);
        expect(deadline - snapshot).to.equal(await governor.read.votingPeriod());
        expect(await state()).to.equal(STATE.pending);
        await arriveAt(snapshot);
        expect(await state()).to.equal(STATE.pending);
        await arriveAt(snapshot + 1n);
        expect(await state()).to.equal(STATE.active);
        await voteAll(SUPPORT.for);
        await arriveAt(deadline);
        expect(await state()).to.be.equal(STATE.active);
        await arriveAt(deadline + 1n);
        expect(await state()).to.equal(STATE.succeeded);
      });

      it("refuses votes too early and too late, twice, and of another kind", async () => {
        const { protocol, governor, founders } = governance;
        const { account } = founders[0] as Wallet;
        const cast = (support: number) => () => governor.write.castVote([proposal.id, support], { account });
        await expectRefused(protocol, cast(SUPPORT.for), unexpected(STATE.pending));
        await arriveAt((await governor.read.proposalSnapshot([proposal.id])) + 1n);
        await expectRefused(protocol, cast(3), {
          by: governor,
          error: "GovernorInvalidVoteType",
          args: [],
          others: [governor.address],
        });
        const hash = await cast(SUPPORT.for)();
        const [event] = await governorEvents(governance, hash);
        expect(event).to.deep.equal({
          eventName: "VoteCast",
          args: {
            voter: getAddress(account.address),
            proposalId: proposal.id,
            support: SUPPORT.for,
            weight: ((await governance.token.read.totalSupply()) * (await governor.read.voteCap())) / 1_000_000n,
            reason: "",
          },
        });
        expect(await governor.read.hasVoted([proposal.id, account.address])).to.equal(true);
        await expectRefused(protocol, cast(SUPPORT.against), {
          by: governor,
          error: "GovernorAlreadyCastVote",
          args: [getAddress(account.address)],
          others: [governor.address],
        });
        await arriveAt((await governor.read.proposalDeadline([proposal.id])) + 1n);
        const last = founders.at(-1) as Wallet;
        await expectRefused(
          protocol,
          () => governor.write.castVote([proposal.id, SUPPORT.for], { account: last.account }),
          unexpected(await state()),
        );
      });

      it("is defeated by votes against, and by silence", async () => {
        const { protocol, governor } = governance;
        const deadline = await governor.read.proposalDeadline([proposal.id]);
        const silent = await protocol.connection.networkHelpers.takeSnapshot();
        await arriveAt((await governor.read.proposalSnapshot([proposal.id])) + 1n);
        await voteAll(SUPPORT.against);
        await arriveAt(deadline + 1n);
        expect(await state()).to.equal(STATE.defeated);
        await expectRefused(protocol, () => governor.write.queue(callArgs(proposal)), unexpected(STATE.defeated));
        await silent.restore();
        await arriveAt(deadline + 1n);
        expect(await state()).to.equal(STATE.defeated);
      });

      it("is queued once, waits for the timelock, and is executed once", async () => {
        const { protocol, governor, timelock, stranger } = governance;
        await arriveAt((await governor.read.proposalSnapshot([proposal.id])) + 1n);
        await voteAll(SUPPORT.for);
        const queue = () => governor.write.queue(callArgs(proposal), { account: stranger.account });
        const execute = () => governor.write.execute(callArgs(proposal), { account: stranger.account });
        await expectRefused(protocol, queue, unexpected(STATE.active));
        await expectRefused(protocol, execute, unexpected(STATE.active));
        await arriveAt((await governor.read.proposalDeadline([proposal.id])) + 1n);
        await expectRefused(protocol, execute, unexpected(STATE.succeeded));

        const queued = await queue();
        const eta = await governor.read.proposalEta([proposal.id]);
        expect(await governorEvents(governance, queued)).to.deep.equal([
          { eventName: "ProposalQueued", args: { proposalId: proposal.id, etaSeconds: eta } },
        ]);
        const delay = await timelock.read.getMinDelay();
        expect(eta).to.equal(BigInt(await protocol.connection.networkHelpers.time.latest()) + delay);
        await expectRefused(protocol, queue, unexpected(STATE.queued));
        await expectRefused(protocol, execute, {
          by: timelock,
          error: "TimelockUnexpectedOperationState",
          args: [(value: unknown) => typeof value === "string", (value: unknown) => typeof value === "string"],
          others: [governor.address, timelock.address],
        });

        await protocol.connection.networkHelpers.time.increaseTo(eta);
        const executed = await execute();
        const studio = await protocol.connection.viem.getContractAt("Studio", governance.clones.studio);
        const { logs } = await protocol.publicClient.getTransactionReceipt({ hash: executed });
        expect(
          parseEventLogs({ abi: studio.abi, logs, eventName: "CharterSet" }).map(({ args }) => args),
        ).to.deep.equal([{ version: 2, cid: CHARTER }]);
        expect(await studio.read.charterVersion()).to.equal(2);
        expect(await state()).to.equal(STATE.executed);
        await expectRefused(protocol, execute, unexpected(STATE.executed));
        await expectRefused(protocol, queue, unexpected(STATE.executed));
        await expectRefused(protocol, () => governor.write.propose(proposeArgs(proposal)), unexpected(STATE.executed));
      });

      it("refuses what is no proposal: unknown, empty, of unequal lengths, or twice the same", async () => {
        const { protocol, governor, founders, clones } = governance;
        const { account } = founders[0] as Wallet;
        const unknown = proposalOf([{ target: clones.studio }], "# Unknown");
        const nonexistent = {
          by: governor,
          error: "GovernorNonexistentProposal" as const,
          args: [unknown.id],
          others: [governor.address],
        };
        for (const call of [
          () => governor.write.castVote([unknown.id, SUPPORT.for]),
          () => governor.write.queue(callArgs(unknown)),
          () => governor.write.execute(callArgs(unknown)),
          () => governor.write.cancel(callArgs(unknown)),
        ]) {
          await expectRefused(protocol, call, nonexistent);
        }
        const text = describeProposal("Odd", account.address);
        for (const [targets, values, calldatas] of [
          [[], [], []],
          [[clones.studio], [], ["0x"]],
          [[clones.studio], [0n], []],
        ] as const) {
          const args = [BigInt(targets.length), BigInt(calldatas.length), BigInt(values.length)];
          await expectRefused(protocol, () => governor.write.propose([targets, values, calldatas, text]), {
            by: governor,
            error: "GovernorInvalidProposalLength",
            args,
            others: [governor.address],
          });
        }
        await expectRefused(protocol, () => governor.write.propose(proposeArgs(proposal)), unexpected(STATE.pending));
      });
    });
  }
}
