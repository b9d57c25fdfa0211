// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/provenance.ts";

export const provenanceContestLapsedEvent = /* @__PURE__ */ unpackItem("ContestLapsed", [
  "u*contestId",
]) as typeof full.provenanceContestLapsedEvent;

export const provenanceContestRuledEvent = /* @__PURE__ */ unpackItem("ContestRuled", [
  "u*contestId",
  "a*judge",
  "uint8 finding",
  "a to",
]) as typeof full.provenanceContestRuledEvent;

export const provenanceContestTermsSetEvent = /* @__PURE__ */ unpackItem("ContestTermsSet", [
  "a*timelock",
  "a token",
  "uint96 bond",
]) as typeof full.provenanceContestTermsSetEvent;

export const provenanceCopyProvedEvent = /* @__PURE__ */ unpackItem("CopyProved", [
  "u*copy",
  "u*earliest",
  "h*contentHash",
]) as typeof full.provenanceCopyProvedEvent;

export const provenanceEarliestProvedEvent = /* @__PURE__ */ unpackItem("EarliestProved", [
  "h*contentHash",
  "u*assetId",
  "u*former",
  "uint40 committedAt",
]) as typeof full.provenanceEarliestProvedEvent;

export const provenanceLeavesPublishedEvent = /* @__PURE__ */ unpackItem("LeavesPublished", [
  "u*lotId",
  "uint24 first",
  "bytes32[] leaves",
]) as typeof full.provenanceLeavesPublishedEvent;

export const provenanceLineageContestedEvent = /* @__PURE__ */ unpackItem("LineageContested", [
  "u*contestId",
  "h*recipeId",
  "a*claimant",
  "uint32 recipe",
  "u parent",
  "h evidence",
  "a token",
  "uint96 bond",
  "uint40 deadline",
]) as typeof full.provenanceLineageContestedEvent;

export const provenanceContestCount = /* @__PURE__ */ unpackItem(
  "contestCount",
  [],
  ["u "],
  "view",
) as typeof full.provenanceContestCount;

export const provenanceContestLineage = /* @__PURE__ */ unpackItem(
  "contestLineage",
  ["h recipeId", "u parent", "h evidence", "a token", "uint96 bond"],
  ["u contestId"],
) as typeof full.provenanceContestLineage;

export const provenanceContestOf = /* @__PURE__ */ unpackItem(
  "contestOf",
  ["u contestId"],
  [
    [
      " ",
      "a claimant",
      "uint40 deadline",
      "uint8 finding",
      "b closed",
      "a token",
      "uint96 bond",
      "h recipeId",
      "u parent",
    ],
  ],
  "view",
) as typeof full.provenanceContestOf;

export const provenanceContestTermsOf = /* @__PURE__ */ unpackItem(
  "contestTermsOf",
  ["a timelock"],
  ["a token", "uint96 bond"],
  "view",
) as typeof full.provenanceContestTermsOf;

export const provenanceEarliestOf = /* @__PURE__ */ unpackItem(
  "earliestOf",
  ["h contentHash"],
  ["u assetId", "uint40 committedAt"],
  "view",
) as typeof full.provenanceEarliestOf;

export const provenanceJudgeOf = /* @__PURE__ */ unpackItem(
  "judgeOf",
  ["h recipeId"],
  ["a "],
  "view",
) as typeof full.provenanceJudgeOf;

export const provenanceLapseContest = /* @__PURE__ */ unpackItem(
  "lapseContest",
  ["u contestId"],
  [],
) as typeof full.provenanceLapseContest;

export const provenanceOpenContestOf = /* @__PURE__ */ unpackItem(
  "openContestOf",
  ["h recipeId", "u parent", "a claimant"],
  ["u contestId"],
  "view",
) as typeof full.provenanceOpenContestOf;

export const provenanceProveContent = /* @__PURE__ */ unpackItem(
  "proveContent",
  [
    "u assetId",
    [
      " leaf",
      "h contentHash",
      "h c2paHash",
      "h recipeCommitment",
      "uint64 createdAt",
      "h perceptualHash",
      "uint32 machineScore",
      "h reportHash",
    ],
    "bytes32[] proof",
  ],
  ["u earliest"],
) as typeof full.provenanceProveContent;

export const provenancePublishLeaves = /* @__PURE__ */ unpackItem(
  "publishLeaves",
  ["u lotId", "uint24 first", "bytes32[] leaves", "bytes32[] subtreeProof"],
  [],
) as typeof full.provenancePublishLeaves;

export const provenanceRuleContest = /* @__PURE__ */ unpackItem(
  "ruleContest",
  ["u contestId", "uint8 finding"],
  [],
) as typeof full.provenanceRuleContest;

export const provenanceSetContestTerms = /* @__PURE__ */ unpackItem(
  "setContestTerms",
  ["a token", "uint96 bond"],
  [],
) as typeof full.provenanceSetContestTerms;

export const provenanceWithdrawBond = /* @__PURE__ */ unpackItem(
  "withdrawBond",
  ["a token", "uint128 amount"],
  [],
) as typeof full.provenanceWithdrawBond;
