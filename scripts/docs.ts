import { rm } from "node:fs/promises";
import { Application, type TypeDocOptions } from "typedoc";
import type { PluginOptions } from "typedoc-plugin-markdown";
import { build } from "vitepress";
import sdk from "../sdk/package.json" with { type: "json" };

/** Builds the documentation site: the SDK's reference from its sources, then every page, search index and `llms.txt`. */
const REFERENCE = "docs/reference";

/** Entries whose contents are generated from ABIs: their names say all there is to say. */
const GENERATED = ["./abi", "./ethers"];

await rm(REFERENCE, { recursive: true, force: true });
await writeReference();
await build("docs");
console.log("The site is in docs/.vitepress/dist: serve it with any static file server.");

async function writeReference(): Promise<void> {
  const options: Partial<TypeDocOptions & PluginOptions> = {
    plugin: ["typedoc-plugin-markdown"],
    entryPoints: Object.entries(sdk.exports).flatMap(([name, entry]) =>
      typeof entry === "string" || GENERATED.includes(name) ? [] : [`sdk/${entry.source}`],
    ),
    tsconfig: "sdk/tsconfig.json",
    readme: "none",
    excludeExternals: true,
    excludePrivate: true,
    disableSources: true,
    hideGenerator: true,
    logLevel: "Warn",
    validation: { notExported: false, invalidLink: true },
    outputs: [{ name: "markdown", path: REFERENCE }],
    entryFileName: "index.md",
    hidePageHeader: true,
  };
  const application = await Application.bootstrapWithPlugins(options);
  const project = await application.convert();
  if (project === undefined) throw new Error("the SDK's sources do not compile");
  await application.generateOutputs(project);
}
