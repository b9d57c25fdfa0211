import { expect } from "chai";
import { Random } from "../helpers/random.ts";
import { naivePayment, naiveRuling, type NaiveRuling, type PanelBallot } from "../models/adjudication.ts";
import { type Gate } from "./fixture.ts";
import {
  adjudicate,
  blockedWord,
  challenge,
  disputedGate,
  eventOf,
  expectConserved,
  firstLot,
  freeOf,
  type Opinion,
  PAID_TERMS,
  passPanelDeadline,
  paysOf,
  seatPanel,
} from "./disputes.ts";

const ALL = 2n ** 256n - 1n;
const PANELS = Number(process.env["PANELS"] ?? 12);
const WORDS = 2;

/** The real contract against one lane at a time, on panels that sleep, waver and abstain. */
describe("curation/adjudicate.randomPanels", () => {
  const load = disputedGate({ bond: 60_001n }, 30_000);
  let gate: Gate;
  let lotId: bigint;
  let masks: bigint[];
  const random = new Random(20_261_120);
  const met = { undecided: 0, upheld: 0, cleared: 0, nothing: 0 };

  const word = (): bigint => random.big(0n, ALL);
  const some = (times: number): bigint => Array.from({ length: times }, word).reduce((a, b) => a & b, ALL);

  beforeEach(async () => {
    gate = await load();
    lotId = firstLot(gate);
    masks = Array.from({ length: WORDS }, () => some(random.integer(1, 4)) | 1n);
    await challenge(gate, lotId, { firstWord: 7, masks });
    await seatPanel(gate, lotId);
    await passPanelDeadline(gate, lotId);
  });

  const draw = (): Opinion[] => {
    const truth = masks.map(() => some(random.integer(1, 3)));
    const carelessness = random.integer(1, 4);
    const awake = Array.from({ length: 9 }, (_, i) => i + 1).filter(() => !random.chance(150_000));
    return awake.map((index) => {
      const defect = truth.map((mask) => mask ^ some(carelessness));
      const silent = random.chance(300_000) ? some(2) : 0n;
      return {
        index,
        defect: defect.map((mask) => mask & ~silent),
        ok: defect.map((mask) => ALL & ~mask & ~silent),
      };
    });
  };

  const ballotOf = ({ defect, ok }: Opinion): PanelBallot => ({ weight: 1, defect, ok: ok ?? [] });
  const isDecided = ({ decided }: NaiveRuling): boolean => decided.some((mask) => mask !== 0n);

  const compare = async (opinions: Opinion[]): Promise<void> => {
    const ballots = opinions.map(ballotOf);
    const expected = naiveRuling(ballots, masks, 9);
    const call = () => adjudicate(gate, lotId, 1, { firstWord: 7, masks }, opinions);
    const { assertions } = gate.connection.viem;
    if (opinions.length < 6) return assertions.revertWithCustomError(call(), gate.curation, "CurationNoQuorum");
    if (!isDecided(expected)) {
      met.nothing += 1;
      return assertions.revertWithCustomError(call(), gate.curation, "CurationNothingDecided");
    }
    const { fee, challengeBond } = PAID_TERMS;
    const money = naivePayment(ballots, expected, { bond: 60_001n, fee, challengeBond, paid: 0n });
    const before = [await freeOf(gate, gate.stranger), await freeOf(gate, gate.producer)];
    const hash = await call();

    const judged = await eventOf(gate, hash, "ChallengeJudged");
    expect(judged).to.deep.include({ decided: expected.decided, upheld: expected.upheld });
    for (const [i, mask] of masks.entries()) {
      const kept = mask & ~((expected.decided[i] ?? 0n) & ~(expected.upheld[i] ?? 0n));
      expect(await blockedWord(gate, lotId, 7 + i)).to.equal(kept);
    }
    const { returned, reward, lost } = await eventOf(gate, hash, "ChallengeResolved");
    expect({ returned, reward, lost }).to.deep.equal({
      returned: money.returned,
      reward: money.reward,
      lost: money.lost,
    });
    const after = [await freeOf(gate, gate.stranger), await freeOf(gate, gate.producer)];
    const changes = after.map((amount, i) => amount - (before[i] ?? 0n));
    expect(changes).to.deep.equal([money.returned + money.reward, money.lost]);
    const pays = await paysOf(gate);
    opinions.forEach(({ index }, i) => expect(pays[index - 1]).to.equal(money.pays[i]));
    await expectConserved(gate, [lotId]);
    if (expected.undecided.some((mask) => mask !== 0n)) met.undecided += 1;
    if (expected.upheld.some((mask) => mask !== 0n)) met.upheld += 1;
    if (lost !== 0n) met.cleared += 1;
  };

  for (let panel = 1; panel <= PANELS; panel++) {
    it(`judges and pays as the model does, panel ${panel}`, async () => {
      await compare(draw());
    });
  }

  it("met what there is to meet", () => {
    expect(Math.min(met.undecided, met.upheld, met.cleared)).to.be.above(PANELS / 8);
  });
});
