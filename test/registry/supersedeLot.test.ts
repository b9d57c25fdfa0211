import { expect } from "chai";
import { encodeFunctionData, getAddress, type Hash, parseEventLogs } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  type Account,
  assetAt,
  bought,
  buy,
  commitLot,
  deployMarket,
  derivativeOffer,
  fund,
  GAS,
  hashOf,
  LOT_SIZE,
  type Market,
  offerInput,
  PERPETUAL,
  publish,
  purchaseOf,
  type RecipeRecord,
  recipeInput,
  registerRecipe,
  SCOPE,
  USAGE,
  WHOLE_LOT,
} from "../licensing/market.ts";
import { evidenceOf, fill, orderOf } from "../licensing/orders.ts";
import {
  ANSWER,
  buildLot,
  CLASS,
  commitBuilt,
  lotInput,
  recordStudio,
  type Registry,
  type RegistryError,
  STATUS,
} from "./registry.ts";

const PRICE = 25_000_000n;

describe("registry/supersedeLot", () => {
  let connection: Connection;
  let market: Market;
  let corrected: RecipeRecord;
  let successor: bigint;
  let salt = 0;
  const fixture = async () => {
    const deployed = await deployMarket(connection);
    const licensor = deployed.licensor.address;
    corrected = await registerRecipe(deployed, { licensor, commitment: hashOf("corrected") });
    successor = await commitLot(deployed, corrected, { account: deployed.licensor, count: LOT_SIZE });
    return deployed;
  };

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    market = await connection.networkHelpers.loadFixture(fixture);
  });

  const supersede = (lotId = market.lot, by = successor, account: Account = market.licensor): Promise<Hash> =>
    market.contracts.registry.write.supersedeLot([lotId, by], { account, gas: GAS });
  const refuse = (call: () => Promise<Hash>, error: RegistryError, args: readonly unknown[]) =>
    expectRefused(market.protocol, call, { by: market.contracts.registry, error, args });
  const lotOf = (lotId: bigint) => market.contracts.registry.read.lotOf([lotId]);
  /** A purchase that differs from every other one. */
  const purchase = (offerId: Hash, assetId: bigint) =>
    purchaseOf(market, offerId, { assetId, salt: hashOf(`purchase ${salt++}`) });
  /** As much of the market as the helpers of the registry's tests need. */
  const asRegistry = () =>
    ({
      protocol: market.protocol,
      contracts: market.contracts,
    }) as unknown as Registry;

  describe("refuses", () => {
    it("lots that nobody committed, as either of the two", async () => {
      const unknown = market.lot + 999n;
      for (const [lotId, by] of [
        [unknown, successor],
        [0n, successor],
      ] as const) {
        await refuse(() => supersede(lotId, by), "AssetRegistryUnknownLot", [lotId]);
      }
      await refuse(() => supersede(market.lot, unknown), "AssetRegistryUnknownLot", [unknown]);
    });

    it("everybody but the licensor: strangers, a granted user for its own lot, a registrar, the gate, a ruler", async () => {
      const { registry } = market.contracts;
      const timelock = market.relayer.address;
      const { studio, gate } = await recordStudio(asRegistry(), timelock);
      await studio.write.answerWith([ANSWER.plain, 1n]);
      const user = market.stranger;
      await registry.write.grantRecipeUse([market.recipe.id, user.address, PERPETUAL, true], {
        account: market.licensor,
      });
      const lots = [
        await commitLot(market, market.recipe, { account: user, count: 3 }),
        await commitLot(market, market.recipe, { account: user, count: 3 }),
      ] as const;
      const call = (account: Account, [lotId, by]: readonly [bigint, bigint] = [market.lot, successor]) =>
        refuse(() => supersede(lotId, by, account), "AssetRegistryUnauthorized", [getAddress(account.address)]);
      for (const account of [market.stranger, market.buyer, market.relayer]) await call(account);
      await call(user, lots);
      const data = encodeFunctionData({
        abi: registry.abi,
        functionName: "supersedeLot",
        args: [market.lot, successor],
      });
      await refuse(() => gate.write.call([registry.address, data], { gas: GAS }), "AssetRegistryUnauthorized", [
        getAddress(gate.address),
      ]);
      await supersede(...lots);

      // A studio's registrar mints and commits; ending sales for good is for the vote.
      const own = await registry.write
        .registerRecipe([recipeInput({ licensor: timelock, commitment: hashOf("studio") }), 0n, "0x"], {
          account: timelock,
        })
        .then(() => registry.read.hashRecipe([recipeInput({ licensor: timelock, commitment: hashOf("studio") })]));
      const ruled: bigint[] = [];
      for (const nonce of [71n, 72n]) {
        const input = lotInput({ recipeId: own, nonce, gate: gate.address });
        await registry.write.commitLot([input], { account: market.buyer });
        ruled.push((BigInt(market.buyer.address) << 64n) | nonce);
      }
      await call(market.buyer, ruled as [bigint, bigint]);
      await supersede(ruled[0], ruled[1], market.relayer);
      expect((await lotOf(ruled[0] as bigint)).superseded).to.equal(true);
    });

    it("a lot in its own place, of another count, of before, or of another licensor", async () => {
      const { lot, recipe, licensor, stranger } = market;
      const theirs = await registerRecipe(market, { licensor: stranger.address });
      const foreign = await commitLot(market, theirs, { account: stranger, count: LOT_SIZE });
      const small = await commitLot(market, recipe, { account: licensor, count: LOT_SIZE - 1 });
      for (const by of [lot, small, foreign]) {
        await refuse(() => supersede(lot, by), "AssetRegistryInvalidSuccessor", [lot, by]);
      }
      await refuse(() => supersede(successor, lot), "AssetRegistryInvalidSuccessor", [successor, lot]);
    });

    it("a lot twice, and one by another that was superseded: no chain of corrections is a circle", async () => {
      const { lot, licensor } = market;
      const third = await commitLot(market, corrected, { account: licensor, count: LOT_SIZE });
      await supersede();
      await refuse(() => supersede(), "AssetRegistrySupersededLot", [lot]);
      await refuse(() => supersede(lot, third), "AssetRegistrySupersededLot", [lot]);
      await refuse(() => supersede(successor, lot), "AssetRegistrySupersededLot", [lot]);
      await supersede(successor, third);
      await refuse(() => supersede(third, successor), "AssetRegistrySupersededLot", [successor]);
    });

    it("the former licensor, once control has changed hands; and lots that no longer have one licensor", async () => {
      const { registry } = market.contracts;
      const { recipe, licensor, stranger, lot } = market;
      await registry.write.offerControl([recipe.id, stranger.address], { account: licensor });
      await registry.write.acceptControl([recipe.id], { account: stranger });
      await refuse(() => supersede(), "AssetRegistryUnauthorized", [getAddress(licensor.address)]);
      await refuse(() => supersede(lot, successor, stranger), "AssetRegistryInvalidSuccessor", [lot, successor]);
    });
  });

  it("says which lot takes whose place, marks only the old one, and changes nothing else of either", async () => {
    const { registry } = market.contracts;
    const before = [await lotOf(market.lot), await lotOf(successor)] as const;
    const { logs } = await market.protocol.publicClient.waitForTransactionReceipt({ hash: await supersede() });
    const args = { lotId: market.lot, successor, licensor: getAddress(market.licensor.address) };
    expect(parseEventLogs({ abi: registry.abi, logs }).map((event) => [event.eventName, event.args])).to.deep.equal([
      ["LotSuperseded", args],
    ]);
    expect(await lotOf(market.lot)).to.deep.equal({ ...before[0], superseded: true });
    expect(await lotOf(successor)).to.deep.equal(before[1]);
  });

  it("stops new sales of the old lot, by asset and as a whole, and mints nothing of it; the new one sells", async () => {
    const { registry } = market.contracts;
    const single = await publish(market, offerInput(market));
    const wholeAsset = assetAt(market.lot, WHOLE_LOT);
    const whole = await publish(market, offerInput(market, { scope: SCOPE.asset, scopeId: wholeAsset }));
    const month = await publish(market, derivativeOffer(market));
    const licenseId = await bought(market, purchase(month, market.assets(9)));
    const built = await commitBuilt(asRegistry(), market.recipe.id, market.licensor.address, { nonce: 900n });
    const next = await commitBuilt(asRegistry(), corrected.id, market.licensor.address, { nonce: 901n });
    await supersede();
    await supersede(built.lotId, next.lotId);
    for (const [offerId, assetId] of [
      [single, market.assets(7)],
      [whole, wholeAsset],
      [single, built.assetId(0)],
    ] as const) {
      await refuse(() => buy(market, purchase(offerId, assetId)), "AssetRegistryNotReleasable", [assetId]);
      expect(await registry.read.isReleasable([assetId])).to.equal(false);
    }
    // A renewal is a sale too: what was bought ends when it was to end.
    const renewal = [licenseId, PRICE, PERPETUAL, false] as const;
    await refuse(
      () => market.contracts.market.write.renewLicense(renewal, { account: market.buyer, gas: GAS }),
      "AssetRegistryNotReleasable",
      [market.assets(9)],
    );
    const account = market.licensor;
    await refuse(
      () => registry.write.mint([built.assetId(0), built.leaf(0), built.proof(0)], { account, gas: GAS }),
      "AssetRegistryNotReleasable",
      [built.assetId(0)],
    );
    const anew = await publish(market, offerInput(market, { recipeId: corrected.id }));
    await buy(market, purchase(anew, assetAt(successor, 7)));
    await registry.write.mint([next.assetId(0), next.leaf(0), next.proof(0)], { account });
  });

  it("does not wait for the new lot's verdict, and a later verdict of the old one opens nothing", async () => {
    const { registry } = market.contracts;
    const timelock = market.relayer;
    const { gate } = await recordStudio(asRegistry(), timelock.address);
    await registry.write.grantRecipeUse([market.recipe.id, timelock.address, PERPETUAL, false], {
      account: market.licensor,
    });
    const lots: bigint[] = [];
    for (const nonce of [81n, 82n]) {
      await registry.write.commitLot([lotInput({ recipeId: market.recipe.id, nonce, gate: gate.address })], {
        account: market.licensor,
      });
      lots.push((BigInt(market.licensor.address) << 64n) | nonce);
    }
    const [old, pending] = lots as [bigint, bigint];
    await supersede(old, pending);
    const releasableAt = (await connection.networkHelpers.time.latest()) + 100;
    const judge = encodeFunctionData({
      abi: registry.abi,
      functionName: "setVerdict",
      args: [old, STATUS.accepted, CLASS.panel, releasableAt],
    });
    await gate.write.call([registry.address, judge]);
    await connection.networkHelpers.time.increaseTo(releasableAt);
    const { status, superseded } = await lotOf(old);
    expect([status, superseded]).to.deep.equal([STATUS.accepted, true]);
    for (const lotId of lots) expect(await registry.read.isReleasable([assetAt(lotId, 0)])).to.equal(false);
  });

  describe("leaves to those who bought before", () => {
    it("their licenses, and what those allow: a derivative recipe of the old asset, its lot, and its token", async () => {
      const { registry, licenses, splitter, usdc } = market.contracts;
      await buy(market, purchase(await publish(market, offerInput(market)), market.assets(7)));
      const holder = market.licensee;
      const licenseId = await bought(
        market,
        purchase(await publish(market, derivativeOffer(market)), market.assets(8)),
      );
      await supersede();

      expect(await licenses.read.hasLicense([holder.address, market.assets(7), USAGE.personal])).to.equal(true);
      const args = [licenseId, holder.address, market.assets(8), USAGE.derivative] as const;
      expect(await licenses.read.holdsLicense(args)).to.equal(true);
      const parents = [{ asset: market.assets(8), licenseId, rate: 0 }];
      const child = await registerRecipe(market, { licensor: holder.address, parents });
      const work = buildLot(holder.address, 5n, 1);
      const input = lotInput({ recipeId: child.id, nonce: 5n, root: work.root, count: 1 });
      await registry.write.register([input, work.leaf(0)], { account: holder });
      expect(getAddress(await registry.read.ownerOf([work.assetId(0)]))).to.equal(getAddress(holder.address));

      // Its sales pay the recipe that it was derived from, as the license said.
      const offer = offerInput(market, { recipeId: child.id, price: 10_000_000n });
      await market.contracts.market.write.publishOffer([offer], { account: holder });
      const offerId = await market.contracts.market.read.offerIdOf([holder.address, offer]);
      await buy(market, purchase(offerId, work.assetId(0)));
      await splitter.write.settle([[child.ordinal], usdc.address]);
      await splitter.write.settle([[market.recipe.ordinal], usdc.address]);
      await splitter.write.claim([market.recipe.ordinal, usdc.address, market.licensor.address]);
      // Two licenses of the old lot and 10 % of the derivative.
      const expected = 2n * PRICE + 1_000_000n;
      expect(await splitter.read.creditOf([market.licensor.address, usdc.address])).to.equal(expected);
    });

    it("their tokens: a title that was conveyed goes on changing hands", async () => {
      const { registry } = market.contracts;
      const built = await commitBuilt(asRegistry(), market.recipe.id, market.licensor.address, { nonce: 902n });
      const next = await commitBuilt(asRegistry(), corrected.id, market.licensor.address, { nonce: 903n });
      const terms = { title: true, usages: 0, duration: PERPETUAL };
      const title = offerInput(market, { ...terms, scope: SCOPE.asset, scopeId: built.assetId(2) });
      const offerId = await publish(market, title);
      await fill(market, orderOf(purchase(offerId, built.assetId(2)), { evidence: evidenceOf(built, 2) }));
      await supersede(built.lotId, next.lotId);
      const owner = market.licensee;
      expect(getAddress(await registry.read.ownerOf([built.assetId(2)]))).to.equal(getAddress(owner.address));
      await registry.write.transferFrom([owner.address, market.stranger.address, built.assetId(2)], {
        account: owner,
      });
      expect(await registry.read.tokenURI([built.assetId(2)])).to.match(/^data:application\/json;base64,/);
    });

    it("their money: what was earned is claimed once, and an open escrow is refunded or made final once", async () => {
      const { market: contract, splitter, usdc } = market.contracts;
      await buy(market, purchase(await publish(market, offerInput(market)), market.assets(7)));
      const window = { refundWindow: 14 * 86_400, penalty: 50_000 };
      const offerId = await publish(market, offerInput(market, window));
      const kept = await bought(market, purchase(offerId, market.assets(1)));
      const returned = await bought(market, purchase(offerId, market.assets(2)));
      await supersede();

      await contract.write.refundLicense([returned], { account: market.buyer });
      await expectRefused(
        market.protocol,
        () => contract.write.refundLicense([returned], { account: market.buyer, gas: GAS }),
        { by: contract, error: "LicenseMarketNotRefundable", args: [returned] },
      );
      await connection.networkHelpers.time.increase(15 * 86_400);
      await contract.write.finalizeLicense([kept, true], { account: market.stranger });
      await expectRefused(
        market.protocol,
        () => contract.write.finalizeLicense([kept, true], { account: market.stranger, gas: GAS }),
        { by: contract, error: "LicenseMarketNotRefundable", args: [kept] },
      );
      await splitter.write.settle([[market.recipe.ordinal], usdc.address]);
      const claim = () =>
        splitter.write.claim([market.recipe.ordinal, usdc.address, market.licensor.address], { gas: GAS });
      await claim();
      await claim();
      const penalty = PRICE / 20n;
      const credit = (account: Account) => splitter.read.creditOf([account.address, usdc.address]);
      expect(await credit(market.licensor)).to.equal(2n * PRICE + penalty);
      expect(await credit(market.buyer)).to.equal(PRICE - penalty);
    });

    it("what was exclusive: the same content in the new lot is not sold past it", async () => {
      const { licenses } = market.contracts;
      const built = await commitBuilt(asRegistry(), market.recipe.id, market.licensor.address, { nonce: 904n });
      const next = await commitBuilt(asRegistry(), corrected.id, market.licensor.address, { nonce: 905n });
      const exclusive = offerInput(market, {
        exclusive: true,
        scope: SCOPE.asset,
        scopeId: built.assetId(3),
      });
      const order = orderOf(purchase(await publish(market, exclusive), built.assetId(3)), {
        evidence: evidenceOf(built, 3),
      });
      await fill(market, order);
      const licenseId = await market.contracts.market.read.purchaseIdOf([order.purchase]);
      await supersede(built.lotId, next.lotId);
      await fund(market, market.contracts.usdc.address, market.stranger, { amount: PRICE });
      await licenses.write.proveBreach([licenseId, next.assetId(3), next.leaf(3), next.proof(3)]);
      const anew = await publish(market, offerInput(market, { recipeId: corrected.id }));
      await expectRefused(market.protocol, () => buy(market, purchase(anew, next.assetId(3)), market.stranger), {
        by: licenses,
        error: "LicensesExclusiveAsset",
        args: [next.assetId(3), licenseId],
      });
      await buy(market, purchase(anew, next.assetId(4)));
    });
  });
});
