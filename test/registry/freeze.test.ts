import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, type Hash, zeroAddress } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import {
  actAs,
  ANSWER,
  type BuiltLot,
  CLASS,
  commitBuilt,
  createAuditedStudio,
  deployRegistry,
  expectRegistryRefused,
  GAS,
  grantLicense,
  lotIdOf,
  lotInput,
  PERPETUAL,
  recipeIdOf,
  recipeInput,
  type RecipeRecord,
  recordStudio,
  type Registry,
  type RegistryError,
  registerRecipe,
  STATUS,
  USAGE,
  USAGES,
  WHOLE_LOT,
  wordOf,
} from "./registry.ts";

const DAY = 86_400;
const COUNT = 300;

describe("registry/freeze", () => {
  let connection: Connection;
  let registry: Registry;
  let contract: Registry["contracts"]["registry"];
  /** Timelock of the studio. */
  let licensor: Address;
  let board: Address;
  let stranger: Address;
  let recipe: RecipeRecord;
  let studio: Awaited<ReturnType<typeof recordStudio>>["studio"];
  let gate: Awaited<ReturnType<typeof recordStudio>>["gate"];
  let lot: BuiltLot;

  const fromGate = (data: Hash) => gate.write.call([contract.address, data]);

  /** A studio with a board and an accepted lot. */
  const fixture = async () => {
    registry = await deployRegistry(connection);
    contract = registry.contracts.registry;
    licensor = getAddress(registry.licensor.account.address);
    board = getAddress(registry.stranger.account.address);
    stranger = getAddress(registry.relayer.account.address);
    recipe = await registerRecipe(registry, { licensor });
    ({ studio, gate } = await recordStudio(registry, licensor));
    await studio.write.answerWith([ANSWER.plain, wordOf(board)]);
    lot = await commitBuilt(registry, recipe.id, stranger, { count: COUNT, gate: gate.address });
    const at = (await connection.networkHelpers.time.latest()) + 5;
    const args = [lot.lotId, STATUS.accepted, CLASS.panel, at] as const;
    await fromGate(encodeFunctionData({ abi: contract.abi, functionName: "setVerdict", args }));
    await connection.networkHelpers.time.increaseTo(at);
  };

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    await connection.networkHelpers.loadFixture(fixture);
  });

  const freeze = (assetId: bigint, until: number, from = board) =>
    contract.write.freeze([assetId, until], { account: from, gas: GAS });

  const unfreeze = (assetId: bigint, from = board) => contract.write.unfreeze([assetId], { account: from, gas: GAS });

  const refuse = (call: () => Promise<Hash>, error: RegistryError, args: readonly unknown[]) =>
    expectRegistryRefused(registry, call, error, args);

  const later = async (seconds: number) => (await connection.networkHelpers.time.latest()) + seconds;

  const releasable = (...indexes: (number | bigint)[]) =>
    Promise.all(indexes.map((index) => contract.read.isReleasable([lot.assetId(index)])));

  /** Freezes as the board, `delay` seconds from now, and says until when. */
  const freezeFor = async (index: number | bigint, seconds: number) => {
    const at = await later(10);
    await connection.networkHelpers.time.setNextBlockTimestamp(at);
    await freeze(lot.assetId(index), at + seconds);
    return at + seconds;
  };

  describe("refuses", () => {
    it("an asset that no lot has", async () => {
      const until = await later(DAY);
      const unknown = [lotIdOf(stranger, 9n) << 24n, (lotIdOf(stranger, 9n) << 24n) | WHOLE_LOT];
      for (const assetId of [...unknown, lot.assetId(COUNT), lot.assetId(WHOLE_LOT - 1n)]) {
        await refuse(() => freeze(assetId, until), "AssetRegistryUnknownAsset", [assetId]);
        await refuse(() => unfreeze(assetId), "AssetRegistryUnknownAsset", [assetId]);
      }
    });

    it("an independent lot, which nobody rules, not even its licensor's studio", async () => {
      const own = await commitBuilt(registry, recipe.id, licensor, { nonce: 5n });
      const until = await later(DAY);
      for (const from of [board, licensor]) {
        await refuse(() => freeze(own.assetId(0), until, from), "AssetRegistryNoRuler", [own.assetId(0)]);
        await refuse(() => unfreeze(own.assetId(0), from), "AssetRegistryNoRuler", [own.assetId(0)]);
      }
      expect(await contract.read.rulersOf([own.assetId(0)])).to.deep.equal([zeroAddress, zeroAddress]);
    });

    it("everybody but the board of the committing studio: its timelock, its gate, another studio's board", async () => {
      const other = await recordStudio(registry, stranger);
      await other.studio.write.answerWith([ANSWER.plain, wordOf(stranger)]);
      const until = await later(DAY);
      for (const from of [licensor, stranger]) {
        await refuse(() => freeze(lot.assetId(0), until, from), "AssetRegistryUnauthorized", [from]);
      }
      await refuse(() => unfreeze(lot.assetId(0), stranger), "AssetRegistryUnauthorized", [stranger]);
      await refuse(() => unfreeze(lot.assetId(0), licensor), "AssetRegistryNotFrozen", [lot.assetId(0)]);
      const data = encodeFunctionData({
        abi: contract.abi,
        functionName: "freeze",
        args: [lot.assetId(0), until],
      });
      await refuse(() => fromGate(data), "AssetRegistryUnauthorized", [getAddress(gate.address)]);
    });

    it("an end that has come, or is more than 30 days away", async () => {
      const { time } = connection.networkHelpers;
      const at = await later(100);
      const refuseAt = async (until: number) => {
        await time.setNextBlockTimestamp(at);
        await refuse(() => freeze(lot.assetId(0), until), "AssetRegistryInvalidFreeze", [
          lot.assetId(0),
          until,
          at + 30 * DAY,
        ]);
      };
      const snapshot = await connection.networkHelpers.takeSnapshot();
      for (const until of [0, at - 1, at, at + 30 * DAY + 1, 2 ** 40 - 1]) {
        await refuseAt(until);
        await snapshot.restore();
      }
    });

    it("the same subject again within 180 days, lifted or not", async () => {
      const { time } = connection.networkHelpers;
      for (const index of [0, WHOLE_LOT]) {
        const asset = lot.assetId(index);
        const start = (await freezeFor(index, DAY)) - DAY;
        const next = start + 180 * DAY;
        await refuse(() => freeze(asset, start + 2 * DAY), "AssetRegistryFrozenRecently", [asset, next]);
        await unfreeze(asset);
        await refuse(() => freeze(asset, start + 2 * DAY), "AssetRegistryFrozenRecently", [asset, next]);
        await time.setNextBlockTimestamp(next - 1);
        await refuse(() => freeze(asset, next + DAY), "AssetRegistryFrozenRecently", [asset, next]);
        await time.setNextBlockTimestamp(next);
        await freeze(asset, next + DAY);
      }
    });

    it("to lift what is not frozen: never, no more, twice, or by another name", async () => {
      const asset = lot.assetId(0);
      await refuse(() => unfreeze(asset), "AssetRegistryNotFrozen", [asset]);
      const until = await freezeFor(0, DAY);
      for (const index of [1, WHOLE_LOT]) {
        await refuse(() => unfreeze(lot.assetId(index)), "AssetRegistryNotFrozen", [lot.assetId(index)]);
      }
      await connection.networkHelpers.time.increaseTo(until);
      await refuse(() => unfreeze(asset), "AssetRegistryNotFrozen", [asset]);
      await freezeFor(WHOLE_LOT, DAY);
      await unfreeze(lot.assetId(WHOLE_LOT));
      await refuse(() => unfreeze(lot.assetId(WHOLE_LOT)), "AssetRegistryNotFrozen", [lot.assetId(WHOLE_LOT)]);
    });
  });

  it("stops one asset and its lot as a whole until the very second, and nothing else", async () => {
    const { time } = connection.networkHelpers;
    const asset = lot.assetId(257);
    const at = await later(10);
    const until = at + 30 * DAY;
    await time.setNextBlockTimestamp(at);
    await connection.viem.assertions.emitWithArgs(freeze(asset, until), contract, "AssetFrozen", [asset, board, until]);
    expect(await releasable(257, WHOLE_LOT, 0, 256, 258)).to.deep.equal([false, false, true, true, true]);
    expect(await contract.read.frozenUntil([asset])).to.equal(until);
    expect(await contract.read.frozenUntil([lot.assetId(WHOLE_LOT)])).to.equal(until);
    expect(await contract.read.frozenUntil([lot.assetId(0)])).to.equal(0);
    expect((await contract.read.lotOf([lot.lotId])).frozen).to.equal(true);
    await refuse(
      () =>
        contract.write.mint([asset, lot.leaf(257), lot.proof(257)], {
          account: licensor,
          gas: GAS,
        }),
      "AssetRegistryNotReleasable",
      [asset],
    );
    await time.increaseTo(until - 1);
    expect(await releasable(257, WHOLE_LOT)).to.deep.equal([false, false]);
    await time.increaseTo(until);
    expect(await releasable(257, WHOLE_LOT)).to.deep.equal([true, true]);
  });

  it("stops a whole lot with every asset in it", async () => {
    const until = await freezeFor(WHOLE_LOT, DAY);
    expect(await releasable(0, 299, WHOLE_LOT)).to.deep.equal([false, false, false]);
    expect(await contract.read.frozenUntil([lot.assetId(0)])).to.equal(until);
    await freezeFor(3, 2 * DAY);
    await connection.networkHelpers.time.increaseTo(until);
    expect(await releasable(0, 3, WHOLE_LOT)).to.deep.equal([true, false, false]);
  });

  it("is lifted by the same ruler; the lot as a whole waits for the end that was set", async () => {
    const until = await freezeFor(0, 5 * DAY);
    await freezeFor(1, DAY);
    await connection.viem.assertions.emitWithArgs(unfreeze(lot.assetId(0)), contract, "AssetFrozen", [
      lot.assetId(0),
      board,
      0,
    ]);
    expect(await releasable(0, 1, WHOLE_LOT)).to.deep.equal([true, false, false]);
    expect(await contract.read.frozenUntil([lot.assetId(0)])).to.equal(0);
    await connection.networkHelpers.time.increaseTo(until);
    expect(await releasable(0, 1, WHOLE_LOT)).to.deep.equal([true, true, true]);
  });

  describe("ratified by the timelock", () => {
    const YEAR = 365 * DAY;

    /** A ratification that is refused for its end, which may depend on the time it is asked for. */
    async function refuseToRatify(asset: bigint, endAt: (at: number) => number): Promise<void> {
      const at = await later(60);
      const end = endAt(at);
      await connection.networkHelpers.time.setNextBlockTimestamp(at);
      await refuse(() => freeze(asset, end, licensor), "AssetRegistryInvalidFreeze", [asset, end, at + YEAR]);
    }

    it("refuses what is not frozen now: never, no more, or by another name", async () => {
      const until = await later(60 * DAY);
      const end = await freezeFor(0, DAY);
      for (const index of [1, WHOLE_LOT]) {
        await refuse(() => freeze(lot.assetId(index), until, licensor), "AssetRegistryUnauthorized", [licensor]);
      }
      await connection.networkHelpers.time.increaseTo(end);
      await refuse(() => freeze(lot.assetId(0), until, licensor), "AssetRegistryUnauthorized", [licensor]);
    });

    it("refuses strangers, and the board itself", async () => {
      const asset = lot.assetId(0);
      const start = (await freezeFor(0, DAY)) - DAY;
      const until = start + 2 * DAY;
      await refuse(() => freeze(asset, until, stranger), "AssetRegistryUnauthorized", [stranger]);
      await refuse(() => freeze(asset, until), "AssetRegistryFrozenRecently", [asset, start + 180 * DAY]);
    });

    it("refuses an end that is not later, and anything after for ever", async () => {
      const asset = lot.assetId(0);
      const until = await freezeFor(0, 5 * DAY);
      for (const end of [0, until - 1, until]) await refuseToRatify(asset, () => end);
      await freeze(asset, PERPETUAL, licensor);
      for (const end of [until + DAY, PERPETUAL]) await refuseToRatify(asset, () => end);
    });

    it("refuses an end that is more than a year away but for never, and lets no lot wait longer for its asset", async () => {
      const { time } = connection.networkHelpers;
      for (const index of [0, WHOLE_LOT]) {
        const asset = lot.assetId(index);
        await freezeFor(index, 30 * DAY);
        for (const end of [(at: number) => at + YEAR + 1, () => PERPETUAL - 1]) await refuseToRatify(asset, end);
      }
      const asset = lot.assetId(0);
      await unfreeze(lot.assetId(WHOLE_LOT));
      const at = await later(60);
      await time.setNextBlockTimestamp(at);
      await freeze(asset, at + YEAR, licensor);
      await unfreeze(asset, licensor);
      expect(await contract.read.frozenUntil([lot.assetId(WHOLE_LOT)])).to.equal(at + YEAR);
      expect(await contract.read.frozenUntil([asset])).to.equal(0);
      await time.increaseTo(at + YEAR - 1);
      expect(await releasable(WHOLE_LOT)).to.deep.equal([false]);
      await time.increaseTo(at + YEAR);
      expect(await releasable(WHOLE_LOT)).to.deep.equal([true]);
    });

    it("refuses the board that would lift or replace it, even when its turn has come again", async () => {
      const asset = lot.assetId(0);
      const until = await freezeFor(0, 5 * DAY);
      await freeze(asset, until + 300 * DAY, licensor);
      await refuse(() => unfreeze(asset), "AssetRegistryUnauthorized", [board]);
      await connection.networkHelpers.time.increase(180 * DAY);
      const end = await later(DAY);
      await refuse(() => freeze(asset, end), "AssetRegistryFrozenRecently", [asset, until + 300 * DAY]);
      await connection.networkHelpers.time.increaseTo(until + 300 * DAY);
      await freezeFor(0, DAY);
      await unfreeze(asset);
    });

    for (const index of [0, WHOLE_LOT]) {
      it(`stays frozen, ${index === 0 ? "an asset with its lot as a whole" : "a whole lot"}, later and for ever`, async () => {
        const { time } = connection.networkHelpers;
        const asset = lot.assetId(index);
        const until = await freezeFor(index, 30 * DAY);
        const end = until + 300 * DAY;
        const ratify = freeze(asset, end, licensor);
        await connection.viem.assertions.emitWithArgs(ratify, contract, "AssetFrozen", [asset, licensor, end]);
        await time.increaseTo(end - 100);
        expect(await releasable(0, WHOLE_LOT)).to.deep.equal([false, false]);
        expect(await contract.read.frozenUntil([asset])).to.equal(end);
        await freeze(asset, PERPETUAL, licensor);
        await time.increaseTo(end + 3650 * DAY);
        expect(await releasable(0, WHOLE_LOT)).to.deep.equal([false, false]);
        expect(await releasable(1)).to.deep.equal([index === 0]);
        expect(await contract.read.frozenUntil([lot.assetId(WHOLE_LOT)])).to.equal(PERPETUAL);
      });
    }

    it("is lifted by the timelock alone; the lot as a whole waits for no end that was never", async () => {
      const until = await freezeFor(0, 5 * DAY);
      await freezeFor(1, 5 * DAY);
      for (const index of [0, 1]) await freeze(lot.assetId(index), PERPETUAL, licensor);
      await connection.networkHelpers.time.increaseTo(until + DAY);
      for (const [index, whole] of [
        [0, PERPETUAL],
        [1, until + 10],
      ] as const) {
        const asset = lot.assetId(index);
        await refuse(() => unfreeze(asset), "AssetRegistryUnauthorized", [board]);
        const lift = unfreeze(asset, licensor);
        await connection.viem.assertions.emitWithArgs(lift, contract, "AssetFrozen", [asset, licensor, 0]);
        expect(await contract.read.frozenUntil([lot.assetId(WHOLE_LOT)])).to.be.at.most(whole);
        expect(await releasable(index, WHOLE_LOT)).to.deep.equal([true, index === 1]);
      }
      await refuse(() => unfreeze(lot.assetId(0), licensor), "AssetRegistryNotFrozen", [lot.assetId(0)]);
    });

    it("touches nothing that was sold", async () => {
      const { licenses } = registry.contracts;
      const source = { recipeId: recipe.id, licensor, assetId: lot.assetId(0) };
      const licenseId = await grantLicense(registry, source, stranger, { usages: USAGES.derivative });
      await freezeFor(0, DAY);
      await freeze(lot.assetId(0), PERPETUAL, licensor);
      expect(await licenses.read.holdsLicense([licenseId, stranger, source.assetId, USAGE.derivative])).to.equal(true);
      const parents = [{ asset: source.assetId, licenseId, rate: 0 }];
      expect((await registerRecipe(registry, { licensor: stranger, parents })).ordinal).to.equal(2);
    });
  });

  it("is lifted early by the timelock too, so that members may overrule their board", async () => {
    await freezeFor(0, 5 * DAY);
    await unfreeze(lot.assetId(0), licensor);
    expect(await releasable(0)).to.deep.equal([true]);
  });

  it("leaves the verdict alone, and its gate's power to change it", async () => {
    await freezeFor(0, DAY);
    const args = [lot.lotId, STATUS.suspended, CLASS.panel, 0] as const;
    await fromGate(encodeFunctionData({ abi: contract.abi, functionName: "setVerdict", args }));
    await unfreeze(lot.assetId(0));
    const { status, frozen } = await contract.read.lotOf([lot.lotId]);
    expect([status, frozen]).to.deep.equal([STATUS.suspended, true]);
    expect(await releasable(0, 1)).to.deep.equal([false, false]);
  });

  it("refuses a sale of what is frozen, and touches nothing that was sold", async () => {
    const { licenses } = registry.contracts;
    const source = { recipeId: recipe.id, licensor, assetId: lot.assetId(0) };
    const licenseId = await grantLicense(registry, source, stranger, { usages: USAGES.derivative });
    await freezeFor(0, DAY);
    let refused: unknown;
    try {
      await grantLicense(registry, source, stranger, { usages: USAGES.derivative });
    } catch (error) {
      refused = error;
    }
    expect(String(refused)).to.contain("AssetRegistryNotReleasable");
    expect(await licenses.read.holdsLicense([licenseId, stranger, source.assetId, USAGE.derivative])).to.equal(true);
    const child = await registerRecipe(registry, {
      licensor: stranger,
      parents: [{ asset: source.assetId, licenseId, rate: 0 }],
    });
    expect(child.ordinal).to.equal(2);
  });

  describe("rulers", () => {
    const rulers = () => contract.read.rulersOf([lot.assetId(0)]);

    it("are the board, or the timelock while there is none", async () => {
      expect(await rulers()).to.deep.equal([licensor, board]);
      await studio.write.answerWith([ANSWER.plain, 0n]);
      expect(await rulers()).to.deep.equal([licensor, zeroAddress]);
      const until = await later(DAY);
      await refuse(() => freeze(lot.assetId(0), until, board), "AssetRegistryUnauthorized", [board]);
      await freeze(lot.assetId(0), until, licensor);
      // a board that comes later takes over, and may lift what the timelock imposed
      await studio.write.answerWith([ANSWER.plain, wordOf(stranger)]);
      await refuse(() => freeze(lot.assetId(1), until, licensor), "AssetRegistryUnauthorized", [licensor]);
      await unfreeze(lot.assetId(0), stranger);
    });

    it("are asked of a studio that may be hostile: whatever it does, the timelock can rule", async () => {
      const until = await later(DAY);
      for (const mode of ["nothing", "twoWords", "bomb", "burn", "refuse"] as const) {
        await studio.write.answerWith([ANSWER[mode], wordOf(board)]);
        expect(await rulers(), mode).to.deep.equal([licensor, zeroAddress]);
      }
      await studio.write.answerWith([ANSWER.plain, wordOf(board) | (1n << 160n)]);
      expect(await rulers()).to.deep.equal([licensor, zeroAddress]);
      await studio.write.answerWith([ANSWER.burn, wordOf(board)]);
      await freeze(lot.assetId(0), until, licensor);
    });

    it("are those of the committing studio, not of the licensor, where a lot was committed by leave", async () => {
      const guest = await recordStudio(registry, stranger);
      await guest.studio.write.answerWith([ANSWER.plain, 0n]);
      await contract.write.grantRecipeUse([recipe.id, stranger, 2 ** 40 - 1, false], { account: licensor });
      await contract.write.commitLot([lotInput({ recipeId: recipe.id, nonce: 4n, gate: guest.gate.address })], {
        account: stranger,
      });
      const asset = lotIdOf(stranger, 4n) << 24n;
      expect(await contract.read.rulersOf([asset])).to.deep.equal([stranger, zeroAddress]);
      const until = await later(DAY);
      await refuse(() => freeze(asset, until, board), "AssetRegistryUnauthorized", [board]);
      await freeze(asset, until, stranger);
    });

    it("of a real studio without a board are its timelock alone", async () => {
      const clones = await createAuditedStudio(registry);
      const timelock = await actAs(registry, getAddress(clones.timelock));
      const input = recipeInput({ licensor: timelock });
      const { registrar } = clones.config;
      await contract.write.registerRecipe([input, 0n, "0x"], { account: registrar });
      const recipeId = recipeIdOf(input);
      await contract.write.commitLot([lotInput({ recipeId, gate: clones.curation })], { account: registrar });
      const asset = lotIdOf(registrar, 0n) << 24n;
      expect(await contract.read.rulersOf([asset])).to.deep.equal([timelock, zeroAddress]);
      const until = await later(DAY);
      await refuse(() => freeze(asset, until, getAddress(registrar)), "AssetRegistryUnauthorized", [
        getAddress(registrar),
      ]);
      await freeze(asset, until, timelock);
      expect(await contract.read.frozenUntil([asset])).to.equal(until);
    });
  });
});
