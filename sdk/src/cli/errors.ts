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
