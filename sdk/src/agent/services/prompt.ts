import { createFence, type Fence } from "../untrusted.ts";
import type { BrandStyle, GenerationRequest } from "../generator.ts";

/** What a model is asked for one file: the brief, and what strangers wrote between marks. */
export function promptOf({ brief, index, inputs, feedback, style }: GenerationRequest): string {
  const fence = createFence();
  const texts = inputs.filter(({ mediaType }) => mediaType.startsWith("text/"));
  const untrusted = [
    ...texts.map(
      ({ name, bytes }) => `Work to build on, ${fence.mark(name)}:\n${fence.mark(textOf(bytes), MAX_INPUT)}`,
    ),
    ...(style === undefined ? [] : linesOf(style, fence)),
    ...(feedback === undefined ? [] : [`What was wanted otherwise: ${fence.mark(feedback)}`]),
  ];
  const place = brief.count === 1 ? [] : [`This is number ${index + 1} of ${brief.count}.`];
  const notice = untrusted.length === 0 ? [] : [fence.notice];
  return [brief.title, brief.text, ...place, ...notice, ...untrusted].join("\n\n");
}

/** Colors are colors; whatever else a kit says, its maker wrote. */
function linesOf({ name, tone, palette, words }: BrandStyle, fence: Fence): string[] {
  const marked = (texts: readonly string[]): string => texts.map((text) => fence.mark(text)).join(", ");
  return [
    `Look and sound like this brand: ${fence.mark(name)}`,
    ...(palette.length === 0 ? [] : [`Its colors: ${palette.join(", ")}`]),
    ...(tone === undefined ? [] : [`How it sounds: ${fence.mark(tone, MAX_TONE)}`]),
    ...(words.required.length === 0 ? [] : [`Words it uses: ${marked(words.required)}`]),
    ...(words.forbidden.length === 0 ? [] : [`Words it never uses: ${marked(words.forbidden)}`]),
  ];
}

/** Characters of a brand's tone that are handed on: all that a kit may have. */
const MAX_TONE = 4_000;

/** Characters of a work that are handed on. */
const MAX_INPUT = 20_000;

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
