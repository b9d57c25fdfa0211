import { CharterChange, RegistrarChange } from "../generated/schema";
import { CharterSet, RegistrarSet } from "../generated/templates/Studio/Studio";
import { eventId, nullable } from "./helpers/ids";
import { stamp } from "./helpers/stamp";
import { addCharter, currentStudio, loadStudio, setRegistrar } from "./helpers/studios";

export function handleRegistrarSet(event: RegistrarSet): void {
  const studio = loadStudio(currentStudio());
  setRegistrar(studio, nullable(event.params.newRegistrar), event.block.timestamp);
  studio.save();

  const change = new RegistrarChange(eventId(event));
  stamp(change, event);
  change.studio = studio.id;
  change.oldRegistrar = event.params.oldRegistrar;
  change.newRegistrar = event.params.newRegistrar;
  change.save();
}

export function handleCharterSet(event: CharterSet): void {
  const studio = loadStudio(currentStudio());
  const charter = addCharter(studio.id, event.params.version, event.params.cid, event.block.timestamp);
  studio.charter = charter;
  studio.save();

  const change = new CharterChange(eventId(event));
  stamp(change, event);
  change.studio = studio.id;
  change.charter = charter;
  change.save();
}
