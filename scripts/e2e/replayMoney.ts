import { erc20Abi, type Hex, numberToHex } from "viem";
import type { SubgraphClient } from "@imprimatur/sdk/subgraph";
import {
  asText,
  everyBalance,
  everyLedger,
  idOf,
  noSides,
  readAll,
  recipeKey,
  type Sides,
  Sums,
  type World,
} from "./replay.ts";

const ONE = 1_000_000n;
const TOTALS = ["sales", "settledSales", "passed", "settledPassed", "own", "paid"] as const;

type Totals = Record<(typeof TOTALS)[number], string>;

const NOTHING = Object.fromEntries(TOTALS.map((name) => [name, "0"])) as Totals;

/** The inboxes of every recipe in every token. */
export async function compareLedgers(subgraph: SubgraphClient, world: World): Promise<Sides> {
  const { books, desk } = world;
  const { client, contracts } = desk;
  const ledgers = await readAll<Totals>(subgraph, "ledgers", TOTALS.join(" "));
  const sides = { ...noSides(), indexed: Object.fromEntries<unknown>(ledgers) };
  for (const args of everyLedger(world)) {
    const id = idOf(recipeKey(args[0]), args[1]);
    const stored = await client.readContract({ ...contracts.splitter, functionName: "ledgerOf", args });
    sides.indexed[id] = ledgers.get(id) ?? NOTHING;
    sides.stored[id] = asText({ ...stored });
    sides.logged[id] = asText({ ...books.royalties.ledger(...args), paid: books.royalties.paid(...args) });
  }
  return sides;
}

interface Split {
  payees: { account: { id: string }; weight: string }[];
  shareholdings: { account: { id: string }; shares: string; debt: string }[];
  node: {
    shareToken: Hex | null;
    advanceAccount: { id: string } | null;
    advanceToken: Hex | null;
    advanceAmount: string;
  };
}

const SPLIT = `payees { account { id } weight } shareholdings { account { id } shares debt }
  node { shareToken advanceAccount { id } advanceToken advanceAmount }`;

/** What every account may claim, by the formulas that the schema names. */
export async function compareClaimable(subgraph: SubgraphClient, world: World): Promise<Sides> {
  const { books, desk } = world;
  const { accounts, client, contracts } = desk;
  const recipes = await readAll<Split>(subgraph, "recipes", SPLIT);
  const ledgers = await readAll<Totals>(subgraph, "ledgers", TOTALS.join(" "));
  const claims = await readAll<{ claimed: string }>(subgraph, "payeeLedgers", "claimed");
  const sides = noSides();
  for (const [recipe, token] of everyLedger(world)) {
    for (const account of accounts) {
      const ledger = idOf(recipeKey(recipe), token);
      const id = idOf(ledger, account);
      const split = recipes.get(recipeKey(recipe)) as Split;
      const own = BigInt(ledgers.get(ledger)?.own ?? 0);
      const earned = earnedOf(split, token.toLowerCase(), account.toLowerCase(), own);
      const args = [recipe, token, account] as const;
      sides.indexed[id] = earned - BigInt(claims.get(id)?.claimed ?? 0);
      sides.stored[id] = await client.readContract({ ...contracts.splitter, functionName: "claimable", args });
      sides.logged[id] = books.royalties.claimable(...args);
    }
  }
  return sides;
}

function earnedOf({ payees, shareholdings, node }: Split, token: string, account: string, own: bigint): bigint {
  const advance = node.advanceToken === token ? BigInt(node.advanceAmount) : 0n;
  const repaid = own < advance ? own : advance;
  const toAdvancer = node.advanceAccount?.id === account ? repaid : 0n;
  if (node.shareToken === token) {
    const holding = shareholdings.find((other) => other.account.id === account);
    return toAdvancer + ((own - repaid) * BigInt(holding?.shares ?? 0) - BigInt(holding?.debt ?? 0)) / ONE;
  }
  const weight = BigInt(payees.find((payee) => payee.account.id === account)?.weight ?? 0);
  return toAdvancer + ((own - repaid) * weight) / ONE;
}

/** What every line of a Merkle split has claimed, and every account's shares. */
export async function compareParts(subgraph: SubgraphClient, { desk, books }: World): Promise<Sides> {
  const { accounts, client, contracts, goods, tokens } = desk;
  const lines = await readAll<{ claimed: string }>(subgraph, "merkleLedgers", "claimed");
  const holdings = await readAll<{ shares: string }>(subgraph, "shareholdings", "shares");
  const sides = noSides();
  for (const { recipe, merkle } of goods) {
    for (const account of accounts) {
      const id = idOf(recipeKey(recipe), account);
      const args = [account, BigInt(recipe)] as const;
      sides.indexed[id] = BigInt(holdings.get(id)?.shares ?? 0);
      sides.stored[id] = await client.readContract({ ...contracts.splitter, functionName: "balanceOf", args });
      sides.logged[id] = books.royalties.shares(recipe, account);
    }
    for (const { index } of merkle?.lines ?? []) {
      for (const token of tokens) {
        const id = idOf(recipeKey(recipe), token, numberToHex(index, { size: 32 }));
        const args = [recipe, token, index] as const;
        sides.indexed[id] = BigInt(lines.get(id)?.claimed ?? 0);
        sides.stored[id] = await client.readContract({ ...contracts.splitter, functionName: "merkleClaimedOf", args });
        sides.logged[id] = books.royalties.merkleClaimed(...args);
      }
    }
  }
  return sides;
}

/** What the splitter owes every account at call. */
export async function compareBalances(subgraph: SubgraphClient, world: World): Promise<Sides> {
  const { books, desk } = world;
  const { client, contracts } = desk;
  const balances = await readAll<{ balance: string }>(subgraph, "balances", "balance");
  const sides = { ...noSides(), indexed: Object.fromEntries<unknown>(balances) };
  for (const args of everyBalance(world)) {
    const id = idOf(...args);
    sides.indexed[id] = BigInt(balances.get(id)?.balance ?? 0);
    sides.stored[id] = await client.readContract({ ...contracts.splitter, functionName: "creditOf", args });
    sides.logged[id] = books.royalties.balance(...args);
  }
  return sides;
}

interface Line {
  account: { id: Hex };
  token: { id: Hex };
}

/** The lines of all statements against what every account was sent and is owed. */
export async function compareStatements(subgraph: SubgraphClient, world: World): Promise<Sides> {
  const { client, contracts } = world.desk;
  const lines = await readAll<Line & { net: string }>(subgraph, "earnings", "account { id } token { id } net");
  const totals = await readAll<Line & { total: string }>(
    subgraph,
    "earningTotals",
    "account { id } token { id } total",
  );
  const sent = await client.getContractEvents({ ...contracts.splitter, eventName: "Withdrawn", fromBlock: 0n });
  const [credited, earned, withdrawn] = [new Sums(), new Sums(), new Sums()];
  for (const { account, token, net } of lines.values()) credited.add(idOf(account.id, token.id), net);
  for (const { account, token, total } of totals.values()) earned.add(idOf(account.id, token.id), total);
  for (const { args } of sent) withdrawn.add(idOf(args.account ?? "0x", args.token ?? "0x"), args.amount ?? 0n);
  const released = await releasesOf(subgraph);
  const indexed: Record<string, unknown> = {};
  const stored: Record<string, unknown> = {};
  for (const args of everyBalance(world)) {
    const id = idOf(...args);
    const owed = await client.readContract({ ...contracts.splitter, functionName: "creditOf", args });
    indexed[id] = { lines: credited.get(id), totals: earned.get(id) + released.get(id) };
    stored[id] = { lines: owed + withdrawn.get(id), totals: owed + withdrawn.get(id) };
  }
  return { indexed, stored };
}

/** Releases from pots belong to no recipe, and so to no total. */
async function releasesOf(subgraph: SubgraphClient): Promise<Sums> {
  const balances = await readAll<{ released: string }>(subgraph, "balances", "released");
  const sums = new Sums();
  for (const [id, { released }] of balances) sums.add(id, released);
  return sums;
}

/** What waits in every pot, and what the splitter holds of every token. */
export async function comparePots(subgraph: SubgraphClient, { desk, books }: World): Promise<Sides> {
  const { accounts, bought, client, contracts, pots, tokens } = desk;
  const indexed = await readAll<{ amount: string }>(subgraph, "pots", "amount");
  const held = await readAll<{ held: string }>(subgraph, "tokens", "held");
  const sides = noSides();
  const opened = pots.map((id): [Hex, Hex] => [accounts[2] ?? "0x", id]);
  const escrows = bought.map(({ licenseId }): [Hex, Hex] => [contracts.market.address, licenseId]);
  for (const [opener, potId] of [...opened, ...escrows]) {
    for (const token of tokens) {
      const id = idOf(opener, potId, token);
      const args = [opener, potId, token] as const;
      sides.indexed[id] = BigInt(indexed.get(id)?.amount ?? 0);
      sides.stored[id] = await client.readContract({ ...contracts.splitter, functionName: "potOf", args });
      sides.logged[id] = books.royalties.pots.get([...args].join("/").toLowerCase())?.amount ?? 0n;
    }
  }
  for (const address of tokens) {
    const args = [contracts.splitter.address] as const;
    sides.indexed[address] = BigInt(held.get(address.toLowerCase())?.held ?? 0);
    sides.stored[address] = await client.readContract({ address, abi: erc20Abi, functionName: "balanceOf", args });
    sides.logged[address] = books.royalties.unpaid(address);
  }
  return sides;
}
