// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/studioFactory.ts";

export const studioFactoryStudioCreatedEvent = /* @__PURE__ */ unpackItem(
  "eStudioCreated;a*studio,a*timelock,a*creator,(string name,string symbol,uint8 preset,uint8 clockMode,uint32 secondsPerTick,a registrar,a[] founders,a[] seats,h charter,h salt) config,a governor,a reputation,a curation,a board",
) as typeof full.studioFactoryStudioCreatedEvent;

export const studioFactorySuccessorsCreatedEvent = /* @__PURE__ */ unpackItem(
  "eSuccessorsCreated;a*studio,a*creator,(uint8 preset,uint8 clockMode,uint32 secondsPerTick,b electorate,b curation,b board,b impact,a[] founders,a[] seats,h root,u total,h evidence) input,(a governor,a reputation,a curation,a board,a impact) successors",
) as typeof full.studioFactorySuccessorsCreatedEvent;

export const studioFactoryCreateStudio = /* @__PURE__ */ unpackItem(
  "ncreateStudio;(string name,string symbol,uint8 preset,uint8 clockMode,uint32 secondsPerTick,a registrar,a[] founders,a[] seats,h charter,h salt) config;a studio",
) as typeof full.studioFactoryCreateStudio;

export const studioFactoryCreateSuccessors = /* @__PURE__ */ unpackItem(
  "ncreateSuccessors;a studio,(uint8 preset,uint8 clockMode,uint32 secondsPerTick,b electorate,b curation,b board,b impact,a[] founders,a[] seats,h root,u total,h evidence) input;(a governor,a reputation,a curation,a board,a impact) successors",
) as typeof full.studioFactoryCreateSuccessors;

export const studioFactoryPredict = /* @__PURE__ */ unpackItem(
  "vpredict;(string name,string symbol,uint8 preset,uint8 clockMode,uint32 secondsPerTick,a registrar,a[] founders,a[] seats,h charter,h salt) config,a creator,uint48 created;(a studio,a timelock,a governor,a reputation,a curation,a board) clones",
) as typeof full.studioFactoryPredict;

export const studioFactorySettingsOf = /* @__PURE__ */ unpackItem(
  "usettingsOf;uint8 preset;(uint8 minFounders,uint8 maxFounders,uint32 votingDelay,uint32 votingPeriod,uint32 lateQuorumExtension,uint32 timelockDelay,uint8 quorumNumerator,uint24 voteCap) ",
) as typeof full.studioFactorySettingsOf;
