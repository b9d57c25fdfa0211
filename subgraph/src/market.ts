import { BigInt, ethereum } from "@graphprotocol/graph-ts";
import { AgentAppointed, OfferPublished, OfferWithdrawn } from "../generated/LicenseMarket/LicenseMarket";
import { Agency, AgentAppointment, Offer, OfferPublication, OfferWithdrawal, Recipe } from "../generated/schema";
import { actor } from "./helpers/actors";
import { SCOPES, usagesOf } from "./helpers/enums";
import { eventId, recipeKey } from "./helpers/ids";
import { loadToken } from "./helpers/money";
import { loadProtocol } from "./helpers/protocol";
import { stamp } from "./helpers/stamp";

export function handleOfferPublished(event: OfferPublished): void {
  const offer = newOffer(event);
  namePublisher(offer, event);
  offer.publishedAt = event.block.timestamp;
  offer.sold = 0;
  offer.renewed = 0;
  offer.refunded = 0;
  offer.gross = BigInt.zero();
  offer.refunds = BigInt.zero();
  offer.save();
  loadToken(offer.token).save();

  const protocol = loadProtocol();
  protocol.offers += 1;
  protocol.save();

  const publication = new OfferPublication(eventId(event));
  stamp(publication, event);
  publication.offer = offer.id;
  publication.recipe = offer.recipe;
  publication.licensor = offer.licensor;
  publication.publisher = offer.publisher;
  publication.save();
}

function newOffer(event: OfferPublished): Offer {
  const input = event.params.input;
  const offer = new Offer(event.params.offerId);
  offer.recipe = recipeKey(event.params.recipe);
  offer.licensor = actor(event.params.licensor);
  offer.publisher = actor(event.params.publisher);
  offer.scope = SCOPES[input.scope];
  offer.scopeId = input.scopeId;
  offer.token = input.token;
  offer.price = input.price;
  offer.duration = input.duration;
  offer.start = input.start;
  offer.end = input.end;
  offer.usages = usagesOf(input.usages);
  offer.usageMask = input.usages;
  offer.rate = input.rate;
  offer.referral = input.referral;
  offer.free = input.free;
  offer.title = input.title;
  offer.exclusive = input.exclusive;
  offer.transferable = input.transferable;
  offer.revocable = input.revocable;
  offer.supply = input.supply;
  offer.perPayer = input.perPayer;
  offer.seats = input.seats;
  offer.refundWindow = input.refundWindow;
  offer.penalty = input.penalty;
  offer.referrerRoot = input.referrerRoot;
  offer.territory = input.territory;
  offer.legalPreset = input.legalPreset;
  offer.textHash = input.textHash;
  offer.salt = input.salt;
  return offer;
}

/** Whoever is neither the licensor nor its agent can only have published as the owner of the token. */
function namePublisher(offer: Offer, event: OfferPublished): void {
  const recipe = Recipe.load(offer.recipe)!;
  offer.controlEpoch = recipe.controlEpoch;
  if (offer.publisher.equals(offer.licensor)) return;
  const agency = Agency.load(offer.recipe.concat(offer.publisher));
  if (agency && isLive(agency, recipe, event)) offer.agency = agency.id;
  else offer.seller = offer.publisher;
}

function isLive(agency: Agency, recipe: Recipe, event: ethereum.Event): boolean {
  return agency.controlEpoch == recipe.controlEpoch && agency.until.gt(event.block.timestamp);
}

export function handleOfferWithdrawn(event: OfferWithdrawn): void {
  const offer = Offer.load(event.params.offerId)!;
  offer.withdrawnAt = event.block.timestamp;
  offer.save();

  const withdrawal = new OfferWithdrawal(eventId(event));
  stamp(withdrawal, event);
  withdrawal.offer = offer.id;
  withdrawal.save();
}

export function handleAgentAppointed(event: AgentAppointed): void {
  const terms = event.params.agency;
  const recipe = recipeKey(event.params.recipe);
  const agency = new Agency(recipe.concat(event.params.agent));
  agency.recipe = recipe;
  agency.agent = actor(event.params.agent);
  agency.until = terms.until;
  agency.minRate = terms.minRate;
  agency.usages = usagesOf(terms.usages);
  agency.usageMask = terms.usages;
  agency.token = terms.token;
  agency.minPrice = terms.minPrice;
  agency.controlEpoch = Recipe.load(recipe)!.controlEpoch;
  agency.save();

  const appointment = new AgentAppointment(eventId(event));
  stamp(appointment, event);
  appointment.agency = agency.id;
  appointment.recipe = recipe;
  appointment.agent = agency.agent;
  appointment.until = agency.until;
  appointment.minRate = agency.minRate;
  appointment.usageMask = agency.usageMask;
  appointment.token = agency.token;
  appointment.minPrice = agency.minPrice;
  appointment.save();
}
