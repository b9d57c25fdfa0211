import { equal, ok, rejects } from "node:assert/strict";
import type { Hex } from "viem";
import { ONE, REFUND, type RegisteredRecipe, type Scene, SEATS, TEAM_PRICE, usdc } from "../scene.ts";
import type { StorySale } from "../books.ts";
import type { Piece } from "../pieces.ts";
import { held, heldBySplitter } from "../purse.ts";
import { order } from "./order.ts";
import { refusedBy } from "./refusal.ts";

/** Bought, thought better of, given back within the window: the money waited in escrow, the penalty stays. */
export function giveBack(scene: Scene, works: RegisteredRecipe, offerId: Hex, piece: Piece): Promise<StorySale> {
  const { cast, teller, token } = scene;
  return teller.step("give a license back within its window", async () => {
    const publisher = cast.as("publisher");
    const account = cast.addressOf("publisher");
    const { assetId } = piece;
    const ledger = { recipe: works.recipe, token };
    const before = { sales: (await publisher.getLedger(ledger)).sales, held: await heldBySplitter(scene) };
    const { purchaseId: licenseId } = await order(scene, "publisher", {
      offerId,
      piece,
      price: TEAM_PRICE,
      seats: SEATS,
    });
    ok(await publisher.holdsLicense({ licenseId, account, assetId, usage: "advertising" }), "no license was granted");
    equal(await heldBySplitter(scene), before.held + TEAM_PRICE, "the price is not in escrow");
    equal((await publisher.getLedger(ledger)).sales, before.sales, "the price was booked while it could go back");

    const penalty = (TEAM_PRICE * BigInt(REFUND.penalty) + BigInt(ONE) - 1n) / BigInt(ONE);
    const wallet = await held(scene, account);
    await publisher.refundLicenseAndWait({ licenseId });
    await publisher.withdrawAndWait({ token, payee: account });
    equal(
      (await held(scene, account)) - wallet,
      TEAM_PRICE - penalty,
      "another amount than price less penalty came back",
    );
    equal((await publisher.getLedger(ledger)).sales, before.sales + penalty, "the penalty was not booked");
    equal(await publisher.holdsLicense({ licenseId, account, assetId, usage: "advertising" }), false);
    await rejects(publisher.refundLicenseAndWait({ licenseId }), refusedBy("LicenseMarketNotRefundable"));
    const value = { title: "penalty of a refund", recipe: works, paid: penalty };
    return { value, shown: `${usdc(TEAM_PRICE - penalty)} of ${usdc(TEAM_PRICE)} came back, ${usdc(penalty)} stayed` };
  });
}
