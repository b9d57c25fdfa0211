import { expect } from "chai";
import { getAddress, zeroAddress } from "viem";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  closeRefund,
  deployGrants,
  end,
  exclusiveOf,
  granted,
  grantOf,
  type Grants,
  record,
  type RecordGrant,
  renew,
  STATUS,
} from "./grants.ts";
import { DAY, GAS, type Hash, hashOf, PERPETUAL, registerRecipe, USAGE, USAGES } from "./market.ts";

describe("ends and renewals of records", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let grants: Grants;
  const fixture = () => deployGrants(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    grants = await connection.networkHelpers.loadFixture(fixture);
  });

  const now = () => connection.networkHelpers.time.latest();
  const missing = hashOf("nothing");

  const derivative = (overrides: Partial<RecordGrant> = {}) =>
    grantOf(grants, { assetId: grants.assets(7), usages: USAGES.derivative, ...overrides });

  const holds = (licenseId: Hash) =>
    grants.licenses.read.holdsLicense([licenseId, grants.licensee.address, grants.assets(7), USAGE.derivative]);

  const use = (licenseId: Hash, commitment = "child") =>
    registerRecipe(grants, {
      licensor: grants.licensee.address,
      commitment: hashOf(commitment),
      parents: [{ asset: grants.assets(7), licenseId, rate: 0 }],
    });

  const expectCallRefused = (call: () => Promise<Hash>, error: string, args: readonly unknown[]) =>
    expectRefused(grants.protocol, call, { by: grants.licenses, error: error as "LicensesFinalLicense", args });

  it("are the market's business alone: not the holder's, the licensor's or the registry's", async () => {
    const { licenses, contracts, licensee, licensor } = grants;
    const licenseId = await granted(grants, derivative({ refundable: true, revocable: true }));
    await connection.networkHelpers.impersonateAccount(contracts.registry.address);
    await connection.networkHelpers.setBalance(contracts.registry.address, 10n ** 18n);
    for (const account of [licensee.address, licensor.address, contracts.registry.address]) {
      const options = { account, gas: GAS };
      for (const call of [
        () => licenses.write.renewRecord([licenseId, DAY], options),
        () => licenses.write.closeRefund([licenseId], options),
        () => licenses.write.endRecord([licenseId, STATUS.refunded], options),
        () => licenses.write.endRecord([licenseId, STATUS.revoked], options),
      ]) {
        await expectCallRefused(call, "LicensesUnauthorized", [getAddress(account)]);
      }
    }
  });

  it("need a license", async () => {
    for (const call of [
      () => renew(grants, missing, DAY),
      () => closeRefund(grants, missing),
      () => end(grants, missing, STATUS.revoked),
    ]) {
      await expectCallRefused(call, "LicensesUnknownLicense", [missing]);
    }
  });

  for (const status of ["refunded", "revoked"] as const) {
    it(`come once: nothing follows on ${status}`, async () => {
      const { licenses } = grants;
      const grant = derivative({ refundable: true, revocable: true });
      const licenseId = await granted(grants, grant);
      expect(await holds(licenseId)).to.equal(true);
      await connection.viem.assertions.emitWithArgs(end(grants, licenseId, STATUS[status]), licenses, "LicenseEnded", [
        licenseId,
        STATUS[status],
      ]);
      expect(await holds(licenseId)).to.equal(false);
      expect((await licenses.read.recordOf([licenseId])).status).to.equal(STATUS[status]);
      for (const call of [
        () => renew(grants, licenseId, DAY),
        () => closeRefund(grants, licenseId),
        () => end(grants, licenseId, STATUS.refunded),
        () => end(grants, licenseId, STATUS.revoked),
        () => useAsRegistry(licenseId, 99),
      ]) {
        await expectCallRefused(call, "LicensesEndedLicense", [licenseId, STATUS[status]]);
      }
      await expectCallRefused(() => record(grants, grant), "LicensesDuplicateLicense", [licenseId]);
    });
  }

  /** The registry's own call. */
  const useAsRegistry = async (licenseId: Hash, recipe: number) => {
    const { registry } = grants.contracts;
    await connection.networkHelpers.impersonateAccount(registry.address);
    await connection.networkHelpers.setBalance(registry.address, 10n ** 18n);
    return grants.licenses.write.useLicense(
      [licenseId, grants.licensee.address, grants.assets(7), USAGE.derivative, recipe],
      { account: registry.address, gas: GAS },
    );
  };

  describe("endRecord", () => {
    it("refuses what is no end", async () => {
      const licenseId = await granted(grants, derivative({ refundable: true, revocable: true }));
      for (const status of [STATUS.none, STATUS.granted]) {
        await expectCallRefused(() => end(grants, licenseId, status), "LicensesInvalidEnd", [licenseId, status]);
      }
    });

    it("refuses to revoke what was not sold as revocable", async () => {
      const licenseId = await granted(grants, derivative({ refundable: true }));
      await expectCallRefused(() => end(grants, licenseId, STATUS.revoked), "LicensesNotRevocable", [licenseId]);
    });

    it("refuses to take back what was not sold as returnable", async () => {
      const licenseId = await granted(grants, derivative({ revocable: true }));
      await expectCallRefused(() => end(grants, licenseId, STATUS.refunded), "LicensesFinalLicense", [licenseId]);
    });

    it("refuses to take back what is final", async () => {
      const licenseId = await granted(grants, derivative({ refundable: true }));
      await closeRefund(grants, licenseId);
      await expectCallRefused(() => end(grants, licenseId, STATUS.refunded), "LicensesFinalLicense", [licenseId]);
    });

    it("refuses to take back what registered a recipe", async () => {
      const licenseId = await granted(grants, derivative({ refundable: true }));
      const { ordinal } = await use(licenseId);
      await expectCallRefused(() => end(grants, licenseId, STATUS.refunded), "LicensesUsedLicense", [
        licenseId,
        ordinal,
      ]);
    });

    it("revokes also what is used, transferred or open to return", async () => {
      const { licenses, licensee, stranger } = grants;
      const used = await granted(grants, derivative({ revocable: true }));
      await use(used);
      await end(grants, used, STATUS.revoked);
      const moved = await granted(grants, derivative({ revocable: true, refundable: true, transferable: true }));
      await licenses.write.transferFrom([licensee.address, stranger.address, BigInt(moved)], { account: licensee });
      await end(grants, moved, STATUS.revoked);
      for (const licenseId of [used, moved]) {
        expect((await licenses.read.recordOf([licenseId])).status).to.equal(STATUS.revoked);
      }
    });

    it("takes back an expired license that was never closed", async () => {
      const licenseId = await granted(grants, derivative({ refundable: true, expiry: (await now()) + 1 }));
      await connection.networkHelpers.time.increase(DAY);
      await end(grants, licenseId, STATUS.refunded);
    });

    it("burns a token", async () => {
      const { licenses, licensee } = grants;
      const licenseId = await granted(grants, derivative({ refundable: true, transferable: true }));
      await connection.viem.assertions.emitWithArgs(end(grants, licenseId, STATUS.refunded), licenses, "Transfer", [
        getAddress(licensee.address),
        zeroAddress,
        BigInt(licenseId),
      ]);
      await connection.viem.assertions.revertWithCustomErrorWithArgs(
        licenses.read.tokenURI([BigInt(licenseId)]),
        licenses,
        "ERC721NonexistentToken",
        [BigInt(licenseId)],
      );
    });
  });

  describe("closeRefund", () => {
    it("refuses what cannot be returned, or was closed", async () => {
      const final = await granted(grants, derivative());
      await expectCallRefused(() => closeRefund(grants, final), "LicensesFinalLicense", [final]);
      const open = await granted(grants, derivative({ refundable: true }));
      await closeRefund(grants, open);
      await expectCallRefused(() => closeRefund(grants, open), "LicensesFinalLicense", [open]);
    });

    it("leaves the license as it is", async () => {
      const licenseId = await granted(grants, derivative({ refundable: true }));
      const before = await grants.licenses.read.recordOf([licenseId]);
      await closeRefund(grants, licenseId);
      expect(await grants.licenses.read.recordOf([licenseId])).to.deep.equal(before);
    });
  });

  describe("renewRecord", () => {
    it("counts from the expiry while the license is in force, else from now", async () => {
      const { licenses } = grants;
      const expiry = (await now()) + 10 * DAY;
      const licenseId = await granted(grants, derivative({ expiry }));
      await connection.viem.assertions.emitWithArgs(renew(grants, licenseId, DAY), licenses, "LicenseRenewed", [
        licenseId,
        expiry + DAY,
      ]);
      await connection.networkHelpers.time.increaseTo(expiry + 5 * DAY);
      expect(await holds(licenseId)).to.equal(false);
      await renew(grants, licenseId, DAY);
      expect((await licenses.read.recordOf([licenseId])).expiry).to.equal((await now()) + DAY);
      expect(await holds(licenseId)).to.equal(true);
    });

    it("ends at perpetual and stays there", async () => {
      const licenseId = await granted(grants, derivative({ expiry: (await now()) + DAY }));
      for (const duration of [PERPETUAL - 1, DAY, PERPETUAL]) {
        await renew(grants, licenseId, duration);
        expect((await grants.licenses.read.recordOf([licenseId])).expiry).to.equal(PERPETUAL);
      }
    });

    it("tells wallets to read a token again, and says nothing of other records", async () => {
      const { licenses } = grants;
      const expiry = (await now()) + DAY;
      const token = await granted(grants, derivative({ expiry, transferable: true }));
      await connection.viem.assertions.emitWithArgs(renew(grants, token, DAY), licenses, "MetadataUpdate", [
        BigInt(token),
      ]);
      expect(await logsOf(await renew(grants, await granted(grants, derivative({ expiry })), DAY))).to.have.length(1);
    });

    it("lets the same recipe, and no other, use the license again", async () => {
      const { licenses } = grants;
      const expiry = (await now()) + DAY;
      const licenseId = await granted(grants, derivative({ expiry, rate: 70_000 }));
      const { ordinal } = await use(licenseId);
      await renew(grants, licenseId, DAY);
      const { registry } = grants.contracts;
      const again = [licenseId, grants.licensee.address, grants.assets(7), USAGE.derivative] as const;
      expect(await logsOf(await useAsRegistry(licenseId, ordinal))).to.have.length(0);
      const { result } = await licenses.simulate.useLicense([...again, ordinal], { account: registry.address });
      expect(result).to.deep.equal([70_000, expiry + DAY]);
      await expectCallRefused(() => useAsRegistry(licenseId, ordinal + 1), "LicensesUsedLicense", [licenseId, ordinal]);
    });

    it("is refused to the same recipe once the license is over", async () => {
      const expiry = (await now()) + DAY;
      const licenseId = await granted(grants, derivative({ expiry }));
      const { ordinal } = await use(licenseId);
      await connection.networkHelpers.time.increaseTo(expiry);
      await expectCallRefused(() => useAsRegistry(licenseId, ordinal), "LicensesExpiredLicense", [licenseId, expiry]);
    });
  });

  const logsOf = async (hash: Hash) => (await grants.protocol.publicClient.getTransactionReceipt({ hash })).logs;

  it("keep apart what was sold as what", async () => {
    const { licenses } = grants;
    const flags = ["transferable", "exclusive", "revocable"] as const;
    for (let bits = 0; bits < 8; bits++) {
      const set = Object.fromEntries(flags.map((flag, place) => [flag, ((bits >> place) & 1) === 1]));
      // Each on an asset of its own kind, so that none stands against the next; an exclusive one is returned after it.
      const base = exclusiveOf(grants, grants.early, set["exclusive"] === true ? 4 : 3, { refundable: true });
      const licenseId = await granted(grants, { ...base, ...set });
      const found = await licenses.read.recordOf([licenseId]);
      expect(Object.fromEntries(flags.map((flag) => [flag, found[flag]]))).to.deep.equal(set);
      expect(found.transferred).to.equal(false);
      await end(grants, licenseId, STATUS.refunded);
    }
  });
});
