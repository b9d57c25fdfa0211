import { expect } from "chai";
import type { Hash } from "viem";
import { challenge, deposit, startPaying } from "./disputes.ts";
import {
  ballotKey,
  blockedAssets,
  closeAudit,
  closedBy,
  commitLot,
  expectGateRefuses,
  GAS,
  type Gate,
  hashOf,
  laneMask,
  NO_OUTCOME,
  openAudit,
  openGate,
  openPanel,
  passDeadline,
  registerCurators,
  seedOf,
  sharedGate,
  signBallots,
  STATUS,
  timestampOf,
  unanimous,
} from "./fixture.ts";
import { DEFAULT_TERMS } from "./rolls.ts";
import { writeCurators } from "./storage.ts";

/** A lot is admitted and judged by the terms that were the newest at its commit. */
describe("curation/closeAudit.terms", () => {
  const load = sharedGate(openPanel);
  let gate: Gate;

  beforeEach(async () => {
    gate = await load();
  });

  const setTerms = (terms: Partial<typeof DEFAULT_TERMS>) =>
    gate.curation.write.setAuditTerms([{ ...DEFAULT_TERMS, ...terms }], { account: gate.timelock });

  const commit = (nonce: bigint, by = gate.producer.account): Promise<Hash> => {
    const input = { recipeId: gate.recipeId, nonce, root: hashOf("root"), count: 500, gate: gate.clones.curation };
    return gate.registry.write.commitLot([{ ...input, manifest: hashOf("manifest") }], { account: by, gas: GAS });
  };

  it("refuses a lot whose producer has less on deposit than bond and fee, and takes exactly these", async () => {
    const producer = gate.producer.account.address;
    await startPaying(gate);
    await setTerms({ bond: 9_000_000n, fee: 999_999n });
    await commit(1n);
    const { free } = await gate.curation.read.producerOf([producer]);
    expect(free).to.equal(1n);
    const args = [producer, 1n, 9_999_999n];
    await expectGateRefuses(gate, () => commit(2n), "CurationDepositTooSmall", args);
    await deposit(gate, gate.producer, 9_999_998n);
    await commit(2n);
    expect((await gate.curation.read.producerOf([producer])).free).to.equal(0n);
  });

  it("refuses a lot where fewer than three curators beside producer and delegate have a standing", async () => {
    const small = await openGate(undefined, { salt: hashOf("small") });
    const judge = small.members[0] ?? small.stranger;
    await small.curation.write.admitProducer([judge.account.address, 50_000], { account: small.registrar.account });
    await registerCurators(small, small.members.slice(0, 2));
    const commitBy =
      (nonce: bigint, by = small.producer.account) =>
      async () => {
        const input = { recipeId: small.recipeId, nonce, root: hashOf("root"), count: 5, gate: small.clones.curation };
        return small.registry.write.commitLot([{ ...input, manifest: hashOf("") }], { account: by, gas: GAS });
      };
    await expectGateRefuses(small, commitBy(1n), "CurationTooFewCurators", [0, 2n, 3n]);
    await registerCurators(small, small.members.slice(2, 3));
    await expectGateRefuses(small, commitBy(1n, judge.account), "CurationTooFewCurators", [0, 2n, 3n]);
    const reputation = await small.connection.viem.getContractAt("ReputationToken", small.clones.reputation);
    await reputation.write.delegate([judge.account.address], { account: small.producer.account });
    await expectGateRefuses(small, commitBy(1n), "CurationTooFewCurators", [0, 2n, 3n]);
    await reputation.write.delegate([small.producer.account.address], { account: small.producer.account });
    await commitBy(1n)();
  });

  it("keeps the terms of the commit for the whole audit", async () => {
    const before = await commitLot(gate, { nonce: 1n });
    const version = (await gate.curation.read.auditOf([before, 0])).terms;
    await setTerms({
      seedDelay: 40,
      ballotWindow: 7_200,
      challengeWindow: 5_000,
      normalSize: 32,
      normalAcceptance: 0,
      reducedSize: 16,
    });
    const lotId = await openAudit(gate, { nonce: 2n });
    const { terms, clock } = await gate.curation.read.auditOf([lotId, 0]);
    expect([version, terms]).to.deep.equal([0, 1]);
    const drawn = (await gate.curation.getEvents.SeedDrawn({ lotId }, { fromBlock: 0n }))[0];
    const { timestamp } = await gate.protocol.publicClient.getBlock({ blockNumber: drawn?.blockNumber ?? 0n });
    expect(BigInt(clock)).to.equal(timestamp + 7_200n);
    expect(await gate.curation.read.sampleOf([lotId, await seedOf(gate, lotId)])).to.have.length(32);

    await setTerms({ challengeWindow: 9_000 });
    const hash = await closeAudit(gate, lotId, unanimous(9, laneMask(3)));
    const { status, covered, releasableAt } = await closedBy(gate, hash);
    expect([status, covered]).to.deep.equal([STATUS.rejected, 2n ** 32n - 1n]);
    expect(BigInt(releasableAt)).to.equal((await timestampOf(gate, hash)) + 5_000n);
  });

  it("refuses too few ballots of people, and counts agents where they may judge", async () => {
    const agents = (indexes: readonly number[]) =>
      writeCurators(
        gate,
        gate.members.map((_, i) => ({
          key: ballotKey(i + 1).address,
          standing: 10_000,
          agent: indexes.includes(i + 1),
        })),
      );
    await agents([7, 8, 9]);
    await setTerms({ flags: 2, minHumanBallots: 6 });
    const lotId = await openAudit(gate);
    await passDeadline(gate, lotId);
    const votes = unanimous(9).slice(1);
    const ballots = await signBallots(gate, lotId, votes);
    const call = () => gate.curation.write.closeAudit([lotId, 1, ballots, NO_OUTCOME], { gas: GAS });
    await expectGateRefuses(gate, call, "CurationTooFewHumans", [lotId, 5n, 6]);
    const { weight, humanBallots } = await closedBy(gate, await closeAudit(gate, lotId, unanimous(9)));
    expect([weight, humanBallots]).to.deep.equal([9, 6]);
    expect((await gate.curation.read.auditOf([lotId, 0])).humanBallots).to.equal(6);
  });

  it("adds to the blocked assets of a challenged lot, and frees none of them", async () => {
    await startPaying(gate);
    const lotId = await openAudit(gate, { count: 600 });
    await passDeadline(gate, lotId);
    const sample = await gate.curation.read.sampleOf([lotId, await seedOf(gate, lotId)]);
    const [a, b] = [5, sample.findIndex((position) => position !== sample[5])] as const;
    const assets = (lanes: readonly number[]) => lanes.map((lane) => sample[lane] ?? -1);
    await closeAudit(gate, lotId, unanimous(6, laneMask(a)));
    const challenged = Array.from({ length: 256 }, (_, i) => i).find((index) => !assets([a, b]).includes(index)) ?? 0;
    await challenge(gate, lotId, { masks: [1n << BigInt(challenged)] });
    const end = BigInt((await gate.registry.read.lotOf([lotId])).releasableAt);

    await closeAudit(gate, lotId, unanimous(9, laneMask(b)));
    const expected = [...assets([a, b]), challenged].sort((x, y) => x - y);
    expect(await blockedAssets(gate, lotId)).to.deep.equal(expected);
    expect(BigInt((await gate.registry.read.lotOf([lotId])).releasableAt)).to.equal(end);
  });
});
