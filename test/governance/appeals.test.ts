import { expect } from "chai";
import { type Address, getAddress, type Hash, zeroHash } from "viem";
import type { Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { PERPETUAL } from "../registry/registry.ts";
import { addressOf, appeal, type Claims, grantAppeal, lapse, quarantine, fileOn, setUpClaims } from "./claims.ts";
import {
  boardEvents,
  DAY,
  decide,
  enact,
  EVIDENCE,
  expectBoardRefuses,
  KIND,
  openReview,
  payloads,
  POWER,
  reviewInput,
  timeOf,
  voteOn,
  wholeOf,
} from "./ethics.ts";

describe("governance/appeals", () => {
  let claims: Claims;
  let board: Claims["board"];
  let timelock: Address;
  let recipe: bigint;
  /** Licenses the recipe without being the studio: control of it changed hands. */
  let licensor: Wallet;

  before(async () => {
    claims = await setUpClaims();
    ({ board } = claims);
    timelock = getAddress(claims.clones.timelock);
    recipe = BigInt(claims.recipeId);
    licensor = claims.others[3] as Wallet;
  });
  afterEach(() => claims.rewind());

  type Refusal = Parameters<typeof expectBoardRefuses>;
  const refused = (call: Refusal[1], error: Refusal[2], args: Refusal[3]) =>
    expectBoardRefuses(claims, call, error, args);
  const refusedByRegistry = (
    call: () => Promise<Hash>,
    error: Parameters<typeof expectRefused<Claims["registry"]>>[2]["error"],
    args: readonly unknown[],
  ) => expectRefused(claims.protocol, call, { by: claims.registry, error, args, others: [board.address] });
  const time = () => claims.protocol.connection.networkHelpers.time;
  const eventsOf = async (hash: Hash) =>
    (await boardEvents(claims, hash)).map(({ eventName, args }) => [eventName, args] as const);
  const frozenUntil = (index: number) => claims.registry.read.frozenUntil([claims.asset(index)]);
  const quarantineAsset = (index = 0, seconds = 30 * DAY) =>
    quarantine(claims, KIND.asset, claims.asset(index), seconds);
  const confirmInput = (reviewId: bigint, subject: bigint) =>
    reviewInput({ kind: KIND.asset, subject, power: POWER.confirm, payload: payloads.review(reviewId) });
  const byTimelock = (reviewId: bigint) => board.write.appeal([reviewId, EVIDENCE], { account: timelock });
  /** Control of the recipe, from the studio to somebody. */
  const handOver = async () => {
    await claims.registry.write.offerControl([claims.recipeId, licensor.account.address], { account: timelock });
    await claims.registry.write.acceptControl([claims.recipeId], { account: licensor.account });
  };

  describe("are refused", () => {
    it("against a review that nobody opened", async () => {
      await refused(() => appeal(claims, 1n, claims.producer), "EthicsBoardUnknownReview", [1n]);
      await refused(() => grantAppeal(claims, 1n), "EthicsBoardUnknownReview", [1n]);
    });

    it("without evidence", async () => {
      const reviewId = await quarantineAsset();
      await refused(() => appeal(claims, reviewId, claims.producer, zeroHash), "EthicsBoardInvalidClaim", []);
    });

    it("against a quarantine that is only asked for, and against anything else", async () => {
      const payload = payloads.duration(DAY);
      const input = reviewInput({ kind: KIND.asset, subject: claims.asset(0), power: POWER.quarantine, payload });
      const asked = await openReview(claims, input, claims.seats[0] as Wallet);
      await refused(() => appeal(claims, asked, claims.producer), "EthicsBoardCannotAppeal", [asked]);
      await voteOn(claims, asked, claims.seats.slice(1));
      await enact(claims, asked, payload);
      const report = payloads.certificate(false, EVIDENCE);
      await decide(claims, { ...input, power: POWER.certify, payload: report });
      const certified = await board.read.reviewCount();
      await refused(() => appeal(claims, certified, claims.producer), "EthicsBoardCannotAppeal", [certified]);
    });

    it("of all but producer and licensor: seats, claimants, strangers", async () => {
      const reviewId = await quarantineAsset();
      for (const by of [claims.seats[0] as Wallet, claims.claimant, claims.stranger, licensor]) {
        await refused(() => appeal(claims, reviewId, by), "EthicsBoardUnauthorized", [addressOf(by)]);
      }
    });

    it("of a recipe's producers: only its licensor speaks for it", async () => {
      const reviewId = await quarantine(claims, KIND.recipe, recipe, DAY);
      const { producer } = claims;
      await refused(() => appeal(claims, reviewId, producer), "EthicsBoardUnauthorized", [addressOf(producer)]);
      await handOver();
      await refused(() => byTimelock(reviewId), "EthicsBoardUnauthorized", [timelock]);
      await appeal(claims, reviewId, licensor);
    });

    it("a second time, even after it was refused", async () => {
      const reviewId = await quarantineAsset();
      await appeal(claims, reviewId, claims.producer);
      await refused(() => appeal(claims, reviewId, claims.producer), "EthicsBoardCannotAppeal", [reviewId]);
      await decide(claims, confirmInput(reviewId, claims.asset(0)));
      await refused(() => appeal(claims, reviewId, claims.producer), "EthicsBoardCannotAppeal", [reviewId]);
    });

    it("when the quarantine is over: by time, or because it was lifted", async () => {
      const [short, lifted] = [await quarantineAsset(0, DAY), await quarantineAsset(1)];
      const stopped = await quarantine(claims, KIND.recipe, recipe, DAY);
      await decide(claims, reviewInput({ kind: KIND.asset, subject: claims.asset(1), power: POWER.lift }));
      await refused(() => appeal(claims, lifted, claims.producer), "EthicsBoardCannotAppeal", [lifted]);
      await time().increase(DAY);
      await refused(() => appeal(claims, short, claims.producer), "EthicsBoardCannotAppeal", [short]);
      await refused(() => byTimelock(stopped), "EthicsBoardCannotAppeal", [stopped]);
    });

    it("30 days after the review, when only what members ratified can still stop the subject", async () => {
      const reviewId = await quarantineAsset();
      const { enactedAt } = await board.read.reviewOf([reviewId]);
      await claims.registry.write.freeze([claims.asset(0), PERPETUAL], { account: timelock });
      await time().setNextBlockTimestamp(enactedAt + 30 * DAY);
      await refused(() => appeal(claims, reviewId, claims.producer), "EthicsBoardCannotAppeal", [reviewId]);
    });
  });

  it("are made once by the producer or the licensor, and leave the quarantine as it is", async () => {
    await handOver();
    for (const [index, by] of [claims.producer, licensor].entries()) {
      const reviewId = await quarantineAsset(index);
      const until = await frozenUntil(index);
      const hash = await appeal(claims, reviewId, by);
      const appealed = { reviewId, appellant: addressOf(by), evidence: EVIDENCE };
      expect(await eventsOf(hash)).to.deep.equal([["ReviewAppealed", appealed]]);
      expect((await board.read.reviewOf([reviewId])).appealedAt).to.equal(await timeOf(claims, hash));
      expect(await frozenUntil(index)).to.equal(until);
    }
  });

  describe("are granted", () => {
    it("neither early, nor where nobody appealed", async () => {
      const reviewId = await quarantineAsset();
      await refused(() => grantAppeal(claims, reviewId), "EthicsBoardNoAppeal", [reviewId]);
      const due = (await timeOf(claims, await appeal(claims, reviewId, claims.producer))) + 14 * DAY;
      await time().setNextBlockTimestamp(due - 1);
      await refused(() => grantAppeal(claims, reviewId), "EthicsBoardTooEarly", [BigInt(due - 1), BigInt(due)]);
      await time().setNextBlockTimestamp(due);
      await grantAppeal(claims, reviewId);
    });

    it("not where two thirds confirmed the quarantine", async () => {
      const reviewId = await quarantineAsset();
      await appeal(claims, reviewId, claims.producer);
      await decide(claims, confirmInput(reviewId, claims.asset(0)));
      await time().increase(14 * DAY);
      await refused(() => grantAppeal(claims, reviewId), "EthicsBoardNoAppeal", [reviewId]);
      expect(await claims.registry.read.isReleasable([claims.asset(0)])).to.equal(false);
    });

    it("though half of the seats would keep it: a simple majority does not", async () => {
      const reviewId = await quarantineAsset();
      await appeal(claims, reviewId, claims.producer);
      const three = decide(claims, confirmInput(reviewId, claims.asset(0)), claims.seats.slice(0, 3));
      await claims.protocol.connection.viem.assertions.revertWithCustomError(three, board, "EthicsBoardTooFewVotes");
      await time().increase(14 * DAY);
      await grantAppeal(claims, reviewId);
    });

    for (const name of ["an asset", "a whole lot", "a recipe"] as const) {
      it(`by anyone after 14 days of silence: ${name} goes on, and is not stopped again before its time`, async () => {
        const { registry } = claims;
        const [kind, subject] =
          name === "a recipe"
            ? ([KIND.recipe, recipe] as const)
            : ([KIND.asset, name === "an asset" ? claims.asset(0) : wholeOf(claims.lotId)] as const);
        const reviewId = await quarantine(claims, kind, subject, 30 * DAY);
        if (kind === KIND.recipe) await byTimelock(reviewId);
        else await appeal(claims, reviewId, claims.producer);
        await time().increase(14 * DAY);
        const hash = await grantAppeal(claims, reviewId);
        expect(await eventsOf(hash)).to.deep.equal([["AppealGranted", { reviewId }]]);
        expect(await registry.read.isReleasable([claims.asset(0)])).to.equal(true);
        expect((await registry.read.suspensionOf([claims.recipeId]))[0]).to.equal(0);
        const again = quarantine(claims, kind, subject, DAY);
        const error = kind === KIND.recipe ? "AssetRegistrySuspendedRecently" : "AssetRegistryFrozenRecently";
        await claims.protocol.connection.viem.assertions.revertWithCustomError(again, registry, error);
      });
    }

    it("once, and only while the quarantine lasts", async () => {
      const [reviewId, short] = [await quarantineAsset(), await quarantineAsset(1, 10 * DAY)];
      const stopped = await quarantine(claims, KIND.recipe, recipe, 30 * DAY);
      for (const id of [reviewId, short]) await appeal(claims, id, claims.producer);
      await byTimelock(stopped);
      await time().increase(14 * DAY);
      await grantAppeal(claims, reviewId);
      await grantAppeal(claims, stopped);
      const notFrozen = (id: bigint, index: number) =>
        refusedByRegistry(() => grantAppeal(claims, id), "AssetRegistryNotFrozen", [claims.asset(index)]);
      await notFrozen(reviewId, 0);
      await notFrozen(short, 1);
      await refusedByRegistry(() => grantAppeal(claims, stopped), "AssetRegistryNotSuspended", [claims.recipeId]);
    });

    it("not against what members ratified: that stays", async () => {
      const { registry } = claims;
      const reviewId = await quarantineAsset();
      const stopped = await quarantine(claims, KIND.recipe, recipe, 30 * DAY);
      await appeal(claims, reviewId, claims.producer);
      await byTimelock(stopped);
      await registry.write.freeze([claims.asset(0), PERPETUAL], { account: timelock });
      await registry.write.suspendRecipe([claims.recipeId, PERPETUAL], { account: timelock });
      await time().increase(14 * DAY);
      for (const id of [reviewId, stopped]) {
        await refusedByRegistry(() => grantAppeal(claims, id), "AssetRegistryUnauthorized", [
          getAddress(board.address),
        ]);
      }
      expect(await frozenUntil(0)).to.equal(PERPETUAL);
    });

    it("not from beyond its time: an old appeal lifts no later quarantine of the same subject", async () => {
      const old = await quarantineAsset(0, 10 * DAY);
      const { enactedAt } = await board.read.reviewOf([old]);
      await appeal(claims, old, claims.producer);
      await time().increaseTo(enactedAt + 180 * DAY - 5);
      const later = await quarantineAsset();
      await refused(() => grantAppeal(claims, old), "EthicsBoardNoAppeal", [old]);
      await appeal(claims, later, claims.producer);
      await time().increase(13 * DAY);
      for (const id of [old, later]) {
        const error = id === old ? "EthicsBoardNoAppeal" : "EthicsBoardTooEarly";
        const { viem } = claims.protocol.connection;
        await viem.assertions.revertWithCustomError(grantAppeal(claims, id), board, error);
      }
      expect(await claims.registry.read.isReleasable([claims.asset(0)])).to.equal(false);
    });

    it("not against the stop of a claim that nobody answered: it is no review, and the board may lift it", async () => {
      const claimId = await fileOn(claims, KIND.asset, claims.asset(0));
      await time().increase(14 * DAY);
      await lapse(claims, claimId);
      const count = await board.read.reviewCount();
      await refused(() => appeal(claims, count + 1n, claims.producer), "EthicsBoardUnknownReview", [count + 1n]);
      await decide(claims, reviewInput({ kind: KIND.asset, subject: claims.asset(0), power: POWER.lift }));
      expect(await claims.registry.read.isReleasable([claims.asset(0)])).to.equal(true);
    });
  });
});
