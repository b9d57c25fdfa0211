import { open } from "node:fs/promises";
import { join } from "node:path";

/** Replaces a method of all open files, until the answer is called; a folder is needed to open one in. */
export async function replacing(
  folder: string,
  method: "write" | "sync" | "datasync",
  by: (real: never) => unknown,
): Promise<() => void> {
  const file = await open(join(folder, "probe"), "w");
  const prototype = Object.getPrototypeOf(file) as Record<string, unknown>;
  await file.close();
  const real = prototype[method];
  prototype[method] = by(real as never);
  return () => void (prototype[method] = real);
}
