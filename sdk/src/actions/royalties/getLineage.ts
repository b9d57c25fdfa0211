import { royaltySplitterEdgesOf } from "../../abi/items/royaltySplitter.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On, ReadOptions } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace getLineage {
  type Args = { recipe: number };
  type Parameters = On<"royaltySplitter"> & Args & ReadOptions;
  type ReturnType = number[];
  type ErrorType = ReadErrorType;
}

/**
 * The recipe and all its ancestors, falling ordinals: the order in which one `settle` carries money all the way up.
 *
 * @example
 * ```ts
 * await client.settleAndWait({ recipes: await client.getLineage({ recipe }), token: usdc });
 * ```
 */
export async function getLineage(client: ActionClient, parameters: getLineage.Parameters): Promise<number[]> {
  const address = addressIn("royaltySplitter", parameters);
  const found = new Set<number>();
  // One round trip a generation, not one a recipe.
  for (let generation = [parameters.recipe]; generation.length > 0;) {
    for (const recipe of generation) found.add(recipe);
    const edges = await readMany(
      client,
      generation.map((recipe) => ({
        address,
        abi: [royaltySplitterEdgesOf],
        functionName: "edgesOf" as const,
        args: [recipe] as const,
      })),
      parameters,
    );
    const parents = new Set(edges.flat().map(({ parent }) => parent));
    generation = [...parents].filter((parent) => !found.has(parent));
  }
  return [...found].sort((a, b) => b - a);
}
