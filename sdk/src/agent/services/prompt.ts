import { createFence } from "../untrusted.ts";
import type { GenerationRequest } from "../generator.ts";

/** What a model is asked for one file: the brief, and what strangers wrote between marks. */
export function promptOf({ brief, index, inputs, feedback }: GenerationRequest): string {
  const fence = createFence();
  const texts = inputs.filter(({ mediaType }) => mediaType.startsWith("text/"));
  const untrusted = [
    ...texts.map(
      ({ name, bytes }) => `Work to build on, ${fence.mark(name)}:\n${fence.mark(textOf(bytes), MAX_INPUT)}`,
    ),
    ...(feedback === undefined ? [] : [`What was wanted otherwise: ${fence.mark(feedback)}`]),
  ];
  const place = brief.count === 1 ? [] : [`This is number ${index + 1} of ${brief.count}.`];
  const notice = untrusted.length === 0 ? [] : [fence.notice];
  return [brief.title, brief.text, ...place, ...notice, ...untrusted].join("\n\n");
}

/** Characters of a work that are handed on. */
const MAX_INPUT = 20_000;

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
