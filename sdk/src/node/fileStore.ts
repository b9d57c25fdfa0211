import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ContentMissingError } from "../errors/storage.ts";
import { cidOf } from "../storage/cid.ts";
import type { ContentStore } from "../storage/store.ts";
import { writeDurably } from "./durable.ts";

/**
 * A folder of blocks, each in a file that is named by its CID. A block that was put survives a loss of power: what a
 * journal says is there is there.
 */
export function fileStore(directory: string): ContentStore {
  return {
    put: (digest, bytes) => writeDurably(join(directory, cidOf(digest)), bytes),
    get: async (digest) => {
      const cid = cidOf(digest);
      return readFile(join(directory, cid)).catch((error: unknown) => {
        throw new ContentMissingError(cid, error);
      });
    },
  };
}
