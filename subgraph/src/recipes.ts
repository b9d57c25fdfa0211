import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import {
  ControlOffered,
  ControlTransferred,
  RecipeRegistered,
  RecipeRenewed,
  RecipeStopped,
  RecipeSuspended,
  RecipeUseGranted,
} from "../generated/AssetRegistry/AssetRegistry";
import {
  ControlOffer,
  ControlTransfer,
  Recipe,
  RecipeOrdinal,
  RecipeParent,
  RecipeRegistration,
  RecipeRenewal,
  RecipeStop,
  RecipeSuspension,
  RecipeUse,
  RecipeUseGrant,
} from "../generated/schema";
import { actor } from "./helpers/actors";
import { KINDS } from "./helpers/enums";
import { assetKey, bigEndianOf, eventId, nonZero, nullable, recipeKey } from "./helpers/ids";
import { indexOf, lotOf } from "./helpers/lots";
import { loadProtocol } from "./helpers/protocol";
import { stamp } from "./helpers/stamp";
import { studioOfTimelock } from "./helpers/studios";

export function handleRecipeRegistered(event: RecipeRegistered): void {
  const recipe = new Recipe(recipeKey(event.params.recipe));
  recipe.ordinal = event.params.recipe;
  recipe.recipeId = event.params.recipeId;
  recipe.licensor = actor(event.params.licensor);
  recipe.controlEpoch = 0;
  recipe.studio = studioOfTimelock(event.params.licensor);
  recipe.kind = KINDS[event.params.kind];
  recipe.commitment = event.params.commitment;
  recipe.metadata = event.params.metadata;
  recipe.validUntil = event.params.validUntil;
  recipe.renewalCount = 0;
  recipe.suspendedUntil = BigInt.zero();
  recipe.suspensionRatified = false;
  recipe.derivativeFloor = event.params.terms.derivativeFloor;
  recipe.ownerUsages = event.params.terms.ownerUsages;
  recipe.secondaryRate = event.params.terms.secondaryRate;
  recipe.registeredAt = event.block.timestamp;
  recipe.node = recipe.id;
  recipe.save();
  saveParents(recipe.id, event);
  const ordinal = new RecipeOrdinal(event.params.recipeId);
  ordinal.recipe = recipe.id;
  ordinal.save();

  const protocol = loadProtocol();
  protocol.recipes += 1;
  protocol.save();

  const registration = new RecipeRegistration(eventId(event));
  stamp(registration, event);
  registration.recipe = recipe.id;
  registration.licensor = recipe.licensor;
  registration.save();
}

function saveParents(recipe: Bytes, event: RecipeRegistered): void {
  for (let i = 0; i < event.params.parents.length; i++) {
    const input = event.params.parents[i];
    const asset = assetKey(input.asset);
    const parent = new RecipeParent(recipe.concat(bigEndianOf(i, 1)));
    parent.recipe = recipe;
    parent.position = i;
    parent.assetId = input.asset;
    parent.lot = lotOf(asset);
    parent.index = indexOf(asset);
    parent.license = nonZero(input.licenseId);
    parent.rate = input.rate;
    parent.save();
  }
}

export function handleRecipeRenewed(event: RecipeRenewed): void {
  const recipe = Recipe.load(recipeKey(event.params.recipe))!;
  setEnd(recipe, event.params.validUntil, event.block.timestamp);
  recipe.renewalCount += 1;
  recipe.save();

  const renewal = new RecipeRenewal(eventId(event));
  stamp(renewal, event);
  renewal.recipe = recipe.id;
  renewal.validUntil = event.params.validUntil;
  renewal.licenseIds = event.params.licenseIds;
  renewal.save();
}

export function handleRecipeStopped(event: RecipeStopped): void {
  const recipe = Recipe.load(recipeKey(event.params.recipe))!;
  setEnd(recipe, event.params.validUntil, event.block.timestamp);
  recipe.save();

  const stop = new RecipeStop(eventId(event));
  stamp(stop, event);
  stop.recipe = recipe.id;
  stop.validUntil = event.params.validUntil;
  stop.save();
}

/** What a suspended recipe is told about its end counts once it is resumed. */
function setEnd(recipe: Recipe, validUntil: BigInt, now: BigInt): void {
  if (isSuspended(recipe) && recipe.validUntil.le(now)) recipe.resumedValidUntil = validUntil;
  else recipe.validUntil = validUntil;
}

function isSuspended(recipe: Recipe): boolean {
  return !recipe.suspendedUntil.isZero();
}

export function handleRecipeSuspended(event: RecipeSuspended): void {
  const recipe = Recipe.load(RecipeOrdinal.load(event.params.recipeId)!.recipe)!;
  if (event.params.until.isZero()) resume(recipe);
  else suspend(recipe, event.params.until, event.block.timestamp);
  recipe.save();

  const suspension = new RecipeSuspension(eventId(event));
  stamp(suspension, event);
  suspension.recipe = recipe.id;
  suspension.ruler = event.params.ruler;
  suspension.until = event.params.until;
  suspension.ratified = recipe.suspensionRatified;
  suspension.save();
}

/** Nobody but the members can suspend again what is suspended: that is their ratification. */
function suspend(recipe: Recipe, until: BigInt, now: BigInt): void {
  recipe.suspensionRatified = recipe.suspendedUntil.gt(now);
  if (!isSuspended(recipe)) recipe.resumedValidUntil = recipe.validUntil;
  if (recipe.validUntil.gt(now)) recipe.validUntil = now;
  recipe.suspendedUntil = until;
}

function resume(recipe: Recipe): void {
  recipe.validUntil = recipe.resumedValidUntil!;
  recipe.resumedValidUntil = null;
  recipe.suspendedUntil = BigInt.zero();
  recipe.suspensionRatified = false;
}

export function handleRecipeUseGranted(event: RecipeUseGranted): void {
  const recipe = Recipe.load(recipeKey(event.params.recipe))!;
  const use = new RecipeUse(recipe.id.concat(event.params.user));
  use.recipe = recipe.id;
  use.user = actor(event.params.user);
  use.until = event.params.until;
  use.independent = event.params.independent;
  use.controlEpoch = recipe.controlEpoch;
  use.save();

  const grant = new RecipeUseGrant(eventId(event));
  stamp(grant, event);
  grant.use = use.id;
  grant.recipe = recipe.id;
  grant.user = use.user;
  grant.until = use.until;
  grant.independent = use.independent;
  grant.save();
}

export function handleControlOffered(event: ControlOffered): void {
  const to = nullable(event.params.to);
  const recipe = Recipe.load(recipeKey(event.params.recipe))!;
  recipe.offeredTo = to ? actor(to) : null;
  recipe.save();

  const offer = new ControlOffer(eventId(event));
  stamp(offer, event);
  offer.recipe = recipe.id;
  offer.licensor = actor(event.params.licensor);
  offer.to = recipe.offeredTo;
  offer.save();
}

export function handleControlTransferred(event: ControlTransferred): void {
  const recipe = Recipe.load(recipeKey(event.params.recipe))!;
  recipe.licensor = actor(event.params.to);
  recipe.studio = studioOfTimelock(event.params.to);
  recipe.controlEpoch = event.params.controlEpoch;
  recipe.offeredTo = null;
  recipe.save();

  const transfer = new ControlTransfer(eventId(event));
  stamp(transfer, event);
  transfer.recipe = recipe.id;
  transfer.from = actor(event.params.from);
  transfer.to = recipe.licensor;
  transfer.controlEpoch = event.params.controlEpoch;
  transfer.save();
}
