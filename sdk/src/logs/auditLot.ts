import type { Address, Client } from "viem";
import type { LotRecord } from "../data/studioData.ts";
import { type RecomputedVerdict, recomputeVerdict } from "./auditReplay.ts";
import type { Difference } from "./difference.ts";
import { differ } from "./difference.ts";
import type { BlockRange } from "./fetchLogs.ts";
import { type AnnouncedClose, type AuditHistory, replayAudit } from "./replayAudit.ts";

/** A lot whose verdict was re-computed. */
export type LotAudit = {
  lot: LotRecord;
  /** Undefined for lots without a panel: self-published, self-certified or not yet closed. */
  verdict: RecomputedVerdict | undefined;
  differences: Difference[];
};

/** Re-computes a lot's verdict from its gate's logs and compares it with what the registry logged. */
export async function auditLot(client: Client, parameters: BlockRange & { lot: LotRecord }): Promise<LotAudit> {
  const { lot, ...range } = parameters;
  const gate: Address | undefined = lot.gate;
  const history = gate === undefined ? undefined : await replayAudit(client, { ...range, lot, gate });
  if (history === undefined || history.closes.length === 0) return { lot, verdict: undefined, differences: [] };

  const subject = `lot ${lot.lotId}`;
  const differences = differ(subject, { seed: history.audit.seed }, { seed: history.expectedSeed });
  const verdicts = await Promise.all(history.closes.map((close) => recomputeVerdict(history.audit, close)));
  verdicts.forEach((verdict, at) => differences.push(...closeDifferences(subject, history, at, verdict, verdicts)));
  const last = verdicts.at(-1) as RecomputedVerdict;
  differences.push(...differ(subject, lot, { status: last.status, blocked: last.blocked }));
  return { lot, verdict: last, differences };
}

function closeDifferences(
  subject: string,
  history: AuditHistory,
  at: number,
  verdict: RecomputedVerdict,
  all: readonly RecomputedVerdict[],
): Difference[] {
  const { status, weight, humanBallots, covered, bad, faults } = verdict;
  const place = `${subject}, close ${at + 1}`;
  const found = differ(place, history.closes[at] as AnnouncedClose, { status, weight, humanBallots, covered, bad });
  for (const fault of faults) found.push({ subject: place, field: "rules", found: fault, expected: "no fault" });
  const before = all[at - 1];
  if (before !== undefined && weight <= before.weight) {
    found.push({ subject: place, field: "weight", found: String(weight), expected: `more than ${before.weight}` });
  }
  return found;
}
