import type { Hex } from "viem";
import { encodeAbiParameters, keccak256, sliceHex, zeroHash } from "viem";
import { limitsOf, planOf } from "./plan.ts";
import type { AuditTerms } from "./terms.ts";

/** What {@link deriveSeed} needs. */
export type DeriveSeedParameters = {
  lotId: bigint;
  /** `mixHash` of the seed block's header. */
  prevRandao: Hex;
  /** Only on chains whose studios keep a pre-committed chain of salts. */
  salt?: Hex;
};

/** The seed that `drawSeed` will store: the first 128 bits of keccak(lotId, prevRandao, salt). */
export function deriveSeed({ lotId, prevRandao, salt = zeroHash }: DeriveSeedParameters): Hex {
  const types = [{ type: "uint256" }, { type: "bytes32" }, { type: "bytes32" }] as const;
  return sliceHex(keccak256(encodeAbiParameters(types, [lotId, prevRandao, salt])), 0, 16);
}

/** Position in the lot that lane `lane` of a sampled audit judges. */
export function lanePosition(seed: Hex, lane: number, count: number): number {
  const draw = keccak256(encodeAbiParameters([{ type: "bytes16" }, { type: "uint256" }], [seed, BigInt(lane)]));
  return Number(BigInt(draw) % BigInt(count));
}

/** What is to be judged in one audit. */
export type Sample = {
  /** Asset index of each lane; draws are with replacement, so an asset may come twice. */
  positions: readonly number[];
  /** Whether the lot is small enough that every asset is judged: lane i = asset i. */
  census: boolean;
  /** How many defects the lot may have and still be accepted. */
  acceptance: number;
};

/** What {@link sampleOf} needs. */
export type SampleParameters = {
  seed: Hex;
  /** Assets in the lot. */
  count: number;
  /** Number of the acceptance plan, as in `AuditOpened`. */
  plan: number;
  /** Terms of the lot; the defaults where it has none of its own. */
  terms?: AuditTerms | undefined;
};

/**
 * The assets that an audit's curators judge.
 *
 * @example
 * ```ts
 * const { positions } = sampleOf({ seed, count: 10_000, plan: 0 });
 * // 256 asset indices
 * ```
 */
export function sampleOf({ seed, count, plan, terms }: SampleParameters): Sample {
  const { lanes, acceptance, census } = limitsOf(count, planOf(plan, terms));
  const positionOf = (lane: number): number => (census ? lane : lanePosition(seed, lane, count));
  return { positions: Array.from({ length: lanes }, (_, lane) => positionOf(lane)), census, acceptance };
}
