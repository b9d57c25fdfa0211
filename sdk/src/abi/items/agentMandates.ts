// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/agentMandates.ts";

export const agentMandatesAccountSweptEvent = /* @__PURE__ */ unpackItem("AccountSwept", [
  "h*mandateId",
  "a*token",
  "u amount",
]) as typeof full.agentMandatesAccountSweptEvent;

export const agentMandatesCallListedEvent = /* @__PURE__ */ unpackItem("CallListed", [
  "h*mandateId",
  "a*target",
  "bytes4*selector",
  "b listed",
]) as typeof full.agentMandatesCallListedEvent;

export const agentMandatesMandateBoughtEvent = /* @__PURE__ */ unpackItem("MandateBought", [
  "h*mandateId",
  "h*purchaseId",
  "h*offerId",
  "a seller",
  "u amount",
  "h head",
]) as typeof full.agentMandatesMandateBoughtEvent;

export const agentMandatesMandateCalledEvent = /* @__PURE__ */ unpackItem("MandateCalled", [
  "h*mandateId",
  "a*target",
  "bytes4*selector",
  "h dataHash",
  "h head",
]) as typeof full.agentMandatesMandateCalledEvent;

export const agentMandatesMandateConsentedEvent = /* @__PURE__ */ unpackItem("MandateConsented", [
  "a*agent",
  "h*terms",
]) as typeof full.agentMandatesMandateConsentedEvent;

export const agentMandatesMandateGrantedEvent = /* @__PURE__ */ unpackItem("MandateGranted", [
  "h*mandateId",
  "a*agent",
  "uint64 number",
  "a account",
  [
    " input",
    "a agent",
    "a sponsor",
    "h policyHash",
    "a token",
    [" limits", "uint96 perTransaction", "uint96 perPeriod", "uint32 period"],
    "uint96 lifetime",
    "uint40 validUntil",
    "uint40 reviewAt",
    "uint24 quota",
    "address[] payees",
    ["[] calls", "a target", "bytes4 selector"],
  ],
]) as typeof full.agentMandatesMandateGrantedEvent;

export const agentMandatesMandatePaidEvent = /* @__PURE__ */ unpackItem("MandatePaid", [
  "h*mandateId",
  "a*payee",
  "h*purpose",
  "u amount",
  "h head",
]) as typeof full.agentMandatesMandatePaidEvent;

export const agentMandatesMandatePausedEvent = /* @__PURE__ */ unpackItem("MandatePaused", [
  "h*mandateId",
  "a*by",
  "uint48 until",
]) as typeof full.agentMandatesMandatePausedEvent;

export const agentMandatesMandateReviewedEvent = /* @__PURE__ */ unpackItem("MandateReviewed", [
  "h*mandateId",
  "uint40 reviewAt",
  "uint24 quota",
  [" limits", "uint96 perTransaction", "uint96 perPeriod", "uint32 period"],
]) as typeof full.agentMandatesMandateReviewedEvent;

export const agentMandatesMandateRevokedEvent = /* @__PURE__ */ unpackItem("MandateRevoked", [
  "h*mandateId",
]) as typeof full.agentMandatesMandateRevokedEvent;

export const agentMandatesPayeeListedEvent = /* @__PURE__ */ unpackItem("PayeeListed", [
  "h*mandateId",
  "a*payee",
  "b listed",
]) as typeof full.agentMandatesPayeeListedEvent;

export const agentMandatesPolicyChangedEvent = /* @__PURE__ */ unpackItem("PolicyChanged", [
  "h*mandateId",
  "uint32*version",
  "h policyHash",
]) as typeof full.agentMandatesPolicyChangedEvent;

export const agentMandatesPresenceNotedEvent = /* @__PURE__ */ unpackItem("PresenceNoted", [
  "b present",
]) as typeof full.agentMandatesPresenceNotedEvent;

export const agentMandatesQuotaMovedEvent = /* @__PURE__ */ unpackItem("QuotaMoved", [
  "h*mandateId",
  "a*gate",
]) as typeof full.agentMandatesQuotaMovedEvent;

export const agentMandatesQuotaUsedEvent = /* @__PURE__ */ unpackItem("QuotaUsed", [
  "h*mandateId",
  "u*lotId",
  "u used",
]) as typeof full.agentMandatesQuotaUsedEvent;

export const agentMandatesWindowSetEvent = /* @__PURE__ */ unpackItem("WindowSet", [
  "a*token",
  "uint96 cap",
  "uint32 length",
]) as typeof full.agentMandatesWindowSetEvent;

export const agentMandatesBuy = /* @__PURE__ */ unpackItem(
  "buy",
  [
    "h mandateId",
    "h policyHash",
    [
      " purchase",
      "h offerId",
      "u assetId",
      "a licensee",
      "a referrer",
      "uint32 seats",
      "uint96 maxTotal",
      "uint40 deadline",
      "h salt",
    ],
  ],
  ["h purchaseId"],
) as typeof full.agentMandatesBuy;

export const agentMandatesCall = /* @__PURE__ */ unpackItem(
  "call",
  ["h mandateId", "h policyHash", "a target", "bytes data"],
  ["bytes answer"],
) as typeof full.agentMandatesCall;

export const agentMandatesChangePolicy = /* @__PURE__ */ unpackItem(
  "changePolicy",
  ["h mandateId", "h policyHash"],
  [],
) as typeof full.agentMandatesChangePolicy;

export const agentMandatesConsent = /* @__PURE__ */ unpackItem(
  "consent",
  ["h terms"],
  [],
) as typeof full.agentMandatesConsent;

export const agentMandatesConsentOf = /* @__PURE__ */ unpackItem(
  "consentOf",
  ["a agent"],
  ["h "],
  "view",
) as typeof full.agentMandatesConsentOf;

export const agentMandatesFollow = /* @__PURE__ */ unpackItem(
  "follow",
  ["h mandateId"],
  [],
) as typeof full.agentMandatesFollow;

export const agentMandatesFollowStudio = /* @__PURE__ */ unpackItem(
  "followStudio",
  [],
  [],
) as typeof full.agentMandatesFollowStudio;

export const agentMandatesGrant = /* @__PURE__ */ unpackItem(
  "grant",
  [
    [
      " input",
      "a agent",
      "a sponsor",
      "h policyHash",
      "a token",
      [" limits", "uint96 perTransaction", "uint96 perPeriod", "uint32 period"],
      "uint96 lifetime",
      "uint40 validUntil",
      "uint40 reviewAt",
      "uint24 quota",
      "address[] payees",
      ["[] calls", "a target", "bytes4 selector"],
    ],
  ],
  ["h mandateId"],
) as typeof full.agentMandatesGrant;

export const agentMandatesHashTerms = /* @__PURE__ */ unpackItem(
  "hashTerms",
  [
    [
      " input",
      "a agent",
      "a sponsor",
      "h policyHash",
      "a token",
      [" limits", "uint96 perTransaction", "uint96 perPeriod", "uint32 period"],
      "uint96 lifetime",
      "uint40 validUntil",
      "uint40 reviewAt",
      "uint24 quota",
      "address[] payees",
      ["[] calls", "a target", "bytes4 selector"],
    ],
  ],
  ["h "],
  "pure",
) as typeof full.agentMandatesHashTerms;

export const agentMandatesHeadOf = /* @__PURE__ */ unpackItem(
  "headOf",
  ["h mandateId"],
  ["h "],
  "view",
) as typeof full.agentMandatesHeadOf;

export const agentMandatesIsCall = /* @__PURE__ */ unpackItem(
  "isCall",
  ["h mandateId", "a target", "bytes4 selector"],
  ["b "],
  "view",
) as typeof full.agentMandatesIsCall;

export const agentMandatesIsLive = /* @__PURE__ */ unpackItem(
  "isLive",
  ["h mandateId"],
  ["b "],
  "view",
) as typeof full.agentMandatesIsLive;

export const agentMandatesIsPayee = /* @__PURE__ */ unpackItem(
  "isPayee",
  ["h mandateId", "a payee"],
  ["b "],
  "view",
) as typeof full.agentMandatesIsPayee;

export const agentMandatesMandateIdOf = /* @__PURE__ */ unpackItem(
  "mandateIdOf",
  ["a agent"],
  ["h "],
  "view",
) as typeof full.agentMandatesMandateIdOf;

export const agentMandatesMandateOf = /* @__PURE__ */ unpackItem(
  "mandateOf",
  ["h mandateId"],
  [
    [
      " mandate",
      "a agent",
      "a sponsor",
      "a account",
      "a token",
      "h policyHash",
      "uint32 policyVersion",
      [" limits", "uint96 perTransaction", "uint96 perPeriod", "uint32 period"],
      "uint96 spent",
      "uint96 left",
      "uint40 validUntil",
      "uint40 pausedUntil",
      "uint40 reviewAt",
      "uint24 quota",
      "b revoked",
    ],
  ],
  "view",
) as typeof full.agentMandatesMandateOf;

export const agentMandatesNotePresence = /* @__PURE__ */ unpackItem(
  "notePresence",
  [],
  [],
) as typeof full.agentMandatesNotePresence;

export const agentMandatesPause = /* @__PURE__ */ unpackItem(
  "pause",
  ["h mandateId", "uint48 until"],
  [],
) as typeof full.agentMandatesPause;

export const agentMandatesPay = /* @__PURE__ */ unpackItem(
  "pay",
  ["h mandateId", "h policyHash", "a payee", "u amount", "h purpose"],
  [],
) as typeof full.agentMandatesPay;

export const agentMandatesQuotaOf = /* @__PURE__ */ unpackItem(
  "quotaOf",
  ["a gate", "a agent"],
  [
    [
      " ",
      "uint24 perDay",
      "uint24 used",
      "uint16 day",
      "uint32 from",
      "uint32 until",
      "uint32 policyVersion",
      "uint32 next",
      "uint64 number",
    ],
  ],
  "view",
) as typeof full.agentMandatesQuotaOf;

export const agentMandatesReview = /* @__PURE__ */ unpackItem(
  "review",
  [
    "h mandateId",
    "uint40 reviewAt",
    "uint24 quota",
    [" limits", "uint96 perTransaction", "uint96 perPeriod", "uint32 period"],
  ],
  [],
) as typeof full.agentMandatesReview;

export const agentMandatesRevoke = /* @__PURE__ */ unpackItem(
  "revoke",
  ["h mandateId"],
  [],
) as typeof full.agentMandatesRevoke;

export const agentMandatesSetCall = /* @__PURE__ */ unpackItem(
  "setCall",
  ["h mandateId", [" rule", "a target", "bytes4 selector"], "b listed"],
  [],
) as typeof full.agentMandatesSetCall;

export const agentMandatesSetPayee = /* @__PURE__ */ unpackItem(
  "setPayee",
  ["h mandateId", "a payee", "b listed"],
  [],
) as typeof full.agentMandatesSetPayee;

export const agentMandatesSetWindow = /* @__PURE__ */ unpackItem(
  "setWindow",
  ["a token", "uint96 cap", "uint32 length"],
  [],
) as typeof full.agentMandatesSetWindow;

export const agentMandatesSweep = /* @__PURE__ */ unpackItem(
  "sweep",
  ["h mandateId", "a token"],
  [],
) as typeof full.agentMandatesSweep;

export const agentMandatesUseQuota = /* @__PURE__ */ unpackItem(
  "useQuota",
  ["u lotId", "uint32 count"],
  [],
) as typeof full.agentMandatesUseQuota;

export const agentMandatesWindowOf = /* @__PURE__ */ unpackItem(
  "windowOf",
  ["a token"],
  ["uint96 cap", "u spent"],
  "view",
) as typeof full.agentMandatesWindowOf;
