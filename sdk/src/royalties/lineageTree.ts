/** A recipe of a lineage, and what it gets of each sale of the recipe in question. */
export type LineageNode = {
  recipe: number;
  /** Least number of steps up from the recipe in question, which is 0. */
  generation: number;
  /** ppm of the sales of the recipe in question, over all ways up; of itself what its lineage leaves. */
  share: number;
  /** What it was made from, with the ppm that each keeps of every sale below. */
  parents: readonly { recipe: number; rate: number }[];
};

/** What each recipe was made from. */
export type LineageEdges = ReadonlyMap<number, readonly { parent: number; rate: number }[]>;

const ONE = 1_000_000;

/**
 * Adds up what each ancestor gets of a sale, along all ways. A parent keeps its rate of whatever is sold below it, be it
 * by a child or by a child's child: so a recipe counts once for every way that leads to it. Falling ordinals.
 */
export function lineageTree(recipe: number, edges: LineageEdges): LineageNode[] {
  const found = new Map<number, { ways: number; share: number; generation: number }>();
  found.set(recipe, { ways: 1, share: ONE, generation: 0 });
  const nodes: LineageNode[] = [];
  // Parents are registered before their children, so a recipe is complete once all above it in number are done.
  for (let next: number | undefined = recipe; next !== undefined; next = highest(found)) {
    const { ways, share, generation } = found.get(next) ?? { ways: 0, share: 0, generation: 0 };
    found.delete(next);
    const parents = (edges.get(next) ?? []).map(({ parent, rate }) => ({ recipe: parent, rate }));
    for (const { recipe: parent, rate } of parents) {
      const known = found.get(parent) ?? { ways: 0, share: 0, generation: Infinity };
      found.set(parent, {
        ways: known.ways + ways,
        share: known.share + ways * rate,
        generation: Math.min(known.generation, generation + 1),
      });
    }
    nodes.push({ recipe: next, generation, share, parents });
  }
  const above = nodes.slice(1).reduce((sum, { share }) => sum + share, 0);
  return nodes.map((node) => (node.recipe === recipe ? { ...node, share: ONE - above } : node));
}

function highest(found: ReadonlyMap<number, unknown>): number | undefined {
  return found.size === 0 ? undefined : Math.max(...found.keys());
}
