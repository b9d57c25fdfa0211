import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ContentMissingError } from "../errors/storage.ts";
import { cidOf } from "../storage/cid.ts";
import type { ContentStore } from "../storage/store.ts";

/** A folder of blocks, each in a file that is named by its CID. */
export function fileStore(directory: string): ContentStore {
  let temporary = 0;
  return {
    put: async (digest, bytes) => {
      const file = join(directory, cidOf(digest));
      temporary += 1;
      const draft = `${file}.${process.pid}-${temporary}.tmp`;
      await mkdir(directory, { recursive: true });
      await writeFile(draft, bytes);
      await rename(draft, file);
    },
    get: async (digest) => {
      const cid = cidOf(digest);
      return readFile(join(directory, cid)).catch((error: unknown) => {
        throw new ContentMissingError(cid, error);
      });
    },
  };
}
