import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { generateBlankPng, generatePng } from "./png.ts";
import { generateSvg } from "./svg.ts";

/** What was written. */
export interface MadeMedia {
  directory: string;
  count: number;
  /** Names of the files that were spoiled on purpose. */
  defects: string[];
}

const SPOILERS = [truncatedPng, blankPng, brokenSvg, emptyFile];

/**
 * Writes `count` deterministic pictures, three PNG to one SVG, and spoils every `defectEvery`-th one
 * (0: none) in one of four ways: cut off, blank, not well-formed, empty.
 */
export async function makeMedia(
  directory: string,
  count: number,
  options: { seed: number; defectEvery: number; onFile?: (made: number) => void },
): Promise<MadeMedia> {
  await mkdir(directory, { recursive: true });
  const defects: string[] = [];
  for (let index = 0; index < count; index++) {
    const spoiled = options.defectEvery > 0 && index % options.defectEvery === options.defectEvery - 1;
    const file = picture(options.seed + index, index, spoiled ? defects.length : undefined);
    if (spoiled) defects.push(file.name);
    await writeFile(join(directory, file.name), file.content);
    options.onFile?.(index + 1);
  }
  return { directory, count, defects };
}

interface PictureFile {
  name: string;
  content: Uint8Array | string;
}

function picture(seed: number, index: number, spoiled: number | undefined): PictureFile {
  const stem = `work-${String(index).padStart(5, "0")}`;
  if (spoiled !== undefined) return spoil(spoiled, seed, stem);
  return index % 4 === 3
    ? { name: `${stem}.svg`, content: generateSvg(seed) }
    : { name: `${stem}.png`, content: generatePng(seed) };
}

function spoil(ordinal: number, seed: number, stem: string): PictureFile {
  const spoiler = SPOILERS[ordinal % SPOILERS.length] ?? emptyFile;
  return spoiler(seed, stem);
}

function truncatedPng(seed: number, stem: string): PictureFile {
  const whole = generatePng(seed);
  return { name: `${stem}.png`, content: whole.subarray(0, Math.floor(whole.length / 2)) };
}

function blankPng(seed: number, stem: string): PictureFile {
  return { name: `${stem}.png`, content: generateBlankPng(seed) };
}

function brokenSvg(seed: number, stem: string): PictureFile {
  return { name: `${stem}.svg`, content: generateSvg(seed).replace("</svg>", "") };
}

function emptyFile(_seed: number, stem: string): PictureFile {
  return { name: `${stem}.png`, content: "" };
}
