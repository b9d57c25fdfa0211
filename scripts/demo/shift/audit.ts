import { deepEqual, equal } from "node:assert/strict";
import { auditFromLogs } from "@imprimatur/sdk/logs";
import type { ShiftVerdict } from "./judging.ts";
import { plantedIn, type ShiftContext } from "./context.ts";

/** An auditor re-computes verdicts, scores, bonds and fees from logs alone. */
export function auditBooks(context: ShiftContext, _verdict: ShiftVerdict): Promise<void> {
  const { scene, lot } = context;
  const { cast, stack, teller } = scene;
  return teller.step("an auditor re-computes it from logs", async () => {
    const at = stack.deployment.addressOf;
    const report = await auditFromLogs(cast.as("relayer"), {
      addresses: {
        assetRegistry: at("AssetRegistry"),
        royaltySplitter: at("RoyaltySplitter"),
        licenseMarket: at("LicenseMarket"),
        studioFactory: at("StudioFactory"),
      },
      fromBlock: 0n,
    });
    deepEqual(report.differences, [], "the books do not agree");
    const audited = report.lots.find((each) => each.lot.lotId === lot.lotId);
    equal(audited?.verdict?.status, "accepted");
    deepEqual(audited.lot.blocked, plantedIn(context));
    return { value: undefined, shown: `${report.lots.length} lot, 0 differences` };
  });
}
