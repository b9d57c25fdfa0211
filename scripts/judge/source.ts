import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { assetRegistryAbi } from "@imprimatur/sdk/abi";
import { assetAt } from "@imprimatur/sdk";
import { type AssetLeaf, hashLeaf, verifyProof } from "@imprimatur/sdk/merkle";
import type { Address, Client, Hex } from "viem";
import { readContract } from "viem/actions";
import type { Poll } from "../ballot-box/poll.ts";
import type { Samples } from "../ballot-box/samples.ts";
import type { BoxClient } from "./boxClient.ts";

/** One asset to judge, and the lanes of the ballot that ask for it: draws may hit an asset twice. */
export interface Piece {
  lotId: bigint;
  /** Index in the lot. */
  position: number;
  lanes: readonly number[];
  /** Untrusted text. */
  name: string;
  /** Untrusted text. */
  mediaType: string;
  bytes: number;
  leaf: AssetLeaf;
  proof: readonly Hex[];
}

/** Where files come from. */
export interface Source {
  pieces(poll: Poll): Promise<Piece[]>;
  /** Writes the file to `path`; throws unless it is the one of the piece's leaf. */
  save(poll: Poll, piece: Piece, path: string): Promise<void>;
  charter(): Promise<Uint8Array>;
}

/** A piece is not at the place of the lot that the chain asks for. */
export class WrongPlaceError extends Error {
  override readonly name = "WrongPlaceError";
}

/** Files from a box, which has to prove the place of each. */
export function boxSource(box: BoxClient): Source {
  return {
    pieces: async (poll) => {
      const { items } = await box.poll(poll.id);
      return folded(
        poll,
        items.map(({ lotId, leaf, ...item }) => {
          const found = { ...leaf, createdAt: BigInt(leaf.createdAt) };
          return { ...item, lotId: BigInt(lotId), leaf: found };
        }),
      );
    },
    save: (poll, { lotId, position, leaf }, path) =>
      box.saveFile(poll.id, { lotId: String(lotId), position, contentHash: leaf.contentHash }, path),
    charter: () => box.charter(),
  };
}

/** Files from a content store, through manifests whose root is checked. */
export function storeSource(samples: Samples): Source {
  return {
    pieces: async (poll) => {
      const items: Omit<Piece, "lanes">[] = [];
      for (const { lotId, position } of poll.items) {
        const { rows, tree } = await samples.lot(lotId);
        const row = rows[position];
        if (row === undefined) throw new WrongPlaceError(`the manifest has no asset ${position}`);
        items.push({ ...row, lotId, position, proof: tree.proof(position) });
      }
      return folded(poll, items);
    },
    save: async (_poll, { lotId, position }, path) => {
      const { content } = await samples.file(lotId, position);
      await pipeline(content, createWriteStream(path));
    },
    charter: () => samples.charter(),
  };
}

/** The pieces in the order of the poll's own items, whatever was answered. */
function folded(poll: Poll, answered: readonly Omit<Piece, "lanes">[]): Piece[] {
  const found = new Map(answered.map((piece) => [`${piece.lotId}-${piece.position}`, piece]));
  const pieces = new Map<string, Omit<Piece, "lanes"> & { lanes: number[] }>();
  for (const { lane, lotId, position } of poll.items) {
    const key = `${lotId}-${position}`;
    const piece = found.get(key);
    if (piece === undefined) throw new WrongPlaceError(`asset ${position} is missing`);
    const known = pieces.get(key);
    if (known === undefined) pieces.set(key, { ...piece, lanes: [lane] });
    else known.lanes.push(lane);
  }
  return [...pieces.values()];
}

/** Throws unless each piece is at its place of a lot as it was committed. */
export async function checkPlaces(client: Client, assetRegistry: Address, pieces: readonly Piece[]): Promise<void> {
  const lots = new Map<bigint, { root: Hex; count: number }>();
  for (const { lotId, position, leaf, proof } of pieces) {
    const lot =
      lots.get(lotId) ??
      (await readContract(client, {
        address: assetRegistry,
        abi: assetRegistryAbi,
        functionName: "lotOf",
        args: [lotId],
      }));
    lots.set(lotId, lot);
    const place = { root: lot.root, count: lot.count, index: position, proof };
    if (!verifyProof({ ...place, leaf: hashLeaf(assetAt(lotId, position), leaf) })) {
      throw new WrongPlaceError(`asset ${position} is not the one that was committed`);
    }
  }
}
