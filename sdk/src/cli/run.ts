import tab from "@bomb.sh/tab/commander";
import { CommanderError } from "commander";
import { learnErrors } from "../errors/decode.ts";
import { AGENT_ERROR_TABLE } from "../errors/generated/agentTable.ts";
import { toJson } from "./answer.ts";
import { EXIT_CODES, type ExitCode } from "./exitCodes.ts";
import { toFailure, toLine } from "./failure.ts";
import type { Io } from "./io.ts";
import { plainText } from "./plainText.ts";
import { createProgram } from "./program.ts";
import { readVersion } from "./version.ts";

/** Runs one command line to its end; never throws, and prints no stack trace. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  // Commands speak of every contract, those of agents included.
  learnErrors(AGENT_ERROR_TABLE);
  const outcome = { exitCode: EXIT_CODES.ok as ExitCode };
  try {
    const program = createProgram(io, readVersion(), outcome);
    tab(program, { completionCommandName: "completion" });
    await program.parseAsync(args, { from: "user" });
    return outcome.exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT_CODES.ok;
    return report(error, io, args.includes("--json"));
  }
}

function report(error: unknown, io: Io, asJson: boolean): ExitCode {
  // Commander has printed the help of a group that was called without a command.
  if (error instanceof CommanderError && error.code === "commander.help") return EXIT_CODES.usage;
  const failure = toFailure(error);
  io.stderr.write(`imprimatur: ${plainText(toLine(failure))}\n`);
  if (asJson) io.stdout.write(`${toJson({ error: failure })}\n`);
  return failure.exitCode;
}
