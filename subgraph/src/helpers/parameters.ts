import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { GovernanceParameterChange } from "../../generated/schema";
import { eventId } from "./ids";
import { stamp } from "./stamp";
import { currentStudio } from "./studios";

/** Records that a setting changed; `governance` is null for one of the timelock. */
export function saveParameterChange(
  event: ethereum.Event,
  governance: Bytes | null,
  parameter: string,
  oldValue: BigInt,
  newValue: BigInt,
): void {
  const change = new GovernanceParameterChange(eventId(event));
  stamp(change, event);
  change.studio = currentStudio();
  change.governance = governance;
  change.parameter = parameter;
  change.oldValue = oldValue;
  change.newValue = newValue;
  change.save();
}
