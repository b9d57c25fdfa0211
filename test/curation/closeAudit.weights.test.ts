import { expect } from "chai";
import {
  ballotKey,
  closeAudit,
  closedBy,
  expectGateRefuses,
  type Gate,
  laneMask,
  NO_OUTCOME,
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

/** Six curators with a standing make a panel of twelve: these weigh exactly 4, 2, 2, 2, 1, 0, 1. */
describe("curation/closeAudit.weights", () => {
  const STANDINGS = [4_000, 2_000, 2_000, 2_000, 1_000, 0, 1_000];
  const AGENT = 7;
  const load = sharedGate(openGate);
  let gate: Gate;
  let lotId: bigint;

  beforeEach(async () => {
    gate = await load();
    await writeCurators(
      gate,
      STANDINGS.map((standing, i) => ({ key: ballotKey(i + 1).address, standing, agent: i + 1 === AGENT })),
    );
    lotId = await openAudit(gate);
  });

  const refuse = async (
    votes: readonly Vote[],
    ...[error, args]: [Parameters<typeof expectGateRefuses>[2], unknown[]]
  ) => {
    const ballots = await signBallots(gate, lotId, votes);
    await expectGateRefuses(gate, () => gate.curation.write.closeAudit([lotId, 1, ballots, NO_OUTCOME]), error, args);
  };

  const votesOf = (...indexes: number[]): Vote[] => indexes.map((index) => ({ index }));

  it("refuses a ballot without standing", async () => {
    await passDeadline(gate, lotId);
    await refuse(votesOf(1, 2, 6), "CurationNotDrawn", [6, 1]);
  });

  it("refuses an agent's ballot where people judge", async () => {
    await passDeadline(gate, lotId);
    await refuse(votesOf(1, 2, AGENT), "CurationAgentBallot", [AGENT]);
  });

  it("refuses the ballot of a curator that was struck off", async () => {
    await writeCurators(
      gate,
      STANDINGS.map((standing, i) => ({ key: ballotKey(i + 1).address, standing, struckOff: i === 2 })),
    );
    await passDeadline(gate, lotId);
    await refuse(votesOf(1, 2, 3), "CurationStruckOff", [3]);
  });

  it("refuses a heavier ballot after a lighter one, and falling indexes of one weight", async () => {
    await passDeadline(gate, lotId);
    await refuse(votesOf(2, 1, 3), "CurationUnsortedBallots", [1]);
    await refuse(votesOf(1, 3, 2), "CurationUnsortedBallots", [2]);
    await refuse(votesOf(1, 5, 4), "CurationUnsortedBallots", [4]);
  });

  it("closes early only with all who are drawn, which nobody without standing and no agent is", async () => {
    expect(await gate.curation.read.expectedWeightOf([lotId])).to.equal(12);
    const { clock } = await gate.curation.read.auditOf([lotId, 0]);
    await gate.connection.networkHelpers.time.setNextBlockTimestamp(clock - 100);
    await refuse(votesOf(1, 2, 3, 4), "CurationBallotsOpen", [lotId, BigInt(clock - 100), clock]);
    const hash = await closeAudit(gate, lotId, votesOf(1, 2, 3, 4, 5));
    const { weight, weights, expectedWeight } = await closedBy(gate, hash);
    // one of weight 1, three of weight 2, one of weight 4
    expect({ weight, weights, expectedWeight }).to.deep.equal({ weight: 11, weights: 0x010301n, expectedWeight: 12 });
  });

  it("decides by weight, not by heads", async () => {
    await passDeadline(gate, lotId);
    const defect = laneMask(1, 2, 3);
    const hash = await closeAudit(gate, lotId, [
      ...votesOf(1, 2),
      ...votesOf(3, 4, 5).map((vote) => ({ ...vote, defect })),
    ]);
    const { status, bad } = await closedBy(gate, hash);
    expect([status, bad]).to.deep.equal([STATUS.accepted, 0n]);
  });

  it("leaves a heavy producer's standing out of the expected weight", async () => {
    const fresh = await openPanel();
    const own = fresh.members[0] ?? fresh.stranger;
    await writeCurators(
      fresh,
      STANDINGS.map((standing, i) => ({ key: ballotKey(i + 1).address, standing })),
    );
    await fresh.curation.write.admitProducer([own.account.address, 10_000], { account: fresh.registrar.account });
    const lot = await openAudit(fresh, { by: own.account });
    expect(await fresh.curation.read.expectedWeightOf([lot])).to.equal(12 - 4);
  });
});
