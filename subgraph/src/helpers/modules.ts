import { Address, BigInt, Bytes, DataSourceContext } from "@graphprotocol/graph-ts";
import { Module } from "../../generated/schema";
import {
  AgentMandates as MandatesSource,
  Commissions as CommissionsSource,
  Curation as CurationSource,
  EthicsBoard as BoardSource,
  ImpactEmission as ImpactSource,
  ReputationToken as ReputationSource,
  StudioGovernor as GovernorSource,
} from "../../generated/templates";
import { openBoard } from "./boards";
import { openImpact } from "./impacts";
import { GOVERNANCE_KEY, STUDIO_KEY } from "./studios";

/** A contract that StudioFactory made for a studio, not in use yet; it is not saved. */
export function newModule(studio: Bytes, address: Bytes, kind: string): Module {
  const module = new Module(address);
  module.studio = studio;
  module.kind = kind;
  module.active = false;
  module.indexed = true;
  return module;
}

/** From now on the studio uses this module, which may come from elsewhere. */
export function putInUse(studio: Bytes, address: Bytes, kind: string, now: BigInt): void {
  const module = loadModule(studio, address, kind);
  module.active = true;
  module.since = now;
  module.until = null;
  module.save();
}

/** From now on the studio does not use this module. */
export function takeOutOfUse(studio: Bytes, address: Bytes, kind: string, now: BigInt): void {
  const module = loadModule(studio, address, kind);
  module.active = false;
  module.until = now;
  module.save();
}

function loadModule(studio: Bytes, address: Bytes, kind: string): Module {
  const known = Module.load(address);
  if (known) return known;
  const module = newModule(studio, address, kind);
  module.indexed = false;
  return module;
}

/** The studio of a module that is listened to: the factory made it. */
export function studioOf(module: Bytes): Bytes {
  return Module.load(module)!.studio;
}

/** The context of a studio's data sources. */
export function contextOf(studio: Bytes): DataSourceContext {
  const context = new DataSourceContext();
  context.setBytes(STUDIO_KEY, studio);
  return context;
}

/** Listens to a governor and its reputation. */
export function indexElectorate(studio: Bytes, governor: Address, reputation: Address): void {
  const context = contextOf(studio);
  context.setBytes(GOVERNANCE_KEY, governor);
  GovernorSource.createWithContext(governor, context);
  ReputationSource.createWithContext(reputation, context);
}

/** Listens to a gate. */
export function indexCuration(studio: Bytes, curation: Address): void {
  CurationSource.createWithContext(curation, contextOf(studio));
}

/** Listens to an impact emission. */
export function indexImpact(studio: Bytes, impact: Address): void {
  openImpact(studio, impact);
  ImpactSource.createWithContext(impact, contextOf(studio));
}

/** Listens to mandates of agents. */
export function indexMandates(studio: Bytes, mandates: Address): void {
  MandatesSource.createWithContext(mandates, contextOf(studio));
}

/** Listens to commissions. */
export function indexCommissions(studio: Bytes, commissions: Address): void {
  CommissionsSource.createWithContext(commissions, contextOf(studio));
}

/** Listens to an ethics board. */
export function indexBoard(studio: Bytes, board: Address): void {
  openBoard(studio, board);
  BoardSource.createWithContext(board, contextOf(studio));
}
