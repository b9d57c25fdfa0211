import { readdir, readFile } from "node:fs/promises";

const SOURCES = new URL("../../src/", import.meta.url);

/** One example, and where its documentation stands. */
export interface Example {
  /** Below `sdk/src`. */
  file: string;
  line: number;
  language: string;
  code: string;
}

/** Every `@example` of the sources; what is generated has none of its own. */
export async function examples(): Promise<Example[]> {
  const files = (await readdir(SOURCES, { recursive: true })).filter((file) => /\.tsx?$/.test(file));
  const own = files
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !file.includes("generated/"))
    .sort();
  const found = await Promise.all(
    own.map(async (file) => {
      const text = await readFile(new URL(file, SOURCES), "utf8");
      return [...text.matchAll(/@example\n(?:\s*\*\s*\n)*\s*\* ```(\w+)\n([\s\S]*?)\n\s*\* ```/g)].map(
        ({ 1: language = "", 2: body = "", index }): Example => ({
          ...{ file, language, line: text.slice(0, index).split("\n").length },
          code: body.replaceAll(/^\s*\* ?/gm, ""),
        }),
      );
    }),
  );
  return found.flat();
}
