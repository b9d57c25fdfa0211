import { ImpactClaim, ImpactClose, ImpactMark, ImpactMeasurement, ImpactTerms } from "../generated/schema";
import {
  ImpactClaimed,
  ImpactEpochClosed,
  ImpactMarked,
  ImpactMeasured,
  ImpactTermsSet,
} from "../generated/templates/ImpactEmission/ImpactEmission";
import { actor } from "./helpers/actors";
import { eventId, recipeKey } from "./helpers/ids";
import { loadFlow, loadImpact, loadImpactEpoch } from "./helpers/impacts";
import { loadToken } from "./helpers/money";
import { stamp } from "./helpers/stamp";

export function handleImpactTermsSet(event: ImpactTermsSet): void {
  const token = loadToken(event.params.token);
  token.save();
  const emission = loadImpact(event.address);
  emission.terms = event.params.share == 0 ? null : eventId(event);
  emission.save();

  const terms = new ImpactTerms(eventId(event));
  stamp(terms, event);
  terms.emission = emission.id;
  terms.version = event.params.version.toI32();
  terms.from = event.params.from.toI32();
  terms.token = token.id;
  terms.unitsPerRep = event.params.unitsPerRep;
  terms.share = event.params.share;
  terms.save();
}

export function handleImpactMarked(event: ImpactMarked): void {
  const mark = new ImpactMark(eventId(event));
  stamp(mark, event);
  mark.emission = event.address;
  mark.recipe = recipeKey(event.params.recipe);
  mark.version = event.params.version.toI32();
  mark.reached = event.params.reached;
  mark.save();
}

/** The event tells the score of the recipe in the epoch, not what it grew by. */
export function handleImpactMeasured(event: ImpactMeasured): void {
  const epoch = loadImpactEpoch(event.address, event.params.epoch);
  const flow = loadFlow(epoch.id, event.params.recipe);
  epoch.points = epoch.points.plus(event.params.points).minus(flow.points);
  epoch.save();
  flow.amount = flow.amount.plus(event.params.amount);
  flow.points = event.params.points;
  flow.save();

  const measurement = new ImpactMeasurement(eventId(event));
  stamp(measurement, event);
  measurement.flow = flow.id;
  measurement.amount = event.params.amount;
  measurement.points = event.params.points;
  measurement.save();
}

export function handleImpactEpochClosed(event: ImpactEpochClosed): void {
  const epoch = loadImpactEpoch(event.address, event.params.epoch);
  epoch.pool = event.params.pool;
  epoch.closedAt = event.block.timestamp;
  epoch.save();

  const close = new ImpactClose(eventId(event));
  stamp(close, event);
  close.epoch = epoch.id;
  close.points = event.params.points;
  close.pool = event.params.pool;
  close.save();
}

export function handleImpactClaimed(event: ImpactClaimed): void {
  const emission = loadImpact(event.address);
  emission.claimedRaw = emission.claimedRaw.plus(event.params.raw);
  emission.save();
  const epoch = loadImpactEpoch(event.address, event.params.epoch);
  epoch.claimedRaw = epoch.claimedRaw.plus(event.params.raw);
  epoch.save();
  const flow = loadFlow(epoch.id, event.params.recipe);
  flow.claimedRaw = flow.claimedRaw.plus(event.params.raw);
  flow.save();

  const claim = new ImpactClaim(eventId(event));
  stamp(claim, event);
  claim.flow = flow.id;
  claim.account = actor(event.params.account);
  claim.raw = event.params.raw;
  claim.save();
}
