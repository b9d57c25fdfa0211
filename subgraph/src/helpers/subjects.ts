import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { EthicsBoard, Lot, Proposal, RecipeOrdinal, Studio } from "../../generated/schema";
import { assetKey, bigEndian, WORD256_WIDTH } from "./ids";
import { loadAsset, lotOf } from "./lots";
import { proposalKey } from "./proposals";

/** What a review, a claim or a certificate is about, as far as the index knows it. */
export class Subject {
  proposal: Bytes | null;
  asset: Bytes | null;
  lot: Bytes | null;
  recipe: Bytes | null;
}

/** Finds a subject by its kind and number. */
export function subjectOf(board: EthicsBoard, kind: string, number: BigInt): Subject {
  const subject = new Subject();
  if (kind == "Proposal") subject.proposal = proposalOf(board, number);
  else if (kind == "Recipe") subject.recipe = recipeOf(number);
  else if (kind == "Asset") {
    const lot = Lot.load(lotOf(assetKey(number)));
    if (lot) {
      const asset = loadAsset(number);
      asset.save();
      subject.asset = asset.id;
      subject.lot = lot.id;
    }
  }
  return subject;
}

/** A proposal of the studio's present governor; null: it has none of that number. */
export function proposalOf(board: EthicsBoard, proposalId: BigInt): Bytes | null {
  const id = proposalKey(Studio.load(board.studio)!.governor, proposalId);
  return Proposal.load(id) ? id : null;
}

function recipeOf(recipeId: BigInt): Bytes | null {
  const found = RecipeOrdinal.load(bigEndian(recipeId, WORD256_WIDTH));
  return found ? found.recipe : null;
}
