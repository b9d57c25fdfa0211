import { expect } from "chai";
import { type Account, type Address, getAddress, zeroAddress } from "viem";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { deployGrants, end, granted, grantOf, type Grants, type RecordGrant, renew, STATUS } from "./grants.ts";
import { DAY, GAS, type Hash, hashOf, recipeInput, USAGE, USAGES } from "./market.ts";

describe("seats", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let grants: Grants;
  let licenseId: Hash;
  const fixture = () => deployGrants(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    grants = await connection.networkHelpers.loadFixture(fixture);
    licenseId = await granted(grants, team());
  });

  const team = (overrides: Partial<RecordGrant> = {}) =>
    grantOf(grants, { assetId: grants.assets(7), seats: 3, transferable: true, ...overrides });

  const assign = (seat: number, account: Address, { id = licenseId, by = grants.licensee } = {}) =>
    grants.licenses.write.assignSeat([id, seat, account], { account: by, gas: GAS });

  const holds = ({ address }: Account, usage: number = USAGE.commercial, asset = grants.assets(7)) =>
    grants.licenses.read.holdsLicense([licenseId, address, asset, usage]);

  const expectAssignRefused = (call: () => Promise<Hash>, error: string, args: readonly unknown[]) =>
    expectRefused(grants.protocol, call, { by: grants.licenses, error: error as "LicensesUnknownSeat", args });

  describe("are not given", () => {
    it("of a missing license", async () => {
      await expectAssignRefused(
        () => assign(1, grants.buyer.address, { id: hashOf("nothing") }),
        "LicensesUnknownLicense",
        [hashOf("nothing")],
      );
    });

    it("of an ended license", async () => {
      const id = await granted(grants, team({ revocable: true }));
      await end(grants, id, STATUS.revoked);
      await expectAssignRefused(() => assign(1, grants.buyer.address, { id }), "LicensesEndedLicense", [
        id,
        STATUS.revoked,
      ]);
    });

    it("by anyone but the holder: no payer, no licensor, no seated account", async () => {
      await assign(1, grants.buyer.address);
      for (const by of [grants.buyer, grants.licensor, grants.stranger]) {
        await expectAssignRefused(() => assign(2, by.address, { by }), "LicensesUnauthorized", [
          getAddress(by.address),
        ]);
      }
    });

    it("beyond those that were paid for, and not the holder's own", async () => {
      for (const seat of [0, 3, 2 ** 32 - 1]) {
        await expectAssignRefused(() => assign(seat, grants.buyer.address), "LicensesUnknownSeat", [
          licenseId,
          seat,
          3,
        ]);
      }
      const single = await granted(grants, team({ seats: 1 }));
      await expectAssignRefused(() => assign(1, grants.buyer.address, { id: single }), "LicensesUnknownSeat", [
        single,
        1,
        1,
      ]);
    });

    it("to the holder, who has one", async () => {
      await expectAssignRefused(() => assign(1, grants.licensee.address), "LicensesSeatedAccount", [
        licenseId,
        getAddress(grants.licensee.address),
        0,
      ]);
    });

    it("twice to one account", async () => {
      await assign(1, grants.buyer.address);
      for (const seat of [1, 2]) {
        await expectAssignRefused(() => assign(seat, grants.buyer.address), "LicensesSeatedAccount", [
          licenseId,
          getAddress(grants.buyer.address),
          1,
        ]);
      }
    });
  });

  it("let an account use what the holder may, and nothing else", async () => {
    const { licenses, buyer, licensee } = grants;
    expect(await holds(buyer)).to.equal(false);
    await connection.viem.assertions.emitWithArgs(assign(2, buyer.address), licenses, "SeatAssigned", [
      licenseId,
      2,
      getAddress(buyer.address),
      zeroAddress,
    ]);
    expect(await holds(buyer)).to.equal(true);
    expect(await holds(licensee)).to.equal(true);
    expect(await holds(buyer, USAGE.personal)).to.equal(false);
    expect(await holds(buyer, USAGE.commercial, grants.assets(8))).to.equal(false);
    expect(await licenses.read.seatOf([licenseId, 2])).to.equal(getAddress(buyer.address));
    expect(await licenses.read.seatOf([licenseId, 0])).to.equal(getAddress(licensee.address));
    expect(await licenses.read.seatOf([licenseId, 1])).to.equal(zeroAddress);
  });

  it("pass to another account, which leaves the first without", async () => {
    const { licenses, buyer, stranger } = grants;
    await assign(1, buyer.address);
    await connection.viem.assertions.emitWithArgs(assign(1, stranger.address), licenses, "SeatAssigned", [
      licenseId,
      1,
      getAddress(stranger.address),
      getAddress(buyer.address),
    ]);
    expect([await holds(buyer), await holds(stranger)]).to.deep.equal([false, true]);
    await assign(2, buyer.address);
    expect([await holds(buyer), await holds(stranger)]).to.deep.equal([true, true]);
  });

  it("are emptied with zero, also when nobody sits there", async () => {
    const { licenses, buyer } = grants;
    await assign(1, buyer.address);
    await connection.viem.assertions.emitWithArgs(assign(1, zeroAddress), licenses, "SeatAssigned", [
      licenseId,
      1,
      zeroAddress,
      getAddress(buyer.address),
    ]);
    expect(await holds(buyer)).to.equal(false);
    await assign(1, zeroAddress);
    await assign(2, zeroAddress);
    await assign(2, buyer.address);
    expect(await holds(buyer)).to.equal(true);
    expect(await grants.licenses.read.holdsLicense([licenseId, zeroAddress, grants.assets(7), 1])).to.equal(false);
  });

  it("never serve more accounts than were paid for", async () => {
    const accounts = [grants.buyer, grants.stranger, grants.relayer, grants.licensor];
    for (const [round, account] of accounts.entries()) await assign((round % 2) + 1, account.address);
    const held = await Promise.all([grants.licensee, ...accounts].map((account) => holds(account)));
    expect(held.filter(Boolean)).to.have.length(3);
  });

  it("are cleared by a transfer, for the new holder to give", async () => {
    const { licenses, licensee, buyer, stranger } = grants;
    await assign(1, buyer.address);
    await assign(2, stranger.address);
    const moveTo = (from: Account, to: Account) =>
      licenses.write.transferFrom([from.address, to.address, BigInt(licenseId)], { account: from });
    await moveTo(licensee, stranger);
    expect([await holds(buyer), await holds(licensee), await holds(stranger)]).to.deep.equal([false, false, true]);
    expect(await licenses.read.seatOf([licenseId, 1])).to.equal(zeroAddress);
    await expectAssignRefused(() => assign(1, buyer.address), "LicensesUnauthorized", [getAddress(licensee.address)]);
    await assign(1, licensee.address, { by: stranger });
    expect(await holds(licensee)).to.equal(true);
    await moveTo(stranger, licensee);
    expect([await holds(buyer), await holds(stranger)]).to.deep.equal([false, false]);
  });

  it("end with the license, and come back with its renewal", async () => {
    const { buyer } = grants;
    const expiry = (await connection.networkHelpers.time.latest()) + DAY;
    licenseId = await granted(grants, team({ expiry }));
    await assign(1, buyer.address);
    await connection.networkHelpers.time.increaseTo(expiry);
    expect(await holds(buyer)).to.equal(false);
    await assign(2, grants.stranger.address);
    expect(await holds(grants.stranger)).to.equal(false);
    await renew(grants, licenseId, DAY);
    expect([await holds(buyer), await holds(grants.stranger)]).to.deep.equal([true, true]);
  });

  it("are nobody's once the license was revoked", async () => {
    licenseId = await granted(grants, team({ revocable: true }));
    await assign(1, grants.buyer.address);
    await end(grants, licenseId, STATUS.revoked);
    expect([await holds(grants.buyer), await holds(grants.licensee)]).to.deep.equal([false, false]);
  });

  it("register no recipe: that is the holder's", async () => {
    const id = await granted(grants, team({ usages: USAGES.derivative }));
    await assign(1, grants.buyer.address, { id });
    const input = recipeInput({
      licensor: grants.buyer.address,
      parents: [{ asset: grants.assets(7), licenseId: id, rate: 0 }],
    });
    await expectAssignRefused(
      () => grants.contracts.registry.write.registerRecipe([input, 0n, "0x"], { account: grants.buyer, gas: GAS }),
      "LicensesForeignLicense",
      [id, getAddress(grants.buyer.address), getAddress(grants.licensee.address)],
    );
  });

  it("are named only as far as there are any", async () => {
    const { licenses } = grants;
    const { assertions } = connection.viem;
    await assertions.revertWithCustomErrorWithArgs(
      licenses.read.seatOf([licenseId, 3]),
      licenses,
      "LicensesUnknownSeat",
      [licenseId, 3, 3],
    );
    const missing = hashOf("nothing");
    await assertions.revertWithCustomErrorWithArgs(
      licenses.read.seatOf([missing, 0]),
      licenses,
      "LicensesUnknownLicense",
      [missing],
    );
  });
});
