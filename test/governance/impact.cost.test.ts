import { expect } from "chai";
import type { Address } from "viem";
import {
  ACCOUNTS_TO_STEAL,
  impactBudget,
  impactPoints,
  incomeFor,
  planWash,
  repFor,
  washShare,
  weeksToSteal,
} from "../../scripts/simulate/captureModel.ts";
import type { Wallet } from "../helpers/protocol.ts";
import { Random } from "../helpers/random.ts";
import { type ImpactStage, MAX_SHARE, PRICE, setUpImpact, USDC, WEEK } from "./impact.ts";

const REP = 10n ** 18n;
const TREASURY = 100_000;

/** What votes cost (GOV-4): on the real contracts, and in the model that `npm run simulate:capture` prints. */
describe("governance/impact.cost", () => {
  let stage: ImpactStage;
  let washer: Wallet;
  before(async () => {
    stage = await setUpImpact();
    washer = stage.author;
  });
  beforeEach(async () => {
    await stage.usdc.write.mint([washer.account.address, 10n ** 12n]);
    await stage.usdc.write.approve([stage.splitter.address, 10n ** 12n], { account: washer.account });
  });
  afterEach(() => stage.rewind());

  const holdings = ({ account }: Wallet) => stage.usdc.read.balanceOf([account.address]);
  const openWashed = (recipe: number) => stage.openRecipe(recipe, TREASURY, [[washer.account.address, 900_000]]);
  /** The washer buys from itself and takes its part back. */
  const wash = async (recipe: number, gross: bigint) => {
    await stage.sell(recipe, gross, { payer: washer.account.address });
    await stage.splitter.write.claimToWallet([recipe, stage.usdc.address, washer.account.address]);
  };
  /** Ends the epoch and collects the washer's part of these recipes. */
  const collect = async (recipes: number[]) => {
    const { impact, token } = stage;
    const epoch = await impact.read.epochNow();
    await stage.passEpoch();
    await stage.close(epoch);
    for (const recipe of recipes) await stage.claim(epoch, recipe, washer.account.address, washer);
    return token.read.balanceOf([washer.account.address]);
  };

  it("scores what the model says, for any income", async () => {
    await stage.turnOn();
    const random = new Random(0x1a9ac7);
    const incomes = [
      1n,
      PRICE - 1n,
      PRICE,
      PRICE + 1n,
      4n * PRICE,
      ...Array.from({ length: 12 }, () => random.big(1n, 10n ** 12n)),
    ];
    const epoch = await stage.impact.read.epochNow();
    for (const [i, income] of incomes.entries()) {
      await stage.openHalf(i + 1);
      await stage.earn(i + 1, 2n * income);
      const { amount, points } = await stage.impact.read.flowOf([epoch, i + 1]);
      expect([amount, points], String(income)).to.deep.equal([income, impactPoints(income, PRICE)]);
      expect(points * PRICE <= income * REP, "cheaper than its price").to.equal(true);
      expect(incomeFor(points, PRICE) <= income, "the model asks for more").to.equal(true);
    }
  });

  for (const washed of [0n, 25n, 50n, 75n, 100n]) {
    it(`costs at least what it gives where ${washed} % of the income is the washer's own`, async () => {
      const { impact, protocol } = stage;
      const ppm = washed * 10_000n;
      const gross = 400n * USDC;
      await stage.turnOn();
      await openWashed(1);
      const epoch = await impact.read.epochNow();
      await stage.measure(1);
      const own = (gross * ppm) / 1_000_000n;
      if (own !== gross) await stage.sell(1, gross - own);
      await stage.splitter.write.claimToWallet([1, stage.usdc.address, washer.account.address]);
      const { networkHelpers } = protocol.connection;
      const honest = await networkHelpers.takeSnapshot();
      if (own !== gross) await stage.measure(1);
      const without = (await impact.read.flowOf([epoch, 1])).points;
      await honest.restore();

      const before = await holdings(washer);
      if (own !== 0n) await wash(1, own);
      await stage.measure(1);
      const lost = before - (await holdings(washer));
      const gained = (await impact.read.flowOf([epoch, 1])).points - without;
      expect({ lost, gained }).to.deep.equal(washShare((gross * BigInt(TREASURY)) / 1_000_000n, ppm, PRICE));
      expect(lost * REP >= gained * PRICE, `${lost} for ${gained}`).to.equal(true);
    });
  }

  it("is never below the price in the model, for every wash share and income", () => {
    const random = new Random(0xc057);
    for (let i = 0; i < 2_000; i++) {
      const [income, price] = [random.big(1n, 10n ** 15n), random.big(1n, 10n ** 10n)];
      const { lost, gained } = washShare(income, random.big(0n, 1_000_000n), price);
      // One unit of 10^-18 REP for the two roundings.
      expect(lost * REP + price >= gained * price, `${lost} for ${gained} at ${price}`).to.equal(true);
    }
  });

  it("is the price, however many recipes, weeks and identities share it", async () => {
    const { token } = stage;
    const supply = await token.read.totalSupply();
    const budget = impactBudget(supply, BigInt(MAX_SHARE));
    const wanted = repFor(supply, 10_000n);
    for (const recipes of [1n, 2n, 13n, 100n, 1_000n]) {
      for (const hurry of [false, true]) {
        const terms = { recipes, unitsPerRep: PRICE, budget, treasury: BigInt(TREASURY) };
        const { given, points, epochs, turnover } = planWash(wanted, terms, hurry);
        expect(points >= wanted).to.equal(true);
        expect(given * REP >= wanted * PRICE, `${recipes} recipes`).to.equal(true);
        expect(epochs >= 3n, "within the share of the issuance").to.equal(true);
        expect(turnover).to.equal(given * 10n);
      }
    }
  });

  it("buys ten REP in a week at the price exactly, of which the issuance pays no more", async () => {
    const { impact, token } = stage;
    await stage.turnOn();
    const recipes = Array.from({ length: 10 }, (_, i) => i + 1);
    const before = await holdings(washer);
    for (const recipe of recipes) {
      await openWashed(recipe);
      await stage.measure(recipe);
      await wash(recipe, 10n * PRICE);
      await stage.measure(recipe);
    }
    const lost = before - (await holdings(washer));
    expect(lost).to.equal(10n * PRICE);
    const supply = await token.read.totalSupply();
    const balance = await collect(recipes);
    const effective = (balance * 2n ** 40n) / (await token.read.index());
    expect(effective <= 10n * REP && effective > 10n * REP - REP / 1_000n, String(effective)).to.equal(true);
    expect(lost * REP >= effective * PRICE).to.equal(true);
    expect(balance <= impactBudget(supply, BigInt(MAX_SHARE))).to.equal(true);
    expect(await impact.read.epochNow()).to.be.greaterThan(1);
  });

  it("of stolen minters is time: the weeks of the model, on the real token", async () => {
    const { token, clones, protocol } = stage;
    const gate = await stage.asModule(clones.curation);
    const thieves: Address[] = protocol.wallets.slice(11, 11 + ACCOUNTS_TO_STEAL).map(({ account }) => account.address);
    const evidence = `0x${"00".repeat(32)}` as const;
    const stolen = async () => {
      const balances = await Promise.all(thieves.map((thief) => token.read.balanceOf([thief])));
      return balances.reduce((sum, balance) => sum + balance);
    };
    let weeks = 0;
    for (const ppm of [10_000n, 50_000n, 100_000n]) {
      for (;;) {
        await token.write.reserveIssuance([2n ** 255n], gate);
        for (const thief of thieves) await token.write.mintReserved([thief, 2n ** 200n, evidence], gate);
        if ((await stolen()) * 1_000_000n >= ppm * (await token.read.totalSupply())) break;
        await protocol.connection.networkHelpers.time.increase(WEEK);
        weeks += 1;
      }
      expect(weeks, `${ppm} ppm`).to.equal(weeksToSteal(ppm));
    }
    expect(weeksToSteal(333_333n)).to.be.greaterThanOrEqual(21);
  });
});
