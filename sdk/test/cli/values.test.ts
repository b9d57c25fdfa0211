import { expect } from "chai";
import type { z } from "zod";
import * as values from "../../src/cli/values.ts";

/** What a text is read as; the reason where it is refused. */
function read(type: z.ZodType, text: unknown): unknown {
  const parsed = type.safeParse(text);
  return parsed.success ? parsed.data : values.firstProblem(parsed.error, "it");
}

describe("values of the command line", () => {
  it("refuses what is no address, hash, number, amount, share, time", () => {
    const refused: [z.ZodType, unknown, string][] = [
      [values.address, "0x12", "it is no address"],
      [values.address, "0x70997970c51812dc3a010c7d01b50e0d17dc79C8", "it is no address"],
      [values.hash, `0x${"1".repeat(63)}`, "it is no hash"],
      [values.bytes, "0x123", "it is no hex"],
      [values.integer, "-1", "it is no whole number"],
      [values.integer, "1e3", "it is no whole number"],
      [values.integer, 1.5, "it is a whole number"],
      [values.count, "4294967296", "it is more than"],
      [values.amount, "1,5", "it is no amount"],
      [values.amount, ".5", "it is no amount"],
      [values.duration, "5 minutes", "it is no length of time"],
      [values.moment, "soon", "it is no date"],
      [values.ppm, "2.5", "it is no share"],
      [values.ppm, "101%", "it is more than all"],
      [values.usages, "personal,fun", "it: 1 is not among"],
      [values.url, "ftp://example.org", "it is no URL"],
      [values.recipe, "0x12", "it is no recipe"],
      [values.text, undefined, "it is needed"],
    ];
    for (const [type, text, reason] of refused) expect(read(type, text), String(text)).to.include(reason);
  });

  it("reads addresses, ids, recipes, usages", () => {
    const lower = "0x70997970c51812dc3a010c7d01b50e0d17dc79c8";
    expect(read(values.address, lower)).to.equal("0x70997970C51812dc3A010C7d01b50e0d17dc79C8");
    expect(read(values.integer, "0xff")).to.equal(255n);
    expect(read(values.integer, 7)).to.equal(7n);
    expect(read(values.recipe, "4")).to.deep.equal({ recipe: 4 });
    const recipeId = `0x${"ab".repeat(32)}`;
    expect(read(values.recipe, recipeId)).to.deep.equal({ recipeId });
    expect(read(values.usages, "personal, commercial")).to.deep.equal(["personal", "commercial"]);
  });

  it("reads lengths of time, moments and shares exactly", () => {
    expect(["90", "90s", "15m", "12h", "30d", "2w", "1y"].map((text) => read(values.duration, text))).to.deep.equal([
      ...[90n, 90n, 900n, 43_200n, 2_592_000n, 1_209_600n, 31_536_000n],
    ]);
    expect(read(values.moment, "2026-01-01")).to.equal(1_767_225_600n);
    expect(read(values.moment, "1767225600")).to.equal(1_767_225_600n);
    expect(["5%", "2.5%", "0.0001%", "50000"].map((text) => read(values.ppm, text))).to.deep.equal([
      ...[50_000, 25_000, 1, 50_000],
    ]);
  });
});
