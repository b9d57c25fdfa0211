import type { Address, Hex } from "viem";
import type { StudioData } from "@imprimatur/sdk";
import { type SubgraphClient, subgraphReader } from "@imprimatur/sdk/subgraph";
import { everyLedger, idOf, readAll, recipeKey, type Sides, type World } from "./replay.ts";

/** Purchases, earnings and records as the SDK's reader of the subgraph tells them, and its reader of logs. */
export async function compareReaders(subgraph: SubgraphClient, world: World): Promise<Sides> {
  const { books } = world;
  const records = await readAll(subgraph, "licenseRecords", "id");
  const data = subgraphReader(subgraph);
  const indexed = await readTrade(data, world);
  const logged = await readTrade(books.reader, world);
  for (const licenseId of new Set([...(records.keys() as Iterable<Hex>), ...books.licenses.keys()])) {
    indexed[licenseId] = await data.getLicense({ licenseId });
    logged[licenseId] = books.licenses.get(licenseId);
  }
  for (const [recipe, token] of everyLedger(world)) {
    const id = idOf(recipeKey(recipe), token);
    indexed[id] = [await data.getLedger({ recipe, token }), await data.listPayees({ recipe, token })];
    logged[id] = [books.royalties.ledger(recipe, token), payeesOf(world, recipe, token)];
  }
  return { indexed, logged };
}

/** What the reader of logs answers, out of one replay instead of one for each ledger. */
function payeesOf({ books: { royalties } }: World, recipe: number, token: Address) {
  const payees = royalties.nodes.get(recipe)?.payees ?? [];
  return payees.map(({ account, weight }) => ({
    ...{ account, weight },
    claimed: royalties.claimed(recipe, token, account),
  }));
}

async function readTrade(data: StudioData, { desk }: World): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const { recipe } of desk.goods) all[recipeKey(recipe)] = await data.listPurchases({ recipe });
  for (const account of desk.accounts) {
    for (const token of desk.tokens) all[idOf(account, token)] = await data.listEarnings({ account, token });
  }
  return all;
}

/** What agents were allowed and did, and what was commissioned, by studio and by agent. */
export async function compareAgentLists(subgraph: SubgraphClient, { books, clones }: World): Promise<Sides> {
  const agents = await readAll<object>(subgraph, "agents", "");
  const studios = [...clones].flatMap(([address, contract]) => (contract === "Studio" ? [address] : []));
  const read = async (data: StudioData): Promise<Record<string, unknown>> => {
    const all: Record<string, unknown> = {};
    for (const studio of studios) {
      all[`${studio} mandates`] = await data.listMandates({ studio });
      all[`${studio} commissions`] = await data.listCommissions({ studio });
      all[`${studio} milestones`] = await data.listMilestones({ studio });
    }
    for (const agent of agents.keys()) all[`${agent} acts`] = await data.listMandateActs({ agent: agent as Address });
    return filled(all);
  };
  return { indexed: await read(subgraphReader(subgraph)), logged: await read(books.reader) };
}

/** Statements, contests, published leaves, earliest commits with their copies, and corrections. */
export async function compareProvenanceLists(subgraph: SubgraphClient, { desk, books, clones }: World): Promise<Sides> {
  const subjects = new Set<Hex>();
  for (const { subject } of (await readAll<{ subject: Hex }>(subgraph, "attestations", "subject")).values())
    subjects.add(subject);
  const contents = [...(await readAll<object>(subgraph, "contents", "")).keys()] as Hex[];
  const recipes = [...(await readAll<{ ordinal: string }>(subgraph, "recipes", "ordinal")).values()];
  const timelocks = [...clones].flatMap(([address, contract]) => (contract === "StudioTimelock" ? [address] : []));
  const read = async (data: StudioData): Promise<Record<string, unknown>> => {
    const all: Record<string, unknown> = {};
    for (const subject of subjects) all[`${subject} attestations`] = await data.listAttestations({ subject });
    for (const { ordinal } of recipes)
      all[`${ordinal} contests`] = await data.listContests({ recipe: Number(ordinal) });
    for (const contentHash of contents) {
      all[`${contentHash} earliest`] = await data.getContent({ contentHash });
      all[`${contentHash} copies`] = await data.listCopies({ contentHash });
    }
    for (const lotId of books.lots.keys()) all[`${lotId} leaves`] = await data.listPublishedLeaves({ lotId });
    for (const licensor of [...timelocks, ...desk.accounts])
      all[`${licensor} corrections`] = await data.listSupersessions({ licensor });
    return filled(all);
  };
  return { indexed: await read(subgraphReader(subgraph)), logged: await read(books.reader) };
}

/** Lists that say something; one that only one side has is still a difference. */
const filled = (lists: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(lists).filter(([, list]) => !Array.isArray(list) || list.length > 0));
