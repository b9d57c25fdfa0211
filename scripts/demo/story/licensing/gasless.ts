import { equal, ok } from "node:assert/strict";
import type { Hex } from "viem";
import type { StorySale } from "../books.ts";
import type { Piece } from "../pieces.ts";
import { heldBySplitter } from "../purse.ts";
import { PRICES, type RegisteredRecipe, type Scene, usdc } from "../scene.ts";

/** Someone without any ether signs a payment; a relayer pays the gas. */
export function sellGasless(
  scene: Scene,
  offerId: Hex,
  works: RegisteredRecipe,
  { assetId, name }: Piece,
): Promise<StorySale> {
  const { cast, clock, teller } = scene;
  return teller.step("sell a license by signature, gas paid by a relayer", async () => {
    const licensee = cast.addressOf("licensee");
    const buyer = cast.as("licensee");
    const deadline = (await clock.now()) + 3600n;
    const purchase = await buyer.toPurchase({ offerId, assetId, licensee, maxTotal: PRICES.commercial, deadline });
    const signature = await buyer.signPurchaseAuthorization({ purchase });
    const before = await heldBySplitter(scene);
    const nonces = await buyer.getTransactionCount({ address: licensee });
    const sold = await cast
      .as("relayer")
      .purchaseLicenseWithAuthorizationAndWait({ purchase, payer: licensee, signature, settle: false });
    equal(await buyer.getTransactionCount({ address: licensee }), nonces, "the licensee sent a transaction");
    ok(await buyer.hasLicense({ account: licensee, assetId, usage: "commercial" }), "no license was granted");
    equal(await buyer.hasLicense({ account: licensee, assetId, usage: "advertising" }), false);
    equal(
      (await heldBySplitter(scene)) - before,
      PRICES.commercial,
      "the ledger received another amount than the price",
    );
    const value = { title: "license, gasless", recipe: works, paid: PRICES.commercial };
    return { value, shown: `${usdc(PRICES.commercial)} for ${name}, ${sold.receipt.gasUsed} gas` };
  });
}
