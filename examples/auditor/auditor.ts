import { readFileSync } from "node:fs";
import { type Address, createPublicClient, type Hex, http } from "viem";
import { hardhat } from "viem/chains";
import { addressesOf, type Deployment, deploymentBlockOf } from "@imprimatur/sdk/addresses";
import { auditFromLogs, type AuditReport, type Difference } from "@imprimatur/sdk/logs";
import { createSubgraphClient, recipeIdOf, subgraphReader } from "@imprimatur/sdk/subgraph";

const { GRAPHQL_URL = "http://127.0.0.1:8000/subgraphs/name/subgraph-0", RPC_URL } = process.env;
const { DEPLOYMENT = "deployments/31337.json" } = process.env;
/** A saved query for auditors: all income of a recipe, page by page. */
const REVENUE = new URL("../../subgraph/queries/recipe-revenue.graphql", import.meta.url);
const PAGE = 1_000;

type Income = { id: Hex; token: { id: Address }; net: string };

const deployment = JSON.parse(readFileSync(DEPLOYMENT, "utf8")) as Deployment;
const client = createPublicClient({ chain: hardhat, transport: http(RPC_URL) });
const subgraph = createSubgraphClient({ url: GRAPHQL_URL });
const indexed = subgraphReader(subgraph);
const revenue = readFileSync(REVENUE, "utf8");

/** What the subgraph says that a recipe took in, by token, as of a block. */
async function revenueOf(recipe: number, block: { number: number }): Promise<Map<string, bigint>> {
  const totals = new Map<string, bigint>();
  for (let after = "0x", length = PAGE; length === PAGE;) {
    const variables = { recipe: recipeIdOf(recipe), first: PAGE, after, block };
    const { incomes } = await subgraph.query<{ incomes: Income[] }>(revenue, variables);
    for (const { id, token, net } of incomes) {
      totals.set(token.id, (totals.get(token.id) ?? 0n) + BigInt(net));
      after = id;
    }
    length = incomes.length;
  }
  return totals;
}

/** Where the subgraph and the replayed logs tell the same things: lots as they were judged, and money as it came in. */
async function compareSubgraph({ lots, royalties }: AuditReport, block: { number: number }): Promise<Difference[]> {
  const pairs: Difference[] = [];
  for (const { lot } of lots) {
    const found = await indexed.getLot({ lotId: lot.lotId });
    for (const field of ["root", "recipe", "status", "verdictClass", "releasableAt", "blocked"] as const) {
      pairs.push({ subject: `lot ${lot.lotId}`, field, found: String(found?.[field]), expected: String(lot[field]) });
    }
  }
  const recipes = new Set([...royalties.accounts.values()].map(({ recipe }) => recipe));
  for (const recipe of recipes) {
    const totals = await revenueOf(recipe, block);
    for (const account of royalties.accounts.values()) {
      if (account.recipe !== recipe) continue;
      const found = String(totals.get(account.token.toLowerCase()) ?? 0n);
      const expected = String(royalties.ledger(recipe, account.token).sales);
      pairs.push({ subject: `recipe ${recipe}`, field: `sales in ${account.token}`, found, expected });
    }
  }
  return pairs.filter(({ found, expected }) => found !== expected);
}

/** Logs against storage, then the subgraph against the logs. */
async function audit(): Promise<Difference[]> {
  const toBlock = await client.getBlockNumber();
  const addresses = addressesOf(deployment);
  const report = await auditFromLogs(client, { addresses, fromBlock: deploymentBlockOf(deployment), toBlock });
  const { lots, gates, royalties } = report;
  console.log(
    `block ${toBlock}: ${lots.length} lots of ${gates.size} gates, ${royalties.accounts.size} ledgers replayed`,
  );
  await subgraph.waitForIndexed({ blockNumber: toBlock });
  return [...report.differences, ...(await compareSubgraph(report, { number: Number(toBlock) }))];
}

try {
  const differences = await audit();
  for (const { subject, field, found, expected } of differences) {
    console.log(`${subject}, ${field}: ${found} instead of ${expected}`);
  }
  console.log(differences.length === 0 ? "The books are in order." : `${differences.length} differences`);
  process.exitCode = differences.length === 0 ? 0 : 1;
} catch (error) {
  console.error(`Nothing was audited: ${(error as Error).message.split("\n", 2).join(" ")}`);
  process.exitCode = 2;
}
