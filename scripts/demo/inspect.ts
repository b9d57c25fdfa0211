import { open } from "node:fs/promises";
import { extname } from "node:path";
import { decode } from "fast-png";
import { SaxesParser } from "saxes";

/** Pictures above this size are not decoded by the demo's curators; only emptiness counts against them. */
const MOST_DECODED_BYTES = 16 * 1024 * 1024;

/** Why a file is defective, or undefined when nothing is wrong with it. */
export async function findDefect(path: string): Promise<string | undefined> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    if (size === 0) return "the file is empty";
    if (size > MOST_DECODED_BYTES) return undefined;
    const extension = extname(path).toLowerCase();
    if (extension === ".png") return pngDefect(await file.readFile());
    if (extension === ".svg") return svgDefect(await file.readFile("utf8"));
    return undefined;
  } finally {
    await file.close();
  }
}

function pngDefect(bytes: Uint8Array): string | undefined {
  try {
    const { data } = decode(bytes, { checkCrc: true });
    return data.every((sample) => sample === data[0]) ? "the picture is blank" : undefined;
  } catch (error) {
    return `the picture cannot be decoded: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function svgDefect(text: string): string | undefined {
  let defect: string | undefined;
  const parser = new SaxesParser();
  parser.on("error", ({ message }) => (defect ??= `the drawing is not well-formed: ${message}`));
  parser.write(text).close();
  return defect;
}
