import { assetAt } from "@imprimatur/sdk";
import { buildLot, type BuiltLot } from "@imprimatur/sdk/lot";
import { CHUNK_ROWS, cidOf, type ContentStore } from "@imprimatur/sdk/storage";
import { createSubgraphClient, type SubgraphClient } from "@imprimatur/sdk/subgraph";
import { type Hex, keccak256, numberToHex, zeroAddress } from "viem";
import { hardhat } from "viem/chains";
import { createHash } from "node:crypto";
import type { Desk } from "../../scripts/e2e/randomDesk.ts";
import type { Stack } from "../../scripts/stack/stack.ts";
import { until } from "../../scripts/stack/until.ts";
import { isAtHead } from "./indexing.ts";

const NONCE = 900_000n;
const TIMEOUT_MILLISECONDS = 600_000;

/** A lot whose manifest lists its assets. */
export interface ListedLot {
  lotId: bigint;
  count: number;
}

/**
 * Commits lots with manifests in the content store, and waits until they are indexed and their roots known; returns the
 * lots, and the seconds until every row was indexed.
 */
export async function listAssets(
  stack: Stack,
  desk: Desk,
  { lots, rows }: { lots: number; rows: number },
): Promise<{ listed: ListedLot[]; seconds: number }> {
  const store: ContentStore = {
    put: (digest, bytes) => {
      stack.contentStore.putBlock(cidOf(digest), bytes);
      return Promise.resolve();
    },
    get: () => Promise.reject(new Error("nothing is read back")),
  };
  const [producer = zeroAddress] = desk.accounts;
  const [good] = desk.goods;
  if (good === undefined) throw new Error("there is no recipe");
  const built: BuiltLot[] = [];
  for (let at = 0; at < lots; at++) {
    const items = Array.from({ length: rows }, (_, i) => ({
      name: `picture ${at}-${i}.png`,
      mediaType: "image/png",
      bytes: 100_000 + i,
      contentHash: numberToHex(BigInt(at * rows + i + 1), { size: 32 }),
    }));
    const common = { chainId: hardhat.id, assetRegistry: desk.contracts.registry.address, producer, store };
    const texts = { recipeId: good.recipeId, recipeCommitment: keccak256("0x01"), createdAt: 1_800_000_000n };
    built.push(await buildLot({ ...common, ...texts, nonce: NONCE + BigInt(at), items, sha256: fastSha256 }));
  }
  const start = performance.now();
  await desk.open();
  for (const { input } of built) {
    const args = [{ ...input, gate: zeroAddress }];
    await desk.send({ ...desk.contracts.registry, functionName: "commitLot", args });
  }
  await desk.close();
  const subgraph = createSubgraphClient({ url: stack.graphqlUrl ?? "" });
  const lasts = built.flatMap(({ lotId }) => lastsOfChunks(lotId, rows));
  await whileMining(desk, subgraph, "every row of the manifests", async () => {
    const query = `query ($ids: [Bytes!]!, $first: Int!) { manifestRows(first: $first, where: { id_in: $ids }) { id } }`;
    const variables = { ids: lasts, first: lasts.length };
    const { manifestRows } = await subgraph.query<{ manifestRows: { id: string }[] }>(query, variables);
    return manifestRows.length === lasts.length;
  });
  const seconds = (performance.now() - start) / 1000;
  await whileMining(desk, subgraph, "the roots of the manifests", async () => {
    const query = `query ($ids: [String!]!) { lotAvailabilities(where: { lot_in: $ids, kind: Pinned }) { id } }`;
    const ids = built.map(({ lotId }) => numberToHex(lotId, { size: 28 }));
    const { lotAvailabilities } = await subgraph.query<{ lotAvailabilities: { id: string }[] }>(query, { ids });
    return lotAvailabilities.length === lots;
  });
  return { listed: built.map(({ lotId, count }) => ({ lotId, count })), seconds };
}

/** Ids of the last rows of the chunks, which come in no order. */
const lastsOfChunks = (lotId: bigint, rows: number): Hex[] =>
  Array.from({ length: Math.ceil(rows / CHUNK_ROWS) }, (_, chunk) =>
    numberToHex(assetAt(lotId, Math.min(rows, (chunk + 1) * CHUNK_ROWS) - 1), { size: 31 }),
  );

/**
 * graph-node takes files that have come when it sees a block: mines one, but not before the one before is indexed, for
 * on no chain do they come so fast that they would pile up.
 */
function whileMining(
  desk: Desk,
  subgraph: SubgraphClient,
  what: string,
  isDone: () => Promise<boolean>,
): Promise<true> {
  return until(what, TIMEOUT_MILLISECONDS, async () => {
    if (await isDone()) return true;
    if (await isAtHead(subgraph, desk.client)) await desk.mine(1);
    return undefined;
  });
}

const fastSha256 = (bytes: Uint8Array): `0x${string}` => `0x${createHash("sha256").update(bytes).digest("hex")}`;
