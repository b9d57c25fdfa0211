import { expect } from "chai";
import { type Account, type Address, getAddress, zeroAddress } from "viem";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { deployGrants, end, granted, grantOf, type Grants, record, type RecordGrant, renew, STATUS } from "./grants.ts";
import { DAY, GAS, type Hash, hashOf, PERPETUAL, registerRecipe, USAGE, USAGES } from "./market.ts";

describe("transfer of a license", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let grants: Grants;
  let licenseId: Hash;
  const fixture = () => deployGrants(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    grants = await connection.networkHelpers.loadFixture(fixture);
    licenseId = await granted(grants, transferable());
  });

  const transferable = (overrides: Partial<RecordGrant> = {}) =>
    grantOf(grants, {
      assetId: grants.assets(7),
      usages: USAGES.commercial | USAGES.derivative,
      transferable: true,
      ...overrides,
    });

  interface Move {
    from?: Account;
    to?: Address;
    by?: Account;
  }

  const move = (id: Hash, { from = grants.licensee, to = grants.stranger.address, by }: Move = {}) =>
    grants.licenses.write.transferFrom([from.address, to, BigInt(id)], { account: by ?? from, gas: GAS });

  const holds = (id: Hash, { address }: Account) =>
    grants.licenses.read.holdsLicense([id, address, grants.assets(7), USAGE.commercial]);

  const expectMoveRefused = (call: () => Promise<Hash>, error: string, args: readonly unknown[]) =>
    expectRefused(grants.protocol, call, { by: grants.licenses, error: error as "LicensesUsedLicense", args });

  const use = (id: Hash, holder: Account) =>
    registerRecipe(grants, {
      licensor: holder.address,
      commitment: hashOf("child"),
      parents: [{ asset: grants.assets(7), licenseId: id, rate: 0 }],
    });

  it("refuses an unknown license", async () => {
    await expectMoveRefused(() => move(hashOf("nothing")), "LicensesUnknownLicense", [hashOf("nothing")]);
  });

  it("refuses a license that was returned or revoked", async () => {
    const returned = await granted(grants, transferable({ refundable: true }));
    await end(grants, returned, STATUS.refunded);
    await expectMoveRefused(() => move(returned), "LicensesEndedLicense", [returned, STATUS.refunded]);
    const revoked = await granted(grants, transferable({ revocable: true }));
    await end(grants, revoked, STATUS.revoked);
    await expectMoveRefused(() => move(revoked), "LicensesEndedLicense", [revoked, STATUS.revoked]);
  });

  it("refuses a license that was sold without it", async () => {
    const bound = await granted(grants, grantOf(grants));
    await expectMoveRefused(() => move(bound), "LicensesNotTransferable", [bound]);
    await connection.viem.assertions.revertWithCustomErrorWithArgs(
      grants.licenses.read.ownerOf([BigInt(bound)]),
      grants.licenses,
      "ERC721NonexistentToken",
      [BigInt(bound)],
    );
  });

  it("refuses a license that registered a recipe", async () => {
    const { ordinal } = await use(licenseId, grants.licensee);
    await expectMoveRefused(() => move(licenseId), "LicensesUsedLicense", [licenseId, ordinal]);
  });

  it("refuses strangers, the payer and the licensor", async () => {
    for (const thief of [grants.stranger, grants.buyer, grants.licensor]) {
      await expectMoveRefused(() => move(licenseId, { by: thief }), "ERC721InsufficientApproval", [
        getAddress(thief.address),
        BigInt(licenseId),
      ]);
    }
  });

  it("refuses to lose it", async () => {
    await expectMoveRefused(() => move(licenseId, { to: zeroAddress }), "ERC721InvalidReceiver", [zeroAddress]);
  });

  it("refuses a contract that does not know tokens, where it is asked", async () => {
    const { licenses, usdc, licensee } = { ...grants, usdc: grants.contracts.usdc };
    const call = () =>
      licenses.write.safeTransferFrom([licensee.address, usdc.address, BigInt(licenseId)], {
        account: licensee,
        gas: GAS,
      });
    await expectMoveRefused(call, "ERC721InvalidReceiver", [getAddress(usdc.address)]);
  });

  it("begins with a token of the holder, under the license's own id", async () => {
    const { licenses, licensee } = grants;
    const grant = transferable();
    await connection.viem.assertions.emitWithArgs(record(grants, grant), licenses, "Transfer", [
      zeroAddress,
      getAddress(licensee.address),
      BigInt(grant.licenseId),
    ]);
    expect(await licenses.read.ownerOf([BigInt(licenseId)])).to.equal(getAddress(licensee.address));
    expect(await licenses.read.balanceOf([licensee.address])).to.equal(2n);
    expect(await licenses.read.name()).to.equal("Imprimatur Licenses");
    expect(await licenses.read.symbol()).to.equal("IMPRL");
  });

  it("moves the entitlement and says so for good", async () => {
    const { licenses, licensee, stranger } = grants;
    expect((await licenses.read.recordOf([licenseId])).transferred).to.equal(false);
    expect(await holds(licenseId, licensee)).to.equal(true);
    await connection.viem.assertions.emitWithArgs(move(licenseId), licenses, "Transfer", [
      getAddress(licensee.address),
      getAddress(stranger.address),
      BigInt(licenseId),
    ]);
    expect(await holds(licenseId, licensee)).to.equal(false);
    expect(await holds(licenseId, stranger)).to.equal(true);
    expect(await licenses.read.ownerOf([BigInt(licenseId)])).to.equal(getAddress(stranger.address));
    const { holder, transferred } = await licenses.read.recordOf([licenseId]);
    expect([holder, transferred]).to.deep.equal([getAddress(stranger.address), true]);
    await move(licenseId, { from: stranger, to: licensee.address });
    expect((await licenses.read.recordOf([licenseId])).transferred).to.equal(true);
  });

  it("moves the right to register a recipe", async () => {
    await move(licenseId);
    const { ordinal } = await use(licenseId, grants.stranger);
    expect((await grants.licenses.read.recordOf([licenseId])).usedBy).to.equal(ordinal);
  });

  it("is open to whom the holder approves, once", async () => {
    const { licenses, licensee, relayer, stranger } = grants;
    await licenses.write.approve([relayer.address, BigInt(licenseId)], { account: licensee });
    await move(licenseId, { by: relayer });
    await expectMoveRefused(
      () => move(licenseId, { from: stranger, to: relayer.address, by: relayer }),
      "ERC721InsufficientApproval",
      [getAddress(relayer.address), BigInt(licenseId)],
    );
  });

  it("leaves the seller's plain license and other records alone", async () => {
    const { licenses, licensee, seller } = grants;
    await licenses.write.grantPlain([grants.assets(7), licensee.address, USAGES.commercial, DAY], { account: seller });
    const other = await granted(grants, transferable());
    await move(licenseId);
    expect(await licenses.read.hasLicense([licensee.address, grants.assets(7), USAGE.commercial])).to.equal(true);
    expect(await licenses.read.hasLicense([grants.stranger.address, grants.assets(7), USAGE.commercial])).to.equal(
      false,
    );
    expect(await holds(other, licensee)).to.equal(true);
  });

  it("ends the right of return, also back and forth and to oneself", async () => {
    const { licensee, stranger, licenses } = grants;
    for (const path of [[stranger.address], [stranger.address, licensee.address], [licensee.address]]) {
      const returnable = await granted(grants, transferable({ refundable: true }));
      let from = licensee;
      for (const to of path) {
        await move(returnable, { from, to });
        from = to === stranger.address ? stranger : licensee;
      }
      await expectMoveRefused(() => end(grants, returnable, STATUS.refunded), "LicensesTransferredLicense", [
        returnable,
      ]);
      expect((await licenses.read.recordOf([returnable])).status).to.equal(STATUS.granted);
    }
  });

  it("is possible after the expiry, and a renewal then is the new holder's", async () => {
    const expiry = (await connection.networkHelpers.time.latest()) + DAY;
    const short = await granted(grants, transferable({ expiry }));
    await connection.networkHelpers.time.increaseTo(expiry);
    await move(short);
    expect(await holds(short, grants.stranger)).to.equal(false);
    await renew(grants, short, DAY);
    expect(await holds(short, grants.stranger)).to.equal(true);
  });

  it("carries a revocation with it: the token is burned at its last owner", async () => {
    const { licenses, stranger } = grants;
    const revocable = await granted(grants, transferable({ revocable: true }));
    await move(revocable);
    await connection.viem.assertions.emitWithArgs(end(grants, revocable, STATUS.revoked), licenses, "Transfer", [
      getAddress(stranger.address),
      zeroAddress,
      BigInt(revocable),
    ]);
    expect(await holds(revocable, stranger)).to.equal(false);
    expect(await licenses.read.balanceOf([stranger.address])).to.equal(0n);
    expect((await licenses.read.recordOf([revocable])).holder).to.equal(getAddress(stranger.address));
  });

  it("announces itself as ERC-721 with metadata and updates of it", async () => {
    const supported = async (id: `0x${string}`) => grants.licenses.read.supportsInterface([id]);
    for (const id of ["0x01ffc9a7", "0x80ac58cd", "0x5b5e139f", "0x49064906"] as const) {
      expect(await supported(id)).to.equal(true);
    }
    expect(await supported("0xffffffff")).to.equal(false);
  });

  it("never touches a perpetual expiry", async () => {
    await move(licenseId);
    expect((await grants.licenses.read.recordOf([licenseId])).expiry).to.equal(PERPETUAL);
  });
});
