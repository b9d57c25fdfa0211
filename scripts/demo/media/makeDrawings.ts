import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { MadeMedia } from "./makeMedia.ts";
import { generatePng } from "./png.ts";
import { generateSvg } from "./svg.ts";

/** Files that are written at a time. */
const AT_ONCE = 64;

/**
 * Writes `count` deterministic drawings of about a kilobyte, `pictures` of them as PNG, and cuts `defects` of them off,
 * all evenly spread: thousands in a second or two.
 */
export async function makeDrawings(
  directory: string,
  count: number,
  options: { seed: number; defects: number; pictures: number; onFile?: (made: number) => void },
): Promise<MadeMedia> {
  await mkdir(directory, { recursive: true });
  const gap = Math.floor(count / options.defects);
  const stride = Math.ceil(count / options.pictures);
  const defects: string[] = [];
  for (let first = 0; first < count; first += AT_ONCE) {
    const indices = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, place) => first + place);
    await Promise.all(
      indices.map((index) => {
        const isPicture = index % stride === 0;
        const name = `drawing-${String(index).padStart(5, "0")}.${isPicture ? "png" : "svg"}`;
        const drawing = isPicture ? generatePng(options.seed + index) : generateSvg(options.seed + index);
        const spoiled = index % gap === gap - 1 && defects.length < options.defects;
        if (spoiled) defects.push(name);
        return writeFile(join(directory, name), spoiled ? drawing.slice(0, drawing.length / 2) : drawing);
      }),
    );
    options.onFile?.(first + indices.length);
  }
  return { directory, count, defects };
}
