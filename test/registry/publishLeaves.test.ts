import { expect } from "chai";
import { type Hash, parseEventLogs, zeroHash } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import { leafHash, lotTree, rootOf } from "../models/lotTree.ts";
import { chunkProof, expectProvenanceRefused, MAX_CHUNK, type ProvenanceError, provenanceOf } from "./provenance.ts";
import {
  commitBuilt,
  deployRegistry,
  GAS,
  hashOf,
  lotIdOf,
  lotInput,
  type RecipeRecord,
  type Registry,
  registerRecipe,
} from "./registry.ts";

interface TreeLot {
  lotId: bigint;
  leaves: Hash[];
  tree: Hash[][];
}

describe("registry/publishLeaves", () => {
  let connection: Connection;
  let registry: Registry;
  let recipe: RecipeRecord;
  let provenance: Awaited<ReturnType<typeof provenanceOf>>;
  let nonce = 100n;

  before(async () => {
    connection = await connect();
    registry = await deployRegistry(connection);
    recipe = await registerRecipe(registry, { licensor: registry.licensor.account.address });
    provenance = await provenanceOf(registry);
  });

  /** Commits a lot over these leaves; what they are hashes of does not matter here. */
  const commit = async (leaves: Hash[]): Promise<TreeLot> => {
    const account = registry.licensor.account.address;
    const tree = lotTree(leaves);
    nonce += 1n;
    const input = lotInput({ recipeId: recipe.id, nonce, root: rootOf(tree), count: leaves.length });
    await registry.contracts.registry.write.commitLot([input], { account });
    return { lotId: lotIdOf(account, nonce), leaves, tree };
  };
  const commitCount = (count: number) =>
    commit(Array.from({ length: count }, (_, index) => hashOf(`leaf ${index} of ${count}`)));

  const publish = (lotId: bigint, first: number, leaves: Hash[], proof: Hash[]): Promise<Hash> =>
    provenance.write.publishLeaves([lotId, first, leaves, proof], {
      account: registry.stranger.account,
      gas: GAS,
    });
  const publishChunk = ({ lotId, leaves, tree }: TreeLot, first: number, length: number): Promise<Hash> =>
    publish(lotId, first, leaves.slice(first, first + length), chunkProof(tree, first, length));
  const refuse = (call: () => Promise<Hash>, error: ProvenanceError, args: readonly unknown[]) =>
    expectProvenanceRefused(registry, call, error, args);
  const eventsOf = async (hash: Hash) => {
    const { logs } = await registry.protocol.publicClient.waitForTransactionReceipt({ hash });
    expect(logs).to.have.length(1);
    return parseEventLogs({ abi: provenance.abi, logs, eventName: "LeavesPublished" }).map(({ args }) => args);
  };

  describe("refuses", () => {
    let lot: TreeLot;

    before(async () => {
      lot = await commitCount(21);
    });

    it("leaves of no lot", async () => {
      const unknown = lotIdOf(registry.licensor.account.address, 99n);
      await refuse(() => publish(unknown, 0, [zeroHash], []), "ProvenanceUnknownLot", [unknown]);
      await refuse(() => publish(0n, 0, [], []), "ProvenanceUnknownLot", [0n]);
    });

    it("none, too many for one call, and what reaches beyond the lot's end", async () => {
      const invalid = (length: bigint) => [lot.lotId, length, BigInt(MAX_CHUNK)];
      await refuse(() => publish(lot.lotId, 0, [], []), "ProvenanceInvalidLength", invalid(0n));
      await refuse(() => publish(lot.lotId, 21, [zeroHash], []), "ProvenanceInvalidLength", invalid(1n));
      const large = await commitCount(MAX_CHUNK + 1);
      await refuse(() => publishChunk(large, 0, MAX_CHUNK + 1), "ProvenanceInvalidLength", [
        large.lotId,
        BigInt(MAX_CHUNK + 1),
        BigInt(MAX_CHUNK),
      ]);
      await refuse(() => publish(lot.lotId, 2 ** 24 - 1, [zeroHash], []), "ProvenanceInvalidLength", invalid(1n));
    });

    it("padding passed off as leaves, though it leads to the root", async () => {
      const padded = [...lot.leaves.slice(20), zeroHash];
      const proof = chunkProof(lot.tree, 20, 2);
      await refuse(() => publish(lot.lotId, 20, padded, proof), "ProvenanceInvalidLength", [
        lot.lotId,
        2n,
        BigInt(MAX_CHUNK),
      ]);
      const all = [...lot.leaves, ...new Array<Hash>(11).fill(zeroHash)];
      await refuse(() => publish(lot.lotId, 0, all, []), "ProvenanceInvalidLength", [
        lot.lotId,
        32n,
        BigInt(MAX_CHUNK),
      ]);
    });

    it("chunks that are no subtree", async () => {
      for (const [first, length] of [
        [1, 2],
        [2, 4],
        [4, 8],
        [0, 3],
        [16, 3],
        [17, 4],
        [13, 8],
      ] as const) {
        await refuse(() => publishChunk(lot, first, length), "ProvenanceUnaligned", [lot.lotId, first, BigInt(length)]);
      }
    });

    it("other leaves, another order, another place, another lot, and a proof altered, cut or drawn out", async () => {
      const [leaves, proof] = [lot.leaves.slice(8, 12), chunkProof(lot.tree, 8, 4)];
      const [a, b, ...rest] = leaves as [Hash, Hash, ...Hash[]];
      const other = await commitCount(22);
      const attempts: [bigint, number, Hash[], Hash[]][] = [
        [lot.lotId, 8, [hashOf("other"), b, ...rest], proof],
        [lot.lotId, 8, [b, a, ...rest], proof],
        [lot.lotId, 4, leaves, proof],
        [lot.lotId, 8, leaves, proof.slice(1)],
        [lot.lotId, 8, leaves, [...proof, zeroHash]],
        [lot.lotId, 8, leaves, [hashOf("other"), ...proof.slice(1)]],
        [lot.lotId, 8, leaves.slice(0, 2), proof],
        [other.lotId, 8, leaves, proof],
      ];
      for (const [lotId, first, chunk, siblings] of attempts) {
        const call = () => publish(lotId, first, chunk, siblings);
        await refuse(call, "ProvenanceForeignLeaves", [lotId, first]);
      }
    });

    it("inner nodes passed off as leaves", async () => {
      const nodes = (lot.tree[1] as Hash[]).slice(0, 8);
      await refuse(() => publish(lot.lotId, 0, nodes, chunkProof(lot.tree, 0, 16)), "ProvenanceForeignLeaves", [
        lot.lotId,
        0,
      ]);
      const [root] = lot.tree.at(-1) as [Hash];
      await refuse(() => publish(lot.lotId, 0, [root], []), "ProvenanceForeignLeaves", [lot.lotId, 0]);
    });
  });

  describe("puts into the log", () => {
    it("each leaf of lots of 1 to 33, in chunks of every power of two, once and in its place", async () => {
      for (const count of [1, 2, 3, 5, 8, 13, 21, 32, 33]) {
        const lot = await commitCount(count);
        for (let length = 1; length <= count; length *= 2) {
          const found: Hash[] = [];
          for (let first = 0; first < count; first += length) {
            const chunk = lot.leaves.slice(first, first + length);
            const [event] = await eventsOf(await publishChunk(lot, first, chunk.length));
            expect(event).to.deep.equal({ lotId: lot.lotId, first, leaves: chunk });
            found.push(...(event?.leaves ?? []));
          }
          expect(found, `${count} by ${length}`).to.deep.equal(lot.leaves);
        }
      }
    });

    it("a small lot in one call without siblings, whatever its count", async () => {
      for (const count of [1, 3, 21]) {
        const lot = await commitCount(count);
        const [event] = await eventsOf(await publish(lot.lotId, 0, lot.leaves, []));
        expect(event?.leaves).to.deep.equal(lot.leaves);
      }
    });

    it("the same again, from anybody, and sets nothing", async () => {
      const lot = await commitCount(6);
      const [before] = await eventsOf(await publishChunk(lot, 4, 2));
      const [again] = await eventsOf(await publishChunk(lot, 4, 2));
      expect(again).to.deep.equal(before);
      const built = await commitBuilt(registry, recipe.id, registry.licensor.account.address, { nonce: 1n });
      const hashes = built.leaves.map((leaf, index) => leafHash(built.lotId, index, leaf));
      await publish(built.lotId, 0, hashes, []);
      expect(await provenance.read.earliestOf([built.leaf(0).contentHash])).to.deep.equal([0n, 0]);
    });

    it("leaves of a lot whose root was copied: the copy is the same hashes, and none of them is its own leaf", async () => {
      const { registry: contract } = registry.contracts;
      const author = registry.licensor.account.address;
      const thief = registry.stranger.account.address;
      const thiefs = await registerRecipe(registry, { licensor: thief });
      const lot = await commitBuilt(registry, recipe.id, author, { nonce: 2n });
      const root = (await contract.read.lotOf([lot.lotId])).root;
      await contract.write.commitLot([lotInput({ recipeId: thiefs.id, root, count: 5 })], { account: thief });
      const copy = lotIdOf(thief, 0n);
      const hashes = lot.leaves.map((leaf, index) => leafHash(lot.lotId, index, leaf));
      await publish(copy, 0, hashes, []);
      for (const [index, leaf] of lot.leaves.entries()) {
        const assetId = (copy << 24n) | BigInt(index);
        await refuse(
          () => provenance.write.proveContent([assetId, leaf, lot.proof(index)], { account: thief, gas: GAS }),
          "ProvenanceInvalidProof",
          [assetId],
        );
      }
    });
  });
});
