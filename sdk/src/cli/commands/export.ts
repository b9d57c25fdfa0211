import { type Address, getAddress } from "viem";
import { getBlock } from "viem/actions";
import {
  assetRegistryRecipeRegisteredEvent,
  studioGovernorVoteCastEvent,
  studioGovernorVoteCastWithParamsEvent,
} from "../../abi/index.ts";
import { parseCsv } from "../../csv/parse.ts";
import { toCsv } from "../../csv/write.ts";
import { fetchEventLogs, fetchLogs } from "../../logs/fetchLogs.ts";
import { exportEarnings } from "../../statements/exportEarnings.ts";
import { exportCsv } from "../../subgraph/exportCsv.ts";
import { addressId } from "../../subgraph/ids.ts";
import { PAGE } from "../../subgraph/queries.ts";
import { readPages } from "../../subgraph/readPages.ts";
import type { SubgraphClient } from "../../subgraph/client.ts";
import { nameOf } from "../../types/codec.ts";
import { SUPPORTS } from "../../types/enums.ts";
import type { Answer } from "../answer.ts";
import { type CommandGroup, defineCommand, needed, option, several } from "../command.ts";
import { UsageError } from "../errors.ts";
import { readText, writeNew } from "../files.ts";
import { VOTES } from "../queries.ts";
import type { Session } from "../session.ts";
import type { Cell } from "../table.ts";
import * as values from "../values.ts";

const out = option("file", "where the CSV is written; stdout by default", values.text);

/** Rows as CSV on stdout, or in a file; under `--json` as objects. */
async function answerWith(
  session: Session,
  file: string | undefined,
  columns: readonly string[],
  rows: readonly object[],
): Promise<Answer> {
  const cells = rows.map((row) => columns.map((column) => String((row as Record<string, Cell>)[column] ?? "")));
  const csv = toCsv([columns, ...cells]);
  const written = file === undefined ? null : await writeNew(session.path(file), csv);
  const lines = csv.replace(/\r\n$/u, "").split("\r\n");
  return {
    json: { columns, rows, file: written },
    text: written === null ? lines : [`${rows.length} rows in ${written}.`],
  };
}

const PURCHASES = [
  ...[
    "recipe",
    "purchaseId",
    "offerId",
    "assetId",
    "licensee",
    "payer",
    "token",
    "gross",
    "referral",
    "booked",
    "txHash",
  ],
];

const purchases = defineCommand({
  name: "purchases",
  about: "Purchases of a recipe, or of all recipes of the studio, as CSV",
  options: { recipe: option("number", "the recipe; all of the studio's by default", values.count), out },
  examples: [
    "--recipe 4 --out purchases.csv",
    "--studio 0x… --subgraph http://127.0.0.1:8000/subgraphs/name/subgraph-0",
  ],
  async run(session, { recipe, out: file }) {
    const data = await session.data();
    const rows: object[] = [];
    for (const each of recipe === undefined ? await recipesOf(session) : [recipe]) {
      rows.push(...(await data.listPurchases({ recipe: each })));
    }
    return answerWith(session, file, PURCHASES, rows);
  },
});

/** Recipes that the studio's treasury registered. */
async function recipesOf(session: Session): Promise<number[]> {
  const { client, addresses, fromBlock } = await session.connect();
  const { timelock } = await session.studio();
  const logs = await fetchEventLogs(client, {
    ...{ address: addresses.assetRegistry, event: assetRegistryRecipeRegisteredEvent, fromBlock },
    args: { licensor: timelock },
  });
  return logs.map(({ args }) => args.recipe);
}

const earnings = defineCommand({
  name: "earnings",
  about: "An account's earnings, line by line, as CSV",
  options: { payee: option("address", "whose they are; the account's by default", values.address), out },
  examples: ["--payee 0x… --out earnings.csv"],
  async run(session, { payee, out: file }) {
    const { client, addresses, fromBlock } = await session.connect();
    const account = payee ?? (await session.address());
    const { rows, csv } = await exportEarnings(client, { addresses, account, fromBlock });
    const written = file === undefined ? null : await writeNew(session.path(file), csv);
    const lines = csv.replace(/\r\n$/u, "").split("\r\n");
    return {
      json: { account, rows, file: written },
      text: written === null ? lines : [`${rows.length} rows in ${written}.`],
    };
  },
});

const VOTE_COLUMNS = ["timestamp", "txHash", "logIndex", "proposalId", "voter", "support", "weight", "reason"];

type VoteRow = {
  timestamp: bigint;
  txHash: string;
  logIndex: number;
  proposalId: bigint;
  voter: Address;
  support: string;
  weight: bigint;
  reason: string;
};

const votes = defineCommand({
  name: "votes",
  about: "All votes on the studio's proposals as CSV",
  options: { out },
  examples: ["--studio 0x… --out votes.csv"],
  async run(session, { out: file }) {
    const subgraph = await session.subgraph();
    const { governor } = await session.studio();
    const rows = subgraph === undefined ? await loggedVotes(session, governor) : await indexedVotes(subgraph, governor);
    return answerWith(session, file, VOTE_COLUMNS, rows);
  },
});

async function loggedVotes(session: Session, governor: Address): Promise<VoteRow[]> {
  const { client, fromBlock } = await session.connect();
  const events = [studioGovernorVoteCastEvent, studioGovernorVoteCastWithParamsEvent] as const;
  const logs = await fetchLogs(client, { address: governor, events, fromBlock });
  const rows: VoteRow[] = [];
  for (const { args, transactionHash: txHash, logIndex, blockNumber } of logs) {
    const { timestamp } = await getBlock(client, { blockNumber });
    const { proposalId, voter, weight, reason } = args;
    rows.push({
      timestamp,
      txHash,
      logIndex,
      proposalId,
      voter,
      support: nameOf(SUPPORTS, args.support),
      weight,
      reason,
    });
  }
  return rows;
}

/** A vote as the subgraph has it. */
type IndexedVote = {
  logIndex: number;
  timestamp: string;
  txHash: string;
  proposal: { proposalId: string };
  voter: { account: { id: string } };
  choice: string;
  weight: string;
  reason: string | null;
};

async function indexedVotes(subgraph: SubgraphClient, governor: Address): Promise<VoteRow[]> {
  const listing = { query: VOTES, variables: { governor: addressId(governor) }, pageSize: PAGE };
  return (await readPages<IndexedVote>(subgraph, listing)).map(toRow);
}

const toRow = ({ timestamp, txHash, logIndex, proposal, voter, choice, weight, reason }: IndexedVote): VoteRow => ({
  timestamp: BigInt(timestamp),
  ...{ txHash, logIndex },
  proposalId: BigInt(proposal.proposalId),
  voter: getAddress(voter.account.id),
  support: choice.toLowerCase(),
  weight: BigInt(weight),
  reason: reason ?? "",
});

const query = defineCommand({
  name: "query",
  about: "The answer to a saved query of the subgraph as CSV, all pages as of one block",
  args: { file: needed("file", "GraphQL with one list that takes $first, $after and $block", values.text) },
  options: {
    var: several("name=value", "a variable of the query", values.variable),
    block: option("number", "answer for this block; the newest indexed one by default", values.count),
    out,
  },
  examples: [
    "recipe-revenue.graphql --var recipe=0x00000004 --subgraph http://127.0.0.1:8000/subgraphs/name/subgraph-0",
  ],
  async run(session, { file, var: given, block, out: target }) {
    const subgraph = await session.subgraph();
    if (subgraph === undefined) throw new UsageError("--subgraph is needed: a query asks a subgraph.");
    const text = await readText(session.path(file));
    const variables = Object.fromEntries(given);
    const at = block === undefined ? {} : { block: { number: block } };
    const lines: string[] = [];
    for await (const line of exportCsv(subgraph, { query: text, variables, ...at })) lines.push(line);
    const csv = lines.map((line) => `${line}\r\n`).join("");
    const written = target === undefined ? null : await writeNew(session.path(target), csv);
    const [columns = [], ...rows] = parseCsv(csv).map(({ cells }) => cells);
    return {
      json: { columns, rows, file: written },
      text: written === null ? lines : [`${rows.length} rows in ${written}.`],
    };
  },
});

export const EXPORT: CommandGroup = {
  name: "export",
  about: "Tables for spreadsheets",
  commands: [purchases, earnings, votes, query],
};
