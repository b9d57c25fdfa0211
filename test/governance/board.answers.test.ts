import { expect } from "chai";
import { keccak256 } from "viem";
import { PRESET, type Wallet } from "../helpers/protocol.ts";
import {
  assetOf,
  boardEvents,
  commitLot,
  DAY,
  decide,
  enact,
  type Ethics,
  EVIDENCE,
  expectBoardRefuses,
  FINDING,
  GAS,
  KIND,
  openReview,
  payloads,
  POWER,
  REASON,
  registerRecipe,
  registryOf,
  reviewInput,
  type ReviewInput,
  setUpEthics,
  timeOf,
  voteOn,
} from "./ethics.ts";

describe("governance/board.answers", () => {
  let ethics: Ethics;
  let asset: bigint;
  let founder: Wallet;

  before(async () => {
    const solo = await setUpEthics(5, { preset: PRESET.solo });
    const lotId = await commitLot(solo, await registerRecipe(solo));
    asset = assetOf(lotId, 9);
    founder = solo.founders[0] as Wallet;
    const snapshot = await solo.protocol.connection.networkHelpers.takeSnapshot();
    ethics = { ...solo, rewind: () => snapshot.restore() };
  });
  afterEach(() => ethics.rewind());

  const refused = (...args: Parameters<typeof expectBoardRefuses> extends [unknown, ...infer Rest] ? Rest : never) =>
    expectBoardRefuses(ethics, ...args);
  const time = () => ethics.protocol.connection.networkHelpers.time;
  const open = (input: ReviewInput) =>
    ethics.board.write.openReview([input], { account: (ethics.seats[0] as Wallet).account, gas: GAS });
  /** A review that every seat supports. */
  const supported = async (input: ReviewInput): Promise<bigint> => {
    const reviewId = await openReview(ethics, input, ethics.seats[0] as Wallet);
    await voteOn(ethics, reviewId, ethics.seats.slice(1));
    return reviewId;
  };
  const frozenUntil = async () => (await registryOf(ethics)).read.frozenUntil([asset]);

  describe("a claim", () => {
    const answer = (finding: number, over: Partial<ReviewInput> = {}) =>
      reviewInput({ kind: KIND.asset, subject: asset, power: POWER.answer, claimId: 1n, finding, ...over });

    beforeEach(async () => {
      await ethics.board.write.file([KIND.asset, asset, REASON, EVIDENCE], { account: founder.account });
    });

    it("is answered about its own subject, while it is open", async () => {
      const foreign = answer(FINDING.mistaken, { subject: asset + 1n });
      await refused(() => open(foreign), "EthicsBoardClaimNotOpen", [1n]);
      await refused(() => open(answer(FINDING.mistaken, { claimId: 2n })), "EthicsBoardClaimNotOpen", [2n]);
      await refused(() => open(answer(FINDING.mistaken, { payload: "0x00" })), "EthicsBoardInvalidReview", [0]);
    });

    for (const [name, finding] of Object.entries(FINDING).slice(1)) {
      it(`is answered once: ${name}`, async () => {
        const ids = [await supported(answer(finding)), await supported(answer(finding))] as const;
        const hash = await enact(ethics, ids[0], "0x");
        expect((await boardEvents(ethics, hash))[1]).to.deep.equal({
          eventName: "ClaimAnswered",
          args: { claimId: 1n, reviewId: ids[0], finding },
        });
        expect(await ethics.board.read.openClaimOf([KIND.asset, asset])).to.equal(0n);
        expect(await ethics.board.read.claimOf([1n])).to.deep.include({ finding, reviewId: ids[0] });
        await refused(() => enact(ethics, ids[1], "0x"), "EthicsBoardClaimNotOpen", [1n]);
        await refused(() => open(answer(finding)), "EthicsBoardClaimNotOpen", [1n]);
        expect(await frozenUntil()).to.equal(0);
      });
    }

    it("is upheld by what is done about it, in one go", async () => {
      const payload = payloads.duration(DAY);
      const quarantine = answer(FINDING.upheld, { power: POWER.quarantine, payload });
      const hash = await decide(ethics, quarantine);
      expect(await frozenUntil()).to.equal((await timeOf(ethics, hash)) + DAY);
      expect((await boardEvents(ethics, hash)).map(({ eventName }) => eventName)).to.deep.equal([
        "ReviewEnacted",
        "ClaimAnswered",
      ]);
    });

    it("is not answered any more once it lapsed", async () => {
      await time().increase(13 * DAY);
      const late = await supported(answer(FINDING.mistaken));
      await time().increase(DAY);
      await ethics.board.write.lapse([1n], { account: ethics.stranger.account, gas: GAS });
      await refused(() => enact(ethics, late, "0x"), "EthicsBoardClaimNotOpen", [1n]);
    });

    it("takes nothing else with it when it lapses: what is done about its subject is done", async () => {
      await time().increase(13 * DAY);
      const payload = payloads.certificate(false, EVIDENCE);
      const late = await supported(answer(FINDING.upheld, { power: POWER.certify, payload }));
      await time().increase(DAY);
      await ethics.board.write.lapse([1n], { account: ethics.stranger.account, gas: GAS });
      const hash = await enact(ethics, late, payload);
      expect((await boardEvents(ethics, hash)).map(({ eventName }) => eventName)).to.deep.equal([
        "ReviewEnacted",
        "SubjectCertified",
      ]);
      await refused(() => ethics.board.write.rewardReview([late], { gas: GAS }), "EthicsBoardNoReward", [late]);
    });
  });

  describe("an appeal", () => {
    let appealed: bigint;
    let at: number;
    const confirm = (reviewId: bigint, over: Partial<ReviewInput> = {}) =>
      reviewInput({
        kind: KIND.asset,
        subject: asset,
        power: POWER.confirm,
        payload: payloads.review(reviewId),
        ...over,
      });
    const quarantine = (subject: bigint) =>
      reviewInput({ kind: KIND.asset, subject, power: POWER.quarantine, payload: payloads.duration(30 * DAY) });

    beforeEach(async () => {
      await decide(ethics, quarantine(asset));
      appealed = await ethics.board.read.reviewCount();
      at = await timeOf(ethics, await ethics.board.write.appeal([appealed, EVIDENCE], { account: founder.account }));
    });

    it("is refused of a quarantine of that subject only, which was appealed", async () => {
      await decide(ethics, quarantine(asset + 1n));
      const other = await ethics.board.read.reviewCount();
      const invalid = [confirm(99n), confirm(0n), confirm(other, { subject: asset + 1n }), confirm(other)];
      for (const input of [...invalid, confirm(appealed, { subject: asset + 1n })]) {
        await refused(() => open(input), "EthicsBoardInvalidReview", [POWER.confirm]);
      }
    });

    it("is refused by two thirds, once", async () => {
      const input = confirm(appealed);
      const reviewId = await openReview(ethics, input, ethics.seats[0] as Wallet);
      const second = await supported(input);
      await voteOn(ethics, reviewId, ethics.seats.slice(1, 3));
      await refused(() => enact(ethics, reviewId, input.payload), "EthicsBoardTooFewVotes", [reviewId, 3n, 4n]);
      await voteOn(ethics, reviewId, ethics.seats.slice(3, 4));
      await enact(ethics, reviewId, input.payload);
      expect((await ethics.board.read.reviewOf([appealed])).confirmed).to.equal(true);
      await refused(() => enact(ethics, second, input.payload), "EthicsBoardInvalidReview", [POWER.confirm]);
      await refused(() => open(input), "EthicsBoardInvalidReview", [POWER.confirm]);
      await time().increaseTo(at + 14 * DAY);
      expect(await frozenUntil()).to.be.above(at + 14 * DAY);
    });

    it("is not refused any more after 14 days, to the second: then anybody may grant it", async () => {
      const input = confirm(appealed);
      const reviewId = await supported(input);
      const end = BigInt(at + 14 * DAY);
      await time().setNextBlockTimestamp(at + 14 * DAY);
      await refused(() => enact(ethics, reviewId, input.payload), "EthicsBoardReviewOver", [appealed, end]);
      await refused(() => open(input), "EthicsBoardReviewOver", [appealed, end]);
      await ethics.board.write.grantAppeal([appealed], { account: ethics.stranger.account, gas: GAS });
      expect(await frozenUntil()).to.equal(0);
    });

    it("does not change what the review was of", async () => {
      const { payloadHash, appealedAt } = await ethics.board.read.reviewOf([appealed]);
      expect([payloadHash, appealedAt]).to.deep.equal([keccak256(payloads.duration(30 * DAY)), at]);
    });
  });
});
