/** Longest untrusted text that a license quotes, in code points. */
const MAX_LENGTH = 200;

/** Line breaks, controls, and marks that turn or hide text: they would let a name pretend to be a clause. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]+/gu;

const PUNCTUATION = /[!-/:-@[-`{-~]/gu;

const ENTITIES: Readonly<Partial<Record<string, string>>> = { "<": "&lt;", ">": "&gt;", "&": "&amp;" };

/** Untrusted text on one line: without invisible characters, lone surrogates and surplus white space, and not too long. */
export function toPlainLine(text: string): string {
  const visible = text.normalize("NFC").replace(INVISIBLE, " ").replace(/\s+/gu, " ").trim();
  const points = Array.from(visible);
  return points.length <= MAX_LENGTH ? visible : `${points.slice(0, MAX_LENGTH - 1).join("")}…`;
}

/** Untrusted text as Markdown shows it letter for letter: no link, heading, list, code or HTML can come of it. */
export function escapeMarkdown(text: string): string {
  return toPlainLine(text).replace(PUNCTUATION, (mark) => ENTITIES[mark] ?? `\\${mark}`);
}
