import { expect } from "chai";
import fc from "fast-check";
import { type Address, numberToHex } from "viem";
import { type SimulatedRecipe, type SimulatedStep, simulateRoyalties } from "@imprimatur/sdk/statements";
import { RoyaltyGraph, RoyaltyModel } from "../../../test/models/royaltyGraph.ts";
import { RUNS } from "../helpers/arbitraries.ts";
import { expectError } from "../helpers/errors.ts";

const TOKEN: Address = "0x00000000000000000000000000000000000000aa";
const OTHER: Address = "0x00000000000000000000000000000000000000bb";
const accountOf = (place: number): Address => numberToHex(place + 1, { size: 20 });
const [ADA, BERT, CARA] = [accountOf(100), accountOf(101), accountOf(102)] as const;
const whole = (account: Address) => [{ account, weight: 1_000_000 }];

/** What an account gets of one recipe, or beside all recipes. */
function amountOf(
  outcome: ReturnType<typeof simulateRoyalties>,
  account: Address,
  recipe?: number,
  token = TOKEN,
): bigint {
  const found = outcome.payments.filter(
    (payment) => payment.account === account && payment.recipe === recipe && payment.token === token,
  );
  return found.reduce((sum, { amount }) => sum + amount, 0n);
}

/** A lineage of up to eight recipes with up to three parents each, two payees a recipe, and sales of it. */
const trade = fc
  .array(
    fc.record({
      parents: fc.uniqueArray(fc.record({ back: fc.integer({ min: 1, max: 7 }), rate: fc.nat(90_000) }), {
        selector: ({ back }) => back,
        maxLength: 3,
      }),
      weight: fc.integer({ min: 1, max: 999_999 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .chain((drawn) =>
    fc.record({
      drawn: fc.constant(drawn),
      sales: fc.array(
        fc.record({
          recipe: fc.integer({ min: 1, max: drawn.length }),
          gross: fc.bigInt(0n, 10n ** 12n),
          cut: fc.nat(10),
        }),
        { maxLength: 20 },
      ),
    }),
  );

describe("simulateRoyalties", () => {
  it("pays what the independent model pays, whatever its order of settlements", () => {
    fc.assert(
      fc.property(trade, ({ drawn, sales }) => {
        const graph = new RoyaltyGraph();
        const recipes: SimulatedRecipe[] = drawn.map(({ parents, weight }, place) => {
          const made = parents
            .map(({ back, rate }) => ({ recipe: place + 1 - back, rate }))
            .filter(({ recipe }) => recipe > 0)
            .sort((a, b) => a.recipe - b.recipe);
          const stack = made.reduce((sum, { recipe, rate }) => sum + BigInt(rate) + graph.node(recipe).stack, 0n);
          const kept = stack > 900_000n ? [] : made;
          const split = [
            { account: accountOf(2 * place), weight },
            { account: accountOf(2 * place + 1), weight: 1_000_000 - weight },
          ];
          graph.open(
            kept.map(({ recipe, rate }) => ({ parent: recipe, rate: BigInt(rate) })),
            new Map(split.map((line) => [line.account, BigInt(line.weight)])),
          );
          return { recipe: place + 1, parents: kept, split };
        });
        const model = new RoyaltyModel(graph);
        const steps = sales.map(({ recipe, gross, cut }): SimulatedStep => {
          const referral = (gross * BigInt(cut)) / 100n;
          model.sell(recipe, gross, referral, CARA);
          if (cut % 3 === 0) model.settle(recipe);
          return { recipe, token: TOKEN, gross, referral, referrer: CARA };
        });
        for (let recipe = graph.size; recipe > 0; recipe -= 1) model.settle(recipe);

        const outcome = simulateRoyalties({ recipes, steps });
        for (const { recipe, split } of recipes) {
          for (const { account } of split) {
            expect(amountOf(outcome, account, recipe)).to.equal(model.claimable(recipe, account));
          }
          expect(outcome.stacks.get(recipe)).to.equal(Number(graph.node(recipe).stack));
        }
        expect(amountOf(outcome, CARA)).to.equal(model.balance(CARA));
        const given = outcome.payments.reduce((sum, { amount }) => sum + amount, 0n);
        const [dust = { amount: 0n }] = outcome.dust;
        expect(given + dust.amount).to.equal(model.held);
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  it("repays an advance before the split begins, in its token only", () => {
    const advance = { account: CARA, token: TOKEN, amount: 700n };
    const recipes = [{ recipe: 1, split: whole(ADA), options: { advance } }];
    const sell = (token: Address, gross: bigint) => ({ recipe: 1, token, gross });
    const outcome = simulateRoyalties({ recipes, steps: [sell(TOKEN, 500n), sell(OTHER, 90n), sell(TOKEN, 300n)] });
    expect(amountOf(outcome, CARA, 1)).to.equal(700n);
    expect(amountOf(outcome, ADA, 1)).to.equal(100n);
    expect(amountOf(outcome, ADA, 1, OTHER)).to.equal(90n);
    const early = simulateRoyalties({ recipes, steps: [sell(TOKEN, 500n)] });
    expect([amountOf(early, CARA, 1), amountOf(early, ADA, 1)]).to.deep.equal([500n, 0n]);
  });

  it("divides by Merkle lines", () => {
    const lines = [
      { index: 0n, account: ADA, weight: 2n },
      { index: 1n, account: BERT, weight: 1n },
    ];
    const options = { kind: "merkle", root: "0x01", totalWeight: 3n } as const;
    const outcome = simulateRoyalties({
      recipes: [{ recipe: 1, split: [], options, lines }],
      steps: [{ recipe: 1, token: TOKEN, gross: 100n }],
    });
    expect([amountOf(outcome, ADA, 1), amountOf(outcome, BERT, 1)]).to.deep.equal([66n, 33n]);
    expect(outcome.dust).to.deep.equal([{ token: TOKEN, amount: 1n }]);
  });

  it("leaves what shares earned with who held them, and other tokens with the first payees", () => {
    const options = { kind: "tradable", token: TOKEN } as const;
    const outcome = simulateRoyalties({
      recipes: [{ recipe: 1, split: whole(ADA), options }],
      steps: [
        { recipe: 1, token: TOKEN, gross: 100n },
        { recipe: 1, from: ADA, to: BERT, shares: 250_000n },
        { recipe: 1, token: TOKEN, gross: 100n },
        { recipe: 1, token: OTHER, gross: 100n },
      ],
    });
    expect([amountOf(outcome, ADA, 1), amountOf(outcome, BERT, 1)]).to.deep.equal([175n, 25n]);
    expect([amountOf(outcome, ADA, 1, OTHER), amountOf(outcome, BERT, 1, OTHER)]).to.deep.equal([100n, 0n]);
  });

  it("lets an owner keep all but the lineage's part", () => {
    const outcome = simulateRoyalties({
      recipes: [
        { recipe: 1, split: whole(ADA) },
        { recipe: 2, parents: [{ recipe: 1, rate: 100_000 }], split: whole(BERT) },
      ],
      steps: [{ recipe: 2, token: TOKEN, gross: 1001n, seller: CARA }],
    });
    expect(amountOf(outcome, CARA)).to.equal(900n);
    expect(amountOf(outcome, ADA, 1)).to.equal(101n);
    expect(amountOf(outcome, BERT, 2)).to.equal(0n);
  });

  it("refuses lineages that no chain would accept", async () => {
    const one = { recipe: 1, split: whole(ADA) };
    const refused: Parameters<typeof simulateRoyalties>[0][] = [
      { recipes: [one, one], steps: [] },
      { recipes: [{ ...one, parents: [{ recipe: 1, rate: 1 }] }], steps: [] },
      { recipes: [{ ...one, split: [{ account: ADA, weight: 1 }] }], steps: [] },
      { recipes: [{ ...one, options: { kind: "merkle" } }], steps: [] },
      { recipes: [one, { ...one, recipe: 2, parents: [{ recipe: 1, rate: 900_001 }] }], steps: [] },
      { recipes: [one], steps: [{ recipe: 2, token: TOKEN, gross: 1n }] },
    ];
    for (const parameters of refused) {
      await expectError("LineageInvalidError", () => simulateRoyalties(parameters));
    }
  });
});
