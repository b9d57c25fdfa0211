import { expect } from "chai";
import { type Address, encodeFunctionData, type Hash, parseEventLogs, zeroAddress, zeroHash } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import { Random } from "../helpers/random.ts";
import { leafHash, type LeafFields, lotTree, proofOf, rootOf } from "../models/lotTree.ts";
import { expectProvenanceRefused, type ProvenanceError, provenanceOf } from "./provenance.ts";
import {
  assetIdOf,
  CLASS,
  deployRegistry,
  GAS,
  leafOf,
  lotIdOf,
  lotInput,
  PERPETUAL,
  type RecipeRecord,
  recordStudio,
  type Registry,
  registerRecipe,
  STATUS,
} from "./registry.ts";

/** A lot whose asset `i` has the content that stands at place `i`. */
interface ContentLot {
  lotId: bigint;
  committedAt: number;
  assetId: (index: number) => bigint;
  leaf: (index: number) => LeafFields;
  proof: (index: number) => Hash[];
}

const contentOf = (content: number): Hash => leafOf(content).contentHash;

describe("registry/duplicates", () => {
  let connection: Connection;
  let registry: Registry;
  let provenance: Awaited<ReturnType<typeof provenanceOf>>;
  let author: Address;
  let thief: Address;
  const recipes = new Map<Address, RecipeRecord>();
  let nonce = 0n;
  const fixture = async () => {
    const deployed = await deployRegistry(connection);
    for (const { account } of [deployed.licensor, deployed.stranger]) {
      recipes.set(account.address, await registerRecipe(deployed, { licensor: account.address }));
    }
    return deployed;
  };

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    registry = await connection.networkHelpers.loadFixture(fixture);
    provenance = await provenanceOf(registry);
    author = registry.licensor.account.address;
    thief = registry.stranger.account.address;
  });

  const recipeOf = (producer: Address): Hash => (recipes.get(producer) as RecipeRecord).id;

  const build = (producer: Address, contents: readonly number[], gate: Address = zeroAddress) => {
    nonce += 1n;
    const lotId = lotIdOf(producer, nonce);
    const leaves = contents.map((content) => leafOf(content));
    const tree = lotTree(leaves.map((leaf, index) => leafHash(lotId, index, leaf)));
    const place = { recipeId: recipeOf(producer), nonce, gate };
    const input = lotInput({ ...place, root: rootOf(tree), count: contents.length });
    return {
      input,
      lot: {
        lotId,
        assetId: (index: number) => assetIdOf(lotId, index),
        leaf: (index: number) => leaves[index] as LeafFields,
        proof: (index: number) => proofOf(tree, index),
      },
    };
  };

  const commit = async (producer: Address, contents: readonly number[], gate?: Address): Promise<ContentLot> => {
    const { input, lot } = build(producer, contents, gate);
    await registry.contracts.registry.write.commitLot([input], { account: producer });
    return { ...lot, committedAt: await connection.networkHelpers.time.latest() };
  };

  const prove = (lot: ContentLot, index = 0): Promise<Hash> =>
    provenance.write.proveContent([lot.assetId(index), lot.leaf(index), lot.proof(index)], {
      account: registry.relayer.account,
      gas: GAS,
    });
  const refuse = (call: () => Promise<Hash>, error: ProvenanceError, args: readonly unknown[]) =>
    expectProvenanceRefused(registry, call, error, args);
  const eventsOf = async (hash: Hash) => {
    const { logs } = await registry.protocol.publicClient.waitForTransactionReceipt({ hash });
    return parseEventLogs({ abi: provenance.abi, logs }).map(({ eventName, args }) => [eventName, args] as const);
  };
  const earliestOf = (content: number) => provenance.read.earliestOf([contentOf(content)]);

  describe("refuses", () => {
    it("assets that are in no lot, and whole lots", async () => {
      const lot = await commit(author, [1, 2]);
      const unknown = lotIdOf(author, 999n) << 24n;
      for (const assetId of [0n, unknown, lot.assetId(2), lot.assetId(0xffffff), lot.assetId(0) | (1n << 255n)]) {
        await refuse(
          () => provenance.write.proveContent([assetId, lot.leaf(0), lot.proof(0)], { account: thief, gas: GAS }),
          "ProvenanceInvalidProof",
          [assetId],
        );
      }
    });

    it("leaves of another place or lot, and altered ones", async () => {
      const lot = await commit(author, [1, 2]);
      const other = await commit(thief, [1, 2]);
      const attempts: [bigint, LeafFields, Hash[]][] = [
        [lot.assetId(1), lot.leaf(0), lot.proof(0)],
        [other.assetId(0), lot.leaf(0), lot.proof(0)],
        [lot.assetId(0), { ...lot.leaf(0), contentHash: contentOf(3) }, lot.proof(0)],
        [lot.assetId(0), lot.leaf(0), []],
      ];
      for (const [assetId, leaf, proof] of attempts) {
        await refuse(
          () => provenance.write.proveContent([assetId, leaf, proof], { account: thief, gas: GAS }),
          "ProvenanceInvalidProof",
          [assetId],
        );
      }
    });

    it("a leaf without content, of which all without content would be copies", async () => {
      const { lot, input } = build(author, [1]);
      const leaf = { ...lot.leaf(0), contentHash: zeroHash };
      const root = leafHash(lot.lotId, 0, leaf);
      await registry.contracts.registry.write.commitLot([{ ...input, root }], { account: author });
      await refuse(
        () => provenance.write.proveContent([lot.assetId(0), leaf, []], { account: thief, gas: GAS }),
        "ProvenanceInvalidContent",
        [lot.assetId(0)],
      );
    });

    it("the earliest once more, and a token of another collection, which has no leaf", async () => {
      const lot = await commit(author, [1]);
      await prove(lot);
      await refuse(() => prove(lot), "ProvenanceKnownContent", [lot.assetId(0)]);
      const collection = await connection.viem.deployContract("TestCollection");
      await collection.write.mint([author, 7n]);
      await registry.contracts.registry.write.registerExternal([recipeOf(author), 500n, collection.address, 7n], {
        account: author,
      });
      const external = lotIdOf(author, 500n) << 24n;
      await refuse(
        () => provenance.write.proveContent([external, lot.leaf(0), []], { account: thief, gas: GAS }),
        "ProvenanceInvalidProof",
        [external],
      );
    });
  });

  it("names the first proved the earliest, with its time; other contents stay unknown", async () => {
    const lot = await commit(author, [1, 2, 3]);
    const { assetId } = lot;
    expect(await eventsOf(await prove(lot, 1))).to.deep.equal([
      ["EarliestProved", { contentHash: contentOf(2), assetId: assetId(1), former: 0n, committedAt: lot.committedAt }],
    ]);
    expect(await earliestOf(2)).to.deep.equal([assetId(1), lot.committedAt]);
    expect(await earliestOf(1)).to.deep.equal([0n, 0]);
    expect(await provenance.read.earliestOf([zeroHash])).to.deep.equal([0n, 0]);
  });

  it("lets the earliest commit win in the reverse order of minting and of proof", async () => {
    const { registry: contract } = registry.contracts;
    const original = await commit(author, [1, 2]);
    const copy = await commit(thief, [4, 1]);
    await contract.write.mint([copy.assetId(1), copy.leaf(1), copy.proof(1)], { account: thief });
    await prove(copy, 1);
    expect(await earliestOf(1)).to.deep.equal([copy.assetId(1), copy.committedAt]);

    const events = await eventsOf(await prove(original));
    expect(events).to.deep.equal([
      [
        "EarliestProved",
        {
          contentHash: contentOf(1),
          assetId: original.assetId(0),
          former: copy.assetId(1),
          committedAt: original.committedAt,
        },
      ],
      ["CopyProved", { copy: copy.assetId(1), earliest: original.assetId(0), contentHash: contentOf(1) }],
    ]);
    expect(await earliestOf(1)).to.deep.equal([original.assetId(0), original.committedAt]);
  });

  it("shows each copy, as often as somebody asks, and a flag stops nothing", async () => {
    const { registry: contract } = registry.contracts;
    const original = await commit(author, [1]);
    const copy = await commit(thief, [1]);
    await prove(original);
    for (const again of [1, 2]) {
      expect(await eventsOf(await prove(copy)), `time ${again}`).to.deep.equal([
        ["CopyProved", { copy: copy.assetId(0), earliest: original.assetId(0), contentHash: contentOf(1) }],
      ]);
    }
    expect(await contract.read.isReleasable([copy.assetId(0)])).to.equal(true);
    await contract.write.mint([copy.assetId(0), copy.leaf(0), copy.proof(0)], { account: thief });
  });

  it("counts a higher index of the same lot as a copy of the lower one, in both orders", async () => {
    for (const order of [
      [0, 2],
      [2, 0],
    ] as const) {
      const content = 10 + order[0];
      const lot = await commit(author, [content, 5, content]);
      await prove(lot, order[0]);
      const events = await eventsOf(await prove(lot, order[1]));
      expect(events.at(-1)).to.deep.equal([
        "CopyProved",
        { copy: lot.assetId(2), earliest: lot.assetId(0), contentHash: contentOf(content) },
      ]);
      expect((await earliestOf(content))[0]).to.equal(lot.assetId(0));
    }
  });

  it("calls neither of two lots of one second a copy, and names the same one in both orders", async () => {
    const both = async (content: number) => {
      const { networkHelpers, provider } = connection;
      const [mine, theirs] = [build(author, [content]), build(thief, [content])];
      await provider.request({ method: "evm_setAutomine", params: [false] });
      const { write } = registry.contracts.registry;
      await write.commitLot([mine.input], { account: author, gas: GAS });
      await write.commitLot([theirs.input], { account: thief, gas: GAS });
      await networkHelpers.mine();
      await provider.request({ method: "evm_setAutomine", params: [true] });
      const committedAt = await networkHelpers.time.latest();
      return [mine.lot, theirs.lot].map((lot) => ({ ...lot, committedAt }));
    };
    const named: bigint[] = [];
    for (const [content, reverse] of [
      [20, false],
      [21, true],
    ] as const) {
      const lots = await both(content);
      const [first, second] = (reverse ? lots.toReversed() : lots) as [ContentLot, ContentLot];
      const names = [...(await eventsOf(await prove(first))), ...(await eventsOf(await prove(second)))];
      expect(names.filter(([name]) => name === "CopyProved")).to.deep.equal([]);
      const [earliest] = await earliestOf(content);
      named.push(earliest >> 88n);
      const later = await commit(thief, [content]);
      expect((await eventsOf(await prove(later))).map(([name]) => name)).to.deep.equal(["CopyProved"]);
    }
    const least = BigInt(author) < BigInt(thief) ? BigInt(author) : BigInt(thief);
    expect(named).to.deep.equal([least, least]);
  });

  it("shows the resubmission of a rejected lot as what it is: both ids name one producer, and no lot loses its state", async () => {
    const { registry: contract } = registry.contracts;
    const timelock = registry.relayer.account.address;
    const { gate } = await recordStudio(registry, timelock);
    await contract.write.grantRecipeUse([recipeOf(author), timelock, PERPETUAL, false], { account: author });
    const judge = async ({ lotId }: ContentLot, status: number) => {
      const releasableAt = await connection.networkHelpers.time.latest();
      const args = [lotId, status, CLASS.panel, releasableAt + 10] as const;
      const data = encodeFunctionData({ abi: contract.abi, functionName: "setVerdict", args });
      await gate.write.call([contract.address, data]);
    };
    const rejected = await commit(author, [1], gate.address);
    await judge(rejected, STATUS.rejected);
    const again = await commit(author, [1], gate.address);
    await judge(again, STATUS.accepted);
    await connection.networkHelpers.time.increase(10);
    await prove(rejected);
    const [[name, args] = []] = await eventsOf(await prove(again));
    expect(name).to.equal("CopyProved");
    const { copy, earliest } = args as { copy: bigint; earliest: bigint };
    expect([copy, earliest].map((assetId) => assetId >> 88n)).to.deep.equal([BigInt(author), BigInt(author)]);
    expect(await contract.read.isReleasable([again.assetId(0)])).to.equal(true);
    expect((await contract.read.lotOf([rejected.lotId])).status).to.equal(STATUS.rejected);
  });

  it("makes a stranger's earlier independent commit evidence, and nothing else: the studio's lot sells on", async () => {
    const { registry: contract } = registry.contracts;
    const foreign = await commit(thief, [1]);
    const lot = await commit(author, [1]);
    await prove(lot);
    await prove(foreign);
    expect((await earliestOf(1))[0]).to.equal(foreign.assetId(0));
    expect(await contract.read.licensable([lot.assetId(0)])).to.deep.equal([recipes.get(author)?.ordinal, 0]);
  });

  it("ends at the same earliest for every order of proofs, as sorting the commits says", async () => {
    const random = new Random(7);
    for (let round = 0; round < 6; round += 1) {
      const content = 100 + round;
      const lots: ContentLot[] = [];
      for (let i = 0; i < 5; i += 1) lots.push(await commit(random.pick([author, thief]), [content]));
      const copies = new Set<bigint>();
      for (const lot of random.shuffle(lots)) {
        for (const [name, args] of await eventsOf(await prove(lot))) {
          if (name === "CopyProved") copies.add((args as { copy: bigint }).copy);
        }
      }
      const [first, ...later] = lots as [ContentLot, ...ContentLot[]];
      expect(await earliestOf(content), `round ${round}`).to.deep.equal([first.assetId(0), first.committedAt]);
      expect(copies).to.deep.equal(new Set(later.map((lot) => lot.assetId(0))));
    }
  });
});
