import { createSubgraphClient } from "@imprimatur/sdk/subgraph";
import type { Desk } from "../../scripts/e2e/randomDesk.ts";
import { until } from "../../scripts/stack/until.ts";
import { isAtHead } from "./indexing.ts";

const ROUNDS = 30;
const POLLING_MILLISECONDS = 10;
const TIMEOUT_MILLISECONDS = 120_000;

/** Milliseconds from a mined transaction to the first answer that knows what it did, on a subgraph that is at the head. */
export async function measureHeadLag(url: string, desk: Desk): Promise<number[]> {
  const subgraph = createSubgraphClient({ url });
  const [good] = desk.goods;
  if (good === undefined) throw new Error("there is no recipe");
  await until("the head", TIMEOUT_MILLISECONDS, async () => (await isAtHead(subgraph, desk.client)) || undefined);
  const lags: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const until = 2_000_000_000 + round;
    await desk.open();
    const args = [good.recipeId, desk.accounts[2], until, true];
    await desk.send({ ...desk.contracts.registry, functionName: "grantRecipeUse", args });
    await desk.close();
    const mined = performance.now();
    while ((await newestUse(subgraph)) !== until) await pause(POLLING_MILLISECONDS);
    lags.push(performance.now() - mined);
    // Not in step with how often graph-node looks.
    await pause(desk.random.integer(50, 500));
  }
  return lags;
}

async function newestUse(subgraph: ReturnType<typeof createSubgraphClient>): Promise<number> {
  const query = "{ recipeUseGrants(first: 1, orderBy: block, orderDirection: desc) { until } }";
  const { recipeUseGrants } = await subgraph.query<{ recipeUseGrants: { until: string }[] }>(query);
  return Number(recipeUseGrants[0]?.until ?? 0);
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));
