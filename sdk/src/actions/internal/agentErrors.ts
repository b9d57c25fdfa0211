import type { Hash } from "viem";

/** A `TransactionRevertedError`, whose class is not loaded for this. */
type Reverted = { hash: Hash; constructor: new (hash: Hash, reason: unknown) => Error };

/** Loads what tells of errors of mandates, commissions, attestations and provenance: the root entry does without. */
async function meanings() {
  const [{ learnErrors, toStudioError }, { AGENT_ERROR_TABLE }] = await Promise.all([
    import("./onDemand.ts"),
    import("../../errors/generated/agentTable.ts"),
  ]);
  learnErrors(AGENT_ERROR_TABLE);
  return toStudioError;
}

/** The same failure, with a revert that was not known read once more. */
async function readAgain(failure: unknown): Promise<unknown> {
  if (!(failure instanceof Error)) return failure;
  if (failure.name === "UnknownRevertError") return (await meanings())(failure.cause);
  const inner = failure.cause;
  if (failure.name !== "TransactionRevertedError" || !(inner instanceof Error)) return failure;
  const { hash, constructor: Again } = failure as unknown as Reverted;
  return inner.name === "UnknownRevertError" ? new Again(hash, await readAgain(inner)) : failure;
}

/** Makes an action tell of refusals that only entries of their own know; everything else about it stays. */
export function withAgentErrors<Parameters extends readonly unknown[], Result, Members extends object>(
  action: ((...parameters: Parameters) => Promise<Result>) & Members,
): ((...parameters: Parameters) => Promise<Result>) & Members {
  const told = (...parameters: Parameters): Promise<Result> =>
    action(...parameters).catch(async (failure: unknown) => Promise.reject((await readAgain(failure)) as Error));
  return Object.assign(told, action);
}
