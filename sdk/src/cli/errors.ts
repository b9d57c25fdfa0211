import { ImprimaturError } from "../errors/base.ts";

/** The command line, a setting or a file was not understood. */
export class UsageError extends ImprimaturError {
  override readonly name = "UsageError";
}

/** The check was made, and the answer is no. */
export class CheckFailedError extends ImprimaturError {
  override readonly name = "CheckFailedError";
}

/** The node is another chain's, or the deployment file another chain's. */
export class WrongChainError extends ImprimaturError {
  override readonly name = "WrongChainError";
  constructor(found: number, expected: number, rpc: string) {
    super(`The node at ${rpc} is of chain ${found}, not ${expected}.`, {
      hint: "Name the node with --rpc, and the chain's deployment file with --deployment.",
    });
  }
}

/** There is no contract where the deployment file says one is. */
export class StaleDeploymentError extends ImprimaturError {
  override readonly name = "StaleDeploymentError";
  constructor(contract: string, address: string, file: string) {
    super(`There is no contract at ${address}, where ${file} has ${contract}.`, {
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
