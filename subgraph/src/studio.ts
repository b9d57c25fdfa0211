import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import {
  CharterChange,
  ElectorateReplacement,
  Graduation,
  ModuleReplacement,
  RegistrarChange,
  Studio,
} from "../generated/schema";
import {
  CharterSet,
  ElectorateReplaced,
  ModuleReplaced,
  RegistrarSet,
  StudioGraduated,
} from "../generated/templates/Studio/Studio";
import { succeedElectorate } from "./helpers/electorates";
import { MODULES, PRESETS } from "./helpers/enums";
import { eventId, nullable } from "./helpers/ids";
import { putInUse, takeOutOfUse } from "./helpers/modules";
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

export function handleModuleReplaced(event: ModuleReplaced): void {
  const kind = MODULES[event.params.module];
  const oldModule = nullable(event.params.oldModule);
  const newModule = nullable(event.params.newModule);
  const studio = loadStudio(currentStudio());
  replace(studio.id, kind, oldModule, newModule, event.block.timestamp);
  setModule(studio, kind, newModule);
  studio.save();

  const replacement = new ModuleReplacement(eventId(event));
  stamp(replacement, event);
  replacement.studio = studio.id;
  replacement.kind = kind;
  replacement.oldModule = oldModule;
  replacement.newModule = newModule;
  replacement.save();
}

function setModule(studio: Studio, kind: string, module: Bytes | null): void {
  if (kind == "Curation" && module) studio.curation = module;
  else if (kind == "Board") studio.board = module;
  else if (kind == "Mandates") studio.mandates = module;
  else if (kind == "Commissions") studio.commissions = module;
  else if (kind == "Impact") studio.impact = module;
}

export function handleElectorateReplaced(event: ElectorateReplaced): void {
  const params = event.params;
  const now = event.block.timestamp;
  const studio = loadStudio(currentStudio());
  replace(studio.id, "Governor", params.oldGovernor, params.newGovernor, now);
  replace(studio.id, "Reputation", params.oldReputation, params.newReputation, now);
  succeedElectorate(studio, params.newGovernor, params.newReputation, now);
  studio.save();

  const replacement = new ElectorateReplacement(eventId(event));
  stamp(replacement, event);
  replacement.studio = studio.id;
  replacement.oldGovernor = params.oldGovernor;
  replacement.newGovernor = params.newGovernor;
  replacement.oldReputation = params.oldReputation;
  replacement.newReputation = params.newReputation;
  replacement.save();
}

function replace(studio: Bytes, kind: string, oldModule: Bytes | null, newModule: Bytes | null, now: BigInt): void {
  if (oldModule) takeOutOfUse(studio, oldModule, kind, now);
  if (newModule) putInUse(studio, newModule, kind, now);
}

export function handleStudioGraduated(event: StudioGraduated): void {
  const studio = loadStudio(currentStudio());
  const graduation = new Graduation(eventId(event));
  stamp(graduation, event);
  graduation.studio = studio.id;
  graduation.oldPreset = studio.preset;
  studio.preset = PRESETS[event.params.preset];
  studio.save();
  graduation.preset = studio.preset;
  graduation.save();
}
