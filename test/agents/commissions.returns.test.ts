import { expect } from "chai";
import { type Address, getAddress, zeroAddress } from "viem";
import { STATUS } from "../registry/registry.ts";
import { createSuccessors } from "../studio/replacing.ts";
import { CommissionStage, commissionsAt, DAY, GAS } from "./commissioning.ts";

describe("agents/commissions.returns", () => {
  let stage: CommissionStage;
  let protocol: CommissionStage["protocol"];
  let clones: CommissionStage["clones"];
  let contracts: CommissionStage["contracts"];
  let assignee: Address;
  let timelock: Address;
  let rewind: () => Promise<void>;

  before(async () => {
    stage = await CommissionStage.set();
    ({ protocol, clones, contracts, assignee, timelock } = stage);
    const snapshot = await stage.protocol.connection.networkHelpers.takeSnapshot();
    rewind = () => snapshot.restore();
  });

  beforeEach(() => rewind());

  it("pays an accepted lot that was superseded, whenever, and never returns its reward", async () => {
    const id = await stage.opened();
    const lotId = await stage.commit(assignee);
    await stage.deliver(id, 0, lotId);
    await stage.judgeProvisionally(lotId, STATUS.accepted, DAY);
    const right = await stage.commit(assignee);
    await contracts.registry.write.supersedeLot([lotId, right], { account: timelock, gas: GAS });
    await stage.refuses(() => stage.pay(id), "CommissionsNotReleasable", [lotId]);
    await stage.refuses(() => stage.deliver(id, 0, right), "CommissionsPendingLot", [lotId]);
    await stage.time().increase(80 * DAY);
    await stage.refuses(() => stage.deliver(id, 0, right), "CommissionsPendingLot", [lotId]);
    await stage.refuses(() => stage.giveBack(id), "CommissionsNotReturnable", [id, 0]);
    await stage.pay(id);
    expect(await stage.credit(assignee)).to.equal(300n);
  });

  it("keeps the reward of a superseded lot that nobody judged yet for what corrects it, also after the deadline", async () => {
    const id = await stage.opened();
    const wrong = await stage.commit(assignee);
    await stage.deliver(id, 0, wrong);
    await stage.time().increase(20 * DAY);
    const right = await stage.commit(assignee);
    const { committedAt } = await contracts.registry.read.lotOf([right]);
    const { openedAt, deadline } = await stage.openedBetween(id);
    const args = [right, BigInt(committedAt), BigInt(openedAt), BigInt(deadline)];
    await stage.refuses(() => stage.deliver(id, 0, right), "CommissionsUntimelyLot", args);
    await contracts.registry.write.supersedeLot([wrong, right], { account: timelock, gas: GAS });
    await stage.refuses(() => stage.giveBack(id), "CommissionsNotReturnable", [id, 0]);
    await stage.deliver(id, 0, right);
    await stage.time().increase(40 * DAY);
    await stage.refuses(() => stage.giveBack(id), "CommissionsNotReturnable", [id, 0]);
    await stage.judge(right, STATUS.accepted);
    await stage.pay(id);
    expect(await stage.credit(assignee)).to.equal(300n);
  });

  it("takes no correction of a superseded lot more than 45 days after the deadline, and returns its reward in the end", async () => {
    const id = await stage.opened();
    const wrong = await stage.commit(assignee);
    await stage.deliver(id, 0, wrong);
    await stage.time().increase(55 * DAY);
    const right = await stage.commit(assignee);
    await contracts.registry.write.supersedeLot([wrong, right], { account: timelock, gas: GAS });
    const { committedAt } = await contracts.registry.read.lotOf([right]);
    const { openedAt, deadline } = await stage.openedBetween(id);
    const args = [right, BigInt(committedAt), BigInt(openedAt), BigInt(deadline + 45 * DAY)];
    await stage.refuses(() => stage.deliver(id, 0, right), "CommissionsUntimelyLot", args);
    await stage.refuses(() => stage.giveBack(id), "CommissionsNotReturnable", [id, 0]);
    await stage.time().increase(3 * DAY);
    await stage.giveBack(id);
    expect(await stage.credit(timelock)).to.equal(300n);
  });

  it("leaves the time to correct a superseded lot that is then rejected, as if nobody had judged it", async () => {
    const id = await stage.opened();
    const wrong = await stage.commit(assignee);
    await stage.deliver(id, 0, wrong);
    const right = await stage.commit(assignee);
    await contracts.registry.write.supersedeLot([wrong, right], { account: timelock, gas: GAS });
    await stage.judge(wrong, STATUS.rejected);
    const { deadline } = await stage.openedBetween(id);
    await stage.time().increaseTo(deadline + 44 * DAY);
    const late = await stage.commit(assignee);
    await stage.time().increaseTo(deadline + 48 * DAY - 2);
    await stage.refuses(() => stage.giveBack(id), "CommissionsNotReturnable", [id, 0]);
    const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
    await stage.giveBack(id);
    expect(await stage.credit(timelock)).to.equal(300n);
    await snapshot.restore();
    await stage.deliver(id, 0, late);
    await stage.judge(late, STATUS.accepted);
    await stage.pay(id);
    expect(await stage.credit(assignee)).to.equal(300n);
  });

  it("takes a lot for undecided whose acceptance a gate lets become final only after ages", async () => {
    const id = await stage.opened();
    const [lotId, other] = [await stage.commit(assignee), await stage.commit(assignee)];
    await stage.deliver(id, 0, lotId);
    const ages = 2 ** 40 - 1 - (await stage.time().latest());
    await stage.judgeProvisionally(lotId, STATUS.accepted, ages);
    const { deadline } = await stage.openedBetween(id);
    await stage.time().increaseTo(deadline + 45 * DAY - 3);
    await stage.refuses(() => stage.giveBack(id), "CommissionsNotReturnable", [id, 0]);
    const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
    await stage.deliver(id, 0, other);
    await snapshot.restore();
    await stage.time().increaseTo(deadline + 45 * DAY);
    await stage.giveBack(id);
    expect(await stage.credit(timelock)).to.equal(300n);
  });

  it("holds the payment of a frozen lot up, and the reward, until the studio ends the freeze", async () => {
    const id = await stage.opened();
    const lotId = await stage.commit(assignee);
    await stage.deliver(id, 0, lotId);
    await stage.judge(lotId, STATUS.accepted);
    const whole = (lotId << 24n) | 0xffffffn;
    const freeze = async (until: number) =>
      contracts.registry.write.freeze([whole, until], { account: timelock, gas: GAS });
    await freeze((await stage.time().latest()) + 20 * DAY);
    await stage.refuses(() => stage.pay(id), "CommissionsNotReleasable", [lotId]);
    await stage.time().increase(15 * DAY);
    await stage.refuses(() => stage.giveBack(id), "CommissionsNotReturnable", [id, 0]);
    await freeze(2 ** 40 - 1);
    await stage.time().increase(300 * DAY);
    await stage.refuses(() => stage.pay(id), "CommissionsNotReleasable", [lotId]);
    await stage.refuses(() => stage.giveBack(id), "CommissionsNotReturnable", [id, 0]);
    await contracts.registry.write.unfreeze([whole], { account: timelock, gas: GAS });
    await stage.pay(id);
    expect(await stage.credit(assignee)).to.equal(300n);
  });

  it("returns the reward of a lot that is suspended 45 days after the deadline, and not before", async () => {
    const id = await stage.opened();
    const lotId = await stage.commit(assignee);
    await stage.deliver(id, 0, lotId);
    await stage.judge(lotId, STATUS.suspended);
    const { deadline } = await stage.openedBetween(id);
    await stage.time().increaseTo(deadline + 45 * DAY - 2);
    await stage.refuses(() => stage.giveBack(id), "CommissionsNotReturnable", [id, 0]);
    await stage.giveBack(id);
    expect(await stage.credit(timelock)).to.equal(300n);
  });

  it("leaves three days after the deadline to deliver what was accepted before, however fast others are", async () => {
    const id = await stage.opened();
    const lotId = await stage.commit(assignee);
    await stage.judge(lotId, STATUS.accepted);
    const { deadline } = await stage.openedBetween(id);
    await stage.time().increaseTo(deadline + 3 * DAY - 3);
    await stage.refuses(() => stage.giveBack(id), "CommissionsNotReturnable", [id, 0]);
    await stage.deliver(id, 0, lotId);
    await stage.time().increase(30 * DAY);
    await stage.refuses(() => stage.giveBack(id), "CommissionsNotReturnable", [id, 0]);
    await stage.pay(id);
    expect(await stage.credit(assignee)).to.equal(300n);
  });

  it("leaves three days after a late rejection to deliver another lot that was committed in time", async () => {
    const id = await stage.opened();
    const first = await stage.commit(assignee);
    const second = await stage.commit(assignee);
    await stage.judge(second, STATUS.accepted);
    await stage.deliver(id, 0, first);
    await stage.time().increase(30 * DAY);
    await stage.judge(first, STATUS.rejected);
    await stage.time().increase(2 * DAY);
    await stage.refuses(() => stage.giveBack(id), "CommissionsNotReturnable", [id, 0]);
    await stage.deliver(id, 0, second);
    await stage.pay(id);
    expect(await stage.credit(assignee)).to.equal(300n);
  });

  describe("of the studio's next module", () => {
    it("take no lot that serves in the one before, nor the other way round", async () => {
      const studio = await protocol.connection.viem.getContractAt("Studio", clones.studio);
      const made = await createSuccessors(protocol, clones, { preset: clones.config.preset, commissions: true });
      const former = stage.commissions;
      const id = await stage.opened();
      await studio.write.setCommissions([made.commissions], { account: timelock });
      stage.commissions = await commissionsAt(protocol, made.commissions);
      expect(await stage.commissions.read.former()).to.equal(getAddress(former.address));
      const next = await stage.opened();
      const [old, young] = [await stage.commit(assignee), await stage.commit(assignee)];
      await stage.deliver(next, 0, young);
      await stage.refuses(() => stage.deliver(next, 0, young), "CommissionsUsedLot", [young]);
      stage.commissions = former;
      await stage.refuses(() => stage.deliver(id, 0, young), "CommissionsUsedLot", [young]);
      await stage.deliver(id, 0, old);
      await stage.judge(young, STATUS.rejected);
      stage.commissions = await commissionsAt(protocol, made.commissions);
      await stage.refuses(() => stage.deliver(next, 0, old), "CommissionsUsedLot", [old]);
      expect(await stage.commissions.read.isUsed([old])).to.equal(false);
      await stage.refuses(
        () => stage.commissions.write.succeed([zeroAddress], { account: assignee, gas: GAS }),
        "CommissionsUnauthorized",
        [assignee],
      );
      stage.commissions = former;
    });
  });
});
