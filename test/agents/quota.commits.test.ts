import { expect } from "chai";
import { type Address, getAddress, type Hash, zeroAddress } from "viem";
import { closeAudit, commitLot, drawSeed, expectGateRefuses, lotIdOf, STATUS, unanimous } from "../curation/fixture.ts";
import { passWindow } from "../curation/disputes.ts";
import { expectRefused } from "../helpers/refused.ts";
import { actAs, createSuccessors, recordGateCall } from "../studio/replacing.ts";
import { type House, nextNonce, openHouse } from "./committing.ts";
import { DAY, grant, type MandatesError, mandatesAt, OTHER_POLICY, USDC } from "./mandates.ts";

const LIMITS = { perTransaction: 1n * USDC, perPeriod: 4n * USDC, period: DAY };
const SECONDS = 86_400;

/** Every lot here is committed to the real AssetRegistry, which asks the house's real gate. */
describe("agents/quota.commits", () => {
  let prepared: House;
  let house: House;
  let id: Hash;
  let agent: Address;
  let restore: () => Promise<void>;

  before(async () => {
    prepared = await openHouse();
    agent = getAddress(prepared.agent.account.address);
    // shorter than a curator's standing counts, so that there is always somebody to judge
    const now = await prepared.connection.networkHelpers.time.latest();
    id = await grant(prepared, { validUntil: now + 20 * DAY, reviewAt: now + 10 * DAY });
    const snapshot = await prepared.connection.networkHelpers.takeSnapshot();
    restore = () => snapshot.restore();
  });

  beforeEach(async () => {
    house = { ...prepared };
    await restore();
  });

  const time = () => house.connection.networkHelpers.time;
  const timelock = () => ({ account: house.timelock });
  /** Commits as the agent; the lowest nonce that is taken unless one is given. */
  const commit = async (count: number, nonce?: bigint): Promise<Hash> => {
    await commitLot(house, { count, nonce: nonce ?? (await nextNonce(house)) });
    return (await house.protocol.publicClient.getBlock()).transactions[0] as Hash;
  };
  /** Asserts that the mandates refuse a commit, and that neither registry, gate nor mandates keep anything of it. */
  const refuse = (call: () => Promise<Hash>, error: MandatesError, args: readonly unknown[]) =>
    expectRefused(house.protocol, call, {
      by: house.mandates,
      error,
      args,
      others: [house.mandates.address, house.clones.curation, house.clones.reputation, house.clones.studio],
    });
  const quota = () => house.mandates.read.quotaOf([house.clones.curation, agent]);

  describe("refuses an agent", () => {
    it("more than its quota, though registrar and producers may commit more", async () => {
      await commit(300);
      await refuse(() => commit(201), "AgentMandatesOverQuota", [id, 501n, 500n]);
      await commit(200);
      await refuse(() => commit(1), "AgentMandatesOverQuota", [id, 501n, 500n]);
      await commitLot(house, { by: house.registrar.account, count: 10_000 });
    });

    it("from the block of its revocation on", async () => {
      await commit(1);
      const { provider, networkHelpers } = house.connection;
      const nonce = await nextNonce(house);
      await provider.request({ method: "evm_setAutomine", params: [false] });
      const revoke = await house.mandates.write.revoke([id], {
        ...timelock(),
        gas: 1_000_000n,
        maxPriorityFeePerGas: 10n ** 10n,
      });
      await commitLot(house, { count: 1, nonce });
      await networkHelpers.mine();
      await provider.request({ method: "evm_setAutomine", params: [true] });
      const { transactions } = await house.protocol.publicClient.getBlock();
      expect(transactions[0]).to.equal(revoke);
      const receipts = await Promise.all(
        transactions.map((hash) => house.protocol.publicClient.getTransactionReceipt({ hash })),
      );
      expect(receipts.map(({ status }) => status)).to.deep.equal(["success", "reverted"]);
      await refuse(() => commit(1), "AgentMandatesQuotaClosed", [id, 0, 0]);
      expect((await house.curation.read.producerOf([agent])).bound).to.equal(true);
    });

    it("while board or timelock pause it, and no longer", async () => {
      const { until } = await quota();
      for (const by of [house.timelock, await actAs(house.protocol, house.clones.board)]) {
        const pausedUntil = (await time().latest()) + DAY;
        await house.mandates.write.pause([id, pausedUntil], { account: by });
        await refuse(() => commit(1), "AgentMandatesQuotaClosed", [id, pausedUntil, until]);
        await time().increaseTo(pausedUntil - 2);
        await refuse(() => commit(1), "AgentMandatesQuotaClosed", [id, pausedUntil, until]);
        await time().increaseTo(pausedUntil);
        await commit(1);
      }
    });

    it("whose review is due, until members vote to go on", async () => {
      const { until } = await quota();
      await time().increaseTo(until);
      await refuse(() => commit(1), "AgentMandatesQuotaClosed", [id, 0, until]);
      const { validUntil } = await house.mandates.read.mandateOf([id]);
      await house.mandates.write.review([id, validUntil, 3, LIMITS], timelock());
      await commit(3);
      await refuse(() => commit(1), "AgentMandatesOverQuota", [id, 4n, 3n]);
    });

    it("whose mandate is over, also when members had put off its review to the end", async () => {
      const { validUntil } = await house.mandates.read.mandateOf([id]);
      await house.mandates.write.review([id, validUntil, 500, LIMITS], timelock());
      await time().increaseTo(validUntil - 2);
      await commit(1);
      await time().increaseTo(validUntil);
      await refuse(() => commit(1), "AgentMandatesQuotaClosed", [id, 0, validUntil]);
    });

    it("that echoes another policy than the one voted for", async () => {
      const first = await nextNonce(house);
      await house.mandates.write.changePolicy([id, OTHER_POLICY], timelock());
      const next = await nextNonce(house);
      expect(next).not.to.equal(first);
      await refuse(() => commit(1, first), "AgentMandatesWrongNonce", [lotIdOf(agent, first), first, next]);
      const ahead = next + (1n << 32n);
      await refuse(() => commit(1, ahead), "AgentMandatesWrongNonce", [lotIdOf(agent, ahead), ahead, next]);
      await commit(1);
    });

    it("of a module that was replaced, from the same transaction on, though it still has an allowance", async () => {
      await commit(1);
      const { mandates: next } = await createSuccessors(house.protocol, house.clones, { mandates: true });
      await house.studio.write.setMandates([next, []], timelock());
      const successor = await mandatesAt(house.protocol, next);
      const nonce = await nextNonce(house);
      await refuse(() => commit(1, nonce), "AgentMandatesUnknownAgent", [getAddress(house.clones.curation), agent]);

      house.mandates = successor;
      await successor.write.setWindow([house.usdc.address, 10_000n * USDC, 7 * DAY], timelock());
      await grant(house, { quota: 2 });
      await commit(2, nonce);
    });

    it("of a studio without mandates, though its registrar admits it", async () => {
      await house.studio.write.setMandates([zeroAddress, []], timelock());
      const nonce = await nextNonce(house);
      await expectGateRefuses(house, () => commit(1, nonce), "CurationUnknownProducer", [agent]);
      const admit = () =>
        house.curation.write.admitProducer([agent, 5], { account: house.registrar.account, gas: 1_000_000n });
      await expectGateRefuses(house, admit, "CurationBoundProducer", [agent]);
    });
  });

  it("counts what it lets in, by the day, and its gate shows the same", async () => {
    const day = Math.floor((await time().latest()) / SECONDS) + 1;
    await time().increaseTo(day * SECONDS);
    const nonce = await nextNonce(house);
    const hash = await commit(300);
    await house.connection.viem.assertions.emitWithArgs(hash, house.mandates, "QuotaUsed", [
      id,
      lotIdOf(agent, nonce),
      300n,
    ]);
    expect((await house.registry.read.lotOf([lotIdOf(agent, nonce)])).status).to.equal(STATUS.pending);
    await commit(200);
    expect([(await quota()).used, (await house.curation.read.producerOf([agent])).used]).to.deep.equal([500, 500]);
    await time().increaseTo((day + 1) * SECONDS);
    await commit(500);
  });

  it("lets its lots be judged by others than who answers for it", async () => {
    const nonce = await nextNonce(house);
    await commit(20);
    const lotId = lotIdOf(agent, nonce);
    // curator 1 is the sponsor
    expect((await house.curation.read.auditOf([lotId, 0])).excluded).to.equal(1);
    await drawSeed(house, lotId);
    await expectGateRefuses(house, () => closeAudit(house, lotId, unanimous(9)), "CurationDelegateOfProducer", [1]);
    await closeAudit(house, lotId, unanimous(9).slice(1));
    await passWindow(house, lotId);
    expect((await house.registry.read.lotOf([lotId])).status).to.equal(STATUS.accepted);
  });

  it("asks on the same day who answers for it under another mandate", async () => {
    await commit(1);
    await house.mandates.write.revoke([id], timelock());
    await grant(house, { sponsor: getAddress((house.members[1] as House["agent"]).account.address) });
    const nonce = await nextNonce(house);
    await commit(1, nonce);
    expect((await house.curation.read.auditOf([lotIdOf(agent, nonce), 0])).excluded).to.equal(2);
  });

  it("follows the studio to its next gate by the vote that names it, and keeps its quota", async () => {
    const { protocol, clones, connection } = house;
    await commit(300);
    const { curation } = await createSuccessors(protocol, clones, { curation: true, preset: clones.config.preset });
    const record = recordGateCall(protocol, curation);
    await (
      await connection.viem.getWalletClient(clones.timelock)
    ).sendTransaction({
      to: record.target,
      data: record.data ?? "0x",
    });
    await house.studio.write.setCuration([curation], timelock());
    const next: House = { ...house, clones: { ...clones, curation } };
    const nonce = await nextNonce(next);
    const commitNext = async (count: number): Promise<Hash> => {
      await commitLot(next, { count, nonce });
      return "0x";
    };
    const gate = await connection.viem.getContractAt("ICuration", curation);
    expect((await gate.read.producerOf([agent])).bound).to.equal(true);
    await expectRefused(protocol, () => commitNext(201), {
      by: house.mandates,
      error: "AgentMandatesOverQuota",
      args: [id, 501n, 500n],
    });
    // the old gate follows nobody any more, also on a day on which it has let the agent in
    await expectGateRefuses(house, () => commit(1, nonce), "CurationUnknownProducer", [agent]);
  });

  it("is remembered at the next gate when it is over, until members let the agent go there", async () => {
    const { protocol, clones, connection } = house;
    await house.mandates.write.revoke([id], timelock());
    const { curation } = await createSuccessors(protocol, clones, { curation: true, preset: clones.config.preset });
    const record = recordGateCall(protocol, curation);
    const wallet = await connection.viem.getWalletClient(clones.timelock);
    await wallet.sendTransaction({ to: record.target, data: record.data ?? "0x" });
    await house.studio.write.setCuration([curation], timelock());
    const gate = await connection.viem.getContractAt("ICuration", curation);
    const next: House = { ...house, clones: { ...clones, curation }, curation: gate };
    expect((await gate.read.producerOf([agent])).bound).to.equal(false);
    const admit = () => gate.write.admitProducer([agent, 5], { account: house.registrar.account, gas: 1_000_000n });
    await expectGateRefuses(next, admit, "CurationBoundProducer", [agent]);
    await gate.write.bindProducer([agent, false], timelock());
    await admit();
    expect(await gate.read.producerOf([agent])).to.include({ bound: false, quota: 5 });
  });

  it("gives who is no agent any more its place among producers back, when members say so and it is admitted", async () => {
    await house.mandates.write.revoke([id], timelock());
    await house.curation.write.bindProducer([agent, false], timelock());
    await expectGateRefuses(house, () => commit(1), "CurationUnknownProducer", [agent]);
    await house.curation.write.admitProducer([agent, 5], { account: house.registrar.account });
    await commit(5);
  });
});
