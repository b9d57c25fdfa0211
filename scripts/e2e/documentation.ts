import { glob, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Outcome, runScript } from "./runCommand.ts";

const ROOT = new URL("../../", import.meta.url);

/** The Markdown files that patterns name, without those that generators write, in the order of their paths. */
export async function documentsAt(patterns: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for await (const path of glob(patterns, { cwd: fileURLToPath(ROOT), exclude: isGenerated })) found.push(path);
  return found.sort();
}

const isGenerated = (path: string): boolean => /node_modules|docs\/(reference|\.vitepress)/.test(path);

/** All blocks of one language in a Markdown file, in order. */
export async function codeBlocks(file: string, language: string): Promise<string[]> {
  const text = await readFile(new URL(file, ROOT), "utf8");
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    (match) => match[1] ?? "",
  );
}

/** Where a stack is that is not on the ports of `npm start`. */
export interface Whereabouts {
  rpcUrl: string;
  graphqlUrl: string;
  deploymentFile: string;
}

/** The endpoint that `npm start` prints, as the documents have it. */
export const USUAL_SUBGRAPH = "http://127.0.0.1:8000/subgraphs/name/subgraph-0";

/** The deployment file that `npm start` writes, as the documents import it. */
const USUAL_DEPLOYMENT = "./deployments/31337.json";

/**
 * Runs the TypeScript blocks of a Markdown file as one program in the project's root, as a reader would paste them who
 * has the stack of `npm start`, or has changed the code to where another one is.
 */
export async function runTypeScriptBlocks(file: string, elsewhere?: Whereabouts): Promise<Outcome> {
  const path = fileURLToPath(new URL(`documentation-${process.pid}.ts`, ROOT));
  const blocks = await codeBlocks(file, "ts");
  const code = hoistImports(blocks.join("\n"));
  await writeFile(path, elsewhere === undefined ? code : moveTo(elsewhere, code));
  try {
    return await runScript(path);
  } finally {
    await rm(path);
  }
}

function moveTo({ rpcUrl, graphqlUrl, deploymentFile }: Whereabouts, code: string): string {
  return code
    .replaceAll("http()", `http(${JSON.stringify(rpcUrl)})`)
    .replaceAll(USUAL_SUBGRAPH, graphqlUrl)
    .replaceAll(USUAL_DEPLOYMENT, pathToFileURL(deploymentFile).href);
}

/** A later block imports where it needs to; a module wants that first. */
function hoistImports(text: string): string {
  const lines = text.split("\n");
  const isImport = (line: string): boolean => line.startsWith("import ");
  return [...lines.filter(isImport), ...lines.filter((line) => !isImport(line))].join("\n");
}
