import { expect } from "chai";
import { type Address, getAddress, keccak256, parseEther, zeroHash } from "viem";
import type { Proposal } from "../helpers/governance.ts";
import type { Wallet } from "../helpers/protocol.ts";
import {
  boardEvents,
  DAY,
  elect,
  enact,
  type Ethics,
  EVIDENCE,
  expectBoardRefuses,
  FINDING,
  GAS,
  hashOf,
  KIND,
  openReview,
  payloads,
  POWER,
  REASON,
  registerRecipe,
  reviewInput,
  type ReviewInput,
  setUpEthics,
  timeOf,
  vetoInput,
  voteOn,
  withBoard,
} from "./ethics.ts";
import { makeProposal } from "./governance.ts";

const REPORT = hashOf("report");

describe("governance/board.reviews", () => {
  let ethics: Ethics;
  let all: Ethics;
  let seats: Wallet[];
  let timelock: Address;
  let recipe: bigint;
  let input: ReviewInput;

  before(async () => {
    all = await setUpEthics(9);
    timelock = all.clones.timelock;
    recipe = BigInt(await registerRecipe(all));
    const payload = payloads.certificate(true, REPORT);
    input = reviewInput({ kind: KIND.recipe, subject: recipe, payload });
    all = await withBoard(all, all.seats.slice(0, 5));
    const snapshot = await all.protocol.connection.networkHelpers.takeSnapshot();
    all = { ...all, rewind: () => snapshot.restore() };
  });
  beforeEach(() => {
    ethics = all;
    seats = all.seats;
  });
  afterEach(() => all.rewind());

  const time = () => ethics.protocol.connection.networkHelpers.time;
  const addressOf = (wallet: Wallet | undefined): Address => getAddress((wallet as Wallet).account.address);
  const refused = (...args: Parameters<typeof expectBoardRefuses> extends [unknown, ...infer Rest] ? Rest : never) =>
    expectBoardRefuses(ethics, ...args);
  const open = (over: Partial<ReviewInput> = {}, by: Wallet | undefined = seats[0]) =>
    ethics.board.write.openReview([{ ...input, ...over }], { account: (by as Wallet).account, gas: GAS });
  const vote = (reviewId: bigint, by: Wallet | undefined, support = true, reason = "") =>
    ethics.board.write.voteOnReview([reviewId, support, reason], { account: (by as Wallet).account, gas: GAS });
  const remove = (seat: number) => ethics.board.write.removeSeat([seat, EVIDENCE], { account: timelock });
  const tallyOf = (reviewId: bigint) => ethics.board.read.tallyOf([reviewId]);

  describe("are opened", () => {
    it("by live seats only", async () => {
      for (const wallet of [ethics.stranger, ethics.founders[0] as Wallet]) {
        await refused(() => open({}, wallet), "EthicsBoardUnauthorized", [addressOf(wallet)]);
      }
      const account = timelock;
      const byTimelock = () => ethics.board.write.openReview([input], { account, gas: GAS });
      await refused(byTimelock, "EthicsBoardUnauthorized", [getAddress(timelock)]);
      await remove(1);
      await refused(() => open(), "EthicsBoardUnauthorized", [addressOf(seats[0])]);
      await time().increaseTo((await ethics.board.read.seatOf([3])).termEnd);
      await refused(() => open({}, seats[2]), "EthicsBoardUnauthorized", [addressOf(seats[2])]);
    });

    it("with a reason and with evidence", async () => {
      await refused(() => open({ reasonCode: zeroHash }), "EthicsBoardInvalidReview", [input.power]);
      await refused(() => open({ evidence: zeroHash }), "EthicsBoardInvalidReview", [input.power]);
    });

    it("with a finding where there is a claim, and only there", async () => {
      const invalid: Partial<ReviewInput>[] = [
        { finding: FINDING.upheld },
        { claimId: 1n },
        { claimId: 1n, finding: FINDING.mistaken },
        { claimId: 1n, finding: FINDING.abusive },
        { power: POWER.answer, payload: "0x" },
        { power: POWER.answer, payload: "0x", finding: FINDING.mistaken },
        { power: POWER.answer, payload: "0x", claimId: 1n },
      ];
      for (const over of invalid) {
        await refused(() => open(over), "EthicsBoardInvalidReview", [over.power ?? input.power]);
      }
    });

    it("about a claim only while it is open", async () => {
      const answer = { power: POWER.answer, payload: "0x" as const, claimId: 1n };
      for (const over of [
        { ...answer, finding: FINDING.mistaken },
        { claimId: 1n, finding: FINDING.upheld },
      ]) {
        await refused(() => open(over), "EthicsBoardClaimNotOpen", [1n]);
      }
    });

    it("for a power over that kind of subject", async () => {
      const { proposal, asset, recipe: recipeKind, mandate } = KIND;
      const wrong: [number, number[]][] = [
        [POWER.veto, [asset, recipeKind, mandate]],
        [POWER.quarantine, [proposal, mandate]],
        [POWER.maskVeto, [proposal, recipeKind, mandate]],
        [POWER.pause, [proposal, asset, recipeKind]],
        [POWER.certify, [proposal, mandate]],
        [POWER.lift, [proposal]],
        [POWER.confirm, [proposal, mandate]],
      ];
      for (const [power, kinds] of wrong) {
        for (const kind of kinds) {
          await refused(() => open({ power, kind }), "EthicsBoardInvalidSubject", [kind, recipe]);
        }
      }
    });

    it("with what the power takes", async () => {
      const duration = payloads.duration(DAY);
      const malformed: Partial<ReviewInput>[] = [
        { payload: "0x" },
        { payload: duration },
        { payload: `${payloads.certificate(true, REPORT)}00` },
        { payload: payloads.mask(timelock, 0n, 1n) },
        { payload: `0x${"00".repeat(31)}02${"11".repeat(32)}` },
        { power: POWER.quarantine, payload: "0x" },
        { power: POWER.quarantine, payload: `${duration}00` },
        { power: POWER.confirm, payload: "0x" },
        { power: POWER.confirm, payload: payloads.review(1n) },
        { power: POWER.pause, kind: KIND.mandate, payload: "0x" },
        { power: POWER.lift, kind: KIND.mandate, payload: duration, subject: 1n },
        { power: POWER.veto, kind: KIND.proposal, payload: payloads.proposals([]) },
      ];
      for (const over of malformed) {
        if (over.power === POWER.lift) {
          await refused(() => open(over), "EthicsBoardInvalidSubject", [KIND.mandate, 1n]);
        } else if (over.power === POWER.veto) {
          const proposal = await makeProposal(ethics, [{ target: timelock }]);
          await refused(() => open({ ...over, subject: proposal.id }), "EthicsBoardInvalidReview", [POWER.veto]);
        } else {
          await refused(() => open(over), "EthicsBoardInvalidReview", [over.power ?? input.power]);
        }
      }
    });

    it("for a time within its bounds", async () => {
      for (const seconds of [0, DAY - 1, 30 * DAY + 1]) {
        const over = { power: POWER.quarantine, payload: payloads.duration(seconds) };
        await refused(() => open(over), "EthicsBoardInvalidDuration", [BigInt(seconds), BigInt(30 * DAY)]);
      }
      for (const seconds of [0, DAY - 1, 14 * DAY + 1]) {
        const over = { power: POWER.pause, kind: KIND.mandate, payload: payloads.duration(seconds) };
        await refused(() => open(over), "EthicsBoardInvalidDuration", [BigInt(seconds), BigInt(14 * DAY)]);
      }
    });

    it("about what is the studio's", async () => {
      const [first] = ethics.others as [Wallet];
      const foreign = BigInt(await registerRecipe(ethics, first.account.address));
      await refused(() => open({ subject: foreign }), "EthicsBoardInvalidSubject", [KIND.recipe, foreign]);
      await refused(() => open({ subject: 7n }), "EthicsBoardInvalidSubject", [KIND.recipe, 7n]);
      await refused(() => open(vetoInput([unknown], { subject: 7n })), "EthicsBoardInvalidSubject", [
        KIND.proposal,
        7n,
      ]);
      const real = await makeProposal(ethics, [{ target: timelock }]);
      const other = await makeProposal(ethics, [{ target: timelock }]);
      const mixed = vetoInput([other], { subject: real.id });
      await refused(() => open(mixed), "EthicsBoardInvalidSubject", [KIND.proposal, real.id]);
      const pause = { kind: KIND.mandate, power: POWER.pause, payload: payloads.duration(DAY) };
      await refused(() => open(pause), "EthicsBoardMissingModule", [5]);
    });

    it("not in the block in which the seat was won", async () => {
      const { others, board } = ethics;
      const [newcomer] = others as [Wallet];
      await board.write.stand([EVIDENCE], { account: newcomer.account });
      await inOneBlock(async () => {
        const args = [6, newcomer.account.address] as const;
        await board.write.electSeat(args, {
          account: timelock,
          gas: GAS,
          maxPriorityFeePerGas: parseEther("0.00000001"),
        });
        await board.write.openReview([input], { account: newcomer.account, gas: GAS, maxPriorityFeePerGas: 1n });
      });
      expect(await board.read.seatHeldBy([newcomer.account.address])).to.equal(6);
      expect(await board.read.reviewCount()).to.equal(0n);
      await open({}, newcomer);
      expect(await board.read.reviewCount()).to.equal(1n);
    });

    it("with the vote of the opener, under the charter in force", async () => {
      await ethics.studio.write.setCharter([EVIDENCE], { account: timelock });
      const hash = await open({}, seats[1]);
      const events = await boardEvents(ethics, hash);
      expect(events).to.deep.equal([
        { eventName: "ReviewOpened", args: { reviewId: 1n, subject: recipe, seat: 2, input, charter: 2 } },
      ]);
      expect(await ethics.board.read.reviewOf([1n])).to.deep.equal({
        kind: KIND.recipe,
        power: POWER.certify,
        finding: FINDING.none,
        confirmed: false,
        rewarded: false,
        supporters: 1 << 2,
        opponents: 0,
        charter: 2,
        openedAt: await timeOf(ethics, hash),
        enactedAt: 0,
        appealedAt: 0,
        claimId: 0n,
        subject: recipe,
        payloadHash: keccak256(input.payload),
        reasonCode: REASON,
        evidence: EVIDENCE,
      });
      expect(await tallyOf(1n)).to.deep.equal([1n, 3n, 5n]);
    });
  });

  const unknown: Proposal = {
    targets: ["0x00000000000000000000000000000000000000aa"],
    values: [0n],
    calldatas: ["0x"],
    description: "",
    descriptionHash: zeroHash,
    id: 7n,
  };

  /** Sends transactions that are mined together. */
  const inOneBlock = async (send: () => Promise<unknown>) => {
    const { provider, networkHelpers } = ethics.protocol.connection;
    await provider.request({ method: "evm_setAutomine", params: [false] });
    await send();
    await networkHelpers.mine();
    await provider.request({ method: "evm_setAutomine", params: [true] });
  };

  describe("are voted on", () => {
    let reviewId: bigint;
    beforeEach(async () => {
      reviewId = await openReview(ethics, input, seats[0] as Wallet);
    });

    it("by live seats only", async () => {
      await refused(() => vote(reviewId, ethics.stranger), "EthicsBoardUnauthorized", [addressOf(ethics.stranger)]);
      await remove(2);
      await refused(() => vote(reviewId, seats[1]), "EthicsBoardUnauthorized", [addressOf(seats[1])]);
    });

    it("while they are known, not enacted, and not older than 14 days", async () => {
      for (const id of [0n, 2n]) await refused(() => vote(id, seats[1]), "EthicsBoardUnknownReview", [id]);
      await voteOn(ethics, reviewId, seats.slice(1, 3));
      const end = (await ethics.board.read.reviewOf([reviewId])).openedAt + 14 * DAY;
      const second = await openReview(ethics, input, seats[0] as Wallet);
      await enact(ethics, reviewId, input.payload);
      await refused(() => vote(reviewId, seats[3]), "EthicsBoardAlreadyEnacted", [reviewId]);
      const last = (await ethics.board.read.reviewOf([second])).openedAt + 14 * DAY;
      expect(last).to.be.above(end);
      await time().setNextBlockTimestamp(last - 1);
      await vote(second, seats[3]);
      await refused(() => vote(second, seats[4]), "EthicsBoardReviewOver", [second, BigInt(last)]);
    });

    it("once by each seat, the opener's included", async () => {
      await refused(() => vote(reviewId, seats[0], false), "EthicsBoardCannotVote", [reviewId, 1]);
      await vote(reviewId, seats[1], false);
      for (const support of [true, false]) {
        await refused(() => vote(reviewId, seats[1], support), "EthicsBoardCannotVote", [reviewId, 2]);
      }
    });

    it("not by who was seated later, be it in the place of somebody who could", async () => {
      const [a, b] = ethics.others as [Wallet, Wallet];
      await elect(ethics, 6, a);
      await elect(ethics, 2, b);
      await refused(() => vote(reviewId, a), "EthicsBoardCannotVote", [reviewId, 6]);
      await refused(() => vote(reviewId, b), "EthicsBoardCannotVote", [reviewId, 2]);
      // both count among the live seats
      expect(await tallyOf(reviewId)).to.deep.equal([1n, 4n, 6n]);
    });

    it("in public, for and against", async () => {
      const hash = await vote(reviewId, seats[1], true, "the consent is missing");
      await vote(reviewId, seats[2], false);
      expect(await boardEvents(ethics, hash)).to.deep.equal([
        {
          eventName: "ReviewVoted",
          args: { reviewId, seat: 2, holder: addressOf(seats[1]), support: true, reason: "the consent is missing" },
        },
      ]);
      const { supporters, opponents } = await ethics.board.read.reviewOf([reviewId]);
      expect([supporters, opponents]).to.deep.equal([(1 << 1) | (1 << 2), 1 << 3]);
      expect(await tallyOf(reviewId)).to.deep.equal([2n, 3n, 5n]);
    });
  });

  describe("are enacted", () => {
    let reviewId: bigint;
    beforeEach(async () => {
      reviewId = await openReview(ethics, input, seats[0] as Wallet);
    });
    const run = (payload = input.payload, id = reviewId) => enact(ethics, id, payload);

    it("only if there are such", async () => {
      for (const id of [0n, 2n]) {
        await refused(() => run(input.payload, id), "EthicsBoardUnknownReview", [id]);
        const { assertions } = ethics.protocol.connection.viem;
        await assertions.revertWithCustomErrorWithArgs(tallyOf(id), ethics.board, "EthicsBoardUnknownReview", [id]);
      }
    });

    it("in 14 days", async () => {
      await voteOn(ethics, reviewId, seats.slice(1, 3));
      const end = (await ethics.board.read.reviewOf([reviewId])).openedAt + 14 * DAY;
      await time().setNextBlockTimestamp(end);
      await refused(run, "EthicsBoardReviewOver", [reviewId, BigInt(end)]);
    });

    it("with the payload that was voted on", async () => {
      await voteOn(ethics, reviewId, seats.slice(1));
      const other = payloads.certificate(false, REPORT);
      const args = [keccak256(other), keccak256(input.payload)];
      await refused(() => run(other), "EthicsBoardWrongPayload", args);
    });

    it("by three live seats at least: one that is left over decides nothing", async () => {
      await voteOn(ethics, reviewId, seats.slice(1));
      for (const [seat, live] of [
        [5, 4n],
        [4, 3n],
      ] as const) {
        await remove(seat);
        expect(await tallyOf(reviewId)).to.deep.equal([live, live / 2n + 1n, live]);
      }
      await remove(3);
      await refused(run, "EthicsBoardTooFewSeats", [2n, 3n]);
      await remove(2);
      await refused(run, "EthicsBoardTooFewSeats", [1n, 3n]);
      const alone = await openReview(ethics, input, seats[0] as Wallet);
      await refused(() => run(input.payload, alone), "EthicsBoardTooFewSeats", [1n, 3n]);
      await remove(1);
      await refused(run, "EthicsBoardTooFewSeats", [0n, 3n]);
    });

    it("once", async () => {
      await voteOn(ethics, reviewId, seats.slice(1, 3));
      await run();
      await refused(run, "EthicsBoardAlreadyEnacted", [reviewId]);
    });

    it("by anybody, and say who supported them", async () => {
      await vote(reviewId, seats[2], false);
      await voteOn(ethics, reviewId, [seats[3], seats[4]] as Wallet[]);
      const hash = await run();
      const by = addressOf(ethics.stranger);
      const supporters = (1 << 1) | (1 << 4) | (1 << 5);
      expect(await boardEvents(ethics, hash)).to.deep.equal([
        { eventName: "ReviewEnacted", args: { reviewId, by, supporters, live: 5n, needed: 3n } },
        {
          eventName: "SubjectCertified",
          args: { kind: KIND.recipe, subject: recipe, reviewId, passed: true, report: REPORT, charter: 1 },
        },
      ]);
      const at = await timeOf(ethics, hash);
      expect((await ethics.board.read.reviewOf([reviewId])).enactedAt).to.equal(at);
      expect(await ethics.board.read.certificationOf([KIND.recipe, recipe])).to.deep.equal([reviewId, true, at]);
    });

    it("without the votes of seats whose term is over by then", async () => {
      ethics = await withBoard(ethics, [...all.seats, ...all.others.slice(0, 4)], 4);
      seats = ethics.seats;
      const { termEnd } = await ethics.board.read.seatOf([1]);
      await time().increaseTo(termEnd - DAY);
      const id = await openReview(ethics, input, seats[0] as Wallet);
      await voteOn(ethics, id, [seats[1], seats[2], seats[4], seats[6]] as Wallet[]);
      expect(await tallyOf(id)).to.deep.equal([5n, 5n, 9n]);
      await time().setNextBlockTimestamp(termEnd);
      await refused(() => run(input.payload, id), "EthicsBoardTooFewVotes", [id, 1n, 3n]);
    });

    it("without the vote of who left, whoever follows, and with that of who goes on", async () => {
      await voteOn(ethics, reviewId, seats.slice(1, 3));
      const [a] = ethics.others as [Wallet];
      await elect(ethics, 1, seats[0] as Wallet, zeroHash);
      expect((await tallyOf(reviewId))[0]).to.equal(3n);
      await elect(ethics, 2, a);
      await ethics.board.write.resign([3], { account: (seats[2] as Wallet).account });
      await elect(ethics, 3, seats[2] as Wallet);
      expect(await tallyOf(reviewId)).to.deep.equal([1n, 3n, 5n]);
      await refused(run, "EthicsBoardTooFewVotes", [reviewId, 1n, 3n]);
    });

    it("without the vote of a seat that changed hands in the block of the review", async () => {
      const { board, others } = ethics;
      const [a] = others as [Wallet];
      await board.write.stand([EVIDENCE], { account: a.account });
      const opener = seats[1] as Wallet;
      await inOneBlock(async () => {
        const fee = parseEther("0.00000001");
        await board.write.openReview([input], { account: opener.account, gas: GAS, maxPriorityFeePerGas: fee });
        const args = [2, a.account.address] as const;
        await board.write.electSeat(args, { account: timelock, gas: GAS, maxPriorityFeePerGas: 1n });
      });
      const id = await board.read.reviewCount();
      const { supporters, openedAt } = await board.read.reviewOf([id]);
      expect([id, supporters, openedAt]).to.deep.equal([2n, 1 << 2, (await board.read.seatOf([2])).since]);
      expect(await tallyOf(id)).to.deep.equal([0n, 3n, 5n]);
      await refused(() => vote(id, a), "EthicsBoardCannotVote", [id, 2]);
    });
  });
});
