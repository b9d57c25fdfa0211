import type { WorkReport } from "../agent/worker/events.ts";
import { type Answer, checked } from "./answer.ts";
import { record } from "./table.ts";

/** What came of an agent's run: one of a milestone that did not take the lot is a check that failed. */
export const reported = (report: WorkReport): Answer => ({
  exitCode: checked(report.delivered !== false),
  json: { state: "sent", ...report },
  text: record([
    ["lot", String(report.lotId)],
    ["assets", String(report.count)],
    ["made", `${report.generated}, ${report.refused} refused by screening, ${report.drifted} off brand`],
    ["root", report.root],
    ["manifest", report.manifest],
    ["report", report.reportHash],
    ["transaction", report.transaction],
    ...deliveryOf(report),
  ]),
});

/** Nothing where the lot is for no milestone. */
function deliveryOf({ delivered }: WorkReport): [string, string][] {
  if (delivered === undefined) return [];
  return [["delivered", delivered ? "yes" : "no: the milestone keeps another lot"]];
}
