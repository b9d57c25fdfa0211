import type { Address, Hex } from "viem";
import type { Stack } from "../../stack/stack.ts";
import type { Cast } from "../cast.ts";
import type { Clock } from "../clock.ts";
import type { StoryTeller } from "../console/storyTeller.ts";
import type { Sabotage } from "../options.ts";

/** What every chapter of the story works with. */
export interface Scene {
  stack: Stack;
  cast: Cast;
  clock: Clock;
  teller: StoryTeller;
  /** Test USDC: 6 decimals, EIP-3009. */
  token: Address;
  /** A fault that is built in on purpose, to show that the story notices. */
  sabotage: Sabotage | undefined;
}

/** A registered recipe, with what children and offers need of it. */
export interface RegisteredRecipe {
  recipeId: Hex;
  /** Ordinal. */
  recipe: number;
  commitment: Hex;
}

/** A recipe whose only work is one asset: a dataset or a model. */
export interface Ancestor extends RegisteredRecipe {
  assetId: bigint;
  /** The offer under which others may build on it. */
  offerId: Hex;
}

/** The studio with its clones. */
export interface StudioClones {
  studio: Address;
  timelock: Address;
  governor: Address;
  reputation: Address;
  curation: Address;
}

/** Prices of the story in units of 10⁻⁶ USDC; some are odd on purpose, so that nothing divides evenly. */
export const PRICES = { training: 25_000_000n, derivative: 100_000_000n, commercial: 49_990_003n } as const;

/** Seconds in which a yearly license ends. */
export const YEAR = 365n * 24n * 3600n;

/** Rates that a child recipe owes its parent, ppm. */
export const RATES = { dataset: 50_000, model: 100_000 } as const;

/** Shares of the splits, ppm of a recipe's own income. */
export const SHARES = {
  firstContributor: 600_000,
  secondContributor: 400_000,
  promptEngineer: 400_000,
  treasury: 600_000,
};

/** All of a split or of a sale, ppm. */
export const ONE = 1_000_000;

/** "12.345678 USDC". */
export function usdc(units: bigint): string {
  const digits = units.toString().padStart(7, "0");
  return `${digits.slice(0, -6)}.${digits.slice(-6)} USDC`;
}
