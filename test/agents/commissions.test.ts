import { expect } from "chai";
import { type Address, type ContractFunctionArgs, getAddress, type Hash, zeroAddress, zeroHash } from "viem";
import type { ArtifactMap } from "hardhat/types/artifacts";
import { createStudio, deployProtocol, PRESET, type Protocol, type StudioClones } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { contractsOf, hashOf, lotIdOf, lotInput, recipeInput, recipeIdOf, STATUS } from "../registry/registry.ts";
import { makeSuccessor } from "./mandates.ts";

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
    const implementation = await protocol.connection.viem.deployContract("Commissions", [
      protocol.addressOf("Deployer"),
    ]);
    commissions = await commissionsAt(protocol, await makeSuccessor(protocol, clones, implementation.address));
    const studio = await protocol.connection.viem.getContractAt("Studio", clones.studio);
    await studio.write.setCommissions([commissions.address], { account: timelock });
    usdc = await usdcAt();
    await usdc.write.mint([timelock, 1_000n]);
    await usdc.write.approve([protocol.addressOf("RoyaltySplitter"), 1_000n], { account: timelock });
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
  ): Promise<Hash> {
    const input = recipeInput({ licensor: timelock, commitment: hashOf(commitment), parents });
    await contracts.registry.write.registerRecipe([input, 0n, "0x"], { account: timelock, gas: GAS });
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
    const releasableAt = (await time().latest()) + 2;
    await contracts.registry.write.setVerdict([lotId, status, 3, releasableAt], { account: clones.curation });
    await time().increase(3);
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

    it("with a milestone of nobody, of nothing, of the past, or that depends on itself or a later one", async () => {
      const { milestones, ...rest } = await inputOf();
      const [first, second] = milestones as [(typeof milestones)[number], (typeof milestones)[number]];
      const wrong = [{ assignee: zeroAddress }, { reward: 0n }, { deadline: 1 }, { dependsOn: 2 }, { dependsOn: 4 }];
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

    it("of unknown and other people's lots", async () => {
      const id = await opened();
      const registrar = clones.config.registrar;
      const foreign = [lotIdOf(assignee, 999n), await commit(registrar)];
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

  it("gives nobody but the rules a way to the rewards, and returns gifts", async () => {
    const id = await opened();
    await fund(id, 50n);
    await emits(commissions.write.returnRest([id]), "RestReturned", [id, 50n]);
    expect([await credit(timelock), await pot(id)]).to.deep.equal([50n, 800n]);
    await refuses(() => commissions.write.returnRest([zeroHash]), "CommissionsUnknownCommission", [zeroHash]);
  });
});
