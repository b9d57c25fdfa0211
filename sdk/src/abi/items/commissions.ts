// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/commissions.ts";

export const commissionsCommissionOpenedEvent = /* @__PURE__ */ unpackItem("CommissionOpened", [
  "h*commissionId",
  [
    " input",
    "a token",
    ["[] milestones", "a assignee", "uint96 reward", "uint40 deadline", "uint16 dependsOn", "h brief"],
    "h salt",
  ],
]) as typeof full.commissionsCommissionOpenedEvent;

export const commissionsMilestoneDeliveredEvent = /* @__PURE__ */ unpackItem("MilestoneDelivered", [
  "h*commissionId",
  "uint8*milestone",
  "u*lotId",
]) as typeof full.commissionsMilestoneDeliveredEvent;

export const commissionsMilestonePaidEvent = /* @__PURE__ */ unpackItem("MilestonePaid", [
  "h*commissionId",
  "uint8*milestone",
  "a*assignee",
  "u amount",
]) as typeof full.commissionsMilestonePaidEvent;

export const commissionsMilestoneReturnedEvent = /* @__PURE__ */ unpackItem("MilestoneReturned", [
  "h*commissionId",
  "uint8*milestone",
  "u amount",
]) as typeof full.commissionsMilestoneReturnedEvent;

export const commissionsRestReturnedEvent = /* @__PURE__ */ unpackItem("RestReturned", [
  "h*commissionId",
  "a*token",
  "u amount",
]) as typeof full.commissionsRestReturnedEvent;

export const commissionsCommissionIdOf = /* @__PURE__ */ unpackItem(
  "commissionIdOf",
  [
    [
      " input",
      "a token",
      ["[] milestones", "a assignee", "uint96 reward", "uint40 deadline", "uint16 dependsOn", "h brief"],
      "h salt",
    ],
  ],
  ["h "],
  "view",
) as typeof full.commissionsCommissionIdOf;

export const commissionsCommissionOf = /* @__PURE__ */ unpackItem(
  "commissionOf",
  ["h commissionId"],
  [
    "a token",
    "uint40 openedAt",
    ["[] milestones", "a assignee", "uint96 reward", "uint40 deadline", "uint16 dependsOn", "u lotId", "uint8 status"],
  ],
  "view",
) as typeof full.commissionsCommissionOf;

export const commissionsDeliver = /* @__PURE__ */ unpackItem(
  "deliver",
  ["h commissionId", "uint8 milestone", "u lotId"],
  [],
) as typeof full.commissionsDeliver;

export const commissionsFormer = /* @__PURE__ */ unpackItem(
  "former",
  [],
  ["a "],
  "view",
) as typeof full.commissionsFormer;

export const commissionsIsUsed = /* @__PURE__ */ unpackItem(
  "isUsed",
  ["u lotId"],
  ["b "],
  "view",
) as typeof full.commissionsIsUsed;

export const commissionsOpen = /* @__PURE__ */ unpackItem(
  "open",
  [
    [
      " input",
      "a token",
      ["[] milestones", "a assignee", "uint96 reward", "uint40 deadline", "uint16 dependsOn", "h brief"],
      "h salt",
    ],
  ],
  ["h commissionId"],
) as typeof full.commissionsOpen;

export const commissionsPayMilestone = /* @__PURE__ */ unpackItem(
  "payMilestone",
  ["h commissionId", "uint8 milestone"],
  [],
) as typeof full.commissionsPayMilestone;

export const commissionsReturnMilestone = /* @__PURE__ */ unpackItem(
  "returnMilestone",
  ["h commissionId", "uint8 milestone"],
  [],
) as typeof full.commissionsReturnMilestone;

export const commissionsReturnRest = /* @__PURE__ */ unpackItem(
  "returnRest",
  ["h commissionId", "a token"],
  [],
) as typeof full.commissionsReturnRest;

export const commissionsStudio = /* @__PURE__ */ unpackItem(
  "studio",
  [],
  ["a "],
  "view",
) as typeof full.commissionsStudio;

export const commissionsSucceed = /* @__PURE__ */ unpackItem(
  "succeed",
  ["a module"],
  [],
) as typeof full.commissionsSucceed;
