import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { CEILINGS } from "../../bench/ceilings.ts";
import { SIDEBAR } from "../../docs/.vitepress/sidebar.ts";
import { codeBlocks, documentsAt } from "./documentation.ts";

/** Every page that is written by hand. */
const DOCUMENTS = await documentsAt(["*.md", "docs/**/*.md", "sdk/*.md", "subgraph/*.md", "examples/**/*.md"]);

/** Second column of the table of peers, by what is measured. */
const CLAIMS: Record<string, (gas: (key: string) => number) => number> = {
  "sell a license": (gas) => gas("license.purchaseLazySteady"),
  "the same, and pay four parents at once": (gas) => gas("license.purchaseSettle4Steady"),
  "pay twenty recipes above, after one sale": (gas) => gas("royalty.settleChain20Steady"),
  "from one sale at depth 20 to money in 20 wallets": (gas) =>
    gas("license.purchaseLazySteady") + gas("royalty.settleChain20Steady") + 20 * gas("royalty.claimToWallet"),
  "one payee to its wallet": (gas) => gas("royalty.claimToWallet"),
};

/** Gas that pages promise at most, and the benchmark's key for it. */
const PROMISES: readonly [page: string, pattern: RegExp, key: string][] = [
  ["docs/provenance.md", /at most ([\d,]+) gas a leaf/, "lot.publishLeavesPerLeaf"],
  ["docs/curation.md", /at most ([\d,]+) gas an asset/, "curation.lot10kPerAsset"],
  ["docs/curation.md", /at most ([\d,]+) if every asset is challenged/, "curation.lot10kAllChallengedPerAsset"],
];

/** Commands of npm itself. */
const NPM: ReadonlySet<string> = new Set(["ci", "i", "init", "install", "pack"]);

describe("the documents", () => {
  it("compare with peers by the ceilings that the benchmark holds", async () => {
    const text = await readFile(new URL("../../docs/royalties.md", import.meta.url), "utf8");
    const gas = (key: string): number => CEILINGS[`gas.${key}`] ?? Number.NaN;
    for (const [job, figure] of Object.entries(CLAIMS)) {
      expect(text).to.include(`| ${job} | ${figure(gas).toLocaleString("en-US")}`);
    }
  });

  it("promise no other gas than the benchmark holds", async () => {
    for (const [page, pattern, key] of PROMISES) {
      const figure = pattern.exec(await readFile(page, "utf8"))?.[1];
      expect(figure, `${page}: ${key}`).to.equal(CEILINGS[`gas.${key}`]?.toLocaleString("en-US"));
    }
  });

  it("name only npm commands that exist", async () => {
    for (const document of DOCUMENTS) {
      for (const block of await codeBlocks(document, "sh")) {
        for (const [, command = "", workspace = "."] of block.matchAll(
          /^npm (?:run )?(?:-s )?([\w:-]+)(?: -w (\w+))?/gm,
        )) {
          const known = NPM.has(command) || (await scriptsOf(workspace)).has(command);
          expect(known, `${document}: npm ${command}`).to.equal(true);
        }
      }
    }
  });

  it("link only to files that exist", async () => {
    for (const document of DOCUMENTS) {
      const text = await readFile(document, "utf8");
      for (const [, target = ""] of text.matchAll(/\]\((?!https?:|#|\/)([^)#\s]+)/g)) {
        expect(existsSync(join(dirname(document), target)), `${document}: ${target}`).to.equal(true);
      }
    }
  });

  it("are all reached from the site's sidebar", () => {
    const linked = new Set(SIDEBAR.flatMap(({ items = [] }) => items.map(({ link }) => link)));
    const pages = DOCUMENTS.filter((document) => document.startsWith("docs/") && document !== "docs/index.md");
    expect(pages).to.have.length.greaterThan(20);
    for (const page of pages) {
      expect(linked.has(`/${page.slice("docs/".length, -".md".length)}`), page).to.equal(true);
    }
    expect(new Set(linked).size).to.equal(SIDEBAR.flatMap(({ items = [] }) => items).length, "a page is listed twice");
  });
});

async function scriptsOf(workspace: string): Promise<Set<string>> {
  const manifest = JSON.parse(await readFile(join(workspace, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  return new Set(Object.keys(manifest.scripts));
}
