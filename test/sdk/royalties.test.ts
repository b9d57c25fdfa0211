import { expect } from "chai";
import { type Address, erc20Abi } from "viem";
import { expectRefusal, setStage, type Stage } from "./fixture.ts";
import { buy, type ForSale, fund, putOnSale } from "./market.ts";

const PRICE = 10_000_001n;

describe("sdk: royalties", () => {
  let stage: Stage;
  let token: Address;
  let dataset: ForSale;
  let model: ForSale;
  let work: ForSale;

  const wallet = (account: Address): Promise<bigint> =>
    stage.reader.readContract({ address: token, abi: erc20Abi, functionName: "balanceOf", args: [account] });

  before(async () => {
    stage = await setStage();
    for (const buyer of [2, 3, 5]) token = await fund(stage, "TestUSDC", stage.addressOf(buyer), 10n * PRICE);
    const terms = { token, price: PRICE };
    const all = (account: number) => [{ account: stage.addressOf(account), weight: 1_000_000 }];
    dataset = await putOnSale(stage, {
      ...terms,
      ...{ seller: 1, label: "dataset", kind: "dataset", usages: ["training"], rate: 50_000 },
      split: [
        { account: stage.addressOf(11), weight: 300_000 },
        { account: stage.addressOf(12), weight: 700_000 },
      ],
    });
    const training = { asset: dataset.assetId, licenseId: await buy(stage, 2, dataset, PRICE) };
    model = await putOnSale(stage, {
      ...terms,
      ...{ seller: 2, label: "model", kind: "model", usages: ["derivative"], rate: 100_000 },
      split: all(2),
      parents: [training],
    });
    const derivative = { asset: model.assetId, licenseId: await buy(stage, 3, model, PRICE) };
    work = await putOnSale(stage, {
      ...terms,
      ...{ seller: 3, label: "work", kind: "work", usages: ["personal"] },
      split: all(3),
      parents: [derivative],
    });
    await buy(stage, 5, work, PRICE);
  });

  it("knows a recipe's whole lineage, children first", async () => {
    expect(await stage.reader.getLineage({ recipe: work.recipe })).to.deep.equal([
      work.recipe,
      model.recipe,
      dataset.recipe,
    ]);
    expect(await stage.reader.getLineage({ recipe: dataset.recipe })).to.deep.equal([dataset.recipe]);
    await expectRefusal("UnknownIdError", "RoyaltySplitterUnknownRecipe", () =>
      stage.reader.getLineage({ recipe: 99 }),
    );
  });

  it("has nothing to claim before anything is settled", async () => {
    const payee = stage.addressOf(12);
    const { recipe } = dataset;
    expect(await stage.reader.getClaimable({ recipe, token, payee })).to.equal(0n);
    expect((await stage.as(8).claimAndWait({ recipe, token, payee })).amount).to.equal(0n);
    expect((await stage.as(8).withdrawAndWait({ token, payee })).amount).to.equal(0n);
    const ledger = await stage.reader.getLedger({ recipe: work.recipe, token });
    expect(ledger).to.include({ sales: PRICE, settledSales: 0n, own: 0n });
  });

  it("carries the sale all the way up in one call, whatever order it is given", async () => {
    const recipes = (await stage.reader.getLineage({ recipe: work.recipe })).toReversed();
    const { settled } = await stage.as(8).settleAndWait({ recipes: [...recipes, work.recipe], token });
    expect(settled.map(({ recipe }) => recipe)).to.deep.equal([work.recipe, model.recipe, dataset.recipe]);
    expect(settled[0]).to.include({ sales: PRICE, passed: 0n });
    const { settled: again } = await stage.as(8).settleAndWait({ recipes, token });
    expect(again).to.deep.equal([]);
    const part = (ppm: bigint): bigint => (PRICE * ppm) / 1_000_000n;
    const own = PRICE + part(50_000n) + part(50_000n);
    expect((await stage.reader.getLedger({ recipe: dataset.recipe, token })).own).to.equal(own);
    const payee = stage.addressOf(12);
    const claimable = await stage.reader.getClaimable({ recipe: dataset.recipe, token, payee });
    expect(claimable).to.equal((own * 7n) / 10n);
  });

  it("pays a payee straight to the wallet, sent by anybody", async () => {
    const [payee, { recipe }] = [stage.addressOf(12), dataset];
    const claimable = await stage.reader.getClaimable({ recipe, token, payee });
    const before = await wallet(payee);
    const { amount } = await stage.as(8).claimToWalletAndWait({ recipe, token, payee });
    expect(amount).to.equal(claimable);
    expect((await wallet(payee)) - before).to.equal(amount);
    expect((await stage.as(8).claimToWalletAndWait({ recipe, token, payee })).amount).to.equal(0n);
  });

  it("gathers claims before one withdrawal", async () => {
    const payee = stage.addressOf(2);
    const { amount } = await stage.as(8).claimAndWait({ recipe: model.recipe, token, payee });
    expect(await stage.reader.getRoyaltyBalance({ token, payee })).to.equal(amount);
    const before = await wallet(payee);
    expect((await stage.as(8).withdrawAndWait({ token, payee })).amount).to.equal(amount);
    expect((await wallet(payee)) - before).to.equal(amount);
    expect(await stage.reader.getRoyaltyBalance({ token, payee })).to.equal(0n);
  });

  it("explains who has no part in a split", async () => {
    await expectRefusal("UnknownIdError", "RoyaltySplitterUnknownPayee", () =>
      stage.as(8).claim({ recipe: work.recipe, token, payee: stage.addressOf(9) }),
    );
    await expectRefusal("UnknownIdError", "RoyaltySplitterUnknownRecipe", () =>
      stage.as(8).settle({ recipes: [77], token }),
    );
  });
});
