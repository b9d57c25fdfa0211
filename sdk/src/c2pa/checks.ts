import type { ImprimaturError } from "../errors/base.ts";

/** What a file without flaw passes, whoever signed it. */
export const INTEGRITY_CHECKS = [
  "signature",
  "assertions",
  "binding",
  "certificate",
  "revocation",
  "ingredients",
] as const;

/** What its manifest alone tells. */
export const MANIFEST_CHECKS = [...INTEGRITY_CHECKS, "trust", "birth", "fields"] as const;

/** What the chain tells. */
export const RECORD_CHECKS = [
  "chain",
  "lot",
  "recipe",
  "leaf",
  "content",
  "c2paHash",
  "recipeCommitment",
  "standing",
] as const;

/** What is checked of a file, in this order. */
export const FILE_CHECKS = ["manifest", ...MANIFEST_CHECKS, "asset", ...RECORD_CHECKS] as const;
export type FileCheckName = (typeof FILE_CHECKS)[number];

/** One check: a file that was not asked about something has not passed it. */
export type FileCheck = {
  check: FileCheckName;
  outcome: "passed" | "failed" | "not checked";
  /** What was found, or why it could not be looked at. */
  reason: string;
  /** The failure as a class, where there is one. */
  error?: ImprimaturError;
};

/** Collects the checks of one file; what nobody notes was not checked. */
export class CheckList {
  readonly #noted = new Map<FileCheckName, FileCheck>();

  /** The first failure of a check stays. */
  note(check: FileCheckName, passed: boolean, reason: string, error?: ImprimaturError): void {
    if (this.#noted.get(check)?.outcome === "failed") return;
    this.#noted.set(check, {
      check,
      outcome: passed ? "passed" : "failed",
      reason,
      ...(error === undefined ? {} : { error }),
    });
  }

  skip(checks: readonly FileCheckName[], reason: string): void {
    for (const check of checks.filter((name) => !this.#noted.has(name))) {
      this.#noted.set(check, { check, outcome: "not checked", reason });
    }
  }

  outcomeOf(check: FileCheckName): FileCheck["outcome"] {
    return this.#noted.get(check)?.outcome ?? "not checked";
  }

  all(): FileCheck[] {
    return FILE_CHECKS.flatMap((check) => this.#noted.get(check) ?? []);
  }
}
