import { expect } from "chai";
import { type Hash, type Hex, zeroAddress } from "viem";
import { deployPermit2, PERMIT2 } from "../../scripts/deploy/index.ts";
import { connect, type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  type Account,
  DAY,
  deployMarket,
  GAS,
  hashOf,
  type Market,
  offerInput,
  publish,
  type Purchase,
  purchaseOf,
  USAGE,
} from "./market.ts";
import { fill, METHOD, NO_EVIDENCE, type Order, orderOf, referrerList } from "./orders.ts";
import { signPayment, signPermit, signPermit2, type Permit2Overrides, type TokenStyle } from "./payment.ts";

const PRICE = 25_000_000n;
const PERMIT2_ERRORS = [
  { type: "error", name: "InvalidSigner", inputs: [] },
  { type: "error", name: "InvalidNonce", inputs: [] },
  { type: "error", name: "SignatureExpired", inputs: [{ name: "signatureDeadline", type: "uint256" }] },
] as const;

const isAddress = (expected: string) => (found: string) => found.toLowerCase() === expected.toLowerCase();

describe("purchaseOrder", () => {
  let connection: Awaited<ReturnType<typeof connect>>;
  let market: Market;
  let purchase: Purchase;
  /** Has money, but no allowance for anybody. */
  let payer: Account;

  const fixture = async () => {
    const deployed = await deployMarket(connection);
    await deployed.contracts.usdc.write.mint([deployed.stranger.address, 1_000n * PRICE]);
    await deployed.contracts.keyed.write.mint([deployed.stranger.address, 1_000n * PRICE]);
    return deployed;
  };

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    market = await connection.networkHelpers.loadFixture(fixture);
    payer = market.stranger;
    const deadline = (await connection.networkHelpers.time.latest()) + DAY;
    purchase = purchaseOf(market, await publish(market, offerInput(market)), { deadline });
  });

  const paidBy = (method: number, data: Hex = "0x", by: string = zeroAddress, bought = purchase): Order =>
    orderOf(bought, { payment: { method, payer: by as Hex, data } });

  const expectInvalidPayer = (order: Order, account: Account) =>
    expectRefused(market.protocol, () => fill(market, order, account), {
      by: market.contracts.market,
      error: "LicenseMarketInvalidPayer",
      args: [isAddress(order.payment.payer), isAddress(account.address)],
    });

  const expectLicensed = async () => {
    const { licenses } = market.contracts;
    expect(await licenses.read.hasLicense([market.licensee.address, market.assets(7), USAGE.personal])).to.equal(true);
  };

  const expectBought = async (order: Order, account: Account, by = payer) => {
    const { market: contract, usdc } = market.contracts;
    const held = await usdc.read.balanceOf([by.address]);
    await connection.viem.assertions.emitWithArgs(fill(market, order, account), contract, "LicensePurchased", [
      order.purchase.offerId,
      order.purchase.assetId,
      isAddress(market.licensee.address),
      await contract.read.purchaseIdOf([order.purchase]),
      isAddress(by.address),
      zeroAddress,
      market.recipe.ordinal,
      isAddress(usdc.address),
      PRICE,
      0n,
      (license: bigint) => license !== 0n,
    ]);
    expect(held - (await usdc.read.balanceOf([by.address]))).to.equal(PRICE);
    await expectLicensed();
  };

  describe("by allowance", () => {
    it("refuses to take somebody else's allowance", async () => {
      await expectInvalidPayer(paidBy(METHOD.allowance, "0x", market.buyer.address), market.relayer);
      await expectInvalidPayer(paidBy(METHOD.permit, "0x", market.buyer.address), market.relayer);
    });

    it("sells to the caller, named or not", async () => {
      await expectBought(paidBy(METHOD.allowance), market.buyer, market.buyer);
      const again = { ...purchase, salt: hashOf("again") };
      await expectBought(paidBy(METHOD.allowance, "0x", market.buyer.address, again), market.buyer, market.buyer);
    });

    it("settles where told to", async () => {
      const { splitter, usdc } = market.contracts;
      await fill(market, orderOf(purchase, { settle: true }));
      const ledger = await splitter.read.ledgerOf([market.recipe.ordinal, usdc.address]);
      expect(ledger.settledSales).to.equal(PRICE);
    });
  });

  describe("by EIP-2612 permit", () => {
    it("fails as the allowance does where the permit is nonsense", async () => {
      const expired = await signPermit(market, PRICE, { owner: payer, deadline: 1n });
      const foreign = await signPermit(market, PRICE, { owner: market.relayer });
      for (const data of ["0x", "0x1234", expired, foreign] as const) {
        await expectRefused(market.protocol, () => fill(market, paidBy(METHOD.permit, data), payer), {
          by: market.contracts.usdc,
          error: "ERC20InsufficientAllowance",
          args: [isAddress(market.contracts.splitter.address), 0n, PRICE],
        });
      }
    });

    it("takes no permit for anybody but the splitter", async () => {
      const data = await signPermit(market, PRICE, { owner: payer, spender: market.contracts.market.address });
      await expectRefused(market.protocol, () => fill(market, paidBy(METHOD.permit, data), payer), {
        by: market.contracts.usdc,
        error: "ERC20InsufficientAllowance",
        args: [isAddress(market.contracts.splitter.address), 0n, PRICE],
      });
    });

    it("buys in one transaction without an allowance before", async () => {
      await expectBought(paidBy(METHOD.permit, await signPermit(market, PRICE, { owner: payer })), payer);
    });

    it("buys although somebody else used the permit first", async () => {
      const data = await signPermit(market, PRICE, { owner: payer });
      const [value, deadline, v, r, s] = words(data);
      await market.contracts.usdc.write.permit(
        [payer.address, market.contracts.splitter.address, BigInt(value), BigInt(deadline), Number(v), r, s],
        { account: market.relayer },
      );
      await expectBought(paidBy(METHOD.permit, data), payer);
    });

    it("buys in a token that knows no permit, by allowance", async () => {
      const { splitter } = market.contracts;
      const token = await connection.viem.deployContract("TestToken", ["Old", "OLD", 18]);
      await token.write.mint([payer.address, PRICE]);
      await token.write.approve([splitter.address, PRICE], { account: payer });
      const offerId = await publish(market, offerInput(market, { token: token.address }));
      await fill(market, paidBy(METHOD.permit, "0x", zeroAddress, { ...purchase, offerId }), payer);
      await expectLicensed();
    });

    it("refuses an unknown offer before any token is called", async () => {
      const unknown = { ...purchase, offerId: hashOf("nothing") };
      await expectRefused(market.protocol, () => fill(market, paidBy(METHOD.permit, "0x", zeroAddress, unknown)), {
        by: market.contracts.market,
        error: "LicenseMarketUnknownOffer",
        args: [unknown.offerId],
      });
    });
  });

  for (const style of ["usdc", "keyed"] as const satisfies TokenStyle[]) {
    describe(`by EIP-3009 authorization, ${style}`, () => {
      let signed: Purchase;
      let signature: Hex;

      beforeEach(async () => {
        const token = market.contracts[style].address;
        signed = { ...purchase, offerId: await publish(market, offerInput(market, { token, salt: hashOf(style) })) };
        signature = await signPayment(market, style, signed, PRICE, { payer });
      });

      it("refuses a payer of zero, and one that did not sign", async () => {
        await expectInvalidPayer(paidBy(METHOD.authorization, signature, zeroAddress, signed), market.relayer);
        await expectRefused(
          market.protocol,
          () => fill(market, paidBy(METHOD.authorization, signature, market.buyer.address, signed), market.relayer),
          { by: market.contracts.usdc, error: "ERC3009InvalidSignature", args: [] },
        );
      });

      it("is relayed by anyone, once", async () => {
        const order = paidBy(METHOD.authorization, signature, payer.address, signed);
        await fill(market, order, market.relayer);
        await expectLicensed();
        const purchaseId = await market.contracts.market.read.purchaseIdOf([signed]);
        const call = () => fill(market, order, market.relayer);
        const { usdc, keyed } = market.contracts;
        await (style === "usdc"
          ? expectRefused(market.protocol, call, {
              by: usdc,
              error: "ERC3009UsedAuthorization",
              args: [isAddress(payer.address), purchaseId],
            })
          : expectRefused(market.protocol, call, {
              by: keyed,
              error: "InvalidAccountNonce",
              args: [isAddress(payer.address), BigInt(purchaseId) + 1n],
            }));
      });
    });
  }

  describe("by Permit2", () => {
    const expectMissing = (order: Order) =>
      expectRefused(market.protocol, () => fill(market, order, market.relayer), {
        by: market.contracts.splitter,
        error: "RoyaltySplitterMissingPermit2",
        args: [PERMIT2],
      });

    it("refuses where the chain has no Permit2", async () => {
      await expectMissing(paidBy(METHOD.permit2, await signPermit2(market, purchase, PRICE, { payer }), payer.address));
    });

    describe("where it is", () => {
      beforeEach(async () => {
        const walletClient = market.protocol.wallets[0] as Wallet;
        await deployPermit2({ publicClient: market.protocol.publicClient, walletClient });
        await market.contracts.usdc.write.approve([PERMIT2, 2n ** 256n - 1n], { account: payer });
      });

      const signed = async (overrides: Permit2Overrides = {}, amount = PRICE, bought = purchase) =>
        paidBy(
          METHOD.permit2,
          await signPermit2(market, bought, amount, { payer, ...overrides }),
          payer.address,
          bought,
        );

      const expectPermit2Refused = async (call: () => Promise<Hash>, error: "InvalidSigner" | "InvalidNonce") => {
        const by = { abi: PERMIT2_ERRORS, address: PERMIT2 };
        await expectRefused(market.protocol, call, { by, error, args: [], others: [PERMIT2] });
      };

      it("refuses a payer of zero", async () => {
        await expectInvalidPayer({ ...(await signed()), payment: { ...paidBy(METHOD.permit2).payment } }, payer);
      });

      it("refuses a relayer that re-aims any field of the purchase", async () => {
        const order = await signed();
        const other = await publish(market, offerInput(market, { salt: hashOf("other") }));
        const changes: Partial<Purchase>[] = [
          { offerId: other },
          { assetId: market.assets(8) },
          { licensee: market.relayer.address },
          { seats: 0 },
          { maxTotal: purchase.maxTotal + 1n },
          { deadline: purchase.deadline + 1 },
          { salt: hashOf("changed") },
        ];
        for (const change of changes) {
          const aimed = { ...order, purchase: { ...purchase, ...change } };
          await expectPermit2Refused(() => fill(market, aimed, market.relayer), "InvalidSigner");
        }
      });

      it("refuses another amount, token, spender, signer, chain or verifying contract", async () => {
        const { market: contract, keyed } = market.contracts;
        for (const order of [
          await signed({}, PRICE - 1n),
          await signed({}, PRICE + 1n),
          await signed({ token: keyed.address }),
          await signed({ spender: contract.address }),
          await signed({ payer: market.relayer }),
          await signed({ chainId: 1 }),
          await signed({ verifyingContract: contract.address }),
        ]) {
          await expectPermit2Refused(() => fill(market, order, market.relayer), "InvalidSigner");
        }
      });

      it("buys with a signature that anyone relays, once", async () => {
        const order = await signed();
        await expectBought(order, market.relayer);
        await expectPermit2Refused(() => fill(market, order, market.relayer), "InvalidNonce");
      });

      it("buys twice with two purchases", async () => {
        await expectBought(await signed(), market.relayer);
        await expectBought(await signed({}, PRICE, { ...purchase, salt: hashOf("second") }), market.relayer);
      });
    });
  });

  it("refuses a relayer that puts itself in the place of another listed referrer", async () => {
    const { usdc } = market.contracts;
    const list = referrerList([market.relayer.address, market.licensor.address]);
    const input = offerInput(market, { referral: 100_000, referrerRoot: list.root });
    const signed = { ...purchase, offerId: await publish(market, input), referrer: market.licensor.address };
    const aimed = { ...signed, referrer: market.relayer.address };
    const order = (data: Hex, bought: Purchase): Order => ({
      ...paidBy(METHOD.authorization, data, payer.address, bought),
      evidence: { ...NO_EVIDENCE, referrerProof: list.proofOf(bought.referrer) },
    });
    const data = await signPayment(market, "usdc", signed, PRICE, { payer });
    await expectRefused(market.protocol, () => fill(market, order(data, aimed), market.relayer), {
      by: usdc,
      error: "ERC3009InvalidSignature",
      args: [],
    });
    await fill(market, order(data, signed), market.relayer);
    const credit = await market.contracts.splitter.read.creditOf([market.licensor.address, usdc.address]);
    expect(credit).to.equal(PRICE / 10n);
  });

  describe("of what is free", () => {
    beforeEach(async () => {
      const offerId = await publish(market, offerInput(market, { price: 0n, free: true }));
      purchase = { ...purchase, offerId, maxTotal: 0n };
    });

    it("refuses a payer that only a token says has signed", async () => {
      for (const method of [METHOD.authorization, METHOD.permit2]) {
        await expectInvalidPayer(paidBy(method, "0x", payer.address), market.relayer);
      }
    });

    it("refuses it also in a token that accepts everything", async () => {
      const careless = await connection.viem.deployContract("CarelessToken");
      const offerId = await publish(market, offerInput(market, { token: careless.address, price: 0n, free: true }));
      const careful = { ...purchase, offerId };
      await expectInvalidPayer(paidBy(METHOD.authorization, "0x", payer.address, careful), market.relayer);
      const { market: contract } = market.contracts;
      const call = () =>
        contract.write.purchaseLicenseWithAuthorization([careful, payer.address, false, "0x"], {
          account: market.relayer,
          gas: GAS,
        });
      await expectRefused(market.protocol, call, {
        by: contract,
        error: "LicenseMarketInvalidPayer",
        args: [isAddress(payer.address), isAddress(market.relayer.address)],
      });
    });

    it("sells to the caller", async () => {
      await fill(market, paidBy(METHOD.allowance), market.relayer);
      await expectLicensed();
    });
  });

  it("ignores evidence that the offer does not ask for", async () => {
    const evidence = { ...NO_EVIDENCE, proof: [hashOf("a")], referrerProof: [hashOf("b")] };
    await fill(market, orderOf(purchase, { evidence }));
    await expectLicensed();
  });
});

/** The words of encoded values that are one word each. */
function words(data: Hex): [Hex, Hex, Hex, Hex, Hex] {
  return [0, 1, 2, 3, 4].map((i) => `0x${data.slice(2 + 64 * i, 66 + 64 * i)}`) as [Hex, Hex, Hex, Hex, Hex];
}
