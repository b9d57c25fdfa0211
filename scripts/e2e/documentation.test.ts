import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { CEILINGS } from "../../bench/ceilings.ts";
import { codeBlocks } from "./documentation.ts";

const DOCUMENTS = [
  "README.md",
  "CONTRIBUTING.md",
  "sdk/README.md",
  "SECURITY.md",
  "docs/licensing.md",
  "docs/royalties.md",
  "docs/curation.md",
  "docs/governance.md",
  "docs/ethics-board.md",
  "docs/ballot-box.md",
];

/** Second column of the table of peers, by what is measured. */
const CLAIMS: Record<string, (gas: (key: string) => number) => number> = {
  "sell a license": (gas) => gas("license.purchaseLazySteady"),
  "the same, and pay four parents at once": (gas) => gas("license.purchaseSettle4Steady"),
  "pay twenty recipes above, after one sale": (gas) => gas("royalty.settleChain20Steady"),
  "from one sale at depth 20 to money in 20 wallets": (gas) =>
    gas("license.purchaseLazySteady") + gas("royalty.settleChain20Steady") + 20 * gas("royalty.claimToWallet"),
  "one payee to its wallet": (gas) => gas("royalty.claimToWallet"),
};

describe("the documents", () => {
  it("compare with peers by the ceilings that the benchmark holds", async () => {
    const text = await readFile(new URL("../../docs/royalties.md", import.meta.url), "utf8");
    const gas = (key: string): number => CEILINGS[`gas.${key}`] ?? Number.NaN;
    for (const [job, figure] of Object.entries(CLAIMS)) {
      expect(text).to.include(`| ${job} | ${figure(gas).toLocaleString("en-US")}`);
    }
  });

  it("name only npm commands that exist", async () => {
    const manifest = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8")) as {
      scripts: Record<string, string>;
    };
    const known = new Set([...Object.keys(manifest.scripts), "ci"]);
    for (const document of DOCUMENTS) {
      for (const block of await codeBlocks(document, "sh")) {
        for (const [, command = ""] of block.matchAll(/^npm (?:run )?([\w:-]+)/gm)) {
          expect(known.has(command), `${document}: npm ${command}`).to.equal(true);
        }
      }
    }
  });

  it("link only to files that exist", async () => {
    for await (const document of glob(["*.md", "docs/**/*.md", "sdk/*.md", "subgraph/*.md", "examples/**/*.md"], {
      exclude,
    })) {
      const text = await readFile(document, "utf8");
      for (const [, target = ""] of text.matchAll(/\]\((?!https?:|#|\/)([^)#\s]+)/g)) {
        expect(existsSync(join(dirname(document), target)), `${document}: ${target}`).to.equal(true);
      }
    }
  });
});

/** Folders that others write. */
const exclude = (path: string): boolean => /node_modules|docs\/(reference|\.vitepress)/.test(path);
