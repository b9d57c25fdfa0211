import { expect } from "chai";
import { type Hex, numberToHex, zeroHash } from "viem";
import { drawnWeight } from "../models/sortition.ts";
import { ballotKey, GAS, type Gate, laneMask } from "./fixture.ts";
import {
  adjudicate,
  agreed,
  challenge,
  disputedGate,
  drawPanel,
  firstLot,
  type Opinion,
  PAID_TERMS,
  passPanelDeadline,
  passWindow,
  refuseOf,
  seatPanel,
  signOpinions,
} from "./disputes.ts";
import { inventCurators, mappingSlot, slotOf, writeCurators } from "./storage.ts";

const EQUALS = 64;
const STANDING = 10_000;
const WORDS = { masks: [laneMask(0, 1)] };

/** Who judges a challenge where many sleep, and where there are hardly enough to judge. */
describe("curation/adjudicate.sleepers", () => {
  const load = disputedGate();
  let gate: Gate;
  let lotId: bigint;
  const refuse = refuseOf(() => gate);

  beforeEach(async () => {
    gate = await load();
    lotId = firstLot(gate);
  });

  const bring = (ballots: Hex) =>
    gate.curation.write.adjudicate([lotId, 1, 0, WORDS.masks, 1, ballots], {
      account: gate.stranger.account,
      gas: GAS,
    });
  const isOpen = async () => (await gate.curation.read.challengeOf([lotId, 1])).masks !== zeroHash;

  describe("a panel of 16 out of 64 equals", () => {
    beforeEach(async () => {
      await challenge(gate, lotId, WORDS);
      await passWindow(gate, lotId);
      await inventCurators(gate, EQUALS, STANDING);
    });

    /** Who of the equals is drawn. */
    const drawn = async (widening = 0): Promise<number[]> => {
      const { seed } = await gate.curation.read.disputeOf([lotId]);
      const all = Array.from({ length: EQUALS }, (_, i) => i + 1);
      const standings = new Map(all.map((index) => [index, STANDING]));
      const panel = { seed, panel: PAID_TERMS.panel, standings, barred: new Set<number>(), widening };
      return all.filter((index) => drawnWeight(panel, index) !== 0);
    };
    const sentence = (indexes: readonly number[], defect = WORDS.masks): Opinion[] =>
      indexes.map((index) => ({ index, defect }));
    const signed = (opinions: Opinion[]) => signOpinions(gate, lotId, 0, opinions);

    it("is never widened: those who join late cannot outvote those who sleep", async () => {
      await seatPanel(gate, lotId);
      const asked = await drawn();
      const late = (await drawn(2)).filter((index) => !asked.includes(index));
      // enough for quorum and majority, if they were asked
      expect(late.length).to.be.at.least(10);
      const coalition = await signed(sentence(late));
      const mixed = await signed(sentence([...asked.slice(0, 4), ...late].sort((a, b) => a - b)));
      const first = [...asked.slice(0, 4), ...late].sort((a, b) => a - b).find((index) => late.includes(index));
      const deadline = BigInt((await gate.curation.read.disputeOf([lotId])).clock);
      const { time } = gate.connection.networkHelpers;
      const timeOut = BigInt(PAID_TERMS.timeOut);
      for (const moment of [deadline, deadline + timeOut / 2n, deadline + timeOut - 1n]) {
        await time.setNextBlockTimestamp(moment);
        await refuse(() => bring(coalition), "CurationNotDrawn", [late[0], 0]);
      }
      await refuse(() => bring(mixed), "CurationNotDrawn", [first, 0]);
      expect(await isOpen()).to.equal(true);
    });

    it("is followed by another one where too many sleep, and that one decides", async () => {
      await seatPanel(gate, lotId);
      await passPanelDeadline(gate, lotId);
      const few = (await drawn()).slice(0, 4);
      const ballots = await signed(sentence(few));
      // 60 % of 16
      await refuse(() => bring(ballots), "CurationNoQuorum", [lotId, 4n, 10n]);
      await gate.connection.networkHelpers.time.increase(BigInt(PAID_TERMS.timeOut));
      await gate.curation.write.callPanel([lotId], { account: gate.stranger.account, gas: GAS });
      await drawPanel(gate, lotId);
      const { time } = gate.connection.networkHelpers;
      expect(await time.latest()).to.be.below((await gate.curation.read.disputeOf([lotId])).clock);
      await adjudicate(gate, lotId, 1, WORDS, sentence(await drawn()));
      expect(await isOpen()).to.equal(false);
    });
  });

  describe("where a judge challenges", () => {
    const challengeAsJudge = async (): Promise<void> => {
      await challenge(gate, lotId, WORDS, gate.members[0]);
      await passWindow(gate, lotId);
    };
    const judges = (standings: readonly number[]) =>
      writeCurators(
        gate,
        standings.map((standing, i) => ({ key: ballotKey(i + 1).address, standing })),
      );
    /** Makes the lot's producer the curator of that index. */
    const makeProducer = async (index: number): Promise<void> => {
      const slot = mappingSlot(await slotOf("indexes"), BigInt(gate.producer.account.address));
      const { networkHelpers } = gate.connection;
      await networkHelpers.setStorageAt(gate.curation.address, slot, numberToHex(index, { size: 32 }));
    };

    it("keeps it where it is one of three judges: nobody else could decide", async () => {
      await challengeAsJudge();
      await judges([STANDING, STANDING, STANDING]);
      await seatPanel(gate, lotId);
      await adjudicate(gate, lotId, 1, WORDS, agreed(WORDS.masks, { panel: 3 }));
      expect(await isOpen()).to.equal(false);
    });

    it("keeps it where of four judges one has no standing, or is the producer", async () => {
      await challengeAsJudge();
      await judges([STANDING, STANDING, STANDING, 0]);
      await seatPanel(gate, lotId);
      const { networkHelpers } = gate.connection;
      const snapshot = await networkHelpers.takeSnapshot();
      await adjudicate(gate, lotId, 1, WORDS, agreed(WORDS.masks, { panel: 3 }));
      expect(await isOpen()).to.equal(false);

      await snapshot.restore();
      await judges([STANDING, STANDING, STANDING, STANDING]);
      await makeProducer(4);
      await adjudicate(gate, lotId, 1, WORDS, agreed(WORDS.masks, { panel: 3 }));
      expect(await isOpen()).to.equal(false);
    });

    it("keeps it out where three others are left, whoever else is out", async () => {
      await challengeAsJudge();
      await judges([STANDING, STANDING, STANDING, STANDING]);
      await seatPanel(gate, lotId);
      const all = await signOpinions(gate, lotId, 0, agreed(WORDS.masks, { panel: 4 }));
      await refuse(() => bring(all), "CurationOwnChallenge", [1]);
      await judges([STANDING, STANDING, STANDING, STANDING, STANDING]);
      await makeProducer(5);
      await refuse(() => bring(all), "CurationOwnChallenge", [1]);
      await adjudicate(gate, lotId, 1, WORDS, agreed(WORDS.masks, { panel: 4, without: [1] }));
      expect(await isOpen()).to.equal(false);
    });

    it("keeps the producer out in any case, also as the challenger", async () => {
      await challengeAsJudge();
      await judges([STANDING, STANDING, STANDING, STANDING]);
      await makeProducer(1);
      await seatPanel(gate, lotId);
      const all = await signOpinions(gate, lotId, 0, agreed(WORDS.masks, { panel: 4 }));
      await refuse(() => bring(all), "CurationOwnLot", [1]);
    });
  });
});
