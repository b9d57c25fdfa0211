import { expect } from "chai";
import { freeze } from "@imprimatur/sdk";
import { licenseMarketOfferPublishedEvent } from "@imprimatur/sdk/abi";
import { importCatalog } from "@imprimatur/sdk/catalog";
import { toLeaf } from "@imprimatur/sdk/merkle";
import { type Address, sha256, stringToHex, zeroAddress } from "viem";
import { expectRefusal, openStudio, setStage, type Stage, YEAR } from "./fixture.ts";
import { keyOf } from "./gate.ts";
import { buy, decide, fund, putOnSale } from "./market.ts";

const PRICE = 25_000_000n;
const SELLER = 1;
const HEIR = 2;
const AGENT = 3;
const BUYER = 5;

describe("sdk: who controls a recipe", () => {
  let stage: Stage;
  let token: Address;

  before(async () => {
    stage = await setStage();
    token = await fund(stage, "TestUSDC", stage.addressOf(BUYER), 100n * PRICE);
  });

  const put = (label: string, extra: Partial<Parameters<typeof putOnSale>[1]> = {}) =>
    putOnSale(stage, {
      ...{ seller: SELLER, label, kind: "work", token, price: PRICE, usages: ["commercial"] },
      split: [{ account: stage.addressOf(SELLER), weight: 1_000_000 }],
      ...extra,
    });

  it("changes hands in two steps, and old offers lapse", async () => {
    const { recipeId, recipe, offerId, assetId } = await put("handed over");
    const [seller, heir] = [stage.as(SELLER), stage.as(HEIR)];
    await expectRefusal("UnauthorizedError", "AssetRegistryNoOffer", () => heir.acceptControl({ recipeId }));
    await seller.offerControlAndWait({ recipeId, to: stage.addressOf(HEIR) });
    expect((await heir.getPendingLicensor({ recipeId })).toLowerCase()).to.equal(stage.addressOf(HEIR));
    const { controlEpoch } = await heir.acceptControlAndWait({ recipeId });
    expect(controlEpoch).to.equal(1);
    expect(await heir.getRecipe({ recipe })).to.include({ controlEpoch: 1 });
    const payer = stage.addressOf(BUYER);
    const purchase = await heir.toPurchase({ offerId, assetId, licensee: payer, maxTotal: PRICE });
    expect((await heir.quotePurchase({ purchase, payer })).obstacles).to.include("staleOffer");
    await expectRefusal("StateError", "LicenseMarketStaleOffer", () => stage.as(BUYER).purchaseLicense({ purchase }));
  });

  it("lets an agent sell within bounds, until it ends", async () => {
    const { recipeId, recipe, assetId } = await put("with an agent");
    const agent = stage.addressOf(AGENT);
    const until = (await stage.now()) + YEAR;
    const agency = { until, minRate: 0, usages: ["commercial"], token, minPrice: PRICE } as const;
    await stage.as(SELLER).appointAgentAndWait({ recipeId, agent, ...agency });
    expect(await stage.reader.getAgency({ recipe, agent })).to.deep.equal({ ...agency, token });
    const offer = { recipeId, token, price: PRICE, duration: YEAR, end: until, usages: ["commercial"] as const };
    await expectRefusal("LimitError", "LicenseMarketOverAgency", () =>
      stage.as(AGENT).publishOffer({ ...offer, price: PRICE - 1n }),
    );
    const { offerId } = await stage.as(AGENT).publishOfferAndWait({ ...offer, end: until - 1n });
    await buy(stage, BUYER, { recipeId, recipe, assetId, offerId }, PRICE);
    await stage.as(SELLER).appointAgentAndWait({ recipeId, agent, ...agency, until: 0n });
    expect((await stage.reader.getAgency({ recipe, agent })).until).to.equal(0n);
  });

  it("lets others commit lots under a recipe", async () => {
    const { recipeId } = await put("shared");
    const user = stage.addressOf(HEIR);
    const until = (await stage.now()) + YEAR;
    const lot = { recipeId, nonce: 77n, root: sha256("0x01"), count: 3, manifest: sha256("0x02") };
    await expectRefusal("UnauthorizedError", "AssetRegistryUnauthorized", () => stage.as(HEIR).commitLot(lot));
    await stage.as(SELLER).grantRecipeUseAndWait({ recipeId, user, until, independent: true });
    expect(await stage.reader.getRecipeUse({ recipeId, user })).to.deep.equal({ until, independent: true });
    expect((await stage.as(HEIR).commitLotAndWait(lot)).count).to.equal(3);
  });

  it("renews its licenses, which then let it commit lots again", async () => {
    const parent = await put("parent", { kind: "model", usages: ["derivative"], rate: 50_000 });
    const end = (await stage.now()) + 10n * YEAR;
    const terms = { recipeId: parent.recipeId, token, price: PRICE, duration: YEAR, end, rate: 50_000 };
    const { offerId } = await stage.as(SELLER).publishOfferAndWait({ ...terms, usages: ["derivative"] });
    const licenseId = await buy(stage, BUYER, { ...parent, offerId }, PRICE);
    const recipe = {
      licensor: stage.addressOf(BUYER),
      kind: "work" as const,
      parents: [{ asset: parent.assetId, licenseId }],
      split: [{ account: stage.addressOf(BUYER), weight: 1_000_000 }],
    };
    const { recipeId, validUntil } = await stage.as(BUYER).registerRecipeAndWait(recipe);
    await stage.pass(YEAR + 1n);
    const renewed = await buy(stage, BUYER, { ...parent, offerId }, PRICE);
    const renewals = [{ asset: parent.assetId, licenseId: renewed }];
    const result = await stage.as(BUYER).renewRecipeAndWait({ ...recipe, renewals });
    expect(result.validUntil > validUntil).to.equal(true);
    expect((await stage.reader.getRecipe({ recipeId })).validUntil).to.equal(result.validUntil);
  });

  it("registers a catalog of existing NFTs, whose licenses sell at once", async () => {
    const { viem } = stage.protocol.connection;
    const collection = await viem.deployContract("TestCollection");
    const licensor = stage.addressOf(HEIR);
    for (const tokenId of [41n, 42n]) await collection.write.mint([licensor, tokenId]);
    const end = (await stage.now()) + YEAR;
    const { calls, entries } = importCatalog({
      csv: `collection,tokenId,price\n${collection.address},41,${PRICE}\n${collection.address},42,\n`,
      ...{ licensor, addresses: stage.addresses, firstNonce: 900n, end, token },
    });
    for (const { to, data } of calls) await stage.as(HEIR).sendTransaction({ to, data });
    const [first, second] = entries;
    expect(await stage.reader.getExternal({ assetId: second!.assetId })).to.deep.equal({
      collection: entries[1]!.collection,
      tokenId: 42n,
    });
    const [offer] = await stage.reader
      .getContractEvents({
        address: stage.addresses.licenseMarket,
        abi: [licenseMarketOfferPublishedEvent],
        fromBlock: 0n,
      })
      .then((logs) => logs.slice(-1));
    const sale = { recipeId: "0x" as const, recipe: 0, assetId: first!.assetId, offerId: offer!.args.offerId! };
    await buy(stage, BUYER, sale, PRICE);
    const account = stage.addressOf(BUYER);
    expect(await stage.reader.hasLicense({ account, assetId: first!.assetId, usage: "commercial" })).to.equal(true);
  });

  it("is ruled by the studio that committed the asset, which may freeze it by a vote", async () => {
    const studio = await openStudio(stage);
    const registrar = stage.as(1, studio);
    const split = [{ account: studio.timelock, weight: 1_000_000 }];
    const { recipeId } = await registrar.registerRecipeAndWait({ licensor: studio.timelock, kind: "work", split });
    await registrar.admitProducerAndWait({ producer: stage.addressOf(9), quota: 10 });
    for (const member of [1, 2, 3]) {
      const consent = { account: keyOf(member), curator: stage.addressOf(member) };
      const player = stage.as(member, studio);
      await player.registerCuratorAndWait(await player.signCuratorKey(consent));
    }
    const leaf = toLeaf({ contentHash: sha256(stringToHex("ruled")) });
    const lot = { recipeId, nonce: 1n, root: sha256(leaf.contentHash), count: 1, manifest: sha256("0x") };
    const { lotId } = await stage.as(9).commitLotAndWait({ ...lot, gate: studio.curation });
    const assetId = lotId << 24n;
    expect(await stage.reader.getRulers({ assetId })).to.deep.equal({ timelock: studio.timelock, board: zeroAddress });
    expect(await stage.reader.getFrozenUntil({ assetId })).to.equal(0n);
    await expectRefusal("UnauthorizedError", "AssetRegistryUnauthorized", async () =>
      stage.as(HEIR).freeze({ assetId, until: (await stage.now()) + 86_400n }),
    );
    const until = (await stage.now()) + 20n * 86_400n;
    const call = freeze.encode({ assetRegistry: stage.addresses.assetRegistry, assetId, until });
    const decided = await decide(stage, studio, [1, 2, 3], { title: "Freeze", calls: [call] });
    await decided.execute();
    expect(await stage.reader.getFrozenUntil({ assetId })).to.equal(until);
  });
});
