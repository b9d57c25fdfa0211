import { royaltySplitterEdgesOf } from "../../abi/items/royaltySplitter.ts";
import { type LineageEdges, type LineageNode, lineageTree } from "../../royalties/lineageTree.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, ReadOptions } from "../internal/types.ts";

const ONE = 1_000_000;

export declare namespace getLineageTree {
  type Args = {
    recipe: number;
    /**
     * Generations up that are read, all by default: each costs a round trip, and anybody may make a long lineage. The
     * recipe's own share is exact either way; of an ancestor, ways that lead out of these generations are not counted.
     */
    depth?: number;
  };
  type Parameters = On<"royaltySplitter"> & Args & ReadOptions;
  /** The recipe itself first, then falling ordinals; of a whole lineage the shares add up to 1,000,000. */
  type ReturnType = readonly LineageNode[];
  type ErrorType = ReadErrorType;
}

/**
 * Reads what a recipe is made from, all the way up, and what each ancestor gets of its sales in all.
 *
 * @example
 * ```ts
 * for (const { recipe: above, share } of await getLineageTree(client, { royaltySplitter, recipe })) {
 *   console.log(`recipe ${above}: ${share / 10_000} %`);
 * }
 * ```
 */
export async function getLineageTree(
  client: ActionClient,
  parameters: getLineageTree.Parameters,
): Promise<getLineageTree.ReturnType> {
  const { recipe, depth = Infinity } = parameters;
  const address = addressIn("royaltySplitter", parameters);
  const edges = new Map<number, LineageEdges extends ReadonlyMap<number, infer Parents> ? Parents : never>();
  // One round trip a generation, not one a recipe.
  let taken = 0;
  for (let [generation, height] = [[recipe], 0]; generation.length > 0 && height <= depth; height += 1) {
    const found = await readMany(
      client,
      generation.map((child) => ({
        ...{ address, abi: [royaltySplitterEdgesOf], functionName: "edgesOf" as const },
        args: [child] as const,
      })),
      parameters,
    );
    if (height === 0) taken = found.flat().reduce((sum, { rate, pass }) => sum + rate + pass, 0);
    generation.forEach((child, place) => edges.set(child, found[place] ?? []));
    const parents = new Set(found.flat().map(({ parent }) => parent));
    generation = [...parents].filter((parent) => !edges.has(parent));
  }
  return lineageTree(recipe, edges)
    .filter(({ generation }) => generation <= depth)
    .map((node) => (node.recipe === recipe ? { ...node, share: ONE - taken } : node));
}
