import { expect } from "chai";
import { builtinModules } from "node:module";
import { readFile } from "node:fs/promises";
import * as actions from "@imprimatur/sdk/actions";
import { bundle } from "./bundle.ts";

/** Kilobytes of 1,024 bytes. */
const KB = 1024;
const ACTION_LIMIT = 3 * KB;
const TOTAL_LIMIT = 60 * KB;
const LOGS_LIMIT = 50 * KB;

const manifest = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8")) as {
  exports: Record<string, { source?: string; types?: string; default?: string }>;
};
const entries = Object.keys(manifest.exports).filter((entry) => entry !== "./package.json");
const specifier = (entry: string): string => `@imprimatur/sdk${entry.slice(1)}`;

describe("browser bundles", () => {
  for (const entry of entries.filter((name) => name !== "./node" && name !== "./mcp")) {
    it(`${entry} needs nothing that only Node has`, async () => {
      const { externals } = await bundle(`export * from ${JSON.stringify(specifier(entry))};`);
      const foreign = externals.filter((path) => !/^(viem|ethers|react|wagmi|@tanstack\/react-query)(\/|$)/.test(path));
      expect(foreign).to.deep.equal([]);
      expect(externals.filter((path) => builtinModules.includes(path.replace(/^node:/, "")))).to.deep.equal([]);
    });
  }

  it("would notice: ./node does not bundle for browsers", async () => {
    const failure: unknown = await bundle(`export * from "@imprimatur/sdk/node";`).catch((error: unknown) => error);
    expect(String(failure)).to.contain("node:");
  });

  it("gives every entry a source, types, a bundle for Node and a default", () => {
    for (const entry of entries) expect(manifest.exports[entry]).to.have.all.keys("source", "types", "node", "default");
  });

  it("costs at most 3 kB an action, viem apart", async function () {
    this.timeout(300_000);
    const measured = await Promise.all(
      Object.keys(actions)
        .filter((name) => !name.endsWith("AndWait"))
        .map(async (name) => {
          const waiting = `${name}AndWait` in actions ? `, ${name}AndWait` : "";
          const { gzBytes } = await bundle(`export { ${name}${waiting} } from "@imprimatur/sdk/actions";`);
          return { name, gzBytes };
        }),
    );
    for (const { name, gzBytes } of measured) expect(gzBytes, name).to.be.at.most(ACTION_LIMIT);
  });

  it("costs at most 60 kB for all of the root entry, on demand too, viem apart", async () => {
    expect((await bundle(`export * from "@imprimatur/sdk";`)).allGzBytes).to.be.at.most(TOTAL_LIMIT);
  });

  it("costs at most 50 kB for reading and auditing logs", async () => {
    expect((await bundle(`export * from "@imprimatur/sdk/logs";`)).allGzBytes).to.be.at.most(LOGS_LIMIT);
  });
});
