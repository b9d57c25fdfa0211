import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Judgment } from "@imprimatur/sdk/curation";

/** What a curator said about one item; undefined: skipped, which abstains. */
export interface Answer {
  judgment: Judgment;
  /** Code of the charter, of a defect. */
  reason?: string;
}

/** Work on one poll, as it is kept. */
interface Kept {
  poll: string;
  key: string;
  answers: Answer[];
  submitted: boolean;
}

/** The file belongs to other work. */
export class ForeignProgressError extends Error {
  override readonly name = "ForeignProgressError";
}

/** Answers in the order of the items, on disk after every key, so that nothing is ever judged twice. */
export class Progress {
  readonly #file: string;
  readonly #kept: Kept;

  constructor(file: string, { poll, key }: { poll: string; key: string }) {
    this.#file = file;
    this.#kept = read(file) ?? { poll, key, answers: [], submitted: false };
    if (this.#kept.poll !== poll || this.#kept.key !== key) {
      throw new ForeignProgressError(`${file} holds answers to ${this.#kept.poll} by ${this.#kept.key}`);
    }
  }

  get answers(): readonly Answer[] {
    return this.#kept.answers;
  }

  get submitted(): boolean {
    return this.#kept.submitted;
  }

  add(answer: Answer): void {
    this.#kept.answers.push(answer);
    this.#save();
  }

  /** Names the reason of the newest answer. */
  explain(reason: string): void {
    const newest = this.#kept.answers.at(-1);
    if (newest !== undefined) newest.reason = reason;
    this.#save();
  }

  /** Takes the newest answer back. */
  undo(): void {
    this.#kept.answers.pop();
    this.#save();
  }

  finish(): void {
    this.#kept.submitted = true;
    this.#save();
  }

  /** The old file or the new one, never half of one. */
  #save(): void {
    const draft = `${this.#file}.part`;
    writeFileSync(draft, `${JSON.stringify(this.#kept, null, 2)}\n`, { flush: true });
    renameSync(draft, this.#file);
  }
}

function read(file: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Kept;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
