import { equal, ok } from "node:assert/strict";
import { publishOffer } from "@imprimatur/sdk/actions";
import { assetAt } from "@imprimatur/sdk";
import type { Hex } from "viem";
import type { CommittedLot } from "./lots.ts";
import type { Verdict } from "./curators.ts";
import { passProposal } from "./governance.ts";
import { heldBySplitter } from "./purse.ts";
import { PRICES, type RegisteredRecipe, type Scene, type StudioClones, usdc, YEAR } from "./scene.ts";

/** The members vote to sell commercial licenses; the treasury publishes the offer. */
export function offerByVote(scene: Scene, studio: StudioClones, recipe: RegisteredRecipe): Promise<Hex> {
  const { clock, stack, teller, token } = scene;
  return teller.step("first proposal: offer licenses in USDC", async () => {
    const offer = publishOffer.encode({
      licenseMarket: stack.deployment.addressOf("LicenseMarket"),
      recipeId: recipe.recipeId,
      token,
      price: PRICES.commercial,
      duration: YEAR,
      end: (await clock.now()) + 2n * YEAR,
      usages: ["commercial", "personal"],
    });
    const { logs } = await passProposal(scene, studio, {
      title: "Sell yearly licenses of our works",
      body: `Personal and commercial use for ${usdc(PRICES.commercial)} a year.`,
      calls: [offer],
    });
    const { offerId } = publishOffer.extractEvent(logs);
    return { value: offerId, shown: "voted, queued, executed by the timelock" };
  });
}

/** Someone without any ether signs a payment; a relayer pays the gas. */
export function sellGasless(
  scene: Scene,
  offerId: Hex,
  works: CommittedLot,
  verdict: Verdict,
): Promise<{ assetId: bigint; purchaseId: Hex }> {
  const { cast, clock, teller } = scene;
  return teller.step("sell a license by signature, gas paid by a relayer", async () => {
    const licensee = cast.addressOf("licensee");
    const index = works.lot.rows.findIndex((row) => !verdict.blocked.includes(row.index));
    const assetId = assetAt(works.lot.lotId, index);
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
    const shown = `${usdc(PRICES.commercial)} for asset ${index}, ${sold.receipt.gasUsed} gas`;
    return { value: { assetId, purchaseId: sold.purchaseId }, shown };
  });
}
