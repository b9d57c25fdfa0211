/**
 * Characters that do something to a terminal, or to the order of what is read, instead of being seen: controls,
 * surrogates, separators of lines, format characters (directions, joiners, tags), selectors of variants, and letters
 * that are blank.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Untrusted text as a terminal may show it: what cannot be seen is left out. */
export function plainText(text: string): string {
  return text.replace(UNSEEN, "");
}

/** JSON as a terminal may show it: the same document, with what cannot be seen as escapes. */
export function plainJson(json: string): string {
  return json.replace(UNSEEN, (character) => (character === "\n" ? character : escapeOf(character)));
}

const escapeOf = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, "0")}`,
  ).join("");
