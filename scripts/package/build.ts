import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "../stack/compile.ts";
import { run } from "../testing/process.ts";

/**
 * Builds the published form of the SDK: `dist` with JavaScript, declarations and their maps, a module a file for bundlers,
 * which leave out what is not used; and `dist/bundled` for Node, which would spend most of a short script's time on
 * opening hundreds of files.
 */
const SDK = join(ROOT, "sdk");
const DIST = join(SDK, "dist");

/** TypeScript keeps the sources' extension in declarations; readers older than TypeScript 5 only know the output's. */
const RELATIVE_IMPORT = /((?:from|import)\s*\(?\s*["']\.{1,2}\/[^"']+)\.tsx?(?=["'])/g;
// It also names viem's Address by the package which viem has it from, and which our users need not have.

await rm(DIST, { recursive: true, force: true });
const exitCode = await run("tsc", ["-p", join(SDK, "tsconfig.build.json")]);
if (exitCode !== 0) process.exit(exitCode);

const files = (await readdir(DIST, { recursive: true })).map((file) => join(DIST, file));
for (const file of files.filter((name) => name.endsWith(".d.ts"))) {
  const text = await readFile(file, "utf8");
  const mended = text
    .replace(RELATIVE_IMPORT, "$1.js")
    .replaceAll(`import("abitype").Address`, `import("viem").Address`);
  if (mended !== text) await writeFile(file, mended);
}

const manifest = JSON.parse(await readFile(join(SDK, "package.json"), "utf8")) as {
  exports: Record<string, string | Record<string, string>>;
};
const entryPoints = Object.values(manifest.exports).flatMap((target) =>
  typeof target === "string" || target["default"] === undefined ? [] : [join(SDK, target["default"])],
);
await build({
  entryPoints,
  outbase: DIST,
  outdir: join(DIST, "bundled"),
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22",
  packages: "external",
  sourcemap: true,
  sourcesContent: false,
  logLevel: "warning",
});
