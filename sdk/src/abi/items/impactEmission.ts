// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/impactEmission.ts";

export const impactEmissionImpactClaimedEvent = /* @__PURE__ */ unpackItem("ImpactClaimed", [
  "uint32*epoch",
  "uint32*recipe",
  "a*account",
  "u raw",
]) as typeof full.impactEmissionImpactClaimedEvent;

export const impactEmissionImpactEpochClosedEvent = /* @__PURE__ */ unpackItem("ImpactEpochClosed", [
  "uint32*epoch",
  "u points",
  "u pool",
]) as typeof full.impactEmissionImpactEpochClosedEvent;

export const impactEmissionImpactMarkedEvent = /* @__PURE__ */ unpackItem("ImpactMarked", [
  "uint32*recipe",
  "uint32*version",
  "u reached",
]) as typeof full.impactEmissionImpactMarkedEvent;

export const impactEmissionImpactMeasuredEvent = /* @__PURE__ */ unpackItem("ImpactMeasured", [
  "uint32*epoch",
  "uint32*recipe",
  "u amount",
  "u points",
]) as typeof full.impactEmissionImpactMeasuredEvent;

export const impactEmissionImpactTermsSetEvent = /* @__PURE__ */ unpackItem("ImpactTermsSet", [
  "uint32*version",
  "uint32 from",
  "a*token",
  "uint128 unitsPerRep",
  "uint24 share",
]) as typeof full.impactEmissionImpactTermsSetEvent;

export const impactEmissionClaim = /* @__PURE__ */ unpackItem(
  "claim",
  ["uint32 epoch", "uint32 recipe", "a account"],
  ["u raw"],
) as typeof full.impactEmissionClaim;

export const impactEmissionClaimable = /* @__PURE__ */ unpackItem(
  "claimable",
  ["uint32 epoch", "uint32 recipe", "a account"],
  ["u "],
  "view",
) as typeof full.impactEmissionClaimable;

export const impactEmissionCloseEpoch = /* @__PURE__ */ unpackItem(
  "closeEpoch",
  ["uint32 epoch"],
  [],
) as typeof full.impactEmissionCloseEpoch;

export const impactEmissionEpochNow = /* @__PURE__ */ unpackItem(
  "epochNow",
  [],
  ["uint32 "],
  "view",
) as typeof full.impactEmissionEpochNow;

export const impactEmissionEpochOf = /* @__PURE__ */ unpackItem(
  "epochOf",
  ["uint32 epoch"],
  [[" ", "uint128 points", "uint24 share", "uint128 pool", "uint48 closedAt"]],
  "view",
) as typeof full.impactEmissionEpochOf;

export const impactEmissionFlowOf = /* @__PURE__ */ unpackItem(
  "flowOf",
  ["uint32 epoch", "uint32 recipe"],
  [[" ", "uint128 amount", "uint128 points"]],
  "view",
) as typeof full.impactEmissionFlowOf;

export const impactEmissionMarkOf = /* @__PURE__ */ unpackItem(
  "markOf",
  ["uint32 recipe"],
  ["uint128 reached", "uint32 version"],
  "view",
) as typeof full.impactEmissionMarkOf;

export const impactEmissionMeasure = /* @__PURE__ */ unpackItem(
  "measure",
  ["uint32 recipe"],
  ["u points"],
) as typeof full.impactEmissionMeasure;

export const impactEmissionSetTerms = /* @__PURE__ */ unpackItem(
  "setTerms",
  ["a token", "uint128 unitsPerRep", "uint24 share"],
  [],
) as typeof full.impactEmissionSetTerms;

export const impactEmissionStudio = /* @__PURE__ */ unpackItem(
  "studio",
  [],
  ["a "],
  "view",
) as typeof full.impactEmissionStudio;

export const impactEmissionTermsOf = /* @__PURE__ */ unpackItem(
  "termsOf",
  ["uint32 epoch"],
  [[" ", "a token", "uint24 share", "uint32 version", "uint32 from", "uint128 unitsPerRep"]],
  "view",
) as typeof full.impactEmissionTermsOf;
