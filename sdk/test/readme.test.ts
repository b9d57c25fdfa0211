import { readFile } from "node:fs/promises";
import { expect } from "chai";
import * as actions from "@imprimatur/sdk/actions";
import { CATALOG_COLUMNS } from "@imprimatur/sdk/catalog";

describe("the README", () => {
  const read = () => readFile(new URL("../README.md", import.meta.url), "utf8");

  it("names every action", async () => {
    const text = await read();
    const names = Object.keys(actions).filter((name) => !name.endsWith("AndWait"));
    expect(names.filter((name) => !text.includes(`\`${name}\``))).to.deep.equal([]);
  });

  it("says of every column of a catalog what the code says", async () => {
    const text = await read();
    for (const [column, holds] of Object.entries(CATALOG_COLUMNS))
      expect(text).to.contain(`| \`${column}\` | ${holds} |`);
  });

  it("names every entry of the package", async () => {
    const [text, manifest] = [await read(), await readFile(new URL("../package.json", import.meta.url), "utf8")];
    const entries = Object.keys((JSON.parse(manifest) as { exports: object }).exports);
    const missing = entries
      .filter((entry) => entry !== "./package.json")
      .filter((entry) => !text.includes(`\`${entry.slice(1) || "."}\``) && entry !== ".");
    expect(missing).to.deep.equal([]);
  });
});
