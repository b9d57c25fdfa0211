import { ImprimaturError } from "./base.ts";

/** A file is not CSV. */
export class CsvSyntaxError extends ImprimaturError {
  override readonly name = "CsvSyntaxError";
  readonly line: number;
  constructor(line: number, problem: string) {
    super(`Line ${line} is not CSV: ${problem}.`, {
      hint: "Quote cells with commas, quotes or line breaks, and double the quotes within them.",
    });
    this.line = line;
  }
}

/** A catalog has rows that cannot be imported; nothing of it is. */
export class CatalogInvalidError extends ImprimaturError {
  override readonly name = "CatalogInvalidError";
  /** One for each bad row. */
  readonly problems: readonly { line: number; column: string; problem: string }[];
  constructor(problems: readonly { line: number; column: string; problem: string }[]) {
    const details = problems.map(({ line, column, problem }) => `Line ${line}, ${column}: ${problem}`);
    super(`The catalog has ${problems.length} bad ${problems.length === 1 ? "row" : "rows"}.`, {
      details,
      hint: "Mend the rows and import the whole file again.",
    });
    this.problems = problems;
  }
}
