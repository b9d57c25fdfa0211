import { expect } from "chai";
import { encodeAbiParameters, type Hash, keccak256, parseEventLogs, toHex } from "viem";
import type { Wallet } from "../helpers/protocol.ts";
import {
  ALL_LANES,
  ballotKey,
  closeAudit,
  commitLot,
  DAY,
  drawSeed,
  expectGateRefuses,
  GAS,
  type Gate,
  hashOf,
  laneMask,
  lotIdOf,
  passDeadline,
  sharedGate,
  signBallot,
  signKey,
  unanimous,
} from "./fixture.ts";
import { canaryAlone, closedLot, depositFor, masksOf, openPaidPanel, outcomeBy, passWindow } from "./scoring.ts";

const COUNT = 10;
const DEFECTS = laneMask(2, 7);

describe("curation/scorePractice", () => {
  /** Three who have no reputation are curators 10 to 12. */
  const shared = sharedGate(async () => {
    const gate = await openPaidPanel({ flags: 1 });
    await depositFor(gate, gate.registrar.account.address);
    for (const [i, { account }] of learners(gate).entries()) {
      const key = ballotKey(10 + i);
      await gate.curation.write.registerCurator([key.address, await signKey(gate, account.address, key)], { account });
    }
    return gate;
  });
  let gate: Gate;
  beforeEach(async () => {
    gate = await shared();
  });

  const learners = ({ stranger, producer, registrar }: Gate): Wallet[] => [stranger, registrar, producer];

  const cast = async (lotId: bigint, index: number, defect: bigint, ok = ALL_LANES ^ defect): Promise<Hash> => {
    const ballot = await signBallot(gate, lotId, { index, defect, ok });
    return gate.curation.write.castDirect([lotId, 1, ballot], { account: gate.stranger.account, gas: GAS });
  };

  const score = (lotId: bigint, index: number, defect: bigint, ok = ALL_LANES ^ defect): Promise<Hash> =>
    gate.curation.write.scorePractice([lotId, index, ok, defect], { account: gate.stranger.account, gas: GAS });

  /** A canary on which somebody practices, closed by the panel; opened, unless a test wants it closed. */
  async function practiceOn(votes: Record<number, bigint>, open = true): Promise<bigint> {
    const lotId = lotIdOf(gate.producer.account.address, 1n);
    const canary = { lotId, salt: hashOf("salt"), masks: masksOf(COUNT, [2, 7]) };
    const { root, proof } = canaryAlone(canary);
    const deadline = (await gate.connection.networkHelpers.time.latest()) + 20 * Number(DAY);
    await gate.curation.write.commitCanaries([root, 1, deadline], { account: gate.registrar.account });
    await commitLot(gate, { count: COUNT });
    const seed = await drawSeed(gate, lotId);
    for (const [index, defect] of Object.entries(votes)) await cast(lotId, Number(index), defect);
    await passDeadline(gate, lotId);
    const { outcome } = await outcomeBy(gate, await closeAudit(gate, lotId, unanimous(9)), seed);
    if (open)
      await gate.curation.write.openCanary([lotId, root, proof, canary.salt, canary.masks, outcome], {
        account: gate.producer.account,
        gas: GAS,
      });
    return lotId;
  }

  const refused = (lotId: bigint, index: number, defect: bigint): Promise<void> =>
    expectGateRefuses(gate, () => score(lotId, index, defect), "CurationNoPractice", [lotId, index]);

  it("refuses a lot without an audit", async () => {
    await expectGateRefuses(gate, () => score(7n, 10, DEFECTS), "CurationUnknownAudit", [7n]);
  });

  it("refuses a lot that was not opened as a canary", async () => {
    const lotId = await practiceOn({ 10: DEFECTS }, false);
    await refused(lotId, 10, DEFECTS);
    await passWindow(gate, lotId);
    await refused(lotId, 10, DEFECTS);
  });

  it("refuses what was not cast, or was cast otherwise", async () => {
    const lotId = await practiceOn({ 10: DEFECTS });
    await refused(lotId, 11, DEFECTS);
    await refused(lotId, 10, DEFECTS | 1n);
    await refused(lotId, 0, DEFECTS);
  });

  it("scores once, for canary points alone", async () => {
    const lotId = await practiceOn({ 10: DEFECTS | 1n });
    const hash = await score(lotId, 10, DEFECTS | 1n);
    const { logs } = await gate.protocol.publicClient.getTransactionReceipt({ hash });
    const [event] = parseEventLogs({ abi: gate.curation.abi, logs, eventName: "PracticeScored" });
    const expected = { lotId, index: 10, hits: 2n, misses: 0n, falseAlarms: 1n, canaryPoints: 15n };
    expect(event?.args).to.deep.equal(expected);
    const { hits, misses, falseAlarms, points, canaryPoints, pay, epoch } = await gate.curation.read.scoreOf([10]);
    expect([hits, misses, falseAlarms, points, canaryPoints, pay]).to.deep.equal([2, 0, 1, 0, 15, 0n]);
    expect((await gate.curation.read.epochPointsOf([epoch])).canaryPoints).to.equal(15n);
    await refused(lotId, 10, DEFECTS | 1n);
  });

  it("earns nothing for missing what there is", async () => {
    const lotId = await practiceOn({ 10: 0n });
    await score(lotId, 10, 0n);
    const { hits, misses, canaryPoints } = await gate.curation.read.scoreOf([10]);
    expect([hits, misses, canaryPoints]).to.deep.equal([0, 2, 0]);
  });

  it("lets all who practice share what one could earn", async () => {
    const lotId = await practiceOn({ 10: DEFECTS, 11: DEFECTS });
    expect(await gate.curation.read.practiceOf([lotId, 0])).to.equal(toHex(2n, { size: 32 }));
    const digest = keccak256(
      encodeAbiParameters([{ type: "uint256" }, { type: "uint256" }], [ALL_LANES ^ DEFECTS, DEFECTS]),
    );
    expect(await gate.curation.read.practiceOf([lotId, 10])).to.equal(digest);
    for (const index of [10, 11]) {
      await score(lotId, index, DEFECTS);
      expect((await gate.curation.read.scoreOf([index])).canaryPoints).to.equal(8);
    }
  });

  it("says nothing about lots that are none", async () => {
    const lot = await closedLot(gate, unanimous(9), { nonce: 9n, count: COUNT });
    await refused(lot.lotId, 10, DEFECTS);
  });
});
