import type { Address, Hex } from "viem";
import type { ScreeningAnswer } from "../../compliance/provider.ts";

/** A file as the journal remembers it; its bytes are in a store, by their digest. */
export type KeptFile = { digest: Hex; name: string; mediaType: string; bytes: number };

/** What was searched for one file at one provider. */
export type KeptFinding = { provider: string; corpus: string; answer: ScreeningAnswer };

/** How far one file was from the brand, by each feature; of texts there are no features. */
export type KeptDrift = {
  /** 0 to 1. */
  score: number;
  threshold: number;
  /** Distance in units of what is usual in the kit. */
  features: readonly { feature: string; ratio: number }[];
};

/** What a run is, by which a journal is known to be its own. Texts are compared without regard to case. */
export type RunIdentity = {
  chainId: number;
  registry: Address;
  producer: Address;
  /** The mandate under which the lot is committed. */
  mandateId: Hex;
  policyHash: Hex;
  recipeId: Hex;
  /** The recipe's salted commitment, which every leaf holds. */
  recipeCommitment: Hex;
  gate: Address;
  /** keccak-256 of the brief's canonical JSON. */
  brief: Hex;
  /** keccak-256 over the works that it builds on, those that it keeps, and the feedback. */
  inputs: Hex;
  /** SHA-256 of the manifest of the brand kit that the files are held to, or "none". */
  brandKit: string;
  /** For which milestone the lot is: Commissions, commission and position, or "none". */
  milestone: string;
};

/** What a lot is to be, fixed before the first file is made: the files name their place in it. */
export type OpenedRun = RunIdentity & {
  /** Decimal: see `lotId`. No other run of the journal gets it. */
  nonce: string;
  count: number;
  /** Unix seconds: what leaves say. */
  createdAt: number;
};

/** What a run sends to the chain. */
export type Sending = "commit" | "deliver";

/** One thing that is done and need not be done again. Journals hold these in order; each is a line of JSON. */
export type WorkEntry =
  | { step: "opened"; opened: OpenedRun }
  /** A later lot took the number for good: drafts stay, what names the lot is made anew. */
  | { step: "reopened"; opened: OpenedRun }
  | { step: "generated"; index: number; attempt: number; file: KeptFile; perceptualHash?: Hex }
  | { step: "measured"; index: number; attempt: number; accepted: boolean; drift: KeptDrift }
  | { step: "screened"; index: number; attempt: number; accepted: boolean; findings: KeptFinding[] }
  | { step: "signed"; index: number; file: KeptFile; c2paHash?: Hex }
  | { step: "reported"; reportHash: Hex }
  | { step: "built"; root: Hex; manifest: Hex }
  /** The account's nonce that a transaction takes, noted before it is sent: sent again, it takes the same one. */
  | { step: "sending"; what: Sending; nonce: number }
  | { step: "committed"; transaction?: Hex }
  | { step: "delivered"; transaction?: Hex }
  /** A refinement that could not be made, by the name and the first line of the error. */
  | { step: "failed"; attempt: number; error: string; detail: string };

/** An entry with the run it belongs to. */
export type JournalLine = { run: string; entry: WorkEntry };

/** Where a worker notes what is done, so that it can go on after any end. */
export interface WorkJournal {
  /** Everything that was noted, in order. */
  read(): Promise<readonly JournalLine[]>;
  /** Notes one more thing; it must be safe when the promise resolves. */
  append(line: JournalLine): Promise<void>;
  /**
   * Makes the caller the one who writes, until the answer is called; throws `JournalLockedError` while another process
   * is. Without it nobody else may have the journal.
   */
  claim?(): Promise<() => Promise<void>>;
}

/** A journal that forgets everything with the process. */
export function memoryWorkJournal(): WorkJournal {
  const lines: string[] = [];
  return {
    read: () => Promise.resolve(lines.map((line) => JSON.parse(line) as JournalLine)),
    append: (line) => Promise.resolve(void lines.push(JSON.stringify(line))),
  };
}
