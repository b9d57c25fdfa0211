import { deepEqual, equal, ok } from "node:assert/strict";
import { curationAuditClosedEvent, curationChallengeJudgedEvent } from "@imprimatur/sdk/abi";
import { sampleOf } from "@imprimatur/sdk/curation";
import { sha256, stringToHex } from "viem";
import { usdc } from "../story/scene.ts";
import { LotRejectedError } from "../story/verdicts.ts";
import { freeOf, TERMS } from "./money.ts";
import { plantedIn, SEED_DELAY, type ShiftContext } from "./context.ts";

export interface ShiftVerdict {
  /** Lanes that each curator judged. */
  sampled: number;
  blocked: number[];
  /** Unix seconds. */
  windowEnd: bigint;
}

/** The seed is drawn; five processes judge through the box, which closes the audit by itself. */
export function awaitVerdict(context: ShiftContext): Promise<ShiftVerdict> {
  const { scene, studio, crew, gas, lot } = context;
  const { lotId, count } = lot;
  return scene.teller.step("draw a sample; curators judge it", async () => {
    await scene.clock.mine(SEED_DELAY);
    const relayer = scene.cast.inStudio("relayer", studio);
    const { receipt, seed } = await relayer.drawSeedAndWait({ lotId });
    gas.add("draw the seed", receipt.gasUsed);
    const closed = await crew.atWork("the curators", async () => {
      const logs = await relayer.getLogs({
        address: studio.curation,
        event: curationAuditClosedEvent,
        args: { lotId },
        fromBlock: receipt.blockNumber,
        strict: true,
      });
      return logs[0];
    });
    const { gasUsed } = await relayer.getTransactionReceipt({ hash: closed.transactionHash });
    gas.add("close the audit", gasUsed);

    const { positions } = sampleOf({ seed, count, plan: 0, terms: TERMS });
    const found = plantedIn(context).filter((index) => positions.includes(index));
    const { status, blocked } = await relayer.getLot({ lotId });
    if (status === "rejected") throw new LotRejectedError(context.media.directory, found.length);
    equal(status, "accepted");
    deepEqual([...blocked], found, "the verdict is not what the sample shows");
    equal(closed.args.humanBallots, crew.curators.length);
    const value = { sampled: positions.length, blocked: [...blocked], windowEnd: BigInt(closed.args.releasableAt) };
    return { value, shown: `${status}, ${crew.curators.length} × ${positions.length} judged, ${found.length} blocked` };
  });
}

export interface ShiftDispute {
  id: number;
  /** Cut off, and not in the sample. */
  guilty: number[];
  innocent: number[];
}

/** Somebody who opened all files challenges those that the sample missed, and two in error. */
export function challengeRest(context: ShiftContext, verdict: ShiftVerdict): Promise<ShiftDispute> {
  const { scene, studio, gas, lot } = context;
  return scene.teller.step("a challenger names what the sample missed", async () => {
    const challenger = scene.cast.inStudio("volunteer", studio);
    const guilty = plantedIn(context).filter((index) => !verdict.blocked.includes(index));
    const innocent = [0, 1]
      .map((place) => Math.floor(lot.count / 3) + place)
      .filter((index) => !guilty.includes(index));
    const assets = [...guilty, ...innocent].sort((a, b) => a - b);
    const evidence = sha256(stringToHex(JSON.stringify(assets)));
    const free = await freeOf(scene, studio, "volunteer");
    const { id, receipt } = await challenger.challengeAndWait({ lotId: lot.lotId, assets, evidence });
    gas.add("challenge", receipt.gasUsed, true);
    const staked = free - (await freeOf(scene, studio, "volunteer"));
    equal(staked, TERMS.challengeBond * BigInt(assets.length) + TERMS.fee, "the challenge cost something else");
    const { blocked } = await challenger.getLot({ lotId: lot.lotId });
    ok(
      assets.every((index) => blocked.includes(index)),
      "a challenged asset is not blocked",
    );
    return {
      value: { id, guilty, innocent },
      shown: `${guilty.length} rightly, ${innocent.length} wrongly, ${usdc(staked)} staked`,
    };
  });
}

export interface ShiftPanel {
  /** Assets that each adjudicator judged. */
  pieces: number;
}

/** A fresh panel judges the challenged files through the same box; the innocent ones are cleared. */
export function judgeChallenges(
  context: ShiftContext,
  verdict: ShiftVerdict,
  { guilty, innocent, id }: ShiftDispute,
): Promise<ShiftPanel> {
  const { scene, studio, crew, gas, lot } = context;
  const { lotId } = lot;
  return scene.teller.step("a fresh panel judges the challenge", async () => {
    await scene.clock.passUntil(verdict.windowEnd + 1n);
    const relayer = scene.cast.inStudio("relayer", studio);
    const called = await relayer.callPanelAndWait({ lotId });
    await scene.clock.mine(SEED_DELAY);
    const drawn = await relayer.drawPanelAndWait({ lotId });
    gas.add("call and draw the panel", called.receipt.gasUsed + drawn.receipt.gasUsed, true);
    const judged = await crew.atWork("the panel", async () => {
      const logs = await relayer.getLogs({
        address: studio.curation,
        event: curationChallengeJudgedEvent,
        args: { lotId, id },
        fromBlock: drawn.receipt.blockNumber,
        strict: true,
      });
      return logs[0];
    });
    const { gasUsed } = await relayer.getTransactionReceipt({ hash: judged.transactionHash });
    gas.add("adjudicate", gasUsed, true);
    const { blocked } = await relayer.getLot({ lotId });
    deepEqual(
      [...blocked].sort((a, b) => a - b),
      plantedIn(context),
      "the panel judged otherwise",
    );
    equal((await relayer.getDispute({ lotId })).open, 0);
    const shown = `${guilty.length} upheld, ${innocent.length} cleared`;
    return { value: { pieces: guilty.length + innocent.length }, shown };
  });
}
