import { expect } from "chai";
import { type Address, concatHex, type Hex, numberToHex } from "viem";
import { licensesAbi, royaltySplitterAbi } from "@imprimatur/sdk/abi";
import { createSubgraphClient, type SubgraphClient } from "@imprimatur/sdk/subgraph";
import { Random } from "../../test/helpers/random.ts";
import { PROTOCOL_NAMES } from "../deploy/index.ts";
import { graphNodeBinary } from "../stack/graphNode.ts";
import { FREE_PORTS, type Stack, startStack } from "../stack/stack.ts";
import { type Desk, openDesk, setUp, trade } from "./randomTrade.ts";

const SEED = 20_261_120;
const STEPS = process.env["RELEASE"] === "1" ? 4_000 : 400;
const PAGE = 1_000;

describe("the subgraph against the chain", function () {
  before(function () {
    if (graphNodeBinary() === undefined) this.skip();
  });

  it("says after a random trade what every contract says, and has seen every log", async () => {
    const signal = new AbortController().signal;
    await using stack = await startStack({ onProgress: () => undefined, ports: FREE_PORTS, signal });
    const desk = await openDesk(stack, new Random(SEED));
    await setUp(desk, stack);
    await trade(desk, stack, STEPS);

    const subgraph = createSubgraphClient({ url: stack.graphqlUrl ?? "", timeout: 120_000 });
    await subgraph.waitForIndexed({ blockNumber: await desk.client.getBlockNumber() });
    const logs = await logsOfProtocol(desk, stack);
    expect(await countEvents(subgraph)).to.equal(logs);
    expect(logs, "the trade was lively").to.be.greaterThan(STEPS / 2);
    expect(await indexedLedgers(subgraph, desk)).to.deep.equal(await storedLedgers(desk, stack));
    expect(await indexedClaims(subgraph, desk)).to.deep.equal(await storedClaims(desk, stack));
    expect(await indexedBalances(subgraph, desk)).to.deep.equal(await storedBalances(desk, stack));
    expect(await indexedLicenses(subgraph, desk)).to.deep.equal(await storedLicenses(desk, stack));
  });
});

async function logsOfProtocol({ client }: Desk, stack: Stack): Promise<number> {
  const address = [...PROTOCOL_NAMES, "Deployer" as const].map((name) => stack.deployment.addressOf(name));
  const logs = await client.getLogs({ address, fromBlock: 0n });
  // The implementations behind clones lock themselves as they are deployed; they belong to no studio.
  const INITIALIZED = "0xc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d2";
  return logs.filter(({ topics }) => topics[0] !== INITIALIZED).length;
}

async function countEvents(subgraph: SubgraphClient): Promise<number> {
  const query = "query ($after: ID!) { auditEvents(first: 1000, orderBy: id, where: { id_gt: $after }) { id } }";
  let count = 0;
  for (let after = "0x"; ;) {
    const { auditEvents } = await subgraph.query<{ auditEvents: { id: string }[] }>(query, { after });
    count += auditEvents.length;
    if (auditEvents.length < PAGE) return count;
    after = auditEvents.at(-1)?.id ?? "";
  }
}

const everyLedger = ({ goods, tokens }: Desk): [number, Address][] =>
  goods.flatMap(({ recipe }) => tokens.map((token): [number, Address] => [recipe, token]));

const lower = (...parts: Hex[]): string => concatHex(parts).toLowerCase();
const recipeKey = (recipe: number): Hex => numberToHex(recipe, { size: 4 });

interface LedgerTotals {
  sales: string;
  settledSales: string;
  passed: string;
  settledPassed: string;
  own: string;
}

const EMPTY: LedgerTotals = { sales: "0", settledSales: "0", passed: "0", settledPassed: "0", own: "0" };

async function indexedLedgers(subgraph: SubgraphClient, desk: Desk): Promise<Record<string, LedgerTotals>> {
  const { ledgers } = await subgraph.query<{ ledgers: (LedgerTotals & { id: string })[] }>(
    "{ ledgers(first: 1000) { id sales settledSales passed settledPassed own } }",
  );
  const byId = new Map(ledgers.map(({ id, ...totals }) => [id, totals]));
  const ids = everyLedger(desk).map(([recipe, token]) => lower(recipeKey(recipe), token));
  return Object.fromEntries(ids.map((id) => [id, byId.get(id) ?? EMPTY]));
}

async function storedLedgers({ client, ...desk }: Desk, stack: Stack): Promise<Record<string, LedgerTotals>> {
  const splitter = { address: stack.deployment.addressOf("RoyaltySplitter"), abi: royaltySplitterAbi } as const;
  const entries: [string, LedgerTotals][] = [];
  for (const [recipe, token] of everyLedger({ client, ...desk })) {
    const ledger = await client.readContract({ ...splitter, functionName: "ledgerOf", args: [recipe, token] });
    const { sales, settledSales, passed, settledPassed, own } = ledger;
    const totals = { sales, settledSales, passed, settledPassed, own };
    const texts = Object.fromEntries(Object.entries(totals).map(([name, value]) => [name, String(value)]));
    entries.push([lower(recipeKey(recipe), token), texts as unknown as LedgerTotals]);
  }
  return Object.fromEntries(entries);
}

async function indexedClaims(subgraph: SubgraphClient, desk: Desk): Promise<Record<string, string>> {
  const { payeeLedgers } = await subgraph.query<{ payeeLedgers: { id: string; claimed: string }[] }>(
    "{ payeeLedgers(first: 1000) { id claimed } }",
  );
  const byId = new Map(payeeLedgers.map(({ id, claimed }) => [id, claimed]));
  return Object.fromEntries(everyClaim(desk).map(({ id }) => [id, byId.get(id) ?? "0"]));
}

async function storedClaims(desk: Desk, stack: Stack): Promise<Record<string, string>> {
  const splitter = { address: stack.deployment.addressOf("RoyaltySplitter"), abi: royaltySplitterAbi } as const;
  const entries: [string, string][] = [];
  for (const { id, args } of everyClaim(desk)) {
    entries.push([id, String(await desk.client.readContract({ ...splitter, functionName: "claimedOf", args }))]);
  }
  return Object.fromEntries(entries);
}

function everyClaim({ goods, tokens }: Desk): { id: string; args: [number, Address, Address] }[] {
  return goods.flatMap(({ recipe, payees }) =>
    tokens.flatMap((token) =>
      payees.map((account): { id: string; args: [number, Address, Address] } => ({
        id: lower(recipeKey(recipe), token, account),
        args: [recipe, token, account],
      })),
    ),
  );
}

async function indexedBalances(subgraph: SubgraphClient, desk: Desk): Promise<Record<string, string>> {
  const { balances } = await subgraph.query<{ balances: { id: string; balance: string }[] }>(
    "{ balances(first: 1000) { id balance } }",
  );
  const byId = new Map(balances.map(({ id, balance }) => [id, balance]));
  return Object.fromEntries(everyBalance(desk).map(({ id }) => [id, byId.get(id) ?? "0"]));
}

async function storedBalances(desk: Desk, stack: Stack): Promise<Record<string, string>> {
  const splitter = { address: stack.deployment.addressOf("RoyaltySplitter"), abi: royaltySplitterAbi } as const;
  const entries: [string, string][] = [];
  for (const { id, args } of everyBalance(desk)) {
    entries.push([id, String(await desk.client.readContract({ ...splitter, functionName: "creditOf", args }))]);
  }
  return Object.fromEntries(entries);
}

function everyBalance({ accounts, tokens }: Desk): { id: string; args: [Address, Address] }[] {
  return accounts.flatMap((account) =>
    tokens.map((token): { id: string; args: [Address, Address] } => ({
      id: lower(account, token),
      args: [account, token],
    })),
  );
}

async function indexedLicenses(subgraph: SubgraphClient, desk: Desk): Promise<Record<string, string[]>> {
  interface Row {
    id: string;
    personalExpiry: string;
    commercialExpiry: string;
    advertisingExpiry: string;
  }
  const { licenses } = await subgraph.query<{ licenses: Row[] }>(
    "{ licenses(first: 1000) { id personalExpiry commercialExpiry advertisingExpiry } }",
  );
  const byId = new Map(
    licenses.map((row) => [row.id, [row.personalExpiry, row.commercialExpiry, row.advertisingExpiry]]),
  );
  return Object.fromEntries(everyLicense(desk).map(({ id }) => [id, byId.get(id) ?? ["0", "0", "0"]]));
}

async function storedLicenses(desk: Desk, stack: Stack): Promise<Record<string, string[]>> {
  const licenses = { address: stack.deployment.addressOf("Licenses"), abi: licensesAbi } as const;
  const entries: [string, string[]][] = [];
  for (const { id, args } of everyLicense(desk)) {
    const expiries = await desk.client.readContract({ ...licenses, functionName: "plainLicenseOf", args });
    entries.push([id, expiries.map(String)]);
  }
  return Object.fromEntries(entries);
}

function everyLicense({ goods, accounts }: Desk): { id: string; args: [Address, bigint] }[] {
  return goods.flatMap(({ asset }) =>
    accounts.map((account): { id: string; args: [Address, bigint] } => ({
      id: lower(numberToHex(asset, { size: 31 }), account),
      args: [account, asset],
    })),
  );
}
