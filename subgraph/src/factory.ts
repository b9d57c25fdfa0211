import { Address, BigInt, Bytes } from "@graphprotocol/graph-ts";
import { StudioCreated } from "../generated/StudioFactory/StudioFactory";
import { Studio, StudioCreation } from "../generated/schema";
import { Studio as StudioSource, StudioTimelock as TimelockSource } from "../generated/templates";
import { actor } from "./helpers/actors";
import { installElectorate, openElectorate, setClock } from "./helpers/electorates";
import { CLOCK_MODES, PRESETS } from "./helpers/enums";
import { eventId, nullable } from "./helpers/ids";
import {
  contextOf,
  indexBoard,
  indexCommissions,
  indexCuration,
  indexElectorate,
  indexMandates,
  newModule,
} from "./helpers/modules";
import { loadProtocol } from "./helpers/protocol";
import { stamp } from "./helpers/stamp";
import { addCharter, setRegistrar } from "./helpers/studios";

export function handleStudioCreated(event: StudioCreated): void {
  saveModules(event);
  saveStudio(event);
  saveCreation(event);
  indexContracts(event);

  const protocol = loadProtocol();
  protocol.studios += 1;
  protocol.save();
}

function saveStudio(event: StudioCreated): void {
  const config = event.params.config;
  const studio = new Studio(event.params.studio);
  studio.name = config.name;
  studio.symbol = config.symbol;
  studio.preset = PRESETS[config.preset];
  studio.creator = actor(event.params.creator);
  studio.founders = config.founders.map<Bytes>((founder: Address) => actor(founder));
  studio.timelock = event.params.timelock;
  studio.curation = event.params.curation;
  studio.board = nullable(event.params.board);
  studio.mandates = nullable(event.params.mandates);
  studio.commissions = nullable(event.params.commissions);
  studio.createdAt = event.block.timestamp;
  studio.createdAtBlock = event.block.number;
  studio.createdInTx = event.transaction.hash;
  studio.lotCount = 0;
  studio.assetCount = BigInt.zero();
  studio.acceptedLotCount = 0;
  studio.charter = addCharter(studio.id, BigInt.fromI32(1), config.charter, event.block.timestamp);
  setRegistrar(studio, nullable(config.registrar), event.block.timestamp);

  openElectorate(studio, event.params.governor, event.params.reputation);
  setClock(event.params.governor, CLOCK_MODES[config.clockMode], config.secondsPerTick);
  installElectorate(studio, event.params.governor, event.params.reputation, event.block.timestamp);
  studio.save();
}

function saveModules(event: StudioCreated): void {
  saveModule(event, event.params.studio, "Studio");
  saveModule(event, event.params.timelock, "Timelock");
  saveModule(event, event.params.governor, "Governor");
  saveModule(event, event.params.reputation, "Reputation");
  saveModule(event, event.params.curation, "Curation");
  if (nullable(event.params.board)) saveModule(event, event.params.board, "Board");
  if (nullable(event.params.mandates)) saveModule(event, event.params.mandates, "Mandates");
  if (nullable(event.params.commissions)) saveModule(event, event.params.commissions, "Commissions");
  actor(event.params.timelock);
}

function saveModule(event: StudioCreated, address: Address, kind: string): void {
  const module = newModule(event.params.studio, address, kind);
  module.active = true;
  module.since = event.block.timestamp;
  module.save();
}

function saveCreation(event: StudioCreated): void {
  const config = event.params.config;
  const creation = new StudioCreation(eventId(event));
  stamp(creation, event);
  creation.studio = event.params.studio;
  creation.timelock = event.params.timelock;
  creation.creator = event.params.creator;
  creation.name = config.name;
  creation.symbol = config.symbol;
  creation.preset = PRESETS[config.preset];
  creation.clockMode = CLOCK_MODES[config.clockMode];
  creation.secondsPerTick = config.secondsPerTick;
  creation.registrar = nullable(config.registrar);
  creation.founders = config.founders.map<Bytes>((founder: Address) => founder);
  creation.seats = config.seats.map<Bytes>((holder: Address) => holder);
  creation.charter = config.charter;
  creation.salt = config.salt;
  creation.governor = event.params.governor;
  creation.reputation = event.params.reputation;
  creation.curation = event.params.curation;
  creation.board = nullable(event.params.board);
  creation.mandates = nullable(event.params.mandates);
  creation.commissions = nullable(event.params.commissions);
  creation.save();
}

function indexContracts(event: StudioCreated): void {
  const studio = event.params.studio;
  StudioSource.createWithContext(studio, contextOf(studio));
  TimelockSource.createWithContext(event.params.timelock, contextOf(studio));
  indexElectorate(studio, event.params.governor, event.params.reputation);
  indexCuration(studio, event.params.curation);
  if (nullable(event.params.board)) indexBoard(studio, event.params.board);
  if (nullable(event.params.mandates)) indexMandates(studio, event.params.mandates);
  if (nullable(event.params.commissions)) indexCommissions(studio, event.params.commissions);
}
