import { fileURLToPath } from "node:url";
import ts from "typescript";

export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** What the compiler says of a program. */
export interface Complaint {
  /** Of the program, below the repository. */
  path: string;
  /** From 1 on. */
  line: number;
  message: string;
}

/**
 * What the compiler says of programs that exist only here, all in one run: file name → text, as if they lay where their
 * names say, under the SDK's own settings.
 */
export function complaints(programs: ReadonlyMap<string, string>): Complaint[] {
  const { config } = ts.readConfigFile(`${ROOT}sdk/tsconfig.json`, (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, `${ROOT}sdk`);
  const unused = { noUnusedLocals: false, noUnusedParameters: false };
  const settings = { ...options, ...unused, jsx: ts.JsxEmit.ReactJSX, module: ts.ModuleKind.NodeNext };
  const host = ts.createCompilerHost(settings);
  const files = { ...host };
  host.directoryExists = (path) =>
    [...programs.keys()].some((file) => file.startsWith(`${path}/`)) || files.directoryExists?.(path) === true;
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
    return found.map(({ start, messageText }) => ({
      path: path.slice(ROOT.length),
      line: 1 + (file === undefined ? 0 : ts.getLineAndCharacterOfPosition(file, start ?? 0).line),
      message: ts.flattenDiagnosticMessageText(messageText, "\n"),
    }));
  });
}
