import type { Address, Hex } from "viem";
import { ImprimaturError } from "./base.ts";

/** What a mandate does not allow, as the chain would name it. */
export type Refusal = {
  /** The custom error with which the contract would refuse. */
  errorName: string;
  /** Its values by name. */
  args: Readonly<Record<string, unknown>>;
  hint: string;
};

/** An act that the mandate does not allow: refused here, before anything was signed. */
export class ActRefusedError extends ImprimaturError {
  override readonly name = "ActRefusedError";
  readonly errorName: string;
  readonly args: Readonly<Record<string, unknown>>;
  constructor({ errorName, args, hint }: Refusal) {
    const details = Object.entries(args).map(([name, value]) => `${name}: ${String(value)}`);
    super(`The mandate does not allow this: ${errorName}. Nothing was signed.`, { details, hint });
    this.errorName = errorName;
    this.args = args;
  }
}

/** A transaction that no mandate covers: another contract or function, value, a new contract, a delegation. */
export class TransactionForbiddenError extends ImprimaturError {
  override readonly name = "TransactionForbiddenError";
  readonly to: Address | undefined;
  readonly selector: Hex | undefined;
  constructor(reason: string, { to, selector }: { to?: Address | undefined; selector?: Hex | undefined } = {}) {
    super(`This agent does not sign the transaction: ${reason}.`, {
      hint: "An agent pays, buys, calls, commits and delivers under its mandate; everything else takes a person's account.",
    });
    this.to = to;
    this.selector = selector;
  }
}

/** A message or typed data that an agent does not sign: signatures can move tokens and votes as transactions do. */
export class SignatureForbiddenError extends ImprimaturError {
  override readonly name = "SignatureForbiddenError";
  constructor(what: string) {
    super(`This agent does not sign ${what}.`, {
      hint: "It signs acts of its mandate and screening reports of its own lots.",
    });
  }
}

/** A transaction costs more gas than the agent's operator allows. */
export class GasLimitError extends ImprimaturError {
  override readonly name = "GasLimitError";
  readonly found: bigint | undefined;
  readonly max: bigint;
  constructor(what: string, found: bigint | undefined, max: bigint) {
    super(`The transaction's ${what} is ${found ?? "not given"}, at most ${max} is allowed. Nothing was signed.`, {
      hint: "Wait for a cheaper block, or raise the account's limits.",
    });
    this.found = found;
    this.max = max;
  }
}

/** A policy or brief is not one. */
export class AgentInputError extends ImprimaturError {
  override readonly name = "AgentInputError";
  constructor(field: string, problem: string) {
    super(`${field} ${problem}.`);
  }
}

/** How a journal differs from the run that wants to go on with it. */
export type JournalDifference = { field: string; found: string; expected: string };

/** A journal belongs to another run, or was changed by hand. */
export class JournalMismatchError extends ImprimaturError {
  override readonly name = "JournalMismatchError";
  /** What differs: chain, registry, mandate, recipe, brief, inputs, milestone …; undefined where it cannot be read. */
  readonly field: string | undefined;
  /** What the journal says of it. */
  readonly found: string | undefined;
  /** What this run says of it. */
  readonly expected: string | undefined;
  constructor(problem: string | JournalDifference, cause?: unknown) {
    const { field, found, expected }: Partial<JournalDifference> = typeof problem === "string" ? {} : problem;
    const told = typeof problem === "string" ? problem : `its ${field} is ${found}, this run's is ${expected}`;
    super(`The journal does not fit this run: ${told}.`, {
      cause,
      hint: "Give each run a journal of its own, and never edit one.",
    });
    this.field = field;
    this.found = found;
    this.expected = expected;
  }
}

/** Another process writes the journal, or this one works on the run already. */
export class JournalLockedError extends ImprimaturError {
  override readonly name = "JournalLockedError";
  /** The lock, or the run. */
  readonly what: string;
  /** Who has it, as far as the lock says; undefined for this process. */
  readonly pid: number | undefined;
  readonly host: string | undefined;
  constructor(what: string, holder?: { pid?: number | undefined; host?: string | undefined }) {
    const { pid = "unknown", host = "this machine" } = holder ?? {};
    const who = holder === undefined ? "this process" : `process ${pid} on ${host}`;
    super(`${what} is held by ${who}: a journal has one writer.`, {
      hint: "Wait for it or end it. A lock whose process died here goes by itself; one of another machine is deleted by hand.",
    });
    this.what = what;
    this.pid = holder?.pid;
    this.host = holder?.host;
  }
}

/** A transaction of an earlier life of the agent is neither mined nor gone. */
export class TransactionStuckError extends ImprimaturError {
  override readonly name = "TransactionStuckError";
  /** Of the agent's account. */
  readonly nonce: number;
  constructor(nonce: number, seconds: number) {
    super(`Transaction ${nonce} of the agent was sent before and is not mined after ${seconds} s.`, {
      hint: "Wait, or send a transaction of that number with a higher fee; then run it again with the same journal.",
    });
    this.nonce = nonce;
  }
}

/** A generator made nothing usable. */
export class GenerationFailedError extends ImprimaturError {
  override readonly name = "GenerationFailedError";
  readonly index: number;
  readonly attempts: number;
  constructor(index: number, attempts: number, reason: string, cause?: unknown) {
    super(
      `Nothing usable for asset ${index} after ${attempts} ${attempts === 1 ? "attempt" : "attempts"}: ${reason}.`,
      {
        cause,
        hint: "Nothing was committed. Run it again with the same journal: what is done stays done.",
      },
    );
    this.index = index;
    this.attempts = attempts;
  }
}

/** A file was not searched, so nobody can say whether it is known: it is neither taken nor refused. */
export class ScreeningUnavailableError extends ImprimaturError {
  override readonly name = "ScreeningUnavailableError";
  readonly index: number;
  readonly provider: string;
  /** As reports say it. */
  readonly reason: string;
  constructor(index: number, provider: string, { reason, detail }: { reason: string; detail: string }) {
    super(`Asset ${index} was not searched by ${provider} (${reason}): ${detail}.`, {
      hint: "Nothing was committed, the file is kept. Run it again with the same journal, with providers that search it.",
    });
    this.index = index;
    this.provider = provider;
    this.reason = reason;
  }
}

/** A service that runs a model did not answer as it should. */
export class GeneratorServiceError extends ImprimaturError {
  override readonly name = "GeneratorServiceError";
  /** HTTP status; undefined where there was no answer. */
  readonly status: number | undefined;
  /** Whether asking again may help. */
  readonly retryable: boolean;
  constructor(problem: string, options: { status?: number; retryable?: boolean; cause?: unknown; hint?: string } = {}) {
    const { status, retryable = false, cause, hint } = options;
    super(`The model's service ${problem}.`, { cause, ...(hint === undefined ? {} : { hint }) });
    this.status = status;
    this.retryable = retryable;
  }
}

/** The lot of a run is on the chain with other content than the journal tells. */
export class LotTakenError extends ImprimaturError {
  override readonly name = "LotTakenError";
  readonly lotId: bigint;
  constructor(lotId: bigint, found: Hex, expected: Hex) {
    super(`Lot ${lotId} is on the chain with root ${found}, this run built ${expected}.`, {
      hint: "Two workers used one agent: give each a mandate of its own, or run them one after the other.",
    });
    this.lotId = lotId;
  }
}

/** A milestone cannot be worked on. */
export class MilestoneError extends ImprimaturError {
  override readonly name = "MilestoneError";
  readonly milestone: number;
  constructor(milestone: number, problem: string) {
    super(`Milestone ${milestone} ${problem}.`);
    this.milestone = milestone;
  }
}
