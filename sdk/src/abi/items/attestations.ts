// Written by scripts/generate from the compiled contracts: npm run generate

import { unpackItem } from "../compact.ts";
import type * as full from "../generated/attestations.ts";

export const attestationsAttestationRevokedEvent = /* @__PURE__ */ unpackItem("AttestationRevoked", [
  "h*uid",
  "a*attester",
]) as typeof full.attestationsAttestationRevokedEvent;

export const attestationsAttestedEvent = /* @__PURE__ */ unpackItem("Attested", [
  "h*uid",
  "a*attester",
  "h*subject",
  [
    " input",
    "uint8 kind",
    "uint8 subjectKind",
    "h subject",
    "uint8 outcome",
    "b agent",
    "uint32 score",
    "uint40 validUntil",
    "h evidence",
    "h referenceId",
    "string text",
    "h salt",
    "u deadline",
  ],
]) as typeof full.attestationsAttestedEvent;

export const attestationsEIP712DomainChangedEvent = /* @__PURE__ */ unpackItem(
  "EIP712DomainChanged",
  [],
) as typeof full.attestationsEIP712DomainChangedEvent;

export const attestationsAttest = /* @__PURE__ */ unpackItem(
  "attest",
  [
    [
      " input",
      "uint8 kind",
      "uint8 subjectKind",
      "h subject",
      "uint8 outcome",
      "b agent",
      "uint32 score",
      "uint40 validUntil",
      "h evidence",
      "h referenceId",
      "string text",
      "h salt",
      "u deadline",
    ],
  ],
  ["h uid"],
) as typeof full.attestationsAttest;

export const attestationsAttestBySignature = /* @__PURE__ */ unpackItem(
  "attestBySignature",
  [
    [
      " input",
      "uint8 kind",
      "uint8 subjectKind",
      "h subject",
      "uint8 outcome",
      "b agent",
      "uint32 score",
      "uint40 validUntil",
      "h evidence",
      "h referenceId",
      "string text",
      "h salt",
      "u deadline",
    ],
    "a attester",
    "bytes signature",
  ],
  ["h uid"],
) as typeof full.attestationsAttestBySignature;

export const attestationsEip712Domain = /* @__PURE__ */ unpackItem(
  "eip712Domain",
  [],
  [
    "bytes1 fields",
    "string name",
    "string version",
    "u chainId",
    "a verifyingContract",
    "h salt",
    "uint256[] extensions",
  ],
  "view",
) as typeof full.attestationsEip712Domain;

export const attestationsIsRevoked = /* @__PURE__ */ unpackItem(
  "isRevoked",
  ["a attester", "h uid"],
  ["b "],
  "view",
) as typeof full.attestationsIsRevoked;

export const attestationsRevoke = /* @__PURE__ */ unpackItem("revoke", ["h uid"], []) as typeof full.attestationsRevoke;

export const attestationsRevokeBySignature = /* @__PURE__ */ unpackItem(
  "revokeBySignature",
  ["h uid", "a attester", "bytes signature"],
  [],
) as typeof full.attestationsRevokeBySignature;

export const attestationsUidOf = /* @__PURE__ */ unpackItem(
  "uidOf",
  [
    [
      " input",
      "uint8 kind",
      "uint8 subjectKind",
      "h subject",
      "uint8 outcome",
      "b agent",
      "uint32 score",
      "uint40 validUntil",
      "h evidence",
      "h referenceId",
      "string text",
      "h salt",
      "u deadline",
    ],
    "a attester",
  ],
  ["h uid"],
  "view",
) as typeof full.attestationsUidOf;
