import { expect } from "chai";
import { type Address, getAddress, type Hash, zeroAddress, zeroHash } from "viem";
import { hashOf, lotIdOf, STATUS } from "../registry/registry.ts";
import { CommissionStage, type Commissions, DAY, GAS, STATE } from "./commissioning.ts";

describe("agents/commissions", () => {
  let stage: CommissionStage;
  let protocol: CommissionStage["protocol"];
  let clones: CommissionStage["clones"];
  let contracts: CommissionStage["contracts"];
  let commissions: Commissions;
  let usdc: CommissionStage["usdc"];
  let recipes: readonly Hash[];
  let assignee: Address;
  let other: Address;
  let timelock: Address;
  let rewind: () => Promise<void>;

  before(async () => {
    stage = await CommissionStage.set();
    ({ protocol, clones, contracts, commissions, usdc, recipes, assignee, other, timelock } = stage);
    const snapshot = await stage.protocol.connection.networkHelpers.takeSnapshot();
    rewind = () => snapshot.restore();
  });

  beforeEach(() => rewind());

  describe("open is refused", () => {
    it("to all but the timelock", async () => {
      const input = await stage.inputOf();
      await stage.refuses(() => stage.open(input, assignee), "CommissionsUnauthorized", [assignee]);
    });

    it("without milestones and with more than 16", async () => {
      const { milestones, ...rest } = await stage.inputOf();
      await stage.refuses(() => stage.open({ ...rest, milestones: [] }), "CommissionsInvalidLength", [0n, 16n]);
      const many = Array.from({ length: 17 }, () => milestones[0] as (typeof milestones)[number]);
      await stage.refuses(() => stage.open({ ...rest, milestones: many }), "CommissionsInvalidLength", [17n, 16n]);
    });

    it("twice", async () => {
      const input = await stage.inputOf();
      const id = await commissions.read.commissionIdOf([input]);
      await stage.fund(id, 800n);
      await stage.open(input);
      await stage.refuses(() => stage.open(input), "CommissionsDuplicate", [id]);
    });

    it("with a milestone of nobody, of nothing, of the past or in more than two years, or that depends on itself or a later one", async () => {
      const { milestones, ...rest } = await stage.inputOf();
      const [first, second] = milestones as [(typeof milestones)[number], (typeof milestones)[number]];
      const tooLate = (await stage.time().latest()) + 730 * DAY + 60;
      const deadlines = [{ deadline: 1 }, { deadline: tooLate }];
      const wrong = [{ assignee: zeroAddress }, { reward: 0n }, ...deadlines, { dependsOn: 2 }, { dependsOn: 4 }];
      for (const fields of wrong) {
        const input = { ...rest, milestones: [first, { ...second, ...fields }] };
        await stage.refuses(() => stage.open(input), "CommissionsInvalidMilestone", [1n]);
      }
    });

    it("unless the rewards wait in the pot", async () => {
      const input = await stage.inputOf();
      const id = await commissions.read.commissionIdOf([input]);
      await stage.fund(id, 799n);
      await stage.refuses(() => stage.open(input), "CommissionsUnderfunded", [id, 799n, 800n]);
      await stage.fund(id, 1n);
      await stage.emits(stage.open(input), "CommissionOpened", [id, input]);
    });
  });

  describe("deliver is refused", () => {
    it("to unknown commissions and milestones, and to all but the assignee", async () => {
      const id = await stage.opened();
      await stage.refuses(() => stage.deliver(zeroHash, 0, 1n), "CommissionsUnknownCommission", [zeroHash]);
      await stage.refuses(() => stage.deliver(id, 2, 1n), "CommissionsClosedMilestone", [id, 2]);
      await stage.refuses(() => stage.deliver(id, 0, 1n, other), "CommissionsUnauthorized", [other]);
    });

    it("of unknown and other people's lots, of independent ones, and of those that another studio judges", async () => {
      const id = await stage.opened();
      const registrar = clones.config.registrar;
      const independent = await stage.commit(assignee, await stage.register("own", [], assignee), zeroAddress);
      const foreign = [
        lotIdOf(assignee, 999n),
        await stage.commit(registrar),
        independent,
        await stage.commitElsewhere(),
      ];
      for (const lotId of foreign) {
        await stage.refuses(() => stage.deliver(id, 0, lotId), "CommissionsForeignLot", [lotId]);
      }
    });

    it("of lots of before the commission, and that come too late", async () => {
      const early = await stage.commit(assignee);
      await stage.time().increase(10);
      const id = await stage.opened();
      const [, from, milestones] = await commissions.read.commissionOf([id]);
      const deadline = milestones[0]?.deadline as number;
      const committed = (await contracts.registry.read.lotOf([early])).committedAt;
      const args = (lotId: bigint, at: number) => [lotId, BigInt(at), BigInt(from), BigInt(deadline)];
      await stage.refuses(() => stage.deliver(id, 0, early), "CommissionsUntimelyLot", args(early, committed));
      await stage.time().increaseTo(deadline);
      const late = await stage.commit(assignee);
      const { committedAt } = await contracts.registry.read.lotOf([late]);
      await stage.refuses(() => stage.deliver(id, 0, late), "CommissionsUntimelyLot", args(late, committedAt));
    });

    it("of one lot for two milestones, or two commissions, of the same assignee", async () => {
      const { milestones } = await stage.inputOf();
      const mine = milestones.map((each) => ({ ...each, assignee, dependsOn: 0 }));
      const id = await stage.opened({ milestones: mine });
      const again = await stage.opened({ milestones: mine, salt: hashOf("again") });
      const lotId = await stage.commit(assignee);
      await stage.deliver(id, 0, lotId);
      for (const [commission, milestone] of [
        [id, 1],
        [again, 0],
      ] as const) {
        await stage.refuses(() => stage.deliver(commission, milestone, lotId), "CommissionsUsedLot", [lotId]);
      }
    });

    it("of a lot for two rewards, and of a second lot while the first is not refused", async () => {
      const id = await stage.opened();
      const lotId = await stage.commit(assignee);
      await stage.deliver(id, 0, lotId);
      await stage.refuses(() => stage.deliver(id, 0, lotId), "CommissionsUsedLot", [lotId]);
      const next = await stage.commit(assignee);
      await stage.refuses(() => stage.deliver(id, 0, next), "CommissionsPendingLot", [lotId]);
      await stage.judge(lotId, STATUS.rejected);
      await stage.emits(stage.deliver(id, 0, next), "MilestoneDelivered", [id, 0, next]);
    });

    it("unless the recipes of what it depends on are parents of its own", async () => {
      const id = await stage.opened();
      const lotId = await stage.commit(other, recipes[1]);
      await stage.refuses(() => stage.deliver(id, 1, lotId, other), "CommissionsMissingParent", [lotId, 0]);
      const script = await stage.commit(assignee);
      await stage.deliver(id, 0, script);
      await stage.refuses(() => stage.deliver(id, 1, lotId, other), "CommissionsMissingParent", [lotId, 0]);
      await stage.judge(script, STATUS.accepted);
      const parents = [{ asset: script << 24n, licenseId: zeroHash, rate: 50_000 }];
      const derived = await stage.register("panels of the script", parents);
      const panels = await stage.commit(other, derived);
      await stage.deliver(id, 1, panels, other);
    });
  });

  it("takes what builds on another lot of the same recipe: lineage on chain is between recipes", async () => {
    const id = await stage.opened();
    const delivered = await stage.commit(assignee);
    await stage.deliver(id, 0, delivered);
    const sibling = await stage.commit(assignee);
    await stage.judge(sibling, STATUS.accepted);
    const parents = [{ asset: sibling << 24n, licenseId: zeroHash, rate: 50_000 }];
    const panels = await stage.commit(other, await stage.register("panels of a sibling", parents));
    await stage.emits(stage.deliver(id, 1, panels, other), "MilestoneDelivered", [id, 1, panels]);
  });

  it("pays on release only, once, the assignee's credit", async () => {
    const id = await stage.opened();
    await stage.refuses(() => stage.pay(id), "CommissionsNotReleasable", [0n]);
    const lotId = await stage.commit(assignee);
    await stage.deliver(id, 0, lotId);
    await stage.refuses(() => stage.pay(id), "CommissionsNotReleasable", [lotId]);
    await stage.judge(lotId, STATUS.accepted);
    await stage.emits(stage.pay(id), "MilestonePaid", [id, 0, assignee, 300n]);
    expect([await stage.credit(assignee), await stage.pot(id), await stage.statusOf(id)]).to.deep.equal([
      300n,
      500n,
      STATE.paid,
    ]);
    await stage.refuses(() => stage.pay(id), "CommissionsClosedMilestone", [id, 0]);
    await stage.refuses(() => stage.giveBack(id), "CommissionsClosedMilestone", [id, 0]);
    await contracts.splitter.write.withdraw([usdc.address, assignee]);
    expect(await usdc.read.balanceOf([assignee])).to.equal(300n);
  });

  it("does not pay an accepted lot before it is releasable, and returns nothing meanwhile", async () => {
    const id = await stage.opened();
    const lotId = await stage.commit(assignee);
    await stage.deliver(id, 0, lotId);
    await stage.time().increase(10 * DAY);
    await stage.judgeProvisionally(lotId, STATUS.accepted, DAY);
    await stage.refuses(() => stage.pay(id), "CommissionsNotReleasable", [lotId]);
    await stage.refuses(() => stage.giveBack(id), "CommissionsNotReturnable", [id, 0]);
    await stage.time().increase(DAY);
    await stage.pay(id);
    expect(await stage.credit(assignee)).to.equal(300n);
  });

  it("lets another lot take the place of one that nobody judged in 45 days, and returns nothing for it before its time", async () => {
    const deadline = (await stage.time().latest()) + 60 * DAY;
    const { milestones } = await stage.inputOf();
    const id = await stage.opened({ milestones: milestones.map((each) => ({ ...each, deadline })) });
    const late = await stage.commit(assignee);
    await stage.deliver(id, 0, late);
    const { committedAt } = await contracts.registry.read.lotOf([late]);
    const next = await stage.commit(assignee);
    await stage.time().increaseTo(committedAt + 45 * DAY - 2);
    await stage.refuses(() => stage.deliver(id, 0, next), "CommissionsPendingLot", [late]);
    await stage.deliver(id, 0, next);
    await stage.time().increaseTo(deadline);
    await stage.refuses(() => stage.giveBack(id), "CommissionsNotReturnable", [id, 0]);
    await stage.judge(next, STATUS.accepted);
    await stage.pay(id);
    expect(await stage.credit(assignee)).to.equal(300n);
  });

  it("lets another lot take the place of one that is suspended 45 days after its commit", async () => {
    const deadline = (await stage.time().latest()) + 60 * DAY;
    const { milestones } = await stage.inputOf();
    const id = await stage.opened({ milestones: milestones.map((each) => ({ ...each, deadline })) });
    const stopped = await stage.commit(assignee);
    await stage.deliver(id, 0, stopped);
    await stage.judge(stopped, STATUS.accepted);
    await stage.judge(stopped, STATUS.suspended);
    const { committedAt } = await contracts.registry.read.lotOf([stopped]);
    const next = await stage.commit(assignee);
    await stage.time().increaseTo(committedAt + 45 * DAY - 2);
    await stage.refuses(() => stage.deliver(id, 0, next), "CommissionsPendingLot", [stopped]);
    await stage.deliver(id, 0, next);
    await stage.judge(next, STATUS.accepted);
    await stage.pay(id);
    expect(await stage.credit(assignee)).to.equal(300n);
  });

  it("lets another lot take the place of one that was superseded", async () => {
    const id = await stage.opened();
    const wrong = await stage.commit(assignee);
    await stage.deliver(id, 0, wrong);
    const right = await stage.commit(assignee);
    await stage.refuses(() => stage.deliver(id, 0, right), "CommissionsPendingLot", [wrong]);
    await contracts.registry.write.supersedeLot([wrong, right], { account: timelock, gas: GAS });
    await stage.deliver(id, 0, right);
    await stage.judge(right, STATUS.accepted);
    await stage.pay(id);
    expect(await stage.credit(assignee)).to.equal(300n);
  });

  it("returns the reward after the deadline, and not while a lot can be paid", async () => {
    const id = await stage.opened();
    await stage.refuses(() => stage.giveBack(id), "CommissionsNotReturnable", [id, 0]);
    const lotId = await stage.commit(assignee);
    await stage.deliver(id, 0, lotId);
    await stage.time().increase(10 * DAY);
    await stage.refuses(() => stage.giveBack(id, 1), "CommissionsNotReturnable", [id, 1]);
    await stage.time().increase(3 * DAY);
    await stage.refuses(() => stage.giveBack(id), "CommissionsNotReturnable", [id, 0]);
    await stage.emits(stage.giveBack(id, 1), "MilestoneReturned", [id, 1, 500n]);
    expect([await stage.credit(timelock), await stage.pot(id), await stage.statusOf(id, 1)]).to.deep.equal([
      500n,
      300n,
      STATE.returned,
    ]);
    await stage.judge(lotId, STATUS.accepted);
    await stage.time().increase(60 * DAY);
    await stage.refuses(() => stage.giveBack(id), "CommissionsNotReturnable", [id, 0]);
    await stage.pay(id);
    expect(await stage.pot(id)).to.equal(0n);
  });

  it("returns the reward of a lot that was rejected, or that nobody judged in 45 days", async () => {
    const id = await stage.opened();
    const lotId = await stage.commit(assignee);
    await stage.deliver(id, 0, lotId);
    await stage.time().increase(10 * DAY + 45 * DAY);
    await stage.giveBack(id);
    expect(await stage.credit(timelock)).to.equal(300n);
    await rewind();
    const again = await stage.opened();
    const refused = await stage.commit(assignee);
    await stage.deliver(again, 0, refused);
    await stage.judge(refused, STATUS.rejected);
    await stage.time().increase(10 * DAY);
    await stage.refuses(() => stage.giveBack(again), "CommissionsNotReturnable", [again, 0]);
    await stage.time().increase(3 * DAY);
    await stage.giveBack(again);
    expect(await stage.credit(timelock)).to.equal(300n);
  });

  it("takes no rejection for final that heavier ballots may still replace", async () => {
    const id = await stage.opened();
    const lotId = await stage.commit(assignee);
    await stage.deliver(id, 0, lotId);
    const next = await stage.commit(assignee);
    await stage.time().increase(10 * DAY);
    await stage.judgeProvisionally(lotId, STATUS.rejected, DAY);
    await stage.refuses(() => stage.giveBack(id), "CommissionsNotReturnable", [id, 0]);
    await stage.refuses(() => stage.deliver(id, 0, next), "CommissionsPendingLot", [lotId]);
    await stage.judge(lotId, STATUS.accepted);
    await stage.pay(id);
    expect(await stage.credit(assignee)).to.equal(300n);
  });

  it("gives nobody but the rules a way to the rewards, and returns gifts in whatever token", async () => {
    const id = await stage.opened();
    await stage.fund(id, 50n);
    const returns = (token: Address) => commissions.write.returnRest([id, token], { account: other });
    await stage.emits(returns(usdc.address), "RestReturned", [id, usdc.address, 50n]);
    expect([await stage.credit(timelock), await stage.pot(id)]).to.deep.equal([50n, 800n]);
    const gift = await protocol.connection.viem.deployContract("TestToken", ["Gift", "GIFT", 18]);
    await gift.write.mint([other, 7n]);
    await gift.write.approve([contracts.splitter.address, 7n], { account: other });
    await contracts.splitter.write.fundPot([commissions.address, id, gift.address, 7n], { account: other });
    await stage.emits(returns(gift.address), "RestReturned", [id, getAddress(gift.address), 7n]);
    expect(await contracts.splitter.read.creditOf([timelock, gift.address])).to.equal(7n);
  });

  it("gives back what was meant for a commission that was never opened, at the timelock's word only", async () => {
    const input = await stage.inputOf();
    const id = await commissions.read.commissionIdOf([input]);
    await stage.fund(id, 800n);
    await stage.time().increase(20 * DAY);
    const reclaim = (by: Address) => commissions.write.returnRest([id, usdc.address], { account: by, gas: GAS });
    await stage.refuses(() => reclaim(assignee), "CommissionsUnauthorized", [assignee]);
    await stage.emits(reclaim(timelock), "RestReturned", [id, usdc.address, 800n]);
    expect([await stage.credit(timelock), await stage.pot(id)]).to.deep.equal([800n, 0n]);
    await stage.refuses(() => stage.open(input), "CommissionsInvalidMilestone", [0n]);
  });
});
