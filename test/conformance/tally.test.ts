import { expect } from "chai";
import { type Address, getAddress, parseEther } from "viem";
import { grantReputation, passActions, settingOf } from "../governance/governance.ts";
import { SUPPORT } from "../helpers/governance.ts";
import { Tally, tallyBody, TallyIndexer, tallyTitle } from "./clients/tally.ts";
import { TallyZero } from "./clients/tallyZero.ts";
import { CLOCKS, founder, isDone, membersOf, PAYMENT, setStage, type Stage, waitSeconds, waitUntil } from "./stage.ts";

for (const [title, clock] of Object.entries(CLOCKS)) {
  describe(`conformance/tally on ${title}`, () => {
    const ticks = (seconds: bigint) => (title === "timestamps" ? seconds : seconds / 12n);
    let stage: Stage;
    let indexer: TallyIndexer;
    let tally: Tally;

    before(async () => {
      stage = await setStage(clock);
    });
    beforeEach(async () => {
      const { wire, governor, fromBlock } = stage;
      indexer = new TallyIndexer(wire, governor.address, fromBlock);
      tally = new Tally(indexer);
      wire.clear();
      await indexer.sync();
    });
    afterEach(() => stage.rewind());

    const propose = async (body = "\nWhy: it is *time*."): Promise<bigint> => {
      const { charter, payee } = stage;
      await tally.propose(founder(stage, 0), "Change the charter", body, [
        { target: charter.target, value: 0n, calldata: charter.data },
        { target: payee, value: PAYMENT, calldata: "0x" },
      ]);
      await indexer.sync();
      return [...indexer.proposals.keys()].at(-1)!;
    };
    const startOf = (id: bigint) => indexer.proposals.get(id)!.start;
    const endOf = (id: bigint) => indexer.proposals.get(id)!.end;
    /** The state that follows from events is the one that the contract says. */
    const stateOf = async (id: bigint) => {
      await indexer.sync();
      const state = await tally.stateOf(id);
      expect(await indexer.stateOf(id)).to.equal(state);
      return state;
    };

    it("reads once what an organization is", async () => {
      const { wire, token } = stage;
      expect(wire.calls()).to.deep.equal([
        ...["governor.CLOCK_MODE()", "governor.token()", "token.CLOCK_MODE()"],
        ...["token.name()", "token.symbol()", "token.decimals()"],
        ...["name", "votingDelay", "votingPeriod", "proposalThreshold", "quorumNumerator", "quorumDenominator"].map(
          (name) => `governor.${name}()`,
        ),
      ]);
      const { address } = token;
      expect(indexer.organization).to.deep.equal({
        clock: title === "timestamps" ? "timestamp" : "blocknumber",
        token: { address: getAddress(address), name: "Atelier Nord", symbol: "NORD", decimals: 18 },
        name: "Atelier Nord",
        votingDelay: ticks(86_400n),
        votingPeriod: ticks(432_000n),
        proposalThreshold: parseEther("30"),
        quorum: { numerator: 30n, denominator: 100n },
      });
    });

    it("leads a proposal through its whole life, in the states that the contract says", async () => {
      const id = await propose();
      const { description } = indexer.proposals.get(id)!;
      expect([tallyTitle(description), tallyBody(description)]).to.deep.equal([
        "Change the charter",
        "\nWhy: it is *time*.",
      ]);
      expect(await stateOf(id)).to.equal("pending");
      await waitUntil(stage, startOf(id));
      expect(await stateOf(id)).to.equal("active");
      expect(await tally.votesOf(founder(stage, 0).account.address, startOf(id))).to.equal(parseEther("1000"));
      await tally.vote(founder(stage, 0), id, SUPPORT.for);
      await tally.vote(founder(stage, 1), id, SUPPORT.abstain, "Not mine to say.");
      await waitUntil(stage, endOf(id));
      expect(await stateOf(id)).to.equal("succeeded");
      expect(indexer.reasons.map(({ reason }) => reason)).to.deep.equal(["", "Not mine to say."]);
      await tally.queue(stage.stranger, id);
      expect(await stateOf(id)).to.equal("queued");
      await waitSeconds(stage, indexer.proposals.get(id)!.eta!);
      await tally.execute(stage.stranger, id);
      expect(await stateOf(id)).to.equal("executed");
      expect(await isDone(stage)).to.equal(true);
    });

    it("says defeated without quorum, at a tie, and when more are against", async () => {
      for (const votes of [
        [SUPPORT.for],
        [SUPPORT.for, SUPPORT.against, SUPPORT.abstain],
        [SUPPORT.against, SUPPORT.against],
      ]) {
        const id = await propose(`\n${votes.join()}`);
        await waitUntil(stage, startOf(id));
        for (const [i, support] of votes.entries()) await tally.vote(founder(stage, i), id, support);
        await waitUntil(stage, endOf(id));
        expect(await stateOf(id), votes.join()).to.equal("defeated");
      }
    });

    it("says canceled when the proposer withdraws in time", async () => {
      const id = await propose();
      await tally.cancel(founder(stage, 0), id);
      expect(await stateOf(id)).to.equal("canceled");
    });

    it("follows a deadline that a late quorum extended", async () => {
      const id = await propose();
      await waitUntil(stage, startOf(id));
      await tally.vote(founder(stage, 0), id, SUPPORT.for);
      const end = endOf(id);
      await waitUntil(stage, end - ticks(3_600n));
      await tally.vote(founder(stage, 1), id, SUPPORT.for);
      await indexer.sync();
      expect(endOf(id) - end >= ticks(72_000n)).to.equal(true);
      await waitUntil(stage, end);
      expect(await stateOf(id)).to.equal("active");
      await waitUntil(stage, endOf(id));
      expect(await stateOf(id)).to.equal("succeeded");
    });

    it("relays a vote as OpenZeppelin 5 wants it", async () => {
      const id = await propose();
      await waitUntil(stage, startOf(id));
      await tally.voteRelayed(founder(stage, 2), stage.stranger, id, SUPPORT.against);
      await indexer.sync();
      expect(indexer.proposals.get(id)!.votes).to.deep.equal([parseEther("600"), 0n, 0n]);
      expect(getAddress(indexer.reasons[0]!.voter)).to.equal(getAddress(founder(stage, 2).account.address));
    });

    it("knows everybody's power from one token's DelegateVotesChanged", async () => {
      const { token, stranger } = stage;
      const [first] = stage.founders.map(({ account }) => account.address) as [Address];
      await tally.delegateRelayed(founder(stage, 1), stranger, first);
      await grantReputation(stage, stranger.account.address, parseEther("12"));
      await tally.delegate(stranger, first);
      await indexer.sync();
      for (const account of membersOf(stage).map((member) => getAddress(member))) {
        expect(indexer.power.get(account), account).to.equal(await token.read.getVotes([account]));
        expect(indexer.balances.get(account), account).to.equal(await token.read.balanceOf([account]));
        expect(indexer.delegateOf.get(account), account).to.equal(getAddress(await token.read.delegates([account])));
      }
      const sum = [...indexer.power.values()].reduce((a, b) => a + b);
      expect(sum).to.equal(await token.read.totalSupply());
    });

    it("follows parameters that members change", async () => {
      await passActions(stage, [
        settingOf(stage, "setVotingDelay", [ticks(43_200n)]),
        settingOf(stage, "setVotingPeriod", [ticks(259_200n)]),
        settingOf(stage, "setProposalThreshold", [50_000n]),
        settingOf(stage, "updateQuorumNumerator", [20n]),
      ]);
      await indexer.sync();
      const { votingDelay, votingPeriod, proposalThreshold, quorum } = indexer.organization!;
      expect([votingDelay, votingPeriod, proposalThreshold, quorum?.numerator]).to.deep.equal([
        ticks(43_200n),
        ticks(259_200n),
        parseEther("150"),
        20n,
      ]);
    });

    it("has parameters within what is usual: threshold 0–2 %, period 3–7 d, delay up to 1 d", () => {
      const { proposalThreshold, votingPeriod, votingDelay } = indexer.organization!;
      expect((proposalThreshold * 100n) / parseEther("3000") <= 2n).to.equal(true);
      expect(votingPeriod >= ticks(3n * 86_400n) && votingPeriod <= ticks(7n * 86_400n)).to.equal(true);
      expect(votingDelay <= ticks(86_400n)).to.equal(true);
    });

    describe("without an indexer (Tally Zero)", () => {
      const RANGE = 10n;
      let zero: TallyZero;
      beforeEach(() => {
        zero = new TallyZero(stage.wire, stage.governor.address, stage.fromBlock, RANGE);
      });
      /** It never searches the last, unfinished range of blocks. */
      const search = async () => {
        await stage.protocol.connection.networkHelpers.mine(2n * RANGE);
        return zero.proposals();
      };

      it("lists proposals with the contract's states, and votes", async () => {
        const id = await propose();
        await waitUntil(stage, startOf(id));
        const later = await propose("\nLater.");
        const [active, pending] = await search();
        expect([active?.id, active?.state, pending?.id, pending?.state]).to.deep.equal([
          id.toString(),
          "active",
          later.toString(),
          "pending",
        ]);
        expect(active?.proposer).to.equal(getAddress(founder(stage, 0).account.address));
        expect([active?.targets.length, active?.values]).to.deep.equal([2, ["0", PAYMENT.toString()]]);
        expect([active?.startBlock, active?.endBlock]).to.deep.equal([String(startOf(id)), String(endOf(id))]);
        for (const i of [0, 1]) await zero.vote(founder(stage, i), active!, SUPPORT.for);
        await waitUntil(stage, endOf(id));
        const after = await search();
        expect(after.find((proposal) => proposal.id === id.toString())?.state).to.equal("succeeded");
        const error = await zero.vote(founder(stage, 2), { ...active!, state: "succeeded" }, 0).catch(String);
        expect(error).to.include("Cannot vote");
      });
    });
  });
}

describe("conformance/tally with a token of another clock", () => {
  it("is refused, so that the clocks above are really compared", async () => {
    const { token, governor, protocol, wire, fromBlock } = await setStage(CLOCKS.timestamps);
    // Answers every call with the string "x".
    const code = `0x602060005260016020527f${"78".padEnd(64, "0")}60405260606000f3` as const;
    await protocol.connection.networkHelpers.setCode(token.address, code);
    const indexer = new TallyIndexer(wire, governor.address, fromBlock);
    expect(await indexer.sync().catch(String)).to.include("The token counts x, the governor mode=timestamp");
  });
});
