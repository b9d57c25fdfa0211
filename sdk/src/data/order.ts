import type { Hex } from "viem";
import type { CommissionRecord, MandateRecord, MilestoneRecord } from "./agentRecords.ts";
import type { AttestationRecord } from "./provenanceRecords.ts";

/** Compares by these keys, the first one first: an index has no better order for what it keeps no event of. */
const by =
  <Row>(...keys: ((row: Row) => bigint)[]) =>
  (a: Row, b: Row): number => {
    const key = keys.find((each) => each(a) !== each(b));
    return key === undefined ? 0 : key(a) < key(b) ? -1 : 1;
  };

/** Oldest first; of one second by module, and by number. */
export const byGrant = by<MandateRecord>(
  ({ grantedAt }) => grantedAt,
  ({ mandates }) => BigInt(mandates),
  ({ number }) => number,
);

/** Oldest first; of one second by id. */
export const byOpening = by<CommissionRecord>(
  ({ openedAt }) => openedAt,
  ({ commissionId }) => BigInt(commissionId),
);

/** In the order of their commissions, whose times are given, and of their positions. */
export const byCommission = (opened: ReadonlyMap<Hex, bigint>) =>
  by<MilestoneRecord>(
    ({ commissionId }) => opened.get(commissionId) ?? 0n,
    ({ commissionId }) => BigInt(commissionId),
    ({ position }) => BigInt(position),
  );

/** Oldest first; of one second by id. */
export const byStatement = by<AttestationRecord>(
  ({ statedAt }) => statedAt,
  ({ uid }) => BigInt(uid),
);
