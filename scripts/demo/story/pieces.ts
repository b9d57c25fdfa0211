import { ok } from "node:assert/strict";
import { assetAt } from "@imprimatur/sdk";
import type { AssetLeaf } from "@imprimatur/sdk/merkle";
import type { Hex } from "viem";
import type { Verdict } from "./curators.ts";
import type { CommittedLot } from "./lots.ts";

/** An asset that a license can be bought for, with what proves its content. */
export interface Piece {
  assetId: bigint;
  /** Name of its file. */
  name: string;
  evidence: { leaf: AssetLeaf; proof: readonly Hex[] };
}

/** The assets of the story's sales. */
export interface Pieces {
  /** Sold by many licenses. */
  popular: Piece;
  /** Sold as a work. */
  titled: Piece;
  /** Licensed to one buyer only. */
  exclusive: Piece;
  /** Licensed to teams. */
  shared: Piece;
  /** Refused by the curators. */
  blocked: Piece;
}

/** Picks released assets, of the works first; a folder of a single file is filled up from the small lot. */
export function pickPieces(works: CommittedLot, worksVerdict: Verdict, census: CommittedLot, verdict: Verdict): Pieces {
  const released = [...piecesOf(works, worksVerdict, false, 4), ...piecesOf(census, verdict, false, 4)];
  const [popular, titled, exclusive, shared] = released;
  const [blocked] = piecesOf(census, verdict, true, 1);
  ok(popular && titled && exclusive && shared && blocked, "too few assets were released");
  return { popular, titled, exclusive, shared, blocked };
}

function piecesOf({ lot }: CommittedLot, verdict: Verdict, blocked: boolean, most: number): Piece[] {
  return lot.rows
    .filter(({ index }) => verdict.blocked.includes(index) === blocked)
    .slice(0, most)
    .map(({ index, name, leaf }) => ({
      assetId: assetAt(lot.lotId, index),
      name,
      evidence: { leaf, proof: lot.tree.proof(index) },
    }));
}
