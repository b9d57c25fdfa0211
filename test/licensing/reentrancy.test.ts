import { expect } from "chai";
import { encodeFunctionData, type Hex, zeroAddress } from "viem";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  type Address,
  buy,
  deployMarket,
  derivativeOffer,
  fund,
  hashOf,
  type Market,
  offerInput,
  publish,
  purchaseOf,
  recipeInput,
  USAGE,
} from "./market.ts";
import { fill, METHOD, orderOf } from "./orders.ts";

const PRICE = 25_000_000n;

/** A permit of everything, whose signature the token does not look at. */
const PERMIT: Hex = `0x${"ff".repeat(32)}${"00".repeat(128)}`;

describe("reentrancy", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let market: Market;
  const fixture = () => deployMarket(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    market = await connection.networkHelpers.loadFixture(fixture);
  });

  /** Gives the buyer money in a hostile token and the splitter its allowance. */
  const funded = async <T extends { address: Address }>(token: T): Promise<T> => {
    await fund(market, token.address, market.buyer, { amount: PRICE * 10n });
    return token;
  };

  const offerIn = (token: Address) => publish(market, offerInput(market, { token }));

  describe("a token that calls back during the payment", () => {
    const armed = async (target: (token: Address, offerId: Hex) => { to: Address; data: Hex }) => {
      const token = await funded(await connection.viem.deployContract("ReentrantToken"));
      const offerId = await offerIn(token.address);
      const { to, data } = target(token.address, offerId);
      await token.write.arm([to, data]);
      return { token, offerId };
    };

    it("cannot buy a second license inside the first payment", async () => {
      const { splitter, market: contract } = market.contracts;
      const { token, offerId } = await armed((_, id) => ({
        to: contract.address,
        data: encodeFunctionData({
          abi: contract.abi,
          functionName: "purchaseLicense",
          args: [purchaseOf(market, id, { licensee: market.stranger.address }), false],
        }),
      }));
      await expectRefused(market.protocol, () => buy(market, purchaseOf(market, offerId)), {
        by: splitter,
        error: "ReentrancyGuardReentrantCall",
        args: [],
        others: [token.address],
      });
    });

    it("cannot take out what is not paid in yet", async () => {
      const { splitter } = market.contracts;
      for (const functionName of ["settle", "claimToWallet"] as const) {
        const { token, offerId } = await armed((address) => ({
          to: splitter.address,
          data:
            functionName === "settle"
              ? encodeFunctionData({
                  abi: splitter.abi,
                  functionName,
                  args: [[market.recipe.ordinal], address],
                })
              : encodeFunctionData({
                  abi: splitter.abi,
                  functionName,
                  args: [market.recipe.ordinal, address, market.licensor.address],
                }),
        }));
        const purchase = purchaseOf(market, offerId, { salt: hashOf(functionName) });
        await expectRefused(market.protocol, () => buy(market, purchase), {
          by: splitter,
          error: "ReentrancyGuardReentrantCall",
          args: [],
          others: [token.address],
        });
      }
    });

    it("may withdraw the offer: the sale under way keeps what it checked", async () => {
      const { market: contract, licenses } = market.contracts;
      const token = await funded(await connection.viem.deployContract("ReentrantToken"));
      // The token is its own licensor, so that its call is allowed.
      await connection.networkHelpers.impersonateAccount(token.address);
      await connection.networkHelpers.setBalance(token.address, 10n ** 18n);
      const recipe = recipeInput({ licensor: token.address });
      await market.contracts.registry.write.registerRecipe([recipe, 0n, "0x"], { account: token.address });
      const recipeId = await market.contracts.registry.read.recipeIdOf([market.recipe.ordinal + 1]);
      const lot = { recipeId, nonce: 1n, root: hashOf("root"), count: 8, manifest: hashOf("manifest") };
      await market.contracts.registry.write.commitLot([{ ...lot, gate: zeroAddress }], {
        account: token.address,
      });
      const input = offerInput(market, { recipeId, token: token.address });
      await contract.write.publishOffer([input], { account: token.address });
      const offerId = await contract.read.offerIdOf([token.address, input]);
      const data = encodeFunctionData({ abi: contract.abi, functionName: "withdrawOffer", args: [offerId] });
      await token.write.arm([contract.address, data]);

      const assetId = (((BigInt(token.address) << 64n) | 1n) << 24n) | 7n;
      await buy(market, purchaseOf(market, offerId, { assetId }));
      expect((await contract.read.offerOf([offerId])).withdrawn).to.equal(true);
      expect(await licenses.read.hasLicense([market.licensee.address, assetId, USAGE.personal])).to.equal(true);
      await expectRefused(market.protocol, () => buy(market, purchaseOf(market, offerId, { assetId })), {
        by: contract,
        error: "LicenseMarketWithdrawnOffer",
        args: [offerId],
        others: [token.address],
      });
    });
  });

  describe("a token that calls back from its permit", () => {
    const permitted = (purchase: ReturnType<typeof purchaseOf>) =>
      fill(market, orderOf(purchase, { payment: { method: METHOD.permit, payer: zeroAddress, data: PERMIT } }));

    const permitToken = async () => funded(await connection.viem.deployContract("ReentrantPermitToken"));

    it("buys once, and gains no second license by it", async () => {
      const { market: contract, licenses } = market.contracts;
      const token = await permitToken();
      const offerId = await offerIn(token.address);
      const purchase = purchaseOf(market, offerId, { salt: hashOf("nested") });
      const data = encodeFunctionData({ abi: contract.abi, functionName: "purchaseLicense", args: [purchase, false] });
      await token.write.arm([contract.address, data]);
      await permitted(purchaseOf(market, offerId));
      // The token bought for itself, and has nothing to pay with.
      expect(await token.read.succeeded()).to.equal(false);
      expect(await licenses.read.hasLicense([market.licensee.address, market.assets(7), USAGE.personal])).to.equal(
        true,
      );
    });

    it("cannot slip a sale past the supply: what it changes is read afterwards", async () => {
      const { market: contract, splitter } = market.contracts;
      const token = await permitToken();
      await token.write.mint([token.address, PRICE]);
      await connection.networkHelpers.impersonateAccount(token.address);
      await connection.networkHelpers.setBalance(token.address, 10n ** 18n);
      await token.write.approve([splitter.address, PRICE], { account: token.address });
      const offerId = await publish(market, offerInput(market, { token: token.address, supply: 1, perPayer: 1 }));
      const nested = purchaseOf(market, offerId, { salt: hashOf("nested") });
      const data = encodeFunctionData({ abi: contract.abi, functionName: "purchaseLicense", args: [nested, false] });
      await token.write.arm([contract.address, data]);
      await expectRefused(market.protocol, () => permitted(purchaseOf(market, offerId)), {
        by: contract,
        error: "LicenseMarketSoldOut",
        args: [offerId, 1],
        others: [token.address],
      });
    });

    it("cannot fill an order in the market's name", async () => {
      const { market: contract } = market.contracts;
      const token = await permitToken();
      const offerId = await offerIn(token.address);
      const order = orderOf(purchaseOf(market, offerId, { salt: hashOf("nested") }));
      const args = [order, market.buyer.address] as const;
      const data = encodeFunctionData({ abi: contract.abi, functionName: "fillOrder", args });
      await token.write.arm([contract.address, data]);
      await permitted(purchaseOf(market, offerId));
      expect(await token.read.succeeded()).to.equal(false);
    });
  });

  it("undoes the license where less arrives than the price", async () => {
    const { splitter } = market.contracts;
    for (const [name, received] of [
      ["FeeToken", (PRICE * 99n) / 100n],
      ["LyingToken", 0n],
    ] as const) {
      const token = await funded(await connection.viem.deployContract(name));
      const offerId = await offerIn(token.address);
      await expectRefused(market.protocol, () => buy(market, purchaseOf(market, offerId)), {
        by: splitter,
        error: "RoyaltySplitterWrongReceipt",
        args: [(found: string) => found.toLowerCase() === token.address, received, PRICE],
        others: [token.address],
      });
    }
  });

  it("undoes the record where the token answers false", async () => {
    const token = await funded(await connection.viem.deployContract("FalseReturnToken"));
    await token.write.setFailing([true]);
    const offerId = await publish(market, derivativeOffer(market, { token: token.address }));
    await expectRefused(market.protocol, () => buy(market, purchaseOf(market, offerId)), {
      by: market.contracts.splitter,
      error: "SafeERC20FailedOperation",
      args: [(found: string) => found.toLowerCase() === token.address],
      others: [token.address],
    });
  });

  it("sells although the token answers with a megabyte", async () => {
    const token = await funded(await connection.viem.deployContract("ReturnBombToken"));
    await token.write.setBomb([1_000_000n, false]);
    await buy(market, purchaseOf(market, await offerIn(token.address)));
    expect(
      await market.contracts.licenses.read.hasLicense([market.licensee.address, market.assets(7), USAGE.personal]),
    ).to.equal(true);
  });

  it("harms no sale in another token", async () => {
    const hostile = await funded(await connection.viem.deployContract("FalseReturnToken"));
    await hostile.write.setFailing([true]);
    const broken = await offerIn(hostile.address);
    const sound = await publish(market, offerInput(market));
    const { licenses, splitter } = market.contracts;
    await connection.viem.assertions.revertWithCustomError(
      buy(market, purchaseOf(market, broken)),
      splitter,
      "SafeERC20FailedOperation",
    );
    await buy(market, purchaseOf(market, sound), market.buyer, true);
    expect(await licenses.read.hasLicense([market.licensee.address, market.assets(7), USAGE.personal])).to.equal(true);
  });
});
