// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/impactEmission.ts";

export const impactEmissionImpactClaimedEvent = /* @__PURE__ */ unpackItem(
  "eImpactClaimed;uint32*epoch,uint32*recipe,a*account,u raw",
) as typeof full.impactEmissionImpactClaimedEvent;

export const impactEmissionImpactEpochClosedEvent = /* @__PURE__ */ unpackItem(
  "eImpactEpochClosed;uint32*epoch,u points,u pool",
) as typeof full.impactEmissionImpactEpochClosedEvent;

export const impactEmissionImpactMarkedEvent = /* @__PURE__ */ unpackItem(
  "eImpactMarked;uint32*recipe,uint32*version,u reached",
) as typeof full.impactEmissionImpactMarkedEvent;

export const impactEmissionImpactMeasuredEvent = /* @__PURE__ */ unpackItem(
  "eImpactMeasured;uint32*epoch,uint32*recipe,u amount,u points",
) as typeof full.impactEmissionImpactMeasuredEvent;

export const impactEmissionImpactTermsSetEvent = /* @__PURE__ */ unpackItem(
  "eImpactTermsSet;uint32*version,uint32 from,a*token,uint128 unitsPerRep,uint24 share",
) as typeof full.impactEmissionImpactTermsSetEvent;

export const impactEmissionClaim = /* @__PURE__ */ unpackItem(
  "nclaim;uint32 epoch,uint32 recipe,a account;u raw",
) as typeof full.impactEmissionClaim;

export const impactEmissionClaimable = /* @__PURE__ */ unpackItem(
  "vclaimable;uint32 epoch,uint32 recipe,a account;u ",
) as typeof full.impactEmissionClaimable;

export const impactEmissionCloseEpoch = /* @__PURE__ */ unpackItem(
  "ncloseEpoch;uint32 epoch;",
) as typeof full.impactEmissionCloseEpoch;

export const impactEmissionEpochNow = /* @__PURE__ */ unpackItem(
  "vepochNow;;uint32 ",
) as typeof full.impactEmissionEpochNow;

export const impactEmissionEpochOf = /* @__PURE__ */ unpackItem(
  "vepochOf;uint32 epoch;(uint128 points,uint24 share,uint128 pool,uint48 closedAt) ",
) as typeof full.impactEmissionEpochOf;

export const impactEmissionFlowOf = /* @__PURE__ */ unpackItem(
  "vflowOf;uint32 epoch,uint32 recipe;(uint128 amount,uint128 points) ",
) as typeof full.impactEmissionFlowOf;

export const impactEmissionMarkOf = /* @__PURE__ */ unpackItem(
  "vmarkOf;uint32 recipe;uint128 reached,uint32 version",
) as typeof full.impactEmissionMarkOf;

export const impactEmissionMeasure = /* @__PURE__ */ unpackItem(
  "nmeasure;uint32 recipe;u points",
) as typeof full.impactEmissionMeasure;

export const impactEmissionSetTerms = /* @__PURE__ */ unpackItem(
  "nsetTerms;a token,uint128 unitsPerRep,uint24 share;",
) as typeof full.impactEmissionSetTerms;

export const impactEmissionStudio = /* @__PURE__ */ unpackItem("vstudio;;a ") as typeof full.impactEmissionStudio;

export const impactEmissionTermsOf = /* @__PURE__ */ unpackItem(
  "vtermsOf;uint32 epoch;(a token,uint24 share,uint32 version,uint32 from,uint128 unitsPerRep) ",
) as typeof full.impactEmissionTermsOf;
