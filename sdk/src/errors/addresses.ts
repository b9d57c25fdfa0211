import { ImprimaturError } from "./base.ts";

/** A deployment file lacks a contract of the protocol. */
export class DeploymentIncompleteError extends ImprimaturError {
  override readonly name = "DeploymentIncompleteError";
  constructor(contract: string) {
    super(`The deployment has no ${contract}.`, {
      hint: "Deploy the protocol first, or take the file of another chain.",
    });
  }
}
