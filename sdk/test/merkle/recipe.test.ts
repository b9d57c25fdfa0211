import { expect } from "chai";
import fc from "fast-check";
import { hexToString, type Hex } from "viem";
import { commitRecipe, discloseRecipeField, verifyRecipeDisclosure } from "@imprimatur/sdk/merkle";
import { RUNS } from "../helpers/arbitraries.ts";
import { expectError } from "../helpers/errors.ts";

const secret: Hex = `0x${"42".repeat(32)}`;
const contents = { model: "sdxl-1.0", steps: ["a lighthouse", "at dusk"], parameters: '{"seed":7}', brandKit: "bold" };

describe("recipe commitment", () => {
  it("refuses to open a field that is not there", async () => {
    await expectError("RecipeFieldError", () => discloseRecipeField(commitRecipe({ contents, secret }), "step/2"));
  });

  it("commits the fields in order, absent ones as empty", () => {
    const paths = ["model", "step/0", "step/1", "parameters", "brandKit"];
    expect(commitRecipe({ contents, secret }).fields.map((field) => field.path)).to.deep.equal(paths);
    const bare = commitRecipe({ contents: {}, secret });
    expect(bare.fields.map((field) => [field.path, field.value])).to.deep.equal([
      ["model", "0x"],
      ["parameters", "0x"],
      ["brandKit", "0x"],
    ]);
  });

  it("salts: the same contents commit differently, the same secret alike", () => {
    expect(commitRecipe({ contents }).commitment).to.not.equal(commitRecipe({ contents }).commitment);
    const [one, two] = [commitRecipe({ contents, secret }), commitRecipe({ contents, secret })];
    expect(one).to.deep.equal(two);
    expect(new Set(one.fields.map((field) => field.salt)).size).to.equal(5);
  });

  it("discloses one field without the others", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 6 }), fc.nat(), (steps, pick) => {
        const recipe = commitRecipe({ contents: { ...contents, steps }, secret });
        const field = recipe.fields[pick % recipe.fields.length];
        const disclosure = discloseRecipeField(recipe, field?.path ?? "");
        expect(verifyRecipeDisclosure(recipe.commitment, disclosure)).to.equal(true);
        expect(verifyRecipeDisclosure(recipe.commitment, { ...disclosure, value: "0xff00ff" })).to.equal(false);
        expect(verifyRecipeDisclosure(recipe.commitment, { ...disclosure, path: "step/9" })).to.equal(false);
        expect(verifyRecipeDisclosure(recipe.commitment, { ...disclosure, count: 2 })).to.equal(false);
        const index = (disclosure.index + 1) % disclosure.count;
        expect(verifyRecipeDisclosure(recipe.commitment, { ...disclosure, index })).to.equal(false);
        expect(verifyRecipeDisclosure(recipe.commitment, { ...disclosure, salt: secret })).to.equal(false);
        expect(Object.keys(disclosure)).to.not.include("secret");
      }),
      { numRuns: RUNS, seed: 1 },
    );
  });

  it("takes whatever a stranger sends for what it is, and never fails", () => {
    const recipe = commitRecipe({ contents, secret });
    const disclosure = discloseRecipeField(recipe, "model");
    const broken = [
      { salt: "0x42" },
      { salt: "salt" },
      { value: "model" },
      { value: "0x123" },
      { proof: ["0x", "0x", "0x"] },
      { proof: [] },
      { proof: [...disclosure.proof, secret] },
      { count: 5.5 },
      { count: Number.NaN },
      { count: 2 ** 40 },
      { index: -1 },
      { index: 0.5 },
    ] as Partial<typeof disclosure>[];
    for (const wrong of broken)
      expect(verifyRecipeDisclosure(recipe.commitment, { ...disclosure, ...wrong }), JSON.stringify(wrong)).to.equal(
        false,
      );
    expect(verifyRecipeDisclosure(recipe.commitment, disclosure)).to.equal(true);
  });

  it("keeps text as UTF-8", () => {
    const recipe = commitRecipe({ contents: { model: "große Möwe 🐦" }, secret });
    expect(hexToString(recipe.fields[0]?.value ?? "0x")).to.equal("große Möwe 🐦");
  });
});
