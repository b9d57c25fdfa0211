// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/studioFactory.ts";

export const studioFactoryStudioCreatedEvent = /* @__PURE__ */ unpackItem("StudioCreated", [
  "a*studio",
  "a*timelock",
  "a*creator",
  [
    " config",
    "string name",
    "string symbol",
    "uint8 preset",
    "uint8 clockMode",
    "uint32 secondsPerTick",
    "a registrar",
    "address[] founders",
    "address[] seats",
    "h charter",
    "h salt",
  ],
  "a governor",
  "a reputation",
  "a curation",
  "a board",
  "a mandates",
  "a commissions",
]) as typeof full.studioFactoryStudioCreatedEvent;

export const studioFactorySuccessorsCreatedEvent = /* @__PURE__ */ unpackItem("SuccessorsCreated", [
  "a*studio",
  "a*creator",
  [
    " input",
    "uint8 preset",
    "uint8 clockMode",
    "uint32 secondsPerTick",
    "b electorate",
    "b curation",
    "b board",
    "b mandates",
    "b commissions",
    "b impact",
    "address[] founders",
    "address[] seats",
    "h root",
    "u total",
    "h evidence",
  ],
  [" successors", "a governor", "a reputation", "a curation", "a board", "a mandates", "a commissions", "a impact"],
]) as typeof full.studioFactorySuccessorsCreatedEvent;

export const studioFactoryCreateStudio = /* @__PURE__ */ unpackItem(
  "createStudio",
  [
    [
      " config",
      "string name",
      "string symbol",
      "uint8 preset",
      "uint8 clockMode",
      "uint32 secondsPerTick",
      "a registrar",
      "address[] founders",
      "address[] seats",
      "h charter",
      "h salt",
    ],
  ],
  ["a studio"],
) as typeof full.studioFactoryCreateStudio;

export const studioFactoryCreateSuccessors = /* @__PURE__ */ unpackItem(
  "createSuccessors",
  [
    "a studio",
    [
      " input",
      "uint8 preset",
      "uint8 clockMode",
      "uint32 secondsPerTick",
      "b electorate",
      "b curation",
      "b board",
      "b mandates",
      "b commissions",
      "b impact",
      "address[] founders",
      "address[] seats",
      "h root",
      "u total",
      "h evidence",
    ],
  ],
  [[" successors", "a governor", "a reputation", "a curation", "a board", "a mandates", "a commissions", "a impact"]],
) as typeof full.studioFactoryCreateSuccessors;

export const studioFactoryPredict = /* @__PURE__ */ unpackItem(
  "predict",
  [
    [
      " config",
      "string name",
      "string symbol",
      "uint8 preset",
      "uint8 clockMode",
      "uint32 secondsPerTick",
      "a registrar",
      "address[] founders",
      "address[] seats",
      "h charter",
      "h salt",
    ],
    "a creator",
    "uint48 created",
  ],
  [
    [
      " clones",
      "a studio",
      "a timelock",
      "a governor",
      "a reputation",
      "a curation",
      "a board",
      "a mandates",
      "a commissions",
    ],
  ],
  "view",
) as typeof full.studioFactoryPredict;

export const studioFactorySettingsOf = /* @__PURE__ */ unpackItem(
  "settingsOf",
  ["uint8 preset"],
  [
    [
      " ",
      "uint8 minFounders",
      "uint8 maxFounders",
      "uint32 votingDelay",
      "uint32 votingPeriod",
      "uint32 lateQuorumExtension",
      "uint32 timelockDelay",
      "uint8 quorumNumerator",
      "uint24 voteCap",
    ],
  ],
  "pure",
) as typeof full.studioFactorySettingsOf;
