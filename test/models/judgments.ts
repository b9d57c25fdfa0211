import { concatHex, type Hex, size, sliceHex } from "viem";

/** Bytes of a packed ballot on one sample. */
const BALLOT = 130;

/** What packed ballots say, without who signed it: index u16, ok, defect of each. */
export function judgmentsOf(packed: Hex): Hex {
  const starts = Array.from({ length: size(packed) / BALLOT }, (_, i) => BALLOT * i);
  return concatHex(starts.flatMap((at) => [sliceHex(packed, at, at + 2), sliceHex(packed, at + 66, at + BALLOT)]));
}
