import { expect } from "chai";
import { getAddress, parseEther, zeroHash } from "viem";
import { describeProposal, proposalOf, proposeArgs, STATE } from "../helpers/governance.ts";
import { type Wallet } from "../helpers/protocol.ts";
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
import { callArgs } from "../helpers/governance.ts";

describe("governance/threshold", () => {
  let governance: Governance;

  before(async () => {
    governance = await setUpGovernance();
  });
  afterEach(() => governance.rewind());

  const proposeAs = async (wallet: Wallet) => {
    const { governor, clones } = governance;
    const description = describeProposal("Something", wallet.account.address);
    const proposal = proposalOf([{ target: clones.timelock }], description);
    await governor.write.propose(proposeArgs(proposal), { account: wallet.account });
    return proposal;
  };

  it("is 1 % of the supply one tick ago, in raw units", async () => {
    const { governor, token } = governance;
    expect(await governor.read.proposalThresholdRatio()).to.equal(10_000n);
    expect(await governor.read.proposalThreshold()).to.equal((await token.read.totalSupply()) / 100n);
  });

  it("refuses who has less, and accepts who has exactly as much", async () => {
    const { protocol, governor, token, stranger, clones } = governance;
    const others = [governor.address];
    await expectRefused(protocol, () => proposeAs(stranger).then(() => "0x"), {
      by: governor,
      error: "GovernorInsufficientProposerVotes",
      args: [getAddress(stranger.account.address), 0n, parseEther("30")],
      others,
    });

    // A share of s in the new supply needs s / (1 − s) of the old: 1/99 of 3,000 REP. A wei less is not enough.
    const { networkHelpers } = protocol.connection;
    const supply = await token.read.totalSupply();
    for (const missing of [10n ** 9n, 0n]) {
      const snapshot = await networkHelpers.takeSnapshot();
      await networkHelpers.setBalance(clones.timelock, parseEther("10"));
      await networkHelpers.impersonateAccount(clones.timelock);
      // A block of the future, so that the index is known before.
      const time = BigInt(await networkHelpers.time.latest()) + 60n;
      await networkHelpers.time.setNextBlockTimestamp(time);
      const { timestamp } = await protocol.publicClient.getBlock({
        blockHash: (await protocol.publicClient.getTransactionReceipt({ hash: clones.hash })).blockHash,
      });
      const index = 2n ** 40n + (2n ** 40n * (time - timestamp)) / BigInt(180 * 86_400);
      const raw = supply / 99n + 1n - missing;
      const amount = (raw * 2n ** 40n + index - 1n) / index;
      const evidence = `0x${"01".repeat(32)}` as const;
      await token.write.mint([stranger.account.address, amount, zeroHash, evidence], { account: clones.timelock });
      await networkHelpers.mine();
      if (missing === 0n) {
        const proposal = await proposeAs(stranger);
        expect(await governor.read.state([proposal.id])).to.equal(STATE.pending);
      } else {
        const votes = await token.read.getVotes([stranger.account.address]);
        await expectRefused(protocol, () => proposeAs(stranger).then(() => "0x"), {
          by: governor,
          error: "GovernorInsufficientProposerVotes",
          args: [getAddress(stranger.account.address), votes, await governor.read.proposalThreshold()],
          others,
        });
      }
      await snapshot.restore();
    }
  });

  it("counts votes of one tick ago: power that was just delegated does not propose yet", async () => {
    const { protocol, governor, token, founders, stranger } = governance;
    const { connection, publicClient } = protocol;
    const [founder] = founders as [Wallet];
    await connection.provider.request({ method: "evm_setAutomine", params: [false] });
    const gas = 1_000_000n;
    await token.write.delegate([stranger.account.address], { account: founder.account, gas });
    const description = describeProposal("Too soon", stranger.account.address);
    const proposal = proposalOf([{ target: governor.address }], description);
    const hash = await governor.write.propose(proposeArgs(proposal), { account: stranger.account, gas });
    await connection.networkHelpers.mine();
    await connection.provider.request({ method: "evm_setAutomine", params: [true] });
    expect((await publicClient.getTransactionReceipt({ hash })).status).to.equal("reverted");
    expect(await proposeAs(stranger)).to.have.property("id");
  });

  it("is set in ppm within 1…50,000, by a proposal only, and announced in raw units", async () => {
    const { protocol, governor, founders, token } = governance;
    const [founder] = founders as [Wallet];
    await expectRefused(protocol, () => governor.write.setProposalThreshold([20_000n], { account: founder.account }), {
      by: governor,
      error: "GovernorOnlyExecutor",
      args: [getAddress(founder.account.address)],
      others: [governor.address],
    });
    for (const ratio of [0n, 50_001n, 10n ** 24n]) {
      const proposal = await makeProposal(governance, [settingOf(governance, "setProposalThreshold", [ratio])]);
      await makeReady(governance, proposal);
      await expectRefused(protocol, () => governor.write.execute(callArgs(proposal)), {
        by: governor,
        error: "StudioGovernorInvalidProposalThreshold",
        args: [ratio, 1n, 50_000n],
        others: [governor.address, governance.timelock.address],
      });
    }
    const supply = await token.read.totalSupply();
    let old = supply / 100n;
    for (const ratio of [50_000n, 1n]) {
      const hash = await passActions(governance, [settingOf(governance, "setProposalThreshold", [ratio])]);
      const events = await governorEvents(governance, hash);
      const threshold = (supply * ratio) / 1_000_000n;
      expect(events).to.deep.include({
        eventName: "ProposalThresholdSet",
        args: { oldProposalThreshold: old, newProposalThreshold: threshold },
      });
      expect(await governor.read.proposalThresholdRatio()).to.equal(ratio);
      expect(await governor.read.proposalThreshold()).to.equal(threshold);
      old = threshold;
    }
  });

  it("is announced anew by anybody after the supply has moved", async () => {
    const { governor, token, stranger, protocol } = governance;
    const before = await governor.read.proposalThreshold();
    await grantReputation(governance, stranger.account.address, parseEther("100"));
    await protocol.connection.networkHelpers.mine();
    const hash = await governor.write.syncProposalThreshold({ account: stranger.account });
    const threshold = (await token.read.totalSupply()) / 100n;
    expect(Number(threshold)).to.be.greaterThan(Number(before));
    expect(await governorEvents(governance, hash)).to.deep.equal([
      {
        eventName: "ProposalThresholdSet",
        args: { oldProposalThreshold: threshold, newProposalThreshold: threshold },
      },
    ]);
  });
});
