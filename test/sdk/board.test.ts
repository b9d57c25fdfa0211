import { expect } from "chai";
import {
  appointChamber,
  electSeat,
  openReview,
  setRegistrar,
  type StudioAddresses,
  toPayload,
  toProposalActions,
  toReasonCode,
} from "@imprimatur/sdk";
import {
  ethicsBoardChamberAppointedEvent,
  ethicsBoardReviewAppealedEvent,
  ethicsBoardReviewOpenedEvent,
} from "@imprimatur/sdk/abi";
import { readBoardHistory } from "@imprimatur/sdk/logs";
import {
  type AbiEvent,
  createClient,
  custom,
  getAddress,
  keccak256,
  type RpcLog,
  stringToHex,
  toEventSelector,
  toHex,
  zeroAddress,
} from "viem";
import { CHARTER, expectError, expectRefusal, setStage, type Stage } from "./fixture.ts";
import { decide } from "./market.ts";

const MEMBERS = [1, 2, 3];
const SEATS = [10, 11, 12, 13, 14];
const EVIDENCE = keccak256(stringToHex("what happened"));
const REASON = toReasonCode("fraud");
const DAY = 86_400n;

describe("sdk: ethics board", () => {
  let stage: Stage;
  let studio: StudioAddresses & { board: `0x${string}` };
  let firstBlock: bigint;

  before(async () => {
    stage = await setStage();
    firstBlock = await stage.reader.getBlockNumber();
    const created = await stage.as(1).createStudioAndWait({
      ...{ name: "House", symbol: "HSE", preset: "house", charter: CHARTER },
      ...{ founders: MEMBERS.map(stage.addressOf), seats: SEATS.map(stage.addressOf) },
    });
    studio = created;
  });

  const seat = (place: number) => stage.as(SEATS[place]!, studio);
  const harmful = () => [setRegistrar.encode({ studio: studio.studio, registrar: stage.addressOf(9) })];
  const history = (fromBlock = firstBlock) => readBoardHistory(stage.reader, { board: studio.board, fromBlock });

  it("asks for a board where the studio has none", async () => {
    const none = { ...studio, board: zeroAddress };
    await expectError("ContractMissingError", () => stage.as(1, none).standForSeat({ statement: EVIDENCE }));
  });

  it("is read in one round trip", async () => {
    const { seats, live, vetoesLeft, chamber, claimTerms } = await stage.as(1, studio).getBoard();
    expect(seats.map(({ seat: number, holder }) => [number, holder.toLowerCase()])).to.deep.equal(
      SEATS.map((index, place) => [place + 1, stage.addressOf(index)]),
    );
    expect(seats[1]!.termEnd > seats[0]!.termEnd).to.equal(true);
    expect({ live, vetoesLeft, chamber }).to.deep.equal({
      ...{ live: 5, vetoesLeft: { board: 4, chamber: 4 }, chamber: undefined },
    });
    expect(claimTerms.bond).to.equal(0n);
  });

  it("explains what it refuses", async () => {
    const answer = { kind: "proposal", subject: 1n, decision: { power: "answer" }, reasonCode: REASON } as const;
    await expectRefusal("UnauthorizedError", "EthicsBoardUnauthorized", () =>
      stage.as(1, studio).openReview({ ...answer, evidence: EVIDENCE }),
    );
    await expectRefusal("UnknownIdError", "EthicsBoardUnknownReview", () =>
      seat(0).voteOnReview({ reviewId: 9n, support: true, reason: "" }),
    );
    await expectRefusal("UnauthorizedError", "EthicsBoardUnauthorized", () =>
      stage.as(1, studio).electSeat({ seat: 1, holder: stage.addressOf(1) }),
    );
    await expectRefusal("UnknownIdError", "EthicsBoardUnknownClaim", () =>
      stage.as(1, studio).lapseClaim({ claimId: 5n }),
    );
  });

  it("vetoes a proposal by two thirds, and the same actions come back as an override", async () => {
    const proposal = await stage.as(1, studio).proposeAndWait({ title: "Harm", calls: harmful() });
    const { proposalId } = proposal;
    const decision = { power: "veto", proposals: [toProposalActions(proposal)] } as const;
    const input = { kind: "proposal", subject: proposalId, decision, reasonCode: REASON, evidence: EVIDENCE } as const;
    const review = await seat(0).openReviewAndWait(input);
    expect(review).to.include({ seat: 1, charter: 1, subject: proposalId });
    await seat(1).voteOnReviewAndWait({ reviewId: review.reviewId, support: true, reason: "It is harmful." });
    await seat(2).voteOnReviewAndWait({ reviewId: review.reviewId, support: false, reason: "It is not." });
    await seat(3).voteOnReviewAndWait({ reviewId: review.reviewId, support: true, reason: "" });
    await expectRefusal("StateError", "EthicsBoardTooFewVotes", () => stage.as(8, studio).enactReview(review));
    await seat(4).voteOnReviewAndWait({ reviewId: review.reviewId, support: true, reason: "" });
    const { tally, opponents } = await stage.as(8, studio).getReview(review);
    expect({ tally, opponents }).to.deep.equal({ tally: { votes: 4, needed: 4, live: 5 }, opponents: [3] });
    const enacted = await stage.as(8, studio).enactReviewAndWait(review);
    expect(enacted).to.deep.include({ supporters: [1, 2, 4, 5], live: 5, needed: 4 });
    const canceled = await stage.as(1, studio).getProposal({ proposalId });
    expect(canceled).to.include({ state: "canceled", override: false });

    const again = await stage.as(2, studio).proposeAndWait({ title: "All the same", calls: harmful() });
    const override = await stage.as(2, studio).getProposal(again);
    expect(override).to.include({ state: "pending", override: true });
    expect(override.shares.quorum).to.equal("40 %");
    const { time } = stage.protocol.connection.networkHelpers;
    await time.increaseTo(again.voteStart + 1n);
    const active = await stage.as(2, studio).getProposal(again);
    expect(active.shares.quorum).to.equal("40 %");
    expect(openReview.decode(openReview.encode({ board: studio.board, ...input }).data)).to.deep.include({
      ...{ kind: "proposal", subject: proposalId, finding: "none" },
    });
  });

  it("answers the claim of a member, and its seats earn reputation for that", async () => {
    const member = stage.as(1, studio);
    const about = { kind: "proposal", reasonCode: REASON, evidence: EVIDENCE } as const;
    const { proposalId } = await stage.as(2, studio).proposeAndWait({ title: "Odd", calls: harmful(), body: "Twice." });
    const { claimId, bond } = await member.fileClaimAndWait({ ...about, subject: proposalId });
    expect(bond).to.equal(0n);
    const decision = { power: "answer" } as const;
    const review = await seat(0).openReviewAndWait({
      ...{ ...about, subject: proposalId, decision, claimId, finding: "mistaken" },
    });
    for (const place of [1, 2]) {
      await seat(place).voteOnReviewAndWait({ reviewId: review.reviewId, support: true, reason: "Checked." });
    }
    await member.enactReviewAndWait(review);
    expect(await member.getClaim({ claimId })).to.include({ finding: "mistaken", reviewId: review.reviewId });
    const rewarded = await member.rewardReviewAndWait({ reviewId: review.reviewId });
    expect(rewarded.seats).to.deep.equal([1, 2, 3]);
    const { raw } = await member.getReputation({ member: stage.addressOf(SEATS[1]!) });
    expect(raw > 0n).to.equal(true);
    await expectRefusal("StateError", "EthicsBoardNoReward", () => member.rewardReview({ reviewId: review.reviewId }));
  });

  it("gets a new holder of a seat by vote", async () => {
    await stage.as(7, studio).standForSeatAndWait({ statement: EVIDENCE });
    const calls = [electSeat.encode({ board: studio.board, seat: 3, holder: stage.addressOf(7) })];
    const { execute } = await decide(stage, studio, MEMBERS, { title: "Elect", calls });
    await execute();
    const { seats } = await stage.as(1, studio).getBoard();
    expect(seats[2]!.holder.toLowerCase()).to.equal(stage.addressOf(7));
    await seat(4).resignSeatAndWait({ seat: 5 });
    expect((await stage.as(1, studio).getBoard()).live).to.equal(4);
  });

  it("is followed through claims, a quarantine and its appeal, and the vetoes of a chamber", async () => {
    const member = stage.as(1, studio);
    const about = { reasonCode: REASON, evidence: EVIDENCE } as const;
    const odd = await member.proposeAndWait({ title: "Odd too", calls: harmful() });
    const { claimId } = await member.fileClaimAndWait({ ...about, kind: "proposal", subject: odd.proposalId });
    await stage.pass(14n * DAY);
    await member.lapseClaimAndWait({ claimId });

    const { networkHelpers } = stage.protocol.connection;
    await networkHelpers.impersonateAccount(studio.timelock);
    await networkHelpers.setBalance(studio.timelock, 10n ** 18n);
    const account = studio.timelock;
    const split = [{ account, weight: 1_000_000 }];
    const { recipeId } = await member.registerRecipeAndWait({ licensor: account, kind: "work", split, account });
    const decision = { power: "quarantine", seconds: 30n * DAY } as const;
    const subject = BigInt(recipeId);
    const { reviewId } = await seat(0).openReviewAndWait({ ...about, kind: "recipe", subject, decision });
    for (const place of [1, 3]) await seat(place).voteOnReviewAndWait({ reviewId, support: true, reason: "" });
    await member.enactReviewAndWait({ reviewId, payload: toPayload(decision) });
    await member.appealReviewAndWait({ reviewId, evidence: EVIDENCE, account });
    await stage.pass(14n * DAY);
    await member.grantAppealAndWait({ reviewId });

    const until = (await stage.now()) + 100n * DAY;
    const calls = [appointChamber.encode({ board: studio.board, chamber: stage.addressOf(9), until })];
    await (await decide(stage, studio, MEMBERS, { title: "A chamber", calls })).execute();
    const others = [setRegistrar.encode({ studio: studio.studio, registrar: stage.addressOf(8) })];
    const proposal = await member.proposeAndWait({ title: "Other harm", calls: others });
    await stage.as(9, studio).vetoAsChamberAndWait({ ...about, proposals: [toProposalActions(proposal)] });

    const { claims, chambers, chamberVetoes, reviews, differences } = await history();
    expect(differences).to.deep.equal([]);
    const [answered, lapsed] = claims;
    expect(claims).to.have.length(2);
    expect(answered?.answer).to.include({ finding: "mistaken", reviewId: 2n });
    expect(lapsed).to.deep.include({ claimId, subject: odd.proposalId, kind: "proposal" });
    expect(lapsed).not.to.have.property("answer");
    expect(lapsed?.lapse).to.include({ stoppedUntil: 0n });
    const quarantine = reviews.find((review) => review.reviewId === reviewId);
    expect(quarantine?.appeal).to.include({ appellant: account, evidence: EVIDENCE });
    expect(quarantine!.appeal!.grantedAt! - quarantine!.appeal!.appealedAt >= 14n * DAY).to.equal(true);
    expect(reviews[0]?.vetoed).to.have.length(1);
    expect(chambers).to.deep.equal([{ chamber: getAddress(stage.addressOf(9)), from: chambers[0]?.from, until }]);
    expect(chamberVetoes.map(({ proposals, reasonCode }) => [proposals, reasonCode])).to.deep.equal([
      [[proposal.proposalId], REASON],
    ]);
  });

  it("cannot be told wrongly: claims, appeals and chambers that do not follow from what was before are found", async () => {
    const { provider } = stage.protocol.connection;
    const wrong: [event: AbiEvent, hidden: (log: RpcLog) => boolean, field: string][] = [
      [ethicsBoardChamberAppointedEvent, () => true, "entitled"],
      [ethicsBoardReviewAppealedEvent, () => true, "late"],
      [ethicsBoardReviewOpenedEvent, ({ topics }) => topics[1] === toHex(2n, { size: 32 }), "finding"],
    ];
    for (const [event, hidden, field] of wrong) {
      const topic = toEventSelector(event);
      const request = async (call: { method: string; params?: unknown[] }): Promise<unknown> => {
        const answer: unknown = await provider.request(call);
        if (call.method !== "eth_getLogs") return answer;
        return (answer as RpcLog[]).filter((log) => log.topics[0] !== topic || !hidden(log));
      };
      const client = createClient({ transport: custom({ request }, { retryCount: 0 }) });
      const { differences } = await readBoardHistory(client, { board: studio.board, fromBlock: firstBlock });
      expect(differences.map((difference) => difference.field)).to.include(field);
    }
  });

  it("can be re-computed by anybody from its logs, and what does not agree is found", async () => {
    await stage.pass(DAY);
    const { reviews, differences } = await history();
    expect(differences).to.deep.equal([]);
    expect(reviews).to.have.length(3);
    const [veto, answer] = reviews;
    expect(veto).to.deep.include({ power: "veto", reasonCode: REASON, evidence: EVIDENCE, charter: 1 });
    expect(veto!.enacted).to.deep.include({ supporters: [1, 2, 4, 5], live: 5, needed: 4, enough: true });
    expect(veto!.votes.map(({ support }) => support)).to.deep.equal([true, true, false, true, true]);
    expect(answer!.enacted).to.deep.include({ supporters: [1, 2, 3], needed: 3 });
    // Who hides the first seats cannot explain the decisions.
    const hidden = await history(firstBlock + 2n);
    expect(hidden.reviews).to.have.length(3);
    expect(hidden.differences.map(({ field }) => field)).to.include.members(["live", "needed", "supporters"]);
  });
});
