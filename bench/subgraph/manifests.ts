import { assetAt } from "@imprimatur/sdk";
import { buildLot } from "@imprimatur/sdk/lot";
import { cidOf, type ContentStore } from "@imprimatur/sdk/storage";
import { createSubgraphClient } from "@imprimatur/sdk/subgraph";
import { keccak256, numberToHex, zeroAddress } from "viem";
import { hardhat } from "viem/chains";
import { createHash } from "node:crypto";
import type { Desk } from "../../scripts/e2e/randomDesk.ts";
import type { Stack } from "../../scripts/stack/stack.ts";
import { until } from "../../scripts/stack/until.ts";

const NONCE = 900_000n;
const TIMEOUT_MILLISECONDS = 600_000;

/** A lot whose manifest lists its assets. */
export interface ListedLot {
  lotId: bigint;
  count: number;
}

/** Commits lots with manifests in the content store; returns them, and the seconds until every row is indexed. */
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
  const built = [];
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
  const lasts = built.map(({ lotId }) => numberToHex(assetAt(lotId, rows - 1), { size: 31 }));
  await until("every row of the manifests", TIMEOUT_MILLISECONDS, async () => {
    // graph-node takes files that have come when it sees a block.
    await desk.mine(1);
    const query = `query ($ids: [Bytes!]!) { manifestRows(where: { id_in: $ids }) { id } }`;
    const { manifestRows } = await subgraph.query<{ manifestRows: { id: string }[] }>(query, { ids: lasts });
    return manifestRows.length === lots ? true : undefined;
  });
  return { listed: built.map(({ lotId, count }) => ({ lotId, count })), seconds: (performance.now() - start) / 1000 };
}

const fastSha256 = (bytes: Uint8Array): `0x${string}` => `0x${createHash("sha256").update(bytes).digest("hex")}`;
