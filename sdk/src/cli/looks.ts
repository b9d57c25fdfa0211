import { type FingerprintedFile, fingerprintFiles } from "../node/fingerprintFiles.ts";
import { hashFiles } from "../node/hashFiles.ts";
import type { FileSignature } from "../node/signFiles.ts";
import type { LotItem } from "../lot/buildLot.ts";

/** A folder that becomes a lot. */
export type LotFolder = {
  directory: string;
  files: readonly string[];
  /** Whether only bytes are hashed. */
  plain: boolean;
  /** Of the files, in their order; undefined where nothing was signed. */
  signatures: readonly FileSignature[] | undefined;
};

/** The files of a lot while it is built: what they look like, and what could not be looked at. */
export class Looks {
  readonly #folder: LotFolder;
  readonly #problems: { name: string; reason: string }[] = [];
  #hashed = 0;

  constructor(folder: LotFolder) {
    this.#folder = folder;
  }

  /** Items in the order of the files, each with its looks and the hash of its certificate. */
  async *items(): AsyncGenerator<LotItem> {
    const { directory, files, plain, signatures = [] } = this.#folder;
    const found: AsyncIterable<FingerprintedFile> = plain
      ? hashFiles(directory, files)
      : fingerprintFiles({ directory, files });
    let index = 0;
    for await (const { name, mediaType, bytes, contentHash, evidence, problem } of found) {
      const { c2paHash } = signatures[index++] ?? {};
      if (problem !== undefined) this.#problems.push({ name, reason: problem.shortMessage });
      if (evidence?.perceptualHash !== undefined) this.#hashed += 1;
      yield {
        ...{ name, mediaType, bytes, contentHash },
        evidence: { ...evidence, ...(c2paHash === undefined ? {} : { c2paHash }) },
      };
    }
  }

  /** What `--json` prints. */
  json() {
    return { fingerprints: this.#hashed, unreadable: this.#problems };
  }

  /** What people read. */
  lines(): [string, string | undefined][] {
    const [first] = this.#problems;
    const more = this.#problems.length > 1 ? `, and ${this.#problems.length - 1} more` : "";
    return [
      ["perceptual hashes", String(this.#hashed)],
      ["unreadable pictures", first === undefined ? undefined : `${first.name}: ${first.reason}${more}`],
    ];
  }
}
