import type { Address } from "viem";
import { formatTable } from "../console/table.ts";
import {
  type Ancestor,
  ONE,
  RATES,
  type RegisteredRecipe,
  type Scene,
  SHARES,
  type StudioClones,
  usdc,
} from "./scene.ts";

/** A sale as the story knows it: nothing of it is read from the chain. */
export interface StorySale {
  title: string;
  recipe: RegisteredRecipe;
  /** Token units that the buyer paid, and did not get back. */
  paid: bigint;
}

/** The recipes of the lineage. */
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
  /** How the amount comes about, in words. */
  why: string;
}

/** `ppm` of an amount, rounded down. */
export const part = (amount: bigint, ppm: number): bigint => (amount * BigInt(ppm)) / BigInt(ONE);

const percent = (ppm: number): string => `${ppm / 10_000} %`;

/** What all recipes of the lineage keep of the sales, computed apart from contract and SDK. */
export interface Incomes {
  works: bigint;
  model: bigint;
  dataset: bigint;
}

/**
 * Every generation first pays what its lineage is owed, the rest is its own; each division is rounded down once,
 * whatever the number of sales.
 */
export function incomesOf(lineage: Lineage, sales: readonly StorySale[]): Incomes {
  const soldBy = ({ recipe }: RegisteredRecipe): bigint =>
    sales.filter((sale) => sale.recipe.recipe === recipe).reduce((sum, { paid }) => sum + paid, 0n);
  const [works, model, dataset] = [soldBy(lineage.works), soldBy(lineage.model), soldBy(lineage.dataset)];
  return {
    works: part(works, ONE - RATES.model - RATES.dataset),
    model: part(model, ONE - RATES.dataset) + part(works, RATES.model),
    dataset: dataset + part(model, RATES.dataset) + part(works, RATES.dataset),
  };
}

/** The shares of everybody whose account the splits name. */
export function expectedShares(
  { cast, sabotage }: Scene,
  studio: StudioClones,
  lineage: Lineage,
  incomes: Incomes,
): Share[] {
  const { works, model, dataset } = lineage;
  const line = (title: string, recipe: RegisteredRecipe, account: Address, own: bigint, weight: number): Share => ({
    title,
    recipe: recipe.recipe,
    account,
    amount: part(own, weight),
    why: `${percent(weight)} of ${usdc(own)}`,
  });
  const shares = [
    line("prompt engineer", works, cast.addressOf("promptEngineer"), incomes.works, SHARES.promptEngineer),
    line("treasury", works, studio.timelock, incomes.works, SHARES.treasury),
    line("model trainer", model, cast.addressOf("modelMaker"), incomes.model, ONE),
    line("data contributor 1", dataset, cast.addressOf("firstContributor"), incomes.dataset, SHARES.firstContributor),
    line("data contributor 2", dataset, cast.addressOf("secondContributor"), incomes.dataset, SHARES.secondContributor),
  ];
  return sabotage === "shortchange" ? shares.map(overstated) : shares;
}

const overstated = (share: Share): Share =>
  share.title === "treasury" ? { ...share, amount: share.amount + 1n } : share;

/** Who bought what, and who was paid what of it. */
export function printBooks({ sales, shares }: { sales: readonly StorySale[]; shares: readonly Share[] }): void {
  const sold = sales.map(({ title, recipe, paid }) => [title, String(recipe.recipe), usdc(paid)]);
  console.log(`\n${formatTable(["sale", "recipe", "paid and kept"], sold).join("\n")}`);
  const paid = shares.map(({ title, recipe, account, amount, why }) => [
    title,
    String(recipe),
    account,
    usdc(amount),
    why,
  ]);
  console.log(`\n${formatTable(["payee", "recipe", "account", "received", "because it is"], paid).join("\n")}`);
}
