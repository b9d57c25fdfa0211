// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/studio.ts";

export const studioCharterSetEvent = /* @__PURE__ */ unpackItem("CharterSet", [
  "uint32*version",
  "h cid",
]) as typeof full.studioCharterSetEvent;

export const studioElectorateReplacedEvent = /* @__PURE__ */ unpackItem("ElectorateReplaced", [
  "a*oldGovernor",
  "a*newGovernor",
  "a oldReputation",
  "a newReputation",
]) as typeof full.studioElectorateReplacedEvent;

export const studioModuleReplacedEvent = /* @__PURE__ */ unpackItem("ModuleReplaced", [
  "uint8*module",
  "a*oldModule",
  "a*newModule",
]) as typeof full.studioModuleReplacedEvent;

export const studioRegistrarSetEvent = /* @__PURE__ */ unpackItem("RegistrarSet", [
  "a*oldRegistrar",
  "a*newRegistrar",
]) as typeof full.studioRegistrarSetEvent;

export const studioStudioGraduatedEvent = /* @__PURE__ */ unpackItem("StudioGraduated", [
  "uint8 preset",
]) as typeof full.studioStudioGraduatedEvent;

export const studioCharterVersion = /* @__PURE__ */ unpackItem(
  "charterVersion",
  [],
  ["uint32 "],
  "view",
) as typeof full.studioCharterVersion;

export const studioContractURI = /* @__PURE__ */ unpackItem(
  "contractURI",
  [],
  ["string "],
  "view",
) as typeof full.studioContractURI;

export const studioCreatedAt = /* @__PURE__ */ unpackItem(
  "createdAt",
  [],
  ["uint48 "],
  "view",
) as typeof full.studioCreatedAt;

export const studioGraduate = /* @__PURE__ */ unpackItem(
  "graduate",
  ["uint8 newPreset", "a governor", "a reputation", "a curation"],
  [],
) as typeof full.studioGraduate;

export const studioInitialize = /* @__PURE__ */ unpackItem(
  "initialize",
  ["h charter"],
  [],
) as typeof full.studioInitialize;

export const studioIsRegistrar = /* @__PURE__ */ unpackItem(
  "isRegistrar",
  ["a account"],
  ["b "],
  "view",
) as typeof full.studioIsRegistrar;

export const studioModuleOf = /* @__PURE__ */ unpackItem(
  "moduleOf",
  ["uint8 module"],
  ["a "],
  "view",
) as typeof full.studioModuleOf;

export const studioName = /* @__PURE__ */ unpackItem("name", [], ["string "], "view") as typeof full.studioName;

export const studioPreset = /* @__PURE__ */ unpackItem("preset", [], ["uint8 "], "view") as typeof full.studioPreset;

export const studioRegistrar = /* @__PURE__ */ unpackItem(
  "registrar",
  [],
  ["a "],
  "view",
) as typeof full.studioRegistrar;

export const studioReplaceElectorate = /* @__PURE__ */ unpackItem(
  "replaceElectorate",
  ["a governor", "a reputation"],
  [],
) as typeof full.studioReplaceElectorate;

export const studioSetBoard = /* @__PURE__ */ unpackItem("setBoard", ["a board"], []) as typeof full.studioSetBoard;

export const studioSetCharter = /* @__PURE__ */ unpackItem(
  "setCharter",
  ["h cid"],
  ["uint32 version"],
) as typeof full.studioSetCharter;

export const studioSetCommissions = /* @__PURE__ */ unpackItem(
  "setCommissions",
  ["a commissions"],
  [],
) as typeof full.studioSetCommissions;

export const studioSetCuration = /* @__PURE__ */ unpackItem(
  "setCuration",
  ["a curation"],
  [],
) as typeof full.studioSetCuration;

export const studioSetImpact = /* @__PURE__ */ unpackItem("setImpact", ["a impact"], []) as typeof full.studioSetImpact;

export const studioSetMandates = /* @__PURE__ */ unpackItem(
  "setMandates",
  ["a mandates", "address[] tokens"],
  [],
) as typeof full.studioSetMandates;

export const studioSetRegistrar = /* @__PURE__ */ unpackItem(
  "setRegistrar",
  ["a newRegistrar"],
  [],
) as typeof full.studioSetRegistrar;

export const studioSymbol = /* @__PURE__ */ unpackItem("symbol", [], ["string "], "view") as typeof full.studioSymbol;
