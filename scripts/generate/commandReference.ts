import { PassThrough } from "node:stream";
import { flagOf, SETTING_NAMES, SETTINGS, variableOf } from "../../sdk/src/cli/config.ts";
import { EXIT_CODE_MEANINGS, EXIT_CODES } from "../../sdk/src/cli/exitCodes.ts";
import { createProgram } from "../../sdk/src/cli/program.ts";

type Command = ReturnType<typeof createProgram>;

const BEGIN = "<!-- generated: the rest is what the program says of itself; npm run generate renews it -->";

/** A page with its generated part renewed: everything after the mark. */
export function renewReference(page: string): string {
  const at = page.indexOf(BEGIN);
  if (at === -1) throw new Error("the page of the command line has lost its mark");
  return `${page.slice(0, at)}${BEGIN}\n\n${renderReference()}`;
}

/** Settings, exit codes and commands, read from the program itself. */
function renderReference(): string {
  const settings = SETTING_NAMES.map((name) => [
    `\`${flagOf(name)} <${SETTINGS[name].value}>\``,
    `\`${variableOf(name)}\``,
    `\`${name}\``,
    SETTINGS[name].about,
  ]);
  const codes = Object.entries(EXIT_CODES).map(([name, code]) => [
    String(code),
    EXIT_CODE_MEANINGS[name as keyof typeof EXIT_CODES],
  ]);
  const commands = bareProgram().commands.flatMap((command) => sectionOf(command));
  return [
    ...["## Settings", "", ...table(["flag", "environment", "config file", "what it is"], settings), ""],
    ...["## Exit codes", "", ...table(["code", "means"], codes), ""],
    ...["## Commands", "", ...commands],
  ].join("\n");
}

/** The program, without a terminal. */
function bareProgram(): Command {
  const stream = new PassThrough();
  return createProgram(
    {
      ...{ stdin: stream, stdout: stream, stderr: stream, interactive: false, env: {}, cwd: "/", home: "/" },
      signal: new AbortController().signal,
      askPassword: () => Promise.reject(new Error("nobody is there")),
    },
    "0.0.0",
    { exitCode: 0 },
  );
}

/** Commands of a group under its heading; a command of its own has one too. */
function sectionOf(command: Command): string[] {
  const heading = [`### ${command.name()}`, "", `${command.description()}.`, ""];
  if (command.commands.length === 0) return [`### ${command.name()}`, "", ...describe(command, command.name())];
  return [...heading, ...command.commands.flatMap((each) => describe(each, `${command.name()} ${each.name()}`))];
}

function describe(command: Command, path: string): string[] {
  const names = command.registeredArguments.map((argument) => {
    const dots = argument.variadic ? "…" : "";
    return argument.required ? `<${argument.name()}${dots}>` : `[${argument.name()}${dots}]`;
  });
  const values = [
    ...command.registeredArguments.map((argument) => [`\`${argument.name()}\``, argument.description]),
    ...command.options.map(({ flags, description }) => [`\`${flags}\``, description]),
  ];
  return [
    `#### \`imprimatur ${[path, ...names].join(" ")}\``,
    ...["", `${command.description()}.`, ""],
    ...(values.length === 0 ? [] : [...table(["", ""], values), ""]),
  ];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}
