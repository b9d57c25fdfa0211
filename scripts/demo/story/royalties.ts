import { equal } from "node:assert/strict";
import type { Address } from "viem";
import { held } from "./sale.ts";
import {
  type Ancestor,
  ONE,
  PRICES,
  RATES,
  type RegisteredRecipe,
  type Scene,
  SHARES,
  type StudioClones,
  usdc,
} from "./scene.ts";

/** The three recipes of the lineage, youngest first. */
export interface Lineage {
  works: RegisteredRecipe;
  model: Ancestor;
  dataset: Ancestor;
}

/** What one payee must have received in the end. */
export interface Share {
  title: string;
  recipe: number;
  account: Address;
  amount: bigint;
}

const part = (amount: bigint, ppm: number): bigint => (amount * BigInt(ppm)) / BigInt(ONE);

/**
 * The shares of all three sales, computed apart from contract and SDK: every generation first pays what its lineage is
 * owed, the rest is its own; each division is rounded down once.
 */
export function expectedShares({ cast, sabotage }: Scene, studio: StudioClones, lineage: Lineage): Share[] {
  const { training, derivative, commercial } = PRICES;
  const fromWorks = { model: part(commercial, RATES.model), dataset: part(commercial, RATES.dataset) };
  const works = part(commercial, ONE - RATES.model - RATES.dataset);
  const model = part(derivative, ONE - RATES.dataset) + fromWorks.model;
  const dataset = training + part(derivative, RATES.dataset) + fromWorks.dataset;
  const fault = sabotage === "shortchange" ? 1n : 0n;
  return [
    share("prompt engineer", lineage.works, cast.addressOf("promptEngineer"), works, SHARES.promptEngineer),
    share("treasury", lineage.works, studio.timelock, works, SHARES.treasury, fault),
    share("model trainer", lineage.model, cast.addressOf("modelMaker"), model, ONE),
    share("data contributor 1", lineage.dataset, cast.addressOf("firstContributor"), dataset, SHARES.firstContributor),
    share(
      "data contributor 2",
      lineage.dataset,
      cast.addressOf("secondContributor"),
      dataset,
      SHARES.secondContributor,
    ),
  ];
}

function share(
  title: string,
  { recipe }: RegisteredRecipe,
  account: Address,
  own: bigint,
  weight: number,
  fault = 0n,
): Share {
  return { title, recipe, account, amount: part(own, weight) + fault };
}

/** Anyone settles the lineage, anyone claims for everybody; each payee's wallet grows by exactly its share. */
export function payEverybody(scene: Scene, studio: StudioClones, lineage: Lineage): Promise<Share[]> {
  const { cast, stack, teller, token } = scene;
  return teller.step("settle and pay everyone in the lineage", async () => {
    const relayer = cast.as("relayer");
    const recipes = await relayer.getLineage({ recipe: lineage.works.recipe });
    await relayer.settleAndWait({ recipes, token });
    const shares = expectedShares(scene, studio, lineage);
    for (const { title, recipe, account, amount } of shares) {
      const before = await held(scene, account);
      await relayer.claimToWalletAndWait({ recipe, token, payee: account });
      equal((await held(scene, account)) - before, amount, `the ${title} received another amount than its share`);
    }
    const paid = shares.reduce((sum, { amount }) => sum + amount, 0n);
    const dust = await held(scene, stack.deployment.addressOf("RoyaltySplitter"));
    equal(paid + dust, PRICES.training + PRICES.derivative + PRICES.commercial, "money appeared or vanished");
    return { value: shares, shown: `${usdc(paid)} to ${shares.length} payees, ${dust} units of rounding kept` };
  });
}
