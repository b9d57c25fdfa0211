import { expect } from "chai";
import { concatHex, getAddress, type Hex, keccak256, sliceHex, zeroAddress } from "viem";
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
  signKey,
  timestampOf,
} from "./fixture.ts";
import {
  alike,
  type Approval,
  assetsOf,
  closeSlate,
  numbersOf,
  openSlate,
  type OpenSlate,
  passSlateDeadline,
  signApproval,
  signApprovals,
  slateClosedBy,
} from "./slates.ts";

/** Nine equal curators of an assembly of 2,048 weigh 128 each. */
const WEIGHT = 128;
const EXPECTED = 9 * WEIGHT;
const DAY = 86_400;

describe("curation/closeSlate", () => {
  const load = sharedGate(() => openPanel());
  let gate: Gate;
  let slate: OpenSlate;

  beforeEach(async () => {
    gate = await load();
    slate = await openSlate(gate);
  });

  type Refusal = [error: Parameters<typeof expectGateRefuses>[2], args: unknown[]];

  const refuseBytes = async (
    ballots: Hex,
    [error, args]: Refusal,
    { charter = 1, slateId = slate.slateId }: { charter?: number; slateId?: bigint } = {},
  ) => {
    const call = () =>
      gate.curation.write.closeSlate([slateId, charter, ballots], { account: gate.stranger.account, gas: GAS });
    await expectGateRefuses(gate, call, error, args);
  };
  const refuse = async (votes: readonly Approval[], refusal: Refusal) => {
    const ballots = await signApprovals(gate, slate, votes);
    await passSlateDeadline(gate, slate);
    await refuseBytes(ballots, refusal);
  };

  it("refuses votes that nobody opened", async () => {
    await refuseBytes("0x", ["CurationUnknownSlate", [1n]], { slateId: 1n });
    await gate.connection.viem.assertions.revertWithCustomErrorWithArgs(
      gate.curation.read.slateSeedOf([1n]),
      gate.curation,
      "CurationUnknownSlate",
      [1n],
    );
  });

  it("refuses a close before the deadline, even with everybody's ballot", async () => {
    const ballots = await signApprovals(gate, slate, alike(9, [0]));
    const time = slate.deadline - 1;
    await gate.connection.networkHelpers.time.setNextBlockTimestamp(time);
    await refuseBytes(ballots, ["CurationSlateOpen", [slate.slateId, BigInt(time), slate.deadline]]);
  });

  it("refuses a first close after the time-out", async () => {
    const latest = slate.deadline + 3 * DAY;
    const ballots = await signApprovals(gate, slate, alike(9, [0]));
    await gate.connection.networkHelpers.time.setNextBlockTimestamp(latest + 1);
    await refuseBytes(ballots, ["CurationSlateFinal", [slate.slateId, BigInt(latest + 1), latest]]);
  });

  it("takes a first close in the last second", async () => {
    await gate.connection.networkHelpers.time.setNextBlockTimestamp(slate.deadline + 3 * DAY);
    const hash = await closeSlate(gate, slate, alike(9, [0]));
    expect((await slateClosedBy(gate, hash)).weight).to.equal(EXPECTED);
  });

  it("refuses charters that are not there", async () => {
    const ballots = await signApprovals(gate, slate, alike(9, [0]));
    await passSlateDeadline(gate, slate);
    await refuseBytes(ballots, ["CurationUnknownCharter", [0, 1]], { charter: 0 });
    await refuseBytes(ballots, ["CurationUnknownCharter", [2, 1]], { charter: 2 });
  });

  it("refuses ballots of another number of words", async () => {
    const withWords = (words: bigint[]) => alike(9, []).map((vote) => ({ ...vote, words }));
    await refuse(withWords([1n]), ["AuditBallotsInvalidLength", [9n * 98n]]);
    const longer = await signApprovals(gate, slate, withWords([1n, 2n, 3n]));
    await refuseBytes(longer, ["AuditBallotsInvalidLength", [9n * 162n]]);
  });

  it("refuses fewer than three ballots and more than 255", async () => {
    await refuse(alike(2, [0]), ["CurationTooFewBallots", [slate.slateId, 2n, 3n]]);
    const one = await signApproval(gate, slate, { index: 1 });
    const many = concatHex(Array.from({ length: 256 }, () => one));
    await refuseBytes(many, ["CurationTooManyBallots", [slate.slateId, 256n, 255n]]);
  });

  it("refuses unknown curators, ballots out of order, and the same one twice", async () => {
    await refuse([...alike(8, [0]), { index: 10 }], ["CurationUnknownCurator", [10]]);
    const [first, second, third] = alike(3, [0]) as [Approval, Approval, Approval];
    for (const votes of [
      [first, third, second],
      [first, second, second],
    ]) {
      await refuseBytes(await signApprovals(gate, slate, votes), ["CurationUnsortedBallots", [2]]);
    }
  });

  it("refuses ballots that say something else", async () => {
    await passSlateDeadline(gate, slate);
    const others = await signApprovals(gate, slate, alike(9, [0]).slice(1));
    const wrong: NonNullable<Approval["signed"]>[] = [
      { kind: 0 },
      { kind: 1 },
      { subject: slate.slateId + 1n },
      { seed: `0x${"11".repeat(16)}` },
      { firstWord: 1 },
      { charterVersion: 2 },
    ];
    for (const signed of wrong) {
      const ballots = concatHex([await signApproval(gate, slate, { index: 1, signed }), others]);
      await expectWrongSigner(ballots, 1);
    }
    const foreign = await signApproval(gate, slate, { index: 1, key: ballotKey(2) });
    await refuseBytes(concatHex([foreign, others]), [
      "CurationWrongSigner",
      [1, ballotKey(2).address, ballotKey(1).address],
    ]);
  });

  /** The recovered address of a signature on something else is arbitrary. */
  async function expectWrongSigner(ballots: Hex, index: number): Promise<void> {
    const key = ballotKey(index).address;
    const call = gate.curation.write.closeSlate([slate.slateId, 1, ballots], { gas: GAS });
    const matches = (found: unknown) => typeof found === "string" && getAddress(found) !== getAddress(key);
    await gate.connection.viem.assertions.revertWithCustomErrorWithArgs(call, gate.curation, "CurationWrongSigner", [
      index,
      matches,
      key,
    ] as never);
  }

  it("refuses ballots under a key that was replaced", async () => {
    const ballots = await signApprovals(gate, slate, alike(9, [0]));
    const [member] = gate.members;
    if (member === undefined) throw new Error("no members");
    const key = ballotKey(100);
    const signature = await signKey(gate, member.account.address, key);
    await gate.curation.write.registerCurator([key.address, signature], { account: member.account });
    await passSlateDeadline(gate, slate);
    await refuseBytes(ballots, ["CurationWrongSigner", [1, ballotKey(1).address, key.address]]);
  });

  it("refuses less than 60 % of the expected weight", async () => {
    const quorum = BigInt(Math.ceil(0.6 * EXPECTED));
    await refuse(alike(5, [0]), ["CurationNoQuorum", [slate.slateId, BigInt(5 * WEIGHT), quorum]]);
  });

  it("refuses what is not heavier, and everything once the window is over", async () => {
    await passSlateDeadline(gate, slate);
    const { finalAt } = await slateClosedBy(gate, await closeSlate(gate, slate, alike(7, [0])));
    const same = await signApprovals(gate, slate, alike(9, [1]).slice(2));
    await refuseBytes(same, ["CurationNotHeavier", [slate.slateId, BigInt(7 * WEIGHT), 7 * WEIGHT]]);
    const all = await signApprovals(gate, slate, alike(9, [1]));
    await gate.connection.networkHelpers.time.setNextBlockTimestamp(finalAt);
    await refuseBytes(all, ["CurationSlateFinal", [slate.slateId, BigInt(finalAt), finalAt]]);
  });

  it("selects what most of the weight approves; ties at the cut go to the lower number", async () => {
    await passSlateDeadline(gate, slate);
    const votes = alike(9, []).map(({ index }) => ({ index, approves: index <= 5 ? [299, 7, 255] : [256, 8, 7] }));
    const hash = await closeSlate(gate, slate, votes);
    const closed = await slateClosedBy(gate, hash);
    expect(numbersOf(closed.selected)).to.deep.equal([7, 255, 299]);
    expect(closed.threshold).to.equal(BigInt(5 * WEIGHT));

    const tied = alike(8, []).map(({ index }) => ({
      index,
      approves: index % 2 === 0 ? [9, 290, 291] : [3, 298, 299],
    }));
    const other = await openSlate(gate, { candidates: slate.candidates, k: 4 });
    await passSlateDeadline(gate, other);
    const second = await slateClosedBy(gate, await closeSlate(gate, other, tied));
    expect(numbersOf(second.selected)).to.deep.equal([3, 9, 290, 291]);
    expect(second.threshold).to.equal(BigInt(4 * WEIGHT));
  });

  it("never selects what nobody approves, nor bits beyond the candidates", async () => {
    await passSlateDeadline(gate, slate);
    const beyond = (ALL_LANES << 44n) & ALL_LANES;
    const votes = alike(9, []).map((vote) => ({ ...vote, words: [0b100n, beyond] }));
    const closed = await slateClosedBy(gate, await closeSlate(gate, slate, votes));
    expect(numbersOf(closed.selected)).to.deep.equal([2]);
    expect(closed.threshold).to.equal(0n);
  });

  it("stores and announces the result", async () => {
    await passSlateDeadline(gate, slate);
    const votes = alike(8, [1, 2]);
    const hash = await closeSlate(gate, slate, votes);
    const finalAt = Number(await timestampOf(gate, hash)) + DAY;
    expect(await slateClosedBy(gate, hash)).to.deep.equal({
      slateId: slate.slateId,
      relayer: getAddress(gate.stranger.account.address),
      charterVersion: 1,
      expectedWeight: EXPECTED,
      weight: 8 * WEIGHT,
      threshold: 0n,
      selected: [0b110n, 0n],
      finalAt,
      ballots: await signApprovals(gate, slate, votes),
    });
    const { clock, weight, digest } = await gate.curation.read.slateOf([slate.slateId]);
    expect({ clock, weight }).to.deep.equal({ clock: finalAt, weight: 8 * WEIGHT });
    expect(digest).to.equal(
      sliceHex(keccak256(concatHex([`0x${"6".padStart(64, "0")}`, `0x${"0".padStart(64, "0")}`])), 0, 16),
    );
  });

  it("replaces a result by a heavier one, and begins the window anew only if others are selected", async () => {
    await passSlateDeadline(gate, slate);
    const first = await slateClosedBy(gate, await closeSlate(gate, slate, alike(7, [0])));
    const second = await slateClosedBy(gate, await closeSlate(gate, slate, alike(8, [0])));
    expect([second.weight, second.finalAt]).to.deep.equal([8 * WEIGHT, first.finalAt]);
    const hash = await closeSlate(gate, slate, alike(9, [1]));
    const third = await slateClosedBy(gate, hash);
    expect(third.finalAt).to.equal(Number(await timestampOf(gate, hash)) + DAY);
    expect(third.finalAt).to.be.greaterThan(first.finalAt);
    expect(numbersOf(third.selected)).to.deep.equal([1]);
  });

  it("says what a curator weighs", async () => {
    for (const index of [1, 9]) expect(await gate.curation.read.slateWeightOf([slate.slateId, index])).to.equal(WEIGHT);
    expect(await gate.curation.read.slateWeightOf([slate.slateId, 10])).to.equal(0);
    expect((await gate.curation.read.curatorOf([10])).key).to.equal(zeroAddress);
  });

  it("agrees with sorting on random votes", async () => {
    const random = new Random(256);
    for (let round = 0; round < 12; round++) {
      const count = random.pick([1, 200, 256, 257, 700]);
      const k = random.integer(1, count);
      const candidates = assetsOf((slate.candidates[0] ?? 0n) >> 24n, count);
      const open = await openSlate(gate, { candidates, k });
      const words = open.words;
      const votes = alike(random.integer(6, 9), []).map((vote) => ({
        ...vote,
        words: Array.from({ length: words }, () => random.big(0n, ALL_LANES) & random.big(0n, ALL_LANES)),
      }));
      await passSlateDeadline(gate, open);
      const closed = await slateClosedBy(gate, await closeSlate(gate, open, votes));
      const counts = Array.from({ length: words }, (_, word) =>
        countLanes(votes.map((vote) => ({ weight: WEIGHT, word: vote.words[word] ?? 0n }))),
      );
      const expected = selectNaively(counts.flat().slice(0, count), k);
      expect({ selected: numbersOf(closed.selected), threshold: Number(closed.threshold) }).to.deep.equal(expected);
    }
  });

  it("counts nine ballots on 4,096 candidates within 600,000 gas", async () => {
    const random = new Random(9);
    const lotId = await commitLot(gate, { count: 10_000, nonce: 99n });
    const large = await openSlate(gate, { candidates: assetsOf(lotId, 4_096), k: 100 });
    const votes = alike(9, []).map((vote) => ({
      ...vote,
      words: Array.from({ length: 16 }, () => random.big(0n, ALL_LANES)),
    }));
    await passSlateDeadline(gate, large);
    const hash = await closeSlate(gate, large, votes);
    const { gasUsed } = await gate.protocol.publicClient.getTransactionReceipt({ hash });
    expect(gasUsed < 600_000n, `${gasUsed} gas`).to.equal(true);
  });
});
