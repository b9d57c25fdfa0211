// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/studio.ts";

export const studioCharterSetEvent = /* @__PURE__ */ unpackItem(
  "eCharterSet;uint32*version,h cid",
) as typeof full.studioCharterSetEvent;

export const studioElectorateReplacedEvent = /* @__PURE__ */ unpackItem(
  "eElectorateReplaced;a*oldGovernor,a*newGovernor,a oldReputation,a newReputation",
) as typeof full.studioElectorateReplacedEvent;

export const studioModuleReplacedEvent = /* @__PURE__ */ unpackItem(
  "eModuleReplaced;uint8*module,a*oldModule,a*newModule",
) as typeof full.studioModuleReplacedEvent;

export const studioRegistrarSetEvent = /* @__PURE__ */ unpackItem(
  "eRegistrarSet;a*oldRegistrar,a*newRegistrar",
) as typeof full.studioRegistrarSetEvent;

export const studioStudioGraduatedEvent = /* @__PURE__ */ unpackItem(
  "eStudioGraduated;uint8 preset",
) as typeof full.studioStudioGraduatedEvent;

export const studioCharterVersion = /* @__PURE__ */ unpackItem(
  "vcharterVersion;;uint32 ",
) as typeof full.studioCharterVersion;

export const studioContractURI = /* @__PURE__ */ unpackItem("vcontractURI;;string ") as typeof full.studioContractURI;

export const studioCreatedAt = /* @__PURE__ */ unpackItem("vcreatedAt;;uint48 ") as typeof full.studioCreatedAt;

export const studioGraduate = /* @__PURE__ */ unpackItem(
  "ngraduate;uint8 newPreset,a governor,a reputation,a curation;",
) as typeof full.studioGraduate;

export const studioInitialize = /* @__PURE__ */ unpackItem("ninitialize;h charter;") as typeof full.studioInitialize;

export const studioIsRegistrar = /* @__PURE__ */ unpackItem(
  "visRegistrar;a account;b ",
) as typeof full.studioIsRegistrar;

export const studioModuleOf = /* @__PURE__ */ unpackItem("vmoduleOf;uint8 module;a ") as typeof full.studioModuleOf;

export const studioName = /* @__PURE__ */ unpackItem("vname;;string ") as typeof full.studioName;

export const studioPreset = /* @__PURE__ */ unpackItem("vpreset;;uint8 ") as typeof full.studioPreset;

export const studioRegistrar = /* @__PURE__ */ unpackItem("vregistrar;;a ") as typeof full.studioRegistrar;

export const studioReplaceElectorate = /* @__PURE__ */ unpackItem(
  "nreplaceElectorate;a governor,a reputation;",
) as typeof full.studioReplaceElectorate;

export const studioSetBoard = /* @__PURE__ */ unpackItem("nsetBoard;a board;") as typeof full.studioSetBoard;

export const studioSetCharter = /* @__PURE__ */ unpackItem(
  "nsetCharter;h cid;uint32 version",
) as typeof full.studioSetCharter;

export const studioSetCommissions = /* @__PURE__ */ unpackItem(
  "nsetCommissions;a commissions;",
) as typeof full.studioSetCommissions;

export const studioSetCuration = /* @__PURE__ */ unpackItem(
  "nsetCuration;a curation;",
) as typeof full.studioSetCuration;

export const studioSetImpact = /* @__PURE__ */ unpackItem("nsetImpact;a impact;") as typeof full.studioSetImpact;

export const studioSetMandates = /* @__PURE__ */ unpackItem(
  "nsetMandates;a mandates,a[] tokens;",
) as typeof full.studioSetMandates;

export const studioSetRegistrar = /* @__PURE__ */ unpackItem(
  "nsetRegistrar;a newRegistrar;",
) as typeof full.studioSetRegistrar;

export const studioSymbol = /* @__PURE__ */ unpackItem("vsymbol;;string ") as typeof full.studioSymbol;
