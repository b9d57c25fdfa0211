import { deepEqual, equal, ok } from "node:assert/strict";
import { assetAt } from "@imprimatur/sdk";
import type { CommittedLot } from "./lots.ts";
import type { Verdict } from "./curators.ts";
import type { Scene, StudioClones } from "./scene.ts";

/** The lot was refused by its curators: the story cannot sell from it. */
export class LotRejectedError extends Error {
  override readonly name = "LotRejectedError";
  constructor(directory: string, blocked: number) {
    super(`the curators rejected the files of ${directory} (${blocked} defects): nothing can be sold from this lot`);
  }
}

/** A lot from a census is accepted with exactly its spoiled files blocked. */
export function checkCensus(
  { teller }: Scene,
  { lot }: CommittedLot,
  verdict: Verdict,
  defects: string[],
): Promise<void> {
  return teller.step("the census found exactly the planted defects", async () => {
    equal(verdict.status, "accepted");
    const blocked = verdict.blocked.map((index) => lot.rows[index]?.name);
    deepEqual(blocked, [...defects].sort(), "other files are blocked than were spoiled");
    return Promise.resolve({ value: undefined, shown: `${blocked.length} of ${lot.count} blocked` });
  });
}

/** Verdicts become final by time alone; then the lot's assets can be licensed, the blocked ones never. */
export function waitForRelease(
  { cast, clock, teller }: Scene,
  studio: StudioClones,
  lots: { works: CommittedLot; worksVerdict: Verdict; censusVerdict: Verdict },
): Promise<void> {
  const { works, worksVerdict, censusVerdict } = lots;
  return teller.step("the challenge window passes, both lots are releasable", async () => {
    if (worksVerdict.status === "rejected") throw new LotRejectedError(works.directory, worksVerdict.blocked.length);
    const reader = cast.inStudio("relayer", studio);
    const first = works.lot.rows.findIndex(({ index }) => !worksVerdict.blocked.includes(index));
    ok(first >= 0, "every asset of the lot is blocked");
    const isReleasable = async (lotId: bigint, index: number): Promise<boolean> =>
      (await reader.getAsset({ assetId: assetAt(lotId, index) })).releasable;
    equal(await isReleasable(works.lot.lotId, first), false, "an asset is releasable inside the challenge window");
    const last = [worksVerdict.releasableAt, censusVerdict.releasableAt].reduce((a, b) => (a > b ? a : b));
    await clock.passUntil(last);
    ok(await isReleasable(works.lot.lotId, first));
    for (const index of censusVerdict.blocked) {
      equal(await isReleasable(censusVerdict.lotId, index), false, `blocked asset ${index} is releasable`);
    }
    return { value: undefined, shown: "by time alone, no transaction" };
  });
}
