import type { SubgraphClient } from "@imprimatur/sdk/subgraph";
import { readAll, type Sides, Sums } from "./replay.ts";

type Ref = { id: string };

/** Sums of the days of every aggregation, and of the rows that they are made of. */
export async function compareDailySums(subgraph: SubgraphClient): Promise<Sides> {
  const days = new Sums();
  const rows = new Sums();
  await addSales(subgraph, days, rows);
  await addLots(subgraph, days, rows);
  await addVerdicts(subgraph, days, rows);
  await addVotes(subgraph, days, rows);
  await addReputation(subgraph, days, rows);
  return { indexed: days.all(), stored: rows.all() };
}

async function addSales(subgraph: SubgraphClient, days: Sums, rows: Sums): Promise<void> {
  type Sale = { token: Ref; recipe: Ref; gross: string; referral: string; net: string };
  for (const { token, gross, referral, net, count } of await daysOf<Sale & { count: string }>(
    subgraph,
    "tokenSaleStats",
    "token { id } gross referral net count",
  )) {
    for (const [name, amount] of Object.entries({ gross, referral, net, count }))
      days.add(`${token.id} ${name}`, amount);
  }
  for (const { token, recipe, gross, net, count } of await daysOf<Sale & { count: string }>(
    subgraph,
    "recipeSaleStats",
    "token { id } recipe { id } gross net count",
  )) {
    const key = `${recipe.id} ${token.id}`;
    for (const [name, amount] of Object.entries({ gross, net, count })) days.add(`${key} ${name}`, amount);
  }
  const incomes = await readAll<Sale>(subgraph, "incomes", "token { id } recipe { id } gross referral net");
  for (const { token, recipe, gross, referral, net } of incomes.values()) {
    const sale = { gross, net, count: 1n };
    for (const [name, amount] of Object.entries({ ...sale, referral })) rows.add(`${token.id} ${name}`, amount);
    for (const [name, amount] of Object.entries(sale)) rows.add(`${recipe.id} ${token.id} ${name}`, amount);
  }
}

async function addLots(subgraph: SubgraphClient, days: Sums, rows: Sums): Promise<void> {
  for (const { lots, assets } of await daysOf<{ lots: string; assets: string }>(subgraph, "lotStats", "lots assets")) {
    days.add("lots", lots);
    days.add("assets", assets);
  }
  type Day = { recipe: Ref; lots: string; assets: string };
  for (const { recipe, lots, assets } of await daysOf<Day>(subgraph, "recipeLotStats", "recipe { id } lots assets")) {
    days.add(`lots of ${recipe.id}`, lots);
    days.add(`assets of ${recipe.id}`, assets);
  }
  const lots = await readAll<{ recipe: Ref; count: number }>(subgraph, "lots", "recipe { id } count");
  for (const { recipe, count } of lots.values()) {
    for (const of of ["", ` of ${recipe.id}`]) {
      rows.add(`lots${of}`, 1n);
      rows.add(`assets${of}`, BigInt(count));
    }
  }
}

const VERDICTS = ["accepted", "rejected", "suspended"] as const;

async function addVerdicts(subgraph: SubgraphClient, days: Sums, rows: Sums): Promise<void> {
  type Day = { recipe?: Ref; verdicts: string } & Record<(typeof VERDICTS)[number], string>;
  const fields = `verdicts ${VERDICTS.join(" ")}`;
  const all = await daysOf<Day>(subgraph, "verdictStats", fields);
  const byRecipe = await daysOf<Day>(subgraph, "recipeVerdictStats", `recipe { id } ${fields}`);
  for (const { recipe, ...day } of [...all, ...byRecipe]) {
    for (const name of [...VERDICTS, "verdicts"] as const) days.add(`${name} ${recipe?.id ?? ""}`, day[name]);
  }
  type Change = { block: string; logIndex: number; status: string; lot: { id: string; recipe: Ref } };
  const changes = await readAll<Change>(subgraph, "verdictChanges", "block logIndex status lot { id recipe { id } }");
  const before = new Map<string, string>();
  for (const { status, lot } of [...changes.values()].sort(inChainOrder)) {
    if ((before.get(lot.id) ?? "Pending") === status) continue;
    before.set(lot.id, status);
    for (const recipe of ["", lot.recipe.id]) {
      for (const name of VERDICTS) rows.add(`${name} ${recipe}`, status.toLowerCase() === name ? 1n : 0n);
      rows.add(`verdicts ${recipe}`, 1n);
    }
  }
}

const inChainOrder = (a: { block: string; logIndex: number }, b: { block: string; logIndex: number }): number =>
  Number(a.block) - Number(b.block) || a.logIndex - b.logIndex;

async function addVotes(subgraph: SubgraphClient, days: Sums, rows: Sums): Promise<void> {
  type Day = { governance: Ref; votes: string; weight: string };
  for (const { governance, votes, weight } of await daysOf<Day>(
    subgraph,
    "governanceVoteStats",
    "governance { id } votes weight",
  )) {
    days.add(`votes in ${governance.id}`, votes);
    days.add(`weight in ${governance.id}`, weight);
  }
  type Vote = { weight: string; proposal: { governance: Ref } };
  for (const { weight, proposal } of (
    await readAll<Vote>(subgraph, "votes", "weight proposal { governance { id } }")
  ).values()) {
    rows.add(`votes in ${proposal.governance.id}`, 1n);
    rows.add(`weight in ${proposal.governance.id}`, weight);
  }
}

async function addReputation(subgraph: SubgraphClient, days: Sums, rows: Sums): Promise<void> {
  type Day = { governance: Ref; changes: string; grantedRaw: string; slashedRaw: string };
  const fields = "governance { id } changes grantedRaw slashedRaw";
  for (const { governance, ...day } of await daysOf<Day>(subgraph, "reputationStats", fields)) {
    for (const [name, amount] of Object.entries(day)) days.add(`${name} in ${governance.id}`, amount);
  }
  for (const [entities, name] of [
    ["reputationGrants", "grantedRaw"],
    ["reputationSlashes", "slashedRaw"],
  ] as const) {
    for (const { governance, raw } of (
      await readAll<{ governance: Ref; raw: string }>(subgraph, entities, "governance { id } raw")
    ).values()) {
      rows.add(`changes in ${governance.id}`, 1n);
      rows.add(`${name} in ${governance.id}`, raw);
    }
  }
}

const PAGE = 1_000;

/** Every day of an aggregation, the present one included. */
async function daysOf<Day>(subgraph: SubgraphClient, stats: string, fields: string): Promise<Day[]> {
  const query = `query ($skip: Int!) {
    ${stats}(interval: day, current: include, first: ${PAGE}, skip: $skip) { ${fields} }
  }`;
  const all: Day[] = [];
  for (let skip = 0; all.length === skip; skip += PAGE) {
    all.push(...((await subgraph.query<Record<string, Day[]>>(query, { skip }))[stats] ?? []));
  }
  return all;
}
