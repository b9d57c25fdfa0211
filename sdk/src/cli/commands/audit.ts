import { auditMandates, type MandateAudit } from "../../agents/auditMandates.ts";
import { auditFromLogs } from "../../logs/auditFromLogs.ts";
import { type BoardHistory, readBoardHistory } from "../../logs/readBoardHistory.ts";
import { type Address, zeroAddress } from "viem";
import type { Difference } from "../../logs/difference.ts";
import { type Answer, checked } from "../answer.ts";
import { rulesFile } from "../audit/rules.ts";
import { watch, type Watched } from "../audit/watch.ts";
import { defineCommand, flag, option, several } from "../command.ts";
import { UsageError } from "../errors.ts";
import { EXIT_CODES } from "../exitCodes.ts";
import { toLine } from "../failure.ts";
import { readJson } from "../files.ts";
import type { Session } from "../session.ts";
import { record, table } from "../table.ts";
import * as values from "../values.ts";

const MS = 1000;

/** Seconds between two looks, unless told otherwise. */
const INTERVAL = 5n;

export const AUDIT = defineCommand({
  name: "audit",
  about:
    "Re-compute every verdict, score, balance and act of an agent from event logs; with --watch, tell when a rule is broken",
  options: {
    lot: several("id", "these lots only; all by default", values.integer),
    watch: flag("go on watching, by the rules of --rules"),
    rules: option("file", 'JSON: { "rules": [{ "when": "purchase", "over": "1000000" }, …], "webhook"? }', values.text),
    webhook: option("url", "where alerts are posted; that of the rules by default", values.url),
    since: option("block", "first block to watch; the next one by default", values.integer),
    confirmations: option("number", "blocks that a block has to be old; 0 by default", values.integer),
    interval: option("time", "pause between two looks; 5s by default", values.duration),
    timeout: option("time", "end the watch after so long; never by default", values.duration),
    untilAlert: flag("end the watch at the first alert"),
  },
  examples: ["", "--lot 1234… --json", "--watch --rules rules.json --studio 0x… --webhook https://example.org/alerts"],
  async run(session, { watch: watching, rules: file, lot: lotIds, webhook, since, ...given }) {
    if (!watching) return auditOnce(session, lotIds);
    if (file === undefined) throw new UsageError("--watch needs --rules.");
    const { rules, webhook: named } = await readJson(session.path(file), rulesFile);
    const { confirmations = 0n, interval = INTERVAL, timeout, untilAlert } = given;
    const watched = await watch(session, {
      ...{ rules, since, confirmations, untilAlert, webhook: webhook ?? named },
      intervalMs: Number(interval) * MS,
      durationMs: timeout === undefined ? undefined : Number(timeout) * MS,
    });
    return answerTo(watched, untilAlert);
  },
});

async function auditOnce(session: Session, lotIds: readonly bigint[]): Promise<Answer> {
  const { client, addresses, fromBlock } = await session.connect();
  const report = await auditFromLogs(client, { addresses, fromBlock, ...(lotIds.length === 0 ? {} : { lotIds }) });
  const { decisions, agents } = await auditStudio(session, [...report.gates.keys()]);
  const differences: Difference[] = [
    ...report.differences,
    ...(decisions?.differences ?? []),
    ...(agents?.differences ?? []),
  ];
  const lots = report.lots.map(({ lot, verdict }) => {
    const { lotId, recipe, count, status, verdictClass, blocked } = lot;
    return { lotId, recipe, count, status, verdictClass, blocked: blocked.length, recomputed: verdict !== undefined };
  });
  const { nodes, accounts } = report.royalties;
  const counted = { lots: lots.length, gates: report.gates.size, recipes: nodes.size, accounts: accounts.size };
  const rows = differences.map(({ subject, field, found, expected }) => [subject, field, found, expected]);
  return {
    json: {
      ...counted,
      ...{ reviews: decisions?.reviews.length ?? null, mandates: agents?.mandates.mandates.size ?? null },
      ...{ commissions: agents?.commissions.commissions.size ?? null, audited: lots, differences },
    },
    text: [
      ...table(
        ["lot", "recipe", "assets", "verdict", "blocked"],
        lots.map(({ lotId, recipe, count, status, blocked }) => [lotId, recipe, count, status, blocked]),
      ),
      "",
      ...record([...Object.entries(counted), ["differences", differences.length]]),
      ...(rows.length === 0 ? [] : table(["subject", "field", "on chain", "from the logs"], rows)),
    ],
    exitCode: checked(differences.length === 0),
  };
}

interface StudioAudit {
  /** Undefined where the studio has no board. */
  decisions?: BoardHistory;
  /** Undefined where the studio has no mandates. */
  agents?: MandateAudit;
}

/** What the named studio's board decided and its agents did; nothing where no studio is named. */
async function auditStudio(session: Session, gates: readonly Address[]): Promise<StudioAudit> {
  if (session.settings.studio === undefined) return {};
  const { client, addresses, fromBlock } = await session.connect();
  const { board, mandates, commissions } = await session.studio();
  const { royaltySplitter } = addresses;
  const range = { fromBlock };
  return {
    ...(board === zeroAddress ? {} : { decisions: await readBoardHistory(client, { board, ...range }) }),
    ...(mandates === zeroAddress
      ? {}
      : { agents: await auditMandates(client, { mandates, commissions, royaltySplitter, gates, ...range }) }),
  };
}

/** Undelivered alerts and blocks that nobody saw weigh more than alerts: nobody knows of them. */
function answerTo({ alerts, undelivered, failure, ...range }: Watched, untilAlert: boolean): Answer {
  const rows = alerts.map(({ rule, block, what }) => [rule, block, what]);
  const { fromBlock, toBlock, head } = range;
  const isDone = untilAlert && alerts.length > 0;
  const isBlind = !isDone && (failure !== undefined || toBlock < head);
  return {
    json: { ...range, failure: failure ?? null, alerts, undelivered: undelivered.map(({ id }) => id) },
    text: [
      `Blocks ${fromBlock} to ${toBlock}: ${alerts.length} alerts`,
      ...(isBlind
        ? [`Not seen to the end: ${failure === undefined ? `there is block ${head}.` : toLine(failure)}`]
        : []),
      ...table(["rule", "block", "what"], rows),
    ],
    exitCode: isBlind || undelivered.length > 0 ? EXIT_CODES.network : checked(alerts.length === 0),
  };
}
