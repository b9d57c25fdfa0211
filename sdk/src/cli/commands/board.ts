import { zeroAddress } from "viem";
import { fileClaim } from "../../actions/board/fileClaim.ts";
import { getBoard } from "../../actions/board/getBoard.ts";
import { getClaim } from "../../actions/board/getClaim.ts";
import { getReview } from "../../actions/board/getReview.ts";
import { voteOnReview } from "../../actions/board/voteOnReview.ts";
import { toReasonCode } from "../../board/codes.ts";
import { requirementsOf } from "../../requirements/requirementsOf.ts";
import { SUBJECT_KINDS } from "../../types/enums.ts";
import { type CommandGroup, defineCommand, flag, needed, option } from "../command.ts";
import { CheckFailedError } from "../errors.ts";
import { answerOf, perform, step } from "../perform.ts";
import { stepsFor } from "../requirements.ts";
import type { Session } from "../session.ts";
import { record, table } from "../table.ts";
import { formatTime } from "../time.ts";
import { formatAmount, readToken } from "../token.ts";
import * as values from "../values.ts";

async function boardOf(session: Session) {
  const { board, name } = await session.studio();
  if (board === zeroAddress) throw new CheckFailedError(`${name} has no ethics board.`);
  return board;
}

const seats = defineCommand({
  name: "seats",
  about: "Show the ethics board: seats, limits, what a claim costs",
  examples: ["--studio 0x…"],
  async run(session) {
    const { client } = await session.connect();
    const board = await getBoard(client, { board: await boardOf(session) });
    const { seats: found, vetoesLeft, claimTerms, ...rest } = board;
    const bond =
      claimTerms.bond === 0n ? "0" : formatAmount(claimTerms.bond, await readToken(client, claimTerms.token));
    return {
      json: board,
      text: [
        ...record([
          ["live seats", rest.live],
          ["vetoes left", `${vetoesLeft.board} of the board, ${vetoesLeft.chamber} of the chamber`],
          ["bond of a claim", bond],
          ["reviews", rest.reviewCount],
          ["claims", rest.claimCount],
        ]),
        "",
        ...table(
          ["seat", "holder", "since", "until"],
          found.map(({ seat, holder, since, termEnd }) => [seat, holder, formatTime(since), formatTime(termEnd)]),
        ),
      ],
    };
  },
});

/** Ids from 1 to a count. */
const idsTo = (count: bigint): bigint[] => Array.from({ length: Number(count) }, (_, place) => BigInt(place + 1));

const reviews = defineCommand({
  name: "reviews",
  about: "List the board's reviews and how their votes stand",
  examples: ["--studio 0x…"],
  async run(session) {
    const { client } = await session.connect();
    const board = await boardOf(session);
    const { reviewCount } = await getBoard(client, { board });
    const found = [];
    for (const reviewId of idsTo(reviewCount))
      found.push({ reviewId, ...(await getReview(client, { board, reviewId })) });
    const rows = found.map(({ reviewId, power, kind, subject, tally, enactedAt }) => {
      const votes = `${tally.votes} of ${tally.needed}`;
      return [reviewId, power, `${kind} ${subject}`, votes, formatTime(enactedAt)];
    });
    return { json: { reviews: found }, text: table(["review", "power", "subject", "votes", "enacted"], rows) };
  },
});

const claims = defineCommand({
  name: "claims",
  about: "List the claims that were filed with the board",
  examples: ["--studio 0x…"],
  async run(session) {
    const { client } = await session.connect();
    const board = await boardOf(session);
    const { claimCount } = await getBoard(client, { board });
    const found = [];
    for (const claimId of idsTo(claimCount)) found.push({ claimId, ...(await getClaim(client, { board, claimId })) });
    const rows = found.map(({ claimId, kind, subject, claimant, finding, filedAt }) => {
      return [claimId, `${kind} ${subject}`, claimant, finding, formatTime(filedAt)];
    });
    return { json: { claims: found }, text: table(["claim", "subject", "claimant", "finding", "filed"], rows) };
  },
});

const file = defineCommand({
  name: "file",
  about: "File a claim that the board must answer, with its bond",
  sends: true,
  options: {
    kind: needed("kind", `one of ${SUBJECT_KINDS.join(", ")}`, values.oneOf(SUBJECT_KINDS)),
    subject: needed("id", "proposal, asset, recipe or mandate", values.integer),
    reason: needed("code", "of the charter's taxonomy, at most 32 bytes", values.text),
    evidence: needed("hash", "SHA-256 of the file that shows it", values.hash),
  },
  examples: ["--kind asset --subject 1234… --reason consent --evidence 0x… --studio 0x… --account alice --yes"],
  async run(session, { kind, subject, reason, evidence }) {
    const { client, addresses } = await session.connect();
    const board = await boardOf(session);
    const question = { ...addresses, action: "fileClaim", board, sender: await session.caller() } as const;
    const requirements = await requirementsOf(client, question);
    const [bond] = requirements;
    const funding = bond === undefined ? [] : stepsFor(requirements, await readToken(client, bond.token));
    const args = { board, kind, subject, reasonCode: toReasonCode(reason), evidence };
    const claim = step(`file a claim against ${kind} ${subject}`, fileClaim, args);
    return answerOf(await perform(session, [...funding, claim]));
  },
});

const vote = defineCommand({
  name: "vote",
  about: "Vote on a review, in public; for seats",
  sends: true,
  args: { review: needed("id", "the review", values.integer) },
  options: {
    against: flag("vote against it instead of for it"),
    reason: option("text", "why; public", values.text),
  },
  examples: ["1 --reason 'The data are not licensed.' --studio 0x… --account alice --yes"],
  async run(session, { review: reviewId, against, reason = "" }) {
    const board = await boardOf(session);
    const does = `vote ${against ? "against" : "for"} review ${reviewId}`;
    return answerOf(await perform(session, [step(does, voteOnReview, { board, reviewId, support: !against, reason })]));
  },
});

export const BOARD: CommandGroup = {
  name: "board",
  about: "See the ethics board, file claims, vote on reviews",
  commands: [seats, reviews, claims, file, vote],
};
