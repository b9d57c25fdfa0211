import { lstat, mkdir, realpath } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { FileUnwritableError } from "../errors/lot.ts";
import { writeDurably } from "./durable.ts";

/** A folder into which files are written that come of other files. */
export type OutFolder = {
  /** Writes a file by its relative name; throws {@link FileUnwritableError} where that would touch anything else. */
  write(name: string, bytes: Uint8Array): Promise<void>;
};

/**
 * A folder in which no file is written through a link, outside of it, or over one of the `inputs`, whichever way these are
 * named. Files appear whole or not at all.
 */
export async function outFolder(out: string, inputs: readonly string[]): Promise<OutFolder> {
  await mkdir(out, { recursive: true });
  const root = await realpath(out);
  const kept = new Set(await Promise.all(inputs.map(realOf)));
  return {
    write: async (name, bytes) => {
      const path = await placeOf(root, name);
      if (kept.has(path)) throw new FileUnwritableError(name, "it is an input");
      await writeDurably(path, bytes);
    },
  };
}

/** Where a path really is; itself where nothing is. */
const realOf = (path: string): Promise<string> => realpath(path).catch(() => resolve(path));

async function placeOf(root: string, name: string): Promise<string> {
  const wanted = join(root, name);
  if (!isBelow(root, wanted)) throw new FileUnwritableError(name, "it is outside of the folder");
  await assertNoLinks(root, name);
  await mkdir(dirname(wanted), { recursive: true });
  return join(await realpath(dirname(wanted)), basename(wanted));
}

const isBelow = (root: string, path: string): boolean => {
  const steps = relative(root, path).split(sep);
  return steps[0] !== ".." && steps[0] !== "";
};

/** Looks at each step of the way before anything is made there. */
async function assertNoLinks(root: string, name: string): Promise<void> {
  let path = root;
  for (const step of relative(root, join(root, name)).split(sep)) {
    path = join(path, step);
    const found = await lstat(path).catch(() => undefined);
    if (found?.isSymbolicLink() === true) throw new FileUnwritableError(name, "there is a link in its place");
  }
}
