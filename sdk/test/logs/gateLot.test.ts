import { expect } from "chai";
import { zeroAddress } from "viem";
import { GateLot } from "../../src/logs/gateLot.ts";

const TERMS = { bond: 1_000n, challengeBond: 7n };
const COUNT = 2_560;

/** An accepted lot with one challenge. */
function challenged(): GateLot {
  const lot = new GateLot(1n, zeroAddress, COUNT);
  lot.decide("accepted", []);
  lot.challenges.set(1, { challenger: zeroAddress, firstWord: 0, masks: [1n], bond: 7n, suspended: false });
  return lot;
}

describe("logs: what a lot's disputes prove about its curators", () => {
  it("nothing where nobody objected, or where the lot was not accepted", () => {
    const quiet = new GateLot(1n, zeroAddress, COUNT);
    quiet.decide("accepted", []);
    quiet.paid = 1_000n;
    expect(quiet.provesDefects(TERMS)).to.equal(false);
    const rejected = challenged();
    [rejected.vetoed, rejected.status] = [true, "rejected"];
    expect(rejected.provesDefects(TERMS)).to.equal(false);
  });

  it("something from one upheld asset in 256 on, or where the bond is gone", () => {
    const lot = challenged();
    expect(lot.provesDefects(TERMS)).to.equal(false);
    lot.paid = 69n;
    expect(lot.provesDefects(TERMS)).to.equal(false);
    lot.paid = 70n;
    expect(lot.provesDefects(TERMS)).to.equal(true);
    lot.paid = 20n;
    expect(lot.provesDefects({ ...TERMS, bond: 20n })).to.equal(true);
  });

  it("something where there was a veto, even if it was lifted", () => {
    const lot = challenged();
    lot.vetoed = true;
    expect(lot.provesDefects(TERMS)).to.equal(true);
  });

  it("nothing where assets stay blocked that no panel judged", () => {
    const lot = challenged();
    [lot.vetoed, lot.undecided] = [true, true];
    expect(lot.provesDefects(TERMS)).to.equal(false);
  });

  it("keeps what was blocked once somebody objected, and forgets the last verdict's before", () => {
    const lot = new GateLot(1n, zeroAddress, COUNT);
    lot.decide("accepted", [{ word: 0, mask: 1n }]);
    lot.decide("accepted", [{ word: 0, mask: 2n }]);
    expect(lot.blockedIn(0)).to.equal(2n);
    lot.vetoed = true;
    lot.decide("accepted", [{ word: 0, mask: 4n }]);
    expect(lot.blockedIn(0)).to.equal(6n);
  });
});
