import { expect } from "chai";
import { encodeFunctionData, getAddress, parseEther } from "viem";
import { describeProposal, passTimepoint, proposalOf, proposeArgs, SUPPORT } from "../helpers/governance.ts";
import { CLOCK, type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { type Governance, grantReputation, makeProposal, setUpGovernance } from "./governance.ts";

const REP = parseEther("1");
const CLOCKS = {
  timestamps: { clockMode: CLOCK.timestamp, secondsPerTick: 1 },
  "blocks of 12 seconds": { clockMode: CLOCK.blockNumber, secondsPerTick: 12 },
};

/** Votes that are not there at the snapshot: lent, passed on, or minted for the occasion (Beanstalk, 2022). */
for (const [clock, time] of Object.entries(CLOCKS)) {
  describe(`governance/borrowedVotes on ${clock}`, () => {
    let governance: Governance;
    let founder: Wallet;
    let friend: Wallet;
    before(async () => {
      governance = await setUpGovernance(time);
      [founder, friend] = governance.founders as [Wallet, Wallet, Wallet];
    });
    afterEach(() => governance.rewind());

    const open = async (id: bigint) => {
      const { protocol, clones, governor } = governance;
      await passTimepoint(protocol, clones, await governor.read.proposalSnapshot([id]));
      await protocol.connection.networkHelpers.mine();
    };
    const delegate = (from: Wallet, to: Wallet) =>
      governance.token.write.delegate([to.account.address], { account: from.account });
    const vote = (id: bigint, { account }: Wallet) =>
      governance.governor.write.castVote([id, SUPPORT.for], { account });
    const counted = async (id: bigint) => (await governance.governor.read.proposalVotes([id]))[1];

    it("a flash loan: nothing can be lent, not within a transaction either", async () => {
      const { protocol, token, stranger } = governance;
      const [from, to] = [founder.account.address, stranger.account.address];
      for (const data of [
        encodeFunctionData({ abi: token.abi, functionName: "transfer", args: [to, 1n] }),
        encodeFunctionData({ abi: token.abi, functionName: "approve", args: [to, 1n] }),
        encodeFunctionData({ abi: token.abi, functionName: "transferFrom", args: [from, to, 1n] }),
      ]) {
        await expectRefused(protocol, () => founder.sendTransaction({ to: token.address, data, gas: 500_000n }), {
          by: token,
          error: "ReputationTokenNonTransferable",
          args: [],
          others: [token.address],
        });
      }
    });

    it("a loop of delegations: everybody's votes are cast once, by whoever has them at the snapshot", async () => {
      const { founders, token, governor } = governance;
      const third = founders[2] as Wallet;
      await delegate(founder, friend);
      await delegate(friend, third);
      await delegate(third, founder);
      const { id } = await makeProposal(governance, [{ target: governance.clones.studio }], friend);
      await open(id);
      for (const wallet of founders) await vote(id, wallet);
      expect(await counted(id), "three capped votes of 600").to.equal(1_800n * REP);
      const votes = await Promise.all(founders.map(({ account }) => token.read.getVotes([account.address])));
      expect(votes.reduce((sum, one) => sum + one)).to.equal(await token.read.totalSupply());
      expect(await governor.read.hasVoted([id, third.account.address])).to.equal(true);
    });

    it("a delegation after the vote: it is not cast a second time by the new delegate", async () => {
      const { stranger } = governance;
      const { id } = await makeProposal(governance, [{ target: governance.clones.studio }]);
      await open(id);
      await vote(id, founder);
      await delegate(founder, stranger);
      await vote(id, stranger);
      expect(await counted(id)).to.equal(600n * REP);
    });

    it("a delegation in the block of the proposal: it does not reach the threshold", async () => {
      const { protocol, governor, stranger, clones } = governance;
      const { networkHelpers, provider } = protocol.connection;
      const text = describeProposal("Borrowed", stranger.account.address);
      const proposal = proposalOf([{ target: clones.studio }], text);
      await provider.request({ method: "evm_setAutomine", params: [false] });
      const delegated = await delegate(founder, stranger);
      const proposed = await governor.write.propose(proposeArgs(proposal), {
        account: stranger.account,
        gas: 1_000_000n,
      });
      await networkHelpers.mine();
      await provider.request({ method: "evm_setAutomine", params: [true] });
      const [one, other] = await Promise.all(
        [delegated, proposed].map((hash) => protocol.publicClient.getTransactionReceipt({ hash })),
      );
      expect(one?.blockNumber).to.equal(other?.blockNumber);
      expect([one?.status, other?.status]).to.deep.equal(["success", "reverted"]);
      await governor.write.propose(proposeArgs(proposal), { account: stranger.account });
    });

    it("a mint in the block of the vote: it counts in no proposal that is open", async () => {
      const { protocol, governor, token, clones, stranger } = governance;
      const { networkHelpers, provider } = protocol.connection;
      const { id } = await makeProposal(governance, [{ target: clones.studio }]);
      await open(id);
      const quorum = await governor.read.quorum([id]);
      await networkHelpers.setBalance(clones.timelock, parseEther("10"));
      await networkHelpers.impersonateAccount(clones.timelock);
      const evidence = `0x${"e1".repeat(32)}` as const;
      await provider.request({ method: "evm_setAutomine", params: [false] });
      const account = clones.timelock;
      const minted = await token.write.mint([stranger.account.address, 100n * REP, evidence, evidence], {
        account,
        gas: 500_000n,
      });
      const voted = await governor.write.castVote([id, SUPPORT.for], { account: stranger.account, gas: 500_000n });
      await networkHelpers.mine();
      await provider.request({ method: "evm_setAutomine", params: [true] });
      const [one, other] = await Promise.all(
        [minted, voted].map((hash) => protocol.publicClient.getTransactionReceipt({ hash })),
      );
      expect(one?.blockNumber).to.equal(other?.blockNumber);
      expect([one?.status, other?.status]).to.deep.equal(["success", "success"]);
      expect(await counted(id)).to.equal(0n);
      expect(await governor.read.quorum([id]), "nor does it raise the quorum").to.equal(quorum);
    });

    it("a mint after the proposal and before its snapshot counts, one after the snapshot does not", async () => {
      const { governor, stranger, token } = governance;
      const early = await makeProposal(governance, [{ target: governance.clones.studio }]);
      await grantReputation(governance, stranger.account.address, 50n * REP);
      const had = await token.read.getVotes([stranger.account.address]);
      await open(early.id);
      await grantReputation(governance, stranger.account.address, 50n * REP);
      await vote(early.id, stranger);
      expect(await counted(early.id)).to.equal(had);
      expect(getAddress(await governor.read.token())).to.equal(getAddress(token.address));
    });
  });
}
