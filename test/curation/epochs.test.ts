import { expect } from "chai";
import { getAddress, type Hash, numberToHex, parseEventLogs } from "viem";
import type { Wallet } from "../helpers/protocol.ts";
import { shareModel } from "../models/curationScores.ts";
import { DAY, expectGateRefuses, GAS, type Gate, hashOf, laneMask, lotIdOf, sharedGate, unanimous } from "./fixture.ts";
import { canaryAlone, closedLot, depositFor, finalLot, masksOf, openPaidPanel, passEpoch, settle } from "./scoring.ts";

const WEEK = 7n * DAY;
const ROUND_TRIP = 6n * DAY;

describe("curation/epochs", () => {
  const shared = sharedGate(openPaidPanel);
  let gate: Gate;
  beforeEach(async () => {
    gate = await shared();
  });

  const close = (epoch: number): Promise<Hash> =>
    gate.curation.write.closeEpoch([epoch], { account: gate.stranger.account, gas: GAS });

  /** Closes it a day after its end. */
  const closeWhenDue = async (epoch: number): Promise<Hash> => {
    const { time } = gate.connection.networkHelpers;
    const due = (await endOf(epoch)) + DAY;
    if (BigInt(await time.latest()) < due) await time.increaseTo(due);
    return close(epoch);
  };

  const claim = (member: Wallet, epoch: number, by: Wallet = gate.stranger): Promise<Hash> =>
    gate.curation.write.claimReputation([member.account.address, epoch], { account: by.account, gas: GAS });

  const member = (i: number): Wallet => gate.members[i] as Wallet;

  const reputation = () => gate.connection.viem.getContractAt("ReputationToken", gate.clones.reputation);

  const balanceOf = async (i: number): Promise<bigint> =>
    (await reputation()).read.balanceOf([member(i).account.address]);

  /** The event of a close or claim. */
  async function eventBy(hash: Hash) {
    const { logs } = await gate.protocol.publicClient.getTransactionReceipt({ hash });
    return parseEventLogs({ abi: gate.curation.abi, logs }).find(
      ({ eventName }) => eventName === "EpochClosed" || eventName === "ReputationClaimed",
    );
  }

  const endOf = async (epoch: number): Promise<bigint> =>
    BigInt(await gate.studio.read.createdAt()) + BigInt(epoch + 1) * WEEK;

  /** Settles one lot and returns the epoch of its points. */
  async function scoreOnce(votes = unanimous(9), nonce = 1n): Promise<number> {
    const lot = await finalLot(gate, votes, { nonce });
    await settle(gate, lot);
    return (await gate.curation.read.scoreOf([1])).epoch;
  }

  /** A canary of ten assets that the first curators see through. */
  async function scoreCanary(nonce: bigint, seeing = 5): Promise<void> {
    await depositFor(gate, gate.registrar.account.address);
    const lotId = lotIdOf(gate.producer.account.address, nonce);
    const canary = { lotId, salt: hashOf("salt"), masks: masksOf(10, [2, 7]) };
    const { root, proof } = canaryAlone(canary);
    const deadline = (await gate.connection.networkHelpers.time.latest()) + 20 * Number(DAY);
    await gate.curation.write.commitCanaries([root, 1, deadline], { account: gate.registrar.account });
    const votes = unanimous(9).map(({ index }) => ({ index, defect: index <= seeing ? laneMask(2, 7) : 0n }));
    const lot = await closedLot(gate, votes, { nonce, count: 10 });
    await gate.curation.write.openCanary([lotId, root, proof, canary.salt, canary.masks, lot.outcome], {
      account: gate.producer.account,
      gas: GAS,
    });
    await settle(gate, lot);
  }

  describe("closeEpoch", () => {
    it("refuses until the epoch has been over for a day", async () => {
      const epoch = await scoreOnce();
      const due = (await endOf(epoch)) + DAY;
      for (const time of [due - DAY, due - 1n]) {
        await gate.connection.networkHelpers.time.setNextBlockTimestamp(time);
        await expectGateRefuses(gate, () => close(epoch), "CurationEpochOpen", [epoch, time, due]);
      }
      await gate.connection.networkHelpers.time.setNextBlockTimestamp(due);
      await close(epoch);
    });

    it("refuses an epoch without points", async () => {
      const epoch = await passEpoch(gate);
      await expectGateRefuses(gate, () => closeWhenDue(epoch), "CurationEmptyEpoch", [epoch]);
    });

    it("refuses a second time", async () => {
      const epoch = await scoreOnce();
      await passEpoch(gate);
      await closeWhenDue(epoch);
      await gate.connection.networkHelpers.time.increase(WEEK);
      await expectGateRefuses(gate, () => closeWhenDue(epoch), "CurationEpochClosed", [epoch]);
    });

    it("refuses two epochs within six days, so that each has its budget", async () => {
      const first = await scoreOnce();
      await passEpoch(gate);
      const second = await scoreOnce(unanimous(9), 2n);
      await passEpoch(gate);
      await closeWhenDue(first);
      const { time } = gate.connection.networkHelpers;
      const closedAt = BigInt(await time.latest());
      for (const curator of gate.members) await claim(curator, first);
      await time.setNextBlockTimestamp(closedAt + ROUND_TRIP - 1n);
      const args = [second, closedAt + ROUND_TRIP - 1n, closedAt + ROUND_TRIP];
      await expectGateRefuses(gate, () => close(second), "CurationEpochOpen", args);
      await time.setNextBlockTimestamp(closedAt + ROUND_TRIP);
      await close(second);
      const [a, b] = [
        await gate.curation.read.epochPointsOf([first]),
        await gate.curation.read.epochPointsOf([second]),
      ];
      expect(Number((b.budget * 1_000n) / a.budget)).to.be.within(857, 1_001);
    });

    it("refuses while nothing of issuance is left: nobody claimed what was shared last", async () => {
      const first = await scoreOnce();
      await passEpoch(gate);
      await closeWhenDue(first);
      const second = await scoreOnce(unanimous(9), 2n);
      await passEpoch(gate);
      await expectGateRefuses(gate, () => closeWhenDue(second), "CurationNoBudget", [second]);
      for (const curator of gate.members.slice(0, 4)) await claim(curator, first);
      await closeWhenDue(second);
      const [a, b] = [
        await gate.curation.read.epochPointsOf([first]),
        await gate.curation.read.epochPointsOf([second]),
      ];
      // what the other five did not claim stays theirs until it lapses
      expect(Number((b.budget * 9_000n) / a.budget)).to.be.within(3_990, 4_100);
    });

    it("takes what machine issuance has left as the budget", async () => {
      const epoch = await scoreOnce();
      await passEpoch(gate);
      const supply = await (await reputation()).read.totalSupply();
      const event = await eventBy(await closeWhenDue(epoch));
      if (event?.eventName !== "EpochClosed") throw new Error("EpochClosed was not emitted");
      expect([event.args.epoch, event.args.points, event.args.canaryPoints]).to.deep.equal([epoch, 36n, 0n]);
      expect(event.args.budget).to.equal((supply * 18_000n) / 1_000_000n);
      expect((await gate.curation.read.epochPointsOf([epoch])).budget).to.equal(event.args.budget);
    });
  });

  describe("claimReputation", () => {
    it("refuses before the close, strangers of the roll, and a second time", async () => {
      const epoch = await scoreOnce();
      const { address } = member(0).account;
      await expectGateRefuses(gate, () => claim(member(0), epoch), "CurationNothingToClaim", [address]);
      await passEpoch(gate);
      await closeWhenDue(epoch);
      const nobody = gate.stranger.account.address;
      await expectGateRefuses(gate, () => claim(gate.stranger, epoch), "CurationNothingToClaim", [nobody]);
      await claim(member(0), epoch);
      await expectGateRefuses(gate, () => claim(member(0), epoch), "CurationNothingToClaim", [address]);
    });

    it("mints equal shares for equal points, for anybody's call", async () => {
      const epoch = await scoreOnce();
      await passEpoch(gate);
      await closeWhenDue(epoch);
      const { budget } = await gate.curation.read.epochPointsOf([epoch]);
      for (let i = 0; i < 9; i++) {
        const before = await balanceOf(i);
        const event = await eventBy(await claim(member(i), epoch));
        expect(event?.args).to.deep.equal({ epoch, account: getAddress(member(i).account.address), raw: budget / 9n });
        expect((await balanceOf(i)) - before).to.equal(budget / 9n);
      }
      expect(await gate.curation.read.pointsOf([1, epoch])).to.deep.equal([0n, 0n]);
    });

    it("keeps points of an epoch that later ones followed", async () => {
      const first = await scoreOnce();
      await passEpoch(gate);
      await scoreOnce(unanimous(9), 2n);
      expect(await gate.curation.read.pointsOf([1, first])).to.deep.equal([4n, 0n]);
      await closeWhenDue(first);
      const before = await balanceOf(0);
      await claim(member(0), first);
      expect((await balanceOf(0)) - before).to.not.equal(0n);
      expect(await gate.curation.read.pointsOf([1, first])).to.deep.equal([0n, 0n]);
    });

    it("lets points from canaries be a quarter of all at most", async () => {
      await scoreOnce();
      await scoreCanary(2n);
      const epoch = await scoreOnce(unanimous(9), 4n);
      await passEpoch(gate);
      await closeWhenDue(epoch);
      const sum = await gate.curation.read.epochPointsOf([epoch]);
      // attendance of nine, then of five and of four that were wrong in the canary; and two hits of five
      expect([sum.points, sum.canaryPoints]).to.deep.equal([36n + 20n + 4n, 36n + 80n]);
      let total = 0n;
      for (const i of [0, 8]) {
        const [points, canaryPoints] = await gate.curation.read.pointsOf([i + 1, epoch]);
        const expected = shareModel(sum.budget, { points, canaryPoints }, sum);
        const before = await balanceOf(i);
        await claim(member(i), epoch);
        expect((await balanceOf(i)) - before, `curator ${i + 1}`).to.equal(expected);
        total += i === 0 ? 5n * expected : 4n * expected;
      }
      // each curator's canary points are rounded down to whole ones
      const point = sum.budget / (sum.points + sum.points / 3n);
      expect(total <= sum.budget && total > sum.budget - 9n * (point + 2n)).to.equal(true);
    });

    it("leaves it to the account itself to be cut off by its limit", async () => {
      await scoreCanary(1n, 1);
      const epoch = await scoreOnce(unanimous(9), 4n);
      await passEpoch(gate);
      await closeWhenDue(epoch);
      const { address } = member(0).account;
      const limit = await (await reputation()).read.mintableTo([address]);
      const [points, canaryPoints] = await gate.curation.read.pointsOf([1, epoch]);
      const sum = await gate.curation.read.epochPointsOf([epoch]);
      expect(shareModel(sum.budget, { points, canaryPoints }, sum) > limit + limit / 10n).to.equal(true);
      const stranger = gate.stranger.account.address;
      await expectGateRefuses(gate, () => claim(member(0), epoch), "CurationUnauthorized", [stranger]);
      const before = await balanceOf(0);
      await claim(member(0), epoch, member(0));
      const minted = (await balanceOf(0)) - before;
      // the limit flows back while blocks pass
      expect(minted >= limit && minted < limit + limit / 1_000n).to.equal(true);
    });

    it("says which epoch it was for", async () => {
      const epoch = await scoreOnce();
      await passEpoch(gate);
      await closeWhenDue(epoch);
      const hash = await claim(member(0), epoch);
      const { logs } = await gate.protocol.publicClient.getTransactionReceipt({ hash });
      const { abi } = await gate.connection.viem.getContractAt("IReputationToken", gate.clones.reputation);
      const [granted] = parseEventLogs({ abi, logs, eventName: "ReputationGranted" });
      expect(granted?.args.evidence).to.equal(numberToHex(epoch, { size: 32 }));
    });
  });
});
