import { expect } from "chai";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspectContents, inspectImports } from "../../../scripts/package/inspect.ts";
import type { Packed } from "../../../scripts/package/packed.ts";

const MANIFEST = {
  name: "some-sdk",
  version: "1.0.0",
  exports: { ".": { types: "./index.d.ts", default: "./index.js" } },
  dependencies: { declared: "1.0.0" },
};
const FILES = ["README.md", "LICENSE", "package.json", "index.js", "index.d.ts"];
const packed: Packed = { tarball: "", files: FILES, bytes: 1_000, manifest: MANIFEST };

/** What the gate says of a package whose entry has the given code. */
async function complaintAbout(code: string, types = "export {};"): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "imprimatur-inspect-"));
  try {
    const modules = ["some-sdk", "declared", "undeclared"].map((name) => join(directory, "node_modules", name));
    for (const folder of modules) {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, "package.json"), JSON.stringify({ type: "module", exports: "./index.js" }));
      await writeFile(join(folder, "index.js"), folder.endsWith("some-sdk") ? code : "export const found = 1;");
    }
    await writeFile(join(directory, "node_modules", "some-sdk", "index.d.ts"), types);
    const consumer = { directory, [Symbol.asyncDispose]: async () => undefined };
    return await inspectImports(packed, consumer).catch(String);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

describe("packaging gates", () => {
  it("find what only Node has in an entry for browsers", async () => {
    expect(await complaintAbout(`export { readFileSync } from "node:fs";`)).to.contain("node:fs, which browsers lack");
    expect(await complaintAbout(`export { join } from "path";`)).to.contain("path, which browsers lack");
  });

  it("find an import that nobody declares", async () => {
    expect(await complaintAbout(`export * from "undeclared";`)).to.contain("undeclared, which nobody declares");
    const types = `/** import "examples"; */ export declare const found: import("abitype").Address;`;
    const named = `export declare const item: { readonly name: "from"; readonly type: "address" };`;
    expect(await complaintAbout("", named)).to.equal("1 entries for browsers");
    expect(await complaintAbout("", types)).to.contain("declarations import abitype, which nobody declares");
  });

  it("find a file that package.json promises and the tarball lacks", async () => {
    const files = FILES.filter((file) => file !== "index.d.ts");
    expect(await inspectContents({ ...packed, files }).catch(String)).to.contain("not in the tarball: index.d.ts");
  });

  it("find a file that is nobody's business, and a tarball that is too large", async () => {
    const files = [...FILES, "test/secret.test.js"];
    expect(await inspectContents({ ...packed, files }).catch(String)).to.contain("should not be in the tarball");
    expect(await inspectContents({ ...packed, bytes: 9e9 }).catch(String)).to.contain("more than");
  });

  it("let pass what is in order", async () => {
    expect(await complaintAbout(`export * from "declared";`)).to.equal("1 entries for browsers");
    expect(await inspectContents(packed)).to.equal("5 files, 1 kB");
  });
});
