import type { Client } from "viem";
import { closeVerdict, type CloseVerdict } from "../curation/close.ts";
import type { LotRecord } from "../data/studioData.ts";
import { ImprimaturError } from "../errors/base.ts";
import { type Difference, differ } from "./difference.ts";
import type { BlockRange } from "./fetchLogs.ts";
import { replayAudit, type ReplayedClose } from "./replayAudit.ts";

/** A lot whose verdict was re-computed. */
export type LotAudit = {
  lot: LotRecord;
  /** Undefined for lots without a panel's verdict: self-published, self-certified, not yet closed or wrongly closed. */
  verdict: CloseVerdict | undefined;
  differences: Difference[];
};

/** Re-computes a lot's verdict from its gate's logs and compares it with what gate and registry logged. */
export async function auditLot(client: Client, parameters: BlockRange & { lot: LotRecord }): Promise<LotAudit> {
  const { lot, ...range } = parameters;
  const history = lot.gate === undefined ? undefined : await replayAudit(client, { ...range, lot, gate: lot.gate });
  if (history === undefined || history.closes.length === 0) return { lot, verdict: undefined, differences: [] };

  const subject = `lot ${lot.lotId}`;
  const differences = differ(subject, { seed: history.seed }, { seed: history.expectedSeed });
  let verdict: CloseVerdict | undefined;
  for (const [at, close] of history.closes.entries()) {
    const place = `${subject}, close ${at + 1}`;
    const before = verdict;
    verdict = await recompute(place, close, differences);
    if (verdict === undefined) continue;
    const { status, weight, humanBallots, covered, bad } = verdict;
    differences.push(...differ(place, close.announced, { status, weight, humanBallots, covered, bad }));
    if (before !== undefined && weight <= before.weight) {
      differences.push({ subject: place, field: "weight", found: `${weight}`, expected: `more than ${before.weight}` });
    }
  }
  if (verdict !== undefined) {
    differences.push(...differ(subject, lot, { status: verdict.status, blocked: verdict.blocked }));
  }
  return { lot, verdict, differences };
}

/** The verdict by the rules; where they allow none, that is the difference. */
async function recompute(
  subject: string,
  { parameters, announced }: ReplayedClose,
  differences: Difference[],
): Promise<CloseVerdict | undefined> {
  try {
    return await closeVerdict(parameters);
  } catch (error) {
    if (!ImprimaturError.is(error)) throw error;
    const found = `${announced.status} although: ${error.shortMessage}`;
    differences.push({ subject, field: "verdict", found, expected: "none" });
    return undefined;
  }
}
