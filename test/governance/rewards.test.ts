import { expect } from "chai";
import {
  type Address,
  getAddress,
  type Hash,
  numberToHex,
  parseEther,
  parseEventLogs,
  stringToHex,
  zeroHash,
} from "viem";
import type { Wallet } from "../helpers/protocol.ts";
import { addressOf, BOND, type Claims, fileOn, putAside, rewardReview, setUpClaims } from "./claims.ts";
import {
  DAY,
  decide,
  elect,
  enact,
  EVIDENCE,
  expectBoardRefuses,
  FINDING,
  KIND,
  openReview,
  payloads,
  POWER,
  reviewInput,
  timeOf,
  voteOn,
  withBoard,
} from "./ethics.ts";

const REP = parseEther("1");
const SOURCE = stringToHex("review", { size: 32 });

describe("governance/rewards", () => {
  let claims: Claims;
  let board: Claims["board"];
  let token: Claims["token"];
  let timelock: Address;

  before(async () => {
    claims = await setUpClaims();
    ({ board, token } = claims);
    timelock = getAddress(claims.clones.timelock);
  });
  afterEach(() => claims.rewind());

  type Refusal = Parameters<typeof expectBoardRefuses>;
  const refused = (call: Refusal[1], error: Refusal[2], args: Refusal[3]) =>
    expectBoardRefuses(claims, call, error, args);
  const time = () => claims.protocol.connection.networkHelpers.time;
  const seat = (number: number) => claims.seats[number - 1] as Wallet;
  const effectiveOf = (wallet: Wallet) => token.read.effectiveBalanceOf([wallet.account.address]);
  const noReward = (reviewId: bigint) =>
    refused(() => rewardReview(claims, reviewId), "EthicsBoardNoReward", [reviewId]);
  const inputOn = (claimId: bigint, index: number) =>
    reviewInput({
      ...{ kind: KIND.asset, subject: claims.asset(index), power: POWER.answer },
      ...{ claimId, finding: FINDING.mistaken },
    });

  /** An answered claim on an asset: seats 1 to `supporters` vote for the answer, the next `opponents` against it. */
  const answered = async (index = 0, supporters = 5, opponents = 0): Promise<bigint> => {
    const claimId = await fileOn(
      claims,
      KIND.asset,
      claims.asset(index),
      index % 2 === 0 ? claims.claimant : claims.rival,
    );
    const reviewId = await openReview(claims, inputOn(claimId, index), seat(1));
    await voteOn(claims, reviewId, claims.seats.slice(1, supporters));
    await voteOn(claims, reviewId, claims.seats.slice(supporters, supporters + opponents), false);
    await enact(claims, reviewId, "0x");
    await board.write.closeClaim([claimId]);
    return reviewId;
  };

  const grantsOf = async (hash: Hash) => {
    const { logs } = await claims.protocol.publicClient.getTransactionReceipt({ hash });
    return parseEventLogs({ abi: token.abi, logs, eventName: "ReputationGranted" }).map(({ args }) => args);
  };
  const rewardOf = async (hash: Hash) => {
    const { logs } = await claims.protocol.publicClient.getTransactionReceipt({ hash });
    const [rewarded] = parseEventLogs({ abi: board.abi, logs, eventName: "ReviewRewarded" });
    return rewarded?.args;
  };

  describe("are refused", () => {
    it("for a review that nobody opened, or that is not enacted", async () => {
      await refused(() => rewardReview(claims, 1n), "EthicsBoardUnknownReview", [1n]);
      const claimId = await fileOn(claims, KIND.asset, claims.asset(0));
      const reviewId = await openReview(claims, inputOn(claimId, 0), seat(1));
      await voteOn(claims, reviewId, claims.seats.slice(1));
      await noReward(reviewId);
    });

    it("for a review that answers nothing, whatever it did", async () => {
      const payload = payloads.certificate(true, EVIDENCE);
      await decide(claims, reviewInput({ kind: KIND.asset, subject: claims.asset(0), payload }));
      await noReward(await board.read.reviewCount());
    });

    it("twice for one review", async () => {
      const reviewId = await answered();
      await rewardReview(claims, reviewId);
      await time().increase(2 * DAY);
      await noReward(reviewId);
    });

    it("when no seat that voted has its holder still", async () => {
      const reviewId = await answered(0, 3);
      for (const number of [1, 2, 3]) {
        await board.write.removeSeat([number, EVIDENCE], { account: timelock });
      }
      await noReward(reviewId);
    });

    it("for a second review within a day, to the second", async () => {
      const [first, second] = [await answered(0, 3), await answered(1, 3)];
      const at = await timeOf(claims, await rewardReview(claims, first));
      await time().setNextBlockTimestamp(at + DAY - 1);
      const args = [BigInt(at + DAY - 1), BigInt(at + DAY)];
      await refused(() => rewardReview(claims, second), "EthicsBoardTooEarly", args);
      await time().setNextBlockTimestamp(at + DAY);
      await rewardReview(claims, second);
    });

    it("when machines have issued what they may: the reward waits, it is not lost", async () => {
      const reviewId = await answered();
      const { curation } = claims.clones;
      const { networkHelpers } = claims.protocol.connection;
      await networkHelpers.impersonateAccount(curation);
      await networkHelpers.setBalance(curation, 10n ** 20n);
      await token.write.reserveIssuance([2n ** 256n - 1n], { account: curation });
      const { viem } = claims.protocol.connection;
      await viem.assertions.revertWithCustomError(
        rewardReview(claims, reviewId),
        board,
        "EthicsBoardTooLittleIssuance",
      );
      expect((await board.read.reviewOf([reviewId])).rewarded).to.equal(false);
      await time().increase(15 * DAY);
      await rewardReview(claims, reviewId);
      expect((await effectiveOf(seat(1))) >= REP - 2n).to.equal(true);
    });

    it("to a board that was replaced", async () => {
      const reviewId = await answered();
      await withBoard(claims, claims.seats.slice(0, 3));
      const { viem } = claims.protocol.connection;
      await viem.assertions.revertWithCustomError(rewardReview(claims, reviewId), token, "ReputationTokenUnauthorized");
    });
  });

  it("are 1 REP for each seat that voted, for or against, whoever calls", async () => {
    const reviewId = await answered(0, 3, 1);
    const hash = await rewardReview(claims, reviewId);
    const voters = [1, 2, 3, 4].map((number) => addressOf(seat(number)));
    const grants = await grantsOf(hash);
    expect(grants.map(({ account }) => account)).to.deep.equal(voters);
    for (const grant of grants) {
      expect([grant.source, grant.role, grant.evidence]).to.deep.equal([
        SOURCE,
        zeroHash,
        numberToHex(reviewId, { size: 32 }),
      ]);
      expect(grant.amount >= REP - 1n && grant.amount <= REP).to.equal(true);
    }
    const raw = grants.reduce((sum, grant) => sum + grant.raw, 0n);
    expect(await rewardOf(hash)).to.deep.equal({ reviewId, seats: 0b11110, raw });
    expect(await effectiveOf(seat(5))).to.equal(0n);
    expect((await board.read.reviewOf([reviewId])).rewarded).to.equal(true);
  });

  it("are nothing for who left, and nothing for who came: a later holder inherits no reward", async () => {
    const reviewId = await answered(0, 4);
    const heir = claims.others[4] as Wallet;
    await board.write.removeSeat([2, EVIDENCE], { account: timelock });
    await elect(claims, 3, heir);
    const hash = await rewardReview(claims, reviewId);
    expect((await grantsOf(hash)).map(({ account }) => account)).to.deep.equal([
      addressOf(seat(1)),
      addressOf(seat(4)),
    ]);
    expect((await rewardOf(hash))?.seats).to.equal(0b10010);
    for (const wallet of [heir, seat(2), seat(3)]) expect(await effectiveOf(wallet)).to.equal(0n);
  });

  it("follow the curve: 1 REP weighs more raw units later", async () => {
    const first = await answered(0, 3);
    const early = await grantsOf(await rewardReview(claims, first));
    await time().increase(180 * DAY);
    const second = await answered(1, 3);
    const late = await grantsOf(await rewardReview(claims, second));
    expect(late.every(({ amount }) => amount >= REP - 1n && amount <= REP)).to.equal(true);
    const growth = Number(late[0]?.raw) / Number(early[0]?.raw);
    expect(growth).to.be.closeTo(2, 0.01);
  });

  it("do not depend on what the answer was, or what was done about it", async () => {
    const claimId = await fileOn(claims, KIND.asset, claims.asset(0));
    const power = { power: POWER.quarantine, payload: payloads.duration(DAY) };
    await decide(claims, { ...inputOn(claimId, 0), ...power, finding: FINDING.upheld });
    expect(await grantsOf(await rewardReview(claims, await board.read.reviewCount()))).to.have.length(5);
  });

  it("cannot be farmed: one review a day, within what machines and each account may earn", async () => {
    for (const wallet of [claims.claimant, claims.rival]) await putAside(claims, wallet, 20n * BOND);
    const supply = await token.read.totalSupply();
    const index = await token.read.index();
    let minted = 0n;
    let rewarded = 0;
    for (let day = 0; day < 21; day++) {
      const reviewId = await answered(day);
      try {
        const { raw } = (await rewardOf(await rewardReview(claims, reviewId))) ?? { raw: 0n };
        minted += raw;
        rewarded += 1;
      } catch (error) {
        expect(String(error)).to.match(/EthicsBoardTooLittleIssuance|EthicsBoardTooEarly/);
      }
      await time().increase(DAY);
    }
    expect(rewarded).to.be.within(5, 20);
    // the bucket was full, and three weeks refill it three times; the supply that it is a share of grows by what is minted
    const most = ((supply + minted) * 4n * 18n) / 1000n;
    const grown = ((await token.read.index()) * 1_000_000n) / index;
    expect(minted > 0n && minted * 1_000_000n <= most * grown).to.equal(true);
    for (const wallet of claims.seats) {
      const own = await token.read.balanceOf([wallet.account.address]);
      expect(own * 4n * 1_000_000n <= most * grown).to.equal(true);
    }
  });
});
