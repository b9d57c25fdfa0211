import { type Address, decodeAbiParameters, encodeAbiParameters, type Hex, size } from "viem";
import { hashDescription, type ProposalContent, toColumns } from "../governance/proposal.ts";
import type { Power } from "../types/enums.ts";

/** A proposal as the governor's functions take it, which is all that the chain keeps of it. */
export type ProposalActions = {
  targets: readonly Address[];
  values: readonly bigint[];
  calldatas: readonly Hex[];
  descriptionHash: Hex;
};

/** Assets of a lot, by a bit mask over a word of 256. */
type Mask = {
  /** The gate that judged the lot; the studio's present or a former one. */
  gate: Address;
  word: bigint;
  mask: bigint;
};

/** What a board is to decide: a power with what it needs. */
export type BoardDecision =
  | { power: "answer" }
  | { power: "veto"; proposals: readonly ProposalActions[] }
  | { power: "quarantine"; seconds: bigint }
  | ({ power: "maskVeto" } & Mask)
  | { power: "pause"; seconds: bigint }
  | { power: "certify"; passed: boolean; report: Hex }
  | { power: "lift" }
  | ({ power: "lift" } & Mask)
  | { power: "confirm"; reviewId: bigint };

const ACTIONS = [
  {
    type: "tuple[]",
    components: [
      { name: "targets", type: "address[]" },
      { name: "values", type: "uint256[]" },
      { name: "calldatas", type: "bytes[]" },
      { name: "descriptionHash", type: "bytes32" },
    ],
  },
] as const;
const NUMBER = [{ type: "uint256" }] as const;
const MASK = [{ type: "address" }, { type: "uint256" }, { type: "uint256" }] as const;
const CERTIFICATE = [{ type: "bool" }, { type: "bytes32" }] as const;

/** A proposal for the payload of a veto, from what `proposeAndWait` returned. */
export function toProposalActions({ calls, description }: ProposalContent): ProposalActions {
  const [targets, values, calldatas] = toColumns(calls);
  return { targets, values, calldatas, descriptionHash: hashDescription(description) };
}

/**
 * The payload of a decision: what a review commits to by its hash, and what enacting it takes.
 *
 * @example
 * ```ts
 * await client.enactReviewAndWait({ reviewId, payload: toPayload({ power: "quarantine", seconds: 14n * 86_400n }) });
 * ```
 */
export function toPayload(decision: BoardDecision): Hex {
  switch (decision.power) {
    case "answer":
      return "0x";
    case "veto":
      return encodeAbiParameters(ACTIONS, [decision.proposals]);
    case "quarantine":
    case "pause":
      return encodeAbiParameters(NUMBER, [decision.seconds]);
    case "maskVeto":
      return encodeAbiParameters(MASK, [decision.gate, decision.word, decision.mask]);
    case "lift":
      return "gate" in decision ? encodeAbiParameters(MASK, [decision.gate, decision.word, decision.mask]) : "0x";
    case "certify":
      return encodeAbiParameters(CERTIFICATE, [decision.passed, decision.report]);
    case "confirm":
      return encodeAbiParameters(NUMBER, [decision.reviewId]);
  }
}

/** The inverse of {@link toPayload}; throws where the payload is not one of the power. */
export function fromPayload(power: Power, payload: Hex): BoardDecision {
  switch (power) {
    case "answer":
      return { power };
    case "veto":
      return { power, proposals: decodeAbiParameters(ACTIONS, payload)[0] };
    case "quarantine":
    case "pause":
      return { power, seconds: decodeAbiParameters(NUMBER, payload)[0] };
    case "maskVeto":
      return { power, ...toMask(payload) };
    case "lift":
      return size(payload) === 0 ? { power } : { power, ...toMask(payload) };
    case "certify": {
      const [passed, report] = decodeAbiParameters(CERTIFICATE, payload);
      return { power, passed, report };
    }
    case "confirm":
      return { power, reviewId: decodeAbiParameters(NUMBER, payload)[0] };
  }
}

function toMask(payload: Hex): Mask {
  const [gate, word, mask] = decodeAbiParameters(MASK, payload);
  return { gate, word, mask };
}
