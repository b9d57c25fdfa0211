import { expect } from "chai";
import { zeroHash } from "viem";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import type { BuiltLot } from "../registry/registry.ts";
import {
  closeRefund,
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
import { DAY, GAS, type Hash, PERPETUAL } from "./market.ts";

const FIRST = ["plain", "record", "exclusive", "plain of the whole lot", "record of the whole lot"] as const;
const STATES = ["live", "expired", "refunded", "revoked"] as const;
type Sold = (typeof FIRST)[number];
type State = (typeof STATES)[number];

describe("exclusive licenses", () => {
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
  const pass = (seconds: number) => connection.networkHelpers.time.increase(seconds);
  const inDays = async (days: number) => (await now()) + days * DAY;

  const expectSaleRefused = (call: () => Promise<Hash>, error: string, args: readonly unknown[]) =>
    expectRefused(grants.protocol, call, { by: grants.licenses, error: error as "LicensesSoldAsset", args });

  /** Sells one license of the early lot; resolves to the record's id, if there is one. */
  const sell = async (sold: Sold, { state = "live", index = 0 } = {}): Promise<Hash | undefined> => {
    const terms = {
      expiry: state === "expired" ? await inDays(30) : PERPETUAL,
      refundable: state === "refunded",
      revocable: state === "revoked",
    };
    const whole = wholeOf(grants.early);
    const assetId = grants.early.assetId(index);
    const duration = state === "expired" ? 30 * DAY : PERPETUAL;
    if (sold === "exclusive") return granted(grants, exclusiveOf(grants, grants.early, index, terms));
    if (sold === "record") return granted(grants, grantOf(grants, { assetId, ...terms }));
    if (sold === "record of the whole lot") return granted(grants, grantOf(grants, { assetId: whole, ...terms }));
    await sellPlain(grants, sold === "plain" ? assetId : whole, duration);
    return undefined;
  };

  const bring = async (licenseId: Hash | undefined, state: State) => {
    if (state === "expired") await pass(31 * DAY);
    if (state === "refunded") await end(grants, licenseId as Hash, STATUS.refunded);
    if (state === "revoked") await end(grants, licenseId as Hash, STATUS.revoked);
  };

  interface Expected {
    error: string;
    args: readonly unknown[];
  }

  /** The rule in one place, in words of its own: what stands against `second` after `first`. */
  const refusalOf = (first: Sold, state: State, second: Sold, licenseId?: Hash): Expected | undefined => {
    const { early } = grants;
    if (first !== "exclusive") {
      if (second !== "exclusive" || state === "refunded") return undefined;
      return { error: "LicensesSoldAsset", args: [first.endsWith("whole lot") ? wholeOf(early) : early.assetId(0)] };
    }
    if (state !== "live") return undefined;
    if (second.endsWith("whole lot")) return { error: "LicensesExclusiveLot", args: [early.lotId] };
    return { error: "LicensesExclusiveAsset", args: [early.assetId(0), licenseId] };
  };

  describe("against every other sale, in both orders", () => {
    for (const first of FIRST) {
      for (const state of first.startsWith("plain") ? STATES.slice(0, 2) : STATES) {
        it(`after ${first}, ${state}`, async () => {
          const licenseId = await sell(first, { state });
          await bring(licenseId, state);
          for (const second of FIRST) {
            const snapshot = await connection.networkHelpers.takeSnapshot();
            const expected = refusalOf(first, state, second, licenseId);
            if (expected === undefined) await sell(second);
            else await expectSaleRefused(() => sell(second) as Promise<Hash>, expected.error, expected.args);
            await snapshot.restore();
          }
        });
      }
    }
  });

  it("are refused while another license may still be returned, and for ever once it is final", async () => {
    const { licenses, early } = grants;
    for (const [index, assetId] of [early.assetId(0), wholeOf(early)].entries()) {
      const first = await granted(grants, grantOf(grants, { assetId, refundable: true }));
      const second = await granted(grants, grantOf(grants, { assetId, refundable: true, revocable: true }));
      const sale = () => record(grants, exclusiveOf(grants, early, 0));
      await end(grants, first, STATUS.refunded);
      expect(await licenses.read.soldOf([assetId])).to.deep.equal([true, false]);
      await expectSaleRefused(sale, "LicensesSoldAsset", [assetId]);
      if (index === 0) {
        await end(grants, second, STATUS.revoked);
        expect(await licenses.read.soldOf([assetId])).to.deep.equal([false, false]);
        continue;
      }
      await closeRefund(grants, second);
      await end(grants, second, STATUS.revoked);
      expect(await licenses.read.soldOf([assetId])).to.deep.equal([true, false]);
      await expectSaleRefused(sale, "LicensesSoldAsset", [assetId]);
    }
  });

  it("leave other assets of the lot, and other lots, for sale", async () => {
    await sell("exclusive");
    await sellPlain(grants, grants.early.assetId(1));
    await granted(grants, exclusiveOf(grants, grants.early, 2));
    await sellPlain(grants, wholeOf(grants.late));
    expect(await grants.licenses.read.exclusiveOf([grants.early.assetId(1)])).to.equal(zeroHash);
  });

  it("are refused without a content", async () => {
    const assetId = grants.early.assetId(0);
    const grant = exclusiveOf(grants, grants.early, 0, { contentHash: zeroHash });
    await expectSaleRefused(() => record(grants, grant), "LicensesNoContent", [assetId]);
  });

  it("are found by their asset while they are in force, with their content", async () => {
    const { licenses, early } = grants;
    const expiry = await inDays(30);
    const licenseId = await granted(grants, exclusiveOf(grants, early, 3, { expiry }));
    expect(await licenses.read.exclusiveOf([early.assetId(3)])).to.equal(licenseId);
    expect(await licenses.read.contentHashOf([licenseId])).to.equal(early.leaf(3).contentHash);
    expect(await licenses.read.exclusivesIn([early.lotId])).to.deep.equal([expiry, 0]);
    expect(await licenses.read.soldOf([early.assetId(3)])).to.deep.equal([false, true]);
    expect(await licenses.read.soldOf([wholeOf(early)])).to.deep.equal([false, true]);
    expect((await licenses.read.recordOf([licenseId])).exclusive).to.equal(true);
    await connection.networkHelpers.time.increaseTo(expiry);
    expect(await licenses.read.exclusiveOf([early.assetId(3)])).to.equal(zeroHash);
  });

  describe("as sales of a lot as a whole see them", () => {
    const expectWholeLot = async (forSale: boolean) => {
      const sale = () => sellPlain(grants, wholeOf(grants.early));
      if (forSale) {
        await sale();
        return;
      }
      await expectSaleRefused(sale, "LicensesExclusiveLot", [grants.early.lotId]);
    };

    it("stand until the last of them is over", async () => {
      const [short, long] = [await inDays(10), await inDays(20)];
      await granted(grants, exclusiveOf(grants, grants.early, 0, { expiry: long }));
      await granted(grants, exclusiveOf(grants, grants.early, 1, { expiry: short }));
      await connection.networkHelpers.time.setNextBlockTimestamp(long - 1);
      await expectWholeLot(false);
      await connection.networkHelpers.time.increaseTo(long);
      await expectWholeLot(true);
    });

    it("cannot be blocked for longer by buying and returning, however often", async () => {
      for (let round = 0; round < 5; round++) {
        const licenseId = await granted(grants, exclusiveOf(grants, grants.early, round, { refundable: true }));
        await expectWholeLot(false);
        await end(grants, licenseId, STATUS.refunded);
        expect(await grants.licenses.read.exclusivesIn([grants.early.lotId])).to.deep.equal([0, 0]);
      }
      await expectWholeLot(true);
    });

    it("stand until their expiry once they can no longer be returned", async () => {
      const expiry = await inDays(30);
      const licenseId = await granted(grants, exclusiveOf(grants, grants.early, 0, { expiry, refundable: true }));
      expect(await grants.licenses.read.exclusivesIn([grants.early.lotId])).to.deep.equal([0, 1]);
      await closeRefund(grants, licenseId);
      expect(await grants.licenses.read.exclusivesIn([grants.early.lotId])).to.deep.equal([expiry, 0]);
      await expectWholeLot(false);
      await connection.networkHelpers.time.increaseTo(expiry);
      await expectWholeLot(true);
    });

    it("stand while one of several is open, and are counted to zero", async () => {
      const first = await granted(grants, exclusiveOf(grants, grants.early, 0, { revocable: true }));
      const second = await granted(grants, exclusiveOf(grants, grants.early, 1, { revocable: true, refundable: true }));
      await end(grants, first, STATUS.revoked);
      await expectWholeLot(false);
      await closeRefund(grants, second);
      expect(await grants.licenses.read.exclusivesIn([grants.early.lotId])).to.deep.equal([0, 1]);
      await end(grants, second, STATUS.revoked);
      await expectWholeLot(true);
    });
  });

  describe("that could have ended early", () => {
    const releaseOf = (lot: BuiltLot, index: number) =>
      grants.licenses.write.releaseExclusive([lot.assetId(index)], { account: grants.relayer, gas: GAS });

    it("are not released before they are over", async () => {
      const { early } = grants;
      const expiry = await inDays(30);
      await granted(grants, exclusiveOf(grants, early, 0, { expiry, revocable: true }));
      for (const index of [0, 1]) {
        await expectSaleRefused(() => releaseOf(early, index), "LicensesNothingToRelease", [early.assetId(index)]);
      }
      await connection.networkHelpers.time.setNextBlockTimestamp(expiry - 1);
      await expectSaleRefused(() => releaseOf(early, 0), "LicensesNothingToRelease", [early.assetId(0)]);
    });

    it("are released by anyone once they are over, and only once", async () => {
      const { licenses, early, late } = grants;
      const expiry = await inDays(30);
      await granted(grants, exclusiveOf(grants, early, 0, { expiry, revocable: true }));
      await connection.networkHelpers.time.increaseTo(expiry);
      await expectSaleRefused(() => sellPlain(grants, wholeOf(early)), "LicensesExclusiveLot", [early.lotId]);
      await expectSaleRefused(() => record(grants, exclusiveOf(grants, late)), "LicensesExclusiveContent", [
        early.leaf(0).contentHash,
        (found: Hash) => found !== zeroHash,
      ]);
      await connection.viem.assertions.emitWithArgs(releaseOf(early, 0), licenses, "ExclusiveReleased", [
        early.assetId(0),
      ]);
      expect(await licenses.read.exclusivesIn([early.lotId])).to.deep.equal([0, 0]);
      await expectSaleRefused(() => releaseOf(early, 0), "LicensesNothingToRelease", [early.assetId(0)]);
      await granted(grants, exclusiveOf(grants, late));
      await sellPlain(grants, wholeOf(early));
    });

    it("give way to the next one of their asset without a release", async () => {
      const { licenses, early } = grants;
      const expiry = await inDays(30);
      await granted(grants, exclusiveOf(grants, early, 0, { expiry, revocable: true, refundable: true }));
      await connection.networkHelpers.time.increaseTo(expiry);
      const next = await granted(grants, exclusiveOf(grants, early, 0, { refundable: true }));
      expect(await licenses.read.exclusivesIn([early.lotId])).to.deep.equal([0, 1]);
      await end(grants, next, STATUS.refunded);
      await sellPlain(grants, wholeOf(early));
    });

    it("are counted again when they are renewed", async () => {
      const { licenses, early } = grants;
      const expiry = await inDays(30);
      const licenseId = await granted(grants, exclusiveOf(grants, early, 0, { expiry, revocable: true }));
      await connection.networkHelpers.time.increaseTo(expiry);
      await releaseOf(early, 0);
      await renew(grants, licenseId, 30 * DAY);
      expect(await licenses.read.exclusivesIn([early.lotId])).to.deep.equal([0, 1]);
      await renew(grants, licenseId, 30 * DAY);
      expect(await licenses.read.exclusivesIn([early.lotId])).to.deep.equal([0, 1]);
      await end(grants, licenseId, STATUS.revoked);
      expect(await licenses.read.exclusivesIn([early.lotId])).to.deep.equal([0, 0]);
    });

    it("stay out of the counts when they end after their release", async () => {
      const { licenses, early } = grants;
      const expiry = await inDays(1);
      const licenseId = await granted(grants, exclusiveOf(grants, early, 0, { expiry, refundable: true }));
      await connection.networkHelpers.time.increaseTo(expiry);
      await releaseOf(early, 0);
      await end(grants, licenseId, STATUS.refunded);
      expect(await licenses.read.exclusivesIn([early.lotId])).to.deep.equal([0, 0]);
    });
  });

  describe("when they are renewed", () => {
    it("extend what they hold", async () => {
      const { licenses, early } = grants;
      const expiry = await inDays(30);
      const licenseId = await granted(grants, exclusiveOf(grants, early, 0, { expiry }));
      await renew(grants, licenseId, 10 * DAY);
      expect(await licenses.read.exclusivesIn([early.lotId])).to.deep.equal([expiry + 10 * DAY, 0]);
      await connection.networkHelpers.time.increaseTo(expiry);
      await expectSaleRefused(() => sellPlain(grants, early.assetId(0)), "LicensesExclusiveAsset", [
        early.assetId(0),
        licenseId,
      ]);
    });

    it("come back after their expiry if nothing was sold since", async () => {
      const { licenses, early } = grants;
      const licenseId = await granted(grants, exclusiveOf(grants, early, 0, { expiry: await inDays(30) }));
      await pass(60 * DAY);
      await renew(grants, licenseId, 30 * DAY);
      expect(await licenses.read.exclusiveOf([early.assetId(0)])).to.equal(licenseId);
      expect((await licenses.read.recordOf([licenseId])).expiry).to.equal((await now()) + 30 * DAY);
    });

    for (const sold of ["plain", "record", "plain of the whole lot"] as const) {
      it(`do not come back after a ${sold}`, async () => {
        const licenseId = await granted(grants, exclusiveOf(grants, grants.early, 0, { expiry: await inDays(30) }));
        await pass(60 * DAY);
        await sell(sold);
        const assetId = sold.endsWith("lot") ? wholeOf(grants.early) : grants.early.assetId(0);
        await expectSaleRefused(() => renew(grants, licenseId, DAY), "LicensesSoldAsset", [assetId]);
      });
    }

    it("do not come back beside a later exclusive license, but after it", async () => {
      const { licenses, early } = grants;
      const first = await granted(grants, exclusiveOf(grants, early, 0, { expiry: await inDays(30) }));
      await pass(60 * DAY);
      const second = await granted(grants, exclusiveOf(grants, early, 0, { expiry: await inDays(30) }));
      await expectSaleRefused(() => renew(grants, first, DAY), "LicensesExclusiveAsset", [early.assetId(0), second]);
      await pass(60 * DAY);
      await renew(grants, first, 30 * DAY);
      expect(await licenses.read.exclusiveOf([early.assetId(0)])).to.equal(first);
      await expectSaleRefused(() => renew(grants, second, DAY), "LicensesExclusiveAsset", [early.assetId(0), first]);
    });
  });

  describe("of the same content", () => {
    const contentHash = () => grants.early.leaf(0).contentHash;

    it("are refused in a later lot while one is in force, allowed when it is over", async () => {
      const { early, late } = grants;
      const expiry = await inDays(30);
      const licenseId = await granted(grants, exclusiveOf(grants, early, 0, { expiry }));
      await expectSaleRefused(() => record(grants, exclusiveOf(grants, late)), "LicensesExclusiveContent", [
        contentHash(),
        licenseId,
      ]);
      await connection.networkHelpers.time.increaseTo(expiry);
      await granted(grants, exclusiveOf(grants, late));
    });

    it("are sold by the earlier maker although a copyist was faster", async () => {
      const { licenses, early, late } = grants;
      const copy = await granted(grants, exclusiveOf(grants, late));
      const original = await granted(grants, exclusiveOf(grants, early));
      expect(await licenses.read.exclusiveOf([late.assetId(0)])).to.equal(copy);
      expect(await licenses.read.exclusiveOf([early.assetId(0)])).to.equal(original);
    });

    it("are sold by the first maker again and again while a copyist's lasts", async () => {
      const { licenses, early, late } = grants;
      await granted(grants, exclusiveOf(grants, late));
      for (let round = 0; round < 3; round++) {
        const licenseId = await granted(grants, exclusiveOf(grants, early, 0, { expiry: await inDays(30) }));
        expect(await licenses.read.exclusiveOf([early.assetId(0)])).to.equal(licenseId);
        await pass(31 * DAY);
        await renew(grants, licenseId, DAY);
        await pass(2 * DAY);
      }
    });

    it("do not slip in behind a short one of an earlier maker while a longer one lives", async () => {
      const { early, late } = grants;
      const third = await commitTree(grants, grants.recipe.id, grants.licensor);
      await granted(grants, exclusiveOf(grants, late));
      const short = await granted(grants, exclusiveOf(grants, early, 0, { expiry: await inDays(1) }));
      await pass(2 * DAY);
      await expectSaleRefused(() => record(grants, exclusiveOf(grants, third)), "LicensesExclusiveContent", [
        contentHash(),
        short,
      ]);
    });

    it("are refused twice in one lot", async () => {
      const { early } = grants;
      const licenseId = await granted(grants, exclusiveOf(grants, early));
      const again = exclusiveOf(grants, early, 1, { contentHash: contentHash() });
      await expectSaleRefused(() => record(grants, again), "LicensesExclusiveContent", [contentHash(), licenseId]);
    });

    it("are free again after each return", async () => {
      const { early, late } = grants;
      for (let round = 0; round < 3; round++) {
        const licenseId = await granted(grants, exclusiveOf(grants, late, 0, { refundable: true }));
        await end(grants, licenseId, STATUS.refunded);
      }
      const revoked = await granted(grants, exclusiveOf(grants, early, 0, { revocable: true }));
      await end(grants, revoked, STATUS.revoked);
      await granted(grants, exclusiveOf(grants, late));
    });
  });
});
