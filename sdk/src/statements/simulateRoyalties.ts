import { type Address, zeroAddress } from "viem";
import { LineageInvalidError } from "../errors/royalties.ts";
import { RoyaltyReplay } from "../logs/royaltyReplay.ts";
import type { SplitOptions } from "../recipe/options.ts";

/** A recipe of a lineage that need not exist. */
export type SimulatedRecipe = {
  /** Ordinal: parents have smaller ones. */
  recipe: number;
  /** What it is made from, with the rates of the licenses, ppm. */
  parents?: readonly { recipe: number; rate: number }[];
  /** Payees by weight, ppm; empty with a Merkle split. */
  split: readonly { account: Address; weight: number }[];
  options?: SplitOptions;
  /** Lines of a Merkle split. */
  lines?: readonly { index: bigint; account: Address; weight: bigint }[];
};

/** A sale, a transfer of shares, or a settlement: its time matters only where shares change hands. */
export type SimulatedStep =
  | {
      recipe: number;
      token: Address;
      gross: bigint;
      referral?: bigint;
      referrer?: Address;
      /** The token's owner who sells, instead of the licensor. */
      seller?: Address;
    }
  | { recipe: number; from: Address; to: Address; shares: bigint }
  | { settle: readonly number[]; token: Address };

/** What each account gets of each recipe in each token, in token units. */
export type SimulatedPayment = {
  account: Address;
  token: Address;
  /** Undefined for referrals and for what an owner keeps of its sale. */
  recipe: number | undefined;
  amount: bigint;
};

/** Outcome of {@link simulateRoyalties}. */
export type RoyaltySimulation = {
  payments: SimulatedPayment[];
  /** By token: what no floor has handed out yet; later sales hand it out. */
  dust: { token: Address; amount: bigint }[];
  /** ppm of each recipe's sales that its lineage takes. */
  stacks: Map<number, number>;
};

const ONE = 1_000_000n;
const MAX_STACK = 900_000;

/**
 * Computes offline, to the last unit, what the chain will pay when everything is settled and claimed: for any lineage,
 * every kind of split, advances, referrals and sales by owners.
 *
 * @example
 * ```ts
 * const { payments } = simulateRoyalties({
 *   recipes: [
 *     { recipe: 1, split: [{ account: trainer, weight: 1_000_000 }] },
 *     { recipe: 2, parents: [{ recipe: 1, rate: 100_000 }], split: [{ account: artist, weight: 1_000_000 }] },
 *   ],
 *   steps: [{ recipe: 2, token: usdc, gross: 25_000_000n }],
 * });
 * ```
 */
export function simulateRoyalties(parameters: {
  recipes: readonly SimulatedRecipe[];
  steps: readonly SimulatedStep[];
}): RoyaltySimulation {
  const { recipes, steps } = parameters;
  const replay = new RoyaltyReplay();
  const ordered = [...recipes].sort((a, b) => a.recipe - b.recipe);
  for (const recipe of ordered) open(replay, recipe);
  const paid = new Map<string, SimulatedPayment>();
  const pay = (payment: SimulatedPayment): void => {
    const key = [payment.account, payment.token, payment.recipe].join("/").toLowerCase();
    const amount = (paid.get(key)?.amount ?? 0n) + payment.amount;
    if (amount > 0n) paid.set(key, { ...payment, amount });
  };
  for (const [at, step] of steps.entries()) {
    const unknown = ("settle" in step ? step.settle : [step.recipe]).find((recipe) => !replay.nodes.has(recipe));
    if (unknown !== undefined) throw new LineageInvalidError(unknown, "it is traded but not described");
    if ("settle" in step) replay.settleAll(step.settle, step.token);
    else if ("gross" in step) sell(replay, step, at, pay);
    else {
      // As on chain: the recipe itself is settled first, its children are not.
      replay.settleAll([step.recipe], replay.nodes.get(step.recipe)?.options?.token ?? zeroAddress);
      replay.moveShares(step.recipe, step);
    }
  }
  const tokens = new Map([...replay.accounts.values()].map(({ token }) => [token.toLowerCase(), token]));
  const dust = [...tokens.values()].map((token) => {
    replay.settleAll(replay.nodes.keys(), token);
    for (const recipe of ordered) payOut(replay, recipe, token, pay);
    const given = [...paid.values()].filter((payment) => payment.token.toLowerCase() === token.toLowerCase());
    const amount = replay.unpaid(token) - given.reduce((sum, payment) => sum + payment.amount, 0n);
    return { token, amount };
  });
  const stacks = new Map([...replay.nodes].map(([recipe, { stack }]) => [recipe, stack]));
  return { payments: [...paid.values()], dust, stacks };
}

function open(replay: RoyaltyReplay, { recipe, parents = [], split, options }: SimulatedRecipe): void {
  if (replay.nodes.has(recipe)) throw new LineageInvalidError(recipe, "it is described twice");
  const edges = [...parents]
    .sort((a, b) => a.recipe - b.recipe)
    .map(({ recipe: parent, rate }) => {
      const pass = replay.nodes.get(parent)?.stack;
      if (pass === undefined) throw new LineageInvalidError(recipe, `its parent ${parent} does not come before it`);
      return { parent, rate, pass };
    });
  const stack = edges.reduce((sum, { rate, pass }) => sum + rate + pass, 0);
  if (stack > MAX_STACK) throw new LineageInvalidError(recipe, `its lineage takes ${stack} ppm of ${MAX_STACK}`);
  const weights = split.reduce((sum, { weight }) => sum + weight, 0);
  const isMerkle = options?.kind === "merkle";
  if (isMerkle ? split.length > 0 : weights !== Number(ONE)) {
    throw new LineageInvalidError(recipe, isMerkle ? "a Merkle split has no payees" : `its weights sum to ${weights}`);
  }
  replay.open(recipe, { stack, edges, payees: split, ...(options === undefined ? {} : { options }) });
}

type Sale = Extract<SimulatedStep, { gross: bigint }>;

function sell(replay: RoyaltyReplay, step: Sale, at: number, pay: (payment: SimulatedPayment) => void): void {
  const { recipe, token, gross, referral = 0n, referrer = zeroAddress, seller } = step;
  const net = gross - referral;
  const stack = BigInt(replay.nodes.get(recipe)?.stack ?? 0);
  const kept = seller === undefined ? 0n : (net * (ONE - stack)) / ONE;
  const passed = seller === undefined ? 0n : net - kept;
  const sales = seller === undefined ? net : 0n;
  replay.apply({
    ...{ type: "income", reason: "sale", blockNumber: 0n, txHash: "0x", logIndex: at, sale: undefined, pot: undefined },
    ...{ recipe, token, gross, referral, referrer, sales, passed, kept, seller: seller ?? zeroAddress },
  });
  if (referral > 0n) pay({ account: referrer, token, recipe: undefined, amount: referral });
  if (seller !== undefined) pay({ account: seller, token, recipe: undefined, amount: kept });
}

function payOut(
  replay: RoyaltyReplay,
  { recipe, lines = [] }: SimulatedRecipe,
  token: Address,
  pay: (payment: SimulatedPayment) => void,
): void {
  for (const account of replay.payees(recipe, token)) {
    pay({ account, token, recipe, amount: replay.earned(recipe, token, account) });
  }
  for (const line of lines) {
    pay({ account: line.account, token, recipe, amount: replay.claimableMerkle(recipe, token, line) });
  }
}
