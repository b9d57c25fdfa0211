import type { Hex } from "viem";

/** What a worker tells while it works; every event is noted in the journal before it is told. */
export type WorkEvent =
  | { step: "opened"; lotId: bigint; count: number; resumed: boolean }
  /** A later lot of the agent took its number, so it has another one. */
  | { step: "reopened"; lotId: bigint; count: number }
  | { step: "generated"; index: number; attempt: number; name: string }
  /** How far the file is from the brand; one that is not accepted is made again, or ends the run. */
  | { step: "measured"; index: number; attempt: number; score: number; threshold: number; accepted: boolean }
  | { step: "screened"; index: number; accepted: boolean }
  | { step: "signed"; index: number; contentHash: Hex }
  | { step: "reported"; reportHash: Hex }
  | { step: "built"; root: Hex; manifest: Hex }
  | { step: "committed"; lotId: bigint; transaction: Hex | undefined }
  | { step: "delivered"; lotId: bigint; milestone: number }
  /** The milestone keeps another lot: until that is refused or superseded, or for good where it is paid or returned. */
  | { step: "undelivered"; lotId: bigint; milestone: number; closed: boolean };

/** What came of a run. */
export type WorkReport = {
  run: string;
  lotId: bigint;
  count: number;
  root: Hex;
  manifest: Hex;
  reportHash: Hex;
  /** Files that were made, those that were not taken included. */
  generated: number;
  /** Files that screening refused. */
  refused: number;
  /** Files that were off brand. */
  drifted: number;
  /** Undefined where the lot was on the chain when the journal was read. */
  transaction: Hex | undefined;
  /** Whether a milestone has it; undefined where it is for none. */
  delivered: boolean | undefined;
};
