import { expect } from "chai";
import { type Address, parseEventLogs } from "viem";
import { Random } from "../helpers/random.ts";
import { type ReplayedEvent, type ReplayedGate, replayGate, standingsIn } from "../models/curationReplay.ts";
import {
  ALL_LANES,
  ballotKey,
  closeAudit,
  commitLot,
  domainOf,
  drawnOf,
  drawSeed,
  type Gate,
  laneMask,
  openGate,
  passDeadline,
  registerCurators,
  signKey,
  STATUS,
  type Vote,
} from "./fixture.ts";

const ROUNDS = 60;

/** All events of the gate and of the registry, in their order on the chain. */
async function eventsOf({ protocol: { publicClient }, curation, registry }: Gate): Promise<ReplayedEvent[]> {
  const logs = await publicClient.getLogs({ address: [curation.address, registry.address], fromBlock: 0n });
  const abi = [...curation.abi, ...registry.abi].filter(({ type }) => type === "event");
  const times = new Map<bigint, bigint>();
  for (const { blockNumber } of logs) {
    if (!times.has(blockNumber)) times.set(blockNumber, (await publicClient.getBlock({ blockNumber })).timestamp);
  }
  return parseEventLogs({ abi, logs }).map(({ eventName, args, blockNumber }) => ({
    name: eventName,
    args: args as Record<string, unknown>,
    timestamp: times.get(blockNumber) ?? 0n,
  }));
}

describe("curation/verdictReplay", () => {
  let gate: Gate;
  let replayed: ReplayedGate;
  const random = new Random(97);
  const lots: { lotId: bigint; count: number; drawn: boolean }[] = [];
  const keys = new Map<number, ReturnType<typeof ballotKey>>();
  const actions: Record<string, number> = {};

  before(async () => {
    gate = await openGate();
    await registerCurators(gate, gate.members.slice(0, 4));
    const judge = gate.members[0] ?? gate.stranger;
    await gate.curation.write.admitProducer([judge.account.address, 100_000], { account: gate.registrar.account });
    for (let round = 0; round < ROUNDS; round++) await act();
    replayed = await replayGate(await domainOf(gate), await eventsOf(gate));
  });

  const count = (action: string) => {
    actions[action] = (actions[action] ?? 0) + 1;
  };

  /** One random step that may well be refused: only what happened leaves logs. */
  async function act(): Promise<void> {
    const others = [commit, commit, recruit, replaceKey, admit, wait];
    if (lots.some(({ drawn }) => !drawn)) others.push(draw, draw);
    if (lots.some(({ drawn }) => drawn)) others.push(close, close, close, close, close);
    const step = random.pick(others);
    try {
      await step();
      count(step.name);
    } catch (error) {
      if (!String(error).includes("reverted")) throw error;
      count("refused");
    }
  }

  async function commit() {
    const size = random.pick([3, 100, 256, 257, 4_000]);
    const by = random.pick([gate.producer, gate.registrar, gate.members[0] ?? gate.stranger]).account;
    const lotId = await commitLot(gate, { count: size, nonce: BigInt(1 + lots.length), by });
    lots.push({ lotId, count: size, drawn: false });
  }

  async function draw() {
    const lot = random.pick(lots.filter(({ drawn }) => !drawn));
    await drawSeed(gate, lot.lotId);
    lot.drawn = true;
  }

  async function close() {
    const { lotId, count: size } = random.pick(lots.filter(({ drawn }) => drawn));
    const { weight } = await gate.curation.read.auditOf([lotId, 0]);
    if (random.chance(700_000) && weight === 0) await passDeadline(gate, lotId);
    const judged = Math.min(size, 256);
    const truth = laneMask(...Array.from({ length: random.integer(0, 3) }, () => random.integer(0, judged - 1)));
    const able = await drawnOf(gate, lotId);
    const present = random.pick([able.length, able.length, able.length - 1, able.length - 2]);
    const votes = random
      .shuffle(able)
      .slice(0, Math.max(present, 3))
      .sort((a, b) => b.weight - a.weight || a.index - b.index)
      .map(({ index }): Vote => {
        const defect = random.chance(700_000) ? truth : random.big(0n, ALL_LANES) & laneMask(0, 1, 2, 3);
        return { index, defect, key: keys.get(index) ?? ballotKey(index) };
      });
    await closeAudit(gate, lotId, votes);
  }

  async function recruit() {
    const registered = await gate.curation.read.curatorCount();
    await registerCurators(gate, gate.members.slice(registered, registered + 1));
  }

  async function replaceKey() {
    const registered = await gate.curation.read.curatorCount();
    const index = random.integer(1, registered);
    const member = gate.members[index - 1] ?? gate.stranger;
    const key = ballotKey(1_000 + random.integer(0, 1_000_000));
    const consent = await signKey(gate, member.account.address, key);
    await gate.curation.write.registerCurator([key.address, consent], { account: member.account });
    keys.set(index, key);
  }

  async function admit() {
    const who = random.pick([gate.producer, gate.stranger]).account.address;
    await gate.curation.write.admitProducer([who, random.pick([0, 50_000, 200_000])], {
      account: gate.registrar.account,
    });
  }

  async function wait() {
    await gate.connection.networkHelpers.time.increase(random.pick([3_600, 20_000, 90_000]));
    await gate.connection.networkHelpers.mine(random.integer(1, 40));
  }

  it("met every kind of step, refused ones too", () => {
    for (const step of [commit, draw, close, replaceKey, admit, wait])
      expect(actions[step.name], step.name).to.be.greaterThan(1);
    expect(actions["refused"]).to.be.greaterThan(1);
    const statuses = new Set([...replayed.lots.values()].map(({ status }) => status));
    expect(statuses.size, "verdicts").to.be.greaterThan(1);
  });

  it("gives every audit and verdict as stored", async () => {
    expect(replayed.lots.size).to.equal(lots.length);
    for (const [lotId, lot] of replayed.lots) {
      const audit = await gate.curation.read.auditOf([lotId, 0]);
      expect(audit).to.deep.equal({
        digest: lot.digest,
        clock: Number(lot.clock),
        weight: lot.weight,
        excluded: 0,
        terms: 0,
        epoch: lot.epoch,
        plan: 0,
        humanBallots: lot.humanBallots,
        inbox: 0,
        flags: lot.widening,
      });
      const stored = await gate.registry.read.lotOf([lotId]);
      expect([stored.status, BigInt(stored.releasableAt), stored.count, stored.blocked]).to.deep.equal([
        lot.status,
        lot.releasableAt,
        lot.count,
        lot.masks.size > 0,
      ]);
    }
  });

  it("gives every blocked word as stored", async () => {
    for (const [lotId, { count: size, masks }] of replayed.lots) {
      for (let word = 0; word * 256 < size; word++) {
        expect(await gate.registry.read.blockedWord([lotId, word])).to.equal(masks.get(word) ?? 0n);
      }
    }
  });

  it("gives every curator and producer as stored", async () => {
    expect(await gate.curation.read.curatorCount()).to.equal(replayed.curators.size);
    const now = await gate.curation.read.epochAt([BigInt(await gate.connection.networkHelpers.time.latest())]);
    for (const epoch of [0, now, now + 1]) {
      const standings = [...standingsIn(replayed, epoch).values()].filter((standing) => standing !== 0);
      const total = standings.reduce((sum, standing) => sum + standing, 0);
      expect(await gate.curation.read.electorateOf([epoch])).to.deep.equal([standings.length, total]);
    }
    for (const [index, { account, key }] of replayed.curators) {
      expect((await gate.curation.read.curatorOf([index])).key).to.equal(key);
      expect(await gate.curation.read.indexOf([account])).to.equal(index);
      expect(await gate.curation.read.indexOfKey([key])).to.equal(index);
    }
    const producers = new Set<Address>([...replayed.quotas.keys(), ...replayed.used.keys()]);
    for (const producer of producers) {
      const stored = await gate.curation.read.producerOf([producer]);
      const used = replayed.used.get(producer);
      expect([stored.quota, stored.used, BigInt(stored.day)]).to.deep.equal([
        replayed.quotas.get(producer) ?? 0,
        used?.used ?? 0,
        used?.day ?? 0n,
      ]);
    }
  });

  it("notices an event that says what does not follow", async () => {
    const events = await eventsOf(gate);
    const domain = await domainOf(gate);
    const closes = events.filter(({ name }) => name === "AuditClosed");
    const forgeries: Record<string, (args: Record<string, unknown>) => unknown> = {
      status: ({ status }) => (status === STATUS.accepted ? STATUS.rejected : STATUS.accepted),
      bad: ({ bad }) => (bad as bigint) ^ 1n,
      weight: ({ weight }) => (weight as number) + 1,
      charterVersion: () => 2,
      ballots: ({ ballots }) => `0x0001${(ballots as string).slice(6, -2)}00`,
      releasableAt: ({ releasableAt }) => (releasableAt as number) - 1,
    };
    for (const [field, forge] of Object.entries(forgeries)) {
      const close = random.pick(closes);
      const args = { ...close.args, [field]: forge(close.args) };
      const forged = events.map((event) => (event === close ? { ...event, args } : event));
      const noticed = await replayGate(domain, forged).then(
        () => false,
        () => true,
      );
      expect(noticed, field).to.equal(true);
    }
  });
});
