import { drawnWeight, factorOf, panelOf, slatePanel } from "@imprimatur/sdk/curation";
import { expect } from "chai";
import { type Hex, numberToHex } from "viem";
import { Random } from "../helpers/random.ts";
import { countLanes } from "../models/ballotTally.ts";
import { selectNaively } from "../models/slate.ts";
import {
  ALL_LANES,
  ballotKey,
  commitLot,
  expectGateRefuses,
  GAS,
  type Gate,
  openPanel,
  sharedGate,
} from "./fixture.ts";
import { DEFAULT_TERMS } from "./rolls.ts";
import {
  type Approval,
  assetsOf,
  closeSlate,
  numbersOf,
  type OpenSlate,
  openSlate,
  passSlateDeadline,
  signApprovals,
  slateClosedBy,
} from "./slates.ts";
import { inventCurators, type StoredCurator, writeCurators } from "./storage.ts";

/** What a transaction may cost. */
const MOST_GAS = 16_777_216n;

/** Who is asked in a vote, and what each of them weighs. */
describe("curation/closeSlate.panel", () => {
  const load = sharedGate(() => openPanel());
  let gate: Gate;
  let lotId: bigint;

  beforeEach(async () => {
    gate = await load();
    lotId = await commitLot(gate, { count: 10_000 });
  });

  const open = (count: number, k: number) => openSlate(gate, { candidates: assetsOf(lotId, count), k });

  const write = (curators: readonly Omit<StoredCurator, "key">[]) =>
    writeCurators(
      gate,
      curators.map((curator, i) => ({ ...curator, key: ballotKey(i + 1).address })),
    );

  /** Drawn weights by the SDK's port; the curators' standings are all that counts. */
  function weightsOf({ slateId }: OpenSlate, standings: readonly number[]): number[] {
    const seed: Hex = numberToHex(slateId >> 128n, { size: 16 });
    const curators = standings.filter((standing) => standing > 0).length;
    const standing = standings.reduce((sum, own) => sum + BigInt(own), 0n);
    const factor = factorOf(slatePanel(curators), { curators, standing });
    return standings.map((own, i) => drawnWeight({ seed, index: i + 1, standing: own, factor }));
  }

  /** Indexes of the drawn curators in the order of the wire. */
  const drawnOf = (weights: readonly number[]): number[] =>
    weights
      .flatMap((weight, i) => (weight > 0 ? [i + 1] : []))
      .sort((a, b) => (weights[b - 1] ?? 0) - (weights[a - 1] ?? 0) || a - b);

  it("weighs curators by their standings and selects by weight", async () => {
    const random = new Random(77);
    const standings = [20_000, 9_000, 9_000, 4_321, 4_000, 800, 300, 100, 100, 0];
    await write(standings.map((standing) => ({ standing })));
    const slate = await open(300, 40);
    const weights = weightsOf(slate, standings);
    for (const [i, weight] of weights.entries()) {
      expect(await gate.curation.read.slateWeightOf([slate.slateId, i + 1]), `curator ${i + 1}`).to.equal(weight);
    }
    expect(new Set(weights).size).to.be.greaterThan(4);

    const votes = drawnOf(weights).map((index) => ({
      index,
      words: [random.big(0n, ALL_LANES), random.big(0n, ALL_LANES)],
    }));
    await passSlateDeadline(gate, slate);
    const closed = await slateClosedBy(gate, await closeSlate(gate, slate, votes));
    expect(closed.expectedWeight).to.equal(panelOf(2_048, 9));
    expect(closed.weight).to.equal(weights.reduce((sum, weight) => sum + weight, 0));
    const counts = [0, 1].flatMap((word) =>
      countLanes(votes.map(({ index, words }) => ({ weight: weights[index - 1] ?? 0, word: words[word] ?? 0n }))),
    );
    expect({ selected: numbersOf(closed.selected), threshold: Number(closed.threshold) }).to.deep.equal(
      selectNaively(counts.slice(0, 300), 40),
    );
  });

  it("draws a panel of 128 where there are more than 255 curators", async () => {
    const standings = Array.from({ length: 300 }, () => 1_000);
    await inventCurators(gate, 300, 1_000);
    const slate = await open(10, 2);
    const weights = weightsOf(slate, standings);
    const drawn = drawnOf(weights);
    expect(drawn.length).to.be.within(128 - 34, 128 + 34);
    const absent = weights.indexOf(0) + 1;
    expect(await gate.curation.read.slateWeightOf([slate.slateId, absent])).to.equal(0);

    const votes = drawn.map((index): Approval => ({ index, approves: [index % 3] }));
    const place = votes.findIndex(({ index }) => index > absent);
    const ballots = await signApprovals(gate, slate, votes.toSpliced(place, 0, { index: absent }));
    await passSlateDeadline(gate, slate);
    const call = () => gate.curation.write.closeSlate([slate.slateId, 1, ballots], { gas: GAS });
    await expectGateRefuses(gate, call, "CurationNotDrawn", [absent, 0]);
    const closed = await slateClosedBy(gate, await closeSlate(gate, slate, votes));
    expect([closed.expectedWeight, closed.weight]).to.deep.equal([128, drawn.length]);
  });

  describe("with agents", () => {
    const AGENT = 2;
    const votes = [1, 2, 3, 4].map((index): Approval => ({ index, approves: [0] }));
    const inventAgent = () => write([1, 2, 3, 4].map((index) => ({ standing: 1_000, agent: index === AGENT })));

    const refuse = async (slate: OpenSlate, error: Parameters<typeof expectGateRefuses>[2], args: unknown[]) => {
      const ballots = await signApprovals(gate, slate, votes);
      await passSlateDeadline(gate, slate);
      const call = () => gate.curation.write.closeSlate([slate.slateId, 1, ballots], { gas: GAS });
      await expectGateRefuses(gate, call, error, args);
    };

    it("refuses their ballots unless the terms let them judge", async () => {
      await inventAgent();
      await refuse(await open(3, 1), "CurationAgentBallot", [AGENT]);
      await gate.curation.write.setAuditTerms([{ ...DEFAULT_TERMS, flags: 2 }], { account: gate.timelock });
      const slate = await open(3, 1);
      expect((await gate.curation.read.slateOf([slate.slateId])).terms).to.equal(1);
      await passSlateDeadline(gate, slate);
      await closeSlate(gate, slate, votes);
    });

    it("refuses a result behind which there are too few people", async () => {
      await inventAgent();
      const terms = { ...DEFAULT_TERMS, flags: 2, minHumanBallots: 4 };
      await gate.curation.write.setAuditTerms([terms], { account: gate.timelock });
      const slate = await open(3, 1);
      await refuse(slate, "CurationTooFewHumans", [slate.slateId, 3n, 4]);
    });
  });

  it("refuses curators that were struck off", async () => {
    await write([1, 2, 3, 4].map((index) => ({ standing: 1_000, struckOff: index === 3 })));
    const slate = await open(3, 1);
    const ballots = await signApprovals(
      gate,
      slate,
      [1, 2, 3, 4].map((index) => ({ index, approves: [0] })),
    );
    await passSlateDeadline(gate, slate);
    const call = () => gate.curation.write.closeSlate([slate.slateId, 1, ballots], { gas: GAS });
    await expectGateRefuses(gate, call, "CurationStruckOff", [3]);
  });

  it("counts 255 ballots on 4,096 candidates in one transaction", async () => {
    await inventCurators(gate, 255, 1_000);
    const slate = await open(4_096, 2_000);
    const random = new Random(255);
    const words = Array.from({ length: 16 }, () => random.big(0n, ALL_LANES));
    const votes = Array.from({ length: 255 }, (_, i): Approval => ({ index: i + 1, words }));
    const ballots = await signApprovals(gate, slate, votes);
    await passSlateDeadline(gate, slate);
    const hash = await gate.curation.write.closeSlate([slate.slateId, 1, ballots], { gas: MOST_GAS });
    const { gasUsed } = await gate.protocol.publicClient.getTransactionReceipt({ hash });
    expect(gasUsed < 10_000_000n, `${gasUsed} gas`).to.equal(true);
    expect((await slateClosedBy(gate, hash)).threshold).to.equal(255n * 8n);
  });
});
