import { deepEqual, equal } from "node:assert/strict";
import { auditFromLogs } from "@imprimatur/sdk/logs";
import type { Verdict } from "./curators.ts";
import type { Share } from "./books.ts";
import type { Scene } from "./scene.ts";

/** An auditor re-computes every verdict and every balance from logs alone. */
export function auditEverything(scene: Scene, verdicts: readonly Verdict[], shares: readonly Share[]): Promise<void> {
  const { cast, stack, teller, token } = scene;
  return teller.step("an auditor re-computes it all from logs", async () => {
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
    for (const { lotId, status, blocked } of verdicts) {
      const audited = report.lots.find(({ lot }) => lot.lotId === lotId)?.verdict;
      deepEqual({ status: audited?.status, blocked: audited?.blocked }, { status, blocked });
    }
    const { royalties } = report;
    for (const { title, recipe, account, amount, line } of shares) {
      const claimed =
        line === undefined ? royalties.claimed(recipe, token, account) : royalties.merkleClaimed(recipe, token, line);
      equal(claimed, amount, `claims of the ${title}`);
    }
    const shown = `${report.lots.length} lots, ${royalties.accounts.size} ledgers, 0 differences`;
    return { value: undefined, shown };
  });
}
