import { expect } from "chai";
import { type Hash, sliceHex, zeroHash } from "viem";
import { expectedWeight, drawnWeight, type Panel } from "../models/sortition.ts";
import { naivePayment, naiveRuling } from "../models/adjudication.ts";
import { Random } from "../helpers/random.ts";
import {
  addressOf,
  adjudicate,
  agreed,
  blockedWord,
  challenge,
  type DisputeTerms,
  eventOf,
  expectConserved,
  firstLot,
  openDisputed,
  type Opinion,
  PAID_TERMS,
  passPanelDeadline,
  passWindow,
  paysOf,
  refuseOf,
  seatPanel,
  signOpinion,
  startPaying,
  wordPairs,
} from "./disputes.ts";
import { ALL_LANES, ballotKey, closeAudit, type Gate, laneMask, openAudit, sharedGate, unanimous } from "./fixture.ts";
import { writeCurators } from "./storage.ts";

const WORDS = { masks: [laneMask(0, 1, 2)] };
const { fee } = PAID_TERMS;

interface Person {
  agent?: boolean;
}

/** Who judges a challenge, and with what weight. */
describe("curation/adjudicate.panel", () => {
  const load = sharedGate(openDisputed);
  let gate: Gate;
  let lotId: bigint;
  const refuse = refuseOf(() => gate);

  beforeEach(async () => {
    gate = await load();
    lotId = firstLot(gate);
  });

  const judge = (opinions: readonly Opinion[], lot = lotId): Promise<Hash> => adjudicate(gate, lot, 1, WORDS, opinions);

  /** Gives curators 1, 2, … these standings, in the present epoch and the next three. */
  const weigh = (standings: readonly number[], people: Readonly<Record<number, Person>> = {}) =>
    writeCurators(
      gate,
      standings.map((standing, i) => ({ key: ballotKey(i + 1).address, standing, ...people[i + 1] })),
    );

  /** The next lot, under other terms: accepted by nine equals, so late that all are drawn, however few are asked. */
  const acceptUnder = async (terms: Partial<DisputeTerms>): Promise<bigint> => {
    await startPaying(gate, terms);
    const lot = await openAudit(gate, { count: 600, nonce: 2n });
    const { clock } = await gate.curation.read.auditOf([lot, 0]);
    await gate.connection.networkHelpers.time.increaseTo(clock + PAID_TERMS.timeOut / 2);
    await closeAudit(gate, lot, unanimous(9));
    return lot;
  };

  describe("of six curators who weigh 4, 2, 2, 2, 1 and 1", () => {
    const STANDINGS = [4_000, 2_000, 2_000, 2_000, 1_000, 0, 1_000, 0, 0];
    /** Who calls lanes 0, 1 and 2 defective. */
    const ACCUSERS = [
      [1, 2, 3],
      [2, 3, 4, 5],
      [2, 3, 4, 5, 7],
    ];
    const defectsOf = (index: number): bigint => laneMask(...[0, 1, 2].filter((i) => ACCUSERS[i]?.includes(index)));
    const opinionsOf = (...indexes: number[]): Opinion[] =>
      indexes.map((index) => ({ index, defect: [defectsOf(index)] }));

    beforeEach(async () => {
      await challenge(gate, lotId, WORDS);
      await weigh(STANDINGS);
      await seatPanel(gate, lotId);
    });

    it("refuses whoever has no standing, and lighter ballots before heavier ones", async () => {
      await refuse(() => judge(opinionsOf(1, 2, 6)), "CurationNotDrawn", [6, 0]);
      await refuse(() => judge(opinionsOf(2, 1, 3)), "CurationUnsortedBallots", [1]);
      await refuse(() => judge(opinionsOf(1, 2, 5, 3)), "CurationUnsortedBallots", [3]);
      await refuse(() => judge(opinionsOf(1, 3, 2)), "CurationUnsortedBallots", [2]);
    });

    it("refuses, before the deadline, less than all of them, however light who is missing", async () => {
      const { clock } = await gate.curation.read.disputeOf([lotId]);
      await gate.connection.networkHelpers.time.setNextBlockTimestamp(clock - 1);
      const open = [lotId, BigInt(clock - 1), clock];
      await refuse(() => judge(opinionsOf(1, 2, 3, 4, 5)), "CurationBallotsOpen", open);
      await judge(opinionsOf(1, 2, 3, 4, 5));
    });

    it("refuses many heads that weigh less than the quorum, and takes few that weigh as much", async () => {
      await passPanelDeadline(gate, lotId);
      const guilty = (...indexes: number[]) => indexes.map((index) => ({ index, defect: WORDS.masks }));
      await refuse(() => judge(guilty(2, 3, 5, 7)), "CurationNoQuorum", [lotId, 6n, 8n]);
      await judge(guilty(1, 2, 3));
      expect((await gate.curation.read.disputeOf([lotId])).open).to.equal(0);
    });

    it("decides by weight and not by heads, and pays by weight to the last unit", async () => {
      const before = await paysOf(gate);
      const hash = await judge(opinionsOf(1, 2, 3, 4, 5, 7));
      // lane 0: three heads weigh 8 of 12; lane 1: four heads weigh 7; lane 2: five heads weigh 8
      const judged = await eventOf(gate, hash, "ChallengeJudged");
      expect(judged).to.deep.include({ decided: [laneMask(0, 2)], upheld: [laneMask(0, 2)] });
      const { undecided } = await eventOf(gate, hash, "ChallengeResolved");
      expect(undecided).to.equal(1n);
      const earned = (await paysOf(gate)).map((pay, i) => pay - (before[i] ?? 0n));
      const [light, double, heavy] = [fee / 12n, (2n * fee) / 12n, (4n * fee) / 12n];
      expect(earned).to.deep.equal([heavy, double, double, double, light, 0n, light, 0n, 0n]);
      expect(earned.reduce((sum, pay) => sum + pay, 0n)).to.equal(fee - 2n);
      await expectConserved(gate, [lotId]);
    });

    it("clears what so few heads call ok", async () => {
      const opinions = [1, 2, 3, 4, 5, 7].map((index) => ({ index, defect: [index > 3 ? laneMask(0, 1, 2) : 0n] }));
      const hash = await judge(opinions);
      expect(await eventOf(gate, hash, "ChallengeJudged")).to.deep.include({ decided: WORDS.masks, upheld: [0n] });
      expect(await blockedWord(gate, lotId, 0)).to.equal(0n);
      await expectConserved(gate, [lotId]);
    });
  });

  describe("drawn from curators of any standings", () => {
    const random = new Random(55);

    /** Seats panels, each on another block, until one is drawn that reaches quorum and majority if all of it agree. */
    const seatEnough = async (drawing: Omit<Panel, "seed">, lot: bigint): Promise<Panel> => {
      const { networkHelpers } = gate.connection;
      const snapshot = await networkHelpers.takeSnapshot();
      for (let blocks = 1; blocks <= 100; blocks++) {
        await networkHelpers.mine(blocks);
        const drawn: Panel = { ...drawing, seed: await seatPanel(gate, lot) };
        const weights = [...drawing.standings.keys()].map((index) => drawnWeight(drawn, index)).filter((w) => w !== 0);
        const weight = weights.reduce((sum, own) => sum + own, 0);
        if (weights.length >= 3 && weight >= 0.6 * expectedWeight(drawn)) return drawn;
        await snapshot.restore();
      }
      throw new Error("No panel of a hundred was heavy enough");
    };

    for (const [i, panel] of [16, 16, 5, 5].entries()) {
      it(`judges as the models of the draw and of the count do, panel of ${panel}, number ${i}`, async () => {
        const other = await acceptUnder({ panel, bond: 60_001n });
        await challenge(gate, other, WORDS);
        const standings = Array.from({ length: 9 }, () => random.integer(100, 9_000));
        await weigh(standings);
        await passWindow(gate, other);
        const drawing = await seatEnough({ panel, standings: new Map(standings.map((s, at) => [at + 1, s])) }, other);
        await passPanelDeadline(gate, other);
        const ballots = standings
          .map((_, at) => ({ index: at + 1, weight: drawnWeight(drawing, at + 1) }))
          .filter(({ weight }) => weight !== 0)
          .sort((a, b) => b.weight - a.weight || a.index - b.index)
          .map((drawn) => ({ ...drawn, defect: [random.chance(300_000) ? laneMask(0, 2) : laneMask(0)] }))
          .map((ballot) => ({ ...ballot, ok: ballot.defect.map((mask) => ALL_LANES ^ mask) }));
        const expected = expectedWeight(drawing);
        const ruling = naiveRuling(ballots, WORDS.masks, expected);
        const { challengeBond } = PAID_TERMS;
        const money = naivePayment(ballots, ruling, { bond: 60_001n, fee, challengeBond, paid: 0n });
        const hash = await judge(ballots, other);
        const judged = await eventOf(gate, hash, "ChallengeJudged");
        expect(judged).to.deep.include({ decided: ruling.decided, upheld: ruling.upheld });
        const { returned, reward, lost } = await eventOf(gate, hash, "ChallengeResolved");
        expect([returned, reward, lost]).to.deep.equal([money.returned, money.reward, money.lost]);
        const pays = await paysOf(gate);
        ballots.forEach(({ index }, at) => expect(pays[index - 1]).to.equal(money.pays[at]));
      });
    }
  });

  describe("of people and agents", () => {
    const EQUALS = Array.from({ length: 9 }, () => 10_000);
    const AGENTS = { 7: { agent: true }, 8: { agent: true }, 9: { agent: true } };

    it("refuses agents where only people judge, and waits for none of them", async () => {
      await challenge(gate, lotId, WORDS);
      await weigh(EQUALS, AGENTS);
      await seatPanel(gate, lotId);
      await refuse(() => judge(agreed(WORDS.masks)), "CurationAgentBallot", [7]);
      await judge(agreed(WORDS.masks, { panel: 6 }));
    });

    it("counts agents where they judge, but not among the people whom the terms ask for", async () => {
      const other = await acceptUnder({ flags: 2, minHumanBallots: 6 });
      await challenge(gate, other, WORDS);
      await weigh(EQUALS, AGENTS);
      await seatPanel(gate, other);
      await passPanelDeadline(gate, other);
      const fewer = agreed(WORDS.masks, { without: [1] });
      await refuse(() => judge(fewer, other), "CurationTooFewHumans", [other, 5n, 6]);
      const hash = await judge(agreed(WORDS.masks), other);
      expect(await eventOf(gate, hash, "ChallengeJudged")).to.deep.include({ upheld: WORDS.masks });
      const pays = await paysOf(gate);
      expect(pays.slice(6)).to.deep.equal([fee / 9n, fee / 9n, fee / 9n]);
    });

    it("refuses too few people also where everybody who may judge has judged", async () => {
      const other = await acceptUnder({ flags: 2, minHumanBallots: 7 });
      await challenge(gate, other, WORDS);
      await weigh(EQUALS, AGENTS);
      await seatPanel(gate, other);
      await refuse(() => judge(agreed(WORDS.masks), other), "CurationTooFewHumans", [other, 6n, 7]);
    });
  });

  it("refuses a curator that was struck off since, expects its weight still, and does not wait for it", async () => {
    await challenge(gate, lotId, WORDS);
    const seed = await seatPanel(gate, lotId);
    const [yes, no] = [
      { index: 3, defect: WORDS.masks },
      { index: 3, defect: [0n] },
    ] as const;
    const subject = { kind: 1, subject: lotId, seed, charterVersion: 1, firstWord: 0 };
    const signatureOf = async (opinion: Opinion) => sliceHex(await signOpinion(gate, lotId, 0, opinion), 2, 66);
    await gate.curation.write.proveEquivocation(
      [
        { ...subject, words: wordPairs(yes) },
        await signatureOf(yes),
        { ...subject, words: wordPairs(no) },
        await signatureOf(no),
      ],
      { account: gate.stranger.account },
    );
    await refuse(() => judge(agreed(WORDS.masks)), "CurationStruckOff", [3]);
    // 60 % of nine are six, not five
    const opinions = agreed(WORDS.masks, { without: [3] });
    const five = opinions.map((opinion, i) => ({ ...opinion, defect: [i < 5 ? laneMask(0, 1, 2) : 0n] }));
    await refuse(() => judge(five), "CurationNothingDecided", [lotId, 1]);
    const six = opinions.map((opinion, i) => ({ ...opinion, defect: [i < 6 ? laneMask(0, 1, 2) : 0n] }));
    await judge(six);
    expect((await gate.curation.read.challengeOf([lotId, 1])).masks).to.equal(zeroHash);
  });

  describe("on a lot of curator 1, which delegates to curator 2", () => {
    const person = (index: number) => gate.members[index - 1] ?? gate.stranger;
    const delegate = async (to: number) => {
      const reputation = await gate.connection.viem.getContractAt("ReputationToken", gate.clones.reputation);
      await reputation.write.delegate([addressOf(person(to))], { account: person(1).account });
    };

    beforeEach(async () => {
      await gate.curation.write.admitProducer([addressOf(person(1)), 50_000], { account: gate.registrar.account });
      await delegate(2);
      lotId = await openAudit(gate, { count: 600, by: person(1).account });
      await closeAudit(gate, lotId, unanimous(9).slice(2));
    });

    const others = agreed(WORDS.masks, { without: [1, 2] });
    const split = (accusers: number): Opinion[] =>
      others.map((opinion, i) => ({ ...opinion, defect: [i < accusers ? laneMask(0, 1, 2) : 0n] }));

    it("refuses both, and expects no weight of them: 60 % of seven are five", async () => {
      await challenge(gate, lotId, WORDS);
      await seatPanel(gate, lotId);
      await refuse(() => judge(agreed(WORDS.masks)), "CurationOwnLot", [1]);
      await refuse(() => judge(agreed(WORDS.masks, { without: [1] })), "CurationDelegateOfProducer", [2]);
      await refuse(() => judge(split(4)), "CurationNothingDecided", [lotId, 1]);
      await judge(split(5));
      expect((await gate.curation.read.challengeOf([lotId, 1])).masks).to.equal(zeroHash);
      await expectConserved(gate, [firstLot(gate), lotId]);
    });

    it("keeps to the delegate of the commit, whomever the producer delegates to since", async () => {
      await challenge(gate, lotId, WORDS);
      await delegate(3);
      await seatPanel(gate, lotId);
      const without = agreed(WORDS.masks, { without: [1, 3] });
      await refuse(() => judge(without), "CurationDelegateOfProducer", [2]);
      await judge(others);
    });

    it("takes the weight of a delegate, or of a producer, that challenges out only once", async () => {
      for (const challenger of [1, 2]) {
        const before = await gate.connection.networkHelpers.takeSnapshot();
        await challenge(gate, lotId, WORDS, person(challenger));
        await seatPanel(gate, lotId);
        await refuse(() => judge(split(4)), "CurationNothingDecided", [lotId, 1]);
        await judge(split(5));
        await before.restore();
      }
    });

    it("leaves out the challenger besides: 60 % of six are four", async () => {
      await challenge(gate, lotId, WORDS, person(9));
      await seatPanel(gate, lotId);
      await refuse(() => judge(others), "CurationOwnChallenge", [9]);
      await refuse(() => judge(split(3).slice(0, 6)), "CurationNothingDecided", [lotId, 1]);
      await judge(split(4).slice(0, 6));
      expect((await gate.curation.read.challengeOf([lotId, 1])).masks).to.equal(zeroHash);
    });
  });
});
