import { expect } from "chai";
import { type Address, getAddress, type Hash, zeroAddress } from "viem";
import { actAs, createSuccessors, recordGateCall } from "../studio/replacing.ts";
import {
  ballotKey,
  closeAudit,
  commitLot,
  DAY,
  drawSeed,
  expectGateRefuses,
  GAS,
  type Gate,
  openPanel,
  openSoloGate,
  sharedGate,
  signKey,
  unanimous,
} from "./fixture.ts";

type RefusedBy = Parameters<typeof expectGateRefuses>[2];

const AGENT = 1;
const LARGEST = 2 ** 32 - 1;

/** A studio that votes for mandates after its birth; the test acts as that module. */
describe("curation/bindProducer", () => {
  const load = sharedGate(async () => {
    const gate = await openPanel();
    await useMandates(gate);
    return gate;
  });
  let gate: Gate;
  let mandates: Address;
  let agent: Address;

  beforeEach(async () => {
    gate = await load();
    mandates = await gate.studio.read.moduleOf([5]);
    agent = gate.producer.account.address;
  });

  const refuse = (call: () => Promise<Hash>, error: RefusedBy, args: readonly unknown[]) =>
    expectGateRefuses(gate, call, error, args);
  const bind = (account: Address, bound: boolean, by: Address = mandates) =>
    gate.curation.write.bindProducer([account, bound], { account: by, gas: GAS });
  const commit = async (options: Parameters<typeof commitLot>[1] = {}): Promise<Hash> => {
    await commitLot(gate, options);
    return "0x";
  };
  const producerOf = (account: Address) => gate.curation.read.producerOf([account]);

  /** Makes mandates for the studio and has it use them; resolves to their address, in whose name the test may act. */
  async function useMandates({ protocol, clones, studio, timelock }: Gate): Promise<Address> {
    const made = await createSuccessors(protocol, clones, { mandates: true });
    await studio.write.setMandates([made.mandates, []], { account: timelock });
    return actAs(protocol, made.mandates);
  }

  describe("refuses", () => {
    it("everybody but the studio's mandates", async () => {
      const { stranger, registrar, producer, clones, timelock } = gate;
      const accounts = [stranger, registrar, producer].map(({ account }) => account.address);
      for (const by of [...accounts, clones.governor, clones.reputation, timelock]) {
        await actAs(gate.protocol, by);
        await refuse(() => bind(agent, true, by), "CurationUnauthorized", [getAddress(by)]);
      }
      await bind(agent, true);
      for (const by of accounts) await refuse(() => bind(agent, false, by), "CurationUnauthorized", [getAddress(by)]);
    });

    it("mandates that were replaced, and those of another studio", async () => {
      const foreign = await actAs(gate.protocol, gate.clones.commissions);
      await refuse(() => bind(agent, true, foreign), "CurationUnauthorized", [foreign]);
      const old = mandates;
      await useMandates(gate);
      await refuse(() => bind(agent, true, old), "CurationUnauthorized", [old]);
      await refuse(() => bind(agent, false, old), "CurationUnauthorized", [old]);
    });

    it("the zero address", async () => {
      await refuse(() => bind(zeroAddress, true), "CurationInvalidProducer", [zeroAddress]);
    });

    it("that registrar or timelock admit or dismiss an agent", async () => {
      await bind(agent, true);
      for (const by of [gate.registrar.account.address, gate.timelock]) {
        for (const quota of [0, 5]) {
          const admit = () => gate.curation.write.admitProducer([agent, quota], { account: by, gas: GAS });
          await refuse(admit, "CurationBoundProducer", [agent]);
        }
      }
    });
  });

  it("lets no registrar that is an agent admit anybody, in either order", async () => {
    const { registrar, stranger, studio, timelock, curation } = gate;
    const admit = (by: Address) => () => curation.write.admitProducer([stranger.account.address, 5], { account: by });
    await bind(registrar.account.address, true);
    await refuse(admit(registrar.account.address), "CurationUnauthorized", [getAddress(registrar.account.address)]);
    await bind(registrar.account.address, false);
    await admit(registrar.account.address)();
    await bind(agent, true);
    await studio.write.setRegistrar([agent], { account: timelock });
    await refuse(admit(agent), "CurationUnauthorized", [getAddress(agent)]);
  });

  it("binds and releases, says so once, and keeps deposit and level", async () => {
    const { assertions } = gate.connection.viem;
    const { quota, ...before } = await producerOf(agent);
    expect([quota, before.bound]).to.deep.equal([200_000, false]);
    await assertions.emitWithArgs(bind(agent, true), gate.curation, "ProducerBound", [agent, true]);
    expect(await producerOf(agent)).to.deep.equal({ ...before, quota: LARGEST, bound: true });
    const again = await gate.protocol.publicClient.getTransactionReceipt({ hash: await bind(agent, true) });
    expect(again.logs).to.have.length(0);
    await assertions.emitWithArgs(bind(agent, false), gate.curation, "ProducerBound", [agent, false]);
    expect(await producerOf(agent)).to.deep.equal({ ...before, quota: 0, bound: false });
  });

  describe("at a commit", () => {
    it("leaves an agent nothing without a mandate, whatever quota it had", async () => {
      const { clones, protocol, producer } = gate;
      await commit({ nonce: 1n, count: 5 });
      await bind(agent, true);
      const module = await protocol.connection.viem.getContractAt("AgentMandates", mandates);
      await protocol.connection.viem.assertions.revertWithCustomErrorWithArgs(
        commit({ nonce: 2n, count: 5 }),
        module,
        "AgentMandatesUnknownAgent",
        [getAddress(clones.curation), getAddress(producer.account.address)],
      );
    });

    it("leaves an agent nothing without mandates, from the transaction on that ends them", async () => {
      await bind(agent, true);
      await gate.studio.write.setMandates([zeroAddress, []], { account: gate.timelock });
      expect(await gate.curation.read.followedMandates()).to.equal(zeroAddress);
      await refuse(() => commit({ count: 5 }), "CurationUnknownProducer", [agent]);
    });

    it("leaves a registrar that is an agent no quota of its own", async () => {
      const registrar = gate.registrar.account;
      await commit({ nonce: 1n, by: registrar, count: 5 });
      await bind(registrar.address, true);
      await gate.studio.write.setMandates([zeroAddress, []], { account: gate.timelock });
      await refuse(() => commit({ nonce: 2n, by: registrar, count: 5 }), "CurationUnknownProducer", [
        registrar.address,
      ]);
      await gate.connection.networkHelpers.time.increase(DAY);
      await refuse(() => commit({ nonce: 2n, by: registrar, count: 5 }), "CurationUnknownProducer", [
        registrar.address,
      ]);
    });

    it("lets nobody in who is no agent any more, until it is admitted", async () => {
      await commit({ nonce: 1n, count: 5 });
      await bind(agent, true);
      await bind(agent, false, gate.timelock);
      await refuse(() => commit({ nonce: 2n, count: 5 }), "CurationUnknownProducer", [agent]);
      await gate.curation.write.admitProducer([agent, 5], { account: gate.registrar.account });
      await commit({ nonce: 2n, count: 5 });
      await refuse(() => commit({ nonce: 3n, count: 1 }), "CurationQuotaExceeded", [agent, 6n, 5]);
    });

    it("holds in a solo studio, too", async () => {
      gate = await openSoloGate();
      const present = await useMandates(gate);
      await bind(agent, true, present);
      await gate.studio.write.setMandates([zeroAddress, []], { account: gate.timelock });
      await refuse(() => commit({ count: 5 }), "CurationUnknownProducer", [agent]);
    });
  });

  describe("of a curator", () => {
    const flagsOf = async (index: number) => (await gate.curation.read.curatorOf([index])).flags & AGENT;

    it("makes its ballots an agent's, which count nothing where agents do not judge, and gives them back", async () => {
      const [member] = gate.members.map(({ account }) => account.address) as [Address];
      const lotId = await commitLot(gate, { count: 5 });
      await drawSeed(gate, lotId);
      await bind(member, true);
      expect(await flagsOf(1)).to.equal(AGENT);
      const close = async (): Promise<Hash> => {
        await closeAudit(gate, lotId, unanimous(9));
        return "0x";
      };
      await refuse(close, "CurationAgentBallot", [1]);
      await bind(member, false);
      expect(await flagsOf(1)).to.equal(0);
      await close();
    });

    it("takes its standing from the next epoch on, until it is no agent any more", async () => {
      const { members, curation, connection } = gate;
      const [member] = members.map(({ account }) => account.address) as [Address];
      const week = 7n * DAY;
      await connection.networkHelpers.time.increase(2n * week);
      await commit({ count: 5 });
      const epoch = await curation.read.epochAt([BigInt(await connection.networkHelpers.time.latest())]);
      const [before] = await curation.read.electorateOf([epoch + 1]);
      await connection.viem.assertions.emitWithArgs(bind(member, true), curation, "StandingSet", [1, epoch + 1, 0]);
      expect((await curation.read.electorateOf([epoch + 1]))[0]).to.equal(before - 1);
      await connection.networkHelpers.time.increase(2n * week);
      await curation.write.refreshCurators([[member]]);
      expect(await curation.read.standingOf([1, epoch + 3])).to.equal(0);
      await bind(member, false);
      await connection.networkHelpers.time.increase(2n * week);
      await curation.write.refreshCurators([[member]]);
      expect(await curation.read.standingOf([1, epoch + 5])).to.be.greaterThan(0);
    });

    it("that registers later says that it is an agent", async () => {
      const newcomer = gate.stranger.account;
      const reputation = await gate.connection.viem.getContractAt("ReputationToken", gate.clones.reputation);
      await reputation.write.mint([newcomer.address, 10n ** 20n, `0x${"00".repeat(32)}`, `0x${"00".repeat(32)}`], {
        account: gate.timelock,
      });
      await bind(newcomer.address, true);
      const key = ballotKey(10);
      const consent = await signKey(gate, newcomer.address, key);
      await gate.connection.viem.assertions.emitWithArgs(
        gate.curation.write.registerCurator([key.address, consent], { account: newcomer }),
        gate.curation,
        "CuratorRegistered",
        [10, getAddress(newcomer.address), key.address, true],
      );
      expect(await flagsOf(10)).to.equal(AGENT);
      await bind(newcomer.address, false);
      expect(await flagsOf(10)).to.equal(0);
    });
  });

  describe("followMandates", () => {
    it("asks the studio, for anybody, and says nothing when nothing changed", async () => {
      const hash = await gate.curation.write.followMandates({ account: gate.stranger.account });
      expect((await gate.protocol.publicClient.getTransactionReceipt({ hash })).logs).to.have.length(0);
      expect(await gate.curation.read.followedMandates()).to.equal(mandates);
    });

    it("is what the studio calls when it replaces its mandates", async () => {
      const { studio, timelock, connection, curation, protocol, clones } = gate;
      const next = await createSuccessors(protocol, clones, { mandates: true });
      const set = (module: Address) => studio.write.setMandates([module, []], { account: timelock });
      for (const module of [next.mandates, zeroAddress]) {
        await connection.viem.assertions.emitWithArgs(set(module), curation, "MandatesFollowed", [module]);
        expect(await curation.read.followedMandates()).to.equal(module);
      }
    });

    it("brings a gate that comes back up to date", async () => {
      const { studio, timelock, connection, curation, protocol, clones } = gate;
      const successors = await createSuccessors(protocol, clones, { curation: true });
      await bind(agent, true);
      const record = recordGateCall(protocol, successors.curation);
      const wallet = await connection.viem.getWalletClient(timelock);
      await wallet.sendTransaction({ to: record.target, data: record.data ?? "0x" });
      await studio.write.setCuration([successors.curation], { account: timelock });
      const next = await connection.viem.getContractAt("ICuration", successors.curation);
      expect(await next.read.followedMandates()).to.equal(mandates);
      await studio.write.setMandates([zeroAddress, []], { account: timelock });
      expect(await curation.read.followedMandates()).to.equal(zeroAddress);
      await studio.write.setCuration([curation.address], { account: timelock });
      expect(await curation.read.followedMandates()).to.equal(zeroAddress);
    });

    it("is no condition for a gate of other code, nor for the studio that has one", async () => {
      const { studio, timelock, connection, protocol, clones } = gate;
      const foreign = await connection.viem.deployContract("HostileGate");
      await foreign.write.answerWith([0, BigInt(clones.studio)]);
      const record = recordGateCall(protocol, foreign.address);
      const wallet = await connection.viem.getWalletClient(timelock);
      await wallet.sendTransaction({ to: record.target, data: record.data ?? "0x" });
      await studio.write.setCuration([foreign.address], { account: timelock });
      await studio.write.setMandates([zeroAddress, []], { account: timelock });
      expect(await studio.read.moduleOf([5])).to.equal(zeroAddress);
    });
  });
});
