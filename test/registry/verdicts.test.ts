import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, type Hash, parseEventLogs } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  CLASS,
  commitBuilt,
  deployRegistry,
  GAS,
  hashOf,
  lotIdOf,
  lotInput,
  MAX_LOT,
  type RecipeRecord,
  recordStudio,
  type Registry,
  registerRecipe,
  STATUS,
  WHOLE_LOT,
} from "./registry.ts";

const HOUR = 3600;
/** Two words: 256 assets and 44 more. */
const COUNT = 300;

describe("verdicts", () => {
  let connection: Connection;
  let registry: Registry;
  let contract: Registry["contracts"]["registry"];
  let recipe: RecipeRecord;
  let licensor: Address;
  let producer: Address;
  let gate: Awaited<ReturnType<typeof recordStudio>>["gate"];
  let lotId: bigint;
  let now: number;
  const fixture = () => deployRegistry(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    registry = await connection.networkHelpers.loadFixture(fixture);
    contract = registry.contracts.registry;
    licensor = getAddress(registry.licensor.account.address);
    producer = getAddress(registry.stranger.account.address);
    recipe = await registerRecipe(registry, { licensor });
    ({ gate } = await recordStudio(registry, licensor));
    const input = lotInput({ recipeId: recipe.id, gate: gate.address, count: COUNT });
    await contract.write.commitLot([input], { account: producer });
    lotId = lotIdOf(producer, 0n);
    now = await connection.networkHelpers.time.latest();
  });

  const fromGate = (payload: Hash, from = gate) => from.write.call([contract.address, payload], { gas: GAS });

  const judge = (status: number, verdictClass: number, releasableAt: number, lot = lotId, from = gate) =>
    fromGate(
      encodeFunctionData({
        abi: contract.abi,
        functionName: "setVerdict",
        args: [lot, status, verdictClass, releasableAt],
      }),
      from,
    );

  const block = (word: number, mask: bigint, lot = lotId, from = gate) =>
    fromGate(encodeFunctionData({ abi: contract.abi, functionName: "setBlocked", args: [lot, word, mask] }), from);

  const accept = async (delay: number) => {
    const releasableAt = (await connection.networkHelpers.time.latest()) + delay;
    await judge(STATUS.accepted, CLASS.panel, releasableAt);
    return releasableAt;
  };

  const refuse = (
    call: () => Promise<Hash>,
    error: Parameters<typeof expectRefused<Registry["contracts"]["registry"]>>[2]["error"],
    args: readonly unknown[],
  ) => expectRefused(registry.protocol, call, { by: contract, error, args, others: [gate.address] });

  const isReleasable = (index: number | bigint) => contract.read.isReleasable([(lotId << 24n) | BigInt(index)]);

  describe("setVerdict", () => {
    it("refuses an unknown lot", async () => {
      const unknown = lotIdOf(producer, 9n);
      await refuse(() => judge(STATUS.accepted, CLASS.panel, now + HOUR, unknown), "AssetRegistryUnknownLot", [
        unknown,
      ]);
    });

    it("refuses producer, licensor and strangers", async () => {
      for (const account of [producer, licensor, getAddress(registry.relayer.account.address)]) {
        const call = () =>
          contract.write.setVerdict([lotId, STATUS.accepted, CLASS.panel, now + HOUR], { account, gas: GAS });
        await refuse(call, "AssetRegistryUnauthorized", [account]);
      }
    });

    it("refuses another gate, of a stranger or of the same studio", async () => {
      const foreign = await recordStudio(registry, producer);
      const from = foreign.gate;
      const call = () => judge(STATUS.accepted, CLASS.panel, now + HOUR, lotId, from);
      await refuse(call, "AssetRegistryUnauthorized", [getAddress(from.address)]);
    });

    it("refuses everybody at an independent lot, gates and strangers alike", async () => {
      const { lotId: own } = await commitBuilt(registry, recipe.id, licensor, { nonce: 1n });
      await refuse(() => judge(STATUS.rejected, CLASS.panel, 0, own), "AssetRegistryUnauthorized", [
        getAddress(gate.address),
      ]);
      const call = () =>
        contract.write.setVerdict([own, STATUS.rejected, CLASS.panel, 0], { account: producer, gas: GAS });
      await refuse(call, "AssetRegistryUnauthorized", [producer]);
    });

    it("refuses to take a verdict back, or to claim a class that is no judgement", async () => {
      for (const status of [STATUS.none, STATUS.pending]) {
        await refuse(() => judge(status, CLASS.panel, now + HOUR), "AssetRegistryInvalidVerdict", [
          lotId,
          status,
          CLASS.panel,
        ]);
      }
      for (const verdictClass of [CLASS.none, CLASS.selfPublished]) {
        await refuse(() => judge(STATUS.accepted, verdictClass, now + HOUR), "AssetRegistryInvalidVerdict", [
          lotId,
          STATUS.accepted,
          verdictClass,
        ]);
      }
      await accept(HOUR);
      await refuse(() => judge(STATUS.none, CLASS.none, 0), "AssetRegistryInvalidVerdict", [
        lotId,
        STATUS.none,
        CLASS.none,
      ]);
    });

    it("refuses an acceptance that would have released the lot before it was given", async () => {
      const { time } = connection.networkHelpers;
      for (const early of [1, 1_000_000_000]) {
        const at = (await time.latest()) + 10;
        await time.setNextBlockTimestamp(at);
        await refuse(() => judge(STATUS.accepted, CLASS.panel, at - early), "AssetRegistryBackdatedRelease", [
          lotId,
          at - early,
          at,
        ]);
      }
    });

    it("accepts, and releases when the time has come", async () => {
      const { time } = connection.networkHelpers;
      const releasableAt = now + HOUR;
      await connection.viem.assertions.emitWithArgs(
        judge(STATUS.accepted, CLASS.panel, releasableAt),
        contract,
        "VerdictSet",
        [lotId, STATUS.accepted, CLASS.panel, releasableAt],
      );
      expect(await contract.read.lotOf([lotId])).to.deep.include({
        status: STATUS.accepted,
        class: CLASS.panel,
        releasableAt,
        blocked: false,
      });
      await time.increaseTo(releasableAt - 1);
      expect(await isReleasable(0)).to.equal(false);
      expect(await isReleasable(WHOLE_LOT)).to.equal(false);
      await connection.viem.assertions.revertWithCustomErrorWithArgs(
        contract.read.licensable([lotId << 24n]),
        contract,
        "AssetRegistryNotReleasable",
        [lotId << 24n],
      );
      await time.increaseTo(releasableAt);
      expect(await isReleasable(0)).to.equal(true);
      expect(await isReleasable(COUNT - 1)).to.equal(true);
      expect(await isReleasable(COUNT)).to.equal(false);
      expect(await isReleasable(2 ** 24 - 2)).to.equal(false);
      expect(await isReleasable(WHOLE_LOT)).to.equal(true);
      expect(await contract.read.licensable([lotId << 24n])).to.deep.equal([recipe.ordinal, 0]);
      expect(await contract.read.licensable([(lotId << 24n) | WHOLE_LOT])).to.deep.equal([recipe.ordinal, 0]);
    });

    it("releases in the very second of the verdict, if the gate has no window", async () => {
      const { time } = connection.networkHelpers;
      const at = (await time.latest()) + 10;
      await time.setNextBlockTimestamp(at);
      await judge(STATUS.accepted, CLASS.selfCertified, at);
      expect(await isReleasable(0)).to.equal(true);
    });

    it("replaces a verdict by any later one of the gate", async () => {
      for (const status of [STATUS.rejected, STATUS.accepted, STATUS.suspended, STATUS.accepted]) {
        const releasableAt = (await connection.networkHelpers.time.latest()) + HOUR;
        await judge(status, CLASS.panel, releasableAt);
        await connection.networkHelpers.time.increase(HOUR);
        expect(await isReleasable(0)).to.equal(status === STATUS.accepted);
        expect(await contract.read.lotOf([lotId])).to.deep.include({ status, releasableAt });
      }
    });
  });

  describe("setBlocked", () => {
    it("refuses an unknown lot and anybody but the lot's gate", async () => {
      const unknown = lotIdOf(producer, 9n);
      await refuse(() => block(0, 1n, unknown), "AssetRegistryUnknownLot", [unknown]);
      const call = () => contract.write.setBlocked([lotId, 0, 1n], { account: producer, gas: GAS });
      await refuse(call, "AssetRegistryUnauthorized", [producer]);
      const { gate: foreign } = await recordStudio(registry, producer);
      await refuse(() => block(0, 1n, lotId, foreign), "AssetRegistryUnauthorized", [getAddress(foreign.address)]);
    });

    it("refuses words and bits beyond the last asset", async () => {
      for (const word of [2, 255, 65_535]) {
        await refuse(() => block(word, 1n), "AssetRegistryUnknownWord", [lotId, word, 2]);
      }
      for (const mask of [1n << 44n, (1n << 45n) - 1n, 1n << 255n]) {
        await refuse(() => block(1, mask), "AssetRegistryInvalidMask", [lotId, 1, mask]);
      }
    });

    it("takes whole words of the largest lot, to the last bit", async () => {
      const input = lotInput({ recipeId: recipe.id, gate: gate.address, count: MAX_LOT, nonce: 1n });
      await contract.write.commitLot([input], { account: producer });
      const largest = lotIdOf(producer, 1n);
      await block(255, 1n << 255n, largest);
      await refuse(() => block(256, 1n, largest), "AssetRegistryUnknownWord", [largest, 256, 256]);
      expect(await contract.read.blockedWord([largest, 255])).to.equal(1n << 255n);
    });

    it("blocks exactly the assets of the mask, and unblocks by a new mask", async () => {
      await accept(1);
      await connection.networkHelpers.time.increase(1);
      await connection.viem.assertions.emitWithArgs(block(1, 1n << 43n), contract, "BlockedSet", [lotId, 1, 1n << 43n]);
      await block(0, (1n << 0n) | (1n << 255n));
      for (const [index, releasable] of [
        [0, false],
        [1, true],
        [254, true],
        [255, false],
        [256, true],
        [298, true],
        [299, false],
      ] as const) {
        expect(await isReleasable(index), `asset ${index}`).to.equal(releasable);
      }
      await block(0, 1n << 1n);
      expect(await isReleasable(0)).to.equal(true);
      expect(await isReleasable(1)).to.equal(false);
      expect(await isReleasable(255)).to.equal(true);
    });

    it("keeps the flag of the lot true exactly while a word is set", async () => {
      const isFlagged = async () => (await contract.read.lotOf([lotId])).blocked;
      const steps: [number, bigint, boolean][] = [
        [0, 0n, false],
        [0, 5n, true],
        [0, 7n, true],
        [1, 1n, true],
        [1, 1n, true],
        [0, 0n, true],
        [0, 0n, true],
        [1, 0n, false],
        [1, 2n, true],
        [1, 0n, false],
      ];
      for (const [word, mask, flagged] of steps) {
        await block(word, mask);
        expect(await isFlagged(), `word ${word} = ${mask}`).to.equal(flagged);
      }
    });

    it("survives a new verdict: the gate replaces its words itself", async () => {
      await block(0, 1n);
      await accept(1);
      await connection.networkHelpers.time.increase(1);
      expect(await isReleasable(0)).to.equal(false);
      expect(await isReleasable(1)).to.equal(true);
      expect(await contract.read.lotOf([lotId])).to.deep.include({ blocked: true, status: STATUS.accepted });
      expect(await contract.read.blockedWord([lotId, 0])).to.equal(1n);
    });
  });

  describe("setBlockedMasks", () => {
    const blockAll = (first: number, masks: bigint[], lot = lotId, from = gate) =>
      fromGate(
        encodeFunctionData({ abi: contract.abi, functionName: "setBlockedMasks", args: [lot, first, masks] }),
        from,
      );
    const masksOf = (lot = lotId) => contract.read.blockedMasks([lot, 0, 3]);

    it("refuses an unknown lot and anybody but the lot's gate", async () => {
      const unknown = lotIdOf(producer, 9n);
      await refuse(() => blockAll(0, [1n], unknown), "AssetRegistryUnknownLot", [unknown]);
      const call = () => contract.write.setBlockedMasks([lotId, 0, [1n]], { account: producer, gas: GAS });
      await refuse(call, "AssetRegistryUnauthorized", [producer]);
      const { gate: foreign } = await recordStudio(registry, producer);
      const args = [getAddress(foreign.address)];
      await refuse(() => blockAll(0, [1n], lotId, foreign), "AssetRegistryUnauthorized", args);
    });

    it("refuses words and bits beyond the last asset, and then changes no word", async () => {
      for (const first of [2, 255, 65_535]) {
        await refuse(() => blockAll(first, [1n]), "AssetRegistryUnknownWord", [lotId, first, 2]);
      }
      await refuse(() => blockAll(1, [1n, 0n]), "AssetRegistryUnknownWord", [lotId, 1, 2]);
      await refuse(() => blockAll(0, [1n, 1n << 44n]), "AssetRegistryInvalidMask", [lotId, 1, 1n << 44n]);
    });

    it("replaces each word, announces those that change, and keeps the flag true", async () => {
      const { publicClient } = registry.protocol;
      const steps: { first: number; masks: bigint[]; after: bigint[]; changed: number[] }[] = [
        { first: 0, masks: [], after: [0n, 0n, 0n], changed: [] },
        { first: 0, masks: [0n, 0n], after: [0n, 0n, 0n], changed: [] },
        { first: 0, masks: [5n, 1n << 43n], after: [5n, 1n << 43n, 0n], changed: [0, 1] },
        { first: 0, masks: [5n, 1n], after: [5n, 1n, 0n], changed: [1] },
        { first: 0, masks: [0n, 1n], after: [0n, 1n, 0n], changed: [0] },
        { first: 1, masks: [0n], after: [0n, 0n, 0n], changed: [1] },
        { first: 0, masks: [2n ** 256n - 1n], after: [2n ** 256n - 1n, 0n, 0n], changed: [0] },
      ];
      for (const { first, masks, after, changed } of steps) {
        const hash = await blockAll(first, masks);
        const { logs } = await publicClient.getTransactionReceipt({ hash });
        const events = parseEventLogs({ abi: contract.abi, logs, eventName: "BlockedSet" });
        const announced = changed.map((word) => ({ lotId, word, mask: after[word] as bigint }));
        expect(events.map(({ args }) => args)).to.deep.equal(announced);
        expect(await masksOf()).to.deep.equal(after);
        expect((await contract.read.lotOf([lotId])).blocked).to.equal(after.some((mask) => mask !== 0n));
      }
    });

    it("agrees with single words, whoever wrote them", async () => {
      await block(1, 3n);
      await blockAll(0, [7n, 1n]);
      await block(0, 0n);
      expect((await contract.read.lotOf([lotId])).blocked).to.equal(true);
      await block(1, 0n);
      expect((await contract.read.lotOf([lotId])).blocked).to.equal(false);
      expect(await masksOf()).to.deep.equal([0n, 0n, 0n]);
    });
  });

  it("keeps lots apart: a verdict touches no neighbor", async () => {
    const input = lotInput({ recipeId: recipe.id, gate: gate.address, count: COUNT, nonce: 1n, root: hashOf("2") });
    await contract.write.commitLot([input], { account: producer });
    const before = await contract.read.lotOf([lotIdOf(producer, 1n)]);
    await accept(HOUR);
    await block(0, 3n);
    expect(await contract.read.lotOf([lotIdOf(producer, 1n)])).to.deep.equal(before);
    expect(await contract.read.blockedWord([lotIdOf(producer, 1n), 0])).to.equal(0n);
  });
});
