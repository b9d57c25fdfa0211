import { wordsOf } from "../compliance/textIndex.ts";

/** What a text has to do with the words of a brand. */
export type WordReport = {
  /** Words and phrases of the brand that must not be in it, and are. */
  forbidden: readonly string[];
  /** Words and phrases of the brand that should be in it, and are not. */
  missing: readonly string[];
};

/** Looks for a brand's words in a text: whole words, without regard to case and to ways of writing a letter. */
export function compareWords(
  words: { required: readonly string[]; forbidden: readonly string[] },
  text: string,
): WordReport {
  const found = ` ${wordsOf(text).join(" ")} `;
  const isThere = (phrase: string): boolean => found.includes(` ${wordsOf(phrase).join(" ")} `);
  return { forbidden: words.forbidden.filter(isThere), missing: words.required.filter((phrase) => !isThere(phrase)) };
}
