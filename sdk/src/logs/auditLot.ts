import type { Client } from "viem";
import { type CloseVerdict, closeVerdict } from "../curation/close.ts";
import type { LotRecord } from "../data/studioData.ts";
import { ImprimaturError } from "../errors/base.ts";
import { type Difference, differ } from "./difference.ts";
import type { BlockRange } from "./fetchLogs.ts";
import { type AuditHistory, replayAudits, type ReplayedClose } from "./replayAudit.ts";

/** A lot whose verdict was re-computed. */
export type LotAudit = {
  lot: LotRecord;
  /** Undefined for lots without a panel's verdict: self-published, self-certified, not yet closed or wrongly closed. */
  verdict: CloseVerdict | undefined;
  differences: Difference[];
};

/** Re-computes a lot's verdicts from its gate's logs and compares them with what gate and registry logged. */
export async function auditLot(client: Client, parameters: BlockRange & { lot: LotRecord }): Promise<LotAudit> {
  const { lot, ...range } = parameters;
  const histories = lot.gate === undefined ? [] : await replayAudits(client, { ...range, lot, gate: lot.gate });
  const differences: Difference[] = [];
  let verdict: CloseVerdict | undefined;
  for (const history of histories) verdict = await auditRound(lot, history, differences);
  return { lot, verdict, differences };
}

/** The last verdict of one audit by the rules. */
async function auditRound(
  lot: LotRecord,
  { round, seed, expectedSeed, closes }: AuditHistory,
  differences: Difference[],
): Promise<CloseVerdict | undefined> {
  const subject = round === 0 ? `lot ${lot.lotId}` : `lot ${lot.lotId}, re-audit`;
  differences.push(...differ(subject, { seed }, { seed: expectedSeed }));
  let verdict: CloseVerdict | undefined;
  for (const [at, close] of closes.entries()) {
    const place = `${subject}, close ${at + 1}`;
    verdict = await recompute(place, close, differences);
    if (verdict === undefined) continue;
    const { status, expectedWeight, weight, humanBallots, widening, covered, bad } = verdict;
    const expected = { status, expectedWeight, weight, humanBallots, widening, covered, bad };
    differences.push(...differ(place, close.announced, expected));
  }
  return verdict;
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
