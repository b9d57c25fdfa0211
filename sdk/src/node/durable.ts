import { mkdir, open, rename } from "node:fs/promises";
import { dirname } from "node:path";

let drafts = 0;

/** Writes a file whole or not at all; when it returns, the file and its name are on the disk. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  drafts += 1;
  const draft = `${path}.${process.pid}-${drafts}.tmp`;
  await mkdir(dirname(path), { recursive: true });
  const file = await open(draft, "w");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  await syncDirectory(dirname(path));
}

/** Puts the names in a directory on the disk; where a system cannot, it does so by itself. */
export async function syncDirectory(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const directory = await open(path, "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
