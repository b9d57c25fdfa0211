import { expect } from "chai";
import { parseEventLogs } from "viem";
import { Random } from "../helpers/random.ts";
import type { ReplayedEvent } from "../models/curationReplay.ts";
import { type ReplayedScores, replayScores, rowOf } from "../models/scoresReplay.ts";
import { commitLot, DAY, GAS, type Gate } from "./fixture.ts";
import { CURATORS, openUnequalPanel, randomLot } from "./randomLots.ts";
import { depositFor, passEpoch, passWindow, settle } from "./scoring.ts";

const LOTS = 20;

describe("curation/scoresReplay", () => {
  const random = new Random(0x1eaf);
  let gate: Gate;
  let created: bigint;
  let replayed: ReplayedScores;
  const closed: number[] = [];

  /** Every event of gate and registry in order. */
  async function eventsOf(): Promise<ReplayedEvent[]> {
    const { publicClient } = gate.protocol;
    const logs = await publicClient.getLogs({
      address: [gate.curation.address, gate.registry.address],
      fromBlock: 0n,
    });
    const parsed = parseEventLogs({ abi: [...gate.curation.abi, ...gate.registry.abi], logs });
    const times = new Map<bigint, bigint>();
    const events: ReplayedEvent[] = [];
    for (const { eventName, args, blockNumber } of parsed) {
      const timestamp = times.get(blockNumber) ?? (await publicClient.getBlock({ blockNumber })).timestamp;
      times.set(blockNumber, timestamp);
      events.push({ name: eventName, args: args as Record<string, unknown>, timestamp });
    }
    return events;
  }

  /** Closes an epoch that is over, and claims some shares of it. */
  async function share(epoch: number): Promise<void> {
    const options = { account: gate.stranger.account, gas: GAS };
    await gate.connection.networkHelpers.time.increase(7n * DAY);
    const done = await gate.curation.write.closeEpoch([epoch], options).catch(() => undefined);
    if (done === undefined) return;
    closed.push(epoch);
    for (const { account } of gate.members) {
      if (!random.chance(600_000)) continue;
      // an account without points has nothing to claim
      await gate.curation.write.claimReputation([account.address, epoch], { account, gas: GAS }).catch(() => undefined);
    }
  }

  before(async () => {
    gate = await openUnequalPanel();
    created = BigInt(await gate.studio.read.createdAt());
    for (let nonce = 1n; nonce <= LOTS; nonce++) {
      const lot = await randomLot(gate, random, nonce);
      if (lot === undefined) continue;
      await passWindow(gate, lot.lotId);
      if (random.chance(850_000)) await settle(gate, lot);
      if (random.chance(150_000)) await depositFor(gate, gate.producer.account.address, 7n);
      if (random.chance(250_000)) await share(await passEpoch(gate));
      if (random.chance(300_000)) {
        const { account } = random.pick(gate.members);
        await gate.curation.write.claimPay([account.address], { account, gas: GAS }).catch(() => undefined);
      }
    }
    const forgotten = await commitLot(gate, { nonce: BigInt(LOTS + 1) });
    await gate.connection.networkHelpers.mine(8_300n);
    await gate.curation.write.expireLot([forgotten], { account: gate.stranger.account, gas: GAS });
    await gate.curation.write.withdrawDeposit([11n], { account: gate.producer.account });
    replayed = replayScores(created, await eventsOf());
  });

  it("finds scores, points and pay in the logs", async () => {
    expect(replayed.scores.size).to.equal(CURATORS);
    for (const [index, model] of replayed.scores) {
      const score = await gate.curation.read.scoreOf([index]);
      const stored = [score.hits, score.misses, score.falseAlarms, score.pay];
      expect(stored, `curator ${index}`).to.deep.equal([model.hits, model.misses, model.falseAlarms, model.pay]);
      for (const epoch of replayed.epochs.keys()) {
        const expected = [BigInt(model.points.get(epoch) ?? 0), BigInt(model.canaryPoints.get(epoch) ?? 0)];
        expect(await gate.curation.read.pointsOf([index, epoch]), `curator ${index}, ${epoch}`).to.deep.equal(expected);
      }
    }
  });

  it("finds deposits and levels in the logs", async () => {
    expect(replayed.producers.size).to.equal(2);
    for (const [account, { free, level, since }] of replayed.producers) {
      const stored = await gate.curation.read.producerOf([account]);
      const row = rowOf(since);
      expect([stored.free, stored.level, stored.accepted], account).to.deep.equal([free, level, row]);
    }
  });

  it("finds the epochs in the logs", async () => {
    expect(closed.length).to.be.greaterThan(1);
    for (const [epoch, { points, canaryPoints, budget }] of replayed.epochs) {
      expect(await gate.curation.read.epochPointsOf([epoch])).to.deep.equal({ points, canaryPoints, budget });
    }
  });

  it("notices an event that says what does not follow", async () => {
    const events = await eventsOf();
    const forgeries: [string, (args: Record<string, unknown>) => Record<string, unknown>][] = [
      ["CuratorsScored", ({ scores }) => ({ scores: `0x000a${(scores as string).slice(6)}` })],
      ["CuratorsScored", ({ canary }) => ({ canary: !(canary as boolean) })],
      ["CuratorsScored", ({ defects }) => ({ defects: (defects as bigint) ^ 1n })],
      ["LotSettled", ({ paid }) => ({ paid: (paid as bigint) + 1n })],
      ["LotSettled", ({ returned, slashed }) => ({ returned: slashed, slashed: returned })],
      ["LotExpired", ({ fee }) => ({ fee: (fee as bigint) + 1n })],
      ["EpochClosed", ({ points }) => ({ points: (points as bigint) + 1n })],
      ["PayClaimed", ({ amount }) => ({ amount: (amount as bigint) - 1n })],
      ["AuditClosed", ({ weights }) => ({ weights: (weights as bigint) << 8n })],
    ];
    for (const [name, forge] of forgeries) {
      const [settled] = events.filter((event) => event.name === "LotSettled");
      const ofLot = events.filter((event) => event.name === name && event.args["lotId"] === settled?.args["lotId"]);
      const original = ofLot.at(-1) ?? events.find((event) => event.name === name);
      expect(original, name).to.not.equal(undefined);
      const forged = events.map((event) =>
        event === original ? { ...event, args: { ...event.args, ...forge(event.args) } } : event,
      );
      expect(() => replayScores(created, forged), name).to.throw();
    }
  });
});
