import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { ContestLapsed, ContestRuled, ContestTermsSet, LineageContested } from "../generated/Provenance/Provenance";
import {
  ContestTerms,
  ContestTermsChange,
  LineageContest,
  LineageContestLapse,
  LineageContestOpening,
  LineageContestRuling,
} from "../generated/schema";
import { actor } from "./helpers/actors";
import { FINDINGS } from "./helpers/enums";
import { assetKey, bigEndian, eventId, nullable, recipeKey, WORD256_WIDTH } from "./helpers/ids";
import { indexOf, lotOf } from "./helpers/lots";
import { loadToken } from "./helpers/money";
import { potKey } from "./helpers/pots";
import { stamp } from "./helpers/stamp";
import { studioOfTimelock } from "./helpers/studios";

/** Marks the pots of contests: no address has this bit. */
const CONTEST_POT = BigInt.fromI32(2).pow(255);

export function handleContestTermsSet(event: ContestTermsSet): void {
  const terms = new ContestTerms(event.params.timelock);
  terms.studio = studioOfTimelock(event.params.timelock);
  terms.token = nullable(event.params.token);
  terms.bond = event.params.bond;
  terms.save();

  const change = new ContestTermsChange(eventId(event));
  stamp(change, event);
  change.terms = terms.id;
  change.token = terms.token;
  change.bond = terms.bond;
  change.save();
}

export function handleLineageContested(event: LineageContested): void {
  const params = event.params;
  const parent = assetKey(params.parent);
  const token = loadToken(params.token);
  token.save();
  const contest = new LineageContest(contestKey(params.contestId));
  contest.contestId = params.contestId;
  contest.recipe = recipeKey(params.recipe);
  contest.claimant = actor(params.claimant);
  contest.parent = params.parent;
  contest.parentLot = lotOf(parent);
  contest.parentIndex = indexOf(parent);
  contest.evidence = params.evidence;
  contest.token = token.id;
  contest.bond = params.bond;
  contest.pot = potKey(event.address, bigEndian(params.contestId.plus(CONTEST_POT), WORD256_WIDTH), token.id);
  contest.deadline = params.deadline;
  contest.status = "Open";
  contest.openedAt = event.block.timestamp;
  contest.save();

  const opening = new LineageContestOpening(eventId(event));
  stamp(opening, event);
  opening.contest = contest.id;
  opening.claimant = contest.claimant;
  opening.save();
}

export function handleContestRuled(event: ContestRuled): void {
  const contest = resolve(event.params.contestId, "Ruled", event.block.timestamp);
  const ruling = new LineageContestRuling(eventId(event));
  stamp(ruling, event);
  ruling.contest = contest.id;
  ruling.judge = actor(event.params.judge);
  ruling.finding = FINDINGS[event.params.finding];
  ruling.to = actor(event.params.to);
  ruling.save();

  contest.judge = ruling.judge;
  contest.finding = ruling.finding;
  contest.bondTo = ruling.to;
  contest.save();
}

export function handleContestLapsed(event: ContestLapsed): void {
  const contest = resolve(event.params.contestId, "Lapsed", event.block.timestamp);
  contest.bondTo = contest.claimant;
  contest.save();

  const lapse = new LineageContestLapse(eventId(event));
  stamp(lapse, event);
  lapse.contest = contest.id;
  lapse.save();
}

/** A contest that is over; it is not saved. */
function resolve(contestId: BigInt, status: string, now: BigInt): LineageContest {
  const contest = LineageContest.load(contestKey(contestId))!;
  contest.status = status;
  contest.resolvedAt = now;
  return contest;
}

function contestKey(contestId: BigInt): Bytes {
  return bigEndian(contestId, WORD256_WIDTH);
}
