import { equal, ok } from "node:assert/strict";
import { held } from "../story/purse.ts";
import { type Scene, usdc } from "../story/scene.ts";
import { DEPOSIT, freeOf, TERMS } from "./money.ts";
import type { ShiftPanel } from "./judging.ts";
import type { ShiftContext } from "./context.ts";

/** The lot is settled, the curators are paid, and every unit that was deposited is somewhere; returns the pay. */
export function settleAndPay(context: ShiftContext, _panel: ShiftPanel): Promise<bigint> {
  const { scene, studio, crew, gas, lot } = context;
  const { lotId } = lot;
  return scene.teller.step("settle the lot, pay the curators", async () => {
    const relayer = scene.cast.inStudio("relayer", studio);
    const { outcome, judgments, round } = await relayer.getOutcome({ lotId });
    const { paid, receipt, rest, returned, slashed } = await relayer.settleLotAndWait({
      lotId,
      round,
      outcome,
      judgments,
    });
    gas.add("settle the lot", receipt.gasUsed);
    equal(paid + rest, TERMS.fee, "the fee is not all there");
    const toChallenger = (await relayer.getDispute({ lotId })).paid;
    equal(returned + slashed + toChallenger, TERMS.bond, "the bond is not all there");

    let pay = 0n;
    for (const { account } of crew.curators) {
      const before = await held(scene, account);
      const { amount } = await relayer.claimPayAndWait({ curator: account });
      await relayer.withdrawAndWait({ token: scene.token, payee: account });
      equal((await held(scene, account)) - before, amount, "a curator received another amount");
      pay += amount;
    }
    ok(pay > paid, "the adjudicators were not paid");
    await checkConservation(scene, context, pay);
    return { value: pay, shown: `${usdc(pay)} to ${crew.curators.length} curators` };
  });
}

/** What came in = what the two have free + what the curators got. */
async function checkConservation(scene: Scene, { studio }: ShiftContext, pay: bigint): Promise<void> {
  const producer = await freeOf(scene, studio, "registrar");
  const challenger = await freeOf(scene, studio, "volunteer");
  equal(producer + challenger + pay, 2n * DEPOSIT, "money was lost or made");
}
