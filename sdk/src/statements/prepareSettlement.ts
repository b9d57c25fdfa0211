import type { Address, Client, Hex } from "viem";
import { claim } from "../actions/royalties/claim.ts";
import { claimMerkle } from "../actions/royalties/claimMerkle.ts";
import { settle } from "../actions/royalties/settle.ts";
import type { Call } from "../actions/internal/types.ts";
import type { BlockRange } from "../logs/fetchLogs.ts";
import type { MoneyAddresses } from "../logs/moneyEvents.ts";
import { replayRoyalties } from "../logs/replayRoyalties.ts";
import type { RoyaltyReplay } from "../logs/royaltyReplay.ts";
import type { MerkleLine } from "../merkle/split.ts";

/** What {@link prepareSettlement} needs. */
export type PrepareSettlementParameters = BlockRange & {
  addresses: MoneyAddresses;
  /** Whose income is fetched. */
  payee: Address;
  /** Tokens to fetch; all by default. */
  tokens?: readonly Address[];
  /** Lines of Merkle splits that belong to the payee: no log tells them. */
  lines?: readonly { recipe: number; line: MerkleLine; proof: readonly Hex[] }[];
};

/** Calls that bring a payee everything it has earned. */
export type SettlementPlan = {
  /** In order: settlements, children before parents, then claims. Send them by `batchRoyalties` or one by one. */
  calls: Required<Call>[];
  /** What the payee's balance will gain, in token units. */
  amounts: { token: Address; amount: bigint }[];
};

/** Recipes that one call of `settle` takes. */
const PATH = 64;

/**
 * Finds out what has to be settled and claimed until a payee has everything it has earned, whatever the depth of its
 * lineage, and what it will get: from an RPC alone. Nobody else loses anything by it, and anybody may send it.
 *
 * @example
 * ```ts
 * const { calls, amounts } = await prepareSettlement(client, { addresses, payee: engineer, fromBlock: 0n });
 * await client.batchRoyaltiesAndWait({ calls: calls.map(({ data }) => data) });
 * ```
 */
export async function prepareSettlement(
  client: Client,
  parameters: PrepareSettlementParameters,
): Promise<SettlementPlan> {
  const { addresses, payee, tokens, lines = [], ...range } = parameters;
  const replay = await replayRoyalties(client, { ...range, addresses });
  const known = new Map([...replay.accounts.values()].map(({ token }) => [token.toLowerCase(), token]));
  const plan: SettlementPlan = { calls: [], amounts: [] };
  for (const token of tokens ?? known.values()) {
    const part = planFor(replay, { royaltySplitter: addresses.royaltySplitter, payee, token, lines });
    plan.calls.push(...part.calls);
    if (part.amount > 0n) plan.amounts.push({ token, amount: part.amount });
  }
  return plan;
}

type PlanParameters = Required<Pick<PrepareSettlementParameters, "payee" | "lines">> & {
  royaltySplitter: Address;
  token: Address;
};

function planFor(
  replay: RoyaltyReplay,
  { royaltySplitter, payee, token, lines }: PlanParameters,
): { calls: Required<Call>[]; amount: bigint } {
  const parts = [...replay.nodes.keys()].filter((recipe) => isPayee(replay, recipe, token, payee));
  const targets = [...parts, ...lines.map(({ recipe }) => recipe)];
  const path = unsettledBelow(replay, new Set(targets), token);
  replay.settleAll(path, token);
  const calls = [];
  for (let first = 0; first < path.length; first += PATH) {
    calls.push(settle.encode({ royaltySplitter, recipes: path.slice(first, first + PATH), token }));
  }
  let amount = 0n;
  for (const recipe of parts) {
    const claimable = replay.claimable(recipe, token, payee);
    if (claimable > 0n) calls.push(claim.encode({ royaltySplitter, recipe, token, payee }));
    amount += claimable;
  }
  for (const { recipe, line, proof } of lines) {
    const claimable = replay.claimableMerkle(recipe, token, line);
    if (claimable > 0n) calls.push(claimMerkle.encode({ royaltySplitter, recipe, token, line, proof }));
    amount += claimable;
  }
  return { calls: amount === 0n ? [] : calls, amount };
}

function isPayee(replay: RoyaltyReplay, recipe: number, token: Address, account: Address): boolean {
  return replay.payees(recipe, token).some((payee) => payee.toLowerCase() === account.toLowerCase());
}

/** Recipes with something to divide that the targets are, or are made into; falling ordinals. */
function unsettledBelow(replay: RoyaltyReplay, targets: ReadonlySet<number>, token: Address): number[] {
  const pending = new Set<number>();
  const ordinals = [...replay.nodes.keys()].sort((a, b) => b - a);
  for (const recipe of ordinals) {
    const { sales, settledSales, passed, settledPassed } = replay.ledger(recipe, token);
    const isFed = replay.lineage(recipe).some((ancestor) => targets.has(ancestor));
    const fromBelow = [...pending].some((child) => replay.lineage(child).includes(recipe));
    if (isFed && (sales > settledSales || passed > settledPassed || fromBelow)) pending.add(recipe);
  }
  return [...pending];
}
