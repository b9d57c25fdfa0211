import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { runTypeChain } from "typechain";
import type { Abi } from "viem";

const OUTPUT = "types";

/** Formatters stumble over a tuple label `class`, so that name has an underscore wherever it is only a label. */
const hideReserved = (abi: Abi): string => JSON.stringify(abi).replaceAll('"name":"class"', '"name":"class_"');

/** Relative imports name the sources, as everywhere in this package; `tsc` rewrites them on build. */
const finish = (text: string): string =>
  text.replace(/class_: ([^,;]*);/g, "class: $1;").replace(/(from\s+"\.{1,2}\/[^"]*)\.js"/g, '$1.ts"');

/** Only the types are kept: factories would hold each ABI a second time. */
const isFactory = (path: string): boolean => path.startsWith("factories/");

/** TypeChain's `ethers-v6` types for the ABIs: path → text. */
export async function renderTypeChain(abis: ReadonlyMap<string, Abi>): Promise<Map<string, string>> {
  const directory = await mkdtemp(join(tmpdir(), "imprimatur-typechain-"));
  try {
    const files = [...abis.keys()].map((name) => join(directory, `${name}.json`));
    await Promise.all([...abis].map(([name, abi]) => writeFile(join(directory, `${name}.json`), hideReserved(abi))));
    const outDir = join(directory, OUTPUT);
    await mkdir(outDir);
    await runTypeChain({
      cwd: directory,
      filesToProcess: files,
      allFiles: files,
      outDir,
      target: "ethers-v6",
      flags: {
        alwaysGenerateOverloads: false,
        discriminateTypes: false,
        tsNocheck: false,
        node16Modules: true,
        environment: undefined,
      },
    });
    const types = [...(await readTree(outDir))].filter(([path]) => !isFactory(path) && path !== "index.ts");
    const exports = [...abis.keys()].map((name) => `export type { ${name} } from "./${name}.ts";\n`);
    return new Map([...types, ["index.ts", exports.join("")]]);
  } finally {
    await rm(directory, { recursive: true });
  }
}

async function readTree(root: string): Promise<Map<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries.filter((candidate) => candidate.isFile())) {
    const path = join(entry.parentPath, entry.name);
    files.set(relative(root, path).split(sep).join("/"), finish(await readFile(path, "utf8")));
  }
  return files;
}
