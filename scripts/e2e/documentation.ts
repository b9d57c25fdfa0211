import { readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Outcome, runScript } from "./runCommand.ts";

const ROOT = new URL("../../", import.meta.url);

/** All blocks of one language in a Markdown file, in order. */
export async function codeBlocks(file: string, language: string): Promise<string[]> {
  const text = await readFile(new URL(file, ROOT), "utf8");
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    (match) => match[1] ?? "",
  );
}

/** Runs the TypeScript blocks of a Markdown file as one program in the project's root, as a reader would paste them. */
export async function runTypeScriptBlocks(file: string): Promise<Outcome> {
  const path = fileURLToPath(new URL(`documentation-${process.pid}.ts`, ROOT));
  const blocks = await codeBlocks(file, "ts");
  await writeFile(path, hoistImports(blocks.join("\n")));
  try {
    return await runScript(path);
  } finally {
    await rm(path);
  }
}

/** A later block imports where it needs to; a module wants that first. */
function hoistImports(text: string): string {
  const lines = text.split("\n");
  const isImport = (line: string): boolean => line.startsWith("import ");
  return [...lines.filter(isImport), ...lines.filter((line) => !isImport(line))].join("\n");
}
