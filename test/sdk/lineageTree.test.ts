import { expect } from "chai";
import { assetAt, fundPot, lotOf, type StudioAddresses, toBondId } from "@imprimatur/sdk";
import { getLineageTree } from "@imprimatur/sdk/actions";
import { toLeaf } from "@imprimatur/sdk/merkle";
import { provenanceActions } from "@imprimatur/sdk/provenance";
import { type Address, encodeFunctionData, erc20Abi, type Hex, keccak256, sha256, stringToHex } from "viem";
import { openStudio, setStage, type Stage } from "./fixture.ts";
import { buy, type ForSale, fund, putOnSale, type SaleTerms } from "./market.ts";

const ONE = 1_000_000;
/** Whole parts per million of it are whole units. */
const PRICE = 10_000_000n;
const [BASE, LEFT, RIGHT, TOP, BUYER, CLAIMANT] = [6, 2, 3, 4, 5, 8];
const EVIDENCE = keccak256(stringToHex("what shows it"));

/** What was sold under which rate, as the test made it: nothing of it is read back. */
type Made = Map<number, { parent: number; rate: number }[]>;

/** What an ancestor gets of a sale: the rate at the end of every way up that leads to it. */
function shareOf(made: Made, from: number, to: number): number {
  return (made.get(from) ?? []).reduce(
    (sum, { parent, rate }) => sum + (parent === to ? rate : 0) + shareOf(made, parent, to),
    0,
  );
}

describe("sdk: the tree of a lineage", () => {
  let stage: Stage;
  let studio: StudioAddresses;
  let token: Address;
  let [base, left, right, top]: ForSale[] = [];
  const made: Made = new Map();

  const tree = (recipe: number, depth?: number) => {
    const { royaltySplitter } = stage.addresses;
    return getLineageTree(stage.reader, { royaltySplitter, recipe, ...(depth === undefined ? {} : { depth }) });
  };
  const sharesOf = async (recipe: number): Promise<[number, number][]> =>
    (await tree(recipe)).map(({ recipe: above, share }) => [above, share]);

  const sell = async (seller: number, rate: number, parents: { of: ForSale; rate: number }[]): Promise<ForSale> => {
    const licensed: { asset: bigint; licenseId: Hex }[] = [];
    for (const { of } of parents) licensed.push({ asset: of.assetId, licenseId: await buy(stage, seller, of, PRICE) });
    const split = [{ account: stage.addressOf(seller), weight: ONE }];
    const terms: SaleTerms = {
      ...{ seller, token, price: PRICE, split, rate, label: `of ${seller}`, kind: "work", usages: ["derivative"] },
      parents: licensed.sort((a, b) => (a.asset < b.asset ? -1 : 1)),
    };
    const sold = await putOnSale(stage, terms);
    made.set(
      sold.recipe,
      parents.map(({ of, rate: kept }) => ({ parent: of.recipe, rate: kept })),
    );
    return sold;
  };

  before(async () => {
    stage = await setStage();
    studio = await openStudio(stage);
    const { networkHelpers } = stage.protocol.connection;
    await networkHelpers.impersonateAccount(studio.timelock);
    await networkHelpers.setBalance(studio.timelock, 10n ** 20n);
    for (const account of [LEFT, RIGHT, TOP, BUYER, CLAIMANT])
      token = await fund(stage, "TestUSDC", stage.addressOf(account), 20n * PRICE);
    base = await sell(BASE, 40_000, []);
    left = await sell(LEFT, 100_000, [{ of: base, rate: 40_000 }]);
    right = await sell(RIGHT, 50_000, [{ of: base, rate: 40_000 }]);
    top = await sell(TOP, 30_000, [
      { of: left, rate: 100_000 },
      { of: right, rate: 50_000 },
    ]);
  });

  it("counts the base of a diamond once for each way, as counted without the tree", async () => {
    const nodes = await tree(top!.recipe);
    expect(nodes.map(({ recipe, generation, share }) => [recipe, generation, share])).to.deep.equal([
      [top!.recipe, 0, 770_000],
      [right!.recipe, 1, 50_000],
      [left!.recipe, 1, 100_000],
      [base!.recipe, 2, 80_000],
    ]);
    for (const { recipe, share } of nodes.slice(1)) expect(share).to.equal(shareOf(made, top!.recipe, recipe));
    expect(nodes.reduce((sum, { share }) => sum + share, 0)).to.equal(ONE);
    expect(await sharesOf(base!.recipe)).to.deep.equal([[base!.recipe, ONE]]);
  });

  /** What a sale of the top added to each ledger's own income, once all of it was settled. */
  async function paidBySale(): Promise<[number, bigint][]> {
    const recipes = [top, right, left, base].map((sold) => sold!.recipe);
    const settled = async (): Promise<bigint[]> => {
      await stage.as(BUYER).settleUpAndWait({ recipe: top!.recipe, token });
      for (const recipe of recipes) await stage.as(BUYER).settleUpAndWait({ recipe, token });
      return Promise.all(recipes.map(async (recipe) => (await stage.reader.getLedger({ recipe, token })).own));
    };
    const before = await settled();
    await buy(stage, BUYER, top!, PRICE);
    const after = await settled();
    return recipes.map((recipe, at) => [recipe, after[at]! - before[at]!]);
  }

  const expectedOf = async (): Promise<[number, bigint][]> =>
    (await sharesOf(top!.recipe)).map(([recipe, share]) => [recipe, (PRICE * BigInt(share)) / BigInt(ONE)]);

  it("says what the ledgers pay of a sale, to the last unit", async () => {
    const paid = await paidBySale();
    expect(paid).to.deep.equal(await expectedOf());
    expect(paid.reduce((sum, [, amount]) => sum + amount, 0n)).to.equal(PRICE);
  });

  it("stays what it was, and is paid, where a lot above is superseded", async () => {
    const before = await tree(top!.recipe);
    const { recipeId, assetId } = base!;
    const leaf = toLeaf({ contentHash: sha256(stringToHex("corrected")) });
    const { assetId: right2 } = await stage.as(BASE).registerAndWait({ recipeId, nonce: 1_000n, leaf });
    const producer = stage.as(BASE).extend(provenanceActions({ addresses: stage.addresses, studio }));
    await producer.supersedeLotAndWait({ lotId: lotOf(assetId), successor: lotOf(right2) });
    expect((await stage.reader.getLot({ lotId: lotOf(assetId) })).superseded).to.equal(true);
    expect(await tree(top!.recipe)).to.deep.equal(before);
    expect(await paidBySale()).to.deep.equal(await expectedOf());
  });

  it("tells as many generations as are asked for, the recipe's own share unchanged", async () => {
    const whole = await tree(top!.recipe);
    expect((await tree(top!.recipe, 1)).map(({ recipe, share }) => [recipe, share])).to.deep.equal([
      [top!.recipe, 770_000],
      [right!.recipe, 50_000],
      [left!.recipe, 100_000],
    ]);
    // Whose parents are not told still says that it has some.
    expect((await tree(top!.recipe, 1))[1]?.parents).to.deep.equal([{ recipe: base!.recipe, rate: 40_000 }]);
    expect((await tree(top!.recipe, 0)).map(({ share }) => share)).to.deep.equal([770_000]);
    expect(await tree(top!.recipe, 2)).to.deep.equal(whole);
    expect(await tree(top!.recipe, 9)).to.deep.equal(whole);
  });

  it("is not changed by a contest, not even one that is upheld, but by the corrected recipe", async () => {
    const registrar = stage.as(1, studio);
    const of = async (sold: ForSale) => {
      const wanted = { offerId: sold.offerId, assetId: sold.assetId, licensee: studio.timelock, maxTotal: PRICE };
      const purchase = await stage.as(BUYER).toPurchase(wanted);
      const { requirements } = await stage.as(BUYER).quotePurchase({ purchase, payer: stage.addressOf(BUYER) });
      for (const { to, data } of requirements) await stage.as(BUYER).sendTransaction({ to, data });
      const { purchaseId: licenseId } = await stage.as(BUYER).purchaseLicenseAndWait({ purchase });
      return { asset: sold.assetId, licenseId };
    };
    const split = [{ account: studio.timelock, weight: ONE }];
    const recipeOf = { licensor: studio.timelock, kind: "work", split } as const;
    const wrong = await registrar.registerRecipeAndWait({ ...recipeOf, parents: [await of(left!)] });
    const before = await sharesOf(wrong.recipe);
    expect(before).to.deep.equal([
      [wrong.recipe, 860_000],
      [left!.recipe, 100_000],
      [base!.recipe, 40_000],
    ]);

    const claimant = stage.as(CLAIMANT).extend(provenanceActions({ addresses: stage.addresses, studio }));
    const { provenance, royaltySplitter } = stage.addresses;
    const data = encodeFunctionData({ abi: erc20Abi, functionName: "approve", args: [royaltySplitter, PRICE] });
    await claimant.sendTransaction({ to: token, data });
    const id = toBondId(stage.addressOf(CLAIMANT));
    await fundPot(claimant, { royaltySplitter, opener: provenance, id, token, amount: PRICE });
    const parent = assetAt(lotOf(right!.assetId), 0);
    const contest = { recipeId: wrong.recipeId, parent, evidence: EVIDENCE, token, bond: PRICE };
    const { contestId } = await claimant.contestLineageAndWait(contest);
    expect(await sharesOf(wrong.recipe)).to.deep.equal(before);
    await claimant.ruleContestAndWait({ contestId, finding: "upheld", account: studio.timelock });
    expect(await sharesOf(wrong.recipe)).to.deep.equal(before);

    const parents = [await of(left!), await of(right!)].sort((a, b) => (a.asset < b.asset ? -1 : 1));
    const commitment = keccak256(stringToHex("corrected"));
    const corrected = await registrar.registerRecipeAndWait({ ...recipeOf, commitment, parents });
    expect(await sharesOf(corrected.recipe)).to.deep.equal([
      [corrected.recipe, 770_000],
      [right!.recipe, 50_000],
      [left!.recipe, 100_000],
      [base!.recipe, 80_000],
    ]);
  });
});
