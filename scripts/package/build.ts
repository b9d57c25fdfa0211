import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../testing/process.ts";

/** Builds the published form of the SDK: `dist` with JavaScript, declarations and their maps. */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SDK = join(ROOT, "sdk");
const DIST = join(SDK, "dist");

/** TypeScript keeps the sources' extension in declarations; readers older than TypeScript 5 only know the output's. */
const RELATIVE_IMPORT = /((?:from|import)\s*\(?\s*["']\.{1,2}\/[^"']+)\.tsx?(?=["'])/g;

await rm(DIST, { recursive: true, force: true });
const exitCode = await run("tsc", ["-p", join(SDK, "tsconfig.build.json")]);
if (exitCode !== 0) process.exit(exitCode);

const files = (await readdir(DIST, { recursive: true })).map((file) => join(DIST, file));
for (const file of files.filter((name) => name.endsWith(".d.ts"))) {
  const text = await readFile(file, "utf8");
  const mended = text.replace(RELATIVE_IMPORT, "$1.js");
  if (mended !== text) await writeFile(file, mended);
}
