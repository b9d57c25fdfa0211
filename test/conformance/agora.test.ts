import { expect } from "chai";
import { type Abi, type Address, encodeFunctionData, parseEther, toHex } from "viem";
import { grantReputation } from "../governance/governance.ts";
import { SUPPORT } from "../helpers/governance.ts";
import { Agora, DaoNode } from "./clients/agora.ts";
import { CLOCKS, founder, isDone, membersOf, PAYMENT, setStage, type Stage, waitSeconds, waitUntil } from "./stage.ts";

for (const [title, clock] of Object.entries(CLOCKS)) {
  describe(`conformance/agora on ${title}`, () => {
    const timestamps = title === "timestamps";
    let stage: Stage;
    let node: DaoNode;
    let agora: Agora;

    before(async () => {
      stage = await setStage(clock);
    });
    beforeEach(() => {
      const { governor, token, timelock, wire, fromBlock } = stage;
      const contract = ({ address, abi }: { address: Address; abi: unknown }) => ({ address, abi: abi as Abi });
      const contracts = { governor: contract(governor), token: contract(token), timelock: contract(timelock) };
      const tenant = { ...contracts, fromBlock, timestamps };
      node = new DaoNode(wire, tenant);
      agora = new Agora(wire, tenant, node);
    });
    afterEach(() => stage.rewind());

    const propose = async (transactions?: { target: Address; value: string; calldata: `0x${string}` }[]) => {
      const { charter, payee } = stage;
      const both = [
        { target: charter.target, value: "0", calldata: charter.data },
        { target: payee, value: PAYMENT.toString(), calldata: "0x" as const },
      ];
      const draft = { title: "Change the **charter**", abstract: "Why.", transactions: transactions ?? both };
      await agora.propose(founder(stage, 0), draft);
      await node.sync();
      return [...node.proposals.keys()].at(-1)!;
    };

    it("leads a proposal through its whole life", async () => {
      const id = await propose();
      expect(agora.titleOf(id)).to.equal("Change the charter");
      expect(await agora.statusOf(id)).to.equal("PENDING");
      const { start, end } = node.proposals.get(id)!;
      await waitUntil(stage, start);
      expect(await agora.statusOf(id)).to.equal("ACTIVE");
      await agora.vote(founder(stage, 0), id, SUPPORT.for);
      await agora.vote(founder(stage, 1), id, SUPPORT.for, "It reads well.");
      await agora.vote(founder(stage, 2), id, SUPPORT.against);
      await node.sync();
      const cap = parseEther("600");
      expect(node.tallyOf(id)).to.deep.equal([cap, 2n * cap, 0n]);
      expect(node.ballots.get(id)!.map(({ reason }) => reason)).to.deep.equal([undefined, "It reads well.", undefined]);
      expect(await agora.statusOf(id)).to.equal("ACTIVE");

      await waitUntil(stage, end);
      expect(await agora.statusOf(id)).to.equal("SUCCEEDED");
      await agora.queue(stage.stranger, id);
      await node.sync();
      expect(await agora.statusOf(id)).to.equal("QUEUED");
      const executableAt = await agora.executableAt(id);
      expect(executableAt).to.equal(await stage.governor.read.proposalEta([BigInt(id)]));
      await waitSeconds(stage, executableAt);
      await agora.execute(stage.stranger, id);
      await node.sync();
      expect(await agora.statusOf(id)).to.equal("EXECUTED");
      expect(await isDone(stage)).to.equal(true);
    });

    it("shows a defeated and a canceled proposal as such", async () => {
      const id = await propose();
      const { start, end } = node.proposals.get(id)!;
      await waitUntil(stage, start);
      await agora.vote(founder(stage, 0), id, SUPPORT.for);
      await waitUntil(stage, end);
      await node.sync();
      expect(await agora.statusOf(id)).to.equal("DEFEATED");
      expect(await stage.governor.read.state([BigInt(id)])).to.equal(3);

      const other = await propose([{ target: stage.payee, value: "0", calldata: "0x" }]);
      await agora.cancel(founder(stage, 0), other);
      await node.sync();
      expect(await agora.statusOf(other)).to.equal("CANCELLED");
    });

    it("publishes a draft without transactions as a signal, and executes it", async () => {
      const id = await propose([]);
      const { start, end } = node.proposals.get(id)!;
      await waitUntil(stage, start);
      await agora.vote(founder(stage, 0), id, SUPPORT.for);
      await agora.vote(founder(stage, 1), id, SUPPORT.abstain);
      await waitUntil(stage, end);
      await agora.queue(stage.stranger, id);
      await node.sync();
      await waitSeconds(stage, await agora.executableAt(id));
      await agora.execute(stage.stranger, id);
      await node.sync();
      expect(await agora.statusOf(id)).to.equal("EXECUTED");
    });

    it("reads a quorum by a proposal's id: the votable supply until the snapshot, then the proposal's own", async () => {
      const id = await propose();
      expect(await agora.quorumOf(id)).to.equal(parseEther("3000"));
      await waitUntil(stage, node.proposals.get(id)!.start);
      expect(await agora.quorumOf(id)).to.equal(parseEther("900"));
      // What is granted later changes neither the quorum nor its rounding through a floating-point number.
      await grantReputation(stage, stage.stranger.account.address, parseEther("100"));
      await agora.vote(founder(stage, 0), id, SUPPORT.for);
      expect(await agora.quorumOf(id)).to.equal(parseEther("900"));
      // The tenant ENS asks by a block, which is a timepoint only where the clock counts blocks.
      const byBlock = await agora.quorumOfEns(node.proposals.get(id)!);
      expect(byBlock).to.equal(timestamps ? 0n : parseEther("900"));
    });

    it("asks for votes at the block before: right on blocks, nothing on timestamps without its toggle", async () => {
      stage.wire.clear();
      const votes = await agora.votesOf(founder(stage, 0).account.address);
      expect(votes).to.equal(timestamps ? 0n : parseEther("1000"));
      const block = await stage.protocol.publicClient.getBlockNumber();
      const account = founder(stage, 0).account.address;
      const [call] = stage.wire.calls();
      expect(call?.toLowerCase()).to.equal(`governor.getvotes(${account}, ${block - 1n})`.toLowerCase());
    });

    it("reads the settings that it shows", async () => {
      stage.wire.clear();
      const ticks = (seconds: bigint) => (timestamps ? seconds : seconds / 12n);
      expect(await agora.settings()).to.deep.equal({
        votingDelay: ticks(86_400n),
        votingPeriod: ticks(432_000n),
        timelockDelay: 172_800n,
      });
      expect(await agora.proposalThreshold()).to.equal(parseEther("30"));
      expect(stage.wire.calls()).to.deep.equal([
        "governor.votingDelay()",
        "governor.votingPeriod()",
        "timelock.getMinDelay()",
        "governor.proposalThreshold()",
      ]);
    });

    it("knows everybody's power from DelegateVotesChanged alone", async () => {
      const { token, stranger, protocol } = stage;
      const [first, second, third] = stage.founders.map(({ account }) => account.address) as [
        Address,
        Address,
        Address,
      ];
      await agora.delegate(founder(stage, 1), first);
      await grantReputation(stage, stranger.account.address, parseEther("50"));
      await grantReputation(stage, second, parseEther("25"));
      await agora.delegate(stranger, third);
      await agora.delegate(founder(stage, 1), second);
      const votes = await Promise.all(membersOf(stage).map((account) => token.read.getVotes([account])));
      const at = BigInt(await token.read.clock());
      const block = await protocol.publicClient.getBlockNumber();
      await protocol.connection.networkHelpers.mine(2);
      await node.sync();
      for (const [i, account] of membersOf(stage).entries()) {
        expect(node.power.get(account.toLowerCase()), account).to.equal(votes[i]);
        expect(node.powerAt(account, block + 1n), account).to.equal(await token.read.getPastVotes([account, at]));
        expect(node.balances.get(account.toLowerCase()), account).to.equal(await token.read.balanceOf([account]));
        expect(node.delegateOf.get(account.toLowerCase())).to.equal(
          (await token.read.delegates([account])).toLowerCase(),
        );
      }
      expect(node.votableSupply).to.equal(await token.read.totalSupply());
    });

    it("delegates at a sponsor's expense", async () => {
      const [first, second] = [founder(stage, 0), founder(stage, 1)];
      await agora.delegateSponsored(second, stage.stranger, first.account.address);
      await node.sync();
      expect(node.power.get(first.account.address.toLowerCase())).to.equal(parseEther("2000"));
    });

    it("cannot relay votes: it signs the ballots of OpenZeppelin 4", async () => {
      const id = await propose();
      await waitUntil(stage, node.proposals.get(id)!.start);
      const sent = agora.voteSponsored(founder(stage, 1), stage.stranger, id, SUPPORT.for).then(
        () => "counted",
        () => "refused",
      );
      expect(await sent).to.equal("refused");
      expect(await stage.governor.read.hasVoted([BigInt(id), founder(stage, 1).account.address])).to.equal(false);
    });

    it("needs a tenant without types of proposals: a fifth argument fits no ABI of OpenZeppelin's", () => {
      const args = [[stage.payee], [0n], ["0x"], toHex("# Title"), 0];
      const abi = stage.governor.abi as Abi;
      expect(() => encodeFunctionData({ abi, functionName: "propose", args })).to.throw("length");
    });
  });
}
