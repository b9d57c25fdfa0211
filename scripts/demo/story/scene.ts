import type { RecipeCommitment } from "@imprimatur/sdk/merkle";
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
  /** Folder for the documents that the story leaves. */
  output: string;
  /** A fault that is built in on purpose, to show that the story notices. */
  sabotage: Sabotage | undefined;
}

/** A registered recipe, with what children and offers need of it. */
export interface RegisteredRecipe {
  recipeId: Hex;
  /** Ordinal. */
  recipe: number;
  commitment: Hex;
  /** What is committed to, for whoever opens a field of it. */
  contents?: RecipeCommitment;
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
export const PRICES = {
  training: 25_000_000n,
  derivative: 100_000_000n,
  style: 30_000_000n,
  commercial: 49_990_003n,
  title: 350_000_001n,
  exclusive: 900_000_007n,
  /** Of a team license, each. */
  seat: 40_000_009n,
  /** Below which the agent may not sell. */
  floor: 35_000_000n,
} as const;

/** Seats of a team's license. */
export const SEATS = 3;

/** What a team pays. */
export const TEAM_PRICE = BigInt(SEATS) * PRICES.seat;

/** Seconds within which a team may give its license back, and what that costs it, ppm of the price. */
export const REFUND = { seconds: 14 * 24 * 3600, penalty: 50_000 } as const;

/** Seconds in which a yearly license ends. */
export const YEAR = 365n * 24n * 3600n;

/** Rates that a child recipe owes its parent, ppm. */
export const RATES = { dataset: 50_000, model: 100_000, style: 30_000 } as const;

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
