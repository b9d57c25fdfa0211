import { expect } from "chai";
import { encodeFunctionData, getAddress, parseEther, zeroAddress } from "viem";
import { callArgs } from "../helpers/governance.ts";
import { CLOCK, PRESET, type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  type Governance,
  governorEvents,
  makeProposal,
  makeReady,
  passActions,
  settingOf,
  setUpGovernance,
} from "./governance.ts";

const HOUR = 3_600;
const DAY = 24 * HOUR;

describe("governance/settings", () => {
  const clocks = {
    timestamps: { clockMode: CLOCK.timestamp, secondsPerTick: 1 },
    "blocks of 12 seconds": { clockMode: CLOCK.blockNumber, secondsPerTick: 12 },
    "blocks of 7 seconds": { clockMode: CLOCK.blockNumber, secondsPerTick: 7 },
  };
  for (const [title, time] of Object.entries(clocks)) {
    describe(`on ${title}`, () => {
      const tick = time.secondsPerTick;
      let governance: Governance;
      before(async () => {
        governance = await setUpGovernance({ preset: PRESET.solo, ...time });
      });
      afterEach(() => governance.rewind());

      const refused = async (action: ReturnType<typeof settingOf>, error: string, args: unknown[]) => {
        const { protocol, governor, timelock } = governance;
        const proposal = await makeProposal(governance, [action]);
        await makeReady(governance, proposal);
        await expectRefused(protocol, () => governor.write.execute(callArgs(proposal)), {
          by: governor,
          error: error as "StudioGovernorInvalidVotingDelay",
          args,
          others: [governor.address, timelock.address],
        });
      };

      it("keeps the voting delay within one tick and 14 days", async () => {
        const most = Math.floor((14 * DAY) / tick);
        for (const ticks of [0, most + 1]) {
          const args = [BigInt(ticks * tick), BigInt(14 * DAY)];
          await refused(settingOf(governance, "setVotingDelay", [ticks]), "StudioGovernorInvalidVotingDelay", args);
        }
        for (const ticks of [most, 1]) {
          const hash = await passActions(governance, [settingOf(governance, "setVotingDelay", [ticks])]);
          expect((await governorEvents(governance, hash)).map(({ eventName }) => eventName)).to.include(
            "VotingDelaySet",
          );
          expect(await governance.governor.read.votingDelay()).to.equal(BigInt(ticks));
        }
      });

      it("keeps the voting period within one hour and 30 days, and above the late extension", async () => {
        const least = Math.ceil(HOUR / tick);
        const most = Math.floor((30 * DAY) / tick);
        for (const ticks of [0, least - 1, most + 1]) {
          const args = [BigInt(ticks * tick), BigInt(HOUR), BigInt(30 * DAY)];
          await refused(settingOf(governance, "setVotingPeriod", [ticks]), "StudioGovernorInvalidVotingPeriod", args);
        }
        for (const ticks of [most, 2 * least]) {
          const hash = await passActions(governance, [settingOf(governance, "setVotingPeriod", [ticks])]);
          expect((await governorEvents(governance, hash)).map(({ eventName }) => eventName)).to.include(
            "VotingPeriodSet",
          );
          expect(await governance.governor.read.votingPeriod()).to.equal(BigInt(ticks));
        }
        await passActions(governance, [settingOf(governance, "setLateQuorumVoteExtension", [2 * least])]);
        const ticks = 2 * least - 1;
        const args = [BigInt(ticks * tick), BigInt(2 * least * tick), BigInt(30 * DAY)];
        await refused(settingOf(governance, "setVotingPeriod", [ticks]), "StudioGovernorInvalidVotingPeriod", args);
      });

      it("keeps the late extension within the voting period", async () => {
        const period = await governance.governor.read.votingPeriod();
        for (const ticks of [period + 1n, 2n ** 48n - 1n]) {
          await refused(
            settingOf(governance, "setLateQuorumVoteExtension", [Number(ticks)]),
            "GovernorPreventLateQuorumVoteExtensionTooLarge",
            [ticks, period],
          );
        }
        const hash = await passActions(governance, [
          settingOf(governance, "setLateQuorumVoteExtension", [Number(period)]),
        ]);
        expect((await governorEvents(governance, hash)).map(({ eventName }) => eventName)).to.include(
          "LateQuorumVoteExtensionSet",
        );
      });

      it("never changes guardian or timelock", async () => {
        await refused(
          settingOf(governance, "setProposalGuardian", [governance.clones.studio]),
          "StudioGovernorGuardianFixed",
          [],
        );
        await refused(
          settingOf(governance, "updateTimelock", [governance.clones.studio]),
          "StudioGovernorTimelockFixed",
          [],
        );
        expect(await governance.governor.read.proposalGuardian()).to.equal(zeroAddress);
        const timelock = await governance.governor.read.timelock();
        expect(getAddress(timelock)).to.equal(getAddress(governance.clones.timelock));
      });
    });
  }

  describe("by anybody but a proposal", () => {
    it("are refused", async () => {
      const governance = await setUpGovernance();
      const { protocol, governor, founders, stranger } = governance;
      for (const { account } of [founders[0] as Wallet, stranger]) {
        for (const call of [
          () => governor.write.setVotingDelay([1], { account }),
          () => governor.write.setVotingPeriod([HOUR], { account }),
          () => governor.write.setLateQuorumVoteExtension([0], { account }),
          () => governor.write.updateQuorumNumerator([10n], { account }),
          () => governor.write.setProposalGuardian([account.address], { account }),
          () => governor.write.relay([account.address, 0n, "0x"], { account }),
        ]) {
          await expectRefused(protocol, call, {
            by: governor,
            error: "GovernorOnlyExecutor",
            args: [getAddress(account.address)],
            others: [governor.address],
          });
        }
      }
    });
  });

  describe("the treasury", () => {
    it("pays ether and tokens by a proposal", async () => {
      const governance = await setUpGovernance();
      const { protocol, clones } = governance;
      const { networkHelpers } = protocol.connection;
      await networkHelpers.setBalance(clones.timelock, parseEther("3"));
      const payee = getAddress("0x00000000000000000000000000000000000000aa");
      await passActions(governance, [{ target: payee, value: parseEther("2") }]);
      expect(await protocol.publicClient.getBalance({ address: payee })).to.equal(parseEther("2"));
      expect(await protocol.publicClient.getBalance({ address: clones.timelock })).to.equal(parseEther("1"));
    });
  });

  it("keep the timelock's delay within an hour and 30 days, whatever is voted for", async () => {
    const governance = await setUpGovernance({ preset: PRESET.solo });
    const { timelock } = governance;
    const set = async (seconds: bigint) => {
      const data = encodeFunctionData({ abi: timelock.abi, functionName: "updateDelay", args: [seconds] });
      await passActions(governance, [{ target: timelock.address, data }]);
      return timelock.read.getMinDelay();
    };
    expect(await set(2n ** 256n - 1n)).to.equal(BigInt(30 * DAY));
    expect(await set(0n)).to.equal(BigInt(HOUR));
    expect(await set(BigInt(3 * DAY))).to.equal(BigInt(3 * DAY));
  });
});
