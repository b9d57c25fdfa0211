import type { Address } from "viem";
import { formatTable } from "../console/table.ts";
import type { Style } from "./ancestors.ts";
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
  style: Style;
}

/** What a recipe keeps of its own sales and of those of its descendants. */
export interface Income {
  title: string;
  recipe: RegisteredRecipe;
  amount: bigint;
  /** How the amount comes about, in words. */
  why: string;
}

/** What one payee must have received in the end. */
export interface Share {
  title: string;
  recipe: number;
  account: Address;
  amount: bigint;
  /** How the amount comes about, in words. */
  why: string;
  /** Index of the line in a Merkle split; undefined where the split names the account. */
  line?: bigint;
}

/** Everything that was sold, what each recipe made of it, and what each payee got. */
export interface Books {
  sales: readonly StorySale[];
  incomes: Incomes;
  shares: readonly Share[];
}

export type Incomes = Record<keyof Lineage, Income>;

const part = (amount: bigint, ppm: number): bigint => (amount * BigInt(ppm)) / BigInt(ONE);

const percent = (ppm: number): string => `${ppm / 10_000} %`;

/**
 * What all recipes of the lineage keep of the sales, computed apart from contract and SDK: every generation first pays
 * what its lineage is owed, the rest is its own; each division is rounded down once, whatever the number of sales.
 */
export function incomesOf(lineage: Lineage, sales: readonly StorySale[]): Incomes {
  const soldBy = ({ recipe }: RegisteredRecipe): bigint =>
    sales.filter((sale) => sale.recipe.recipe === recipe).reduce((sum, { paid }) => sum + paid, 0n);
  const income = (title: keyof Lineage, parts: readonly [from: keyof Lineage, ppm: number][]): Income => ({
    title,
    recipe: lineage[title],
    amount: parts.reduce((sum, [from, ppm]) => sum + part(soldBy(lineage[from]), ppm), 0n),
    why: parts.map(([from, ppm]) => `${percent(ppm)} of ${usdc(soldBy(lineage[from]))} for ${from}`).join(" + "),
  });
  return {
    works: income("works", [["works", ONE - RATES.model - RATES.dataset - RATES.style]]),
    model: income("model", [
      ["model", ONE - RATES.dataset],
      ["works", RATES.model],
    ]),
    style: income("style", [
      ["style", ONE],
      ["works", RATES.style],
    ]),
    dataset: income("dataset", [
      ["dataset", ONE],
      ["model", RATES.dataset],
      ["works", RATES.dataset],
    ]),
  };
}

/** The shares of everybody whose account the splits name. */
export function expectedShares({ cast, sabotage }: Scene, studio: StudioClones, incomes: Incomes): Share[] {
  const { works, model, dataset } = incomes;
  const line = (title: string, { recipe, amount }: Income, account: Address, weight: number): Share => ({
    title,
    recipe: recipe.recipe,
    account,
    amount: part(amount, weight),
    why: `${percent(weight)} of ${usdc(amount)}`,
  });
  const shares = [
    line("prompt engineer", works, cast.addressOf("promptEngineer"), SHARES.promptEngineer),
    line("treasury", works, studio.timelock, SHARES.treasury),
    line("model trainer", model, cast.addressOf("modelMaker"), ONE),
    line("data contributor 1", dataset, cast.addressOf("firstContributor"), SHARES.firstContributor),
    line("data contributor 2", dataset, cast.addressOf("secondContributor"), SHARES.secondContributor),
  ];
  return sabotage === "shortchange" ? shares.map(overstated) : shares;
}

const overstated = (share: Share): Share =>
  share.title === "treasury" ? { ...share, amount: share.amount + 1n } : share;

/** Who paid for what, what each recipe made of it, and who got it. */
export function printBooks({ sales, incomes, shares }: Books): void {
  const print = (head: readonly string[], rows: readonly (readonly string[])[]): void =>
    console.log(`\n${formatTable(head, rows).join("\n")}`);
  print(
    ["sale", "of recipe", "paid and kept"],
    sales.map(({ title, recipe, paid }) => [title, String(recipe.recipe), usdc(paid)]),
  );
  print(
    ["recipe", "", "its own income", "because it is"],
    Object.values(incomes).map(({ title, recipe, amount, why }) => [String(recipe.recipe), title, usdc(amount), why]),
  );
  print(
    ["payee", "of recipe", "account", "received", "because it is"],
    shares.map(({ title, recipe, account, amount, why }) => [title, String(recipe), account, usdc(amount), why]),
  );
}
