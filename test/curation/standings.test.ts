import { expect } from "chai";
import { type Address, encodeAbiParameters, type Hash, type Hex, keccak256, numberToHex } from "viem";
import type { Wallet } from "../helpers/protocol.ts";
import { Random } from "../helpers/random.ts";
import { ModelElectorate } from "../models/standings.ts";
import {
  ballotKey,
  commitLot,
  GAS,
  type Gate,
  grantReputation,
  openGate,
  openPanel,
  registerCurators,
  sharedGate,
  signKey,
} from "./fixture.ts";
import { epochNow, eventsIn, LIFE, REP, standingFor, standingsSetIn, toEpoch } from "./rolls.ts";

/** Where OpenZeppelin's upgradeable ERC-20 keeps its balances (ERC-7201). */
const BALANCES_SLOT = 0x52c63247e1f47db19d5ce0460030c497f067ca4cebf71ba98eeadabe20bace00n;

const balanceSlotOf = (account: Address): Hex =>
  keccak256(encodeAbiParameters([{ type: "address" }, { type: "uint256" }], [account, BALANCES_SLOT]));

describe("curation/standings", () => {
  const refresh = (gate: Gate, accounts: readonly Wallet[], by: Wallet = gate.stranger): Promise<Hash> =>
    gate.curation.write.refreshCurators([accounts.map(({ account }) => account.address)], {
      account: by.account,
      gas: GAS,
    });

  describe("until the first lot", () => {
    const load = sharedGate(openGate);
    let gate: Gate;
    beforeEach(async () => {
      gate = await load();
    });

    it("count at once, and again whenever they are refreshed", async () => {
      const { curation, members } = gate;
      const [member] = members as [Wallet];
      await registerCurators(gate, [member]);
      const standing = await standingFor(gate, member.account.address);
      expect(standing).to.be.within(9_990, 10_000);
      const epoch = await epochNow(gate);
      expect(await curation.read.electorateOf([epoch])).to.deep.equal([1, standing]);
      await grantReputation(gate, member.account.address, 100n * REP);
      const [event] = await standingsSetIn(gate, await refresh(gate, [member]));
      const more = await standingFor(gate, member.account.address);
      expect(event).to.deep.equal({ index: 1, epoch, standing: more });
      expect(more).to.be.within(standing + 990, standing + 1_001);
      for (const e of [epoch, epoch + 1, epoch + 3]) {
        expect(await curation.read.electorateOf([e])).to.deep.equal([1, more]);
      }
      expect(await curation.read.electorateOf([epoch + LIFE])).to.deep.equal([0, 0]);
    });

    it("count in the first epoch and long after it alike", async () => {
      const { curation, members } = gate;
      for (const [i, epoch] of [0, 1, 9, 40].entries()) {
        await toEpoch(gate, epoch);
        await registerCurators(gate, members.slice(i, i + 1));
        expect((await curation.read.electorateOf([epoch]))[0]).to.equal(epoch === 1 ? 2 : 1);
      }
    });
  });

  describe("after the first lot", () => {
    const load = sharedGate(openPanel);
    let gate: Gate;
    let first: number;
    beforeEach(async () => {
      gate = await load();
      await commitLot(gate);
      first = await epochNow(gate);
    });

    const sumOf = (epoch: number) => gate.curation.read.electorateOf([epoch]);

    /** A member who registers now as curator 10. */
    const join = async (amount = 50n * REP): Promise<Hash> => {
      const { stranger, curation } = gate;
      await grantReputation(gate, stranger.account.address, amount);
      const consent = await signKey(gate, stranger.account.address, ballotKey(10));
      return curation.write.registerCurator([ballotKey(10).address, consent], { account: stranger.account, gas: GAS });
    };

    it("count from the next epoch on, for four epochs", async () => {
      const { curation } = gate;
      const before = await sumOf(first);
      const [event] = await standingsSetIn(gate, await join());
      const standing = event?.standing ?? 0;
      expect(event).to.deep.equal({ index: 10, epoch: first + 1, standing });
      expect(standing).to.be.within(499, 500);
      expect(await sumOf(first)).to.deep.equal(before);
      for (let epoch = first - 1; epoch <= first + 6; epoch++) {
        const counts = epoch > first && epoch <= first + LIFE;
        expect(await curation.read.standingOf([10, Math.max(epoch, 0)])).to.equal(counts ? standing : 0);
      }
      expect(await sumOf(first + 1)).to.deep.equal([10, before[1] + standing]);
      // the founders' standings began one epoch earlier
      expect(await sumOf(first + 4)).to.deep.equal([1, standing]);
      expect(await sumOf(first + 5)).to.deep.equal([0, 0]);
    });

    it("are the same whether or not anybody wrote the sums down", async () => {
      await join();
      const epochs = Array.from({ length: 16 }, (_, i) => first + i);
      const read = () => Promise.all(epochs.map(sumOf));
      const unwritten = await read();
      for (const epoch of [first + 2, first + 3, first + 9]) {
        await toEpoch(gate, epoch);
        expect(await read()).to.deep.equal(unwritten);
      }
      const [event] = await standingsSetIn(gate, await refresh(gate, [gate.stranger]));
      const standing = event?.standing ?? 0;
      expect(event?.epoch).to.equal(first + 10);
      const written = unwritten.map((sum, i) => (i >= 10 && i < 14 ? [1, standing] : sum));
      expect(await read()).to.deep.equal(written);
    });

    it("do not change for the epoch of a running audit when they are refreshed, or left to grow stale", async () => {
      const { curation, members } = gate;
      const standing = await curation.read.standingOf([1, first]);
      const sum = await sumOf(first);
      for (const epoch of [first + 1, first + 2, first + 3]) {
        await toEpoch(gate, epoch);
        await refresh(gate, members);
        expect(await curation.read.standingOf([1, first])).to.equal(standing);
        expect(await sumOf(first)).to.deep.equal(sum);
      }
    });

    it("are passed over where they are no curator's, or too young to be renewed", async () => {
      const { members, stranger, timelock } = gate;
      expect(await eventsIn(gate, await refresh(gate, [...members, stranger]))).to.deep.equal([]);
      expect(await eventsIn(gate, await refresh(gate, []))).to.deep.equal([]);
      await toEpoch(gate, first + 1);
      const set = await standingsSetIn(gate, await refresh(gate, [...members, stranger, stranger]));
      expect(set.map(({ index, epoch }) => [index, epoch])).to.deep.equal(members.map((_, i) => [i + 1, first + 2]));
      await toEpoch(gate, first + 2);
      expect(await eventsIn(gate, await refresh(gate, members))).to.deep.equal([]);
      expect(await gate.curation.read.indexOf([timelock])).to.equal(0);
    });

    it("are remembered over a gap of seven epochs, and forgotten when nothing can need them", async () => {
      const { curation, members } = gate;
      const standing = await curation.read.standingOf([1, first]);
      for (const gap of [7, 8]) {
        const before = await gate.connection.networkHelpers.takeSnapshot();
        await toEpoch(gate, first + gap - 1);
        await refresh(gate, members);
        const known = Array.from({ length: 5 }, (_, i) => curation.read.standingOf([1, first + i]));
        const expected = gap === 7 ? [standing, standing, standing, standing, 0] : [0, 0, 0, 0, 0];
        expect(await Promise.all(known)).to.deep.equal(expected);
        expect((await curation.read.curatorOf([1])).flags).to.equal(gap === 7 ? 7 << 2 : 0);
        await before.restore();
      }
    });

    it("fall to nothing below ten units, and rise again without delay beyond the epoch", async () => {
      const { curation, stranger, connection } = gate;
      await join(11n * REP);
      expect(await curation.read.standingOf([10, first + 1])).to.be.within(109, 110);
      await connection.networkHelpers.time.increase(60 * 86_400);
      const epoch = await epochNow(gate);
      const [fallen] = await standingsSetIn(gate, await refresh(gate, [stranger]));
      expect(fallen).to.deep.equal({ index: 10, epoch: epoch + 1, standing: 0 });
      expect(await sumOf(epoch + 1)).to.deep.equal([0, 0]);
      await grantReputation(gate, stranger.account.address, 5n * REP);
      const [risen] = await standingsSetIn(gate, await refresh(gate, [stranger]));
      expect(risen?.epoch).to.equal(epoch + 1);
      expect(risen?.standing).to.be.within(130, 150);
      expect(await sumOf(epoch + 1)).to.deep.equal([1, risen?.standing]);
    });

    it("saturate at 2^24 - 1 tenths of a unit", async () => {
      const { members, connection, clones, curation } = gate;
      const member = members[0] as Wallet;
      // More than could be granted within any limit.
      const reputation = await connection.viem.getContractAt("ReputationToken", clones.reputation);
      const slot = balanceSlotOf(member.account.address);
      await connection.networkHelpers.setStorageAt(clones.reputation, slot, numberToHex(2n ** 101n, { size: 32 }));
      expect(Number(await reputation.read.effectiveBalanceOf([member.account.address]))).to.be.greaterThan(2e24);
      await toEpoch(gate, first + 1);
      await refresh(gate, [member]);
      expect(await curation.read.standingOf([1, first + 2])).to.equal(2 ** 24 - 1);
    });
  });

  it("equal the model over 400 random steps", async function () {
    this.timeout(300_000);
    const gate = await openGate();
    const { curation, members, stranger, timelock, connection, protocol } = gate;
    const random = new Random(0x57a4d);
    const model = new ModelElectorate();
    let cursor = await protocol.publicClient.getBlockNumber();
    let opened: number | undefined;
    const people = [...members, stranger];
    const sync = async () => {
      const logs = await curation.getEvents.StandingSet({}, { fromBlock: cursor + 1n });
      cursor = await protocol.publicClient.getBlockNumber();
      for (const { args } of logs) {
        const { index = 0, epoch = 0, standing = 0 } = args;
        model.set({ index, epoch, standing });
      }
      return logs.length;
    };
    await registerCurators(gate, members.slice(0, 3));
    let set = await sync();
    for (let step = 0; step < 400; step++) {
      const who = random.pick(people);
      const { address } = who.account;
      switch (random.integer(0, 5)) {
        case 0: {
          const index = await curation.read.indexOf([address]);
          const known = await curation.read.curatorCount();
          const rich = (await standingFor(gate, address)) !== 0;
          if (index === 0 && rich) {
            const consent = await signKey(gate, address, ballotKey(known + 1));
            await curation.write.registerCurator([ballotKey(known + 1).address, consent], { account: who.account });
          }
          break;
        }
        case 1:
        case 2:
          await refresh(
            gate,
            people.filter(() => random.chance(500_000)),
          );
          break;
        case 3:
          await connection.networkHelpers.time.increase(random.integer(1, random.chance(50_000) ? 60 : 6) * 86_400);
          break;
        case 4:
          await grantReputation(gate, address, REP / 2n);
          break;
        default:
          if (opened === undefined && step > 60 && (await curation.read.electorateOf([await epochNow(gate)]))[0] >= 3) {
            await commitLot(gate, { nonce: 1n });
            opened = await epochNow(gate);
          }
      }
      set += await sync();
      const present = await epochNow(gate);
      for (let epoch = Math.max(0, present - 6); epoch <= present + 6; epoch++) {
        const { curators, standing } = model.sumOf(epoch);
        expect(await curation.read.electorateOf([epoch]), `step ${step}, epoch ${epoch}`).to.deep.equal([
          curators,
          standing,
        ]);
      }
      const index = random.integer(1, await curation.read.curatorCount());
      // before the first lot nothing needs the past
      const known = opened === undefined ? present : Math.max(opened, present - 3);
      for (let epoch = known; epoch <= present + 5; epoch++) {
        const expected = model.standingOf(index, epoch);
        expect(await curation.read.standingOf([index, epoch]), `step ${step}, ${index} in ${epoch}`).to.equal(expected);
      }
    }
    expect(opened).to.not.equal(undefined);
    expect(set).to.be.greaterThan(60);
    expect(timelock).to.not.equal(stranger.account.address);
  });
});
