import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, parseEther } from "viem";
import { grantReputation, passActions, settingOf } from "../governance/governance.ts";
import { SUPPORT } from "../helpers/governance.ts";
import { expectRefused } from "../helpers/refused.ts";
import { Snapshot, SnapshotIndexer, type SnapshotProposal } from "./clients/snapshot.ts";
import {
  CLOCKS,
  founder,
  isDone,
  membersOf,
  operationIn,
  PAYMENT,
  setStage,
  type Stage,
  waitSeconds,
  waitUntil,
} from "./stage.ts";

const BODY = "Members asked for it.\n\n- once\n- twice";

describe("conformance/snapshot on blocks", () => {
  let stage: Stage;
  let indexer: SnapshotIndexer;
  let snapshot: Snapshot;

  before(async () => {
    stage = await setStage(CLOCKS.blocks);
  });
  beforeEach(async () => {
    const { wire, governor, fromBlock } = stage;
    indexer = new SnapshotIndexer(wire, governor.address, fromBlock);
    snapshot = new Snapshot(wire, indexer);
    wire.clear();
    await indexer.sync();
  });
  afterEach(() => stage.rewind());

  const now = () => stage.protocol.publicClient.getBlockNumber({ cacheTime: 0 });
  const stateOf = async ({ id }: SnapshotProposal) => indexer.stateOf(id, await now());
  const propose = async (title = "Change the charter"): Promise<SnapshotProposal> => {
    const { charter, payee } = stage;
    await snapshot.propose(founder(stage, 0), title, BODY, [
      { to: charter.target, value: "0", data: charter.data },
      { to: payee, value: PAYMENT.toString(), data: "0x" },
    ]);
    await indexer.sync();
    return [...indexer.proposals.values()].at(-1)!;
  };

  it("reads a new space in its order, all at the block of the governor's first event", async () => {
    const { wire, fromBlock, token, timelock } = stage;
    const at = `@${fromBlock}`;
    expect(wire.calls()).to.deep.equal([
      `governor.quorum(${fromBlock - 1n}) ${at}`,
      ...["timelock", "token", "proposalThreshold", "votingDelay", "votingPeriod"].map(
        (name) => `governor.${name}() ${at}`,
      ),
      ...["token.decimals()", "token.symbol()", "timelock.getMinDelay()"].map((call) => `${call} ${at}`),
    ]);
    expect({ ...indexer.space, token: getAddress(indexer.space!.token) }).to.deep.equal({
      timelock: getAddress(timelock.address),
      token: getAddress(token.address),
      quorum: 0n,
      // Nothing in that block yet, but the events of that block say what it is.
      proposalThreshold: parseEther("30"),
      votingDelay: 7_200n,
      votingPeriod: 36_000n,
      decimals: 18,
      symbol: "NORD",
      timelockDelay: 172_800n,
    });
  });

  it("leads a proposal through its whole life", async () => {
    const proposal = await propose();
    expect([proposal.title, proposal.body]).to.deep.equal(["Change the charter", BODY]);
    expect(proposal.author).to.equal(getAddress(founder(stage, 0).account.address));
    expect(await stateOf(proposal)).to.equal("pending");
    await waitUntil(stage, proposal.snapshot);
    expect(await stateOf(proposal)).to.equal("active");

    await snapshot.vote(founder(stage, 0), proposal.id, SUPPORT.for);
    await snapshot.vote(founder(stage, 1), proposal.id, SUPPORT.abstain, "I do not mind.");
    await snapshot.vote(founder(stage, 2), proposal.id, SUPPORT.against, "Too early.");
    await indexer.sync();
    const cap = parseEther("600");
    expect(proposal.scores).to.deep.equal([cap, cap, cap]);
    expect(indexer.votes.map(({ choice, reason }) => [choice, reason])).to.deep.equal([
      [1, ""],
      [3, "I do not mind."],
      [2, "Too early."],
    ]);
    await waitUntil(stage, proposal.maxEnd);
    expect(await stateOf(proposal)).to.equal("rejected");
    expect(await stage.governor.read.state([BigInt(proposal.id)])).to.equal(3);

    const again = await propose("Change the charter, second try");
    await waitUntil(stage, again.snapshot);
    for (const i of [0, 1]) await snapshot.vote(founder(stage, i), again.id, SUPPORT.for);
    await waitUntil(stage, again.maxEnd);
    await indexer.sync();
    expect(await stateOf(again)).to.equal("passed");
    await snapshot.queue(stage.stranger, again.id);
    await indexer.sync();
    expect(await stateOf(again)).to.equal("queued");
    await waitSeconds(stage, again.executionTime!);
    await snapshot.execute(stage.stranger, again.id);
    await indexer.sync();
    expect(await stateOf(again)).to.equal("executed");
    expect(await isDone(stage)).to.equal(true);
  });

  it("settles by the operation that it computes: predecessor 0, salt of governor and description", async () => {
    const proposal = await propose();
    await waitUntil(stage, proposal.snapshot);
    for (const i of [0, 1]) await snapshot.vote(founder(stage, i), proposal.id, SUPPORT.for);
    await waitUntil(stage, proposal.maxEnd);
    const operation = await operationIn(stage, await snapshot.queue(stage.stranger, proposal.id));
    expect(indexer.proposalOf(operation)).to.equal(proposal.id);
    await indexer.sync();
    await waitSeconds(stage, proposal.executionTime!);
    const hash = await snapshot.execute(stage.stranger, proposal.id);
    // The events of the timelock alone settle it, before the governor's own.
    await indexer.sync({ governor: false });
    expect(await stateOf(proposal)).to.equal("executed");
    const { logs } = await stage.protocol.publicClient.getTransactionReceipt({ hash });
    expect(logs.some(({ topics }) => topics[1] === operation)).to.equal(true);
  });

  it("fixes the quorum at the first vote, at the snapshot", async () => {
    await stage.protocol.connection.networkHelpers.mine(1);
    const proposal = await propose();
    expect([proposal.quorum, proposal.quorumFinalized]).to.deep.equal([parseEther("900"), false]);
    await grantReputation(stage, stage.stranger.account.address, parseEther("100"));
    await waitUntil(stage, proposal.snapshot);
    stage.wire.clear();
    for (const i of [0, 1]) await snapshot.vote(founder(stage, i), proposal.id, SUPPORT.for);
    await indexer.sync();
    expect(stage.wire.calls()).to.deep.equal([`governor.quorum(${proposal.snapshot})`]);
    const supply = await stage.token.read.getPastTotalSupply([proposal.snapshot]);
    expect(supply > parseEther("3100")).to.equal(true);
    expect([proposal.quorum, proposal.quorumFinalized]).to.deep.equal([(supply * 30n) / 100n, true]);
  });

  for (const [title, reason] of [
    ["a ballot", ""],
    ["a ballot with a reason", "Read it twice."],
  ] as const) {
    it(`signs ${title} and has it relayed`, async () => {
      const proposal = await propose();
      await waitUntil(stage, proposal.snapshot);
      stage.wire.clear();
      const envelope = await snapshot.signVote(founder(stage, 1), proposal.id, SUPPORT.for, reason);
      const account = getAddress(founder(stage, 1).account.address);
      expect(stage.wire.calls()).to.deep.equal([
        `governor.nonces(${account})`,
        "governor.name()",
        "governor.version()",
      ]);
      await snapshot.relay(stage.stranger, envelope);
      await indexer.sync();
      expect(indexer.votes).to.deep.equal([
        { voter: account, proposal: proposal.id, choice: 1, vp: parseEther("600"), reason },
      ]);
      const other = { ...envelope, reason: reason && `${reason} Thrice.`, choice: SUPPORT.against };
      await expectRefused(stage.protocol, () => snapshot.relay(stage.stranger, other), {
        by: stage.governor,
        error: "GovernorInvalidSignature",
        args: [account],
        others: [stage.governor.address],
      });
    });
  }

  it("counts VoteCast only: votes without params are all that there are", async () => {
    const proposal = await propose();
    await waitUntil(stage, proposal.snapshot);
    const { governor } = stage;
    const account = founder(stage, 1).account;
    await governor.write.castVoteWithReasonAndParams([BigInt(proposal.id), 1, "Plain", "0x"], { account });
    await indexer.sync();
    expect(indexer.votes.map(({ reason }) => reason)).to.deep.equal(["Plain"]);
  });

  it("shows the deadline that a late quorum extended", async () => {
    const proposal = await propose();
    await waitUntil(stage, proposal.snapshot);
    await snapshot.vote(founder(stage, 0), proposal.id, SUPPORT.for);
    const end = proposal.maxEnd;
    await waitUntil(stage, end - 10n);
    await snapshot.vote(founder(stage, 1), proposal.id, SUPPORT.for);
    await indexer.sync();
    expect(proposal.maxEnd > end).to.equal(true);
    expect(proposal.maxEnd).to.equal(await stage.governor.read.proposalDeadline([BigInt(proposal.id)]));
    await waitUntil(stage, end);
    expect(await stateOf(proposal)).to.equal("active");
  });

  it("reads power at the snapshot and today, and follows delegation", async () => {
    const [first, second] = stage.founders.map(({ account }) => account.address) as [Address, Address];
    const block = await now();
    await snapshot.delegate(founder(stage, 1), first);
    await stage.protocol.connection.networkHelpers.mine(1);
    expect(await snapshot.votingPower(first, block)).to.equal(parseEther("1000"));
    expect(await snapshot.votingPower(first, null)).to.equal(parseEther("2000"));
    expect(await snapshot.votingPower(second, null)).to.equal(0n);
    for (const account of membersOf(stage)) {
      expect(await snapshot.votingPower(account, block)).to.equal(
        await stage.token.read.getPastVotes([account, block]),
      );
    }
  });

  it("offers to propose by the threshold of the last event, which anybody brings up to date", async () => {
    const { governor, stranger } = stage;
    await grantReputation(stage, stranger.account.address, parseEther("30.5"));
    await stage.protocol.connection.networkHelpers.mine(1);
    await indexer.sync();
    expect(await snapshot.canPropose(stranger.account.address)).to.equal(true);
    // Supply grew: 1 % of it is more than Snapshot knows, until the threshold is announced.
    const threshold = await governor.read.proposalThreshold();
    expect(threshold).to.equal((await stage.token.read.totalSupply()) / 100n);
    expect(threshold > parseEther("30.3")).to.equal(true);
    expect(indexer.space!.proposalThreshold).to.equal(parseEther("30"));
    await governor.write.syncProposalThreshold();
    await indexer.sync();
    expect(indexer.space!.proposalThreshold).to.equal(threshold);
  });

  it("follows parameters that members change", async () => {
    const { timelock } = stage;
    const data = encodeFunctionData({ abi: timelock.abi, functionName: "updateDelay", args: [200_000n] });
    await passActions(stage, [
      settingOf(stage, "setVotingDelay", [100]),
      settingOf(stage, "setVotingPeriod", [40_000]),
      settingOf(stage, "setProposalThreshold", [20_000n]),
      { target: timelock.address, data },
    ]);
    await indexer.sync();
    const { votingDelay, votingPeriod, proposalThreshold, timelockDelay } = indexer.space!;
    expect([votingDelay, votingPeriod, proposalThreshold, timelockDelay]).to.deep.equal([
      100n,
      40_000n,
      parseEther("60"),
      200_000n,
    ]);
  });
});

describe("conformance/snapshot on timestamps", () => {
  it("is not for Snapshot: blocks that it asks by are times long ago", async () => {
    const stage = await setStage(CLOCKS.timestamps);
    const indexer = new SnapshotIndexer(stage.wire, stage.governor.address, stage.fromBlock);
    const { charter } = stage;
    await indexer.sync();
    await new Snapshot(stage.wire, indexer).propose(founder(stage, 0), "Title", BODY, [
      { to: charter.target, value: "0", data: charter.data },
    ]);
    await indexer.sync();
    const [proposal] = indexer.proposals.values();
    expect(proposal?.quorum).to.equal(0n);
    await waitUntil(stage, (await stage.governor.read.proposalDeadline([BigInt(proposal!.id)])) + 1n);
    expect(indexer.stateOf(proposal!.id, await stage.protocol.publicClient.getBlockNumber())).to.equal("pending");
  });
});
