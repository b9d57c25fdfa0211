import { expect } from "chai";
import { hashPurchase, publishOffer, type Purchase, purchaseLicenseWithAuthorization } from "@imprimatur/sdk";
import { licenseMarketAbi } from "@imprimatur/sdk/abi";
import { type Address, erc20Abi, keccak256, zeroAddress } from "viem";
import { expectError, expectRefusal, setStage, type Stage, YEAR } from "./fixture.ts";
import { type ForSale, fund, putOnSale } from "./market.ts";

const PRICE = 25_000_000n;
const BUYER = 5;
const RELAYER = 8;

describe("sdk: licensing", () => {
  let stage: Stage;
  let token: Address;
  let keyed: Address;
  let work: ForSale;

  before(async () => {
    stage = await setStage();
    token = await fund(stage, "TestUSDC", stage.addressOf(BUYER), 100n * PRICE);
    keyed = await fund(stage, "TestUSDCKeyed", stage.addressOf(BUYER), 100n * PRICE);
    work = await sell("work", token);
  });

  const sell = (label: string, paidIn: Address) =>
    putOnSale(stage, {
      seller: 1,
      label,
      kind: "work",
      token: paidIn,
      price: PRICE,
      usages: ["personal", "commercial"],
      split: [{ account: stage.addressOf(1), weight: 1_000_000 }],
    });

  const purchaseOf = (asset: ForSale, overrides: Partial<Purchase> = {}): Promise<Purchase> =>
    stage.reader.toPurchase({
      offerId: asset.offerId,
      assetId: asset.assetId,
      licensee: stage.addressOf(BUYER),
      maxTotal: PRICE,
      ...overrides,
    });

  it("reads an offer back by name", async () => {
    const offer = await stage.reader.getOffer({ offerId: work.offerId });
    expect(offer).to.include({ price: PRICE, recipe: work.recipe, duration: "perpetual", scope: "recipe", rate: 0 });
    expect(offer.usages).to.deep.equal(["personal", "commercial"]);
    expect(offer).to.include({ free: false, recorded: false, withdrawn: false });
    await expectRefusal("UnknownIdError", "LicenseMarketUnknownOffer", () =>
      stage.reader.getOffer({ offerId: keccak256("0x") }),
    );
  });

  it("explains what the market refuses of offers", async () => {
    const { recipeId } = work;
    const end = (await stage.now()) + YEAR;
    const offer = { recipeId, token, price: PRICE, duration: YEAR, end, usages: ["personal" as const] };
    const seller = stage.as(1);
    await expectRefusal("UnauthorizedError", "LicenseMarketUnauthorized", () => stage.as(2).publishOffer(offer));
    await expectRefusal("UnsupportedTermError", "LicenseMarketUnsupportedTerm", () =>
      seller.publishOffer({ ...offer, usages: ["sublicense"] }),
    );
    await expectRefusal("InvalidInputError", "LicenseMarketInvalidPrice", () =>
      seller.publishOffer({ ...offer, price: 0n }),
    );
    await expectRefusal("LimitError", "LicenseMarketInvalidRate", () => seller.publishOffer({ ...offer, rate: 1 }));
    await expectRefusal("TimingError", "LicenseMarketInvalidPeriod", () => seller.publishOffer({ ...offer, end: 1n }));
    await expectError("UnknownNameError", () => seller.publishOffer({ ...offer, usages: ["rent" as "personal"] }));
  });

  it("says what an offer in calldata sells", () => {
    const terms = {
      recipeId: work.recipeId,
      token: zeroAddress,
      price: 3n,
      duration: YEAR,
      end: 2n * YEAR,
      usages: ["training" as const],
      rate: 50_000,
      scope: "asset" as const,
      scopeId: work.assetId,
    };
    const { data, to } = publishOffer.encode({ ...terms, licenseMarket: stage.addresses.licenseMarket });
    expect(to).to.equal(stage.addresses.licenseMarket);
    expect(publishOffer.decode(data)).to.deep.include(terms);
  });

  it("computes purchase ids as the market does", async () => {
    const purchase = await purchaseOf(work, { referrer: stage.addressOf(7), seats: 1 });
    const { licenseMarket } = stage.addresses;
    const id = await stage.reader.readContract({
      address: licenseMarket,
      abi: licenseMarketAbi,
      functionName: "purchaseIdOf",
      args: [{ ...purchase, deadline: Number(purchase.deadline) }],
    });
    expect(hashPurchase({ chainId: 31337, licenseMarket, purchase })).to.equal(id);
    expect(BigInt(id) & 0xffffffffffffffffn).to.equal(0n);
    expect(purchase.deadline).to.equal((await stage.now()) + 3600n);
  });

  it("asks for an allowance of exactly the price, once", async () => {
    const buyer = stage.as(BUYER);
    const payer = stage.addressOf(BUYER);
    const purchase = await purchaseOf(work);
    const quote = await buyer.quotePurchase({ purchase, payer });
    expect(quote).to.include({ token, gross: PRICE, balance: 100n * PRICE });
    await expectRefusal("PaymentError", "ERC20InsufficientAllowance", () => buyer.purchaseLicense({ purchase }));
    const [approval] = quote.requirements;
    await buyer.sendTransaction({ to: approval!.to, data: approval!.data });
    const allowance = { address: token, abi: erc20Abi, functionName: "allowance" } as const;
    const args = [payer, stage.addresses.royaltySplitter] as const;
    expect(await buyer.readContract({ ...allowance, args })).to.equal(PRICE);
    expect((await buyer.quotePurchase({ purchase, payer })).requirements).to.deep.equal([]);

    const assetId = work.assetId;
    expect(await buyer.hasLicense({ account: payer, assetId, usage: "commercial" })).to.equal(false);
    const { receipt: _, ...sale } = await buyer.purchaseLicenseAndWait({ purchase, settle: true });
    expect(sale).to.include({ purchaseId: quote.purchaseId, gross: PRICE, recipe: work.recipe, referral: 0n });
    expect(sale.license).to.deep.equal({ personal: 2n ** 40n - 1n, commercial: 2n ** 40n - 1n, advertising: 0n });
    expect(await buyer.getPlainLicense({ account: payer, assetId })).to.deep.equal(sale.license);
    expect(await buyer.hasLicense({ account: payer, assetId, usage: "commercial" })).to.equal(true);
    expect(await buyer.hasLicense({ account: payer, assetId, usage: "advertising" })).to.equal(false);
    expect((await buyer.getAsset({ assetId })).sold).to.equal(true);
    expect(await buyer.readContract({ ...allowance, args })).to.equal(0n);
  });

  it("never signs or quotes above maxTotal", async () => {
    const purchase = await purchaseOf(work, { maxTotal: PRICE - 1n });
    await expectError("PurchaseOverMaxTotalError", () => stage.as(BUYER).signPurchaseAuthorization({ purchase }));
    await expectError("PurchaseOverMaxTotalError", () =>
      stage.as(BUYER).quotePurchase({ purchase, payer: stage.addressOf(BUYER) }),
    );
    await expectRefusal("LimitError", "LicenseMarketOverMaxTotal", () => stage.as(BUYER).purchaseLicense({ purchase }));
  });

  for (const style of ["Circle's nonces", "OpenZeppelin's keyed nonces"] as const) {
    it(`pays by signature on a token with ${style}, gas paid by a relayer`, async () => {
      const asset = style === "Circle's nonces" ? work : await sell("keyed", keyed);
      const [buyer, relayer] = [stage.as(BUYER), stage.as(RELAYER)];
      const payer = stage.addressOf(BUYER);
      const purchase = await purchaseOf(asset);
      const signature = await buyer.signPurchaseAuthorization({ purchase });
      const sent = await buyer.getTransactionCount({ address: payer });
      for (const aimed of [
        { ...purchase, licensee: stage.addressOf(RELAYER) },
        { ...purchase, salt: keccak256("0x") },
        { ...purchase, deadline: purchase.deadline + 1n },
        { ...purchase, maxTotal: purchase.maxTotal + 1n },
      ]) {
        await expectRefusal("ProofError", "ERC3009InvalidSignature", () =>
          relayer.purchaseLicenseWithAuthorization({ purchase: aimed, payer, signature }),
        );
      }
      const sale = await relayer.purchaseLicenseWithAuthorizationAndWait({ purchase, payer, signature });
      expect(sale.payer.toLowerCase()).to.equal(payer);
      expect(await buyer.getTransactionCount({ address: payer })).to.equal(sent);
      const errorName = style === "Circle's nonces" ? "ERC3009UsedAuthorization" : "InvalidAccountNonce";
      await expectRefusal("DuplicateError", errorName, () =>
        relayer.purchaseLicenseWithAuthorization({ purchase, payer, signature }),
      );
    });
  }

  it("signs offline where price and domain are given", async () => {
    const purchase = await purchaseOf(work);
    const buyer = stage.as(BUYER);
    const { domain } = await buyer.getEip712Domain({ address: keyed });
    const offline = await buyer.signPurchaseAuthorization({ purchase, token: keyed, value: PRICE, domain });
    expect(offline).to.not.equal(await buyer.signPurchaseAuthorization({ purchase }));
    const { data } = purchaseLicenseWithAuthorization.encode({
      purchase,
      payer: stage.addressOf(BUYER),
      signature: offline,
      licenseMarket: stage.addresses.licenseMarket,
    });
    expect(purchaseLicenseWithAuthorization.decode(data)).to.deep.include({ signature: offline, settle: false });
  });

  it("names a token that has no domain", async () => {
    const purchase = await purchaseOf(work);
    await expectError("TokenDomainUnknownError", () =>
      stage.as(BUYER).signPurchaseAuthorization({ purchase, token: stage.addresses.licenses, value: PRICE }),
    );
  });

  it("records licenses to train, which a model uses once", async () => {
    const dataset = await putOnSale(stage, {
      seller: 2,
      label: "dataset",
      kind: "dataset",
      token,
      price: PRICE,
      usages: ["training"],
      rate: 50_000,
      split: [{ account: stage.addressOf(2), weight: 1_000_000 }],
    });
    const buyer = stage.as(BUYER);
    const purchase = await purchaseOf(dataset);
    const signature = await buyer.signPurchaseAuthorization({ purchase });
    const { purchaseId: licenseId, license } = await stage
      .as(RELAYER)
      .purchaseLicenseWithAuthorizationAndWait({ purchase, payer: stage.addressOf(BUYER), signature });
    expect(license).to.equal(undefined);
    const claim = { licenseId, account: stage.addressOf(BUYER), assetId: dataset.assetId };
    expect(await buyer.holdsLicense({ ...claim, usage: "training" })).to.equal(true);
    expect(await buyer.holdsLicense({ ...claim, usage: "derivative" })).to.equal(false);
    expect(await buyer.holdsLicense({ ...claim, account: stage.addressOf(1), usage: "training" })).to.equal(false);
    const record = await buyer.getLicense({ licenseId });
    expect(record).to.include({ rate: 50_000, usedBy: 0, price: PRICE, assetId: dataset.assetId });
    expect(record.usages).to.deep.equal(["training"]);

    const model = {
      licensor: stage.addressOf(BUYER),
      kind: "model" as const,
      parents: [{ asset: dataset.assetId, licenseId }],
      split: [{ account: stage.addressOf(BUYER), weight: 1_000_000 }],
    };
    await expectRefusal("UnauthorizedError", "LicensesForeignLicense", () =>
      stage.as(1).registerRecipe({ ...model, licensor: stage.addressOf(1) }),
    );
    const { recipe, recipeId } = await buyer.registerRecipeAndWait(model);
    const { stack, edges } = await buyer.getRecipe({ recipeId });
    expect([stack, edges]).to.deep.equal([50_000, [{ parent: dataset.recipe, rate: 50_000, pass: 0 }]]);
    expect((await buyer.getLicense({ licenseId })).usedBy).to.equal(recipe);
    await expectRefusal("DuplicateError", "LicensesUsedLicense", () =>
      buyer.registerRecipe({ ...model, commitment: keccak256("0x09") }),
    );
    await expectRefusal("UnknownIdError", "LicensesUnknownLicense", () =>
      buyer.getLicense({ licenseId: keccak256("0x") }),
    );
  });

  it("sells nothing more once an offer is withdrawn", async () => {
    const { offerId } = await stage.as(1).withdrawOfferAndWait({ offerId: work.offerId });
    expect(offerId).to.equal(work.offerId);
    expect((await stage.reader.getOffer({ offerId })).withdrawn).to.equal(true);
    const purchase = await purchaseOf(work);
    await expectRefusal("StateError", "LicenseMarketWithdrawnOffer", () =>
      stage.as(BUYER).purchaseLicense({ purchase }),
    );
  });
});
