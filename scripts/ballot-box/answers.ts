import type { AssetLeaf } from "@imprimatur/sdk/merkle";
import { type Hex, numberToHex } from "viem";
import type { BallotBox } from "./box.ts";
import type { Poll } from "./poll.ts";

/** A poll as a list shows it. Ids are decimal strings, times are unix seconds. */
export interface TaskJson {
  id: string;
  kind: string;
  subject: string;
  seed: Hex;
  firstWord: number;
  charterVersion: number;
  deadline: number;
  end: number;
  widening: number;
  expectedWeight: number;
  /** How many ballots the box holds. */
  ballots: number;
  /** For each 256 lanes: those that are to be judged. */
  lanes: readonly Hex[];
}

/** One thing to judge, with the proof of its place in the lot. `name` and `mediaType` are untrusted text. */
export interface ItemJson {
  lane: number;
  lotId: string;
  /** Index in the lot. */
  position: number;
  name: string;
  mediaType: string;
  bytes: number;
  cid: string;
  leaf: Omit<AssetLeaf, "createdAt"> & { createdAt: string };
  /** Siblings from the leaf to the root. */
  proof: readonly Hex[];
}

/** A poll with all that its curators judge. */
export interface PollJson extends TaskJson {
  items: readonly ItemJson[];
  /** Assets in the lot; of a slate: candidates. */
  count: number;
}

export function toTaskJson(box: BallotBox, poll: Poll): TaskJson {
  const { id, kind, subject, seed, firstWord, charterVersion, widening, expectedWeight } = poll;
  return {
    ...{ id, kind, subject: String(subject), seed, firstWord, charterVersion, widening, expectedWeight },
    deadline: Number(poll.deadline),
    end: Number(poll.end),
    ballots: box.standing(poll).length,
    lanes: poll.lanes.map((lanes) => numberToHex(lanes, { size: 32 })),
  };
}

/** Resolves once the manifests of the lots in question are read and checked. */
export async function toPollJson(box: BallotBox, poll: Poll): Promise<PollJson> {
  const items: ItemJson[] = [];
  for (const { lane, lotId, position } of poll.items) {
    const { rows, tree } = await box.samples.lot(lotId);
    const row = rows[position];
    if (row === undefined) continue;
    const { name, mediaType, bytes, cid, leaf } = row;
    const file = { name, mediaType, bytes, cid, leaf: { ...leaf, createdAt: String(leaf.createdAt) } };
    items.push({ lane, lotId: String(lotId), position, ...file, proof: tree.proof(position) });
  }
  return { ...toTaskJson(box, poll), items, count: poll.count };
}
