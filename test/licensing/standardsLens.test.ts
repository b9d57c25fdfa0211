import { expect } from "chai";
import { type Abi, type Address, getAddress, hexToBigInt, maxUint256, numberToHex, zeroAddress, zeroHash } from "viem";
import { connect, type Connection } from "../helpers/protocol.ts";
import { deployGrants, end, granted, grantOf, type Grants, type RecordGrant, STATUS, wholeOf } from "./grants.ts";
import {
  assetAt,
  bought,
  commitLot,
  DAY,
  derivativeOffer,
  type Hash,
  hashOf,
  PERPETUAL,
  publish,
  purchaseOf,
  type RecipeRecord,
  registerRecipe,
} from "./market.ts";
import { commitRuledLot } from "./rulers.ts";

/** A call takes less gas than a transaction may (EIP-7825). */
const MAX_GAS = 16_777_216;
const MAX_SPAN = 256;
const NOWHERE = "0x00000000000000000000000000000000000000aa";

const lensAt = (connection: Connection, address: Address) => connection.viem.getContractAt("StandardsLens", address);
type Lens = Awaited<ReturnType<typeof lensAt>>;

describe("StandardsLens", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let grants: Grants;
  const fixture = () => deployGrants(connection);

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    grants = await connection.networkHelpers.loadFixture(fixture);
  });

  const lensOf = () => lensAt(connection, grants.protocol.addressOf("StandardsLens"));

  const now = () => connection.networkHelpers.time.latest();

  const expectRefusedRead = async (read: (lens: Lens) => Promise<unknown>, error: string, args: unknown[]) => {
    const lens = await lensOf();
    await connection.viem.assertions.revertWithCustomErrorWithArgs(
      read(lens),
      lens,
      error as "StandardsLensUnknownToken",
      args as never,
    );
  };

  const record = async (overrides: Partial<RecordGrant> = {}) => {
    const licenseId = await granted(grants, grantOf(grants, { assetId: grants.assets(7), ...overrides }));
    return hexToBigInt(licenseId);
  };

  describe("ERC-5643", () => {
    it("refuses what is no license", async () => {
      const { licenses } = grants;
      const lens = await lensOf();
      for (const read of [lens.read.expiresAt([5n]), lens.read.isRenewable([5n])]) {
        await connection.viem.assertions.revertWithCustomErrorWithArgs(read, licenses, "LicensesUnknownLicense", [
          numberToHex(5n, { size: 32 }),
        ]);
      }
    });

    it("tells when a license is over", async () => {
      const lens = await lensOf();
      const expiry = (await now()) + DAY;
      expect(await lens.read.expiresAt([await record({ expiry })])).to.equal(BigInt(expiry));
      expect(await lens.read.expiresAt([await record()])).to.equal(BigInt(PERPETUAL));
      const ended = await record({ refundable: true });
      await end(grants, numberToHex(ended, { size: 32 }), STATUS.refunded);
      expect(await lens.read.expiresAt([ended])).to.equal(0n);
    });

    it("tells what the market would renew", async () => {
      const { market: contract } = grants.contracts;
      const lens = await lensOf();
      const lastSecond = (await now()) + 90 * DAY;
      const renewable = (licenseId: Hash) => lens.read.isRenewable([BigInt(licenseId)]);
      const sold = async (overrides: Parameters<typeof derivativeOffer>[1], salt = "a") => {
        const offerId = await publish(grants, derivativeOffer(grants, { salt: hashOf(salt), ...overrides }));
        return { offerId, licenseId: await bought(grants, purchaseOf(grants, offerId)) };
      };
      const { offerId, licenseId } = await sold({ end: lastSecond });
      const forever = await sold({ duration: PERPETUAL }, "b");
      const open = await sold({ refundWindow: 2 * DAY }, "c");
      expect([
        await renewable(licenseId),
        await renewable(forever.licenseId),
        await renewable(open.licenseId),
      ]).to.deep.equal([true, false, false]);
      await contract.write.renewLicense([licenseId, 25_000_000n, PERPETUAL, false], { account: grants.buyer });
      await connection.networkHelpers.time.increase(3 * DAY);
      await contract.write.finalizeLicense([open.licenseId, false]);
      expect(await renewable(open.licenseId)).to.equal(true);
      await contract.write.withdrawOffer([open.offerId], { account: grants.licensor });
      expect(await renewable(open.licenseId)).to.equal(false);
      await connection.networkHelpers.time.increaseTo(lastSecond);
      expect(await renewable(licenseId)).to.equal(false);
      expect((await contract.read.offerOf([offerId])).withdrawn).to.equal(false);
    });
  });

  describe("ERC-5218", () => {
    it("refuses what is not in force", async () => {
      const expiry = (await now()) + DAY;
      const over = await record({ expiry });
      await connection.networkHelpers.time.increaseTo(expiry);
      for (const id of [over, 5n]) {
        expect(await (await lensOf()).read.isLicenseActive([id])).to.equal(false);
        const getters: ((lens: Lens) => Promise<unknown>)[] = [
          (lens) => lens.read.getLicenseTokenId([id]),
          (lens) => lens.read.getParentLicenseId([id]),
          (lens) => lens.read.getLicenseHolder([id]),
          (lens) => lens.read.getLicenseURI([id]),
          (lens) => lens.read.getLicenseRevoker([id]),
        ];
        for (const getter of getters) await expectRefusedRead(getter, "StandardsLensInactiveLicense", [id]);
      }
    });

    it("tells what is licensed to whom, also of records that are no tokens", async () => {
      const lens = await lensOf();
      const { licenses, licensee } = grants;
      const licenseId = await record({ revocable: true });
      expect(await lens.read.isLicenseActive([licenseId])).to.equal(true);
      expect(await lens.read.getLicenseTokenId([licenseId])).to.equal(grants.assets(7));
      expect(await lens.read.getParentLicenseId([licenseId])).to.equal(0n);
      expect(await lens.read.getLicenseHolder([licenseId])).to.equal(getAddress(licensee.address));
      expect(await lens.read.getLicenseRevoker([licenseId])).to.equal(zeroAddress);
      expect(await lens.read.getLicenseURI([licenseId])).to.match(/^data:application\/json;base64,/);
      const token = await record({ transferable: true, assetId: wholeOf(grants.early) });
      expect(await lens.read.getLicenseURI([token])).to.equal(await licenses.read.tokenURI([token]));
      expect(await lens.read.getLicenseIdByTokenId([wholeOf(grants.early)])).to.equal(0n);
    });

    it("names the ruler of a revocable license", async () => {
      const lens = await lensOf();
      const { timelock, asset } = await commitRuledLot(grants);
      const revoker = async (revocable: boolean) =>
        lens.read.getLicenseRevoker([await record({ assetId: asset(1), revocable })]);
      expect(await revoker(true)).to.equal(getAddress(timelock));
      expect(await revoker(false)).to.equal(zeroAddress);
    });

    it("knows no license of a token that was never committed", async () => {
      const { registry } = grants.contracts;
      for (const asset of [grants.assets(300), 77n << 24n, maxUint256]) {
        await expectRefusedRead((lens) => lens.read.getLicenseIdByTokenId([asset]), "StandardsLensUnknownToken", [
          getAddress(registry.address),
          asset,
        ]);
      }
    });
  });

  describe("ERC-5521", () => {
    /** A recipe with one own parent per given recipe, each by its first asset. */
    const childOf = async (parents: { lot: bigint }[], salt: string): Promise<RecipeRecord & { lot: bigint }> => {
      const named = parents.map(({ lot }) => ({ asset: assetAt(lot, 0), licenseId: zeroHash, rate: 50_000 }));
      const child = await registerRecipe(grants, {
        licensor: grants.licensor.address,
        commitment: hashOf(salt),
        terms: { derivativeFloor: 0, ownerUsages: 0, secondaryRate: 50_000 },
        parents: named.sort((a, b) => (a.asset < b.asset ? -1 : 1)),
      });
      return { ...child, lot: await commitLot(grants, child, { account: grants.licensor, count: 1 }) };
    };

    it("refuses other collections and unknown tokens", async () => {
      const { registry, splitter } = grants.contracts;
      const count = BigInt(await registry.read.recipeCount());
      const getters: ((lens: Lens, token: readonly [Address, bigint]) => Promise<unknown>)[] = [
        (lens, token) => lens.read.referringOf(token),
        (lens, token) => lens.read.referredOf(token),
      ];
      for (const getter of getters) {
        await expectRefusedRead((lens) => getter(lens, [NOWHERE, 1n]), "StandardsLensForeignCollection", [
          getAddress(NOWHERE),
        ]);
        for (const ordinal of [0n, count + 1n, 2n ** 32n + 1n]) {
          await expectRefusedRead((lens) => getter(lens, [splitter.address, ordinal]), "StandardsLensUnknownToken", [
            getAddress(splitter.address),
            ordinal,
          ]);
        }
        await expectRefusedRead((lens) => getter(lens, [registry.address, 1n]), "StandardsLensUnknownToken", [
          getAddress(registry.address),
          1n,
        ]);
      }
      await expectRefusedRead(
        (lens) => lens.read.createdTimestampOf([splitter.address, 1n]),
        "StandardsLensForeignCollection",
        [getAddress(splitter.address)],
      );
    });

    it("lists parents and children of recipes, asked of their assets too", async () => {
      const lens = await lensOf();
      const { registry, splitter } = grants.contracts;
      const root = { ...grants.recipe, lot: grants.lot };
      const [first, second] = [await childOf([root], "first"), await childOf([root], "second")];
      const both = await childOf([first, second], "both");
      const listed = (ordinals: number[]) =>
        ordinals.length === 0 ? [[], []] : [[getAddress(splitter.address)], [ordinals.map(BigInt)]];
      for (const [recipe, parents, children] of [
        [root, [], [first.ordinal, second.ordinal]],
        [first, [root.ordinal], [both.ordinal]],
        [both, [first.ordinal, second.ordinal], []],
      ] as const) {
        for (const node of [
          [splitter.address, BigInt(recipe.ordinal)],
          [registry.address, assetAt(recipe.lot, 0)],
        ] as const) {
          expect(await lens.read.referringOf(node)).to.deep.equal(listed([...parents]));
          expect(await lens.read.referredOf(node)).to.deep.equal(listed([...children]));
        }
      }
      expect(await lens.read.childrenBetween([root.ordinal, second.ordinal, second.ordinal])).to.deep.equal([
        BigInt(second.ordinal),
      ]);
      expect(await lens.read.childrenBetween([root.ordinal, 0, 100])).to.deep.equal(
        [first.ordinal, second.ordinal].map(BigInt),
      );
      expect(await lens.read.childrenBetween([root.ordinal, 5, 4])).to.deep.equal([]);
    });

    it("tells when an asset was committed", async () => {
      const lens = await lensOf();
      const { registry } = grants.contracts;
      const { committedAt } = await registry.read.lotOf([grants.late.lotId]);
      expect(await lens.read.createdTimestampOf([registry.address, grants.late.assetId(1)])).to.equal(
        BigInt(committedAt),
      );
    });

    it("searches no more recipes than a call can, each with as many parents as there may be", async function () {
      this.timeout(120_000);
      const lens = await lensOf();
      await expectRefusedRead((at) => at.read.childrenBetween([1, 1, MAX_SPAN + 1]), "StandardsLensTooLong", [
        BigInt(MAX_SPAN + 1),
        BigInt(MAX_SPAN),
      ]);
      await lens.read.childrenBetween([1, 1, MAX_SPAN]);
      const parents: { lot: bigint }[] = [];
      for (let i = 0; i < 16; i++) parents.push(await childOf([], `parent ${i}`));
      const children: RecipeRecord[] = [];
      for (let i = 0; i < 4; i++) children.push(await childOf(parents, `child ${i}`));
      const [from, to] = [(children[0] as RecipeRecord).ordinal, (children.at(-1) as RecipeRecord).ordinal];
      const gasOf = (first: number, last: number) =>
        grants.protocol.publicClient.estimateContractGas({
          ...{ address: lens.address, abi: lens.abi, functionName: "childrenBetween" },
          args: [grants.recipe.ordinal, first, last],
          account: grants.relayer,
        });
      const [four, one] = [await gasOf(from, to), await gasOf(from, from)];
      const each = Number(four - one) / 3;
      expect(Number(one) + each * (MAX_SPAN - 1)).to.be.below(MAX_GAS);
    });

    describe("ERC-8034", () => {
      it("refuses other collections and unknown tokens", async () => {
        const { registry } = grants.contracts;
        await expectRefusedRead(
          (lens) => lens.read.getReferenceRoyaltyInfo([NOWHERE, 1n]),
          "StandardsLensForeignCollection",
          [getAddress(NOWHERE)],
        );
        await expectRefusedRead(
          (lens) => lens.read.getReferenceRoyaltyInfo([registry.address, 1n, 100n]),
          "StandardsLensUnknownToken",
          [getAddress(registry.address), 1n],
        );
      });

      it("names one receiver, behind which the whole lineage is paid", async () => {
        const lens = await lensOf();
        const { registry, splitter } = grants.contracts;
        const child = await childOf([{ lot: grants.lot }], "with a rate");
        const asset = assetAt(child.lot, 0);
        const [recipient, royaltyAmount] = await registry.read.royaltyInfo([asset, 12_345n]);
        expect(recipient).to.equal(await splitter.read.receiverOf([child.ordinal]));
        expect(royaltyAmount).to.equal(617n);
        expect(await lens.read.getReferenceRoyaltyInfo([registry.address, asset, 12_345n])).to.deep.equal({
          royaltyInfos: [{ recipient, royaltyAmount }],
          referenceDepth: maxUint256,
        });
        expect(await lens.read.getReferenceRoyaltyInfo([registry.address, asset])).to.deep.equal({
          royaltyInfos: [{ recipient, royaltyAmount: 500n }],
          referenceDepth: maxUint256,
        });
      });

      it("names nobody where a recipe asks nothing of resales", async () => {
        const lens = await lensOf();
        const { registry } = grants.contracts;
        const none = { royaltyInfos: [], referenceDepth: maxUint256 };
        expect(await lens.read.getReferenceRoyaltyInfo([registry.address, grants.assets(0), 100n])).to.deep.equal(none);
        expect(await lens.read.getReferenceRoyaltyInfo([registry.address, grants.assets(0)])).to.deep.equal(none);
      });
    });
  });

  it("announces no standard, because it changes nothing", async () => {
    const lens = await lensOf();
    const functions = (lens.abi as Abi).filter((item) => item.type === "function");
    expect(functions.filter(({ stateMutability }) => stateMutability !== "view")).to.deep.equal([]);
    expect(functions.map(({ name }) => name)).not.to.include("supportsInterface");
  });
});
