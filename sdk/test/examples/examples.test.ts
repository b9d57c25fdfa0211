import { expect } from "chai";
import { readFile } from "node:fs/promises";
import ts from "typescript";
import { complaints, ROOT } from "../helpers/compiler.ts";
import { type Example, examples } from "../helpers/examples.ts";
import { AMBIENT, AMBIENT_OF } from "./ambient.ts";

/** Every entry of the package; where two export a name, the first one is meant. */
async function entries(): Promise<string[]> {
  const manifest = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8")) as {
    exports: object;
  };
  const [FIRST, LAST] = [["@imprimatur/sdk", "@imprimatur/sdk/actions"], ["@imprimatur/sdk/abi"]];
  const all = Object.keys(manifest.exports).map((entry) => `@imprimatur/sdk${entry.slice(1)}`);
  const others = all.filter((entry) => ![...FIRST, ...LAST].includes(entry) && !entry.endsWith("package.json"));
  return [...FIRST, ...others, ...LAST];
}
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

/** Which entry exports a name. */
async function origins(): Promise<ReadonlyMap<string, string>> {
  const from = new Map<string, string>(Object.entries(FOREIGN));
  for (const specifier of await entries()) {
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
      `${ROOT}sdk/test/examples/bundler.d.ts`,
      'declare module "*?url" { const url: string; export default url; }',
    );
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
