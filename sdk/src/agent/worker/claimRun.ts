import { JournalLockedError } from "../../errors/agent.ts";
import type { WorkJournal } from "./journal.ts";

/** Which runs of which journals this process works on. */
const working = new WeakMap<WorkJournal, Set<string>>();

/**
 * Makes this the only one who works on the run: no other process writes the journal, and this one does not work on the
 * same run twice at a time. Throws {@link JournalLockedError}.
 */
export async function claimRun({
  journal,
  run = "brief",
}: {
  journal: WorkJournal;
  run?: string;
}): Promise<() => Promise<void>> {
  const runs = working.get(journal) ?? new Set();
  if (runs.has(run)) throw new JournalLockedError(`The run "${run}"`);
  working.set(journal, runs.add(run));
  try {
    const release = await journal.claim?.();
    return async () => {
      runs.delete(run);
      await release?.();
    };
  } catch (error) {
    runs.delete(run);
    throw error;
  }
}
