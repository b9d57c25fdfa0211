import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";
import { errorsOf, renderAbis, renderAllItems } from "./abi.ts";
import { renewReference } from "./commandReference.ts";
import { renderHooks } from "./hooks.ts";
import { readAbis, readErrorSources } from "./readAbis.ts";
import { renderCreationCode } from "./creationCode.ts";
import { renderErrorTable } from "./errorTable.ts";
import { renderTypeChain } from "./typechain.ts";
import { renderWatches } from "./watch.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const ABI_DIRECTORY = join(ROOT, "sdk/src/abi/generated");
const ITEM_DIRECTORY = join(ROOT, "sdk/src/abi/items");
const ERROR_DIRECTORY = join(ROOT, "sdk/src/errors/generated");
const WATCH_DIRECTORY = join(ROOT, "sdk/src/watch/generated");
const TYPECHAIN_DIRECTORY = join(ROOT, "sdk/src/ethers/generated");
const COMMAND_PAGE = join(ROOT, "docs/cli.md");
const HOOK_DIRECTORIES = [join(ROOT, "sdk/src/query/generated"), join(ROOT, "sdk/src/react/generated")];

/** All generated files: absolute path → text. */
async function render(): Promise<Map<string, string>> {
  const abis = await readAbis();
  const rendered = new Map<string, string>();
  const add = async (directory: string, files: ReadonlyMap<string, string>): Promise<void> => {
    for (const [path, text] of files) {
      const file = join(directory, path);
      rendered.set(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
    }
  };
  const errors = errorsOf(await readErrorSources());
  await add(ABI_DIRECTORY, renderAbis(abis, errors));
  await add(WATCH_DIRECTORY, renderWatches(abis));
  await add(ITEM_DIRECTORY, renderAllItems(abis));
  await add(ERROR_DIRECTORY, renderErrorTable(errors));
  await add(ABI_DIRECTORY, await renderCreationCode());
  await add(TYPECHAIN_DIRECTORY, await renderTypeChain(abis));
  await add(join(ROOT, "sdk/src"), await renderHooks());
  await add(
    dirname(COMMAND_PAGE),
    new Map([[basename(COMMAND_PAGE), renewReference(await readFile(COMMAND_PAGE, "utf8"))]]),
  );
  return rendered;
}

async function existing(): Promise<string[]> {
  const directories = [
    ABI_DIRECTORY,
    ITEM_DIRECTORY,
    ERROR_DIRECTORY,
    WATCH_DIRECTORY,
    TYPECHAIN_DIRECTORY,
    ...HOOK_DIRECTORIES,
  ];
  const found = directories.map((directory) =>
    readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []),
  );
  const entries = (await Promise.all(found)).flat().filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath, entry.name));
}

async function differences(rendered: ReadonlyMap<string, string>): Promise<string[]> {
  const different = (await existing()).filter((file) => !rendered.has(file));
  for (const [file, text] of rendered) {
    if ((await readFile(file, "utf8").catch(() => undefined)) !== text) different.push(file);
  }
  return different.map((file) => relative(ROOT, file).split(sep).join("/"));
}

async function write(rendered: ReadonlyMap<string, string>): Promise<void> {
  for (const file of await existing()) if (!rendered.has(file)) await rm(file);
  for (const [file, text] of rendered) {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

const rendered = await render();
const drift = await differences(rendered);
if (!process.argv.includes("--check")) {
  await write(rendered);
  console.log(`${rendered.size} files generated, ${drift.length} changed.`);
} else if (drift.length > 0) {
  console.error(`Not what the contracts generate, run npm run generate:\n  ${drift.join("\n  ")}`);
  process.exitCode = 1;
} else {
  console.log(`${rendered.size} generated files match the contracts.`);
}
