import { ImprimaturError } from "./base.ts";

/** A lot needs at least one asset. */
export class LotEmptyError extends ImprimaturError {
  override readonly name = "LotEmptyError";
  constructor(source = "the input") {
    super(`A lot needs at least one file, found none in ${source}.`);
  }
}

/** A lot has at most 65,536 assets. */
export class LotTooLargeError extends ImprimaturError {
  override readonly name = "LotTooLargeError";
  readonly count: number;
  constructor(count: number, max: number) {
    super(`A lot has at most ${max} assets, got ${count}.`, { hint: "Split the files into several lots." });
    this.count = count;
  }
}

/** A file of the lot could not be read. */
export class FileUnreadableError extends ImprimaturError {
  override readonly name = "FileUnreadableError";
  readonly file: string;
  constructor(file: string, reason: string, cause?: unknown) {
    super(`Cannot read ${JSON.stringify(file)}: ${reason}.`, { cause });
    this.file = file;
  }
}

/** A file is not written there: it would change an input, or leave the folder. */
export class FileUnwritableError extends ImprimaturError {
  override readonly name = "FileUnwritableError";
  readonly path: string;
  constructor(path: string, reason: string) {
    super(`${JSON.stringify(path)} is not written: ${reason}.`, { hint: "Give a new folder." });
    this.path = path;
  }
}
