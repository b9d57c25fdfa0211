/**
 * Characters that do something to a terminal, or to the order of what is read, instead of being seen: controls,
 * surrogates, separators of lines, and format characters (directions, joiners, tags).
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;

/** Untrusted text as it may be shown: what cannot be seen is spelled out, what is too long is cut. */
export function plainText(text: string, most = 120): string {
  const shown = text.replace(UNSEEN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
  const characters = Array.from(shown);
  return characters.length <= most ? shown : `${characters.slice(0, most - 1).join("")}…`;
}
