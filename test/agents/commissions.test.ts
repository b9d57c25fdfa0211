import { expect } from "chai";
import { type Address, type ContractFunctionArgs, getAddress, type Hash, zeroAddress, zeroHash } from "viem";
import type { ArtifactMap } from "hardhat/types/artifacts";
import { createStudio, deployProtocol, PRESET, type Protocol, type StudioClones } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { contractsOf, hashOf, lotIdOf, lotInput, recipeInput, recipeIdOf, STATUS } from "../registry/registry.ts";
import { makeModules } from "./mandates.ts";

type CommissionInput = ContractFunctionArgs<ArtifactMap["ICommissions"]["abi"], "nonpayable", "open">[0];
type Commissions = Awaited<ReturnType<typeof commissionsAt>>;

const commissionsAt = ({ connection }: Protocol, address: Address) =>
  connection.viem.getContractAt("Commissions", address);

const DAY = 86_400;
const GAS = 5_000_000n;
const STATE = { none: 0, open: 1, paid: 2, returned: 3 } as const;

describe("agents/commissions", () => {
  let protocol: Protocol;
  let clones: StudioClones;
  let contracts: Awaited<ReturnType<typeof contractsOf>>;
  let commissions: Commissions;
  let usdc: Awaited<ReturnType<typeof usdcAt>>;
  let timelock: Address;
  let [assignee, other]: [Address, Address] = [zeroAddress, zeroAddress];
  let rewind: () => Promise<void>;
  let recipes: Hash[];
  let nonce = 0n;

  const usdcAt = () => protocol.connection.viem.getContractAt("TestUSDC", protocol.addressOf("TestUSDC"));
  const time = () => protocol.connection.networkHelpers.time;

  before(async () => {
    protocol = await deployProtocol();
    clones = await createStudio(protocol, { preset: PRESET.solo });
    contracts = await contractsOf(protocol);
    timelock = clones.timelock;
    for (const account of [timelock, clones.curation]) {
      await protocol.connection.networkHelpers.impersonateAccount(account);
      await protocol.connection.networkHelpers.setBalance(account, 10n ** 20n);
    }
    commissions = await commissionsAt(protocol, (await makeModules(protocol, clones)).commissions);
    const studio = await protocol.connection.viem.getContractAt("Studio", clones.studio);
    await studio.write.setCommissions([commissions.address], { account: timelock });
    usdc = await usdcAt();
    await usdc.write.mint([timelock, 10_000n]);
    await usdc.write.approve([protocol.addressOf("RoyaltySplitter"), 10_000n], { account: timelock });
    [assignee, other] = protocol.wallets.slice(5, 7).map(({ account }) => getAddress(account.address)) as [
      Address,
      Address,
    ];
    const curation = await protocol.connection.viem.getContractAt("ICuration", clones.curation);
    for (const account of [assignee, other]) {
      await curation.write.admitProducer([account, 1_000], { account: timelock });
    }
    recipes = [await register("script"), await register("panels")];
    const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
    rewind = () => snapshot.restore();
  });

  beforeEach(() => rewind());

  async function register(
    commitment: string,
    parents: Parameters<typeof recipeInput>[0]["parents"] = [],
    licensor = timelock,
  ): Promise<Hash> {
    const input = recipeInput({ licensor, commitment: hashOf(commitment), parents });
    await contracts.registry.write.registerRecipe([input, 0n, "0x"], { account: licensor, gas: GAS });
    return recipeIdOf(input);
  }

  async function inputOf(overrides: Partial<CommissionInput> = {}): Promise<CommissionInput> {
    const deadline = (await time().latest()) + 10 * DAY;
    const first = { assignee, reward: 300n, deadline, dependsOn: 0, brief: hashOf("script") };
    const second = { assignee: other, reward: 500n, deadline, dependsOn: 1, brief: hashOf("panels") };
    return { token: usdc.address, milestones: [first, second], salt: zeroHash, ...overrides };
  }

  const fund = (id: Hash, amount: bigint) =>
    contracts.splitter.write.fundPot([commissions.address, id, usdc.address, amount], { account: timelock });
  const open = (input: CommissionInput, by = timelock) => commissions.write.open([input], { account: by, gas: GAS });

  async function opened(overrides: Partial<CommissionInput> = {}): Promise<Hash> {
    const input = await inputOf(overrides);
    const id = await commissions.read.commissionIdOf([input]);
    await fund(id, 800n);
    await open(input);
    return id;
  }

  /** Commits a lot under the studio's gate, or independently. */
  async function commit(by: Address, recipeId = recipes[0] as Hash, gate: Address = clones.curation): Promise<bigint> {
    nonce += 1n;
    const input = lotInput({ recipeId, nonce, count: 1, gate, root: hashOf(`lot ${nonce}`) });
    await contracts.registry.write.commitLot([input], { account: by, gas: GAS });
    return lotIdOf(by, nonce);
  }

  /** The gate's verdict, as it writes it. */
  async function judge(lotId: bigint, status: number): Promise<void> {
    await judgeProvisionally(lotId, status, 2);
    await time().increase(3);
  }

  /** A verdict that another one may replace for so many seconds. */
  async function judgeProvisionally(lotId: bigint, status: number, seconds: number): Promise<void> {
    const releasableAt = (await time().latest()) + seconds;
    await contracts.registry.write.setVerdict([lotId, status, 3, releasableAt], { account: clones.curation });
  }

  /** A lot of the assignee under another studio's gate. */
  async function commitElsewhere(): Promise<bigint> {
    const { networkHelpers, viem } = protocol.connection;
    const other = await createStudio(protocol, { preset: PRESET.solo, salt: hashOf("elsewhere") });
    for (const account of [other.timelock, other.curation]) {
      await networkHelpers.impersonateAccount(account);
      await networkHelpers.setBalance(account, 10n ** 20n);
    }
    const gate = await viem.getContractAt("ICuration", other.curation);
    await gate.write.admitProducer([assignee, 1_000], { account: other.timelock });
    return commit(assignee, await register("foreign", [], other.timelock), other.curation);
  }

  const deliver = (id: Hash, milestone: number, lotId: bigint, by = assignee) =>
    commissions.write.deliver([id, milestone, lotId], { account: by, gas: GAS });
  const pay = (id: Hash, milestone = 0) => commissions.write.payMilestone([id, milestone], { gas: GAS });
  const giveBack = (id: Hash, milestone = 0) => commissions.write.returnMilestone([id, milestone], { gas: GAS });
  const pot = (id: Hash) => contracts.splitter.read.potOf([commissions.address, id, usdc.address]);
  const credit = (account: Address) => contracts.splitter.read.creditOf([account, usdc.address]);
  const statusOf = async (id: Hash, milestone = 0) => (await commissions.read.commissionOf([id]))[2][milestone]?.status;
  const emits = (call: Promise<Hash>, event: string, args: readonly unknown[]) =>
    protocol.connection.viem.assertions.emitWithArgs(call, commissions, event as "MilestonePaid", [...args] as never);

  const refuses = (
    call: () => Promise<Hash>,
    error: Parameters<typeof expectRefused<Commissions>>[2]["error"],
    args: readonly unknown[],
  ) => expectRefused(protocol, call, { by: commissions, error, args, others: [commissions.address, usdc.address] });

  describe("open is refused", () => {
    it("to all but the timelock", async () => {
      const input = await inputOf();
      await refuses(() => open(input, assignee), "CommissionsUnauthorized", [assignee]);
    });

    it("without milestones and with more than 16", async () => {
      const { milestones, ...rest } = await inputOf();
      await refuses(() => open({ ...rest, milestones: [] }), "CommissionsInvalidLength", [0n, 16n]);
      const many = Array.from({ length: 17 }, () => milestones[0] as (typeof milestones)[number]);
      await refuses(() => open({ ...rest, milestones: many }), "CommissionsInvalidLength", [17n, 16n]);
    });

    it("twice", async () => {
      const input = await inputOf();
      const id = await commissions.read.commissionIdOf([input]);
      await fund(id, 800n);
      await open(input);
      await refuses(() => open(input), "CommissionsDuplicate", [id]);
    });

    it("with a milestone of nobody, of nothing, of the past or in more than two years, or that depends on itself or a later one", async () => {
      const { milestones, ...rest } = await inputOf();
      const [first, second] = milestones as [(typeof milestones)[number], (typeof milestones)[number]];
      const tooLate = (await time().latest()) + 730 * DAY + 60;
      const deadlines = [{ deadline: 1 }, { deadline: tooLate }];
      const wrong = [{ assignee: zeroAddress }, { reward: 0n }, ...deadlines, { dependsOn: 2 }, { dependsOn: 4 }];
      for (const fields of wrong) {
        const input = { ...rest, milestones: [first, { ...second, ...fields }] };
        await refuses(() => open(input), "CommissionsInvalidMilestone", [1n]);
      }
    });

    it("unless the rewards wait in the pot", async () => {
      const input = await inputOf();
      const id = await commissions.read.commissionIdOf([input]);
      await fund(id, 799n);
      await refuses(() => open(input), "CommissionsUnderfunded", [id, 799n, 800n]);
      await fund(id, 1n);
      await emits(open(input), "CommissionOpened", [id, input]);
    });
  });

  describe("deliver is refused", () => {
    it("to unknown commissions and milestones, and to all but the assignee", async () => {
      const id = await opened();
      await refuses(() => deliver(zeroHash, 0, 1n), "CommissionsUnknownCommission", [zeroHash]);
      await refuses(() => deliver(id, 2, 1n), "CommissionsClosedMilestone", [id, 2]);
      await refuses(() => deliver(id, 0, 1n, other), "CommissionsUnauthorized", [other]);
    });

    it("of unknown and other people's lots, of independent ones, and of those that another studio judges", async () => {
      const id = await opened();
      const registrar = clones.config.registrar;
      const independent = await commit(assignee, await register("own", [], assignee), zeroAddress);
      const foreign = [lotIdOf(assignee, 999n), await commit(registrar), independent, await commitElsewhere()];
      for (const lotId of foreign) {
        await refuses(() => deliver(id, 0, lotId), "CommissionsForeignLot", [lotId]);
      }
    });

    it("of lots of before the commission, and that come too late", async () => {
      const early = await commit(assignee);
      await time().increase(10);
      const id = await opened();
      const [, from, milestones] = await commissions.read.commissionOf([id]);
      const deadline = milestones[0]?.deadline as number;
      const committed = (await contracts.registry.read.lotOf([early])).committedAt;
      const args = (lotId: bigint, at: number) => [lotId, BigInt(at), BigInt(from), BigInt(deadline)];
      await refuses(() => deliver(id, 0, early), "CommissionsUntimelyLot", args(early, committed));
      await time().increaseTo(deadline);
      const late = await commit(assignee);
      const { committedAt } = await contracts.registry.read.lotOf([late]);
      await refuses(() => deliver(id, 0, late), "CommissionsUntimelyLot", args(late, committedAt));
    });

    it("of one lot for two milestones, or two commissions, of the same assignee", async () => {
      const { milestones } = await inputOf();
      const mine = milestones.map((each) => ({ ...each, assignee, dependsOn: 0 }));
      const id = await opened({ milestones: mine });
      const again = await opened({ milestones: mine, salt: hashOf("again") });
      const lotId = await commit(assignee);
      await deliver(id, 0, lotId);
      for (const [commission, milestone] of [
        [id, 1],
        [again, 0],
      ] as const) {
        await refuses(() => deliver(commission, milestone, lotId), "CommissionsUsedLot", [lotId]);
      }
    });

    it("of a lot for two rewards, and of a second lot while the first is not refused", async () => {
      const id = await opened();
      const lotId = await commit(assignee);
      await deliver(id, 0, lotId);
      await refuses(() => deliver(id, 0, lotId), "CommissionsUsedLot", [lotId]);
      const next = await commit(assignee);
      await refuses(() => deliver(id, 0, next), "CommissionsPendingLot", [lotId]);
      await judge(lotId, STATUS.rejected);
      await emits(deliver(id, 0, next), "MilestoneDelivered", [id, 0, next]);
    });

    it("unless the recipes of what it depends on are parents of its own", async () => {
      const id = await opened();
      const lotId = await commit(other, recipes[1]);
      await refuses(() => deliver(id, 1, lotId, other), "CommissionsMissingParent", [lotId, 0]);
      const script = await commit(assignee);
      await deliver(id, 0, script);
      await refuses(() => deliver(id, 1, lotId, other), "CommissionsMissingParent", [lotId, 0]);
      await judge(script, STATUS.accepted);
      const parents = [{ asset: script << 24n, licenseId: zeroHash, rate: 50_000 }];
      const derived = await register("panels of the script", parents);
      const panels = await commit(other, derived);
      await deliver(id, 1, panels, other);
    });
  });

  it("pays on release only, once, the assignee's credit", async () => {
    const id = await opened();
    await refuses(() => pay(id), "CommissionsNotReleasable", [0n]);
    const lotId = await commit(assignee);
    await deliver(id, 0, lotId);
    await refuses(() => pay(id), "CommissionsNotReleasable", [lotId]);
    await judge(lotId, STATUS.accepted);
    await emits(pay(id), "MilestonePaid", [id, 0, assignee, 300n]);
    expect([await credit(assignee), await pot(id), await statusOf(id)]).to.deep.equal([300n, 500n, STATE.paid]);
    await refuses(() => pay(id), "CommissionsClosedMilestone", [id, 0]);
    await refuses(() => giveBack(id), "CommissionsClosedMilestone", [id, 0]);
    await contracts.splitter.write.withdraw([usdc.address, assignee]);
    expect(await usdc.read.balanceOf([assignee])).to.equal(300n);
  });

  it("does not pay an accepted lot before it is releasable, and returns nothing meanwhile", async () => {
    const id = await opened();
    const lotId = await commit(assignee);
    await deliver(id, 0, lotId);
    await time().increase(10 * DAY);
    await judgeProvisionally(lotId, STATUS.accepted, DAY);
    await refuses(() => pay(id), "CommissionsNotReleasable", [lotId]);
    await refuses(() => giveBack(id), "CommissionsNotReturnable", [id, 0]);
    await time().increase(DAY);
    await pay(id);
    expect(await credit(assignee)).to.equal(300n);
  });

  it("lets another lot take the place of one that nobody judged in 45 days, and returns nothing for it before its time", async () => {
    const deadline = (await time().latest()) + 60 * DAY;
    const { milestones } = await inputOf();
    const id = await opened({ milestones: milestones.map((each) => ({ ...each, deadline })) });
    const late = await commit(assignee);
    await deliver(id, 0, late);
    const { committedAt } = await contracts.registry.read.lotOf([late]);
    const next = await commit(assignee);
    await time().increaseTo(committedAt + 45 * DAY - 2);
    await refuses(() => deliver(id, 0, next), "CommissionsPendingLot", [late]);
    await deliver(id, 0, next);
    await time().increaseTo(deadline);
    await refuses(() => giveBack(id), "CommissionsNotReturnable", [id, 0]);
    await judge(next, STATUS.accepted);
    await pay(id);
    expect(await credit(assignee)).to.equal(300n);
  });

  it("lets another lot take the place of one that is suspended 45 days after its commit", async () => {
    const deadline = (await time().latest()) + 60 * DAY;
    const { milestones } = await inputOf();
    const id = await opened({ milestones: milestones.map((each) => ({ ...each, deadline })) });
    const stopped = await commit(assignee);
    await deliver(id, 0, stopped);
    await judge(stopped, STATUS.accepted);
    await judge(stopped, STATUS.suspended);
    const { committedAt } = await contracts.registry.read.lotOf([stopped]);
    const next = await commit(assignee);
    await time().increaseTo(committedAt + 45 * DAY - 2);
    await refuses(() => deliver(id, 0, next), "CommissionsPendingLot", [stopped]);
    await deliver(id, 0, next);
    await judge(next, STATUS.accepted);
    await pay(id);
    expect(await credit(assignee)).to.equal(300n);
  });

  it("lets another lot take the place of one that was superseded", async () => {
    const id = await opened();
    const wrong = await commit(assignee);
    await deliver(id, 0, wrong);
    const right = await commit(assignee);
    await refuses(() => deliver(id, 0, right), "CommissionsPendingLot", [wrong]);
    await contracts.registry.write.supersedeLot([wrong, right], { account: timelock, gas: GAS });
    await deliver(id, 0, right);
    await judge(right, STATUS.accepted);
    await pay(id);
    expect(await credit(assignee)).to.equal(300n);
  });

  it("returns the reward after the deadline, and not while a lot can be paid", async () => {
    const id = await opened();
    await refuses(() => giveBack(id), "CommissionsNotReturnable", [id, 0]);
    const lotId = await commit(assignee);
    await deliver(id, 0, lotId);
    await time().increase(10 * DAY);
    await refuses(() => giveBack(id), "CommissionsNotReturnable", [id, 0]);
    await emits(giveBack(id, 1), "MilestoneReturned", [id, 1, 500n]);
    expect([await credit(timelock), await pot(id), await statusOf(id, 1)]).to.deep.equal([500n, 300n, STATE.returned]);
    await judge(lotId, STATUS.accepted);
    await time().increase(60 * DAY);
    await refuses(() => giveBack(id), "CommissionsNotReturnable", [id, 0]);
    await pay(id);
    expect(await pot(id)).to.equal(0n);
  });

  it("returns the reward of a lot that was rejected, or that nobody judged in 45 days", async () => {
    const id = await opened();
    const lotId = await commit(assignee);
    await deliver(id, 0, lotId);
    await time().increase(10 * DAY + 45 * DAY);
    await giveBack(id);
    expect(await credit(timelock)).to.equal(300n);
    await rewind();
    const again = await opened();
    const refused = await commit(assignee);
    await deliver(again, 0, refused);
    await judge(refused, STATUS.rejected);
    await time().increase(10 * DAY);
    await giveBack(again);
    expect(await credit(timelock)).to.equal(300n);
  });

  it("takes no rejection for final that heavier ballots may still replace", async () => {
    const id = await opened();
    const lotId = await commit(assignee);
    await deliver(id, 0, lotId);
    const next = await commit(assignee);
    await time().increase(10 * DAY);
    await judgeProvisionally(lotId, STATUS.rejected, DAY);
    await refuses(() => giveBack(id), "CommissionsNotReturnable", [id, 0]);
    await refuses(() => deliver(id, 0, next), "CommissionsPendingLot", [lotId]);
    await judge(lotId, STATUS.accepted);
    await pay(id);
    expect(await credit(assignee)).to.equal(300n);
  });

  it("gives nobody but the rules a way to the rewards, and returns gifts in whatever token", async () => {
    const id = await opened();
    await fund(id, 50n);
    const returns = (token: Address) => commissions.write.returnRest([id, token], { account: other });
    await emits(returns(usdc.address), "RestReturned", [id, usdc.address, 50n]);
    expect([await credit(timelock), await pot(id)]).to.deep.equal([50n, 800n]);
    const gift = await protocol.connection.viem.deployContract("TestToken", ["Gift", "GIFT", 18]);
    await gift.write.mint([other, 7n]);
    await gift.write.approve([contracts.splitter.address, 7n], { account: other });
    await contracts.splitter.write.fundPot([commissions.address, id, gift.address, 7n], { account: other });
    await emits(returns(gift.address), "RestReturned", [id, getAddress(gift.address), 7n]);
    expect(await contracts.splitter.read.creditOf([timelock, gift.address])).to.equal(7n);
  });

  it("gives back what was meant for a commission that was never opened, at the timelock's word only", async () => {
    const input = await inputOf();
    const id = await commissions.read.commissionIdOf([input]);
    await fund(id, 800n);
    await time().increase(20 * DAY);
    const reclaim = (by: Address) => commissions.write.returnRest([id, usdc.address], { account: by, gas: GAS });
    await refuses(() => reclaim(assignee), "CommissionsUnauthorized", [assignee]);
    await emits(reclaim(timelock), "RestReturned", [id, usdc.address, 800n]);
    expect([await credit(timelock), await pot(id)]).to.deep.equal([800n, 0n]);
    await refuses(() => open(input), "CommissionsInvalidMilestone", [0n]);
  });
});
