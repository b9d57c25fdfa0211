import { expect } from "chai";
import { type Address, getAddress, type Hash } from "viem";
import { Random } from "../helpers/random.ts";
import { expectRefused } from "../helpers/refused.ts";
import { DAY, eventsOf, impersonate, REP, type Reputation, setUpReputation } from "./reputation.ts";

const WINDOW = 90 * DAY;
const WEEK = 7 * DAY;

/** 1,000 REP: four founders' worth less one, at the creation. */
const TO: Address = "0x00000000000000000000000000000000000000C1";

describe("governance/reputation.grantCapacity", () => {
  let studio: Reputation;
  before(async () => {
    studio = await setUpReputation();
  });
  afterEach(() => studio.rewind());

  const set = (capacity: number, by: Address = studio.clones.timelock): Promise<Hash> =>
    studio.token.write.setGrantCapacity([capacity], { account: by });
  const pass = (seconds: number) => studio.protocol.connection.networkHelpers.time.increase(seconds);
  /** What may be granted, as a part of the supply. */
  const share = async () =>
    Number(await studio.token.read.grantable()) / Number(await studio.token.read.effectiveTotalSupply());

  it("is refused to all but the timelock", async () => {
    const { protocol, clones, token } = studio;
    for (const caller of [clones.config.founders[0] as Address, clones.governor, clones.curation]) {
      await impersonate(studio, caller);
      await expectRefused(protocol, () => set(1, caller), {
        by: token,
        error: "ReputationTokenUnauthorized",
        args: [getAddress(caller)],
        others: [token.address],
      });
    }
  });

  it("refuses nothing, and more than a tenth of the supply", async () => {
    const { protocol, token } = studio;
    for (const capacity of [0, 100_001, 2 ** 24 - 1]) {
      await expectRefused(protocol, () => set(capacity), {
        by: token,
        error: "ReputationTokenInvalidGrantCapacity",
        args: [capacity, 1, 100_000],
        others: [token.address],
      });
    }
    await set(1);
    await set(100_000);
  });

  it("is 5 % at first", async () => {
    expect(await studio.token.read.grantCapacity()).to.deep.equal([50_000, 50_000, 0]);
    expect(await share()).to.be.closeTo(0.05, 1e-9);
  });

  it("falls at once, below what is in use too", async () => {
    const { token, grant, now, protocol } = studio;
    await grant(TO, 100n * REP);
    const hash = await set(20_000);
    const from = Number(await now());
    expect(await eventsOf(studio, hash)).to.deep.equal([
      { eventName: "GrantCapacitySet", args: { oldCapacity: 50_000, newCapacity: 20_000, from } },
    ]);
    expect(await token.read.grantCapacity()).to.deep.equal([20_000, 20_000, from]);
    // 3.3 % are in use, of which 2 % flow back in 90 days
    expect(await token.read.grantable()).to.equal(0n);
    await expectRefused(protocol, () => grant(TO, 1n), {
      by: token,
      error: "ReputationTokenOverGrantLimit",
      args: [1n, 0n],
      others: [token.address],
    });
    await pass(WINDOW);
    expect(await share()).to.be.closeTo(0.02 - (100 / 3_000 - 0.02), 0.001);
    await pass(WINDOW);
    expect(await share()).to.be.closeTo(0.02, 1e-9);
  });

  it("rises a week later, and no rate of before counts twice", async () => {
    const { token, grant, now } = studio;
    await grant(TO, 149n * REP);
    const left = await share();
    const hash = await set(100_000);
    const from = Number(await now()) + WEEK;
    expect(await eventsOf(studio, hash)).to.deep.equal([
      { eventName: "GrantCapacitySet", args: { oldCapacity: 50_000, newCapacity: 100_000, from } },
    ]);
    expect(await token.read.grantCapacity()).to.deep.equal([50_000, 100_000, from]);
    await pass(WEEK - 60);
    expect(await share()).to.be.closeTo(left + (0.05 * 7) / 90, 1e-5);
    expect((await token.read.grantCapacity())[0]).to.equal(50_000);
    await pass(60);
    expect((await token.read.grantCapacity())[0]).to.equal(100_000);
    // a tenth less what has not flowed back at the old rate
    expect(await share()).to.be.closeTo(0.05 + left + (0.05 * 7) / 90, 1e-5);
    await pass(9 * DAY);
    expect(await share()).to.be.closeTo(0.05 + left + (0.05 * 7) / 90 + 0.1 * 0.1, 1e-5);
  });

  it("forgets a rise that a fall follows", async () => {
    const { token } = studio;
    await set(100_000);
    await pass(3 * DAY);
    await set(40_000);
    await pass(WEEK);
    expect((await token.read.grantCapacity())[0]).to.equal(40_000);
    expect(await share()).to.be.closeTo(0.04, 1e-9);
  });

  it("is no way to grant more by changing it, however often", async () => {
    const { token, grant, now } = studio;
    const random = new Random(0xcafe);
    const start = await now();
    let used = 0;
    for (let i = 0; i < 60; i++) {
      await set(random.integer(1, 100_000));
      await pass(random.integer(1, 12 * DAY));
      const [free, supply] = [await token.read.grantable(), await token.read.effectiveTotalSupply()];
      if (free > 2n && random.chance(600_000)) {
        await grant(TO, free - free / 1_000n - 1n);
        used += Number(free) / Number(supply);
      }
      const most = 0.1 * (1 + Number((await now()) - start) / WINDOW);
      expect(used).to.be.lessThan(most);
    }
    expect(used).to.be.greaterThan(0.1);
  });
});
