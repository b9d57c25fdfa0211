import { expect } from "chai";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const GUIDE = new URL("../../../docs/react.md", import.meta.url);

/** What the compiler says of programs that exist only here: file name → text, as if they lay beside this test. */
function complaints(programs: ReadonlyMap<string, string>): string[] {
  const { config } = ts.readConfigFile(`${ROOT}sdk/tsconfig.json`, (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, `${ROOT}sdk`);
  const settings = { ...options, jsx: ts.JsxEmit.ReactJSX, module: ts.ModuleKind.NodeNext };
  const host = ts.createCompilerHost(settings);
  const files = { ...host };
  host.fileExists = (path) => programs.has(path) || files.fileExists(path);
  host.readFile = (path) => programs.get(path) ?? files.readFile(path);
  host.getSourceFile = (path, languageVersion, ...rest) => {
    const text = programs.get(path);
    return text === undefined
      ? files.getSourceFile(path, languageVersion, ...rest)
      : ts.createSourceFile(path, text, languageVersion);
  };
  const program = ts.createProgram({ rootNames: [...programs.keys()], options: settings, host });
  return [...programs.keys()].flatMap((path) => {
    const file = program.getSourceFile(path);
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return found.map(
      ({ messageText }) => `${path.slice(ROOT.length)}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
  });
}

describe("docs/react.md", () => {
  it("has code that the compiler accepts, every block by itself", async function () {
    this.timeout(120_000);
    const text = await readFile(GUIDE, "utf8");
    const blocks = [...text.matchAll(/^```(tsx?)\n([\s\S]*?)^```$/gm)];
    const programs = new Map(
      blocks.map(([, language = "", code = ""], place) => [`${ROOT}sdk/test/react/guide-${place}.${language}`, code]),
    );
    expect(blocks).to.have.length.above(6);
    programs.set(
      `${ROOT}sdk/test/react/wrong.ts`,
      `import { useGetNothing } from "@imprimatur/sdk/react";\nuseGetNothing();`,
    );
    const [mistake, ...others] = complaints(programs).toSorted((a) => (a.includes("wrong.ts") ? -1 : 1));
    expect(mistake, "a mistake is noticed").to.include("useGetNothing");
    expect(others).to.deep.equal([]);
  });
});
