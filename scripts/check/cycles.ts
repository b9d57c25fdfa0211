import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";

/** Fails on a cycle of runtime imports between our TypeScript files; type-only imports vanish and may be mutual. */
const files = globSync(["scripts/**/*.ts", "sdk/{src,test}/**/*.ts", "test/**/*.ts", "bench/**/*.ts"]);
const imports = new Map(files.map((file) => [file, importsOf(file)]));

const done = new Set<string>();
let cycles = 0;
for (const file of files) visit(file, []);
process.exitCode = cycles === 0 ? 0 : 1;

function visit(file: string, path: string[]): void {
  if (path.includes(file)) {
    cycles += 1;
    console.error(`Import cycle: ${[...path.slice(path.indexOf(file)), file].join(" → ")}`);
    return;
  }
  if (done.has(file)) return;
  for (const next of imports.get(file) ?? []) visit(next, [...path, file]);
  done.add(file);
}

function importsOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    if (isTypeOnly(statement)) return [];
    const target = statement.moduleSpecifier;
    if (target === undefined || !ts.isStringLiteral(target) || !target.text.startsWith(".")) return [];
    const path = normalize(join(dirname(file), target.text));
    return existsSync(path) ? [path] : [];
  });
}

function isTypeOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) return statement.isTypeOnly;
  const clause = statement.importClause;
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  if (clause.name !== undefined || named === undefined || !ts.isNamedImports(named)) return false;
  return named.elements.length > 0 && named.elements.every((element) => element.isTypeOnly);
}
