import { setTimeout as delay } from "node:timers/promises";
import { expect } from "chai";
import { putBlock } from "@imprimatur/sdk/storage";
import { createSubgraphClient, getLotAvailability, lotIdOf, type SubgraphClient } from "@imprimatur/sdk/subgraph";
import { type Address, type Hash, type Hex, keccak256, numberToHex } from "viem";
import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from "graphql";
import { apiSchema, readEntitySchema } from "../../subgraph/scripts/apiSchema.ts";
import { shapeOf } from "../../subgraph/test/shape.ts";
import { graphNodeBinary } from "../stack/graphNode.ts";
import { FREE_PORTS, type Stack, startStack } from "../stack/stack.ts";
import { until } from "../stack/until.ts";
import { openPublisher, type Publisher } from "./publisher.ts";

const OF_GND = ["LogLevel", "_LogArgument_", "_LogMeta_", "_Log_"];

const PATIENCE = 120_000;
const A_MOMENT = 500;

/** Fewer than the ten blocks that `gnd dev` goes back. */
const DROPPED_BLOCKS = 8;

/** Accounts that are named on the branch that is dropped, the second one on the other branch too. */
const [LOST, MET_TWICE] = [0x1051, 0x2051].map((number) => numberToHex(number, { size: 20 })) as [Address, Address];

/** What is known of one lot's leaves. */
const LOT = `query ($id: ID!) {
  lot(id: $id) { rows(first: 2, orderBy: index, orderDirection: desc) { index name mediaType cid } availability { kind }
    manifestFaults { kind chunk } }
}`;

interface LotState {
  rows: { index: number; name: string; mediaType: string; cid: string }[];
  availability: { kind: string }[];
  manifestFaults: { kind: string; chunk: number | null }[];
}

describe("the subgraph on a chain of its own", function () {
  let stack: Stack | undefined;
  let publisher: Publisher;
  let subgraph: SubgraphClient;

  before(async function () {
    if (graphNodeBinary() === undefined) return this.skip();
    const signal = new AbortController().signal;
    stack = await startStack({ onProgress: () => undefined, ports: FREE_PORTS, signal });
    publisher = await openPublisher(stack);
    subgraph = createSubgraphClient({ url: stack.graphqlUrl ?? "", timeout: PATIENCE });
  });

  after(() => stack?.[Symbol.asyncDispose]());

  const lotNow = async (lotId: bigint): Promise<LotState | null> =>
    (await subgraph.query<{ lot: LotState | null }>(LOT, { id: lotIdOf(lotId) })).lot;

  /** graph-node reads a file with the next block, so the chain goes on meanwhile, block by block. */
  const eventually = (what: string, holds: () => Promise<boolean>): Promise<true> =>
    until(what, PATIENCE, async () => {
      await publisher.chain.mine({ blocks: 1 });
      return (await holds()) ? true : undefined;
    });

  const state = (lotId: bigint) => async (): Promise<string> => {
    const lot = await lotNow(lotId);
    return [...(lot?.availability ?? []), ...(lot?.manifestFaults ?? [])].map(({ kind }) => kind).join();
  };

  it("reads manifests and chunks from the content store, proves the root, and goes on after files that lie", async () => {
    const { client } = publisher;
    const whole = await publisher.build(1n, 1_030);
    await client.commitLotAndWait(whole.input);
    const foreign = await publisher.build(2n, 3);
    await client.commitLotAndWait({ ...foreign.input, root: keccak256("0x02") });
    const counted = await publisher.build(3n, 3);
    await client.commitLotAndWait({ ...counted.input, count: 4 });
    const large = await publisher.build(4n, 3);
    const manifest = await putBlock(publisher.store, new Uint8Array(65_537).fill(32));
    await client.commitLotAndWait({ ...large.input, manifest });
    const lost = await publisher.build(5n, 3);
    await client.commitLotAndWait({ ...lost.input, manifest: keccak256("0x05") });
    const stolen = await publisher.build(6n, 3);
    await client.commitLotAndWait({ ...stolen.input, manifest: whole.manifest });

    for (const [lot, expected] of [
      [whole, "Pinned"],
      [foreign, "WrongRoot"],
      [counted, "WrongCount"],
      [large, "TooLarge"],
      [stolen, "WrongLot"],
    ] as const) {
      await eventually(`lot ${expected}`, async () => (await state(lot.lotId)()) === expected);
    }
    const last = whole.rows[1_029];
    expect((await lotNow(whole.lotId))?.rows[0]).to.deep.equal({
      index: 1_029,
      name: last?.name,
      mediaType: "text/plain",
      cid: last?.cid,
    });
    expect(await getLotAvailability(subgraph, whole)).to.equal("pinned");
    expect(await getLotAvailability(subgraph, stolen)).to.equal("missing");
    expect(await lotNow(lost.lotId)).to.deep.equal({ rows: [], availability: [], manifestFaults: [] });
    const { _meta: meta } = await subgraph.query<{ _meta: { hasIndexingErrors: boolean } }>(
      "{ _meta { hasIndexingErrors } }",
    );
    expect(meta.hasIndexingErrors).to.equal(false);
  });

  it("takes exactly the queries that the project's queries are checked against", async () => {
    const answer = await subgraph.query<IntrospectionQuery>(getIntrospectionQuery());
    const offered = shapeOf(buildClientSchema(answer));
    const expected = shapeOf(apiSchema(readEntitySchema()));
    // Only gnd serves its own log over GraphQL.
    const query = offered["Query"]?.filter((field) => !field.startsWith("_logs("));
    for (const [type, fields] of Object.entries({ ...offered, Query: query })) {
      if (!OF_GND.includes(type)) expect(expected[type], type).to.deep.equal(fields);
    }
    expect(Object.keys(expected).filter((type) => offered[type] === undefined)).to.deep.equal([]);
  });

  it("answers for any block of the past, by number and by hash", async () => {
    const before = await publisher.client.getBlock();
    const { lotId } = await commit(10n);
    const ask = async (block: object): Promise<Hex | undefined> => {
      const query = "query ($id: ID!, $block: Block_height) { lot(id: $id, block: $block) { id } }";
      const { lot } = await subgraph.query<{ lot: { id: Hex } | null }>(query, { id: lotIdOf(lotId), block });
      return lot?.id;
    };
    const id = lotIdOf(lotId);
    const after = await publisher.client.getBlock();
    expect(await ask({ number: Number(before.number) })).to.equal(undefined);
    expect(await ask({ hash: before.hash })).to.equal(undefined);
    expect(await ask({ number: Number(after.number) })).to.equal(id);
    expect(await ask({ hash: after.hash })).to.equal(id);
    expect(await ask({ number_gte: Number(after.number) })).to.equal(id);
    const beyond = await subgraph.query("{ lots(block: { number: 1000000 }) { id } }").catch((error: unknown) => error);
    expect(beyond).to.have.property("name", "SubgraphError");
  });

  it("forgets what a dropped branch held, files included, and follows the branch that won", async () => {
    const kept = await commit(20n);
    const snapshot = await publisher.chain.snapshot();
    const dropped = await commit(21n, 5);
    await meet(LOST);
    await meet(MET_TWICE);
    await pinnedWithin(DROPPED_BLOCKS - 2, dropped);
    expect(await actors(), "who was met on the branch").to.have.members([LOST, MET_TWICE]);
    const droppedAt = await publisher.client.getBlock();
    const before = await totals();

    await publisher.chain.revert({ id: snapshot });
    const won = await commit(22n, 2, false);
    await meet(MET_TWICE);
    while ((await publisher.client.getBlockNumber()) <= droppedAt.number) await publisher.chain.mine({ blocks: 1 });
    await until("the branch that won", PATIENCE, async () => ((await lotNow(won.lotId)) === null ? undefined : true));
    for (const lot of [kept, won])
      await eventually("a lot's rows", async () => (await state(lot.lotId)()) === "Pinned");

    expect(await lotNow(dropped.lotId)).to.equal(null);
    const now = await totals();
    expect(before.hashes).to.include.members([kept.hash, dropped.hash]);
    expect(now.hashes).to.have.members([...before.hashes.filter((hash) => hash !== dropped.hash), won.hash]);
    expect(before.rows.filter((row) => isOf(row, dropped)).length, "rows of the dropped lot's file").to.equal(5);
    expect(now.rows.filter((row) => isOf(row, dropped))).to.deep.equal([]);
    expect(now.rows.filter((row) => isOf(row, won)).length).to.equal(2);
    expect(now.protocol, "one lot of two assets in place of one of five").to.deep.equal({
      lots: before.protocol.lots,
      assets: String(BigInt(before.protocol.assets) - 3n),
    });
    expect(await actors(), "a row that was reverted is saved again, once").to.deep.equal([MET_TWICE]);
    expect(now.stat, "the aggregation follows").to.deep.equal({
      lots: before.stat.lots,
      totalAssets: now.protocol.assets,
    });
  });

  /** Somebody is named whom no contract has named before: an entity that is never changed, nor looked for. */
  async function meet(user: Address): Promise<void> {
    const { client, recipeId } = publisher;
    await client.grantRecipeUseAndWait({ recipeId, user, until: 4_000_000_000n });
  }

  async function actors(): Promise<string[]> {
    const query = "query ($ids: [Bytes!]!) { actors(where: { id_in: $ids }) { id } }";
    const answer = await subgraph.query<{ actors: { id: string }[] }>(query, { ids: [LOST, MET_TWICE] });
    return answer.actors.map(({ id }) => id);
  }

  /** Mines slowly, because graph-node looks back ten blocks and no further. */
  async function pinnedWithin(blocks: number, { lotId }: Committed): Promise<void> {
    for (let mined = 0; mined < blocks && (await state(lotId)()) !== "Pinned"; mined++) {
      await delay(A_MOMENT);
      await publisher.chain.mine({ blocks: 1 });
      await subgraph.waitForIndexed({ blockNumber: await publisher.client.getBlockNumber() });
    }
    expect(await state(lotId)()).to.equal("Pinned");
  }

  interface Committed {
    lotId: bigint;
    hash: Hash;
  }

  async function commit(nonce: bigint, count = 1, wait = true): Promise<Committed> {
    const lot = await publisher.build(nonce, count);
    const { receipt } = await publisher.client.commitLotAndWait(lot.input);
    if (wait) await subgraph.waitForIndexed(receipt);
    return { lotId: lot.lotId, hash: receipt.transactionHash };
  }

  const isOf = (row: string, { lotId }: Committed): boolean => row.startsWith(lotIdOf(lotId));

  async function totals() {
    const answer = await subgraph.query<{
      protocols: { lots: number; assets: string }[];
      lotStats: { lots: string; totalAssets: string }[];
      lotCommits: { txHash: Hash }[];
      manifestRows: { id: string }[];
    }>(`{
      protocols { lots assets }
      lotStats(interval: day, current: include) { lots totalAssets }
      lotCommits { txHash }
      manifestRows(first: 1000, orderBy: id, where: { lot_: { count_lt: 1000 } }) { id }
    }`);
    const [protocol] = answer.protocols;
    const [stat] = answer.lotStats;
    if (protocol === undefined || stat === undefined) throw new Error("the subgraph has no totals");
    return {
      protocol,
      stat,
      hashes: answer.lotCommits.map(({ txHash }) => txHash),
      rows: answer.manifestRows.map(({ id }) => id),
    };
  }
});
