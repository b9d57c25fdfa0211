import { EXIT_CODES, type ExitCode } from "./exitCodes.ts";
import { plainJson, plainText } from "./plainText.ts";

/** What a command has to say, for programs and for people. */
export type Answer = {
  /** Under `--json` the one document on stdout; bigints become decimal strings. Undefined: stdout was another's. */
  json: unknown;
  /** Lines for people. */
  text: readonly string[];
  /** 0 by default. */
  exitCode?: ExitCode;
};

/** One JSON document: bigints as decimal strings, maps as objects, what cannot be seen as escapes. */
export function toJson(value: unknown): string {
  const plain = (_: string, part: unknown): unknown => {
    if (typeof part === "bigint") return String(part);
    if (part instanceof Map) return Object.fromEntries(part as Map<string, unknown>);
    return part;
  };
  return plainJson(JSON.stringify(value, plain, 2));
}

/** An answer as it is printed on stdout. */
export function render({ json, text }: Answer, asJson: boolean): string {
  if (asJson && json === undefined) return "";
  return asJson ? `${toJson(json)}\n` : text.map((line) => `${plainText(line)}\n`).join("");
}

/** The answer to a check: 0 where it holds, 1 where it does not. */
export const checked = (holds: boolean): ExitCode => (holds ? EXIT_CODES.ok : EXIT_CODES.failed);
