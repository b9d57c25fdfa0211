import { Address, Bytes } from "@graphprotocol/graph-ts";
import { SuccessorsCreated } from "../generated/StudioFactory/StudioFactory";
import { Studio, SuccessorsCreation } from "../generated/schema";
import { actor } from "./helpers/actors";
import { openElectorate, setClock } from "./helpers/electorates";
import { CLOCK_MODES, PRESETS } from "./helpers/enums";
import { eventId, nonZero, nullable } from "./helpers/ids";
import {
  indexBoard,
  indexCommissions,
  indexCuration,
  indexElectorate,
  indexImpact,
  indexMandates,
  newModule,
} from "./helpers/modules";
import { stamp } from "./helpers/stamp";
import { loadFramework } from "./helpers/studios";

/** Successors are listened to from birth, which tells their settings; the studio uses them when it votes for them. */
export function handleSuccessorsCreated(event: SuccessorsCreated): void {
  const studio = Studio.load(event.params.studio);
  saveCreation(event, studio);
  if (studio == null) return;
  saveElectorate(event, studio);
  saveCuration(event);
  saveBoard(event);
  saveMandates(event);
  saveCommissions(event);
  saveImpact(event);
}

function saveElectorate(event: SuccessorsCreated, studio: Studio): void {
  const governor = event.params.successors.governor;
  if (!nullable(governor)) return;
  const reputation = event.params.successors.reputation;
  saveModule(event, governor, "Governor");
  saveModule(event, reputation, "Reputation");
  openElectorate(studio, governor, reputation);
  setClock(governor, CLOCK_MODES[event.params.input.clockMode], event.params.input.secondsPerTick);

  const framework = loadFramework(governor);
  framework.minDelay = loadFramework(studio.governance).minDelay;
  framework.save();
  indexElectorate(studio.id, governor, reputation);
}

function saveCuration(event: SuccessorsCreated): void {
  const curation = event.params.successors.curation;
  if (!nullable(curation)) return;
  saveModule(event, curation, "Curation");
  indexCuration(event.params.studio, curation);
}

function saveBoard(event: SuccessorsCreated): void {
  const board = event.params.successors.board;
  if (!nullable(board)) return;
  saveModule(event, board, "Board");
  indexBoard(event.params.studio, board);
}

function saveMandates(event: SuccessorsCreated): void {
  const mandates = event.params.successors.mandates;
  if (!nullable(mandates)) return;
  saveModule(event, mandates, "Mandates");
  indexMandates(event.params.studio, mandates);
}

function saveCommissions(event: SuccessorsCreated): void {
  const commissions = event.params.successors.commissions;
  if (!nullable(commissions)) return;
  saveModule(event, commissions, "Commissions");
  indexCommissions(event.params.studio, commissions);
}

function saveImpact(event: SuccessorsCreated): void {
  const impact = event.params.successors.impact;
  if (!nullable(impact)) return;
  saveModule(event, impact, "Impact");
  indexImpact(event.params.studio, impact);
}

function saveModule(event: SuccessorsCreated, address: Address, kind: string): void {
  const module = newModule(event.params.studio, address, kind);
  module.successorsCreation = eventId(event);
  module.save();
}

function saveCreation(event: SuccessorsCreated, studio: Studio | null): void {
  const input = event.params.input;
  const creation = new SuccessorsCreation(eventId(event));
  stamp(creation, event);
  creation.studio = studio ? studio.id : null;
  creation.directory = event.params.studio;
  creation.creator = actor(event.params.creator);
  creation.preset = PRESETS[input.preset];
  creation.clockMode = CLOCK_MODES[input.clockMode];
  creation.secondsPerTick = input.secondsPerTick;
  creation.governor = nullable(event.params.successors.governor);
  creation.reputation = nullable(event.params.successors.reputation);
  creation.curation = nullable(event.params.successors.curation);
  creation.board = nullable(event.params.successors.board);
  creation.mandates = nullable(event.params.successors.mandates);
  creation.commissions = nullable(event.params.successors.commissions);
  creation.impact = nullable(event.params.successors.impact);
  creation.founders = input.founders.map<Bytes>((founder: Address) => founder);
  creation.seats = input.seats.map<Bytes>((holder: Address) => holder);
  creation.root = nonZero(input.root);
  creation.total = input.total;
  creation.evidence = input.evidence;
  creation.save();
}
