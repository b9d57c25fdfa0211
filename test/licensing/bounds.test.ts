import { expect } from "chai";
import { encodeFunctionData, size, zeroHash } from "viem";
import { connect } from "../helpers/protocol.ts";
import { commitTree } from "./grants.ts";
import {
  assetAt,
  buy,
  commitLot,
  deployMarket,
  fund,
  GAS,
  hashOf,
  type Market,
  offerInput,
  publish,
  type Purchase,
  purchaseOf,
  registerRecipe,
  SCOPE,
} from "./market.ts";
import { evidenceOf, orderOf, referrerList } from "./orders.ts";
import { signPayment } from "./payment.ts";

const TRANSACTION_CAP = 16_777_216;
const POOL_CAP = 128 * 1024;
const PARENTS = 16;
const MAX_ORDERS = 16;

describe("bounds", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let market: Market;
  let purchase: Purchase;

  before(async () => {
    connection = await connect();
    market = await deployMarket(connection);
    const parents = [];
    for (let index = 0; index < PARENTS; index++) {
      const parent = await registerRecipe(market, {
        licensor: market.licensor.address,
        commitment: hashOf(`parent ${index}`),
      });
      const lot = await commitLot(market, parent, { account: market.licensor, count: 1 });
      parents.push({ asset: assetAt(lot, 0), licenseId: zeroHash, rate: 50_000 });
    }
    const child = await registerRecipe(market, {
      licensor: market.licensor.address,
      commitment: hashOf("child"),
      parents,
    });
    const lot = await commitLot(market, child, { account: market.licensor, count: 1 });
    const input = offerInput(market, { recipeId: child.id, usages: 31, rate: 100_000 });
    purchase = purchaseOf(market, await publish(market, input), { assetId: assetAt(lot, 0) });
  });

  const gasOf = async (hash: `0x${string}`): Promise<number> =>
    Number((await market.protocol.publicClient.getTransactionReceipt({ hash })).gasUsed);

  it("a record bought and settled to sixteen parents that never earned fits a transaction", async () => {
    expect(await gasOf(await buy(market, purchase, market.buyer, true))).to.be.lessThan(TRANSACTION_CAP / 16);
  });

  it("so does the same by authorization, also in the public pool", async () => {
    const { market: contract } = market.contracts;
    const signed = { ...purchase, salt: hashOf("signed") };
    const signature = await signPayment(market, "usdc", signed, 25_000_000n);
    const args = [signed, market.buyer.address, true, signature] as const;
    const hash = await contract.write.purchaseLicenseWithAuthorization(args, { account: market.relayer, gas: GAS });
    expect(await gasOf(hash)).to.be.lessThan(TRANSACTION_CAP / 16);
    const data = encodeFunctionData({ abi: contract.abi, functionName: "purchaseLicenseWithAuthorization", args });
    expect(size(data)).to.be.lessThan(POOL_CAP / 16);
  });

  it("so do sixteen of the dearest orders: the first exclusive one of a lot, limited, referred and settled", async () => {
    const { market: contract, registry } = market.contracts;
    const { recipe } = await contract.read.offerOf([purchase.offerId]);
    const recipeId = await registry.read.recipeIdOf([recipe]);
    const lot = await commitTree(market, recipeId, market.licensor);
    const { root } = referrerList([market.relayer.address]);
    const limits = { supply: 9, perPayer: 9, seats: 9, referral: 100_000, referrerRoot: root };
    const rights = { exclusive: true, transferable: true, revocable: true, usages: 31, rate: 100_000 };
    const terms = { recipeId, scope: SCOPE.asset, scopeId: lot.assetId(0), ...limits, ...rights };
    // A token in which nobody has earned yet: every balance and counter is new.
    const token = await connection.viem.deployContract("TestToken", ["New", "NEW", 18]);
    await fund(market, token.address, market.buyer, { amount: 10n ** 18n });
    const offerId = await publish(market, offerInput(market, { token: token.address, ...terms }));
    const dear = purchaseOf(market, offerId, {
      assetId: lot.assetId(0),
      referrer: market.relayer.address,
      seats: 9,
      maxTotal: 10n ** 18n,
    });
    const order = orderOf(dear, { evidence: evidenceOf(lot, 0), settle: true });
    const hash = await contract.write.purchaseBatch([[order], true], { account: market.buyer, gas: GAS });
    expect((await contract.read.offerOf([offerId])).sold).to.equal(1);
    expect(await gasOf(hash)).to.be.lessThan(TRANSACTION_CAP / MAX_ORDERS);
  });

  it("leaves no rate to sell where the lineage takes all it may", async () => {
    const { market: contract } = market.contracts;
    const { recipe } = await contract.read.offerOf([purchase.offerId]);
    expect(await contract.read.headroom([recipe])).to.equal(100_000);
    const full = await registerRecipe(market, {
      licensor: market.licensor.address,
      commitment: hashOf("full"),
      parents: [{ asset: market.assets(1), licenseId: zeroHash, rate: 900_000 }],
    });
    expect(await contract.read.headroom([full.ordinal])).to.equal(0);
  });
});
