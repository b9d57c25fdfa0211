import { expect } from "chai";
import { type Address, getAddress, type Hash } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import {
  buildLot,
  deployRegistry,
  expectRegistryRefused,
  GAS,
  hashOf,
  lotIdOf,
  type LotInput,
  lotInput,
  type RecipeRecord,
  recordStudio,
  type Registry,
  type RegistryError,
  registerRecipe,
} from "./registry.ts";

const DAY = 86_400;
const NEVER = 2 ** 40 - 1;

describe("registry/recipeUse", () => {
  let connection: Connection;
  let registry: Registry;
  let contract: Registry["contracts"]["registry"];
  let licensor: Address;
  /** The timelock of another studio. */
  let user: Address;
  let stranger: Address;
  let recipe: RecipeRecord;
  let gate: Address;

  const fixture = async () => {
    registry = await deployRegistry(connection);
    contract = registry.contracts.registry;
    licensor = getAddress(registry.licensor.account.address);
    user = getAddress(registry.stranger.account.address);
    stranger = getAddress(registry.relayer.account.address);
    recipe = await registerRecipe(registry, { licensor });
    gate = getAddress((await recordStudio(registry, user)).gate.address);
  };

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    await connection.networkHelpers.loadFixture(fixture);
  });

  const grant = (to: Address, until: number, independent: boolean, from = licensor) =>
    contract.write.grantRecipeUse([recipe.id, to, until, independent], { account: from, gas: GAS });

  const commit = (from: Address, overrides: Partial<LotInput> = {}) =>
    contract.write.commitLot([lotInput({ recipeId: recipe.id, ...overrides })], { account: from, gas: GAS });

  const refuse = (call: () => Promise<Hash>, error: RegistryError, args: readonly unknown[]) =>
    expectRegistryRefused(registry, call, error, args, [gate]);

  const refuseGate = (overrides: Partial<LotInput> = {}) =>
    refuse(() => commit(stranger, { gate, ...overrides }), "AssetRegistryForeignGate", [gate, user, licensor]);

  const later = async (seconds: number) => (await connection.networkHelpers.time.latest()) + seconds;

  it("refuses an unknown recipe, and everybody but its licensor", async () => {
    const unknown = hashOf("nothing");
    await refuse(
      () => contract.write.grantRecipeUse([unknown, user, NEVER, true], { account: licensor, gas: GAS }),
      "AssetRegistryUnknownRecipe",
      [unknown],
    );
    for (const account of [user, stranger]) {
      await refuse(() => grant(account, NEVER, true, account), "AssetRegistryUnauthorized", [account]);
    }
  });

  it("lets a timelock's gates in, and not the timelock itself", async () => {
    await refuseGate();
    const until = await later(DAY);
    await connection.viem.assertions.emitWithArgs(grant(user, until, false), contract, "RecipeUseGranted", [
      recipe.ordinal,
      user,
      until,
      false,
    ]);
    expect(await contract.read.recipeUseOf([recipe.id, user])).to.deep.equal([until, false]);
    await commit(stranger, { gate });
    const lot = await contract.read.lotOf([lotIdOf(stranger, 0n)]);
    expect([lot.recipe, lot.gate]).to.deep.equal([recipe.ordinal, 1]);

    // without the flag there is no independent lot
    await refuse(() => commit(user), "AssetRegistryUnauthorized", [user]);
    await refuse(() => commit(stranger), "AssetRegistryUnauthorized", [stranger]);
  });

  it("lets nobody else's gates in", async () => {
    const other = await recordStudio(registry, stranger);
    const otherGate = getAddress(other.gate.address);
    await grant(user, NEVER, true);
    await refuse(() => commit(user, { gate: otherGate }), "AssetRegistryForeignGate", [otherGate, stranger, licensor]);
    // a grant names a timelock, never a gate
    await grant(otherGate, NEVER, true);
    await refuse(() => commit(user, { gate: otherGate }), "AssetRegistryForeignGate", [otherGate, stranger, licensor]);
  });

  it("lets a producer commit independent lots by flag, which belong to the licensor like any other", async () => {
    await grant(stranger, NEVER, true);
    await commit(stranger);
    expect(await contract.read.isReleasable([lotIdOf(stranger, 0n) << 24n])).to.equal(true);

    const lot = buildLot(stranger, 1n, 1);
    const input = lotInput({ recipeId: recipe.id, nonce: 1n, root: lot.root, count: 1 });
    await contract.write.register([input, lot.leaf(0)], { account: stranger, gas: GAS });
    expect(await contract.read.ownerOf([lot.assetId(0)])).to.equal(licensor);
    await refuse(
      () => contract.write.mint([lot.assetId(0), lot.leaf(0), []], { account: stranger, gas: GAS }),
      "AssetRegistryUnauthorized",
      [stranger],
    );
  });

  it("ends in its last second, and at once when it is taken back", async () => {
    const { time } = connection.networkHelpers;
    const until = await later(DAY);
    await grant(user, until, true);
    await time.setNextBlockTimestamp(until - 1);
    await commit(stranger, { gate });
    await time.increaseTo(until);
    await refuseGate({ nonce: 1n });
    await refuse(() => commit(user), "AssetRegistryUnauthorized", [user]);

    await grant(user, NEVER, true);
    await commit(user);
    await grant(user, 0, true);
    expect(await contract.read.recipeUseOf([recipe.id, user])).to.deep.equal([0, true]);
    await refuse(() => commit(user, { nonce: 1n }), "AssetRegistryUnauthorized", [user]);
    await refuseGate({ nonce: 1n });

    await grant(user, NEVER, false);
    await commit(stranger, { gate, nonce: 1n });
    await refuse(() => commit(user, { nonce: 1n }), "AssetRegistryUnauthorized", [user]);
  });

  it("is for one recipe, and dies with the control of who gave it", async () => {
    const other = await registerRecipe(registry, { licensor, commitment: hashOf("other") });
    await grant(user, NEVER, true);
    await refuseGate({ recipeId: other.id });

    await contract.write.offerControl([recipe.id, licensor], { account: licensor });
    await commit(stranger, { gate });
    await contract.write.acceptControl([recipe.id], { account: licensor });
    expect(await contract.read.recipeUseOf([recipe.id, user])).to.deep.equal([0, false]);
    await refuseGate({ nonce: 1n });
    await refuse(() => commit(user), "AssetRegistryUnauthorized", [user]);
  });
});
