import { expect } from "chai";
import { type Address, getAddress, type Hash, padHex, zeroAddress, zeroHash } from "viem";
import type { Wallet } from "../helpers/protocol.ts";
import { Random } from "../helpers/random.ts";
import { expectGateRefuses, GAS, type Gate, openPanel, sharedGate } from "./fixture.ts";

type RefusedBy = Parameters<typeof expectGateRefuses>[2];

describe("curation/deposits", () => {
  const load = sharedGate(async () => {
    const gate = await openPanel();
    const usdc = await usdcOf(gate);
    for (const { account } of [gate.producer, gate.stranger]) {
      await usdc.write.mint([account.address, 10n ** 40n]);
      await usdc.write.approve([gate.protocol.addressOf("RoyaltySplitter"), 2n ** 256n - 1n], { account });
    }
    await gate.curation.write.setAuditToken([usdc.address], { account: gate.timelock });
    return gate;
  });
  let gate: Gate;
  let usdc: Awaited<ReturnType<typeof usdcOf>>;
  let splitter: Awaited<ReturnType<typeof splitterOf>>;

  beforeEach(async () => {
    gate = await load();
    usdc = await usdcOf(gate);
    splitter = await splitterOf(gate);
  });

  const usdcOf = ({ connection, protocol }: Gate) =>
    connection.viem.getContractAt("TestUSDC", protocol.addressOf("TestUSDC"));
  const splitterOf = ({ connection, protocol }: Gate) =>
    connection.viem.getContractAt("RoyaltySplitter", protocol.addressOf("RoyaltySplitter"));

  const refuse = (call: () => Promise<Hash>, error: RefusedBy, args: readonly unknown[]) =>
    expectGateRefuses(gate, call, error, args);

  const idOf = (account: Address): Hash => padHex(account, { size: 32 });
  const potOf = (id: Hash) => splitter.read.potOf([gate.curation.address, id, usdc.address]);
  const freeOf = async (account: Address) => (await gate.curation.read.producerOf([account])).free;

  const fund = (account: Address, amount: bigint, by: Wallet = gate.stranger) =>
    splitter.write.fundPot([gate.curation.address, idOf(account), usdc.address, amount], { account: by.account });
  const deposit = (account: Address, by: Wallet = gate.stranger) =>
    gate.curation.write.deposit([account], { account: by.account, gas: GAS });
  const withdraw = (amount: bigint, by: Wallet = gate.producer) =>
    gate.curation.write.withdrawDeposit([amount], { account: by.account, gas: GAS });

  const producer = () => getAddress(gate.producer.account.address);

  describe("deposit", () => {
    it("refuses the zero address: its pot is everybody's", async () => {
      await fund(producer(), 50n);
      await deposit(producer());
      expect(await potOf(zeroHash)).to.equal(50n);
      await refuse(() => deposit(zeroAddress), "CurationInvalidProducer", [zeroAddress]);
    });

    it("refuses where there is no audit token", async () => {
      const other = await openPanel();
      const call = () => other.curation.write.deposit([other.producer.account.address], { gas: GAS });
      await expectGateRefuses(other, call, "CurationNoAuditToken", []);
      const take = () => other.curation.write.withdrawDeposit([0n], { gas: GAS });
      await expectGateRefuses(other, take, "CurationNoAuditToken", []);
    });

    it("refuses an account for which nothing waits, and a second time", async () => {
      await fund(gate.stranger.account.address, 5n);
      await refuse(() => deposit(producer()), "CurationNothingDeposited", [producer()]);
      await fund(producer(), 5n);
      await deposit(producer());
      await refuse(() => deposit(producer()), "CurationNothingDeposited", [producer()]);
    });

    it("does not take another token for the audit token", async () => {
      const other = await gate.connection.viem.deployContract("TestToken", ["Other", "OTHER", 6]);
      const { account } = gate.stranger;
      await other.write.mint([account.address, 9n]);
      await other.write.approve([splitter.address, 9n], { account });
      await splitter.write.fundPot([gate.curation.address, idOf(producer()), other.address, 9n], { account });
      await refuse(() => deposit(producer()), "CurationNothingDeposited", [producer()]);
    });

    it("books all that waits, whoever paid and whoever calls", async () => {
      const { curation, connection } = gate;
      await fund(producer(), 30n);
      await fund(producer(), 12n, gate.producer);
      await connection.viem.assertions.emitWithArgs(deposit(producer()), curation, "Deposited", [producer(), 42n]);
      expect(await freeOf(producer())).to.equal(42n);
      expect(await potOf(idOf(producer()))).to.equal(0n);
      expect(await potOf(zeroHash)).to.equal(42n);
    });

    it("leaves in the pot what would not fit, and books it later", async () => {
      const most = 2n ** 112n - 1n;
      await fund(producer(), most);
      await fund(producer(), 5n);
      await deposit(producer());
      expect(await freeOf(producer())).to.equal(most);
      expect(await potOf(idOf(producer()))).to.equal(5n);
      await refuse(() => deposit(producer()), "CurationNothingDeposited", [producer()]);
      await withdraw(2n);
      await deposit(producer());
      expect(await freeOf(producer())).to.equal(most);
      expect(await potOf(idOf(producer()))).to.equal(3n);
    });
  });

  describe("withdrawDeposit", () => {
    beforeEach(async () => {
      await fund(producer(), 100n);
      await deposit(producer());
    });

    it("refuses more than is free, at once or in parts, and any of another's", async () => {
      await refuse(() => withdraw(101n), "CurationDepositTooSmall", [producer(), 100n, 101n]);
      await refuse(() => withdraw(2n ** 256n - 1n), "CurationDepositTooSmall", [producer(), 100n, 2n ** 256n - 1n]);
      await withdraw(60n);
      await refuse(() => withdraw(41n), "CurationDepositTooSmall", [producer(), 40n, 41n]);
      const stranger = getAddress(gate.stranger.account.address);
      await refuse(() => withdraw(1n, gate.stranger), "CurationDepositTooSmall", [stranger, 0n, 1n]);
    });

    it("refuses nothing at all", async () => {
      await refuse(() => withdraw(0n), "CurationNothingDeposited", [producer()]);
    });

    it("credits the depositor, who is paid by RoyaltySplitter", async () => {
      const { curation, connection } = gate;
      const call = withdraw(60n);
      await connection.viem.assertions.emitWithArgs(call, curation, "DepositWithdrawn", [producer(), 60n]);
      expect(await freeOf(producer())).to.equal(40n);
      expect(await potOf(zeroHash)).to.equal(40n);
      expect(await splitter.read.creditOf([producer(), usdc.address])).to.equal(60n);
      const held = await usdc.read.balanceOf([producer()]);
      await splitter.write.withdraw([usdc.address, producer()]);
      expect((await usdc.read.balanceOf([producer()])) - held).to.equal(60n);
    });
  });

  it("keeps no more and no less than what is free, over 150 random steps", async () => {
    const random = new Random(0xde905);
    const people = [gate.producer, gate.stranger, ...gate.members.slice(0, 3)];
    const waiting = new Map<Address, bigint>();
    const free = new Map<Address, bigint>();
    const of = (map: Map<Address, bigint>, account: Address) => map.get(account) ?? 0n;
    for (let step = 0; step < 150; step++) {
      const who = random.pick(people);
      const account = getAddress(who.account.address);
      const amount = random.big(1n, 1_000n);
      const kind = random.integer(0, 2);
      if (kind === 0) {
        await fund(account, amount);
        waiting.set(account, of(waiting, account) + amount);
      } else if (kind === 1 && of(waiting, account) !== 0n) {
        await deposit(account);
        free.set(account, of(free, account) + of(waiting, account));
        waiting.set(account, 0n);
      } else if (amount <= of(free, account)) {
        await withdraw(amount, who);
        free.set(account, of(free, account) - amount);
      }
      expect(await freeOf(account), `step ${step}`).to.equal(of(free, account));
      expect(await potOf(idOf(account)), `step ${step}`).to.equal(of(waiting, account));
      const sum = [...free.values()].reduce((a, b) => a + b, 0n);
      expect(await potOf(zeroHash), `step ${step}`).to.equal(sum);
    }
  });
});
