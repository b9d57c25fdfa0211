import { expect } from "chai";
import { concatHex, type Hash, type Hex, numberToHex, sliceHex, zeroHash } from "viem";
import { headerOf } from "../helpers/history.ts";
import {
  ALL_LANES,
  ballotKey,
  closeAudit,
  GAS,
  type Gate,
  laneMask,
  openAudit,
  signKey,
  unanimous,
} from "./fixture.ts";
import {
  acceptLot,
  addressOf,
  adjudicate,
  agreed,
  blockedWord,
  challenge,
  challengeLot,
  changesOf,
  disputedGate,
  drawPanel,
  eventOf,
  expectConserved,
  firstLot,
  type Opinion,
  PAID_TERMS,
  passPanelDeadline,
  passWindow,
  paysOf,
  refuseOf,
  seatPanel,
  signOpinion,
  signOpinions,
  wordPairs,
} from "./disputes.ts";
import { epochNow } from "./rolls.ts";

const WORDS = { masks: [laneMask(0, 1, 2, 3), 0n, laneMask(5)] };
const GUILTY = [laneMask(0, 1), 0n, 0n];

describe("curation/adjudicate", () => {
  const load = disputedGate();
  let gate: Gate;
  let lotId: bigint;
  const refuse = refuseOf(() => gate);

  beforeEach(async () => {
    gate = await load();
    lotId = firstLot(gate);
    await challenge(gate, lotId, WORDS);
  });

  const { fee, challengeBond, bond } = PAID_TERMS;
  const callPanel = (lot = lotId) => gate.curation.write.callPanel([lot], { account: gate.stranger.account, gas: GAS });
  const bring = (ballots: Hex, { id = 1, words = WORDS.masks, charter = 1, lot = lotId, firstWord = 0 } = {}) =>
    gate.curation.write.adjudicate([lot, id, firstWord, words, charter, ballots], {
      account: gate.stranger.account,
      gas: GAS,
    });
  const signed = (opinions: Opinion[]) => signOpinions(gate, lotId, 0, opinions);

  describe("a panel", () => {
    it("is refused for what cannot be judged", async () => {
      await refuse(() => callPanel(77n), "CurationUnknownAudit", [77n]);
      const { time } = gate.connection.networkHelpers;
      const end = (await gate.registry.read.lotOf([lotId])).releasableAt;
      await time.setNextBlockTimestamp(end - 1);
      await refuse(() => callPanel(), "CurationChallengeWindowOpen", [lotId, BigInt(end - 1), end]);
      const quiet = await acceptLot(gate, 2n);
      await passWindow(gate, quiet);
      await refuse(() => callPanel(quiet), "CurationUnknownChallenge", [quiet, 0]);
      const rejected = await openAudit(gate, { count: 600, nonce: 3n });
      await closeAudit(gate, rejected, unanimous(9, ALL_LANES));
      await refuse(() => callPanel(rejected), "CurationNotAccepted", [rejected]);
    });

    it("is drawn from the header of its seed block, once", async () => {
      await refuse(
        () => gate.curation.write.drawPanel([lotId, "0x", zeroHash], { gas: GAS }),
        "CurationPanelNotCalled",
        [lotId],
      );
      await passWindow(gate, lotId);
      const hash = await callPanel();
      const { blockNumber } = await gate.protocol.publicClient.getTransactionReceipt({ hash });
      const seedBlock = blockNumber + 32n;
      const epoch = await epochNow(gate);
      const { assertions } = gate.connection.viem;
      await assertions.emitWithArgs(hash, gate.curation, "PanelCalled", [lotId, Number(seedBlock), epoch]);
      await refuse(() => callPanel(), "CurationPanelAlreadyCalled", [lotId]);
      await refuse(() => bring("0x"), "CurationPanelNotDrawn", [lotId]);
      const { time } = gate.connection.networkHelpers;
      await gate.connection.networkHelpers.mine(seedBlock - 1n - BigInt(await time.latestBlock()));
      const early = await headerOf(gate.connection, seedBlock - 1n);
      const draw = (header: Hex, salt: Hash = zeroHash) =>
        gate.curation.write.drawPanel([lotId, header, salt], { gas: GAS, account: gate.stranger.account });
      await refuse(() => draw(early), "CurationSeedTooEarly", [lotId, seedBlock, seedBlock + 1n]);
      await refuse(() => draw(early), "CurationWrongHeaderNumber", [lotId, seedBlock - 1n, seedBlock]);
      const header = await headerOf(gate.connection, seedBlock);
      const salt = numberToHex(1, { size: 32 });
      await refuse(() => draw(header, salt), "CurationUnexpectedSalt", [lotId, salt]);
      const drawn = await draw(header);
      const deadline = (await time.latest()) + PAID_TERMS.ballotWindow;
      const { seed, clock } = await gate.curation.read.disputeOf([lotId]);
      expect(seed).not.to.equal(numberToHex(0, { size: 16 }));
      expect(clock).to.equal(deadline);
      await assertions.emitWithArgs(drawn, gate.curation, "PanelDrawn", [lotId, seed, deadline]);
      await refuse(() => draw(header), "CurationSeedAlreadyDrawn", [lotId, seed]);
      await refuse(() => callPanel(), "CurationPanelAlreadyCalled", [lotId]);
    });

    it("is called again when the last one was not drawn in 8,191 blocks, or did not judge in time", async () => {
      await passWindow(gate, lotId);
      await callPanel();
      const { time } = gate.connection.networkHelpers;
      const seedBlock = BigInt((await gate.curation.read.disputeOf([lotId])).clock);
      await gate.connection.networkHelpers.mine(seedBlock + 8_190n - BigInt(await time.latestBlock()));
      await refuse(() => callPanel(), "CurationPanelAlreadyCalled", [lotId]);
      await callPanel();
      await drawPanel(gate, lotId);
      const last = BigInt((await gate.curation.read.disputeOf([lotId])).clock) + BigInt(PAID_TERMS.timeOut);
      await time.setNextBlockTimestamp(last);
      await refuse(() => callPanel(), "CurationPanelAlreadyCalled", [lotId]);
      await callPanel();
      await drawPanel(gate, lotId);
      await adjudicate(gate, lotId, 1, WORDS, agreed(GUILTY));
    });
  });

  describe("refuses", () => {
    beforeEach(async () => {
      await seatPanel(gate, lotId);
    });

    it("a challenge that is not there, or other words than were challenged", async () => {
      const ballots = await signed(agreed(GUILTY));
      await refuse(() => bring(ballots, { id: 0 }), "CurationUnknownChallenge", [lotId, 0]);
      await refuse(() => bring(ballots, { id: 2 }), "CurationUnknownChallenge", [lotId, 2]);
      await refuse(() => bring(ballots, { lot: 77n }), "CurationUnknownChallenge", [77n, 1]);
      const [first, ...rest] = WORDS.masks;
      for (const words of [[], [first ?? 0n], [...WORDS.masks, 0n], [7n, ...rest]]) {
        await refuse(() => bring(ballots, { words }), "CurationWrongMasks", [lotId, 1]);
      }
      await refuse(() => bring(ballots, { firstWord: 1 }), "CurationWrongMasks", [lotId, 1]);
    });

    it("ballots after the panel's time, and before the deadline where one of the panel is missing", async () => {
      const [ballots, eight] = [await signed(agreed(GUILTY)), await signed(agreed(GUILTY, { panel: 8 }))];
      const deadline = BigInt((await gate.curation.read.disputeOf([lotId])).clock);
      const { time } = gate.connection.networkHelpers;
      await time.setNextBlockTimestamp(deadline - 1n);
      const open = [lotId, deadline - 1n, Number(deadline)];
      await refuse(() => bring(eight), "CurationBallotsOpen", open);
      const last = deadline + BigInt(PAID_TERMS.timeOut);
      await time.setNextBlockTimestamp(last + 1n);
      await refuse(() => bring(ballots), "CurationAuditTimedOut", [lotId, last + 1n, last]);
    });

    it("a charter that the studio never had", async () => {
      const ballots = await signed(agreed(GUILTY));
      for (const charter of [0, 2]) {
        await refuse(() => bring(ballots, { charter }), "CurationUnknownCharter", [charter, 1]);
      }
    });

    it("too few ballots, and bytes that are no ballots on so many words", async () => {
      const two = await signed(agreed(GUILTY, { panel: 2 }));
      await refuse(() => bring(two), "CurationTooFewBallots", [lotId, 2n, 3n]);
      const oneWord = await signed(agreed([laneMask(0)], { panel: 3 }));
      await refuse(() => bring(oneWord), "AuditBallotsInvalidLength", [390n]);
      const cut = sliceHex(await signed(agreed(GUILTY)), 0, 9 * 258 - 1);
      await refuse(() => bring(cut), "AuditBallotsInvalidLength", [9n * 258n - 1n]);
    });

    it("less than the quorum, as soon as it may be less than everybody", async () => {
      await passPanelDeadline(gate, lotId);
      const five = await signed(agreed(GUILTY, { panel: 5 }));
      await refuse(() => bring(five), "CurationNoQuorum", [lotId, 5n, 6n]);
    });

    it("a ballot twice, or out of order", async () => {
      const opinions = agreed(GUILTY);
      const [first, second] = [opinions[0] as Opinion, opinions[1] as Opinion];
      const twice = await signed([first, first, ...opinions.slice(1)]);
      await refuse(() => bring(twice), "CurationUnsortedBallots", [1]);
      const swapped = await signed([second, first, ...opinions.slice(2)]);
      await refuse(() => bring(swapped), "CurationUnsortedBallots", [1]);
    });

    it("a ballot of another kind, lot, seed, charter or place, of another key, and one that contradicts itself", async () => {
      const refuseFirst = async (change: Partial<Opinion>) => {
        const ballots = await signed([{ index: 1, defect: GUILTY, ...change }, ...agreed(GUILTY, { without: [1] })]);
        const { assertions } = gate.connection.viem;
        await assertions.revertWithCustomError(bring(ballots), gate.curation, "CurationWrongSigner");
      };
      await refuseFirst({ signed: { kind: 0 } });
      await refuseFirst({ signed: { kind: 2 } });
      await refuseFirst({ signed: { subject: lotId + 1n } });
      await refuseFirst({ signed: { seed: "0x000102030405060708090a0b0c0d0e0f" } });
      await refuseFirst({ signed: { charterVersion: 2 } });
      await refuseFirst({ signed: { firstWord: 1 } });
      await refuseFirst({ key: ballotKey(2) });
      const torn = { index: 1, defect: GUILTY, ok: [ALL_LANES, ALL_LANES, ALL_LANES] };
      const ballots = await signed([torn, ...agreed(GUILTY, { without: [1] })]);
      await refuse(() => bring(ballots), "CurationContradictoryBallot", [1, laneMask(0, 1)]);
    });

    it("a malleable copy of a signature", async () => {
      const ballots = await signed(agreed(GUILTY));
      const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
      const vs = BigInt(sliceHex(ballots, 34, 66));
      const s = order - (vs & (2n ** 255n - 1n));
      const high = numberToHex((s & (2n ** 255n - 1n)) | (((vs >> 255n) ^ 1n) << 255n), { size: 32 });
      const copy = concatHex([sliceHex(ballots, 0, 34), high, sliceHex(ballots, 66)]);
      const { assertions } = gate.connection.viem;
      await assertions.revertWithCustomError(bring(copy), gate.curation, "CurationWrongSigner");
    });

    it("an index that nobody has, and a key that was replaced since", async () => {
      const opinions = [...agreed(GUILTY), { index: 10, defect: GUILTY, key: ballotKey(1) }];
      await refuse(async () => bring(await signed(opinions)), "CurationUnknownCurator", [10]);
      const [member] = gate.members;
      if (member === undefined) throw new Error("nobody");
      const fresh = ballotKey(77);
      const consent = await signKey(gate, addressOf(member), fresh);
      const ballots = await signed(agreed(GUILTY));
      await gate.curation.write.registerCurator([fresh.address, consent], { account: member.account });
      const { assertions } = gate.connection.viem;
      await assertions.revertWithCustomError(bring(ballots), gate.curation, "CurationWrongSigner");
    });

    it("to decide nothing", async () => {
      const split = [...agreed(GUILTY, { panel: 5 }), ...agreed(GUILTY).slice(5)];
      const torn = split.map((opinion, i) => ({ ...opinion, defect: i < 5 ? WORDS.masks : [0n, 0n, 0n] }));
      await refuse(async () => bring(await signed(torn)), "CurationNothingDecided", [lotId, 1]);
    });

    it("to judge a challenge twice", async () => {
      const ballots = await signed(agreed(GUILTY));
      await bring(ballots);
      await refuse(() => bring(ballots), "CurationUnknownChallenge", [lotId, 1]);
    });
  });

  it("refuses the producer, its delegate and the challenger, and expects no weight of them", async () => {
    // the producer's one free member: it challenges its own lot through another account
    const [challenger] = gate.members;
    if (challenger === undefined) throw new Error("nobody");
    await challenge(gate, lotId, { firstWord: 1, masks: [1n] }, challenger);
    await seatPanel(gate, lotId);
    const words = { firstWord: 1, masks: [1n] };
    const all = await signOpinions(gate, lotId, 1, agreed([1n]));
    const call = () => bring(all, { id: 2, words: words.masks, firstWord: 1 });
    await refuse(call, "CurationOwnChallenge", [1]);
    // everybody else is the whole panel: 60 % of eight are five
    const opinions = agreed([1n], { without: [1] });
    const five = opinions.map((opinion, i) => ({ ...opinion, defect: [i < 5 ? 1n : 0n] }));
    await adjudicate(gate, lotId, 2, words, five);
    expect((await gate.curation.read.challengeOf([lotId, 2])).masks).to.equal(zeroHash);
  });

  it("refuses a whole lot: only its second audit judges it", async () => {
    const whole = await acceptLot(gate, 2n);
    await challengeLot(gate, whole);
    const call = () => bring("0x", { lot: whole, words: [] });
    await refuse(call, "CurationInvalidMasks", [0n, 64n]);
  });

  it("upholds and clears asset by asset, and pays everybody to the last unit", async () => {
    await seatPanel(gate, lotId);
    const before = await paysOf(gate);
    const { stranger, producer } = gate;
    const { hash, ...changes } = await changesOf(gate, { stranger, producer }, () =>
      adjudicate(gate, lotId, 1, WORDS, agreed(GUILTY)),
    );
    const pay = fee / 9n;
    const rest = fee - 9n * pay;
    // two of five are upheld: the bond for them comes back, and as much again out of the lot's bond
    expect(changes).to.deep.equal({ stranger: 4n * challengeBond + rest, producer: 3n * challengeBond });
    const judged = await eventOf(gate, hash, "ChallengeJudged");
    expect(judged).to.deep.include({
      lotId,
      id: 1,
      relayer: addressOf(stranger),
      charterVersion: 1,
      firstWord: 0,
      decided: WORDS.masks,
      upheld: GUILTY,
    });
    expect(judged.ballots).to.equal(await signed(agreed(GUILTY)));
    expect(await eventOf(gate, hash, "ChallengeResolved")).to.deep.equal({
      lotId,
      id: 1,
      returned: 2n * challengeBond + rest,
      reward: 2n * challengeBond,
      lost: 3n * challengeBond,
      undecided: 0n,
    });
    const pays = agreed(GUILTY).map(({ index }) =>
      concatHex([numberToHex(index, { size: 2 }), numberToHex(pay, { size: 14 })]),
    );
    expect((await eventOf(gate, hash, "AdjudicatorsPaid")).pays).to.equal(concatHex(pays));
    expect(await paysOf(gate)).to.deep.equal(before.map((amount) => amount + pay));
    expect(await blockedWord(gate, lotId, 0)).to.equal(laneMask(0, 1));
    expect(await blockedWord(gate, lotId, 2)).to.equal(0n);
    expect(await gate.curation.read.challengeOf([lotId, 1])).to.deep.include({ bond: 0n, flags: 1, masks: zeroHash });
    expect(await gate.curation.read.disputeOf([lotId])).to.deep.include({ open: 0, paid: 2n * challengeBond });
    await expectConserved(gate, [lotId]);
  });

  it("repays the fee out of the lot's bond where most is upheld, and no more than the bond", async () => {
    const many = { firstWord: 1, masks: [ALL_LANES] };
    // 256 more suspend the lot, which is accepted again
    await challenge(gate, lotId, many);
    const { drawSeed } = await import("./fixture.ts");
    await drawSeed(gate, lotId);
    await closeAudit(gate, lotId, unanimous(9));
    await seatPanel(gate, lotId);
    const { stranger, producer } = gate;
    const first = await changesOf(gate, { stranger, producer }, () =>
      adjudicate(gate, lotId, 1, WORDS, agreed(WORDS.masks)),
    );
    const rest = fee - 9n * (fee / 9n);
    expect(first.stranger).to.equal(10n * challengeBond + fee + rest);
    expect(first.producer).to.equal(0n);
    const second = await changesOf(gate, { stranger, producer }, () =>
      adjudicate(gate, lotId, 2, many, agreed([ALL_LANES])),
    );
    const left = bond - 5n * challengeBond - fee;
    expect(left < 256n * challengeBond).to.equal(true);
    expect(second.stranger).to.equal(256n * challengeBond + left + rest);
    expect((await gate.curation.read.disputeOf([lotId])).paid).to.equal(bond);
    expect(await blockedWord(gate, lotId, 1)).to.equal(ALL_LANES);
    await expectConserved(gate, [lotId]);
  });

  it("leaves open what is undecided, for other ballots of the same panel or for another panel", async () => {
    await seatPanel(gate, lotId);
    // nine agree on three assets; on asset 0 and 1 the first five call defects what the others call ok
    const opinions = agreed(GUILTY).map((opinion, i) => ({
      ...opinion,
      defect: [i < 5 ? laneMask(0, 1) : 0n, 0n, 0n],
    }));
    const { stranger, producer } = gate;
    const { hash, ...changes } = await changesOf(gate, { stranger, producer }, () =>
      adjudicate(gate, lotId, 1, WORDS, opinions),
    );
    const rest = fee - 9n * (fee / 9n);
    expect(changes).to.deep.equal({ stranger: rest, producer: 3n * challengeBond });
    expect(await eventOf(gate, hash, "ChallengeResolved")).to.deep.include({ undecided: 2n });
    expect(await blockedWord(gate, lotId, 0)).to.equal(laneMask(0, 1));
    expect((await gate.curation.read.disputeOf([lotId])).open).to.equal(1);
    await expectConserved(gate, [lotId]);

    // the words stay as many as were challenged, so that ballots fit
    const left = { masks: [laneMask(0, 1), 0n, 0n] };
    await refuse(async () => bring(await signed(agreed(GUILTY))), "CurationWrongMasks", [lotId, 1]);
    await gate.connection.networkHelpers.time.increase(BigInt(PAID_TERMS.ballotWindow + PAID_TERMS.timeOut));
    await callPanel();
    await drawPanel(gate, lotId);
    const again = await changesOf(gate, { stranger, producer }, () =>
      adjudicate(gate, lotId, 1, left, agreed([laneMask(0), 0n, 0n])),
    );
    // one upheld, one cleared, and no fee any more
    expect(again.stranger).to.equal(2n * challengeBond);
    expect(again.producer).to.equal(challengeBond);
    expect(await blockedWord(gate, lotId, 0)).to.equal(laneMask(0));
    expect((await gate.curation.read.disputeOf([lotId])).open).to.equal(0);
    await expectConserved(gate, [lotId]);
  });

  it("judges nothing beyond the challenge: ballots on two challenges may be one", async () => {
    await challenge(gate, lotId, { masks: [laneMask(9), 0n, laneMask(6)] }, gate.members[0]);
    await seatPanel(gate, lotId);
    const everything = agreed([ALL_LANES, ALL_LANES, ALL_LANES], { without: [1] });
    const other = { masks: [laneMask(9), 0n, laneMask(6)] };
    await adjudicate(gate, lotId, 2, other, everything);
    expect(await blockedWord(gate, lotId, 0)).to.equal(laneMask(0, 1, 2, 3, 9));
    await passPanelDeadline(gate, lotId);
    await adjudicate(gate, lotId, 1, WORDS, agreed([0n, 0n, 0n], { without: [1] }));
    expect(await blockedWord(gate, lotId, 0)).to.equal(laneMask(9));
    expect(await blockedWord(gate, lotId, 1)).to.equal(0n);
    expect(await blockedWord(gate, lotId, 2)).to.equal(laneMask(6));
    await expectConserved(gate, [lotId]);
  });

  it("signs what it says: each ballot over all word pairs of the challenge", async () => {
    await seatPanel(gate, lotId);
    const opinion: Opinion = { index: 3, defect: GUILTY };
    const ballot = await signOpinion(gate, lotId, 0, opinion);
    const { seed } = await gate.curation.read.disputeOf([lotId]);
    const words = wordPairs(opinion);
    const message = { kind: 1, subject: lotId, seed, charterVersion: 1, firstWord: 0, words };
    const hash = await gate.curation.read.hashBallot([message]);
    const [r, vs] = [sliceHex(ballot, 2, 34), sliceHex(ballot, 34, 66)];
    const { recoverAddress } = await import("viem");
    const s = numberToHex(BigInt(vs) & (2n ** 255n - 1n), { size: 32 });
    const signer = await recoverAddress({ hash, signature: { r, s, yParity: Number(BigInt(vs) >> 255n) } });
    expect(signer).to.equal(ballotKey(3).address);
  });
});
