import { equal } from "node:assert/strict";
import { join } from "node:path";
import type { LotStatus } from "@imprimatur/sdk";
import { generatePrivateKey, privateKeyToAccount, type PrivateKeyAccount } from "viem/accounts";
import { FOUNDERS, type Role } from "../cast.ts";
import { withProgress } from "../console/progress.ts";
import { findDefect } from "../inspect.ts";
import type { CommittedLot } from "./lots.ts";
import type { Scene, StudioClones } from "./scene.ts";

/** A member with the key its ballots are signed with, which is never the key that holds anything. */
export interface Curator {
  role: Role;
  index: number;
  key: PrivateKeyAccount;
}

/** What a closed audit decided. */
export interface Verdict {
  lotId: bigint;
  status: LotStatus;
  /** Second from which the verdict can no longer be replaced. */
  releasableAt: bigint;
  /** Indices of blocked assets. */
  blocked: number[];
}

/** Every founder registers a ballot key. */
export function registerCurators({ cast, teller }: Scene, studio: StudioClones): Promise<Curator[]> {
  return teller.step("five curators register ballot keys", async () => {
    const curators: Curator[] = [];
    for (const role of FOUNDERS) {
      const key = privateKeyToAccount(generatePrivateKey());
      const member = cast.inStudio(role, studio);
      const signed = await member.signCuratorKey({ account: key, curator: cast.addressOf(role) });
      const { index } = await member.registerCuratorAndWait(signed);
      curators.push({ role, index, key });
    }
    return { value: curators, shown: `curators ${curators.map(({ index }) => index).join(", ")}` };
  });
}

/** The seed is drawn, five curators look at what it picked and sign, one relayer closes the audit. */
export function auditLot(
  scene: Scene,
  studio: StudioClones,
  curators: readonly Curator[],
  { lot, directory }: CommittedLot,
  title: string,
): Promise<Verdict> {
  const { cast, teller } = scene;
  return teller.step(title, async () => {
    const relayer = cast.inStudio("relayer", studio);
    await relayer.drawSeedAndWait({ lotId: lot.lotId });
    const sample = await relayer.sampleLot({ lotId: lot.lotId });
    const judgments = await judge(scene, lot, directory, sample.positions);
    const { lotId } = lot;
    const { seed, charterVersion } = sample;
    const ballots = await Promise.all(
      curators.map(({ key, index }) =>
        relayer.signAuditBallot({ account: key, lotId, seed, charterVersion, curator: index, judgments }),
      ),
    );
    const predicted = await relayer.simulateClose({ lotId, charterVersion, ballots });
    const closed = await relayer.closeAuditAndWait({ lotId, charterVersion, ballots });
    equal(closed.status, predicted.status, "the chain's verdict is not the simulated one");
    const { blocked, status } = await relayer.getLot({ lotId });
    equal(status, predicted.status);
    const verdict: Verdict = {
      lotId,
      status,
      releasableAt: closed.releasableAt,
      blocked: [...blocked],
    };
    const shown = `${status}: ${sample.positions.length} judged by ${curators.length}, ${blocked.length} blocked`;
    return { value: verdict, shown: `${shown}, ${closed.receipt.gasUsed} gas` };
  });
}

/** Opens every drawn file; a file drawn twice is opened once. */
async function judge(
  { sabotage }: Scene,
  lot: CommittedLot["lot"],
  directory: string,
  positions: readonly number[],
): Promise<("ok" | "defect")[]> {
  const found = new Map<number, "ok" | "defect">();
  await withProgress("judging", positions.length, async (advance) => {
    for (const position of positions) {
      const row = lot.rows[position];
      if (row === undefined) throw new Error(`the sample names asset ${position} of ${lot.count}`);
      if (!found.has(position)) {
        const defect = await findDefect(join(directory, row.name));
        found.set(position, defect === undefined || sabotage === "overlook" ? "ok" : "defect");
      }
      advance(found.size);
    }
  });
  return positions.map((position) => found.get(position) ?? "defect");
}
