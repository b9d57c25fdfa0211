import { expect } from "chai";
import { type Abi, type Address, parseEther } from "viem";
import { makeProposal } from "../governance/governance.ts";
import { callArgs, type Proposal, STATE, SUPPORT } from "../helpers/governance.ts";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { Agora, DaoNode } from "./clients/agora.ts";
import { OpenZeppelinSubgraph } from "./clients/openZeppelinSubgraph.ts";
import { Snapshot, SnapshotIndexer } from "./clients/snapshot.ts";
import { Tally, TallyIndexer } from "./clients/tally.ts";
import { TallyZero } from "./clients/tallyZero.ts";
import { CLOCKS, founder, setStage, type Stage, waitSeconds, waitUntil } from "./stage.ts";

const RANGE = 10n;

/** All clients at once, on blocks: Snapshot counts nothing else. Fifteen founders hold a fifteenth each. */
describe("conformance/vetoes", () => {
  let stage: Stage;
  let board: Address;
  let node: DaoNode;
  let agora: Agora;
  let snapshot: SnapshotIndexer;
  let tally: TallyIndexer;
  let subgraph: OpenZeppelinSubgraph;

  before(async () => {
    const { viem } = await connect();
    const founders = (await viem.getWalletClients()).slice(1, 16).map(({ account }) => account.address);
    stage = await setStage({ ...CLOCKS.blocks, founders, seats: founders.slice(0, 5) });
    board = stage.clones.board;
    const { networkHelpers } = stage.protocol.connection;
    await networkHelpers.setBalance(board, parseEther("10"));
    await networkHelpers.impersonateAccount(board);
    const state = await networkHelpers.takeSnapshot();
    stage.rewind = () => state.restore();
  });
  beforeEach(() => {
    const { governor, token, timelock, wire, fromBlock } = stage;
    const contract = ({ address, abi }: { address: Address; abi: unknown }) => ({ address, abi: abi as Abi });
    const contracts = { governor: contract(governor), token: contract(token), timelock: contract(timelock) };
    const tenant = { ...contracts, fromBlock, timestamps: false };
    node = new DaoNode(wire, tenant);
    agora = new Agora(wire, tenant, node);
    snapshot = new SnapshotIndexer(wire, governor.address, fromBlock);
    tally = new TallyIndexer(wire, governor.address, fromBlock);
    const sources = { governor: governor.address, token: token.address, timelock: timelock.address };
    subgraph = new OpenZeppelinSubgraph(wire, sources, fromBlock);
  });
  afterEach(() => stage.rewind());

  const veto = (proposal: Proposal) => stage.governor.write.cancel(callArgs(proposal), { account: board });
  const vote = async (proposal: Proposal, from: number, count: number, support: number) => {
    for (let i = from; i < from + count; i++) {
      await stage.governor.write.castVote([proposal.id, support], { account: founder(stage, i).account });
    }
  };
  const open = async ({ id }: Proposal) => waitUntil(stage, await stage.governor.read.proposalSnapshot([id]));
  const close = async ({ id }: Proposal) => waitUntil(stage, await stage.governor.read.proposalDeadline([id]));
  /** The same actions after a veto, and so many votes. */
  const decideOverride = async (votes: { for: number; against: number }): Promise<Proposal> => {
    await veto(await makeProposal(stage, [stage.charter]));
    const proposal = await makeProposal(stage, [stage.charter]);
    await open(proposal);
    await vote(proposal, 0, votes.for, SUPPORT.for);
    await vote(proposal, votes.for, votes.against, SUPPORT.against);
    await close(proposal);
    return proposal;
  };
  /** What each client shows, and what the contract says. */
  const shown = async ({ id }: Proposal) => {
    await stage.protocol.connection.networkHelpers.mine(2n * RANGE);
    await node.sync();
    await snapshot.sync();
    await tally.sync();
    await subgraph.sync();
    const zero = new TallyZero(stage.wire, stage.governor.address, stage.fromBlock, RANGE);
    const block = await stage.protocol.publicClient.getBlockNumber({ cacheTime: 0 });
    return {
      agora: await agora.statusOf(id.toString()),
      snapshot: snapshot.stateOf(id.toString(), block),
      tally: await tally.stateOf(id),
      contract: await new Tally(tally).stateOf(id),
      tallyZero: (await zero.proposals()).find((proposal) => proposal.id === id.toString())?.state,
    };
  };
  const CANCELED = {
    agora: "CANCELLED",
    snapshot: "cancelled",
    tally: "canceled",
    contract: "canceled",
    tallyZero: "canceled",
  };

  it("are canceled proposals everywhere, while votes are cast", async () => {
    const proposal = await makeProposal(stage, [stage.charter]);
    await open(proposal);
    await vote(proposal, 0, 2, SUPPORT.for);
    await veto(proposal);
    expect(await shown(proposal)).to.deep.equal(CANCELED);
    expect(subgraph.proposals.get(subgraph.idOf(proposal.id))?.canceled).to.equal(true);
  });

  it("are canceled proposals everywhere when they were queued, and the timelock's operation too", async () => {
    const proposal = await makeProposal(stage, [stage.charter]);
    await open(proposal);
    await vote(proposal, 0, 10, SUPPORT.for);
    await close(proposal);
    await stage.governor.write.queue(callArgs(proposal));
    await veto(proposal);
    expect(await shown(proposal)).to.deep.equal(CANCELED);
    expect([...subgraph.operations.values()].map(({ status }) => status)).to.deep.equal(["CANCELED"]);
  });

  it("come back as overrides that pass, are queued and executed like any other", async () => {
    const proposal = await decideOverride({ for: 10, against: 5 });
    expect(await stage.governor.read.isOverride([proposal.id])).to.equal(true);
    expect(await shown(proposal)).to.deep.equal({
      agora: "SUCCEEDED",
      snapshot: "passed",
      tally: "succeeded",
      contract: "succeeded",
      tallyZero: "succeeded",
    });
    // By id the quorum is the override's, which is twice what the snapshot alone says.
    expect(await agora.quorumOf(proposal.id.toString())).to.equal(parseEther("9000"));
    expect(snapshot.proposals.get(proposal.id.toString())?.quorum).to.equal(parseEther("4500"));
    await new Snapshot(stage.wire, snapshot).queue(stage.stranger, proposal.id.toString());
    await snapshot.sync();
    await waitSeconds(stage, snapshot.proposals.get(proposal.id.toString())!.executionTime!);
    await new Snapshot(stage.wire, snapshot).execute(stage.stranger, proposal.id.toString());
    expect((await shown(proposal)).snapshot).to.equal("executed");
    const studio = await stage.protocol.connection.viem.getContractAt("Studio", stage.clones.studio);
    expect(await studio.read.charterVersion()).to.equal(2);
  });

  /** Who counts for himself by the rule of ordinary proposals shows a success that the contract denies. */
  for (const [title, votes, agoraShows] of [
    ["without two thirds", { for: 9, against: 6 }, "SUCCEEDED"],
    ["without twice the quorum", { for: 8, against: 0 }, "DEFEATED"],
  ] as const) {
    it(`fail as overrides ${title}: right where the contract is asked, and nobody can queue them`, async () => {
      const proposal = await decideOverride(votes);
      expect(await shown(proposal)).to.deep.equal({
        agora: agoraShows,
        snapshot: "passed",
        tally: "succeeded",
        contract: "defeated",
        tallyZero: "defeated",
      });
      const { governor, timelock } = stage;
      await expectRefused(
        stage.protocol,
        () => new Snapshot(stage.wire, snapshot).queue(stage.stranger, proposal.id.toString()),
        {
          by: governor,
          error: "GovernorUnexpectedProposalState",
          args: [proposal.id, STATE.defeated, () => true],
          others: [governor.address, timelock.address],
        },
      );
    });
  }
});
