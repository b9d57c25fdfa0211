import type { Address } from "viem";
import { type ModelAdvance, type ModelEdge, type ModelOptions, ONE, RoyaltyGraph } from "../models/royaltyGraph.ts";
import type { Random } from "../helpers/random.ts";

const STACK_CAP = 900_000n;

/** A lineage for the contract and the same one for the model. */
export interface Lineage {
  graph: RoyaltyGraph;
  nodes: LineageNode[];
}

/** One recipe as `openNode` takes it, rates still as the model has them. */
export interface LineageNode {
  edges: ModelEdge[];
  payees: { account: Address; weight: bigint }[];
  /** Index of the token in which the shares of a tradable split earn. */
  settlement?: number;
  advance?: ModelAdvance;
}

/** Opens the nodes in a new model graph. */
export function toGraph(nodes: readonly LineageNode[]): RoyaltyGraph {
  const graph = new RoyaltyGraph();
  for (const { edges, payees, ...options } of nodes) graph.open(edges, toWeights(payees), options);
  return graph;
}

/** A random lineage of `size` recipes with up to `maxParents` parents; the last one has as many as can be. */
export function randomLineage(random: Random, size: number, maxParents: number, accounts: readonly Address[]): Lineage {
  const graph = new RoyaltyGraph();
  const nodes: LineageNode[] = [];
  for (let ordinal = 1; ordinal <= size; ordinal++) {
    const most = Math.min(maxParents, ordinal - 1);
    const count = ordinal === size ? most : random.integer(0, Math.min(most, 4));
    const edges = randomEdges(random, graph, count);
    const payees = randomPayees(random, accounts);
    const options = randomOptions(random, accounts);
    graph.open(edges, toWeights(payees), options);
    nodes.push({ edges, payees, ...options });
  }
  return { graph, nodes };
}

/** A third of the splits is tradable and a third has an advance, each in one of the first two tokens. */
function randomOptions(random: Random, accounts: readonly Address[]): ModelOptions {
  const options: ModelOptions = {};
  if (random.chance(333_333)) options.settlement = random.integer(0, 1);
  if (random.chance(333_333)) {
    const amount = random.big(1n, random.pick([20n, 10n ** 8n]));
    options.advance = { account: random.pick(accounts), token: random.integer(0, 1), amount };
  }
  return options;
}

/** Shares out what the parents' stacks leave below the cap; parents that do not fit are left out, some rates are zero. */
function randomEdges(random: Random, graph: RoyaltyGraph, count: number): ModelEdge[] {
  const earlier = Array.from({ length: graph.size }, (_, index) => index + 1);
  const parents = random.shuffle(earlier).slice(0, count);
  let left = STACK_CAP;
  const fitting = parents.filter((parent) => {
    const { stack } = graph.node(parent);
    if (stack > left) return false;
    left -= stack;
    return true;
  });
  const edges = fitting.map((parent, index) => {
    const most = left / BigInt(fitting.length - index);
    const rate = random.chance(250_000) ? 0n : random.big(0n, random.chance(300_000) ? most : most / 8n);
    left -= rate;
    return { parent, rate };
  });
  return edges.sort((one, other) => one.parent - other.parent);
}

/** One to five payees, ascending, whose weights add up to one; a weight may be zero. */
function randomPayees(random: Random, accounts: readonly Address[]): LineageNode["payees"] {
  const chosen = random.shuffle(accounts).slice(0, random.integer(1, Math.min(5, accounts.length)));
  chosen.sort((one, other) => (BigInt(one) < BigInt(other) ? -1 : 1));
  let left = ONE;
  return chosen.map((account, index) => {
    const weight = index === chosen.length - 1 ? left : random.big(0n, left);
    left -= weight;
    return { account, weight };
  });
}

const toWeights = (payees: LineageNode["payees"]) => new Map(payees.map(({ account, weight }) => [account, weight]));
