import { expect } from "chai";
import {
  closeVerdict,
  type ElectorCurator,
  NO_OUTCOME,
  outcomeOf,
  packBallots,
  Panel,
  parseBallots,
} from "@imprimatur/sdk/curation";
import {
  ballotKey,
  closedBy,
  GAS,
  type Gate,
  openAudit,
  openGate,
  passDeadline,
  seedOf,
  signBallot,
  STATUS,
} from "../curation/fixture.ts";
import { type StoredCurator, writeCurators } from "../curation/storage.ts";
import { Random } from "../helpers/random.ts";

const CURATORS = 20;
const PANELS = 6;

describe("sdk: panels", () => {
  const random = new Random(20_261_120);
  let gate: Gate;

  before(async () => {
    gate = await openGate();
  });

  /** Curators of any standing, people and agents, in the gate's storage and as the SDK takes them. */
  async function anyCurators(): Promise<Map<number, ElectorCurator>> {
    const stored = Array.from({ length: CURATORS }, (_, at): StoredCurator => {
      const standing = random.pick([0, 100, 130, 900, random.integer(100, 20_000), random.integer(100, 2 ** 24 - 1)]);
      return { key: ballotKey(at + 1).address, standing: at < 3 ? 1_000 : standing, agent: random.chance(100_000) };
    });
    await writeCurators(gate, stored);
    return new Map(
      stored.map(({ key, standing, agent = false }, at) => [at + 1, { key, standing, agent, struckOff: false }]),
    );
  }

  it("weigh, expect and judge as the gate, for any standings and any widening", async () => {
    let closes = 0;
    for (let run = 1; run <= PANELS; run += 1) {
      const curators = await anyCurators();
      const epoch = await gate.curation.read.epochAt([BigInt(await gate.connection.networkHelpers.time.latest())]);
      const [voters, standing] = await gate.curation.read.electorateOf([epoch]);
      const electorate = { curators: voters, standing: BigInt(standing) };
      const count = random.pick([7, 300]);
      const lotId = await openAudit(gate, { count, nonce: BigInt(run) });
      const seed = await seedOf(gate, lotId);
      for (const widening of [0, 1, 2]) {
        const panel = new Panel(seed, { electorate, curators, widening });
        expect(await gate.curation.read.expectedWeightOf([lotId])).to.equal(panel.expectedWeight);
        for (const index of curators.keys()) {
          const weight = await gate.curation.read.drawnWeightOf([lotId, seed, index, widening]);
          expect(panel.weightOf(index), `curator ${index}`).to.equal(weight);
        }
      }
      await passDeadline(gate, lotId);
      closes += (await closesAlike(lotId, seed, count, { electorate, curators, widening: 1 })) ? 1 : 0;
    }
    expect(closes).to.be.greaterThan(PANELS / 3);
  });

  /** Everybody who is drawn votes; the chain's verdict, or its refusal, is the simulated one. */
  async function closesAlike(
    lotId: bigint,
    seed: `0x${string}`,
    count: number,
    members: ConstructorParameters<typeof Panel>[1],
  ): Promise<boolean> {
    const panel = new Panel(seed, members);
    const signed = await Promise.all(
      panel.drawn().map(async (index) => {
        const defect = random.pick([0n, 1n, 0b111n]);
        const [ballot] = parseBallots(await signBallot(gate, lotId, { index, defect }));
        return { ...ballot!, weight: panel.weightOf(index) };
      }),
    );
    const packed = packBallots(signed);
    const chainId = await gate.protocol.publicClient.getChainId();
    const poll = { chainId, curation: gate.clones.curation, lotId, seed, charterVersion: 1, plan: 0, count };
    const verdict = await closeVerdict({ ...members, ...poll, ballots: parseBallots(packed) }).catch(() => undefined);
    const call = gate.curation.write.closeAudit([lotId, 1, packed, NO_OUTCOME], { gas: GAS });
    if (verdict === undefined) {
      expect(
        await call.then(
          () => "closed",
          () => "refused",
        ),
      ).to.equal("refused");
      return false;
    }
    const announced = await closedBy(gate, await call);
    const { covered, bad, weights, weight, humanBallots, expectedWeight, status } = verdict;
    expect(announced).to.deep.include({ covered, bad, weights, weight, humanBallots, expectedWeight });
    expect(announced.status).to.equal(STATUS[status]);
    const { digest } = await gate.curation.read.auditOf([lotId, 0]);
    const outcome = outcomeOf({ seed, ballots: packed, covered, bad, weights });
    expect(await gate.curation.read.hashOutcome([outcome])).to.equal(digest);
    return true;
  }
});
