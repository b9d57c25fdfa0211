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

/** What a lot is to be, fixed before the first file is made: the files name their place in it. */
export type OpenedRun = {
  chainId: number;
  registry: Address;
  producer: Address;
  /** Decimal: see `lotId`. */
  nonce: string;
  recipeId: Hex;
  gate: Address;
  count: number;
  /** keccak-256 of the brief's canonical JSON. */
  brief: Hex;
  policyHash: Hex;
  /** SHA-256 of the brand kit's manifest, where the files are held to one. */
  brandKit?: Hex;
  /** Unix seconds: what leaves and report say. */
  createdAt: number;
};

/** One thing that is done and need not be done again. Journals hold these in order; each is a line of JSON. */
export type WorkEntry =
  | { step: "opened"; opened: OpenedRun }
  | { step: "generated"; index: number; attempt: number; file: KeptFile; perceptualHash?: Hex }
  | { step: "measured"; index: number; attempt: number; accepted: boolean; drift: KeptDrift }
  | { step: "screened"; index: number; attempt: number; accepted: boolean; findings: KeptFinding[] }
  | { step: "signed"; index: number; file: KeptFile; c2paHash?: Hex }
  | { step: "reported"; reportHash: Hex }
  | { step: "built"; root: Hex; manifest: Hex }
  | { step: "committed"; transaction?: Hex }
  | { step: "delivered"; transaction?: Hex };

/** An entry with the run it belongs to. */
export type JournalLine = { run: string; entry: WorkEntry };

/** Where a worker notes what is done, so that it can go on after any end. */
export interface WorkJournal {
  /** Everything that was noted, in order. */
  read(): Promise<readonly JournalLine[]>;
  /** Notes one more thing; it must be safe when the promise resolves. */
  append(line: JournalLine): Promise<void>;
}

/** A journal that forgets everything with the process. */
export function memoryWorkJournal(): WorkJournal {
  const lines: string[] = [];
  return {
    read: () => Promise.resolve(lines.map((line) => JSON.parse(line) as JournalLine)),
    append: (line) => Promise.resolve(void lines.push(JSON.stringify(line))),
  };
}
