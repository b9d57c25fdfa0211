import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { codeBlocks } from "./documentation.ts";

const DOCUMENTS = ["README.md", "CONTRIBUTING.md", "sdk/README.md", "SECURITY.md"];

describe("the documents", () => {
  it("name only npm commands that exist", async () => {
    const manifest = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8")) as {
      scripts: Record<string, string>;
    };
    const known = new Set([...Object.keys(manifest.scripts), "ci"]);
    for (const document of DOCUMENTS) {
      for (const block of await codeBlocks(document, "sh")) {
        for (const [, command = ""] of block.matchAll(/^npm (?:run )?([\w:]+)/gm)) {
          expect(known.has(command), `${document}: npm ${command}`).to.equal(true);
        }
      }
    }
  });
});
