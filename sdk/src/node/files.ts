import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { FileUnreadableError } from "../errors/lot.ts";

/** Why a system call failed, in words rather than in codes where there are some. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.replace(/^[A-Z0-9]+: /, "") : String(error);
}

/**
 * The files below a directory as relative paths with `/`, in code-unit order, so that the same folder gives the same
 * lot everywhere.
 *
 * Names that start with a dot are left out, links to directories are not followed, anything that is neither a file
 * nor a directory is refused.
 */
export function listFiles(directory: string): string[] {
  const files: string[] = [];
  const pending = [""];
  for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
    for (const entry of entriesOf(directory, path)) {
      const name = path === "" ? entry.name : `${path}/${entry.name}`;
      if (entry.name.startsWith(".")) continue;
      if (entry.isDirectory()) pending.push(name);
      else if (entry.isFile() || linksToFile(join(directory, name))) files.push(name);
      else if (!entry.isSymbolicLink()) throw new FileUnreadableError(name, "not a regular file");
    }
  }
  return files.sort((a, b) => (a < b ? -1 : 1));
}

function entriesOf(directory: string, path: string) {
  const full = join(directory, path);
  try {
    return readdirSync(full, { withFileTypes: true });
  } catch (error) {
    throw new FileUnreadableError(full, reasonOf(error), error);
  }
}

function linksToFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch (error) {
    throw new FileUnreadableError(path, reasonOf(error), error);
  }
}
