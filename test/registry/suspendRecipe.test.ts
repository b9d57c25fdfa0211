import { expect } from "chai";
import { type Address, getAddress, type Hash, zeroHash } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import {
  actAs,
  ANSWER,
  buildLot,
  deployRegistry,
  expectRegistryRefused,
  GAS,
  grantLicense,
  hashOf,
  lotInput,
  PERPETUAL,
  recipeIdOf,
  type RecipeInput,
  recipeInput,
  recordStudio,
  type Registry,
  type RegistryError,
  registerRecipe,
  USAGES,
  wordOf,
} from "./registry.ts";

const DAY = 86_400;

describe("registry/suspendRecipe", () => {
  let connection: Connection;
  let registry: Registry;
  let contract: Registry["contracts"]["registry"];
  /** Timelock of the studio that licenses the recipe. */
  let timelock: Address;
  let board: Address;
  let stranger: Address;
  let studio: Awaited<ReturnType<typeof recordStudio>>["studio"];
  /** A recipe with one licensed parent, good for a year. */
  let input: RecipeInput;
  let id: Hash;
  let licenseId: Hash;
  let validUntil: number;

  const source = () => ({ recipeId: parentId, licensor: stranger, assetId: parentAsset });
  let parentId: Hash;
  let parentAsset: bigint;

  const fixture = async () => {
    registry = await deployRegistry(connection);
    contract = registry.contracts.registry;
    timelock = getAddress(registry.licensor.account.address);
    board = getAddress(registry.stranger.account.address);
    stranger = getAddress(registry.relayer.account.address);
    ({ studio } = await recordStudio(registry, timelock));
    await studio.write.answerWith([ANSWER.plain, wordOf(board)]);
    parentId = (await registerRecipe(registry, { licensor: stranger })).id;
    const lot = buildLot(stranger, 0n, 1);
    await contract.write.commitLot([lotInput({ recipeId: parentId, root: lot.root, count: 1 })], { account: stranger });
    parentAsset = lot.assetId(0);
    licenseId = await grantLicense(registry, source(), timelock, { usages: USAGES.derivative, duration: 365 * DAY });
    input = recipeInput({
      licensor: timelock,
      commitment: hashOf("child"),
      parents: [{ asset: parentAsset, licenseId, rate: 0 }],
    });
    id = recipeIdOf(input);
    await contract.write.registerRecipe([input, 0n, "0x"], { account: timelock, gas: GAS });
    validUntil = (await contract.read.recipeOf([id])).validUntil;
  };

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    await connection.networkHelpers.loadFixture(fixture);
  });

  const suspend = (until: number, from = board, recipeId = id) =>
    contract.write.suspendRecipe([recipeId, until], { account: from, gas: GAS });

  const resume = (from = board, recipeId = id) => contract.write.resumeRecipe([recipeId], { account: from, gas: GAS });

  const refuse = (call: () => Promise<Hash>, error: RegistryError, args: readonly unknown[]) =>
    expectRegistryRefused(registry, call, error, args);

  const later = async (seconds: number) => (await connection.networkHelpers.time.latest()) + seconds;

  const endNow = async () => (await contract.read.recipeOf([id])).validUntil;

  /** Suspends as the board at a known time, for `seconds` from then. */
  const suspendFor = async (seconds: number, recipeId = id) => {
    const at = await later(10);
    await connection.networkHelpers.time.setNextBlockTimestamp(at);
    await suspend(at + seconds, board, recipeId);
    return at + seconds;
  };

  let nonce = 10n;
  const commit = () => {
    nonce += 1n;
    return contract.write.commitLot([lotInput({ recipeId: id, nonce })], { account: timelock, gas: GAS });
  };

  const newLicense = (duration: number) =>
    grantLicense(registry, source(), timelock, { usages: USAGES.derivative, duration });

  describe("refuses", () => {
    it("a recipe that nobody registered", async () => {
      const until = await later(DAY);
      for (const unknown of [zeroHash, hashOf("nothing")]) {
        await refuse(() => suspend(until, board, unknown), "AssetRegistryUnknownRecipe", [unknown]);
        await refuse(() => resume(board, unknown), "AssetRegistryUnknownRecipe", [unknown]);
      }
    });

    it("everybody but the licensor's board: its timelock, strangers, another studio's board", async () => {
      const other = await recordStudio(registry, stranger);
      await other.studio.write.answerWith([ANSWER.plain, wordOf(stranger)]);
      const until = await later(DAY);
      for (const from of [timelock, stranger]) {
        await refuse(() => suspend(until, from), "AssetRegistryUnauthorized", [from]);
      }
    });

    it("the recipe of a person who is no studio, to everybody", async () => {
      const until = await later(DAY);
      for (const from of [board, stranger, timelock]) {
        await refuse(() => suspend(until, from, parentId), "AssetRegistryUnauthorized", [from]);
      }
      await refuse(() => resume(stranger, parentId), "AssetRegistryNotSuspended", [parentId]);
    });

    it("an end that has come, or is more than 30 days away", async () => {
      const at = await later(100);
      const snapshot = await connection.networkHelpers.takeSnapshot();
      for (const until of [0, at - 1, at, at + 30 * DAY + 1, PERPETUAL]) {
        await connection.networkHelpers.time.setNextBlockTimestamp(at);
        await refuse(() => suspend(until), "AssetRegistryInvalidSuspension", [id, until, at + 30 * DAY]);
        await snapshot.restore();
      }
    });

    it("the same recipe again within 180 days: running, over, or resumed", async () => {
      const { time } = connection.networkHelpers;
      const end = await suspendFor(DAY);
      const next = end - DAY + 180 * DAY;
      await refuse(() => suspend(end + 1), "AssetRegistrySuspendedRecently", [id, next]);
      await time.increaseTo(end);
      await refuse(() => suspend(end + DAY), "AssetRegistrySuspendedRecently", [id, next]);
      await resume();
      await refuse(() => suspend(end + DAY), "AssetRegistrySuspendedRecently", [id, next]);
      await time.setNextBlockTimestamp(next - 1);
      await refuse(() => suspend(next + DAY), "AssetRegistrySuspendedRecently", [id, next]);
      await time.setNextBlockTimestamp(next);
      await suspend(next + DAY);
    });

    it("to resume what is not suspended: never, or twice", async () => {
      await refuse(() => resume(), "AssetRegistryNotSuspended", [id]);
      await suspendFor(DAY);
      await resume();
      await refuse(() => resume(), "AssetRegistryNotSuspended", [id]);
    });

    it("to resume it early: strangers until the very second", async () => {
      const end = await suspendFor(DAY);
      await refuse(() => resume(stranger), "AssetRegistryUnauthorized", [stranger]);
      await connection.networkHelpers.time.setNextBlockTimestamp(end - 1);
      await refuse(() => resume(stranger), "AssetRegistryUnauthorized", [stranger]);
      await connection.networkHelpers.time.setNextBlockTimestamp(end);
      await resume(stranger);
    });
  });

  it("stops new lots at once and for a while, and gives the recipe its end back", async () => {
    const { time } = connection.networkHelpers;
    await commit();
    const at = await later(10);
    const until = at + 30 * DAY;
    await time.setNextBlockTimestamp(at);
    await connection.viem.assertions.emitWithArgs(suspend(until), contract, "RecipeSuspended", [id, board, until]);
    expect(await endNow()).to.equal(at);
    expect(await contract.read.suspensionOf([id])).to.deep.equal([until, validUntil]);
    await refuse(commit, "AssetRegistryExpiredRecipe", [id, at]);
    await time.increaseTo(until);
    // nobody resumed it yet
    await refuse(commit, "AssetRegistryExpiredRecipe", [id, at]);
    await connection.viem.assertions.emitWithArgs(resume(stranger), contract, "RecipeSuspended", [id, stranger, 0]);
    expect(await contract.read.suspensionOf([id])).to.deep.equal([0, 0]);
    expect(await endNow()).to.equal(validUntil);
    await commit();
  });

  it("touches no lot of before and nothing that was sold", async () => {
    const lot = buildLot(timelock, 1n, 2);
    await contract.write.commitLot([lotInput({ recipeId: id, nonce: 1n, root: lot.root })], { account: timelock });
    await suspendFor(DAY);
    expect(await contract.read.isReleasable([lot.assetId(0)])).to.equal(true);
    const own = { recipeId: id, licensor: timelock, assetId: lot.assetId(0) };
    await grantLicense(registry, own, stranger, { usages: USAGES.personal });
  });

  for (const who of ["board", "timelock"] as const) {
    it(`is resumed early by the ${who}`, async () => {
      await suspendFor(DAY);
      await resume(who === "board" ? board : timelock);
      expect(await endNow()).to.equal(validUntil);
    });
  }

  it("is for the timelock where the studio has no board, or its studio does not answer", async () => {
    const until = await later(DAY);
    for (const mode of ["plain", "nothing", "twoWords", "bomb", "burn", "refuse"] as const) {
      const snapshot = await connection.networkHelpers.takeSnapshot();
      await studio.write.answerWith([ANSWER[mode], mode === "plain" ? 0n : wordOf(board)]);
      await refuse(() => suspend(until), "AssetRegistryUnauthorized", [board]);
      await suspend(until, timelock);
      await snapshot.restore();
    }
  });

  it("keeps a recipe that is over as it is, and the end it had", async () => {
    await connection.networkHelpers.time.increaseTo(validUntil + 5);
    const until = await suspendFor(DAY);
    expect(await endNow()).to.equal(validUntil);
    expect(await contract.read.suspensionOf([id])).to.deep.equal([until, validUntil]);
    await resume();
    expect(await endNow()).to.equal(validUntil);
  });

  it("remembers the true end when a second suspension follows one that nobody resumed", async () => {
    const end = await suspendFor(DAY);
    await connection.networkHelpers.time.increaseTo(end + 180 * DAY);
    const until = await suspendFor(DAY);
    expect(await contract.read.suspensionOf([id])).to.deep.equal([until, validUntil]);
    await resume();
    expect(await endNow()).to.equal(validUntil);
  });

  describe("renewals and revocations in between", () => {
    it("are no way around it: a renewal counts when the recipe is resumed", async () => {
      const until = await suspendFor(30 * DAY);
      const stopped = await endNow();
      const longer = await newLicense(700 * DAY);
      const end = (await registry.contracts.licenses.read.recordOf([longer])).expiry;
      const renew = contract.write.renewRecipe([input, [longer]], { account: timelock, gas: GAS });
      await connection.viem.assertions.emitWithArgs(renew, contract, "RecipeRenewed", [2, end, [longer]]);
      expect(await endNow()).to.equal(stopped);
      expect(await contract.read.suspensionOf([id])).to.deep.equal([until, end]);
      await refuse(commit, "AssetRegistryExpiredRecipe", [id, stopped]);
      await resume();
      expect(await endNow()).to.equal(end);
      await commit();
    });

    it("refuse a renewal that ends no later than the recipe will", async () => {
      await suspendFor(30 * DAY);
      const shorter = await newLicense(100 * DAY);
      const end = (await registry.contracts.licenses.read.recordOf([shorter])).expiry;
      const renew = () => contract.write.renewRecipe([input, [shorter]], { account: timelock, gas: GAS });
      await refuse(renew, "AssetRegistryNotLater", [id, end, validUntil]);
    });

    it("refuse to renew a recipe that never ends", async () => {
      const own = await registerRecipe(registry, { licensor: timelock });
      await suspendFor(DAY, own.id);
      const renew = () =>
        contract.write.renewRecipe([recipeInput({ licensor: timelock }), []], { account: timelock, gas: GAS });
      await refuse(renew, "AssetRegistryNotLater", [own.id, PERPETUAL, PERPETUAL]);
      await resume(board, own.id);
      expect((await contract.read.recipeOf([own.id])).validUntil).to.equal(PERPETUAL);
    });

    it("stop it for good when a license is revoked meanwhile: resuming brings nothing back", async () => {
      await suspendFor(30 * DAY);
      const licenses = await actAs(registry, registry.contracts.licenses.address);
      const at = await later(50);
      await connection.networkHelpers.time.setNextBlockTimestamp(at);
      const stop = contract.write.stopRecipe([2], { account: licenses });
      await connection.viem.assertions.emitWithArgs(stop, contract, "RecipeStopped", [2, at]);
      await resume();
      expect(await endNow()).to.equal(at);
      await refuse(commit, "AssetRegistryExpiredRecipe", [id, at]);
      await contract.write.stopRecipe([2], { account: licenses });
      expect(await endNow()).to.equal(at);
    });

    it("let a stop come first, and a renewal after it, in any order", async () => {
      const licenses = await actAs(registry, registry.contracts.licenses.address);
      const stop = () => contract.write.stopRecipe([2], { account: licenses });
      await stop();
      const stopped = await endNow();
      await suspendFor(30 * DAY);
      expect((await contract.read.suspensionOf([id]))[1]).to.equal(stopped);
      const longer = await newLicense(700 * DAY);
      await contract.write.renewRecipe([input, [longer]], { account: timelock, gas: GAS });
      await stop();
      const at = await connection.networkHelpers.time.latest();
      expect((await contract.read.suspensionOf([id]))[1]).to.equal(at);
      await resume();
      expect(await endNow()).to.equal(at);
    });
  });

  describe("ratified by the timelock", () => {
    it("refuses what is not suspended now, and an end that is not later", async () => {
      const until = await suspendFor(DAY);
      for (const end of [0, until - 1, until]) {
        await refuse(() => suspend(end, timelock), "AssetRegistryInvalidSuspension", [id, end, PERPETUAL]);
      }
      await connection.networkHelpers.time.increaseTo(until);
      await refuse(() => suspend(until + DAY, timelock), "AssetRegistryUnauthorized", [timelock]);
    });

    it("lasts as long as members want, and only they end it early", async () => {
      const until = await suspendFor(DAY);
      const end = until + 300 * DAY;
      await connection.viem.assertions.emitWithArgs(suspend(end, timelock), contract, "RecipeSuspended", [
        id,
        timelock,
        end,
      ]);
      for (const from of [board, stranger]) {
        await refuse(() => resume(from), "AssetRegistryUnauthorized", [from]);
      }
      await connection.networkHelpers.time.increase(180 * DAY);
      const other = await later(DAY);
      await refuse(() => suspend(other), "AssetRegistrySuspendedRecently", [id, end]);
      await suspend(PERPETUAL, timelock);
      await connection.networkHelpers.time.increaseTo(end + 3650 * DAY);
      await refuse(() => resume(stranger), "AssetRegistryUnauthorized", [stranger]);
      await resume(timelock);
      expect(await endNow()).to.equal(validUntil);
    });
  });

  it("stays with the recipe when control of it changes hands", async () => {
    const until = await suspendFor(DAY);
    await contract.write.offerControl([id, stranger], { account: timelock });
    await contract.write.acceptControl([id], { account: stranger });
    for (const from of [board, stranger, timelock]) {
      await refuse(() => resume(from), "AssetRegistryUnauthorized", [from]);
    }
    await connection.networkHelpers.time.increaseTo(until);
    await resume(stranger);
    expect(await endNow()).to.equal(validUntil);
  });
});
