/** Plans, and the level at which a producer may commit no more. */
export const LEVELS = { normal: 0, tightened: 1, reduced: 2, stopped: 3 } as const;

/** What a producer's last lots were. */
export interface Standing {
  level: number;
  /** Accepted lots in a row. */
  accepted: number;
  /** Normal and reduced: the last five outcomes, bit 0 the newest, set = rejected. Tightened: rejections there. */
  rejected: number;
}

const HISTORY = 0x1f;
const [TO_RELAX, TO_REDUCE, TO_STOP] = [5, 10, 5];
const moveTo = (level: number): Standing => ({ level, accepted: 0, rejected: 0 });

/** The rules by which final verdicts move a producer between plans. */
export function switchLevel({ level, accepted, rejected }: Standing, passed: boolean): Standing {
  if (level === LEVELS.stopped) return { level, accepted, rejected };
  const row = passed ? Math.min(accepted + 1, 255) : 0;
  if (level === LEVELS.tightened) {
    const strikes = rejected + (passed ? 0 : 1);
    if (strikes >= TO_STOP) return moveTo(LEVELS.stopped);
    return row >= TO_RELAX ? moveTo(LEVELS.normal) : { level, accepted: row, rejected: strikes };
  }
  const before = (rejected << 1) & HISTORY;
  const history = before | (passed ? 0 : 1);
  if (level === LEVELS.reduced) return { level: passed ? level : LEVELS.normal, accepted: row, rejected: history };
  if (!passed && before !== 0) return moveTo(LEVELS.tightened);
  return row >= TO_REDUCE ? moveTo(LEVELS.reduced) : { level, accepted: row, rejected: history };
}
