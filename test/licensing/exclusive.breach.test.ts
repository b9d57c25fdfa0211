import { expect } from "chai";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import type { BuiltLot } from "../registry/registry.ts";
import {
  commitTree,
  deployGrants,
  end,
  exclusiveOf,
  granted,
  grantOf,
  type Grants,
  record,
  renew,
  sellPlain,
  STATUS,
  wholeOf,
} from "./grants.ts";
import { DAY, GAS, type Hash, hashOf } from "./market.ts";

describe("proveBreach", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let grants: Grants;
  const fixture = () => deployGrants(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    grants = await connection.networkHelpers.loadFixture(fixture);
  });

  const pass = (seconds: number) => connection.networkHelpers.time.increase(seconds);
  const inDays = async (days: number) => (await connection.networkHelpers.time.latest()) + days * DAY;

  /** A lot whose first two assets are the same file. */
  const commitCopies = (): Promise<BuiltLot> => commitTree(grants, grants.recipe.id, grants.licensor, [0, 0, 1]);

  const expectRefusedWith = (call: () => Promise<Hash>, error: string, args: readonly unknown[]) =>
    expectRefused(grants.protocol, call, { by: grants.licenses, error: error as "LicensesNoBreach", args });

  const prove = (licenseId: Hash, lot: BuiltLot, index = 0, leaf = lot.leaf(index)) =>
    grants.licenses.write.proveBreach([licenseId, lot.assetId(index), leaf, lot.proof(index)], {
      account: grants.relayer,
      gas: GAS,
    });

  it("refuses a missing license", async () => {
    const missing = hashOf("nothing");
    await expectRefusedWith(() => prove(missing, grants.late), "LicensesUnknownLicense", [missing]);
  });

  it("refuses an ended license", async () => {
    const licenseId = await granted(grants, exclusiveOf(grants, grants.early, 0, { refundable: true }));
    await end(grants, licenseId, STATUS.refunded);
    await expectRefusedWith(() => prove(licenseId, grants.late), "LicensesEndedLicense", [licenseId, STATUS.refunded]);
  });

  it("refuses a license that is not exclusive", async () => {
    const licenseId = await granted(grants, grantOf(grants));
    await expectRefusedWith(() => prove(licenseId, grants.late), "LicensesNotExclusive", [licenseId]);
  });

  it("refuses an expired license in the second of its expiry", async () => {
    const expiry = await inDays(30);
    const licenseId = await granted(grants, exclusiveOf(grants, grants.early, 0, { expiry }));
    await connection.networkHelpers.time.setNextBlockTimestamp(expiry);
    await expectRefusedWith(() => prove(licenseId, grants.late), "LicensesExpiredLicense", [licenseId, expiry]);
  });

  it("refuses the licensed asset itself, another content, a wrong proof and an unknown lot", async () => {
    const { early, late } = grants;
    const licenseId = await granted(grants, exclusiveOf(grants, early));
    await expectRefusedWith(() => prove(licenseId, early), "LicensesNoBreach", [licenseId, early.assetId(0)]);
    await expectRefusedWith(() => prove(licenseId, late, 1), "LicensesNoBreach", [licenseId, late.assetId(1)]);
    await expectRefusedWith(() => prove(licenseId, late, 1, late.leaf(0)), "LicensesNoBreach", [
      licenseId,
      late.assetId(1),
    ]);
    const nowhere = { ...late, assetId: () => 77n << 24n };
    await expectRefusedWith(() => prove(licenseId, nowhere), "LicensesNoBreach", [licenseId, 77n << 24n]);
  });

  it("refuses a copy that was committed earlier: the first maker loses nothing", async () => {
    const { early, late } = grants;
    const licenseId = await granted(grants, exclusiveOf(grants, late));
    await expectRefusedWith(() => prove(licenseId, early), "LicensesNoBreach", [licenseId, early.assetId(0)]);
    await sellPlain(grants, early.assetId(0));
  });

  it("refuses a copy of the same second: of two makers nobody can say who was first, so neither stops the other", async () => {
    const client = await connection.viem.getTestClient();
    await client.setAutomine(false);
    const [one, other] = [await commitCopies(), await commitCopies()];
    await client.mine({ blocks: 1 });
    await client.setAutomine(true);
    const licenseId = await granted(grants, exclusiveOf(grants, one));
    await expectRefusedWith(() => prove(licenseId, other), "LicensesNoBreach", [licenseId, other.assetId(0)]);
    const second = await granted(grants, exclusiveOf(grants, other));
    await expectRefusedWith(() => prove(second, one), "LicensesNoBreach", [second, one.assetId(0)]);
  });

  it("stops every sale of the copy while the license is in force, and of its lot as a whole", async () => {
    const { licenses, early, late } = grants;
    const expiry = await inDays(30);
    await sellPlain(grants, late.assetId(0));
    const earlier = await granted(grants, grantOf(grants, { assetId: late.assetId(0) }));
    const licenseId = await granted(grants, exclusiveOf(grants, early, 0, { expiry }));
    await connection.viem.assertions.emitWithArgs(prove(licenseId, late), licenses, "BreachProved", [
      licenseId,
      late.assetId(0),
    ]);
    expect(await licenses.read.exclusiveOf([late.assetId(0)])).to.equal(licenseId);
    for (const sale of [
      () => sellPlain(grants, late.assetId(0)),
      () => record(grants, grantOf(grants, { assetId: late.assetId(0) })),
      () => renew(grants, earlier, DAY),
    ]) {
      await expectRefusedWith(sale, "LicensesExclusiveAsset", [late.assetId(0), licenseId]);
    }
    await expectRefusedWith(() => sellPlain(grants, wholeOf(late)), "LicensesExclusiveLot", [late.lotId]);
    await sellPlain(grants, late.assetId(1));
    expect((await licenses.read.recordOf([earlier])).status).to.equal(STATUS.granted);

    await connection.networkHelpers.time.increaseTo(expiry);
    await sellPlain(grants, late.assetId(0));
    await licenses.write.releaseExclusive([late.assetId(0)]);
    await sellPlain(grants, wholeOf(late));
  });

  it("stops the copy's own exclusive license from being renewed, and leaves it in force", async () => {
    const { licenses, early, late } = grants;
    const copy = await granted(grants, exclusiveOf(grants, late));
    const original = await granted(grants, exclusiveOf(grants, early, 0, { expiry: await inDays(30) }));
    await prove(original, late);
    await expectRefusedWith(() => renew(grants, copy, DAY), "LicensesExclusiveAsset", [late.assetId(0), original]);
    await pass(31 * DAY);
    expect(await licenses.read.exclusiveOf([late.assetId(0)])).to.equal(copy);
    await expectRefusedWith(() => sellPlain(grants, late.assetId(0)), "LicensesExclusiveAsset", [
      late.assetId(0),
      copy,
    ]);
  });

  it("reaches copies in the same lot", async () => {
    const { early } = grants;
    const lot = await commitCopies();
    const licenseId = await granted(grants, exclusiveOf(grants, lot));
    await prove(licenseId, lot, 1);
    await expectRefusedWith(() => sellPlain(grants, lot.assetId(1)), "LicensesExclusiveAsset", [
      lot.assetId(1),
      licenseId,
    ]);
    await sellPlain(grants, early.assetId(1));
  });

  it("is refused again, but for a license that lasts longer and cannot end early", async () => {
    const { licenses, early, late } = grants;
    const third = await commitTree(grants, grants.recipe.id, grants.licensor);
    const loose = await granted(grants, exclusiveOf(grants, late, 0, { expiry: await inDays(60), revocable: true }));
    const short = await granted(grants, exclusiveOf(grants, early, 0, { expiry: await inDays(30) }));
    await prove(short, third);
    for (const licenseId of [short, loose]) {
      await expectRefusedWith(() => prove(licenseId, third), "LicensesExclusiveAsset", [third.assetId(0), short]);
    }
    await pass(31 * DAY);
    await prove(loose, third);
    const firm = await granted(grants, exclusiveOf(grants, early, 0, { expiry: await inDays(60) }));
    await prove(firm, third);
    await expectRefusedWith(() => prove(loose, third), "LicensesExclusiveAsset", [third.assetId(0), firm]);
    expect(await licenses.read.exclusivesIn([third.lotId])).to.deep.equal([0, 1]);
  });

  it("is proved anew for a license that comes back after the copy was released", async () => {
    const { licenses, early, late } = grants;
    const licenseId = await granted(grants, exclusiveOf(grants, early, 0, { expiry: await inDays(30) }));
    await prove(licenseId, late);
    await pass(31 * DAY);
    await licenses.write.releaseExclusive([late.assetId(0)]);
    await renew(grants, licenseId, 30 * DAY);
    await sellPlain(grants, late.assetId(0));
    await prove(licenseId, late);
    await expectRefusedWith(() => sellPlain(grants, late.assetId(0)), "LicensesExclusiveAsset", [
      late.assetId(0),
      licenseId,
    ]);
  });

  it("is undone by a return of the license", async () => {
    const { licenses, early, late } = grants;
    const licenseId = await granted(grants, exclusiveOf(grants, early, 0, { refundable: true }));
    await prove(licenseId, late);
    await expectRefusedWith(
      () => licenses.write.releaseExclusive([late.assetId(0)], { gas: GAS }),
      "LicensesNothingToRelease",
      [late.assetId(0)],
    );
    await end(grants, licenseId, STATUS.refunded);
    await sellPlain(grants, late.assetId(0));
    await licenses.write.releaseExclusive([late.assetId(0)]);
    await sellPlain(grants, wholeOf(late));
  });
});
