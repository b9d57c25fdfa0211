import { expect } from "chai";
import { type Account, type Address, type Hash, zeroAddress } from "viem";
import {
  commitLot,
  DAY,
  expectGateRefuses,
  GAS,
  type Gate,
  lotIdOf,
  openPanel,
  openSoloGate,
  sharedGate,
  STATUS,
} from "./fixture.ts";

type RefusedBy = Parameters<typeof expectGateRefuses>[2];

describe("curation/admitProducer", () => {
  const load = sharedGate(openPanel);
  let gate: Gate;

  beforeEach(async () => {
    gate = await load();
  });

  const refuse = (call: () => Promise<Hash>, error: RefusedBy, args: readonly unknown[]) =>
    expectGateRefuses(gate, call, error, args);

  const admit = (account: Address, quota: number, by: Account | Address = gate.registrar.account) =>
    gate.curation.write.admitProducer([account, quota], { account: by, gas: GAS });

  /** A commit as a call that is expected to fail. */
  const commit = async (options: Parameters<typeof commitLot>[1]): Promise<Hash> => {
    await commitLot(gate, options);
    return "0x";
  };

  /** Sets the next block's time to the start of a new UTC day. */
  const nextDay = async () => {
    const { time } = gate.connection.networkHelpers;
    const today = BigInt(await time.latest()) / DAY;
    await time.setNextBlockTimestamp((today + 1n) * DAY);
  };

  describe("refuses", () => {
    it("everybody but registrar and timelock", async () => {
      const { stranger, producer, members } = gate;
      for (const { account } of [stranger, producer, ...members.slice(0, 1)]) {
        await refuse(() => admit(stranger.account.address, 1, account), "CurationUnauthorized", [account.address]);
      }
    });

    it("the registrar of before", async () => {
      const { studio, registrar, stranger, timelock } = gate;
      await studio.write.setRegistrar([stranger.account.address], { account: timelock });
      await refuse(() => admit(stranger.account.address, 1), "CurationUnauthorized", [registrar.account.address]);
      await admit(stranger.account.address, 1, stranger.account);
    });

    it("the zero address", async () => {
      await refuse(() => admit(zeroAddress, 1), "CurationInvalidProducer", [zeroAddress]);
    });
  });

  it("stores and announces the quota, up to its largest, for registrar and timelock", async () => {
    const { curation, stranger, registrar, timelock, connection } = gate;
    for (const [by, quota] of [
      [registrar.account, 2 ** 32 - 1],
      [timelock, 5],
    ] as const) {
      const hash = await admit(stranger.account.address, quota, by);
      await connection.viem.assertions.emitWithArgs(hash, curation, "ProducerAdmitted", [
        stranger.account.address,
        quota,
      ]);
      expect((await curation.read.producerOf([stranger.account.address])).quota).to.equal(quota);
    }
  });

  describe("at a commit", () => {
    it("refuses a stranger, and the whole commit with it", async () => {
      const { stranger, registry } = gate;
      const call = () => commit({ by: stranger.account });
      await refuse(call, "CurationUnknownProducer", [stranger.account.address]);
      const lot = await registry.read.lotOf([lotIdOf(stranger.account.address, 1n)]);
      expect(lot.status).to.equal(STATUS.none);
    });

    it("refuses the timelock, which is no producer unless admitted", async () => {
      const { timelock } = gate;
      const account = { address: timelock, type: "json-rpc" } as const;
      await refuse(() => commit({ by: account }), "CurationUnknownProducer", [timelock]);
    });

    it("counts assets, and refuses the one that is too many", async () => {
      const { producer, curation } = gate;
      await admit(producer.account.address, 100);
      await commitLot(gate, { count: 60, nonce: 1n });
      const call = (count: number, nonce: bigint) => () => commit({ count, nonce });
      await refuse(call(41, 2n), "CurationQuotaExceeded", [producer.account.address, 101n, 100]);
      await commitLot(gate, { count: 40, nonce: 2n });
      await refuse(call(1, 3n), "CurationQuotaExceeded", [producer.account.address, 101n, 100]);
      expect((await curation.read.producerOf([producer.account.address])).used).to.equal(100);
    });

    it("starts anew with the UTC day", async () => {
      const { producer, curation } = gate;
      await admit(producer.account.address, 100);
      await commitLot(gate, { count: 100, nonce: 1n });
      await nextDay();
      await commitLot(gate, { count: 70, nonce: 2n });
      const { used, day } = await curation.read.producerOf([producer.account.address]);
      expect(used).to.equal(70);
      expect(BigInt(day)).to.equal(BigInt(await gate.connection.networkHelpers.time.latest()) / DAY);
    });

    it("keeps what was used when the quota changes", async () => {
      const { producer } = gate;
      await admit(producer.account.address, 100);
      await commitLot(gate, { count: 90, nonce: 1n });
      await admit(producer.account.address, 95);
      const call = () => commit({ count: 6, nonce: 2n });
      await refuse(call, "CurationQuotaExceeded", [producer.account.address, 96n, 95]);
      await admit(producer.account.address, 50);
      const one = () => commit({ count: 1, nonce: 2n });
      await refuse(one, "CurationQuotaExceeded", [producer.account.address, 91n, 50]);
    });

    it("refuses a producer who was dismissed today, though it committed today", async () => {
      const { producer } = gate;
      await commitLot(gate, { count: 5, nonce: 1n });
      await admit(producer.account.address, 0);
      const call = () => commit({ count: 5, nonce: 2n });
      await refuse(call, "CurationUnknownProducer", [producer.account.address]);
    });

    it("takes whole lots up to a quota of the largest size", async () => {
      const { producer, curation } = gate;
      await admit(producer.account.address, 2 ** 32 - 1);
      await commitLot(gate, { count: 65_536, nonce: 1n });
      await commitLot(gate, { count: 65_536, nonce: 2n });
      expect((await curation.read.producerOf([producer.account.address])).used).to.equal(131_072);
    });
  });

  describe("the registrar", () => {
    it("is a producer from birth, with 200,000 a day", async () => {
      const { registrar, curation } = gate;
      const by = registrar.account;
      for (const nonce of [1n, 2n, 3n]) await commitLot(gate, { count: 65_536, nonce, by });
      const call = () => commit({ count: 3_393, nonce: 4n, by });
      await refuse(call, "CurationQuotaExceeded", [by.address, 200_001n, 200_000]);
      await commitLot(gate, { count: 3_392, nonce: 4n, by });
      expect((await curation.read.producerOf([by.address])).quota).to.equal(0);
    });

    it("is one in a solo studio", async () => {
      const solo = await openSoloGate();
      await commitLot(solo, { by: solo.registrar.account });
    });

    it("may have a quota of its own", async () => {
      const by = gate.registrar.account;
      await admit(by.address, 3);
      const call = () => commit({ count: 4, by });
      await refuse(call, "CurationQuotaExceeded", [by.address, 4n, 3]);
    });

    it("is none any more on the day after its replacement, or at once when dismissed", async () => {
      const { studio, registrar, stranger, timelock } = gate;
      const by = registrar.account;
      await commitLot(gate, { count: 1, nonce: 1n, by });
      await studio.write.setRegistrar([stranger.account.address], { account: timelock });
      // asked once a day: today's answer still holds
      await commitLot(gate, { count: 1, nonce: 2n, by });
      const call = () => commit({ count: 1, nonce: 3n, by });
      const { networkHelpers } = gate.connection;
      const today = await networkHelpers.takeSnapshot();
      await nextDay();
      await refuse(call, "CurationUnknownProducer", [by.address]);
      await today.restore();
      await admit(by.address, 0, stranger.account);
      await refuse(call, "CurationUnknownProducer", [by.address]);
      await commitLot(gate, { count: 1, nonce: 1n, by: stranger.account });
    });
  });
});
