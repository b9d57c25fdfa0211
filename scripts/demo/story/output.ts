import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Scene } from "./scene.ts";

/** Keeps a document of the story for whoever wants to read it afterwards; returns its path. */
export async function save({ output }: Scene, name: string, text: string): Promise<string> {
  await mkdir(output, { recursive: true });
  const path = join(output, name);
  await writeFile(path, text);
  return path;
}
