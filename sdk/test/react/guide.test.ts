import { expect } from "chai";
import { readFile } from "node:fs/promises";
import { complaints, ROOT } from "../helpers/compiler.ts";

const GUIDE = new URL("../../../docs/react.md", import.meta.url);

describe("docs/react.md", () => {
  it("has code that the compiler accepts, every block by itself", async function () {
    this.timeout(120_000);
    const text = await readFile(GUIDE, "utf8");
    const blocks = [...text.matchAll(/^```(tsx?)\n([\s\S]*?)^```$/gm)];
    const programs = new Map(
      blocks.map(([, language = "", code = ""], place) => [`${ROOT}sdk/test/react/guide-${place}.${language}`, code]),
    );
    expect(blocks).to.have.length.above(6);
    programs.set(
      `${ROOT}sdk/test/react/wrong.ts`,
      `import { useGetNothing } from "@imprimatur/sdk/react";\nuseGetNothing();`,
    );
    const [mistake, ...others] = complaints(programs)
      .map(({ path, message }) => `${path}: ${message}`)
      .toSorted((a) => (a.includes("wrong.ts") ? -1 : 1));
    expect(mistake, "a mistake is noticed").to.include("useGetNothing");
    expect(others).to.deep.equal([]);
  });
});
