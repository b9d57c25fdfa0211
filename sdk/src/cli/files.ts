import { access, constants, lstat, mkdir, open, readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { z } from "zod";
import { UsageError } from "./errors.ts";
import { firstProblem } from "./values.ts";

/** Reads a text that a person named. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    throw new UsageError(`${path} cannot be read: ${reasonOf(cause)}.`, { cause });
  }
}

/** Reads a JSON file that a person named, checked by its schema. */
export async function readJson<Type extends z.ZodType>(path: string, type: Type): Promise<z.output<Type>> {
  const json = await readText(path);
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (cause) {
    throw new UsageError(`${path} is not JSON.`, { cause });
  }
  const parsed = type.safeParse(value);
  if (!parsed.success) throw new UsageError(`${firstProblem(parsed.error, path)}.`);
  return parsed.data;
}

/** Refuses a file that is there already, before work is put into another. */
export async function assertNew(path: string): Promise<void> {
  const isThere = await lstat(path).then(
    () => true,
    () => false,
  );
  if (isThere) throw unwritable(path, { code: "EEXIST" });
}

/** Refuses a path at which no new file can be made, before something is done that the file would tell of. */
export async function assertWritable(path: string): Promise<void> {
  await assertNew(path);
  const problem = await problemOf(dirname(path));
  if (problem !== undefined) throw unwritable(path, problem);
}

/** What stands against files in a folder that is there or would be made; undefined where nothing does. */
async function problemOf(folder: string): Promise<unknown> {
  try {
    if (!(await stat(folder)).isDirectory()) return { code: "ENOTDIR" };
    await access(folder, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "ENOENT" ? problemOf(dirname(folder)) : cause;
  }
}

/** Writes a new file; one that is there already stays as it is. */
export async function writeNew(path: string, content: string | Uint8Array, mode = 0o644): Promise<string> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, "wx", mode);
    await file.writeFile(content).finally(() => file.close());
  } catch (cause) {
    throw unwritable(path, cause);
  }
  return path;
}

function unwritable(path: string, cause: unknown): UsageError {
  const hint = "Name another file, or move that one away.";
  return new UsageError(`${path} cannot be written: ${reasonOf(cause)}.`, { cause, hint });
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is none",
  EEXIST: "it is there already",
  EACCES: "it is not allowed",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of the path is no folder",
};

const reasonOf = (error: unknown): string => {
  const { code } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ""] ?? (error instanceof Error ? error.message : String(error));
};
