import { ImprimaturError } from "./base.ts";

/** The package that speaks the Model Context Protocol is not installed. */
export class McpMissingError extends ImprimaturError {
  override readonly name = "McpMissingError";
  constructor(cause?: unknown) {
    super("The server cannot start: the package @modelcontextprotocol/sdk is not installed.", {
      cause,
      hint: "npm install @modelcontextprotocol/sdk",
    });
  }
}

/** A tool needs something that the server was not given. */
export class McpContextError extends ImprimaturError {
  override readonly name = "McpContextError";
}

/** An answer is too long for an agent to read. */
export class AnswerTooLongError extends ImprimaturError {
  override readonly name = "AnswerTooLongError";
  constructor(characters: number, max: number) {
    super(`The answer has ${characters} characters, at most ${max} are given.`, {
      hint: "Ask for fewer entries (first, skip), or for one by its id.",
    });
  }
}
