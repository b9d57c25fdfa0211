import { expect } from "chai";
import {
  ballotKey,
  closeAudit,
  closedBy,
  expectGateRefuses,
  type Gate,
  laneMask,
  openAudit,
  openGate,
  openPanel,
  passDeadline,
  sharedGate,
  signBallots,
  STATUS,
  type Vote,
} from "./fixture.ts";
import { writeCurators } from "./storage.ts";

/** Tiers above 1 and agents come with later registrations; the tally knows them already. */
describe("curation/closeAudit.tiers", () => {
  // weights 256, 4, 4, 1, 1, 0 and an agent of weight 1
  const TIERS = [9, 3, 3, 1, 1, 0, 1];
  const AGENT = 7;
  const load = sharedGate(openGate);
  let gate: Gate;
  let lotId: bigint;

  beforeEach(async () => {
    gate = await load();
    await writeCurators(
      gate,
      TIERS.map((tier, i) => ({ key: ballotKey(i + 1).address, tier, agent: i + 1 === AGENT })),
    );
    lotId = await openAudit(gate);
  });

  const refuse = async (
    votes: readonly Vote[],
    ...[error, args]: [Parameters<typeof expectGateRefuses>[2], unknown[]]
  ) => {
    const ballots = await signBallots(gate, lotId, votes);
    await expectGateRefuses(gate, () => gate.curation.write.closeAudit([lotId, 1, ballots, []]), error, args);
  };

  const votesOf = (...indexes: number[]): Vote[] => indexes.map((index) => ({ index }));

  it("refuses a ballot of tier 0", async () => {
    await passDeadline(gate, lotId);
    await refuse(votesOf(1, 2, 6), "CurationWeightlessCurator", [6]);
  });

  it("refuses a heavier ballot after a lighter one, and falling indexes within a tier", async () => {
    await passDeadline(gate, lotId);
    await refuse(votesOf(2, 1, 3), "CurationUnsortedBallots", [1]);
    await refuse(votesOf(1, 3, 2), "CurationUnsortedBallots", [2]);
    await refuse(votesOf(1, 4, 3), "CurationUnsortedBallots", [3]);
  });

  it("closes early only with the weight of all but tier 0", async () => {
    expect((await gate.curation.read.auditOf([lotId, 0])).expectedWeight).to.equal(267);
    const { clock } = await gate.curation.read.auditOf([lotId, 0]);
    await gate.connection.networkHelpers.time.setNextBlockTimestamp(clock - 100);
    await refuse(votesOf(1, 2, 3, 4, 5), "CurationBallotsOpen", [lotId, BigInt(clock - 100), clock]);
    const hash = await closeAudit(gate, lotId, votesOf(1, 2, 3, 4, 5, AGENT));
    expect((await closedBy(gate, hash)).weight).to.equal(267);
  });

  it("counts agents, but not as human", async () => {
    const hash = await closeAudit(gate, lotId, votesOf(1, 2, 3, 4, 5, AGENT));
    expect((await closedBy(gate, hash)).humanBallots).to.equal(5);
    expect((await gate.curation.read.auditOf([lotId, 0])).humanBallots).to.equal(5);
  });

  it("decides by weight, not by heads", async () => {
    await passDeadline(gate, lotId);
    const defect = laneMask(1, 2, 3);
    const hash = await closeAudit(gate, lotId, [
      { index: 1 },
      ...votesOf(2, 3, 4, 5).map((vote) => ({ ...vote, defect })),
    ]);
    const { status, bad } = await closedBy(gate, hash);
    expect([status, bad]).to.deep.equal([STATUS.accepted, 0n]);
  });

  it("leaves a heavy producer's weight out of the expected one", async () => {
    const fresh = await openPanel();
    const own = fresh.members[0] ?? fresh.stranger;
    await writeCurators(
      fresh,
      TIERS.map((tier, i) => ({ key: ballotKey(i + 1).address, tier })),
    );
    await fresh.curation.write.admitProducer([own.account.address, 10_000], { account: fresh.registrar.account });
    const lot = await openAudit(fresh, { by: own.account });
    expect((await fresh.curation.read.auditOf([lot, 0])).expectedWeight).to.equal(267 - 256);
  });
});
