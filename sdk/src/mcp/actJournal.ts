import type { Hex } from "viem";

/** An act that was signed for a request: noted before it is sent, so that it is sent once. */
export type SignedAct = {
  requestId: string;
  /** keccak-256 of who acts, where, by which tool and with which arguments. */
  digest: Hex;
  transaction: Hex;
  /** The signed transaction: whoever has it can send it, and nothing else. */
  serialized: Hex;
  /** Of the agent's account. */
  nonce: number;
  /** Decimal; of a lot that is committed. */
  lotId?: string;
};

/** Where a server notes which act a request stands for. */
export interface ActJournal {
  /** Everything that was noted, in order. */
  read(): Promise<readonly SignedAct[]>;
  /** Notes one more act; it must be safe when the promise resolves. */
  append(act: SignedAct): Promise<void>;
}

/** A journal that forgets everything with the process. */
export function memoryActJournal(): ActJournal {
  const acts: SignedAct[] = [];
  return { read: () => Promise.resolve([...acts]), append: (act) => Promise.resolve(void acts.push({ ...act })) };
}
