import { Argument, Command as Commander, Option } from "commander";
import { type Answer, render } from "./answer.ts";
import type { Command, CommandGroup, Field, Fields } from "./command.ts";
import { COMMANDS } from "./commands/index.ts";
import { flagOf, readConfiguration, SETTING_NAMES, SETTINGS } from "./config.ts";
import { UsageError } from "./errors.ts";
import { EXIT_CODES, type ExitCode } from "./exitCodes.ts";
import { exampleText, programText } from "./help.ts";
import type { Io } from "./io.ts";
import { Session } from "./session.ts";
import { firstProblem } from "./values.ts";

/** What the program has done when it was parsed. */
export type Outcome = { exitCode: ExitCode };

/** The whole program as commander knows it; `version` is the package's. */
export function createProgram(io: Io, version: string, outcome: Outcome): Commander {
  const program = new Commander("imprimatur")
    .description("Studios that are DAOs: commit, curate, sell, earn, vote, audit, verify.")
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => undefined, // the failure is reported once, by run
    })
    .configureHelp({ showGlobalOptions: true, sortSubcommands: false, helpWidth: 120 })
    .showHelpAfterError(false);
  for (const name of SETTING_NAMES) {
    program.addOption(new Option(`${flagOf(name)} <${SETTINGS[name].value}>`, SETTINGS[name].about));
  }
  program.option("--config <file>", "config file (default: imprimatur.config.json)");
  program.option("--json", "print one JSON document; amounts and ids are decimal strings");
  program.addHelpText("after", programText());
  for (const entry of COMMANDS) {
    if ("commands" in entry) addGroup(program, entry, io, outcome);
    else program.addCommand(toCommander(program, entry, io, outcome));
  }
  return program;
}

function addGroup(program: Commander, { name, about, commands }: CommandGroup, io: Io, outcome: Outcome): void {
  const group = program.createCommand(name).copyInheritedSettings(program).description(about);
  program.addCommand(group);
  for (const command of commands) group.addCommand(toCommander(group, command, io, outcome, `${name} `));
}

function toCommander(parent: Commander, command: Command, io: Io, outcome: Outcome, prefix = ""): Commander {
  const made = parent.createCommand(command.name).copyInheritedSettings(parent).description(command.about);
  for (const [name, field] of Object.entries(command.args)) made.addArgument(toArgument(name, field));
  for (const [name, field] of Object.entries(command.options)) made.addOption(toOption(name, field));
  if (command.sends) {
    made.option("--yes", "send it instead of showing it").option("--send", "the same as --yes");
    made.option("--proposal <file>", "write the calls to a file for a vote instead of sending them");
  }
  made.addHelpText("after", exampleText(command.examples.map((line) => `${prefix}${command.name} ${line}`.trim())));
  return made.action(async () => {
    const flags: Record<string, unknown> = made.optsWithGlobals();
    const session = sessionOf(io, flags);
    const typed = Object.fromEntries(Object.keys(command.args).map((name, place) => [name, made.processedArgs[place]]));
    const given = { ...parse(command.args, typed, (name) => name), ...parse(command.options, flags, flagOf) };
    await answer(io, session, await command.run(session, given), outcome);
  });
}

function sessionOf(io: Io, flags: Readonly<Record<string, unknown>>): Session {
  const { json, yes, send, proposal } = flags;
  const mode = {
    json: json === true,
    send: yes === true || send === true,
    proposal: typeof proposal === "string" ? proposal : undefined,
  };
  if (mode.send && mode.proposal !== undefined) throw new UsageError("--yes and --proposal exclude each other.");
  return new Session(io, readConfiguration(flags, io), mode);
}

async function answer(io: Io, { mode }: Session, said: Answer, outcome: Outcome): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    io.stdout.write(render(said, mode.json), (error) => (error ? reject(error) : resolve()));
  });
  outcome.exitCode = said.exitCode ?? EXIT_CODES.ok;
}

/** A value may be left out exactly where its type takes that. */
const isOptional = ({ type }: Field): boolean => type.safeParse(undefined).success;

function toArgument(name: string, field: Field): Argument {
  const dots = field.many === true ? "..." : "";
  const form = isOptional(field) ? `[${name}${dots}]` : `<${name}${dots}>`;
  return new Argument(form, field.about);
}

function toOption(name: string, field: Field): Option {
  const { value, many, about } = field;
  const form = value === undefined ? "" : ` <${value}${many === true ? "..." : ""}>`;
  const isNeeded = value !== undefined && !isOptional(field);
  return new Option(`${flagOf(name)}${form}`, isNeeded ? `${about} (needed)` : about);
}

function parse(
  fields: Fields,
  given: Readonly<Record<string, unknown>>,
  placeOf: (name: string) => string,
): Record<string, unknown> {
  const parsed = Object.entries(fields).map(([name, { type }]) => {
    const result = type.safeParse(given[name]);
    if (!result.success) throw new UsageError(`${firstProblem(result.error, placeOf(name))}.`);
    return [name, result.data];
  });
  return Object.fromEntries(parsed) as Record<string, unknown>;
}
