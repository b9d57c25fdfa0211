import { expect } from "chai";
import { type Address, keccak256, parseEther, stringToHex, zeroHash } from "viem";
import { grantReputation, makeProposal } from "../governance/governance.ts";
import { callArgs, SUPPORT } from "../helpers/governance.ts";
import { OpenZeppelinSubgraph } from "./clients/openZeppelinSubgraph.ts";
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

const ROLES = ["PROPOSER_ROLE", "EXECUTOR_ROLE", "CANCELLER_ROLE"].map((name) => keccak256(stringToHex(name)));

for (const [title, clock] of Object.entries(CLOCKS)) {
  describe(`conformance/openZeppelinSubgraph on ${title}`, () => {
    let stage: Stage;
    let subgraph: OpenZeppelinSubgraph;

    before(async () => {
      stage = await setStage(clock);
    });
    beforeEach(() => {
      const { wire, governor, token, timelock, fromBlock } = stage;
      const sources = { governor: governor.address, token: token.address, timelock: timelock.address };
      subgraph = new OpenZeppelinSubgraph(wire, sources, fromBlock);
    });
    afterEach(() => stage.rewind());

    it("indexes a whole life: calls, supports, receipts, the operation and its end", async () => {
      const { governor, timelock, charter, payee, stranger } = stage;
      const actions = [charter, { target: payee, value: PAYMENT }];
      const proposal = await makeProposal(stage, actions);
      const id = subgraph.idOf(proposal.id);
      const start = await governor.read.proposalSnapshot([proposal.id]);
      await waitUntil(stage, start);
      const vote = (i: number, support: number, reason: string) =>
        governor.write.castVoteWithReason([proposal.id, support, reason], { account: founder(stage, i).account });
      await vote(0, SUPPORT.for, "Yes");
      await vote(1, SUPPORT.for, "");
      await vote(2, SUPPORT.against, "No");
      await waitUntil(stage, await governor.read.proposalDeadline([proposal.id]));
      const operation = await operationIn(stage, await governor.write.queue(callArgs(proposal)));
      await subgraph.sync();

      expect(subgraph.governors.get(governor.address.toLowerCase())).to.equal("support=bravo&quorum=for,abstain");
      const eta = await governor.read.proposalEta([proposal.id]);
      const indexed = {
        proposalId: proposal.id,
        proposer: founder(stage, 0).account.address.toLowerCase(),
        voteStart: start,
        voteEnd: start + (await governor.read.votingPeriod()),
        description: proposal.description,
        canceled: false,
        queued: true,
        executed: false,
        eta,
      };
      expect(subgraph.proposals.get(id)).to.deep.equal(indexed);
      expect([0, 1].map((i) => subgraph.calls.get(`${id}/${i}`))).to.deep.equal([
        { target: charter.target.toLowerCase(), value: "0", signature: "", calldata: charter.data },
        { target: payee.toLowerCase(), value: "1.5", signature: "", calldata: "0x" },
      ]);
      const cap = parseEther("600");
      expect([0, 1, 2].map((support) => subgraph.supports.get(`${id}/${support}`))).to.deep.equal([
        cap,
        2n * cap,
        undefined,
      ]);
      expect(subgraph.receipts.get(`${id}/${founder(stage, 2).account.address.toLowerCase()}`)).to.deep.equal({
        support: `${id}/0`,
        weight: cap,
        reason: "No",
        params: null,
      });
      const operationKey = `${timelock.address.toLowerCase()}/${operation}`;
      expect(subgraph.operations.get(operationKey)).to.deep.equal({
        status: "SCHEDULED",
        delay: 172_800n,
        timestamp: eta,
        predecessor: zeroHash,
      });
      expect(subgraph.timelockCalls.get(`${operationKey}/1`)).to.deep.equal({
        target: payee.toLowerCase(),
        value: "1.5",
        data: "0x",
      });

      await waitSeconds(stage, eta);
      await governor.write.execute(callArgs(proposal), { account: stranger.account });
      await subgraph.sync();
      expect(subgraph.proposals.get(id)).to.deep.equal({ ...indexed, executed: true });
      expect(subgraph.operations.get(operationKey)?.status).to.equal("EXECUTED");
      expect(await isDone(stage)).to.equal(true);
    });

    it("indexes a canceled proposal", async () => {
      const { governor, payee } = stage;
      const proposal = await makeProposal(stage, [{ target: payee, value: 1n }]);
      await governor.write.cancel(callArgs(proposal), { account: founder(stage, 0).account });
      await subgraph.sync();
      expect(subgraph.proposals.get(subgraph.idOf(proposal.id))?.canceled).to.equal(true);
    });

    it("weighs delegates and the total as the token does", async () => {
      const { token, stranger } = stage;
      const [first] = stage.founders.map(({ account }) => account.address) as [Address];
      await grantReputation(stage, stranger.account.address, parseEther("40"));
      await token.write.delegate([first], { account: stranger.account });
      await token.write.delegate([first], { account: founder(stage, 2).account });
      await subgraph.sync();
      const contract = token.address.toLowerCase();
      for (const account of membersOf(stage)) {
        const weight = subgraph.weights.get(`${contract}/${account.toLowerCase()}`);
        expect(weight, account).to.equal(await token.read.getVotes([account]));
        const delegate = (await token.read.delegates([account])).toLowerCase();
        expect(subgraph.delegations.get(`${contract}/${account.toLowerCase()}`)).to.equal(delegate);
      }
      expect(subgraph.weights.get(`${contract}/total`)).to.equal(await token.read.totalSupply());
    });

    it("knows who holds the timelock's roles: the governor, and nobody else", async () => {
      const { timelock, governor, clones, protocol } = stage;
      await subgraph.sync();
      expect(subgraph.minDelays.get(timelock.address.toLowerCase())).to.equal(172_800n);
      const others = [...membersOf(stage), clones.studio, protocol.addressOf("StudioFactory")];
      for (const role of ROLES) {
        for (const account of [governor.address, ...others]) {
          const held = await timelock.read.hasRole([role, account]);
          expect(held, account).to.equal(account === governor.address);
          expect(subgraph.hasRole(role, account), account).to.equal(held);
        }
        expect(subgraph.adminOf(role)).to.equal(await timelock.read.getRoleAdmin([role]));
      }
      expect(subgraph.hasRole(zeroHash, timelock.address)).to.equal(true);
      expect(subgraph.members.size).to.equal(4);
    });
  });
}
