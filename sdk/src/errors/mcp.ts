import type { Address, Hex } from "viem";
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
  constructor(bytes: number, max: number) {
    super(`The answer has ${bytes} bytes, at most ${max} are given.`, {
      hint: "Ask for fewer entries (first, skip), or for one by its id.",
    });
  }
}

/** A request's id stands for another act already. */
export class RequestReusedError extends ImprimaturError {
  override readonly name = "RequestReusedError";
  readonly requestId: string;
  constructor(requestId: string, transaction: Hex) {
    super(`The request ${requestId} was another act: transaction ${transaction}. Nothing was signed.`, {
      hint: "Give each act a requestId of its own; the same one only asks for the same act again.",
    });
    this.requestId = requestId;
  }
}

/** Another transaction took the place of the one that a request signed: the request's own never happens. */
export class RequestLostError extends ImprimaturError {
  override readonly name = "RequestLostError";
  readonly requestId: string;
  readonly transaction: Hex;
  constructor(requestId: string, { transaction, nonce }: { transaction: Hex; nonce: number }) {
    super(`The request ${requestId} signed ${transaction}, but another transaction took nonce ${nonce}.`, {
      hint: "Look at list_acts whether it was done otherwise; only then ask again, with a new requestId.",
    });
    this.requestId = requestId;
    this.transaction = transaction;
  }
}

/** A tool has not answered in time. */
export class ToolTimeoutError extends ImprimaturError {
  override readonly name = "ToolTimeoutError";
  readonly milliseconds: number;
  constructor(tool: string, milliseconds: number, hint: string) {
    super(`${tool} has no answer after ${milliseconds} ms.`, { hint });
    this.milliseconds = milliseconds;
  }
}

/** A mandate is not one that the studio's members gave. */
export class MandateForeignError extends ImprimaturError {
  override readonly name = "MandateForeignError";
  constructor(mandateId: Hex, { studio, mandates }: { studio: Address; mandates: Address }) {
    super(`Mandate ${mandateId} is none of studio ${studio}, whose mandates are at ${mandates}.`, {
      hint: "list_mandates shows those of a studio; name the studio that gave the mandate.",
    });
  }
}

/** A server is not started as it was asked for, because strangers could reach it. */
export class ServeRefusedError extends ImprimaturError {
  override readonly name = "ServeRefusedError";
  constructor(problem: string, hint: string) {
    super(`The server does not start: ${problem}.`, { hint });
  }
}

/** The journal of a server's acts cannot be read. */
export class ActJournalError extends ImprimaturError {
  override readonly name = "ActJournalError";
  constructor(line: number, cause?: unknown) {
    super(`Line ${line} of the journal of acts is none. Nothing was signed.`, {
      cause,
      hint: "Never edit it: it is what keeps an act from being done twice.",
    });
  }
}
