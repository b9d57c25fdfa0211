import { expect } from "chai";
import type { OfferArgs, Order } from "@imprimatur/sdk";
import { issueCertificate, offerWithText, verifyCertificate, verifyLicenseText } from "@imprimatur/sdk/legal";
import { toLeaf } from "@imprimatur/sdk/merkle";
import { type Address, type Hex, keccak256, sha256, stringToHex, toHex, zeroHash } from "viem";
import { deployPermit2, PERMIT2 } from "../../scripts/deploy/index.ts";
import { expectError, expectRefusal, setStage, type Stage, YEAR } from "./fixture.ts";
import { fund } from "./market.ts";

const PRICE = 25_000_000n;
const SELLER = 1;
const BUYER = 5;
const COLLEAGUE = 6;
const HEIR = 7;
const RELAYER = 8;
const DAY = 86_400n;

const approveAbi = [
  {
    type: "function",
    name: "approve",
    stateMutability: "nonpayable",
    inputs: [{ type: "address" }, { type: "uint256" }],
    outputs: [],
  },
] as const;

describe("sdk: what a buyer holds", () => {
  let stage: Stage;
  let token: Address;
  let recipeId: Hex;
  let assetId: bigint;
  const leaf = toLeaf({ contentHash: sha256(stringToHex("work")) });

  before(async () => {
    stage = await setStage();
    token = await fund(stage, "TestUSDC", stage.addressOf(BUYER), 100n * PRICE);
    const [wallet] = stage.protocol.wallets;
    await deployPermit2({ publicClient: stage.protocol.publicClient, walletClient: wallet! });
    await approve(stage.addresses.royaltySplitter, 100n * PRICE);
    const licensor = stage.addressOf(SELLER);
    const split = [{ account: licensor, weight: 1_000_000 }];
    const seller = stage.as(SELLER);
    ({ recipeId } = await seller.registerRecipeAndWait({ licensor, kind: "work", split }));
    ({ assetId } = await seller.registerAndWait({ recipeId, nonce: 1n, leaf }));
  });

  const approve = (spender: Address, amount: bigint) =>
    stage.as(BUYER).writeContract({
      address: token,
      abi: approveAbi,
      functionName: "approve",
      args: [spender, amount],
    });

  const addresses = () => stage.addresses;
  const allowed = (account: number, usage: "personal" | "commercial" | "derivative", at?: bigint) =>
    stage.reader.verifyLicense({
      ...{ account: stage.addressOf(account), assetId, usage, fromBlock: 0n },
      ...(at === undefined ? {} : { at }),
    });

  async function sell(terms: Pick<OfferArgs, "usages"> & Partial<OfferArgs>): Promise<Hex> {
    const end = (await stage.now()) + YEAR;
    const salt = keccak256(toHex(await stage.now()));
    const offer = { recipeId, token, price: PRICE, duration: 30n * DAY, end, salt, ...terms };
    return (await stage.as(SELLER).publishOfferAndWait(offer)).offerId;
  }

  async function buy(offerId: Hex, { seats = 1, ...order }: Partial<Order> & { seats?: number } = {}): Promise<Hex> {
    const licensee = stage.addressOf(BUYER);
    const maxTotal = PRICE * BigInt(seats);
    const purchase = await stage.reader.toPurchase({ offerId, assetId, licensee, maxTotal, seats });
    return (await stage.as(BUYER).purchaseOrderAndWait({ ...order, purchase })).purchaseId;
  }

  /** Undoes what a test does to the chain. */
  async function undone(act: () => Promise<void>): Promise<void> {
    const snapshot = await stage.protocol.connection.networkHelpers.takeSnapshot();
    try {
      await act();
    } finally {
      await snapshot.restore();
    }
  }

  it("is nothing before a purchase", () =>
    undone(async () => {
      expect(await allowed(BUYER, "commercial")).to.deep.include({ licensed: false, rights: [] });
      const question = { account: stage.addressOf(BUYER), assetId, usage: "commercial", fromBlock: 0n } as const;
      await expectError("LicenseMissingError", () =>
        issueCertificate(stage.reader, { addresses: addresses(), ...question }),
      );
    }));

  it("is a plain license: certified, verified by others, and over in time", () =>
    undone(async () => {
      const before = await stage.reader.getBlockNumber({ cacheTime: 0 });
      const end = (await stage.now()) + YEAR;
      const terms = { recipeId, token, price: PRICE, duration: 30n * DAY, end };
      const { offer, markdown, textHash } = offerWithText({ preset: "commercial", offer: terms });
      const { offerId } = await stage.as(SELLER).publishOfferAndWait(offer);
      await buy(offerId);
      const [right] = (await allowed(BUYER, "commercial")).rights;
      expect(right).to.deep.include({ kind: "plain", assetId });
      expect((await allowed(BUYER, "derivative")).licensed).to.equal(false);
      expect((await allowed(HEIR, "commercial")).licensed).to.equal(false);
      expect((await allowed(BUYER, "commercial", before)).licensed).to.equal(false);

      const account = stage.addressOf(BUYER);
      const asked = { addresses: addresses(), account, assetId, usage: "commercial", fromBlock: 0n } as const;
      const { certificate, json, text } = await issueCertificate(stage.reader, asked);
      expect(certificate.purchases).to.have.length(1);
      expect(certificate.purchases[0]).to.include({ offerId, textHash, legalPreset: 2, gross: `${PRICE}` });
      verifyLicenseText({ textHash: certificate.purchases[0]!.textHash }, markdown);
      expect(text.split("\n").length).to.be.lessThan(60);
      for (const fact of [account, `${assetId}`, "commercial", textHash, "not legal advice"]) {
        expect(text).to.contain(fact);
      }
      const verify = () => verifyCertificate(stage.reader, { addresses: addresses(), json, fromBlock: 0n });
      expect(await verify()).to.deep.equal({ valid: true, live: true, differences: [] });
      await stage.pass(31n * DAY);
      await stage.protocol.connection.networkHelpers.mine(1);
      expect(await verify()).to.deep.equal({ valid: true, live: false, differences: [] });
    }));

  it("shows every forged field, and other contracts", () =>
    undone(async () => {
      await buy(await sell({ usages: ["commercial"] }));
      const account = stage.addressOf(BUYER);
      const asked = { account, assetId, usage: "commercial", fromBlock: 0n } as const;
      const { certificate } = await issueCertificate(stage.reader, { addresses: addresses(), ...asked });
      const verify = (forged: object, at = addresses()) =>
        verifyCertificate(stage.reader, { addresses: at, json: JSON.stringify(forged), fromBlock: 0n });
      const [purchase] = certificate.purchases;
      const forgeries: [string, object][] = [
        ["chainId", { ...certificate, chainId: 1 }],
        ["licenses", { ...certificate, licenses: account }],
        ["block.hash", { ...certificate, block: { ...certificate.block, hash: zeroHash } }],
        ["right.expiry", { ...certificate, right: { ...certificate.right, expiry: "1099511627775" } }],
        ["purchases.0.gross", { ...certificate, purchases: [{ ...purchase, gross: "1" }] }],
        ["purchases.0.textHash", { ...certificate, purchases: [{ ...purchase, textHash: keccak256("0x01") }] }],
        ["purchases.1", { ...certificate, purchases: [purchase, purchase] }],
        ["endorsedBy", { ...certificate, endorsedBy: "the licensor" }],
        ["right", { ...certificate, account: stage.addressOf(HEIR).toLowerCase() }],
      ];
      for (const [field, forged] of forgeries) {
        const { valid, differences } = await verify(forged);
        expect([valid, differences.map((difference) => difference.field)]).to.deep.equal([false, [field]]);
      }
      for (const broken of [{}, { ...certificate, version: 2 }, { ...certificate, account: "0x1" }]) {
        await expectError("CertificateInvalidError", () => verify(broken));
      }
      await expectError("CertificateInvalidError", () =>
        verifyCertificate(stage.reader, { addresses: addresses(), json: "no JSON", fromBlock: 0n }),
      );
    }));

  it("is a record with seats that changes hands, at each block for who held it then", () =>
    undone(async () => {
      const offerId = await sell({ usages: ["commercial", "derivative"], rate: 50_000, seats: 3, transferable: true });
      const licenseId = await buy(offerId, { seats: 2 });
      expect((await allowed(BUYER, "derivative")).rights[0]).to.include({ kind: "record", licenseId, role: "holder" });
      const occupant = stage.addressOf(COLLEAGUE);
      await stage.as(BUYER).assignSeatAndWait({ licenseId, seat: 1, occupant });
      expect((await allowed(COLLEAGUE, "commercial")).rights[0]).to.include({ role: "seat" });
      expect((await stage.reader.getSeat({ licenseId, seat: 1 })).toLowerCase()).to.equal(occupant);
      const seated = await stage.reader.getBlockNumber({ cacheTime: 0 });
      const { certificate, json, text } = await issueCertificate(stage.reader, {
        ...{ addresses: addresses(), licenseId, fromBlock: 0n },
      });
      expect(certificate).to.include({ account: stage.addressOf(BUYER).toLowerCase(), usage: "commercial" });
      expect(certificate.right).to.deep.include({ licenseId, seats: 2, status: "granted", rate: 50_000 });
      expect(text).to.contain(licenseId);

      const [from, to] = [stage.addressOf(BUYER), stage.addressOf(HEIR)];
      await stage.as(BUYER).transferLicenseAndWait({ licenseId, from, to });
      expect([
        (await allowed(BUYER, "derivative")).licensed,
        (await allowed(COLLEAGUE, "commercial")).licensed,
      ]).to.deep.equal([false, false]);
      expect((await allowed(HEIR, "derivative")).rights[0]).to.include({ licenseId, role: "holder" });
      expect((await allowed(COLLEAGUE, "commercial", seated)).licensed).to.equal(true);
      const check = await verifyCertificate(stage.reader, { addresses: addresses(), json, fromBlock: 0n });
      expect(check).to.deep.equal({ valid: true, live: false, differences: [] });
      expect(await stage.reader.getLicense({ licenseId })).to.include({ transferred: true, transferable: true });
      await expectRefusal("UnauthorizedError", "LicensesUnauthorized", () =>
        stage.as(BUYER).assignSeat({ licenseId, seat: 1, occupant }),
      );
    }));

  it("is one license for a whole lot", () =>
    undone(async () => {
      const lot = (assetId >> 24n) << 24n;
      const everything = lot | 0xffffffn;
      const offerId = await sell({ usages: ["commercial"], scope: "asset", scopeId: everything });
      const purchase = await stage.reader.toPurchase({
        ...{ offerId, assetId: everything, licensee: stage.addressOf(BUYER), maxTotal: PRICE },
      });
      await stage.as(BUYER).purchaseOrderAndWait({ purchase });
      expect((await allowed(BUYER, "commercial")).rights).to.have.length(1);
      expect((await allowed(BUYER, "commercial")).rights[0]).to.include({ kind: "plain", assetId: everything });
    }));

  it("is paid by a permit that anybody may have used before", () =>
    undone(async () => {
      await approve(stage.addresses.royaltySplitter, 0n);
      const offerId = await sell({ usages: ["commercial"], seats: 2, transferable: true });
      const licensee = stage.addressOf(BUYER);
      const terms = { offerId, assetId, licensee, maxTotal: 2n * PRICE, seats: 2 };
      const purchase = await stage.reader.toPurchase(terms);
      const quote = await stage.reader.quotePurchase({ purchase, payer: licensee });
      expect(quote).to.deep.include({ gross: 2n * PRICE, net: 2n * PRICE, referral: 0n, seats: 2, obstacles: [] });
      expect(quote.methods).to.deep.equal(["allowance", "permit", "authorization", "permit2"]);
      expect([quote.evidence, quote.requirements.length]).to.deep.equal([[], 1]);
      const payment = await stage.as(BUYER).signPermit({ purchase });
      const sale = await stage.as(BUYER).purchaseOrderAndWait({ purchase, payment });
      expect(sale).to.include({ gross: 2n * PRICE });
      expect(await stage.reader.quotePurchase({ purchase, payer: licensee })).to.deep.include({ obstacles: [] });
    }));

  it("is paid through Permit2 by anybody who relays the signature", () =>
    undone(async () => {
      await approve(PERMIT2, PRICE);
      const offerId = await sell({ usages: ["commercial"] });
      const licensee = stage.addressOf(BUYER);
      const purchase = await stage.reader.toPurchase({ offerId, assetId, licensee, maxTotal: PRICE });
      const payment = await stage.as(BUYER).signPermit2Purchase({ purchase });
      const order = { purchase, payment };
      const aimed = { ...purchase, licensee: stage.addressOf(RELAYER) };
      const stolen: unknown = await stage
        .as(RELAYER)
        .purchaseOrder({ purchase: aimed, payment })
        .then(
          () => undefined,
          (error: unknown) => error,
        );
      expect(stolen).to.be.instanceOf(Error);
      const sale = await stage.as(RELAYER).purchaseOrderAndWait(order);
      expect(sale.payer.toLowerCase()).to.equal(licensee);
    }));

  it("is told beforehand what stands against a purchase", () =>
    undone(async () => {
      const now = await stage.now();
      const referrer = stage.addressOf(RELAYER);
      const offerId = await sell({
        usages: ["commercial"],
        start: now + DAY,
        end: now + 2n * DAY,
        supply: 1,
        perPayer: 1,
      });
      const payer = stage.addressOf(HEIR);
      const purchase = await stage.reader.toPurchase({
        offerId,
        assetId,
        licensee: payer,
        maxTotal: 3n * PRICE,
        seats: 3,
        referrer,
      });
      const quote = () => stage.reader.quotePurchase({ purchase, payer });
      const early = (await quote()).obstacles;
      expect(early).to.deep.equal(["notStarted", "overSeats", "referrerRefused", "balanceTooSmall"]);
      expect((await quote()).evidence).to.deep.equal(["referrerProof"]);
      await stage.pass(3n * DAY);
      await stage.as(SELLER).withdrawOfferAndWait({ offerId });
      expect((await quote()).obstacles).to.include.members(["withdrawn", "ended", "purchaseExpired"]);
      const elsewhere = { ...purchase, assetId: assetId + 1n };
      const { obstacles } = await stage.reader.quotePurchase({ purchase: elsewhere, payer });
      expect(obstacles).to.include("assetUnavailable");
    }));

  it("is exclusive only with the leaf, and renewed, returned and skipped as the terms say", () =>
    undone(async () => {
      const exclusive = await sell({ usages: ["commercial"], exclusive: true, scope: "asset", scopeId: assetId });
      await expectRefusal("ProofError", "LicenseMarketInvalidProof", () => buy(exclusive));
      const licenseId = await buy(exclusive, { evidence: { leaf } });
      expect(await stage.reader.getExclusive({ assetId })).to.equal(licenseId);
      const { expiry } = await stage.reader.getLicense({ licenseId });
      const deadline = (await stage.now()) + DAY;
      await stage.as(BUYER).renewLicenseAndWait({ licenseId, maxTotal: PRICE, deadline });
      expect((await stage.reader.getLicense({ licenseId })).expiry).to.equal(expiry + 30n * DAY);

      const plain = await sell({ usages: ["commercial"] });
      const purchase = await stage.reader.toPurchase({
        ...{ offerId: plain, assetId, licensee: stage.addressOf(BUYER), maxTotal: PRICE },
      });
      const batch = { orders: [{ purchase }, { purchase }], skipFailures: true };
      const { sales, skipped } = await stage.as(BUYER).purchaseBatchAndWait(batch);
      expect([sales.length, skipped.map(({ position }) => position)]).to.deep.equal([0, [0, 1]]);
    }));

  it("can be returned within the window", () =>
    undone(async () => {
      const offerId = await sell({ usages: ["commercial"], refundWindow: 3600, penalty: 100_000 });
      const licenseId = await buy(offerId);
      const escrow = await stage.reader.getEscrow({ licenseId });
      expect(escrow.payer.toLowerCase()).to.equal(stage.addressOf(BUYER));
      const opener = stage.addresses.licenseMarket;
      expect(await stage.reader.getPot({ opener, id: licenseId, token })).to.equal(PRICE);
      const { refund, penalty } = await stage.as(BUYER).refundLicenseAndWait({ licenseId });
      expect([refund, penalty]).to.deep.equal([(PRICE * 9n) / 10n, PRICE / 10n]);
      expect((await allowed(BUYER, "commercial")).licensed).to.equal(false);
      expect((await stage.reader.getLicense({ licenseId })).status).to.equal("refunded");
    }));
});
