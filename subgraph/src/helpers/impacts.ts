import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { ImpactEmission, ImpactEpoch, ImpactFlow } from "../../generated/schema";
import { bigEndian, ORDINAL_WIDTH, recipeKey } from "./ids";

/** An impact emission, which is off until members vote for terms. */
export function openImpact(studio: Bytes, address: Bytes): void {
  const emission = new ImpactEmission(address);
  emission.studio = studio;
  emission.module = address;
  emission.claimedRaw = BigInt.zero();
  emission.save();
}

/** The emission that logs: the factory's handler made it. */
export function loadImpact(address: Bytes): ImpactEmission {
  return ImpactEmission.load(address)!;
}

/** An epoch of an emission; a new one is not saved. */
export function loadImpactEpoch(emission: Bytes, number: BigInt): ImpactEpoch {
  const id = emission.concat(bigEndian(number, ORDINAL_WIDTH));
  const known = ImpactEpoch.load(id);
  if (known) return known;
  const epoch = new ImpactEpoch(id);
  epoch.emission = emission;
  epoch.number = number.toI32();
  epoch.points = BigInt.zero();
  epoch.claimedRaw = BigInt.zero();
  return epoch;
}

/** What a recipe brings in an epoch; a new one is not saved. */
export function loadFlow(epoch: Bytes, recipe: BigInt): ImpactFlow {
  const id = epoch.concat(recipeKey(recipe));
  const known = ImpactFlow.load(id);
  if (known) return known;
  const flow = new ImpactFlow(id);
  flow.epoch = epoch;
  flow.recipe = recipeKey(recipe);
  flow.amount = BigInt.zero();
  flow.points = BigInt.zero();
  flow.claimedRaw = BigInt.zero();
  return flow;
}
