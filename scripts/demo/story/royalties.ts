import { equal } from "node:assert/strict";
import { expectedShares, incomesOf, type Lineage, type Share, type StorySale } from "./books.ts";
import { held, heldBySplitter } from "./purse.ts";
import { type Scene, type StudioClones, usdc } from "./scene.ts";

/** Anyone settles the lineage, anyone claims for everybody; each payee's wallet grows by exactly its share. */
export function payEverybody(
  scene: Scene,
  studio: StudioClones,
  lineage: Lineage,
  sales: readonly StorySale[],
): Promise<Share[]> {
  const { cast, teller, token } = scene;
  return teller.step("settle and pay everyone in the lineage", async () => {
    const relayer = cast.as("relayer");
    const recipes = await relayer.getLineage({ recipe: lineage.works.recipe });
    await relayer.settleAndWait({ recipes, token });
    const shares = expectedShares(scene, studio, lineage, incomesOf(lineage, sales));
    for (const { title, recipe, account, amount } of shares) {
      const before = await held(scene, account);
      await relayer.claimToWalletAndWait({ recipe, token, payee: account });
      equal((await held(scene, account)) - before, amount, `the ${title} received another amount than its share`);
    }
    const paid = shares.reduce((sum, { amount }) => sum + amount, 0n);
    const dust = await heldBySplitter(scene);
    equal(paid + dust, totalOf(sales), "money appeared or vanished");
    return { value: shares, shown: `${usdc(paid)} to ${shares.length} payees, ${dust} units of rounding kept` };
  });
}

const totalOf = (sales: readonly StorySale[]): bigint => sales.reduce((sum, { paid }) => sum + paid, 0n);
