import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ROOT } from "../stack/compile.ts";
import { execute } from "./command.ts";

/** What the gates read of a package.json. */
export interface Manifest {
  name: string;
  version: string;
  exports: Record<string, string | Record<string, string>>;
  bin?: Record<string, string>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** The package as the registry would get it. */
export interface Packed {
  tarball: string;
  /** Paths within the package. */
  files: string[];
  bytes: number;
  manifest: Manifest;
}

/** Folder of the package's sources. */
export const SDK = join(ROOT, "sdk");

export const readJson = async <T>(path: string): Promise<T> => JSON.parse(await readFile(path, "utf8")) as T;

/** Builds the SDK and packs it into `directory`. */
export async function pack(directory: string): Promise<Packed> {
  await execute(process.execPath, ["--import", "tsx", "scripts/package/build.ts"], ROOT);
  const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", directory];
  const [report] = JSON.parse(await execute("npm", args, SDK)) as [
    { filename: string; size: number; files: { path: string }[] },
  ];
  return {
    tarball: join(directory, report.filename),
    files: report.files.map(({ path }) => path),
    bytes: report.size,
    manifest: await readJson<Manifest>(join(SDK, "package.json")),
  };
}

/** The subpaths that hold code, for example `./actions`. */
export const entriesOf = ({ exports }: Manifest): string[] =>
  Object.keys(exports).filter((entry) => entry !== "./package.json");

/** How an entry is imported: `@imprimatur/sdk/actions`. */
export const specifierOf = ({ name }: Manifest, entry: string): string => `${name}${entry.slice(1)}`;

/** Entries that say they are for Node. */
export const NODE_ENTRIES: ReadonlySet<string> = new Set(["./node", "./mcp", "./cli"]);
