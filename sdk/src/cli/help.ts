import { EXIT_CODE_MEANINGS, EXIT_CODES } from "./exitCodes.ts";

/** The part of a command's help below its options. */
export const exampleText = (examples: readonly string[]): string =>
  `\nExample${examples.length > 1 ? "s" : ""}:\n${examples.map((line) => `  $ imprimatur ${line}`).join("\n")}`;

/** The part of the program's help that is about all commands. */
export function programText(): string {
  const codes = Object.entries(EXIT_CODES).map(
    ([name, code]) => `  ${code}  ${EXIT_CODE_MEANINGS[name as keyof typeof EXIT_CODES]}`,
  );
  return `
Every setting may stand in the environment (--password-file: IMPRIMATUR_PASSWORD_FILE) or in imprimatur.config.json
(passwordFile); a flag beats the environment, which beats the file. What spends or changes something only shows what it
would do; --yes does it.

Exit codes:
${codes.join("\n")}`;
}
