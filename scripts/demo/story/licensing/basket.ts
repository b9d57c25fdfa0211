import { deepEqual, equal, ok } from "node:assert/strict";
import type { Hex } from "viem";
import type { StorySale } from "../books.ts";
import type { Pieces } from "../pieces.ts";
import { allow, held } from "../purse.ts";
import { PRICES, type RegisteredRecipe, type Scene, usdc } from "../scene.ts";

/** One transaction buys for oneself and as a gift; what cannot be sold any more is skipped instead of spoiling it. */
export function fillBasket(
  scene: Scene,
  works: RegisteredRecipe,
  offerId: Hex,
  { popular, shared, blocked }: Pieces,
): Promise<StorySale[]> {
  const { cast, teller } = scene;
  return teller.step("a basket: one license, one gift, one refused asset", async () => {
    const gallery = cast.as("gallery");
    const [own, gifted] = [cast.addressOf("gallery"), cast.addressOf("illustrator")];
    const order = async (assetId: bigint, licensee: Hex) => ({
      purchase: await gallery.toPurchase({ offerId, assetId, licensee, maxTotal: PRICES.commercial }),
    });
    const orders = [
      await order(popular.assetId, own),
      await order(blocked.assetId, own),
      await order(shared.assetId, gifted),
    ];
    await allow(scene, "gallery", 2n * PRICES.commercial);
    const before = await held(scene, own);
    const { sales, skipped } = await gallery.purchaseBatchAndWait({ orders, skipFailures: true });
    equal(before - (await held(scene, own)), 2n * PRICES.commercial, "the buyer paid another amount than two prices");
    deepEqual(
      skipped.map(({ position }) => position),
      [1],
      "another order was skipped than the one for the blocked asset",
    );
    equal(sales.length, 2);
    ok(await gallery.hasLicense({ account: own, assetId: popular.assetId, usage: "commercial" }));
    ok(await gallery.hasLicense({ account: gifted, assetId: shared.assetId, usage: "commercial" }), "no gift arrived");
    const sale = (title: string): StorySale => ({ title, recipe: works, paid: PRICES.commercial });
    const value = [sale("license, basket"), sale("license, gift")];
    return { value, shown: `2 × ${usdc(PRICES.commercial)}, the asset that curators blocked was skipped` };
  });
}
