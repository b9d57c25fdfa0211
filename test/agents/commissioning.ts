import { type Address, type ContractFunctionArgs, getAddress, type Hash, zeroHash } from "viem";
import type { ArtifactMap } from "hardhat/types/artifacts";
import { createStudio, deployProtocol, PRESET, type Protocol, type StudioClones } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { contractsOf, hashOf, lotIdOf, lotInput, recipeInput, recipeIdOf } from "../registry/registry.ts";
import { makeModules } from "./mandates.ts";

export type CommissionInput = ContractFunctionArgs<ArtifactMap["ICommissions"]["abi"], "nonpayable", "open">[0];
export type Commissions = Awaited<ReturnType<typeof commissionsAt>>;

export const commissionsAt = ({ connection }: Pick<Protocol, "connection">, address: Address) =>
  connection.viem.getContractAt("Commissions", address);

const usdcOf = ({ connection, addressOf }: Protocol) =>
  connection.viem.getContractAt("TestUSDC", addressOf("TestUSDC"));

export const DAY = 86_400;
export const GAS = 5_000_000n;
export const STATE = { none: 0, open: 1, paid: 2, returned: 3 } as const;

type Contracts = Awaited<ReturnType<typeof contractsOf>>;
type Parents = Parameters<typeof recipeInput>[0]["parents"];

/** A solo studio with commissions, 10,000 units in its treasury, two producers, and a gate that the tests act as. */
export class CommissionStage {
  /** Whoever the helpers act on: tests may put another module here. */
  commissions: Commissions;
  readonly recipes: Hash[] = [];
  readonly assignee: Address;
  readonly other: Address;
  readonly timelock: Address;
  #nonce = 0n;

  private constructor(
    readonly protocol: Protocol,
    readonly clones: StudioClones,
    readonly contracts: Contracts,
    readonly usdc: Awaited<ReturnType<typeof usdcOf>>,
    commissions: Commissions,
  ) {
    this.commissions = commissions;
    this.timelock = clones.timelock;
    const [assignee, other] = protocol.wallets.slice(5, 7).map(({ account }) => getAddress(account.address));
    [this.assignee, this.other] = [assignee as Address, other as Address];
  }

  static async set(): Promise<CommissionStage> {
    const protocol = await deployProtocol();
    const clones = await createStudio(protocol, { preset: PRESET.solo });
    const { timelock } = clones;
    const { networkHelpers, viem } = protocol.connection;
    for (const account of [timelock, clones.curation]) {
      await networkHelpers.impersonateAccount(account);
      await networkHelpers.setBalance(account, 10n ** 20n);
    }
    const commissions = await commissionsAt(protocol, (await makeModules(protocol, clones)).commissions);
    const studio = await viem.getContractAt("Studio", clones.studio);
    await studio.write.setCommissions([commissions.address], { account: timelock });
    const usdc = await usdcOf(protocol);
    await usdc.write.mint([timelock, 10_000n]);
    await usdc.write.approve([protocol.addressOf("RoyaltySplitter"), 10_000n], { account: timelock });
    const stage = new CommissionStage(protocol, clones, await contractsOf(protocol), usdc, commissions);
    const curation = await viem.getContractAt("ICuration", clones.curation);
    for (const account of [stage.assignee, stage.other]) {
      await curation.write.admitProducer([account, 1_000], { account: timelock });
    }
    stage.recipes.push(await stage.register("script"), await stage.register("panels"));
    return stage;
  }

  time() {
    return this.protocol.connection.networkHelpers.time;
  }

  async register(commitment: string, parents: Parents = [], licensor = this.timelock): Promise<Hash> {
    const input = recipeInput({ licensor, commitment: hashOf(commitment), parents });
    await this.contracts.registry.write.registerRecipe([input, 0n, "0x"], { account: licensor, gas: GAS });
    return recipeIdOf(input);
  }

  /** Two milestones of 300 and 500 units in ten days; the second depends on the first. */
  async inputOf(overrides: Partial<CommissionInput> = {}): Promise<CommissionInput> {
    const { assignee, other, usdc } = this;
    const deadline = (await this.time().latest()) + 10 * DAY;
    const first = { assignee, reward: 300n, deadline, dependsOn: 0, brief: hashOf("script") };
    const second = { assignee: other, reward: 500n, deadline, dependsOn: 1, brief: hashOf("panels") };
    return { token: usdc.address, milestones: [first, second], salt: zeroHash, ...overrides };
  }

  fund(id: Hash, amount: bigint, token: Address = this.usdc.address): Promise<Hash> {
    const { contracts, commissions, timelock } = this;
    return contracts.splitter.write.fundPot([commissions.address, id, token, amount], { account: timelock, gas: GAS });
  }

  open(input: CommissionInput, by = this.timelock): Promise<Hash> {
    return this.commissions.write.open([input], { account: by, gas: GAS });
  }

  async opened(overrides: Partial<CommissionInput> = {}): Promise<Hash> {
    const input = await this.inputOf(overrides);
    const id = await this.commissions.read.commissionIdOf([input]);
    await this.fund(id, 800n, input.token);
    await this.open(input);
    return id;
  }

  /** Commits a lot under the studio's gate, or independently. */
  async commit(by: Address, recipeId = this.recipes[0] as Hash, gate: Address = this.clones.curation): Promise<bigint> {
    this.#nonce += 1n;
    const nonce = this.#nonce;
    const input = lotInput({ recipeId, nonce, count: 1, gate, root: hashOf(`lot ${nonce}`) });
    await this.contracts.registry.write.commitLot([input], { account: by, gas: GAS });
    return lotIdOf(by, nonce);
  }

  /** The gate's verdict, as it writes it. */
  async judge(lotId: bigint, status: number): Promise<void> {
    await this.judgeProvisionally(lotId, status, 2);
    await this.time().increase(3);
  }

  /** A verdict that another one may replace for so many seconds. */
  async judgeProvisionally(lotId: bigint, status: number, seconds: number): Promise<void> {
    const releasableAt = (await this.time().latest()) + seconds;
    const { registry } = this.contracts;
    await registry.write.setVerdict([lotId, status, 3, releasableAt], { account: this.clones.curation });
  }

  /** A lot of the assignee under another studio's gate. */
  async commitElsewhere(): Promise<bigint> {
    const { networkHelpers, viem } = this.protocol.connection;
    const other = await createStudio(this.protocol, { preset: PRESET.solo, salt: hashOf("elsewhere") });
    for (const account of [other.timelock, other.curation]) {
      await networkHelpers.impersonateAccount(account);
      await networkHelpers.setBalance(account, 10n ** 20n);
    }
    const gate = await viem.getContractAt("ICuration", other.curation);
    await gate.write.admitProducer([this.assignee, 1_000], { account: other.timelock });
    return this.commit(this.assignee, await this.register("foreign", [], other.timelock), other.curation);
  }

  /** When a commission was opened, and when its first milestone has to be committed. */
  async openedBetween(id: Hash): Promise<{ openedAt: number; deadline: number }> {
    const [, openedAt, milestones] = await this.commissions.read.commissionOf([id]);
    return { openedAt, deadline: milestones[0]?.deadline ?? 0 };
  }

  deliver(id: Hash, milestone: number, lotId: bigint, by = this.assignee): Promise<Hash> {
    return this.commissions.write.deliver([id, milestone, lotId], { account: by, gas: GAS });
  }

  pay(id: Hash, milestone = 0): Promise<Hash> {
    return this.commissions.write.payMilestone([id, milestone], { gas: GAS });
  }

  giveBack(id: Hash, milestone = 0): Promise<Hash> {
    return this.commissions.write.returnMilestone([id, milestone], { gas: GAS });
  }

  pot(id: Hash, token: Address = this.usdc.address): Promise<bigint> {
    return this.contracts.splitter.read.potOf([this.commissions.address, id, token]);
  }

  credit(account: Address, token: Address = this.usdc.address): Promise<bigint> {
    return this.contracts.splitter.read.creditOf([account, token]);
  }

  async statusOf(id: Hash, milestone = 0): Promise<number | undefined> {
    return (await this.commissions.read.commissionOf([id]))[2][milestone]?.status;
  }

  emits(call: Promise<Hash>, event: string, args: readonly unknown[]): Promise<void> {
    const { assertions } = this.protocol.connection.viem;
    return assertions.emitWithArgs(call, this.commissions, event as "MilestonePaid", [...args] as never);
  }

  refuses(
    call: () => Promise<Hash>,
    error: Parameters<typeof expectRefused<Commissions>>[2]["error"],
    args: readonly unknown[],
  ): Promise<void> {
    const { protocol, commissions, usdc } = this;
    return expectRefused(protocol, call, { by: commissions, error, args, others: [commissions.address, usdc.address] });
  }
}
