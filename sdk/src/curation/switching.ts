import type { ProducerLevel } from "../types/enums.ts";

/** How a producer is inspected, and what its last verdicts were. */
export type Inspection = {
  level: ProducerLevel;
  /** Accepted lots in a row, at most 255. */
  accepted: number;
  /** While normal or reduced: the last five outcomes, bit 0 the newest, set = rejected; tightened: rejections there. */
  rejected: number;
};

/** How a producer starts. */
export const FIRST_INSPECTION: Inspection = { level: "normal", accepted: 0, rejected: 0 };

const TO_RELAX = 5;
const TO_REDUCE = 10;
const TO_STOP = 5;
const LAST_FIVE = 0x1f;
const LARGEST_ROW = 255;

const at = (level: ProducerLevel): Inspection => ({ ...FIRST_INSPECTION, level });

/**
 * Counts one verdict in the manner of ISO 2859-1: two rejections among five lots make inspection tighter, five accepted
 * in a row normal again, ten in a row lighter; who is rejected five times while it is tight stops.
 */
export function countVerdict({ level, ...before }: Inspection, isAccepted: boolean): Inspection {
  if (level === "stopped") return { level, ...before };
  const accepted = isAccepted ? Math.min(before.accepted + 1, LARGEST_ROW) : 0;
  if (level === "tightened") {
    const rejected = before.rejected + (isAccepted ? 0 : 1);
    if (rejected >= TO_STOP) return at("stopped");
    return accepted >= TO_RELAX ? at("normal") : { level, accepted, rejected };
  }
  const past = (before.rejected << 1) & LAST_FIVE;
  const rejected = isAccepted ? past : past | 1;
  if (level === "reduced") return { level: isAccepted ? level : "normal", accepted, rejected };
  if (!isAccepted && past !== 0) return at("tightened");
  return accepted >= TO_REDUCE ? at("reduced") : { level, accepted, rejected };
}
