import { expect } from "chai";
import fc from "fast-check";
import { simulateRoyalties, type SimulatedRecipe } from "@imprimatur/sdk/statements";
import { getAddress, padHex } from "viem";
import { lineageTree } from "../../src/royalties/lineageTree.ts";
import { RUNS } from "../helpers/arbitraries.ts";

const account = (number: number) => getAddress(padHex(`0x${number.toString(16)}`, { size: 20 }));
const TOKEN = account(0xffff);

/** Lineages in which anything may be made from anything before it; rates small enough to fit under the cap mostly. */
const lineages = fc
  .integer({ min: 1, max: 9 })
  .chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, place) =>
        fc.array(fc.record({ recipe: fc.integer({ min: 1, max: Math.max(place, 1) }), rate: fc.nat(40_000) }), {
          maxLength: place === 0 ? 0 : 3,
        }),
      ),
    ),
  )
  .map((all) =>
    all.map((parents, place): SimulatedRecipe => ({
      recipe: place + 1,
      parents: parents.filter(({ recipe }, at) => parents.findIndex((each) => each.recipe === recipe) === at),
      split: [{ account: account(place + 1), weight: 1_000_000 }],
    })),
  );

describe("lineageTree", () => {
  it("counts an ancestor once for every way that leads to it", () => {
    const edges = new Map([
      [
        4,
        [
          { parent: 2, rate: 100_000 },
          { parent: 3, rate: 50_000 },
        ],
      ],
      [3, [{ parent: 1, rate: 20_000 }]],
      [2, [{ parent: 1, rate: 10_000 }]],
    ]);
    const tree = lineageTree(4, edges);
    expect(tree.map(({ recipe, generation, share }) => [recipe, generation, share])).to.deep.equal([
      [4, 0, 820_000],
      [3, 1, 50_000],
      [2, 1, 100_000],
      [1, 2, 30_000],
    ]);
    expect(lineageTree(1, edges)).to.deep.equal([{ recipe: 1, generation: 0, share: 1_000_000, parents: [] }]);
  });

  it("is what the royalty model pays, of every sale of every lineage", () => {
    const gross = 10n ** 18n;
    let compared = 0;
    fc.assert(
      fc.property(lineages, (recipes) => {
        const last = recipes.length;
        let paid: ReturnType<typeof simulateRoyalties>;
        try {
          paid = simulateRoyalties({ recipes, steps: [{ recipe: last, token: TOKEN, gross }] });
        } catch {
          // A lineage that takes more than 90 % cannot be registered.
          return;
        }
        compared += 1;
        const edges = new Map(
          recipes.map(({ recipe, parents = [] }) => [
            recipe,
            parents.map(({ recipe: parent, rate }) => ({ parent, rate })),
          ]),
        );
        const tree = lineageTree(last, edges);
        expect(tree.reduce((sum, { share }) => sum + share, 0)).to.equal(1_000_000);
        const shares = new Map(tree.map(({ recipe, share }) => [recipe, BigInt(share)]));
        for (const { recipe } of recipes) {
          const amount = paid.payments.find((payment) => payment.recipe === recipe)?.amount ?? 0n;
          const expected = (gross * (shares.get(recipe) ?? 0n)) / 1_000_000n;
          // Each edge rounds down by less than a unit.
          expect(expected - amount < 64n && amount - expected < 64n, `recipe ${recipe}`).to.equal(true);
        }
      }),
      { numRuns: RUNS, seed: 1 },
    );
    expect(compared).to.be.greaterThan(RUNS / 2);
  });
});
