import { BigInt, ethereum } from "@graphprotocol/graph-ts";
import { Initialization } from "../../generated/schema";
import { eventId } from "./ids";
import { stamp } from "./stamp";

/** Records that a clone was initialized. */
export function saveInitialization(event: ethereum.Event, version: BigInt): void {
  const initialization = new Initialization(eventId(event));
  stamp(initialization, event);
  initialization.module = event.address;
  initialization.version = version;
  initialization.save();
}
