import { build, type Metafile, type Plugin } from "esbuild";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const ENTRY = "out/stdin.js";

/** What a browser gets of an import, viem apart. */
export type Bundle = {
  /** Gzipped bytes that are loaded at once. */
  gzBytes: number;
  /** Gzipped bytes of everything, parts that are loaded on demand included. */
  allGzBytes: number;
  /** Modules outside the package that are imported. */
  externals: string[];
};

/** What users bring along. */
const PEERS = ["viem", "viem/*", "ethers", "react", "wagmi", "wagmi/*", "@tanstack/react-query"];

/** How a bundle is made where it is not ours and alone. */
export interface BundleOptions {
  /** Folder from which imports are looked up; the repository's by default. */
  directory?: string;
  /** Modules that are left out; what users bring along by default. */
  external?: string[];
  /** Which of a package's files are meant; our sources by default. */
  conditions?: string[];
  /** Changes what is found where. */
  plugins?: Plugin[];
}

/** Bundles `code` for browsers, minified; fails on anything that only Node has. */
export async function bundle(
  code: string,
  { directory = ROOT, external = PEERS, conditions = ["source", "module"], plugins = [] }: BundleOptions = {},
): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: directory },
    bundle: true,
    minify: true,
    format: "esm",
    splitting: true,
    outdir: "out",
    write: false,
    platform: "browser",
    conditions,
    external,
    plugins,
    metafile: true,
    logLevel: "silent",
  });
  const sizes = new Map(
    outputFiles.map(({ path, contents }) => [path.split(/[\\/]/).slice(-2).join("/"), gz(contents)]),
  );
  const sum = (files: Iterable<string>): number =>
    [...files].reduce((bytes, file) => bytes + (sizes.get(file) ?? 0), 0);
  return { gzBytes: sum(loadedAtOnce(metafile)), allGzBytes: sum(sizes.keys()), externals: externalsOf(metafile) };
}

const gz = (contents: Uint8Array): number => gzipSync(contents, { level: 9 }).length;

function loadedAtOnce({ outputs }: Metafile): Set<string> {
  const loaded = new Set<string>();
  const pending = [ENTRY];
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    loaded.add(file);
    const imports = outputs[file]?.imports ?? [];
    const further = imports.filter(({ kind, external }) => kind === "import-statement" && external !== true);
    pending.push(...further.map(({ path }) => path).filter((path) => !loaded.has(path)));
  }
  return loaded;
}

function externalsOf({ outputs }: Metafile): string[] {
  const imports = Object.values(outputs).flatMap((output) => output.imports);
  return [...new Set(imports.filter(({ external }) => external === true).map(({ path }) => path))].sort();
}
