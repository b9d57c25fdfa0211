import { expect } from "chai";
import { GAS, type Gate, laneMask } from "./fixture.ts";
import {
  adjudicate,
  agreed,
  blockedWord,
  challenge,
  changesOf,
  disputedGate,
  dropChallenge,
  eventOf,
  expectConserved,
  firstLot,
  PAID_TERMS,
  passWindow,
  refuseOf,
  seatPanel,
} from "./disputes.ts";

const WORDS = { masks: [laneMask(0, 1, 2)] };

/** What ends a challenge without a panel while the lot is accepted; the rest is in challenge.suspend. */
describe("curation/dropChallenge", () => {
  const load = disputedGate();
  let gate: Gate;
  let lotId: bigint;
  const refuse = refuseOf(() => gate);

  beforeEach(async () => {
    gate = await load();
    lotId = firstLot(gate);
    await challenge(gate, lotId, WORDS);
  });

  const { fee, challengeBond, timeOut } = PAID_TERMS;
  const drop = (words = WORDS, id = 1) => dropChallenge(gate, lotId, id, words);

  it("refuses a challenge that is not there, and other words than wait", async () => {
    await refuse(() => drop(WORDS, 2), "CurationUnknownChallenge", [lotId, 2]);
    await refuse(() => drop({ masks: [laneMask(0, 1)] }), "CurationWrongMasks", [lotId, 1]);
    await refuse(() => drop({ masks: [] }), "CurationWrongMasks", [lotId, 1]);
  });

  it("refuses while challenges may come, while nobody called a panel, and while one has time", async () => {
    const { time } = gate.connection.networkHelpers;
    const end = (await gate.registry.read.lotOf([lotId])).releasableAt;
    await time.setNextBlockTimestamp(end - 1);
    const pending = [lotId, 1, BigInt(end - 1), BigInt(end)];
    await refuse(() => drop(), "CurationChallengePending", pending);
    await time.setNextBlockTimestamp(end + 5);
    await refuse(() => drop(), "CurationChallengePending", [lotId, 1, BigInt(end + 5), 0n]);
    await seatPanel(gate, lotId);
    const last = BigInt((await gate.curation.read.disputeOf([lotId])).clock) + BigInt(timeOut);
    await gate.connection.networkHelpers.mine(8_200n);
    await time.setNextBlockTimestamp(last);
    await refuse(() => drop(), "CurationChallengePending", [lotId, 1, last, last]);
  });

  it("returns bond and fee when the panel ran out of time; the assets stay blocked, and it shows", async () => {
    await seatPanel(gate, lotId);
    const { time } = gate.connection.networkHelpers;
    await time.increaseTo(BigInt((await gate.curation.read.disputeOf([lotId])).clock) + BigInt(timeOut));
    const { stranger, producer } = gate;
    const { hash, ...changes } = await changesOf(gate, { stranger, producer }, () => drop());
    expect(changes).to.deep.equal({ stranger: 3n * challengeBond + fee, producer: 0n });
    expect(await eventOf(gate, hash, "ChallengeResolved")).to.deep.include({ reward: 0n, lost: 0n, undecided: 0n });
    expect(await blockedWord(gate, lotId, 0)).to.equal(laneMask(0, 1, 2));
    expect(await gate.curation.read.disputeOf([lotId])).to.deep.include({ open: 0, dropped: true, paid: 0n });
    await expectConserved(gate, [lotId]);
    await refuse(() => drop(), "CurationUnknownChallenge", [lotId, 1]);
    const call = () => gate.curation.write.callPanel([lotId], { account: stranger.account, gas: GAS });
    await refuse(call, "CurationUnknownChallenge", [lotId, 0]);
  });

  it("returns bond and fee when the panel was never drawn", async () => {
    await passWindow(gate, lotId);
    await gate.curation.write.callPanel([lotId], { account: gate.stranger.account, gas: GAS });
    const { time } = gate.connection.networkHelpers;
    const seedBlock = BigInt((await gate.curation.read.disputeOf([lotId])).clock);
    await gate.connection.networkHelpers.mine(seedBlock + 8_190n - BigInt(await time.latestBlock()));
    await gate.connection.viem.assertions.revertWithCustomError(drop(), gate.curation, "CurationChallengePending");
    const { stranger } = await changesOf(gate, { stranger: gate.stranger }, () => drop());
    expect(stranger).to.equal(3n * challengeBond + fee);
    await expectConserved(gate, [lotId]);
  });

  it("returns only the rest of the bond where a panel decided a part, and was paid", async () => {
    await seatPanel(gate, lotId);
    const torn = agreed([0n]).map((opinion, i) => ({ ...opinion, defect: [i < 5 ? laneMask(2) : 0n] }));
    await adjudicate(gate, lotId, 1, WORDS, torn);
    const left = { masks: [laneMask(2)] };
    const { time } = gate.connection.networkHelpers;
    await time.increaseTo(BigInt((await gate.curation.read.disputeOf([lotId])).clock) + BigInt(timeOut));
    const { stranger } = await changesOf(gate, { stranger: gate.stranger }, () => drop(left));
    expect(stranger).to.equal(challengeBond);
    expect(await blockedWord(gate, lotId, 0)).to.equal(laneMask(2));
    await expectConserved(gate, [lotId]);
  });
});
