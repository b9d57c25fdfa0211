import type { Hex } from "viem";
import { JournalMismatchError } from "../../errors/agent.ts";
import type {
  JournalLine,
  KeptDrift,
  KeptFile,
  KeptFinding,
  OpenedRun,
  Sending,
  WorkEntry,
  WorkJournal,
} from "./journal.ts";

/** What is known of one file of the lot. */
export type FileState = {
  /** Tries that were made. */
  attempts: number;
  draft?: { file: KeptFile; perceptualHash?: Hex; attempt: number };
  /** How far the draft, or the last one that was refused for it, is from the brand. */
  drift?: KeptDrift & { accepted: boolean };
  accepted?: readonly KeptFinding[];
  signed?: { file: KeptFile; c2paHash?: Hex };
};

/** What a journal tells of one run. */
export type RunState = {
  opened?: OpenedRun;
  files: Map<number, FileState>;
  /** Files that screening refused. */
  refused: number;
  /** Files that were off brand. */
  drifted: number;
  reportHash?: Hex;
  built?: { root: Hex; manifest: Hex };
  committed?: { transaction?: Hex };
  delivered?: { transaction?: Hex };
  /** Nonces of the account that were taken for what is sent. */
  sending: Map<Sending, number>;
  /** Times that a refinement failed. */
  failures: number;
};

/** A run of which nothing is noted. */
export const newState = (): RunState => ({ files: new Map(), refused: 0, drifted: 0, sending: new Map(), failures: 0 });

/** Reads what was done of a run. */
export async function readRun(journal: WorkJournal, run: string): Promise<RunState> {
  return (await readRuns(journal)).get(run) ?? newState();
}

/** Reads what was done of every run of a journal. */
export async function readRuns(journal: WorkJournal): Promise<Map<string, RunState>> {
  const runs = new Map<string, RunState>();
  for (const { run, entry } of await journal.read()) {
    const state = runs.get(run) ?? newState();
    runs.set(run, state);
    apply(state, entry);
  }
  return runs;
}

/** How a lot was registered, once it is built: nothing else of its recipe is needed from then on. */
export function recipeOf({ opened, built }: RunState): { recipeId: Hex; commitment: Hex } | undefined {
  if (opened === undefined || built === undefined) return undefined;
  return { recipeId: opened.recipeId, commitment: opened.recipeCommitment };
}

/** Notes a step and takes it into the state. */
export async function note(journal: WorkJournal, line: JournalLine, state: RunState): Promise<void> {
  await journal.append(line);
  apply(state, line.entry);
}

/** The file at a place; made when it is first spoken of. */
export function fileAt({ files }: Pick<RunState, "files">, index: number): FileState {
  const found = files.get(index) ?? { attempts: 0 };
  files.set(index, found);
  return found;
}

function apply(state: RunState, entry: WorkEntry): void {
  // What fails may fail before anything was opened.
  if (entry.step !== "opened" && entry.step !== "failed" && state.opened === undefined) {
    throw new JournalMismatchError(`it has "${entry.step}" before the run was opened`);
  }
  switch (entry.step) {
    case "opened":
      if (state.opened !== undefined) throw new JournalMismatchError("the run was opened twice");
      state.opened = entry.opened;
      return;
    case "reopened":
      reopen(state, entry.opened);
      return;
    case "generated":
      applyGenerated(state, entry);
      return;
    case "measured":
      applyMeasured(state, entry);
      return;
    case "screened":
      applyScreened(state, entry);
      return;
    case "signed": {
      const { file, c2paHash } = entry;
      fileAt(state, entry.index).signed = { file, ...(c2paHash === undefined ? {} : { c2paHash }) };
      return;
    }
    case "reported":
      state.reportHash = entry.reportHash;
      return;
    case "built":
      state.built = { root: entry.root, manifest: entry.manifest };
      return;
    case "sending":
      state.sending.set(entry.what, entry.nonce);
      return;
    case "committed":
      state.committed = transactionOf(entry);
      return;
    case "delivered":
      state.delivered = transactionOf(entry);
      return;
    case "failed":
      state.failures = entry.attempt;
  }
}

/** What names the lot goes: certificates, report, root, and what was sent. */
function reopen(state: RunState, opened: OpenedRun): void {
  state.opened = opened;
  for (const file of state.files.values()) delete file.signed;
  delete state.reportHash;
  delete state.built;
  state.sending.clear();
}

const transactionOf = ({ transaction }: { transaction?: Hex }) => (transaction === undefined ? {} : { transaction });

function applyGenerated(state: RunState, entry: Extract<WorkEntry, { step: "generated" }>): void {
  const { index, attempt, file, perceptualHash } = entry;
  const found = fileAt(state, index);
  found.attempts = Math.max(found.attempts, attempt + 1);
  found.draft = { file, attempt, ...(perceptualHash === undefined ? {} : { perceptualHash }) };
  delete found.accepted;
  delete found.drift;
}

function applyMeasured(state: RunState, entry: Extract<WorkEntry, { step: "measured" }>): void {
  const found = fileAt(state, entry.index);
  found.drift = { ...entry.drift, accepted: entry.accepted };
  if (entry.accepted) return;
  delete found.draft;
  state.drifted += 1;
}

function applyScreened(state: RunState, entry: Extract<WorkEntry, { step: "screened" }>): void {
  const found = fileAt(state, entry.index);
  if (entry.accepted) found.accepted = entry.findings;
  else {
    delete found.draft;
    state.refused += 1;
  }
}
