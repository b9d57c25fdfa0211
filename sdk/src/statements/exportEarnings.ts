import { type Address, type Client, erc20Abi } from "viem";
import { getBlock, readContract } from "viem/actions";
import { toCsv } from "../csv/write.ts";
import { blockAt } from "../logs/blockAt.ts";
import type { BlockRange } from "../logs/fetchLogs.ts";
import { fetchMoneyEvents, type MoneyAddresses } from "../logs/moneyEvents.ts";
import { type EarningRow, EarningsBook, type EarningTotals } from "./earnings.ts";

/** What {@link exportEarnings} needs. */
export type ExportEarningsParameters = Omit<BlockRange, "toBlock"> & {
  addresses: MoneyAddresses;
  /** Payee, referrer, owner or buyer whose statement it is. */
  account: Address;
  /** First second of the period, unix time; from the beginning by default. */
  from?: bigint;
  /** Last second of the period, unix time; until now by default. */
  to?: bigint;
};

/** A row with its time and the token's decimals. */
export type StatementRow = EarningRow & {
  /** Unix seconds. */
  timestamp: bigint;
  /** Undefined where the token does not say. */
  decimals: number | undefined;
};

/** An account's statement. */
export type EarningsStatement = {
  account: Address;
  rows: StatementRow[];
  /** By token, at the end of the period; `opening` and `period` are what was earned before and in it. */
  totals: (EarningTotals & { decimals: number | undefined; opening: bigint; period: bigint })[];
  /** The rows as RFC 4180 CSV: exact integers, with a column of decimals. */
  csv: string;
  /** Account, totals and rows as JSON: integers are strings. */
  json: string;
};

const COLUMNS = [
  "timestamp",
  "txHash",
  "logIndex",
  "reason",
  "asset",
  "recipe",
  "offer",
  "payer",
  "licensee",
  "referrer",
  "token",
  "decimals",
  "gross",
  "fee",
  "referral",
  "net",
  "share",
] as const;

/**
 * An account's exact earnings over a period, from an RPC alone: every sale that earned it anything, however far down its
 * lineage, with the share that the chain pays for it. The shares add up to what was claimed, can be claimed and is still
 * to be settled, to the last unit.
 *
 * @example
 * ```ts
 * const { csv, totals } = await exportEarnings(client, { addresses, account: engineer, fromBlock: 0n, from, to });
 * ```
 */
export async function exportEarnings(client: Client, parameters: ExportEarningsParameters): Promise<EarningsStatement> {
  const { addresses, account, from, to, ...range } = parameters;
  const last = to === undefined ? undefined : await blockAt(client, to);
  const before = from === undefined ? undefined : await blockAt(client, from - 1n);
  const book = new EarningsBook(account);
  const empty = to !== undefined && last === undefined;
  const events = empty
    ? []
    : await fetchMoneyEvents(client, { ...range, addresses, ...(last === undefined ? {} : { toBlock: last }) });
  for (const event of events) book.apply(event);
  const closing = book.close();
  const decimals = await decimalsOf(client, closing);
  const isIn = ({ blockNumber }: EarningRow): boolean => before === undefined || blockNumber > before;
  const rows = await timed(client, book.rows.filter(isIn), decimals);
  const totals = closing.map((total) => {
    const period = sum(rows.filter(({ token }) => token === total.token));
    return { ...total, decimals: decimals.get(total.token), opening: total.earned - period, period };
  });
  const csv = toCsv([[...COLUMNS], ...rows.map(toCells)]);
  return { account, rows, totals, csv, json: toJson({ account, totals, rows }) };
}

const sum = (rows: readonly EarningRow[]): bigint => rows.reduce((total, { share }) => total + share, 0n);

async function decimalsOf(client: Client, totals: readonly EarningTotals[]): Promise<Map<Address, number | undefined>> {
  const answers = totals.map(async ({ token }): Promise<[Address, number | undefined]> => {
    const call = { address: token, abi: erc20Abi, functionName: "decimals" } as const;
    return [token, await readContract(client, call).catch(() => undefined)];
  });
  return new Map(await Promise.all(answers));
}

async function timed(
  client: Client,
  rows: readonly EarningRow[],
  decimals: ReadonlyMap<Address, number | undefined>,
): Promise<StatementRow[]> {
  const times = new Map<bigint, bigint>();
  for (const { blockNumber } of rows) {
    if (!times.has(blockNumber)) times.set(blockNumber, (await getBlock(client, { blockNumber })).timestamp);
  }
  return rows.map((row) => ({
    ...row,
    timestamp: times.get(row.blockNumber) ?? 0n,
    decimals: decimals.get(row.token),
  }));
}

function toCells(row: StatementRow): string[] {
  const { timestamp, txHash, logIndex, reason, assetId, recipe, offerId, payer, licensee, referrer } = row;
  const { token, decimals, gross, fee, referral, net, share } = row;
  const what = [timestamp, txHash, logIndex, reason, assetId, recipe, offerId, payer, licensee, referrer];
  return [...what, token, decimals, gross, fee, referral, net, share].map((cell) => String(cell ?? ""));
}

function toJson(statement: Pick<EarningsStatement, "account" | "totals" | "rows">): string {
  const plain = (_: string, value: unknown): unknown => (typeof value === "bigint" ? `${value}` : value);
  return JSON.stringify({ type: "imprimatur/earnings", version: 1, ...statement }, plain, 2);
}
