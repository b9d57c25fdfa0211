import { expect } from "chai";
import { encodeFunctionData, getAddress, keccak256, parseEther, parseEventLogs, stringToHex, zeroHash } from "viem";
import {
  callArgs,
  describeProposal,
  passTimepoint,
  proposalOf,
  proposeArgs,
  STATE,
  SUPPORT,
} from "../helpers/governance.ts";
import { CLOCK, PRESET, type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { type Governance, makeProposal, makeReady, passActions, settingOf, setUpGovernance } from "./governance.ts";

/** What once went wrong in governors, by the identifier of its advisory or change. */
describe("governance/regressions", () => {
  let governance: Governance;
  before(async () => {
    governance = await setUpGovernance();
  });
  afterEach(() => governance.rewind());

  const impersonate = async (account: `0x${string}`) => {
    const { networkHelpers } = governance.protocol.connection;
    await networkHelpers.setBalance(account, parseEther("10"));
    await networkHelpers.impersonateAccount(account);
  };

  describe("a lower quorum does not revive what was defeated (CVE-2022-31198)", () => {
    for (const voted of [true, false]) {
      it(voted ? "when somebody voted" : "when nobody voted", async () => {
        const { protocol, clones, governor, founders } = governance;
        const victim = await makeProposal(governance, [{ target: clones.studio }]);
        await passTimepoint(protocol, clones, await governor.read.proposalSnapshot([victim.id]));
        // One capped vote is 20 % of the supply, quorum 30 %.
        if (voted) {
          const { account } = founders[0] as Wallet;
          await governor.write.castVote([victim.id, SUPPORT.for], { account });
        }
        await passTimepoint(protocol, clones, await governor.read.proposalDeadline([victim.id]));
        await protocol.connection.networkHelpers.mine();
        expect(await governor.read.state([victim.id])).to.equal(STATE.defeated);
        await passActions(governance, [settingOf(governance, "updateQuorumNumerator", [1n])]);
        expect(await governor.read.quorumNumerator()).to.equal(1n);
        expect(await governor.read.state([victim.id])).to.equal(STATE.defeated);
        await expectRefused(protocol, () => governor.write.queue(callArgs(victim)), {
          by: governor,
          error: "GovernorUnexpectedProposalState",
          args: [victim.id, STATE.defeated, () => true],
          others: [governor.address],
        });
      });
    }
  });

  it("an action that re-enters cannot execute its own proposal again (CVE-2021-39167)", async () => {
    const { protocol, governor, timelock } = governance;
    const { viem } = protocol.connection;
    const reenterer = await viem.deployContract("Reenterer");
    const proposal = await makeProposal(governance, [{ target: reenterer.address, data: "0x01" }]);
    await makeReady(governance, proposal);
    const data = encodeFunctionData({ abi: governor.abi, functionName: "execute", args: callArgs(proposal) });
    await reenterer.write.arm([governor.address, data]);
    await expectRefused(protocol, () => governor.write.execute(callArgs(proposal)), {
      by: governor,
      error: "GovernorUnexpectedProposalState",
      args: [proposal.id, STATE.executed, () => true],
      others: [governor.address, timelock.address],
    });
    expect(await governor.read.state([proposal.id])).to.equal(STATE.queued);

    const schedule = encodeFunctionData({
      abi: timelock.abi,
      functionName: "schedule",
      args: [reenterer.address, 0n, "0x", zeroHash, zeroHash, 10n ** 6n],
    });
    await reenterer.write.arm([timelock.address, schedule]);
    await expectRefused(protocol, () => governor.write.execute(callArgs(proposal)), {
      by: timelock,
      error: "AccessControlUnauthorizedAccount",
      args: [getAddress(reenterer.address), await timelock.read.PROPOSER_ROLE()],
      others: [governor.address, timelock.address],
    });
  });

  it("another proposer of the timelock cannot even be made (OpenZeppelin PR 3147)", async () => {
    const { protocol, governor, timelock, stranger } = governance;
    const { address } = stranger.account;
    for (const role of [await timelock.read.PROPOSER_ROLE(), await timelock.read.EXECUTOR_ROLE()]) {
      const data = encodeFunctionData({ abi: timelock.abi, functionName: "grantRole", args: [role, address] });
      const proposal = await makeProposal(governance, [{ target: timelock.address, data }]);
      await makeReady(governance, proposal);
      await expectRefused(protocol, () => governor.write.execute(callArgs(proposal)), {
        by: timelock,
        error: "StudioTimelockGovernorOnly",
        args: [role, getAddress(address)],
        others: [governor.address, timelock.address],
      });
      expect(await timelock.read.hasRole([role, address])).to.equal(false);
    }
  });

  it("another governor's operation does not take the place of the same one (OpenZeppelin PR 4432)", async () => {
    const { protocol, clones, governor, timelock, founders } = governance;
    const { viem } = protocol.connection;
    const factory = await viem.getContractAt("IStudioFactory", protocol.addressOf("StudioFactory"));
    const hash = await factory.write.createSuccessors([
      clones.studio,
      {
        preset: PRESET.collective,
        clockMode: CLOCK.timestamp,
        secondsPerTick: 1,
        electorate: true,
        curation: false,
        board: false,
        mandates: false,
        commissions: false,
        impact: false,
        founders: founders.map(({ account }) => account.address),
        seats: [],
        root: zeroHash,
        total: 0n,
        evidence: zeroHash,
      },
    ]);
    const { logs } = await protocol.publicClient.getTransactionReceipt({ hash });
    const [event] = parseEventLogs({ abi: factory.abi, logs, eventName: "SuccessorsCreated" });
    const { governor: later, reputation } = event?.args.successors ?? expect.fail("nothing was made");
    const studio = await viem.getContractAt("Studio", clones.studio);
    const data = encodeFunctionData({ abi: studio.abi, functionName: "replaceElectorate", args: [later, reputation] });
    // The same actions under the same text, queued by the old governor and then by the new one.
    const charter = encodeFunctionData({ abi: studio.abi, functionName: "setCharter", args: [keccak256("0x")] });
    const victim = await makeProposal(governance, [{ target: clones.studio, data: charter }]);
    const change = await makeProposal(governance, [{ target: clones.studio, data }]);
    await passTimepoint(protocol, clones, await governor.read.proposalSnapshot([change.id]));
    for (const { account } of founders) {
      for (const { id } of [victim, change]) await governor.write.castVote([id, SUPPORT.for], { account });
    }
    await passTimepoint(protocol, clones, await governor.read.proposalDeadline([change.id]));
    for (const proposal of [victim, change]) await governor.write.queue(callArgs(proposal));
    await protocol.connection.networkHelpers.time.increaseTo(await governor.read.proposalEta([change.id]));
    await governor.write.execute(callArgs(change));

    const [founder] = founders as [Wallet];
    const successor = await viem.getContractAt("StudioGovernor", later, { client: { wallet: founder } });
    await successor.write.propose(proposeArgs(victim));
    await makeReady({ ...governance, governor: successor }, victim);
    const operation = (by: `0x${string}`) => {
      const salt = ((BigInt(by) << 96n) ^ BigInt(victim.descriptionHash)).toString(16).padStart(64, "0");
      return timelock.read.hashOperationBatch([victim.targets, victim.values, victim.calldatas, zeroHash, `0x${salt}`]);
    };
    const [old, own] = [await operation(governor.address), await operation(later)];
    expect(old).to.not.equal(own);
    for (const id of [old, own]) expect(await timelock.read.isOperationReady([id])).to.equal(true);
    await expectRefused(protocol, () => governor.write.execute(callArgs(victim)), {
      by: timelock,
      error: "AccessControlUnauthorizedAccount",
      args: [getAddress(governor.address), await timelock.read.EXECUTOR_ROLE()],
      others: [timelock.address, governor.address],
    });
    await successor.write.execute(callArgs(victim));
    expect([await timelock.read.isOperationDone([old]), await timelock.read.isOperationDone([own])]).to.deep.equal([
      false,
      true,
    ]);
  });

  it("nothing is left behind that a later call of the timelock could use", async () => {
    const { governor, clones } = governance;
    // The first action is registered as a call of the governor on itself, but nothing uses it up.
    await passActions(governance, [
      {
        target: governor.address,
        data: encodeFunctionData({ abi: governor.abi, functionName: "syncProposalThreshold" }),
      },
      settingOf(governance, "setVotingDelay", [60]),
    ]);
    await impersonate(clones.timelock);
    await governor.write.setVotingDelay([60], { account: clones.timelock }).then(
      () => expect.fail("the governor obeyed"),
      (error: unknown) => expect(String(error)).to.match(/0x31|empty array/i),
    );
  });

  describe("the governor takes no deposits (OpenZeppelin 4.3)", () => {
    it("of ether", async () => {
      const { protocol, governor, stranger } = governance;
      await expectRefused(protocol, () => stranger.sendTransaction({ to: governor.address, value: 1n }), {
        by: governor,
        error: "GovernorDisabledDeposit",
        args: [],
        others: [governor.address],
      });
      expect(await protocol.publicClient.getBalance({ address: governor.address })).to.equal(0n);
    });

    it("of tokens that ask their receiver", async () => {
      const { protocol, governor, clones } = governance;
      const from = clones.studio;
      const refusal = { by: governor, error: "GovernorDisabledDeposit" as const, args: [], others: [governor.address] };
      await expectRefused(protocol, () => governor.write.onERC721Received([from, from, 1n, "0x"]), refusal);
      await expectRefused(protocol, () => governor.write.onERC1155Received([from, from, 1n, 1n, "0x"]), refusal);
      await expectRefused(
        protocol,
        () => governor.write.onERC1155BatchReceived([from, from, [1n], [1n], "0x"]),
        refusal,
      );
    });
  });

  it("what is executed is what was proposed, call by call (CVE-2023-30542)", async () => {
    const { protocol, clones, governor, founders } = governance;
    const studio = await protocol.connection.viem.getContractAt("Studio", clones.studio);
    const charters = ["one", "two", "three"].map((text) => keccak256(stringToHex(text)));
    const actions = charters.map((cid) => ({
      target: clones.studio,
      data: encodeFunctionData({ abi: studio.abi, functionName: "setCharter", args: [cid] }),
    }));
    const { account } = founders[0] as Wallet;
    const proposal = await makeProposal(governance, actions);
    await makeReady(governance, proposal);
    const shortened = { ...proposal, calldatas: proposal.calldatas.map((data) => data.slice(0, -2) as `0x${string}`) };
    const other = proposalOf(
      actions.map(({ target }, i) => ({ target, data: shortened.calldatas[i] as `0x${string}` })),
      describeProposal("x", account.address),
    );
    await expectRefused(protocol, () => governor.write.execute(callArgs({ ...shortened, id: other.id })), {
      by: governor,
      error: "GovernorNonexistentProposal",
      args: [(id: unknown) => typeof id === "bigint"],
      others: [governor.address],
    });
    await governor.write.execute(callArgs(proposal));
    const events = await studio.getEvents.CharterSet({}, { fromBlock: 0n });
    expect(events.map(({ args }) => args.cid).slice(1)).to.deep.equal(charters);
  });
});
