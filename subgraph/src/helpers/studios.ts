import { BigInt, Bytes, dataSource } from "@graphprotocol/graph-ts";
import { Charter, Governance, GovernanceFramework, Module, Registrar, Studio } from "../../generated/schema";
import { actor } from "./actors";
import { bigEndian, ORDINAL_WIDTH } from "./ids";

/** Key of the studio's address in the context of its data sources. */
export const STUDIO_KEY = "studio";

/** Key of the governor's address in the context of the data sources of an electorate. */
export const GOVERNANCE_KEY = "governance";

/** The studio whose contract is being indexed. */
export function currentStudio(): Bytes {
  return dataSource.context().getBytes(STUDIO_KEY);
}

/** The electorate whose governor or reputation is being indexed. */
export function currentGovernance(): Bytes {
  return dataSource.context().getBytes(GOVERNANCE_KEY);
}

/** Every studio has exactly one; the factory's handler made it. */
export function loadStudio(studio: Bytes): Studio {
  return Studio.load(studio)!;
}

export function loadGovernance(governance: Bytes): Governance {
  return Governance.load(governance)!;
}

/** Settings of an electorate's governor as of now. */
export function loadFramework(governance: Bytes): GovernanceFramework {
  return GovernanceFramework.load(governance)!;
}

/** The studio whose timelock the account is; null: it is none. */
export function studioOfTimelock(account: Bytes): Bytes | null {
  const module = Module.load(account);
  return module && module.kind == "Timelock" ? module.studio : null;
}

/** Makes `account` the registrar, the zero address nobody; the earlier one is closed. */
export function setRegistrar(studio: Studio, account: Bytes | null, now: BigInt): void {
  const old = studio.registrar;
  if (old) closeRegistrar(old, now);
  studio.registrar = account ? openRegistrar(studio.id, account, now) : null;
}

function closeRegistrar(id: Bytes, now: BigInt): void {
  const registrar = Registrar.load(id)!;
  registrar.active = false;
  registrar.until = now;
  registrar.save();
}

function openRegistrar(studio: Bytes, account: Bytes, now: BigInt): Bytes {
  const registrar = new Registrar(studio.concat(account));
  registrar.studio = studio;
  registrar.account = actor(account);
  registrar.active = true;
  registrar.since = now;
  registrar.until = null;
  registrar.save();
  return registrar.id;
}

/** Adds a version of the charter unless it is known; returns its id. */
export function addCharter(studio: Bytes, version: BigInt, cid: Bytes, now: BigInt): Bytes {
  const id = studio.concat(bigEndian(version, ORDINAL_WIDTH));
  if (Charter.load(id)) return id;
  const charter = new Charter(id);
  charter.studio = studio;
  charter.version = version;
  charter.cid = cid;
  charter.setAt = now;
  charter.save();
  return id;
}
