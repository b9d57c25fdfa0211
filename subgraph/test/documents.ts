import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { join } from "node:path";
import { type DocumentNode, parse } from "graphql";
import { SUBGRAPH } from "../scripts/paths.ts";

/** A GraphQL document and where it was found. */
export interface FoundDocument {
  place: string;
  text: string;
}

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SOURCES = ["sdk/src", "scripts", "bench", "examples"];
const PAGES = ["README.md", "subgraph/README.md", "sdk/README.md", "docs", "examples"];

/** The queries for auditors. */
export function savedQueries(): FoundDocument[] {
  const directory = join(SUBGRAPH, "queries");
  return readdirSync(directory)
    .sort()
    .map((name) => ({ place: name, text: readFileSync(join(directory, name), "utf8") }));
}

/** Every `graphql` block of the documents. */
export function documentedQueries(): FoundDocument[] {
  return PAGES.flatMap((path) => filesBelow(path, ".md")).flatMap((place) => {
    const text = readFileSync(join(ROOT, place), "utf8");
    return [...text.matchAll(/^```graphql\n([\s\S]*?)^```$/gm)].map(([, block = ""]) => ({ place, text: block }));
  });
}

/** Every string in the project's programs that is a GraphQL query from beginning to end. */
export function writtenQueries(): FoundDocument[] {
  return SOURCES.flatMap((path) => filesBelow(path, ".ts")).flatMap((place) => {
    const source = ts.createSourceFile(place, readFileSync(join(ROOT, place), "utf8"), ts.ScriptTarget.Latest, true);
    return stringsIn(source)
      .filter((text) => parsed(text) !== undefined)
      .map((text) => ({ place, text }));
  });
}

/** The document, unless the text is none. */
export function parsed(text: string): DocumentNode | undefined {
  if (!/^\s*(query\b|\{)/.test(text)) return undefined;
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function stringsIn(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function filesBelow(path: string, ending: string): string[] {
  if (path.endsWith(ending)) return [path];
  try {
    return readdirSync(join(ROOT, path), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(ending) && !/(^|\/)(node_modules|dist|\.vitepress)\//.test(name))
      .map((name) => join(path, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
