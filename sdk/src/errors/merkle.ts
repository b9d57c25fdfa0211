import { ImprimaturError } from "./base.ts";

/** A field of a leaf has the wrong size or is out of range. */
export class LeafFieldError extends ImprimaturError {
  override readonly name = "LeafFieldError";
  readonly field: string;
  constructor(field: string, value: unknown, expected: string) {
    super(`The leaf's ${field} is ${String(value)}, expected ${expected}.`);
    this.field = field;
  }
}

/** A lot has 1 to 65,536 leaves. */
export class LeafCountError extends ImprimaturError {
  override readonly name = "LeafCountError";
  readonly count: number;
  constructor(count: number, max: number) {
    super(`A tree needs 1 to ${max} leaves, got ${count}.`);
    this.count = count;
  }
}

/** There is no leaf at this position. */
export class LeafIndexError extends ImprimaturError {
  override readonly name = "LeafIndexError";
  constructor(index: number, count: number) {
    super(`There is no leaf ${index} in a tree of ${count}.`);
  }
}

/** Recipe fields do not fit the commitment's order. */
export class RecipeFieldError extends ImprimaturError {
  override readonly name = "RecipeFieldError";
}

/** Lines of a Merkle split, or a list of referrers, that no contract would accept. */
export class MerkleSplitError extends ImprimaturError {
  override readonly name = "MerkleSplitError";
}

/** Leaves are published in powers of two. */
export class LeafChunkError extends ImprimaturError {
  override readonly name = "LeafChunkError";
  constructor(size: number, max: number) {
    super(`Leaves are published in chunks of a power of two up to ${max}, not of ${size}.`);
  }
}
