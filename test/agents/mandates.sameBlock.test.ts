import { expect } from "chai";
import { type Hash, zeroAddress } from "viem";
import { ACTS, type ActingHouse, type ActName, effectsOf, inOneBlock, openActingHouse } from "./acting.ts";
import { DAY, GAS, OTHER_POLICY } from "./mandates.ts";

/** What comes first in a block; the agent's acts follow with the fee that a node proposes. */
const FIRST = { gas: GAS, maxPriorityFeePerGas: 10n ** 11n, maxFeePerGas: 10n ** 12n };

describe("agents/mandates.sameBlock", () => {
  let house: ActingHouse;
  const names = Object.keys(ACTS) as ActName[];
  const all = (status: "success" | "reverted") => names.map(() => status);
  const acts = () => names.map((name) => () => ACTS[name](house));
  const time = () => house.connection.networkHelpers.time;

  before(async () => {
    house = await openActingHouse();
  });
  beforeEach(() => house.restore());

  /** Members or board decide, and the agent acts on in the same block. */
  async function expectNoEffect(decide: () => Promise<Hash>): Promise<void> {
    const before = await effectsOf(house);
    expect(await inOneBlock(house, [decide, ...acts()])).to.deep.equal(["success", ...all("reverted")]);
    expect(await effectsOf(house)).to.deep.equal(before);
  }

  /** And in the next one. */
  async function expectNoEffectAnyMore(decide: () => Promise<Hash>): Promise<void> {
    const before = await effectsOf(house);
    await expectNoEffect(decide);
    expect(await inOneBlock(house, acts())).to.deep.equal(all("reverted"));
    expect(await effectsOf(house)).to.deep.equal(before);
  }

  it("acts in the block before", async () => {
    const before = await effectsOf(house);
    expect(await inOneBlock(house, acts())).to.deep.equal(all("success"));
    (await effectsOf(house)).forEach((effect, i) => expect(effect).to.not.deep.equal(before[i]));
  });

  it("does nothing in the block of its revocation", () =>
    expectNoEffectAnyMore(() => house.mandates.write.revoke([house.mandateId], { account: house.timelock, ...FIRST })));

  for (const who of ["timelock", "board"] as const) {
    it(`does nothing in the block in which the ${who} pauses it, and everything in the one in which it lifts that`, async () => {
      const account = house.clones[who];
      const until = (await time().latest()) + DAY;
      const pause = (end: number) => house.mandates.write.pause([house.mandateId, end], { account, ...FIRST });
      await expectNoEffectAnyMore(() => pause(until));
      expect(await inOneBlock(house, [() => pause(0), ...acts()])).to.deep.equal(["success", ...all("success")]);
    });
  }

  it("does nothing in the block in which the studio replaces the module, and everything in that of its return", async () => {
    const { studio, mandates, timelock } = house;
    const name = (module: `0x${string}`) => studio.write.setMandates([module, []], { account: timelock, ...FIRST });
    await expectNoEffectAnyMore(() => name(zeroAddress));
    const back = await inOneBlock(house, [() => name(mandates.address), ...acts()]);
    expect(back).to.deep.equal(["success", ...all("success")]);
  });

  it("does nothing under its policy in the block in which members vote for another", () =>
    expectNoEffect(() => {
      const { mandates, mandateId, timelock } = house;
      return mandates.write.changePolicy([mandateId, OTHER_POLICY], { account: timelock, ...FIRST });
    }));

  it("acts in the last second of its mandate, and does nothing in the next", async () => {
    const { validUntil } = await house.mandates.read.mandateOf([house.mandateId]);
    await time().setNextBlockTimestamp(validUntil - 1);
    expect(await inOneBlock(house, acts())).to.deep.equal(all("success"));
    const before = await effectsOf(house);
    await time().setNextBlockTimestamp(validUntil);
    expect(await inOneBlock(house, acts())).to.deep.equal(all("reverted"));
    expect(await effectsOf(house)).to.deep.equal(before);
  });

  it("does nothing in the last second of a pause, and acts in the next", async () => {
    const until = (await time().latest()) + DAY;
    await house.mandates.write.pause([house.mandateId, until], { account: house.clones.board, ...FIRST });
    const before = await effectsOf(house);
    await time().setNextBlockTimestamp(until - 1);
    expect(await inOneBlock(house, acts())).to.deep.equal(all("reverted"));
    expect(await effectsOf(house)).to.deep.equal(before);
    await time().setNextBlockTimestamp(until);
    expect(await inOneBlock(house, acts())).to.deep.equal(all("success"));
  });
});
