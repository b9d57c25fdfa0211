import { expect } from "chai";
import { getAddress, stringToHex, zeroHash } from "viem";
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
  commitLot,
  DAY,
  derivativeOffer,
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

  describe("entitlements", () => {
    const right = (overrides: Partial<RecordGrant> = {}) =>
      grantOf(grants, { assetId: grants.assets(7), usages: USAGES.derivative, ...overrides });

    const register = (parents: { asset: bigint; licenseId: Hash; rate: number }[], holder = grants.licensee) =>
      registerRecipe(grants, { licensor: holder.address, commitment: hashOf(`child ${parents.length}`), parents });

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
});
