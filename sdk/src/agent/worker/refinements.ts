import { type Address, type Hex, zeroHash } from "viem";
import { curationRefinementRequestedEvent } from "../../abi/items/curation.ts";
import type { ActionClient } from "../../actions/internal/types.ts";
import { type BlockRange, fetchEventLogs } from "../../logs/fetchLogs.ts";
import { type ContentStore, getBlock } from "../../storage/store.ts";

/** A studio wants a selected work made otherwise. */
export type Refinement = {
  assetId: bigint;
  slateId: bigint;
  /** Digest of what is wanted. */
  note: Hex;
};

/** Which refinements were asked of a producer, oldest first. */
export async function listRefinements(
  client: ActionClient,
  { curation, producer, ...range }: BlockRange & { curation: Address; producer: Address },
): Promise<Refinement[]> {
  const event = curationRefinementRequestedEvent;
  const logs = await fetchEventLogs(client, { address: curation, event, args: { producer }, ...range });
  return logs.map(({ args: { assetId, slateId, note } }) => ({ assetId, slateId, note }));
}

/** Most bytes of a note that are read. */
const MAX_NOTE = 16_384;

/**
 * What is wanted, in words: untrusted text, empty where the studio gave none. Throws where no store has it: what is wanted
 * is not guessed.
 */
export async function readNote(store: Pick<ContentStore, "get">, note: Hex): Promise<string> {
  if (note === zeroHash) return "";
  const bytes = await getBlock(store as ContentStore, note);
  return new TextDecoder().decode(bytes.subarray(0, MAX_NOTE));
}
