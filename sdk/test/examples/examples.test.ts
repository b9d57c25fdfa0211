import { expect } from "chai";
import { readdir, readFile } from "node:fs/promises";
import ts from "typescript";
import { complaints, ROOT } from "../helpers/compiler.ts";
import { AMBIENT, AMBIENT_OF } from "./ambient.ts";

const SOURCES = new URL("../../src/", import.meta.url);
/** Entries of the package by what their exports may be mistaken for: the first that has a name is where it is from. */
const ENTRIES = [
  ...[".", "actions", "addresses", "curation", "lot", "merkle", "catalog", "storage", "requirements", "statements"],
  ...["subgraph", "logs", "proposals", "founders", "legal", "errors", "ethers", "query", "watch", "react", "node"],
];
/** What examples take from others without saying so. */
const FOREIGN: Readonly<Record<string, string>> = {
  createPublicClient: "viem",
  createWalletClient: "viem",
  http: "viem",
  publicActions: "viem",
  parseEther: "viem",
  encodeFunctionData: "viem",
  erc20Abi: "viem",
  privateKeyToAccount: "viem/accounts",
  hardhat: "viem/chains",
};

/** One example, and where its documentation stands. */
interface Example {
  /** Below `sdk/src`. */
  file: string;
  line: number;
  language: string;
  code: string;
}

/** Every `@example` of the sources; what is generated has none of its own, and `/c2pa` leans on optional packages. */
async function examples(): Promise<Example[]> {
  const files = (await readdir(SOURCES, { recursive: true })).filter((file) => /\.tsx?$/.test(file));
  const own = files
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => !/generated\/|^c2pa\//.test(file))
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

/** Which entry exports a name. */
async function origins(): Promise<ReadonlyMap<string, string>> {
  const from = new Map<string, string>(Object.entries(FOREIGN));
  for (const entry of ENTRIES) {
    const specifier = entry === "." ? "@imprimatur/sdk" : `@imprimatur/sdk/${entry}`;
    for (const name of Object.keys((await import(specifier)) as object)) if (!from.has(name)) from.set(name, specifier);
  }
  return from;
}

/** Names that a program uses and does not declare. */
function freeNames(code: string): Set<string> {
  const file = ts.createSourceFile("example.tsx", code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const [used, declared] = [new Set<string>(), new Set<string>()];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isMember =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        (ts.isJsxAttribute(parent) && parent.name === node) ||
        (ts.isBindingElement(parent) && parent.propertyName === node);
      const declares =
        (ts.isVariableDeclaration(parent) || ts.isBindingElement(parent) || ts.isParameter(parent)) &&
        parent.name === node;
      const names =
        declares || ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isFunctionDeclaration(parent);
      if (names) declared.add(node.text);
      else if (!isMember) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return new Set([...used].filter((name) => !declared.has(name)));
}

/** An example as a program of its own: what it takes from the package is imported, what it is about is declared. */
function programOf({ code, file }: Example, from: ReadonlyMap<string, string>): string {
  const lines = [...freeNames(code)].flatMap((name) => {
    const [type, specifier] = [AMBIENT_OF[file]?.[name] ?? AMBIENT[name], from.get(name)];
    if (type !== undefined) return [`declare const ${name}: ${actual(name, type, code)};`];
    return specifier === undefined ? [] : [`import { ${name} } from "${specifier}";`];
  });
  return `import type { ExampleClient } from "./client.ts"; ${lines.join(" ")}\n${code}\n`;
}

const actual = (name: string, type: string, code: string): string => {
  if (type !== "actor") return type;
  return new RegExp(`\\b${name}\\.\\w|Client\\(${name}\\b|\\w\\(${name},`).test(code)
    ? "ExampleClient"
    : 'import("viem").Address';
};

describe("examples in the documentation of the sources", () => {
  it("are accepted by the compiler, each by itself", async function () {
    this.timeout(300_000);
    const [all, from] = [await examples(), await origins()];
    expect(all).to.have.length.above(270);
    const pathOf = ({ language }: Example, place: number): string => `${ROOT}sdk/test/examples/${place}.${language}`;
    const programs = new Map(all.map((example, place) => [pathOf(example, place), programOf(example, from)]));
    programs.set(`${ROOT}sdk/test/examples/deployments/31337.json`, "{}");
    programs.set(
      `${ROOT}sdk/test/examples/wrong.ts`,
      programOf({ ...all[0]!, code: "await client.getAsset({ assetId: '1' });" }, from),
    );
    const found = complaints(programs).map(({ path, line, message }) => {
      const example = all[Number(/(\d+)\.tsx?$/.exec(path)?.[1] ?? Number.NaN)];
      return example === undefined ? `${path}: ${message}` : `${example.file}:${example.line + line}: ${message}`;
    });
    const [mistake, ...others] = found.toSorted((a) => (a.includes("wrong.ts") ? -1 : 1));
    expect(mistake, "a mistake is noticed").to.include("'string' is not assignable to type 'bigint'");
    expect(others).to.deep.equal([]);
  });
});
