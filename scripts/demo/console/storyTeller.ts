import { AssertionError } from "node:assert";

/** A step that did not come out as the story says. */
export class StepFailedError extends Error {
  override readonly name = "StepFailedError";
  readonly step: string;
  constructor(step: string, cause: unknown) {
    super(`step "${step}" failed: ${describe(cause)}`, { cause });
    this.step = step;
  }
}

const TITLE_WIDTH = 44;

/** Prints the story step by step and stops it at the first step that fails. */
export class StoryTeller {
  #steps = 0;

  /** Runs one step; what it returns as `shown` is printed beside its title. */
  async step<T>(title: string, work: () => Promise<{ shown: string; value: T }>): Promise<T> {
    const number = String(++this.#steps).padStart(2);
    const start = performance.now();
    try {
      const { shown, value } = await work();
      const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(5);
      console.log(`${number}  ✓ ${title.padEnd(TITLE_WIDTH)} ${seconds} s  ${shown}`);
      return value;
    } catch (error) {
      console.log(`${number}  ✗ ${title}`);
      throw new StepFailedError(title, error);
    }
  }
}

function describe(cause: unknown): string {
  if (cause instanceof AssertionError && !cause.generatedMessage) return cause.message;
  if (!(cause instanceof Error)) return String(cause);
  const short = (cause as { shortMessage?: unknown }).shortMessage;
  return typeof short === "string" ? short : (cause.message.split("\n")[0] ?? cause.name);
}
