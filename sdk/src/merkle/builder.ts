import { LeafCountError } from "../errors/merkle.ts";
import { MAX_LOT } from "../types/ids.ts";
import { encodeLeafInto, LEAF_BYTES } from "./leaf.ts";
import { PositionalTree } from "./tree.ts";
import type { AssetLeaf, Keccak256 } from "./types.ts";

const HASH = 32;

/** Takes the leaves of a lot one by one, in index order, and keeps 32 bytes of each. */
export class LotTreeBuilder {
  readonly #lotId: bigint;
  readonly #keccak: Keccak256;
  readonly #encoded = new Uint8Array(LEAF_BYTES);
  #hashes = new Uint8Array(HASH * 1024);
  #count = 0;

  constructor(lotId: bigint, keccak: Keccak256) {
    this.#lotId = lotId;
    this.#keccak = keccak;
  }

  /** Leaves so far. */
  get count(): number {
    return this.#count;
  }

  /** Appends a leaf and returns its index. */
  add(leaf: AssetLeaf): number {
    const index = this.#count;
    if (index === MAX_LOT) throw new LeafCountError(MAX_LOT + 1, MAX_LOT);
    encodeLeafInto(this.#encoded, this.#lotId, index, leaf);
    if (HASH * (index + 1) > this.#hashes.length) this.#grow();
    this.#hashes.set(this.#keccak(this.#encoded), HASH * index);
    this.#count = index + 1;
    return index;
  }

  /** The tree over the leaves so far. */
  build(): PositionalTree {
    return new PositionalTree(this.#hashes.slice(0, HASH * this.#count), this.#keccak);
  }

  #grow(): void {
    const grown = new Uint8Array(this.#hashes.length * 2);
    grown.set(this.#hashes);
    this.#hashes = grown;
  }
}
