import { equal, ok, rejects } from "node:assert/strict";
import type { StorySale } from "../books.ts";
import type { Piece } from "../pieces.ts";
import { PRICES, type RegisteredRecipe, type Scene, usdc } from "../scene.ts";
import { order } from "./order.ts";
import type { PriceList } from "./priceList.ts";
import { refusedBy } from "./refusal.ts";

/** Sold once, the asset is refused to everybody else, by every other offer. */
export function sellExclusively(
  scene: Scene,
  works: RegisteredRecipe,
  { exclusive, commercial }: PriceList,
  piece: Piece,
): Promise<StorySale> {
  const { cast, teller } = scene;
  return teller.step("an exclusive license, paid by Permit2", async () => {
    const { assetId } = piece;
    const { purchaseId: licenseId } = await order(scene, "publisher", {
      offerId: exclusive,
      piece,
      price: PRICES.exclusive,
      by: "permit2",
    });
    const publisher = cast.addressOf("publisher");
    const reader = cast.as("relayer");
    ok(
      await reader.holdsLicense({ licenseId, account: publisher, assetId, usage: "commercial" }),
      "no license was granted",
    );
    const late = cast.as("gallery");
    const licensee = cast.addressOf("gallery");
    const purchase = await late.toPurchase({ offerId: commercial, assetId, licensee, maxTotal: PRICES.commercial });
    await rejects(
      late.purchaseLicenseAndWait({ purchase, settle: false }),
      refusedBy("LicensesExclusiveAsset"),
      "an exclusive license was sold twice",
    );
    equal(await reader.hasLicense({ account: licensee, assetId, usage: "commercial" }), false);
    const value = { title: "exclusive license", recipe: works, paid: PRICES.exclusive };
    return {
      value,
      shown: `${usdc(PRICES.exclusive)} for ${piece.name}; the next buyer was refused: LicensesExclusiveAsset`,
    };
  });
}
