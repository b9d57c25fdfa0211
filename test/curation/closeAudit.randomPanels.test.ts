import { expect } from "chai";
import { concatHex, decodeErrorResult, encodeFunctionData, type Hash, type Hex, parseEventLogs } from "viem";
import { Random } from "../helpers/random.ts";
import { revertData } from "../helpers/revertData.ts";
import { naiveVerdict, type TallyVerdict } from "../models/ballotTally.ts";
import { drawnWeight, expectedWeight, panelWeight } from "../models/sortition.ts";
import {
  ALL_LANES,
  ballotKey,
  closedBy,
  GAS,
  type Gate,
  laneMask,
  NO_OUTCOME,
  openAudit,
  openGate,
  passDeadline,
  seedOf,
  signBallot,
  STATUS,
  type Vote,
} from "./fixture.ts";
import { writeCurators } from "./storage.ts";

const PANELS = process.env["RELEASE"] === "1" ? 1_000 : 250;
const CURATORS = 12;
/** Sizes of lots: two censuses and two samples. */
const COUNTS = [7, 200, 300, 10_000];

/** Who is drawn, and by what. */
type DrawnPanel = Parameters<typeof drawnWeight>[0];

/** A panel that votes, each with its weight. */
type Panel = (Vote & { weight: number; ok: bigint; defect: bigint })[];

describe("curation/closeAudit.randomPanels", () => {
  const random = new Random(424242);
  const outcomes: Record<TallyVerdict["outcome"], number> = { "no quorum": 0, uncovered: 0, accepted: 0, rejected: 0 };

  /** Curators 1 to 12 of random standing, and an audit of a lot of `count` that waits for their ballots. */
  async function openRandomAudit(gate: Gate, count: number, nonce: bigint) {
    const favorite = random.integer(100, 2 ** random.integer(8, 24) - 1);
    const standings = Array.from({ length: CURATORS }, () =>
      random.pick([0, 100, favorite, favorite, favorite, random.integer(100, 2 ** 24 - 1)]),
    );
    standings.splice(0, 3, favorite, favorite, favorite);
    await writeCurators(
      gate,
      standings.map((standing, i) => ({ key: ballotKey(i + 1).address, standing })),
    );
    const lotId = await openAudit(gate, { count, nonce });
    const seed = await seedOf(gate, lotId);
    await passDeadline(gate, lotId);
    return { lotId, panel: { seed, panel: 16, standings: new Map(standings.map((x, i) => [i + 1, x])), widening: 1 } };
  }

  const anyLanes = (most: number, judged: number): bigint =>
    laneMask(...Array.from({ length: random.integer(0, most) }, () => random.integer(0, judged - 1)));

  /** Ballots that mostly agree on a few defects; some curators sleep, abstain on a lane or see things. */
  function drawPanel(drawn: DrawnPanel, count: number): Panel {
    const judged = Math.min(count, 256);
    const allowed = count > 256 ? 2 : Math.max(2, Math.floor(count / 4));
    const truth = anyLanes(random.pick([0, 2, allowed + 1, 2 * allowed + 2]), judged);
    const sleepers = random.pick([0, 100_000, 300_000]);
    const silence = random.pick([0, 0, 100_000, 700_000]);
    const panel = [...drawn.standings.keys()].flatMap((index): Panel => {
      const weight = drawnWeight(drawn, index);
      if (weight === 0 || random.chance(sleepers)) return [];
      const seen = random.chance(200_000) ? 0n : truth;
      const defect =
        (seen ^ anyLanes(random.pick([0, 0, 1, 3]), judged)) | (random.big(0n, ALL_LANES) << BigInt(judged));
      const silent = random.chance(silence) ? anyLanes(2, 3) : 0n;
      const word = defect & ALL_LANES & ~silent;
      return [{ index, weight, defect: word, ok: ALL_LANES & ~word & ~silent }];
    });
    return panel.sort((a, b) => b.weight - a.weight || a.index - b.index);
  }

  it(`agrees with a naive count on ${PANELS} random panels`, async () => {
    const gate = await openGate();
    const { networkHelpers } = gate.connection;
    let done = 0;
    for (let lot = 0; done < PANELS; lot++) {
      const count = COUNTS[lot % COUNTS.length] ?? 1;
      const { lotId, panel: drawn } = await openRandomAudit(gate, count, BigInt(lot));
      const expected = expectedWeight(drawn);
      expect(await gate.curation.read.expectedWeightOf([lotId]))
        .to.equal(expected)
        .and.equal(panelWeight(drawn));
      for (const index of drawn.standings.keys()) {
        const weight = await gate.curation.read.drawnWeightOf([lotId, drawn.seed, index, 1]);
        expect(weight, `curator ${index}`).to.equal(drawnWeight(drawn, index));
      }
      const sample = await gate.curation.read.sampleOf([lotId, drawn.seed]);
      const snapshot = await networkHelpers.takeSnapshot();
      for (let panel = 0; panel < 50; panel++, done++) {
        const ballots = drawPanel(drawn, count);
        if (ballots.length < 3) continue;
        const verdict = naiveVerdict(ballots, { count, sampleSize: 256, acceptance: 2, expectedWeight: expected });
        outcomes[verdict.outcome] += 1;
        await compare(gate, lotId, ballots, verdict, sample);
        await snapshot.restore();
      }
    }
  }).timeout(600_000);

  it("met every outcome often", () => {
    for (const [outcome, times] of Object.entries(outcomes)) {
      expect(times, outcome).to.be.greaterThan(PANELS / 50);
    }
  });

  async function compare(gate: Gate, lotId: bigint, panel: Panel, expected: TallyVerdict, sample: readonly number[]) {
    const ballots = concatHex(await Promise.all(panel.map((vote) => signBallot(gate, lotId, vote))));
    if (!("bad" in expected)) {
      const found = await refusalOf(gate, lotId, ballots);
      if (expected.outcome === "no quorum") expect(found.errorName).to.equal("CurationNoQuorum");
      else expect(found).to.deep.include({ errorName: "CurationUncovered", args: [lotId, expected.lanes] });
      return;
    }
    const hash = await gate.curation.write.closeAudit([lotId, 1, ballots, NO_OUTCOME], { gas: GAS });
    const accepted = expected.outcome === "accepted";
    const { covered, bad, status, weight } = await closedBy(gate, hash);
    expect({ covered, bad, status }).to.deep.equal({
      covered: expected.covered,
      bad: expected.bad,
      status: accepted ? STATUS.accepted : STATUS.rejected,
    });
    expect(weight).to.equal(panel.reduce((sum, vote) => sum + vote.weight, 0));
    expect((await gate.registry.read.lotOf([lotId])).status).to.equal(status);
    const blocked = sample.filter((_, lane) => accepted && (expected.bad >> BigInt(lane)) & 1n);
    expect(await blockedBy(gate, hash)).to.deep.equal([...new Set(blocked)].sort((a, b) => a - b));
  }

  /** Assets that a transaction blocked, from the registry's events; each mask is the one that is stored. */
  async function blockedBy({ protocol, registry }: Gate, hash: Hash): Promise<number[]> {
    const { logs } = await protocol.publicClient.getTransactionReceipt({ hash });
    const events = parseEventLogs({ abi: registry.abi, logs, eventName: "BlockedSet" });
    for (const { args } of events) expect(await registry.read.blockedWord([args.lotId, args.word])).to.equal(args.mask);
    return events.flatMap(({ args: { word, mask } }) =>
      Array.from({ length: 256 }, (_, bit) => 256 * word + bit).filter((index) => (mask >> BigInt(index % 256)) & 1n),
    );
  }

  async function refusalOf({ curation, protocol }: Gate, lotId: bigint, ballots: Hex) {
    const data = encodeFunctionData({
      abi: curation.abi,
      functionName: "closeAudit",
      args: [lotId, 1, ballots, NO_OUTCOME],
    });
    try {
      await protocol.publicClient.call({ to: curation.address, data });
    } catch (error) {
      return decodeErrorResult({ abi: curation.abi, data: revertData(error) ?? "0x" });
    }
    throw new Error("The close was expected to fail");
  }
});
