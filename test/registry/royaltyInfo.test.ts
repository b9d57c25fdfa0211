import { expect } from "chai";
import { type Address, getAddress, zeroAddress } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import {
  assetIdOf,
  commitBuilt,
  deployRegistry,
  hashOf,
  leafOf,
  lotIdOf,
  ONE,
  type RecipeRecord,
  type Registry,
  registerRecipe,
} from "./registry.ts";

const RATE = 75_000;
const MAX_UINT = 2n ** 256n - 1n;

describe("registry/royaltyInfo", () => {
  let connection: Connection;
  let registry: Registry;
  let contract: Registry["contracts"]["registry"];
  let licensor: Address;
  let nonce: bigint;
  const fixture = () => deployRegistry(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    registry = await connection.networkHelpers.loadFixture(fixture);
    contract = registry.contracts.registry;
    licensor = getAddress(registry.licensor.account.address);
    nonce = 0n;
  });

  /** An asset of a recipe that asks this of resales. */
  const assetWith = async (secondaryRate: number): Promise<{ recipe: RecipeRecord; assetId: bigint }> => {
    nonce += 1n;
    const terms = { derivativeFloor: 0, ownerUsages: 0, secondaryRate };
    const recipe = await registerRecipe(registry, { licensor, commitment: hashOf(`recipe ${nonce}`), terms });
    const lot = await commitBuilt(registry, recipe.id, licensor, { nonce, count: 1 });
    return { recipe, assetId: lot.assetId(0) };
  };

  it("asks nothing for an unknown lot, or where the recipe asks nothing", async () => {
    const { assetId } = await assetWith(0);
    for (const tokenId of [assetId, assetIdOf(lotIdOf(licensor, 99n), 0), 0n, MAX_UINT]) {
      expect(await contract.read.royaltyInfo([tokenId, 1_000_000n])).to.deep.equal([zeroAddress, 0n]);
    }
  });

  it("names the recipe's receiver and the part of the price, rounded down, before and after minting", async () => {
    const { recipe, assetId } = await assetWith(RATE);
    const receiver = await registry.contracts.splitter.read.receiverOf([recipe.ordinal]);
    const prices = [0n, 1n, 13n, 14n, 999_999n, 1_000_000n, 1_000_001n, 123_456_789_012n, 10n ** 30n + 7n];
    const expectAll = async () => {
      for (const price of prices) {
        const amount = (price * BigInt(RATE)) / BigInt(ONE);
        expect(await contract.read.royaltyInfo([assetId, price])).to.deep.equal([receiver, amount]);
      }
    };
    await expectAll();
    await contract.write.mint([assetId, leafOf(0), []], { account: licensor });
    await expectAll();
  });

  it("takes the dearest price at the highest rate", async () => {
    const { assetId } = await assetWith(100_000);
    const [, amount] = await contract.read.royaltyInfo([assetId, MAX_UINT]);
    expect(amount).to.equal(MAX_UINT / 10n);
  });

  it("gives recipes receivers of their own", async () => {
    const receivers: Address[] = [];
    for (const rate of [1, 100_000]) {
      const { assetId } = await assetWith(rate);
      receivers.push((await contract.read.royaltyInfo([assetId, 1_000_000n]))[0]);
    }
    expect(new Set(receivers).size).to.equal(2);
  });

  it("leads to the recipe's payees: what a marketplace sends there is booked like a sale", async () => {
    const { splitter, usdc } = registry.contracts;
    const { recipe, assetId } = await assetWith(RATE);
    const [receiver, amount] = await contract.read.royaltyInfo([assetId, 40_000_000n]);
    await usdc.write.mint([receiver, amount]);
    await splitter.write.sweep([recipe.ordinal, usdc.address]);
    await splitter.write.settle([[recipe.ordinal], usdc.address]);
    await splitter.write.claimToWallet([recipe.ordinal, usdc.address, licensor]);
    expect(amount).to.equal(3_000_000n);
    expect(await usdc.read.balanceOf([licensor])).to.equal(amount);
  });

  it("says so by ERC-165", async () => {
    expect(await contract.read.supportsInterface(["0x2a55205a"])).to.equal(true);
    expect(await contract.read.supportsInterface(["0x80ac58cd"])).to.equal(true);
    expect(await contract.read.supportsInterface(["0xffffffff"])).to.equal(false);
  });
});
