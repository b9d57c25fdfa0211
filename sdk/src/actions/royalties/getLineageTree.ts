import { royaltySplitterEdgesOf } from "../../abi/items/royaltySplitter.ts";
import { type LineageEdges, type LineageNode, lineageTree } from "../../royalties/lineageTree.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, ReadOptions } from "../internal/types.ts";

export declare namespace getLineageTree {
  type Args = { recipe: number };
  type Parameters = On<"royaltySplitter"> & Args & ReadOptions;
  /** The recipe itself first, then falling ordinals; the shares add up to 1,000,000. */
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
  const address = addressIn("royaltySplitter", parameters);
  const edges = new Map<number, LineageEdges extends ReadonlyMap<number, infer Parents> ? Parents : never>();
  // One round trip a generation, not one a recipe.
  for (let generation = [parameters.recipe]; generation.length > 0;) {
    const found = await readMany(
      client,
      generation.map((recipe) => ({
        ...{ address, abi: [royaltySplitterEdgesOf], functionName: "edgesOf" as const },
        args: [recipe] as const,
      })),
      parameters,
    );
    generation.forEach((recipe, place) => edges.set(recipe, found[place] ?? []));
    const parents = new Set(found.flat().map(({ parent }) => parent));
    generation = [...parents].filter((parent) => !edges.has(parent));
  }
  return lineageTree(parameters.recipe, edges);
}
