import type { Hash } from "viem";
import { ImprimaturError } from "../errors/base.ts";

/** The command line, a setting or a file was not understood. */
export class UsageError extends ImprimaturError {
  override readonly name = "UsageError";
}

/** The check was made, and the answer is no. */
export class CheckFailedError extends ImprimaturError {
  override readonly name = "CheckFailedError";
}

/** The deployment file does not say what is on the chain. */
export class StaleDeploymentError extends ImprimaturError {
  override readonly name = "StaleDeploymentError";
  constructor(file: string, cause: ImprimaturError) {
    super(`${file} is stale. ${cause.shortMessage}`, {
      cause,
      hint: "The chain was started anew, or the file is of another one: deploy, or name the right file.",
    });
  }
}

/** Somebody or something ended the command before its work was done. */
export class AbortedError extends ImprimaturError {
  override readonly name = "AbortedError";
}

/** There is nobody to act, or the keystore stays shut. */
export class AccountLockedError extends ImprimaturError {
  override readonly name = "AccountLockedError";
}

/** A ballot box looked at a ballot and does not take it. */
export class BallotRefusedError extends ImprimaturError {
  override readonly name = "BallotRefusedError";
  constructor(box: string, reason: string) {
    super(`${box} did not take the ballot: ${reason}.`);
  }
}

/** A ballot box does not answer as one. */
export class BoxUnreachableError extends ImprimaturError {
  override readonly name = "BoxUnreachableError";
  constructor(box: string, reason: string, cause?: unknown) {
    super(`${box} has not got the ballot: ${reason}.`, { cause, hint: "Put it in again: nothing counts twice." });
  }
}

/** A transaction that was sent, and what is known of it. */
export type SentTransaction = { does: string; hash: Hash; state: "done" | "failed" | "unknown" };

/** Something failed after transactions had been sent: they count, whatever the cause says. */
export class PartlySentError extends ImprimaturError {
  override readonly name = "PartlySentError";
  readonly sent: readonly SentTransaction[];
  constructor(sent: readonly SentTransaction[], cause: unknown) {
    super("It failed after transactions had been sent.", { cause });
    this.sent = sent;
  }
}
