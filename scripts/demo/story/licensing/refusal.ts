import { type ErrorName, RevertError } from "@imprimatur/sdk/errors";

/** Whether an error is a contract's refusal with exactly this custom error. */
export const refusedBy =
  (errorName: ErrorName) =>
  (error: unknown): boolean =>
    error instanceof RevertError && error.errorName === errorName;
