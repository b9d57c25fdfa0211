import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { Curator, Epoch } from "../../generated/schema";
import { standingIn } from "./electorate";
import { bigEndianOf, WORD_WIDTH } from "./ids";
import { factorOf, panelOf, weightOf } from "./sortition";

/** What a seed makes of the standings of one epoch. */
export class Panel {
  /** Weight per unit of standing. */
  private factor: BigInt;

  /** `panel`: the weight that the terms ask for. */
  constructor(
    public curation: Bytes,
    private seed: Bytes,
    private epoch: i32,
    panel: i32,
  ) {
    const epoch_ = Epoch.load(curation.concat(bigEndianOf(epoch, WORD_WIDTH)));
    const known = epoch_ != null && epoch_.standing.gt(BigInt.zero());
    this.factor = known ? factorOf(panelOf(panel, epoch_!.curators), epoch_!.standing) : BigInt.zero();
  }

  /** What the curator weighs. */
  weightOf(curator: Bytes): i32 {
    const standing = standingIn(curator, this.epoch);
    return weightOf(this.seed, Curator.load(curator)!.index, standing, this.factor);
  }
}
