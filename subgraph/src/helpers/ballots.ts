import { Bytes } from "@graphprotocol/graph-ts";
import { AuditClose, Ballot, Curator } from "../../generated/schema";
import { bigEndianOf, fromBigEndian, slice, WORD256_WIDTH, WORD_WIDTH } from "./ids";

/** Wire of a ballot of one word: index u16, r, vs, ok, defect. */
const BALLOT_WIDTH = WORD_WIDTH + 4 * WORD256_WIDTH;

/** Number of ballots in a packed set. */
export function countBallots(packed: Bytes): i32 {
  return packed.length / BALLOT_WIDTH;
}

/** One entity per ballot; `curation` is the contract whose curators the indices name. */
export function saveBallots(close: AuditClose, curation: Bytes): void {
  for (let i = 0; i < close.ballotCount; i++) {
    const wire = slice(close.packedBallots, i * BALLOT_WIDTH, BALLOT_WIDTH);
    const ballot = new Ballot(close.id.concat(bigEndianOf(i, WORD_WIDTH)));
    ballot.close = close.id;
    ballot.audit = close.audit;
    ballot.curator = curation.concat(slice(wire, 0, WORD_WIDTH));
    ballot.position = i;
    ballot.r = field(wire, 0);
    ballot.vs = field(wire, 1);
    ballot.ok = fromBigEndian(field(wire, 2));
    ballot.defect = fromBigEndian(field(wire, 3));
    ballot.save();
    countBallot(ballot.curator);
  }
}

function field(wire: Bytes, position: i32): Bytes {
  return slice(wire, WORD_WIDTH + position * WORD256_WIDTH, WORD256_WIDTH);
}

function countBallot(id: Bytes): void {
  const curator = Curator.load(id)!;
  curator.ballotCount += 1;
  curator.save();
}
