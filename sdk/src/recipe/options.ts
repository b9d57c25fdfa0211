import { type Address, type Hex, zeroAddress, zeroHash } from "viem";
import { nameOf, ordinalOf } from "../types/codec.ts";
import { SPLIT_KINDS, type SplitKind } from "../types/enums.ts";

/** What a split is beside its payees; what is absent is zero. */
export type SplitOptions = {
  /** `fixed` by default. */
  kind?: SplitKind;
  /** Merkle only: root over the lines, from `buildMerkleSplit` in `/merkle`. */
  root?: Hex;
  /** Merkle only: declared sum of all weights. */
  totalWeight?: bigint;
  /** Tradable only: the one token whose income follows the shares. */
  token?: Address;
  /** The first `amount` units of own income in `token` repay `account`. */
  advance?: { account: Address; token: Address; amount: bigint };
};

/** The struct of split options as contracts take it. */
export type SplitOptionsInput = Omit<Required<SplitOptions>, "kind"> & { kind: number };

const NONE = {
  root: zeroHash,
  totalWeight: 0n,
  token: zeroAddress,
  advance: { account: zeroAddress, token: zeroAddress, amount: 0n },
} as const satisfies SplitOptions;

/** Fills in what is absent. */
export function toSplitOptionsInput({ kind = "fixed", ...options }: SplitOptions = {}): SplitOptionsInput {
  return { ...NONE, ...options, kind: ordinalOf(SPLIT_KINDS, kind) };
}

/** The inverse of {@link toSplitOptionsInput}. */
export function fromSplitOptionsInput({ kind, ...options }: SplitOptionsInput): Required<SplitOptions> {
  return { ...options, kind: nameOf(SPLIT_KINDS, kind) };
}
