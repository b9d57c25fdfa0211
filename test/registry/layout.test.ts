import { expect } from "chai";
import {
  type Address,
  encodeAbiParameters,
  encodeFunctionData,
  getAddress,
  type Hex,
  keccak256,
  numberToHex,
} from "viem";
import { type Layout, layoutOf } from "../helpers/layout.ts";
import { connect, type Connection } from "../helpers/protocol.ts";
import {
  actAs,
  ANSWER,
  CLASS,
  deployRegistry,
  KIND,
  lotIdOf,
  lotInput,
  MAX_LOT,
  PERPETUAL,
  type RecipeRecord,
  recordStudio,
  type Registry,
  registerRecipe,
  STATUS,
  WHOLE_LOT,
} from "./registry.ts";

/** Slot of a member of a struct variable. */
function slotOf(layout: Layout, variable: string, member: string): bigint {
  const found = layout.storage.find(({ label }) => label === variable);
  const inner = layout.types[found?.type ?? ""]?.members?.find(({ label }) => label === member);
  if (found === undefined || inner === undefined) throw new Error(`There is no ${variable}.${member}`);
  return BigInt(found.slot) + BigInt(inner.slot);
}

const mappingSlot = (slot: bigint, key: Hex | bigint): bigint =>
  BigInt(
    keccak256(
      encodeAbiParameters(
        [{ type: "uint256" }, { type: "uint256" }],
        [typeof key === "bigint" ? key : BigInt(key), slot],
      ),
    ),
  );

/** Values of fields of the given widths in bits, from bit 0 on. */
function unpack(word: bigint, widths: readonly number[]): bigint[] {
  let rest = word;
  const fields = widths.map((width) => {
    const field = rest & ((1n << BigInt(width)) - 1n);
    rest >>= BigInt(width);
    return field;
  });
  return [...fields, rest];
}

describe("storage of the registry", () => {
  let connection: Connection;
  let registry: Registry;
  let layout: Layout;
  let licensor: Address;
  let recipe: RecipeRecord;

  const read = async (slot: bigint): Promise<bigint> => {
    const { address } = registry.contracts.registry;
    const word = await registry.protocol.publicClient.getStorageAt({ address, slot: numberToHex(slot) });
    return BigInt(word ?? "0x0");
  };

  before(async () => {
    connection = await connect();
    registry = await deployRegistry(connection);
    layout = await layoutOf("contracts/registry/AssetRegistry.sol", "AssetRegistry");
    licensor = registry.licensor.account.address;
    recipe = await registerRecipe(registry, {
      licensor,
      kind: KIND.trainingInput,
      terms: { derivativeFloor: 12_345, ownerUsages: 0, secondaryRate: 0 },
    });
  });

  it("keeps a recipe in one slot: licensor 160, ordinal 32, validUntil 40, kind 8, flags 16", async () => {
    const word = await read(mappingSlot(slotOf(layout, "_recipeBook", "recipes"), recipe.id));
    expect(unpack(word, [160, 32, 40, 8, 16])).to.deep.equal([BigInt(licensor), 1n, BigInt(PERPETUAL), 4n, 1n, 0n]);
  });

  it("keeps its terms in another, only if there are any: derivativeFloor 24, ownerUsages 8, secondaryRate 24", async () => {
    const terms = slotOf(layout, "_recipeBook", "terms");
    expect(unpack(await read(mappingSlot(terms, recipe.id)), [24, 8, 24])).to.deep.equal([12_345n, 0n, 0n, 0n]);
    const plain = await registerRecipe(registry, { licensor });
    expect(await read(mappingSlot(terms, plain.id))).to.equal(0n);
    const word = await read(mappingSlot(slotOf(layout, "_recipeBook", "recipes"), plain.id));
    expect(word >> 240n).to.equal(0n);
  });

  it("keeps the id of an ordinal, and no epoch before control has changed hands", async () => {
    const ids = mappingSlot(slotOf(layout, "_recipeBook", "ids"), 1n);
    expect(numberToHex(await read(ids), { size: 32 })).to.equal(recipe.id);
    expect(await read(mappingSlot(slotOf(layout, "_recipeBook", "controlEpochs"), 1n))).to.equal(0n);
  });

  it("keeps a gate in one slot: timelock 160, ordinal 32", async () => {
    const { gate } = await recordStudio(registry, registry.relayer.account.address);
    const word = await read(mappingSlot(slotOf(layout, "_gateBook", "gates"), gate.address));
    expect(unpack(word, [160, 32])).to.deep.equal([BigInt(registry.relayer.account.address), 1n, 0n]);
  });

  it(
    "keeps a lot in two slots: root 256; recipe 32, gate 32, committedAt 40, releasableAt 40, count - 1 16, " +
      "verdict 8 (status 3, class 2, blocked 1, superseded 1, frozen 1), blockedWords 16, external 1, spare 71",
    async () => {
      const { gate } = await recordStudio(registry, licensor);
      const { ordinal } = recipe;
      const input = lotInput({ recipeId: recipe.id, count: MAX_LOT, gate: gate.address });
      const { abi, address, write } = registry.contracts.registry;
      await write.commitLot([input], { account: licensor });
      const lotId = lotIdOf(licensor, 0n);
      const slot = mappingSlot(slotOf(layout, "_lotBook", "lots"), lotId);
      const committedAt = BigInt(await connection.networkHelpers.time.latest());
      const [, gateOrdinal] = await registry.contracts.registry.read.gateOf([gate.address]);
      const widths = [32, 32, 40, 40, 16, 3, 2, 1, 1, 1, 16];
      const common = [BigInt(ordinal), BigInt(gateOrdinal), committedAt] as const;

      expect(numberToHex(await read(slot), { size: 32 })).to.equal(input.root);
      expect(unpack(await read(slot + 1n), widths)).to.deep.equal([
        ...common,
        0n,
        65_535n,
        BigInt(STATUS.pending),
        BigInt(CLASS.none),
        ...[0n, 0n, 0n, 0n, 0n],
      ]);

      const releasableAt = Number(committedAt) + 1_000_000;
      const judge = encodeFunctionData({
        abi,
        functionName: "setVerdict",
        args: [lotId, STATUS.suspended, CLASS.panel, releasableAt],
      });
      await gate.write.call([address, judge]);
      for (const word of [0, 255]) {
        const block = encodeFunctionData({ abi, functionName: "setBlocked", args: [lotId, word, 1n] });
        await gate.write.call([address, block]);
      }
      expect(unpack(await read(slot + 1n), widths)).to.deep.equal([
        ...common,
        BigInt(releasableAt),
        65_535n,
        BigInt(STATUS.suspended),
        BigInt(CLASS.panel),
        ...[1n, 0n, 0n, 2n, 0n],
      ]);
    },
  );

  it("keeps a grant of use by recipe, epoch and user: until 40, independent 8; and the next licensor: 160", async () => {
    const { write } = registry.contracts.registry;
    const user = registry.relayer.account.address;
    const ordinal = BigInt(recipe.ordinal);
    await write.grantRecipeUse([recipe.id, user, 2 ** 39 + 5, true], { account: licensor });
    await write.offerControl([recipe.id, user], { account: licensor });
    const uses = mappingSlot(slotOf(layout, "_recipeBook", "uses"), ordinal);
    const slot = mappingSlot(mappingSlot(uses, 0n), user);
    expect(unpack(await read(slot), [40, 8])).to.deep.equal([2n ** 39n + 5n, 1n, 0n]);
    expect(await read(mappingSlot(slotOf(layout, "_recipeBook", "nextLicensors"), ordinal))).to.equal(BigInt(user));
  });

  it("keeps a freeze in one slot: until 40, next 40, partsUntil 40, partsForever 24, ratified 8", async () => {
    const { write } = registry.contracts.registry;
    const timelock = await actAs(registry, getAddress(numberToHex(0xb0a2d, { size: 20 })));
    const { studio, gate } = await recordStudio(registry, timelock);
    await studio.write.answerWith([ANSWER.plain, 0n]);
    await write.grantRecipeUse([recipe.id, timelock, PERPETUAL, false], { account: licensor });
    await write.commitLot([lotInput({ recipeId: recipe.id, nonce: 5n, gate: gate.address })], { account: licensor });
    const asset = lotIdOf(licensor, 5n) << 24n;
    const until = (await connection.networkHelpers.time.latest()) + 1000;
    await write.freeze([asset, until], { account: timelock });
    const next = BigInt(await connection.networkHelpers.time.latest()) + 180n * 86_400n;
    const freezes = slotOf(layout, "_freezes", "freezes");
    const widths = [40, 40, 40, 24, 8];
    const parts = unpack(await read(mappingSlot(freezes, asset)), widths);
    expect(parts).to.deep.equal([BigInt(until), next, 0n, 0n, 0n, 0n]);
    const whole = unpack(await read(mappingSlot(freezes, asset | WHOLE_LOT)), widths);
    expect(whole).to.deep.equal([0n, 0n, BigInt(until), 0n, 0n, 0n]);
    await write.freeze([asset, PERPETUAL], { account: timelock });
    const ratified = unpack(await read(mappingSlot(freezes, asset)), widths);
    expect(ratified).to.deep.equal([BigInt(PERPETUAL), next, 0n, 0n, 1n, 0n]);
    const forever = unpack(await read(mappingSlot(freezes, asset | WHOLE_LOT)), widths);
    expect(forever).to.deep.equal([0n, 0n, BigInt(until), 1n, 0n, 0n]);
  });

  it("keeps a suspension in one slot: until 40, next 40, validUntil 40, ratified 8", async () => {
    const { write } = registry.contracts.registry;
    const timelock = await actAs(registry, getAddress(numberToHex(0xb0a2e, { size: 20 })));
    const { studio } = await recordStudio(registry, timelock);
    await studio.write.answerWith([ANSWER.plain, 0n]);
    const own = await registerRecipe(registry, { licensor: timelock });
    const until = (await connection.networkHelpers.time.latest()) + 1000;
    await write.suspendRecipe([own.id, until], { account: timelock });
    const next = BigInt(await connection.networkHelpers.time.latest()) + 180n * 86_400n;
    const slot = mappingSlot(slotOf(layout, "_suspensionBook", "suspensions"), BigInt(own.ordinal));
    const widths = [40, 40, 40, 8];
    expect(unpack(await read(slot), widths)).to.deep.equal([BigInt(until), next, BigInt(PERPETUAL), 0n, 0n]);
    await write.suspendRecipe([own.id, until + 1], { account: timelock });
    expect(unpack(await read(slot), widths)).to.deep.equal([BigInt(until + 1), next, BigInt(PERPETUAL), 1n, 0n]);
    await write.resumeRecipe([own.id], { account: timelock });
    expect(unpack(await read(slot), widths)).to.deep.equal([0n, next, 0n, 0n, 0n]);
  });

  it("keeps an external token in two slots, and marks its lot by one bit: collection 160; token id 256", async () => {
    const { write } = registry.contracts.registry;
    const collection = await connection.viem.deployContract("TestCollection");
    const tokenId = 2n ** 256n - 2n;
    await collection.write.mint([licensor, tokenId]);
    await write.registerExternal([recipe.id, 6n, collection.address, tokenId], { account: licensor });
    const lotId = lotIdOf(licensor, 6n);
    const slot = mappingSlot(slotOf(layout, "_externals", "tokens"), lotId);
    expect([await read(slot), await read(slot + 1n)]).to.deep.equal([BigInt(collection.address), tokenId]);
    expect((await read(mappingSlot(slotOf(layout, "_lotBook", "lots"), lotId) + 1n)) >> 184n).to.equal(1n);
  });

  it("marks a superseded lot by one bit, and sells nothing of it", async () => {
    const { read: views, write } = registry.contracts.registry;
    for (const nonce of [1n, 2n]) {
      await write.commitLot([lotInput({ recipeId: recipe.id, nonce })], { account: licensor });
    }
    const lotId = lotIdOf(licensor, 1n);
    const slot = mappingSlot(slotOf(layout, "_lotBook", "lots"), lotId) + 1n;
    const word = await read(slot);
    await write.supersedeLot([lotId, lotIdOf(licensor, 2n)], { account: licensor });
    expect(await read(slot)).to.equal(word | (1n << 166n));
    for (const assetId of [lotId << 24n, (lotId << 24n) | WHOLE_LOT]) {
      expect(await views.isReleasable([assetId])).to.equal(false);
    }
    expect((await views.lotOf([lotId])).superseded).to.equal(true);
  });
});
