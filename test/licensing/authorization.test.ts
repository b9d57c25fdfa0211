import { expect } from "chai";
import { type Hash, type Hex, zeroAddress, zeroHash } from "viem";
import { connect } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  DAY,
  deployMarket,
  derivativeOffer,
  fund,
  GAS,
  hashOf,
  type Market,
  offerInput,
  publish,
  type Purchase,
  purchaseOf,
  USAGE,
} from "./market.ts";
import { type PaymentOverrides, signPayment, type TokenStyle } from "./payment.ts";

const PRICE = 25_000_000n;

const NAMES: Record<TokenStyle, string> = { usdc: "a Circle-style token", keyed: "a keyed-nonce token" };

for (const style of ["usdc", "keyed"] as const) {
  describe(`purchaseLicenseWithAuthorization: ${NAMES[style]}`, () => {
    let connection: Awaited<ReturnType<typeof connect>>;
    let market: Market;
    let purchase: Purchase;
    let signature: Hex;
    const fixture = () => deployMarket(connection);

    before(async () => {
      connection = await connect();
    });

    beforeEach(async () => {
      market = await connection.networkHelpers.loadFixture(fixture);
      const token = market.contracts[style].address;
      const deadline = (await connection.networkHelpers.time.latest()) + DAY;
      const offerId = await publish(market, offerInput(market, { token }));
      purchase = purchaseOf(market, offerId, { deadline, salt: hashOf("salt") });
      signature = await sign(purchase);
      // A buyer who pays by signature needs no allowance.
      await fund(market, token, market.buyer, { amount: 0n });
    });

    const sign = (signed: Purchase, overrides: PaymentOverrides = {}): Promise<Hex> =>
      signPayment(market, style, signed, PRICE, overrides);

    const relay = (
      relayed: Purchase,
      { payer = market.buyer, settle = false, proof = signature } = {},
    ): Promise<Hash> =>
      market.contracts.market.write.purchaseLicenseWithAuthorization([relayed, payer.address, settle, proof], {
        account: market.relayer,
        gas: GAS,
      });

    const expectSignatureRefused = (call: () => Promise<Hash>) =>
      expectRefused(market.protocol, call, {
        by: market.contracts[style],
        error: "ERC3009InvalidSignature",
        args: [],
      });

    describe("refuses a relayer that re-aims", () => {
      it("the offer, to another one at the same price", async () => {
        const other = await publish(
          market,
          offerInput(market, { token: market.contracts[style].address, duration: DAY }),
        );
        await expectSignatureRefused(() => relay({ ...purchase, offerId: other }));
      });

      it("the asset", async () => {
        await expectSignatureRefused(() => relay({ ...purchase, assetId: market.assets(8) }));
      });

      it("the licensee", async () => {
        await expectSignatureRefused(() => relay({ ...purchase, licensee: market.relayer.address }));
      });

      it("the referrer", async () => {
        const referrer = market.relayer.address;
        await expectRefused(market.protocol, () => relay({ ...purchase, referrer }), {
          by: market.contracts.market,
          error: "LicenseMarketUnlistedReferrer",
          args: [purchase.offerId, (found: string) => found.toLowerCase() === referrer],
        });
      });

      it("the seats, between the two numbers that mean one", async () => {
        await expectSignatureRefused(() => relay({ ...purchase, seats: 0 }));
      });

      it("maxTotal, up or down", async () => {
        await expectSignatureRefused(() => relay({ ...purchase, maxTotal: PRICE + 1n }));
        const modest = { ...purchase, maxTotal: PRICE * 2n };
        const proof = await sign(modest);
        await expectSignatureRefused(() => relay({ ...modest, maxTotal: PRICE }, { proof }));
      });

      it("the deadline, sooner or later", async () => {
        await expectSignatureRefused(() => relay({ ...purchase, deadline: purchase.deadline + 1 }));
        await expectSignatureRefused(() => relay({ ...purchase, deadline: purchase.deadline - 1 }));
      });

      it("the salt", async () => {
        await expectSignatureRefused(() => relay({ ...purchase, salt: zeroHash }));
      });

      it("the payer, to somebody with an allowance and money", async () => {
        await fund(market, market.contracts[style].address, market.stranger, { amount: PRICE });
        await expectSignatureRefused(() => relay(purchase, { payer: market.stranger }));
      });
    });

    describe("refuses a signature", () => {
      it("for another amount", async () => {
        const proof = await sign(purchase, { value: PRICE * 2n });
        await expectSignatureRefused(() => relay(purchase, { proof }));
      });

      it("for another payee", async () => {
        const proof = await sign(purchase, { to: market.contracts.market.address });
        await expectSignatureRefused(() => relay(purchase, { proof }));
      });

      it("that is empty, cut or of the other s", async () => {
        const [r, s, v] = [signature.slice(2, 66), BigInt(`0x${signature.slice(66, 130)}`), signature.slice(130)];
        const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
        const flipped = (order - s).toString(16).padStart(64, "0");
        const malleable: Hex = `0x${r}${flipped}${v === "1b" ? "1c" : "1b"}`;
        for (const proof of ["0x", signature.slice(0, 130), malleable] as Hex[]) {
          await expectSignatureRefused(() => relay(purchase, { proof }));
        }
      });

      it("made for another token of the same name", async () => {
        const proof = await sign(purchase, { verifyingContract: market.contracts.splitter.address });
        await expectSignatureRefused(() => relay(purchase, { proof }));
      });

      it("made on another chain", async () => {
        const proof = await sign(purchase, { chainId: 1 });
        await expectSignatureRefused(() => relay(purchase, { proof }));
      });
    });

    it("refuses a replay, from anyone, settled or not", async () => {
      await relay(purchase);
      const purchaseId = await market.contracts.market.read.purchaseIdOf([purchase]);
      const isBuyer = (found: string) => found.toLowerCase() === market.buyer.address;
      for (const settle of [false, true]) {
        const call = () => relay(purchase, { settle });
        await (style === "usdc"
          ? expectRefused(market.protocol, call, {
              by: market.contracts.usdc,
              error: "ERC3009UsedAuthorization",
              args: [isBuyer, purchaseId],
            })
          : expectRefused(market.protocol, call, {
              by: market.contracts.keyed,
              error: "InvalidAccountNonce",
              args: [isBuyer, BigInt(purchaseId) + 1n],
            }));
      }
    });

    it("refuses a purchase past its deadline before the token is asked, takes the last second", async () => {
      await connection.networkHelpers.time.setNextBlockTimestamp(purchase.deadline + 1);
      await expectRefused(market.protocol, () => relay(purchase), {
        by: market.contracts.market,
        error: "LicenseMarketExpiredPurchase",
        args: [purchase.deadline],
      });
      const next = { ...purchase, deadline: purchase.deadline + DAY };
      const proof = await sign(next);
      await connection.networkHelpers.time.setNextBlockTimestamp(next.deadline);
      await relay(next, { proof });
    });

    it("sells to the signer's licensee on the relayer's gas", async () => {
      const { market: contract, licenses, splitter } = market.contracts;
      const token = market.contracts[style];
      const before = await token.read.balanceOf([market.buyer.address]);
      const hash = await relay(purchase);
      expect(await token.read.balanceOf([market.buyer.address])).to.equal(before - PRICE);
      expect(await token.read.balanceOf([splitter.address])).to.equal(PRICE);
      const held = [market.licensee.address, purchase.assetId, USAGE.commercial] as const;
      expect(await licenses.read.hasLicense(held)).to.equal(true);
      const [event] = await contract.getEvents.LicensePurchased({}, { blockHash: await blockOf(hash) });
      expect(event?.args.payer?.toLowerCase()).to.equal(market.buyer.address);
      expect(event?.args.purchaseId).to.equal(await contract.read.purchaseIdOf([purchase]));
    });

    const blockOf = async (hash: Hash): Promise<Hash> =>
      (await market.protocol.publicClient.getTransactionReceipt({ hash })).blockHash;

    it("sells the same buyer a second license under another salt", async () => {
      await relay(purchase);
      const second = { ...purchase, salt: hashOf("second") };
      await relay(second, { proof: await sign(second), settle: true });
      const [personal] = await market.contracts.licenses.read.plainLicenseOf([
        market.licensee.address,
        purchase.assetId,
      ]);
      expect(personal).to.be.greaterThan((await connection.networkHelpers.time.latest()) + 59 * DAY);
    });

    it("sells a record whose id was known at signing", async () => {
      const token = market.contracts[style].address;
      const offerId = await publish(market, derivativeOffer(market, { token }));
      const derivative = { ...purchase, offerId };
      await relay(derivative, { proof: await sign(derivative) });
      const licenseId = await market.contracts.market.read.purchaseIdOf([derivative]);
      const { holder, rate } = await market.contracts.licenses.read.recordOf([licenseId]);
      expect([holder.toLowerCase(), rate]).to.deep.equal([market.licensee.address, 100_000]);
    });

    it("charges no payer zero, whatever the token would take for a signature", async () => {
      const { market: contract } = market.contracts;
      await expectRefused(
        market.protocol,
        () =>
          contract.write.purchaseLicenseWithAuthorization([purchase, zeroAddress, false, signature], {
            account: market.relayer,
            gas: GAS,
          }),
        { by: contract, error: "LicenseMarketInvalidPayer", args: [zeroAddress, isAddress(market.relayer.address)] },
      );
    });

    it("gives what is free to the payer's own call only, and still proves it", async () => {
      const { market: contract } = market.contracts;
      const token = market.contracts[style].address;
      const offerId = await publish(market, offerInput(market, { token, price: 0n, free: true }));
      const free = { ...purchase, offerId, maxTotal: 0n };
      const proof = await sign(free, { value: 0n });
      await expectRefused(market.protocol, () => relay(free, { proof }), {
        by: contract,
        error: "LicenseMarketInvalidPayer",
        args: [market.buyer.address, market.relayer.address].map(isAddress),
      });
      const buyOneself = (signed: Hex) => () =>
        contract.write.purchaseLicenseWithAuthorization([free, market.buyer.address, false, signed], {
          account: market.buyer,
          gas: GAS,
        });
      await expectSignatureRefused(buyOneself(signature));
      await buyOneself(proof)();
    });
  });
}

const isAddress = (expected: string) => (found: string) => found.toLowerCase() === expected.toLowerCase();
