import { BigInt, ethereum } from "@graphprotocol/graph-ts";
import { GovernanceParameterChange } from "../../generated/schema";
import { eventId } from "./ids";
import { stamp } from "./stamp";
import { currentStudio } from "./studios";

/** Records that a setting changed. */
export function saveParameterChange(
  event: ethereum.Event,
  parameter: string,
  oldValue: BigInt,
  newValue: BigInt,
): void {
  const change = new GovernanceParameterChange(eventId(event));
  stamp(change, event);
  change.studio = currentStudio();
  change.parameter = parameter;
  change.oldValue = oldValue;
  change.newValue = newValue;
  change.save();
}
