import { expect } from "chai";
import { encodeFunctionData, getAddress, stringToHex, zeroHash } from "viem";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { leafOf } from "../registry/registry.ts";
import {
  deployGrants,
  end,
  exclusiveOf,
  granted,
  grantOf,
  type Grants,
  type RecordGrant,
  STATUS,
  wholeOf,
} from "./grants.ts";
import {
  bought,
  buy,
  commitLot,
  DAY,
  derivativeOffer,
  fund,
  GAS,
  type Hash,
  hashOf,
  PERPETUAL,
  publish,
  purchaseOf,
  recipeInput,
  registerRecipe,
  USAGE,
  USAGES,
} from "./market.ts";
import { fill, orderOf } from "./orders.ts";
import { signPayment } from "./payment.ts";

/** What auditors and users found in Story's licenses, each asked of ours. */
describe("audit findings", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let grants: Grants;
  const fixture = () => deployGrants(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    grants = await connection.networkHelpers.loadFixture(fixture);
  });

  const register = (parents: { asset: bigint; licenseId: Hash; rate: number }[], holder = grants.licensee) =>
    registerRecipe(grants, { licensor: holder.address, commitment: hashOf(`child ${parents.length}`), parents });

  describe("entitlements", () => {
    const right = (overrides: Partial<RecordGrant> = {}) =>
      grantOf(grants, { assetId: grants.assets(7), usages: USAGES.derivative, ...overrides });

    const expectCallRefused = (call: () => Promise<Hash>, error: string, args: readonly unknown[]) =>
      expectRefused(grants.protocol, call, { by: grants.licenses, error: error as "LicensesForeignLicense", args });

    it("core#24: no text of anybody reaches a token's JSON", async () => {
      const injection = stringToHex('"},{"trait_type":"Status"', { size: 32 });
      const licenseId = await granted(
        grants,
        exclusiveOf(grants, grants.early, 0, { licenseId: injection, offerId: injection, transferable: true }),
      );
      const uri = await grants.licenses.read.tokenURI([BigInt(licenseId)]);
      const { attributes } = JSON.parse(Buffer.from(uri.split(",")[1] as string, "base64").toString("utf8")) as {
        attributes: { trait_type: string; value: unknown }[];
      };
      expect(attributes.map(({ trait_type }) => trait_type)).to.deep.equal([
        ...["Asset", "Usages", "Status", "Exclusive", "Revocable", "Offer", "Rate", "Expiry", "Bought", "Seats"],
      ]);
      expect(attributes[5]?.value).to.equal(injection);
    });

    it("core#41: one license for two assets of a recipe asks its rate once, and two of the same asset are refused", async () => {
      const whole = wholeOf({ ...grants.early, lotId: grants.lot });
      const licenseId = await granted(grants, right({ assetId: whole, rate: 100_000 }));
      const parents = [7, 8].map((index) => ({ asset: grants.assets(index), licenseId, rate: 0 }));
      const { ordinal } = await register(parents);
      expect(await grants.contracts.splitter.read.stackOf([ordinal])).to.equal(100_000);
      const second = await granted(grants, right({ rate: 100_000 }));
      const twice = [second, second].map((id) => ({ asset: grants.assets(7), licenseId: id, rate: 0 }));
      const input = recipeInput({ licensor: grants.licensee.address, parents: twice });
      await expectRefused(
        grants.protocol,
        () => grants.contracts.registry.write.registerRecipe([input, 0n, "0x"], { account: grants.licensee, gas: GAS }),
        {
          by: grants.contracts.registry,
          error: "AssetRegistryUnsortedParents",
          args: [grants.assets(7), grants.assets(7)],
        },
      );
    });

    it("core#174: nobody burns another's license, and there is no function to", async () => {
      const { licenses, licensee, stranger, licensor } = grants;
      const licenseId = await granted(grants, right({ transferable: true, refundable: true, revocable: true }));
      expect(
        licenses.abi.some((item) => item.type === "function" && item.name.toLowerCase().includes("burn")),
      ).to.equal(false);
      for (const { address } of [stranger, licensor, licensee]) {
        await expectCallRefused(
          () => licenses.write.endRecord([licenseId, STATUS.revoked], { account: address, gas: GAS }),
          "LicensesUnauthorized",
          [getAddress(address)],
        );
      }
    });

    it("core#473: the id zero exists nowhere", async () => {
      const { licenses, early, licensee } = grants;
      const unknown = { by: licenses, error: "LicensesUnknownLicense", args: [zeroHash] } as const;
      for (const call of [
        () => licenses.write.assignSeat([zeroHash, 1, licensee.address], { gas: GAS }),
        () => licenses.write.proveBreach([zeroHash, early.assetId(0), leafOf(0), []], { gas: GAS }),
        () => licenses.write.transferFrom([licensee.address, licensee.address, 0n], { gas: GAS }),
        () => end(grants, zeroHash, STATUS.refunded),
      ]) {
        await expectRefused(grants.protocol, call, unknown);
      }
      expect(await licenses.read.holdsLicense([zeroHash, licensee.address, 0n, USAGE.personal])).to.equal(false);
      expect(await licenses.read.exclusiveOf([early.assetId(0)])).to.equal(zeroHash);
      expect(await licenses.read.contentHashOf([zeroHash])).to.equal(zeroHash);
    });

    it("v1.0 H-5: only the holder of a license registers with it, whoever relays or owns what", async () => {
      const licenseId = await granted(grants, right({ seats: 2 }));
      await grants.licenses.write.assignSeat([licenseId, 1, grants.relayer.address], { account: grants.licensee });
      for (const thief of [grants.stranger, grants.relayer, grants.buyer, grants.licensor]) {
        const input = recipeInput({
          licensor: thief.address,
          commitment: hashOf("theft"),
          parents: [{ asset: grants.assets(7), licenseId, rate: 0 }],
        });
        await expectCallRefused(
          () => grants.contracts.registry.write.registerRecipe([input, 0n, "0x"], { account: thief, gas: GAS }),
          "LicensesForeignLicense",
          [licenseId, getAddress(thief.address), getAddress(grants.licensee.address)],
        );
      }
    });

    it("H-3: a license without end does not make the earliest expiry vanish", async () => {
      const { registry } = grants.contracts;
      const expiry = (await connection.networkHelpers.time.latest()) + 30 * DAY;
      const [forever, limited] = [
        await granted(grants, right()),
        await granted(grants, right({ assetId: grants.assets(8), expiry })),
      ];
      const { id } = await register([
        { asset: grants.assets(7), licenseId: forever, rate: 0 },
        { asset: grants.assets(8), licenseId: limited, rate: 0 },
      ]);
      expect((await registry.read.recipeOf([id])).validUntil).to.equal(expiry);
      const { id: unlimited } = await register([
        { asset: grants.assets(9), licenseId: await granted(grants, right({ assetId: grants.assets(9) })), rate: 0 },
      ]);
      expect((await registry.read.recipeOf([unlimited])).validUntil).to.equal(PERPETUAL);
    });

    it("H-3: an expiry of zero would be over, not without end", async () => {
      const { licenses, licensee } = grants;
      const licenseId = await granted(grants, right({ expiry: 0 }));
      expect(
        await licenses.read.holdsLicense([licenseId, licensee.address, grants.assets(7), USAGE.derivative]),
      ).to.equal(false);
      expect(await licenses.read.hasLicense([licensee.address, grants.assets(7), USAGE.personal])).to.equal(false);
    });

    it("H-4: a child makes nothing new after its license", async () => {
      const expiry = (await connection.networkHelpers.time.latest()) + DAY;
      const child = await register([
        { asset: grants.assets(7), licenseId: await granted(grants, right({ expiry })), rate: 0 },
      ]);
      await commitLot(grants, child, { account: grants.licensee, count: 1 });
      await connection.networkHelpers.time.increaseTo(expiry);
      await connection.viem.assertions.revertWithCustomErrorWithArgs(
        commitLot(grants, child, { account: grants.licensee, count: 1 }),
        grants.contracts.registry,
        "AssetRegistryExpiredRecipe",
        [child.id, expiry],
      );
    });

    it("H-6: what was bought stays, whatever the licensor does with the offer", async () => {
      const { market, splitter, licenses } = grants.contracts;
      const offerId = await publish(grants, derivativeOffer(grants, { rate: 60_000 }));
      const licenseId = await bought(grants, purchaseOf(grants, offerId));
      const before = await licenses.read.recordOf([licenseId]);
      await market.write.withdrawOffer([offerId], { account: grants.licensor });
      await publish(grants, derivativeOffer(grants, { rate: 500_000 }));
      expect(await licenses.read.recordOf([licenseId])).to.deep.equal(before);
      const { ordinal } = await register([{ asset: grants.assets(7), licenseId, rate: 0 }]);
      expect(await splitter.read.stackOf([ordinal])).to.equal(60_000);
    });

    it("disputes: no ruling ends a license that was not sold as revocable, nor one beside it", async () => {
      const { licenses, licensee } = grants;
      const [firm, revocable] = [await granted(grants, right()), await granted(grants, right({ revocable: true }))];
      await expectCallRefused(() => end(grants, firm, STATUS.revoked), "LicensesNotRevocable", [firm]);
      await end(grants, revocable, STATUS.revoked);
      const held = [licensee.address, grants.assets(7), USAGE.derivative] as const;
      expect(await licenses.read.holdsLicense([firm, ...held])).to.equal(true);
      expect(await licenses.read.holdsLicense([revocable, ...held])).to.equal(false);
    });
  });

  describe("sales", () => {
    const PRICE = 25_000_000n;
    const AFTER_PENALTY = (PRICE * 95n) / 100n;
    const isAddress = (expected: string) => (found: string) => found.toLowerCase() === expected.toLowerCase();

    const refuse = (call: () => Promise<Hash>, error: string, args: readonly unknown[]) =>
      expectRefused(grants.protocol, call, {
        by: grants.contracts.market,
        error: error as "LicenseMarketUnknownOffer",
        args,
      });

    it("L-1, M-1, M-10: a price raised just before the purchase reaches no buyer", async () => {
      const { market } = grants.contracts;
      const cheap = derivativeOffer(grants, { price: PRICE });
      const purchase = purchaseOf(grants, await publish(grants, cheap), { maxTotal: 1_000n * PRICE });
      await market.write.withdrawOffer([purchase.offerId], { account: grants.licensor });
      await publish(grants, { ...cheap, price: 1_000n * PRICE });
      await refuse(() => buy(grants, purchase), "LicenseMarketWithdrawnOffer", [purchase.offerId]);
    });

    it("core#36: the most that a buyer gives is enforced in every way to buy", async () => {
      const { market } = grants.contracts;
      const purchase = purchaseOf(grants, await publish(grants, derivativeOffer(grants)), { maxTotal: PRICE - 1n });
      const args = [PRICE, PRICE - 1n];
      await refuse(() => buy(grants, purchase), "LicenseMarketOverMaxTotal", args);
      await refuse(() => fill(grants, orderOf(purchase)), "LicenseMarketOverMaxTotal", args);
      const licenseId = await bought(grants, { ...purchase, maxTotal: PRICE });
      const renew = () =>
        market.write.renewLicense([licenseId, PRICE - 1n, PERPETUAL, false], { account: grants.buyer, gas: GAS });
      await refuse(renew, "LicenseMarketOverMaxTotal", args);
    });

    it("core#35: a token that calls back during the payment is refused", async () => {
      const { market, splitter } = grants.contracts;
      const token = await connection.viem.deployContract("ReentrantToken");
      await fund(grants, token.address, grants.buyer, { amount: 10n * PRICE });
      const offerId = await publish(grants, derivativeOffer(grants, { token: token.address }));
      const nested = [orderOf(purchaseOf(grants, offerId, { salt: hashOf("nested") }))] as const;
      const data = encodeFunctionData({ abi: market.abi, functionName: "purchaseOrder", args: nested });
      await token.write.arm([market.address, data]);
      await expectRefused(grants.protocol, () => buy(grants, purchaseOf(grants, offerId)), {
        by: splitter,
        error: "ReentrancyGuardReentrantCall",
        args: [],
        others: [token.address],
      });
    });

    it("core#357: no number is cut: what does not fit is refused", async () => {
      const highest = 2n ** 96n - 1n;
      const offerId = await publish(grants, derivativeOffer(grants, { price: highest, seats: 2 ** 32 - 1 }));
      const purchase = purchaseOf(grants, offerId, { seats: 2 ** 32 - 1, maxTotal: highest });
      await refuse(() => buy(grants, purchase), "LicenseMarketOverMaxTotal", [highest * (2n ** 32n - 1n), highest]);
    });

    it("core#360: the price is taken once", async () => {
      const { usdc } = grants.contracts;
      const offerId = await publish(grants, derivativeOffer(grants));
      const held = await usdc.read.balanceOf([grants.buyer.address]);
      const licenseId = await bought(grants, purchaseOf(grants, offerId));
      await register([{ asset: grants.assets(7), licenseId, rate: 0 }]);
      expect(held - (await usdc.read.balanceOf([grants.buyer.address]))).to.equal(PRICE);
    });

    it("core#423: nobody attaches terms to somebody else's recipe", async () => {
      const { market } = grants.contracts;
      const input = derivativeOffer(grants);
      await refuse(
        () => market.write.publishOffer([input], { account: grants.stranger, gas: GAS }),
        "LicenseMarketUnauthorized",
        [isAddress(grants.stranger.address)],
      );
    });

    it("core#473: the ids of nothing are unknown", async () => {
      const { market, licenses } = grants.contracts;
      await refuse(() => buy(grants, purchaseOf(grants, zeroHash)), "LicenseMarketUnknownOffer", [zeroHash]);
      const renew = () =>
        market.write.renewLicense([zeroHash, PRICE, PERPETUAL, false], { account: grants.buyer, gas: GAS });
      await expectRefused(grants.protocol, renew, { by: licenses, error: "LicensesUnknownLicense", args: [zeroHash] });
    });

    it("periphery#182: a signature buys once", async () => {
      const { market, usdc } = grants.contracts;
      const offerId = await publish(grants, derivativeOffer(grants, { usages: USAGES.personal, rate: 0 }));
      const purchase = purchaseOf(grants, offerId);
      const signature = await signPayment(grants, "usdc", purchase, PRICE);
      const relay = () =>
        market.write.purchaseLicenseWithAuthorization([purchase, grants.buyer.address, false, signature], {
          account: grants.relayer,
          gas: GAS,
        });
      await relay();
      await expectRefused(grants.protocol, relay, {
        by: usdc,
        error: "ERC3009UsedAuthorization",
        args: [isAddress(grants.buyer.address), await market.read.purchaseIdOf([purchase])],
      });
    });

    it("L-5: a donation just before it keeps no refund from being exact", async () => {
      const { market, splitter, usdc } = grants.contracts;
      const offerId = await publish(grants, derivativeOffer(grants, { refundWindow: DAY }));
      const licenseId = await bought(grants, purchaseOf(grants, offerId));
      await fund(grants, usdc.address, grants.stranger, { amount: 1n });
      await usdc.write.transfer([splitter.address, 1n], { account: grants.stranger });
      await market.write.refundLicense([licenseId], { account: grants.buyer, gas: GAS });
      expect(await splitter.read.creditOf([grants.buyer.address, usdc.address])).to.equal(AFTER_PENALTY);
    });

    it("v1.0 L-2: a paused token holds up no refund and no final sale, only the withdrawal", async () => {
      const { market, splitter } = grants.contracts;
      const token = await connection.viem.deployContract("PausableToken");
      await fund(grants, token.address, grants.buyer, { amount: 10n * PRICE });
      const offerId = await publish(grants, derivativeOffer(grants, { token: token.address, refundWindow: DAY }));
      const [first, second] = [
        await bought(grants, purchaseOf(grants, offerId)),
        await bought(grants, purchaseOf(grants, offerId, { salt: hashOf("second") })),
      ];
      await token.write.pause();
      await market.write.refundLicense([first], { account: grants.buyer, gas: GAS });
      await connection.networkHelpers.time.increase(DAY);
      await market.write.finalizeLicense([second, true], { account: grants.stranger, gas: GAS });
      expect(await splitter.read.creditOf([grants.buyer.address, token.address])).to.equal(AFTER_PENALTY);
      await connection.viem.assertions.revertWithCustomError(
        splitter.write.withdraw([token.address, grants.buyer.address]),
        token,
        "EnforcedPause",
      );
      await token.write.unpause();
      await splitter.write.withdraw([token.address, grants.buyer.address]);
      expect(await token.read.balanceOf([grants.buyer.address])).to.equal(8n * PRICE + AFTER_PENALTY);
    });
  });
});
