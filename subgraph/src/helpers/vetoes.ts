import { BigInt } from "@graphprotocol/graph-ts";
import { Veto } from "../../generated/schema";
import { and } from "./challenges";
import { bigEndianOf, lotKey, WORD_WIDTH } from "./ids";

/** A veto that was placed. */
export function loadVeto(lotId: BigInt, word: i32): Veto {
  return Veto.load(lotKey(lotId).concat(bigEndianOf(word, WORD_WIDTH)))!;
}

/** Lifts these bits. */
export function changeVeto(veto: Veto, lifted: BigInt): void {
  veto.mask = veto.mask.minus(and(veto.mask, lifted));
}
