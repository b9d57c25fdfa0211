import { expect } from "chai";
import { type Address, getAddress, parseEventLogs, zeroAddress } from "viem";
import { PRESET, type Wallet } from "../helpers/protocol.ts";
import { Random } from "../helpers/random.ts";
import type { Proposal } from "../helpers/governance.ts";
import { EthicsBoardModel } from "../models/ethicsBoard.ts";
import {
  actionsOf,
  assetOf,
  commitLot,
  DAY,
  type Ethics,
  EVIDENCE,
  GAS,
  hashOf,
  KIND,
  payloads,
  POWER,
  REASON,
  registerRecipe,
  reviewInput,
  type ReviewInput,
  setUpEthics,
  useMandates,
  vetoInput,
  wholeOf,
} from "./ethics.ts";
import { makeProposal } from "./governance.ts";

const STEPS = 400;
const MANDATES = [1n, 2n, 3n];

/** Whatever seats, chamber and votes may do, drawn at random; what is refused is refused. */
class Run {
  readonly #reviews: ReviewInput[] = [];
  readonly #proposals: Proposal[] = [];
  readonly people: Wallet[];

  constructor(
    private readonly ethics: Ethics,
    private readonly random: Random,
    private readonly recipeId: bigint,
    private readonly lotId: bigint,
  ) {
    this.people = [...ethics.seats, ...ethics.others];
  }

  /** The subjects of kinds that can be certified. */
  get subjects(): [number, bigint][] {
    return [
      [KIND.asset, assetOf(this.lotId, 3)],
      [KIND.asset, wholeOf(this.lotId)],
      [KIND.recipe, this.recipeId],
    ];
  }

  async step(): Promise<void> {
    const steps = [
      ...Array<() => Promise<unknown>>(4).fill(() => this.open()),
      ...Array<() => Promise<unknown>>(12).fill(() => this.vote()),
      ...Array<() => Promise<unknown>>(4).fill(() => this.enact()),
      ...Array<() => Promise<unknown>>(2).fill(() => this.wait()),
      () => this.propose(),
      () => this.stand(),
      () => this.elect(),
      () => this.leave(),
      () => this.rule(),
      () => this.vetoAsChamber(),
    ];
    await this.random.pick(steps)();
  }

  #person(): { account: Wallet["account"]; gas: bigint } {
    return { account: this.random.pick(this.people).account, gas: GAS };
  }

  #timelock(): { account: Address; gas: bigint } {
    return { account: this.ethics.clones.timelock, gas: GAS };
  }

  async propose(): Promise<void> {
    const target = this.random.pick(this.people).account.address;
    this.#proposals.push(await makeProposal(this.ethics, [{ target, value: this.random.big(1n, 1_000n) }]));
  }

  async open(): Promise<void> {
    const input = this.#input();
    await this.ethics.board.write.openReview([input], this.#person());
    this.#reviews.push(input);
  }

  async vote(): Promise<void> {
    // the newest reviews are those that are still open
    const reviewId = BigInt(Math.max(1, this.#reviews.length - this.random.integer(0, 3)));
    await this.ethics.board.write.voteOnReview([reviewId, this.random.chance(900_000), "because"], this.#person());
  }

  async enact(): Promise<void> {
    const index = Math.max(0, this.#reviews.length - 1 - this.random.integer(0, 3));
    const payload = this.#reviews[index]?.payload ?? "0x";
    await this.ethics.board.write.enactReview([BigInt(index + 1), payload], this.#person());
  }

  async wait(): Promise<void> {
    const days = this.random.chance(100_000) ? this.random.integer(1, 60) : 1;
    await this.ethics.protocol.connection.networkHelpers.time.increase(days * this.random.integer(60, DAY));
  }

  async stand(): Promise<void> {
    await this.ethics.board.write.stand([EVIDENCE], this.#person());
  }

  async elect(): Promise<void> {
    const holder = this.random.pick(this.people).account.address;
    await this.ethics.board.write.electSeat([this.random.integer(1, 9), holder], this.#timelock());
  }

  async leave(): Promise<void> {
    const seat = this.random.integer(1, 9);
    if (this.random.chance(300_000)) await this.ethics.board.write.removeSeat([seat, EVIDENCE], this.#timelock());
    else await this.ethics.board.write.resign([seat], this.#person());
  }

  async rule(): Promise<void> {
    const { board, protocol } = this.ethics;
    if (this.random.chance(500_000)) {
      await board.write.setVetoLimit([this.random.integer(1, 12)], this.#timelock());
      return;
    }
    const now = await protocol.connection.networkHelpers.time.latest();
    const someone = this.random.chance(800_000);
    const chamber = someone ? this.random.pick(this.people).account.address : zeroAddress;
    const until = someone ? now + this.random.integer(2, 200) * DAY : 0;
    await board.write.appointChamber([chamber, until], this.#timelock());
  }

  async vetoAsChamber(): Promise<void> {
    const [chamber] = await this.ethics.board.read.chamberOf();
    const proposals = this.#proposals.slice(-this.random.integer(1, 2)).map(actionsOf);
    await this.ethics.board.write.vetoAsChamber([proposals, REASON, EVIDENCE], { account: chamber, gas: GAS });
  }

  #input(): ReviewInput {
    const { random } = this;
    const duration = payloads.duration(random.integer(1, 14 * DAY));
    const power = random.pick([POWER.veto, POWER.veto, POWER.quarantine, POWER.pause, POWER.certify, POWER.lift]);
    if (power === POWER.veto) return vetoInput(this.#proposals.slice(-random.integer(1, 2)));
    const [kind, subject] = random.pick(this.subjects);
    if (power === POWER.pause) {
      return reviewInput({ kind: KIND.mandate, subject: random.pick(MANDATES), power, payload: duration });
    }
    if (power === POWER.quarantine) return reviewInput({ kind, subject, power, payload: duration });
    if (power === POWER.lift) return reviewInput({ kind, subject, power });
    return reviewInput({ kind, subject, payload: payloads.certificate(random.chance(500_000), hashOf("report")) });
  }
}

describe("governance/board.replay", () => {
  it("an outsider reconstructs every decision from the board's events", async function () {
    this.timeout(300_000);
    const ethics = await setUpEthics(5, { preset: PRESET.solo });
    const { board, protocol } = ethics;
    const recipeId = await registerRecipe(ethics);
    const lotId = await commitLot(ethics, recipeId);
    await useMandates(ethics);
    const run = new Run(ethics, new Random(20_261_120), BigInt(recipeId), lotId);
    await run.propose();
    let refusals = 0;
    for (let i = 0; i < STEPS; i++) await run.step().catch(() => (refusals += 1));
    expect(refusals).to.be.below(STEPS);

    const { publicClient } = protocol;
    const logs = await publicClient.getLogs({ address: board.address, fromBlock: 0n });
    const model = new EthicsBoardModel();
    const seen = new Map<string, number>();
    for (const log of parseEventLogs({ abi: board.abi, logs })) {
      const { timestamp } = await publicClient.getBlock({ blockNumber: log.blockNumber });
      model.apply({ eventName: log.eventName, args: log.args, timestamp: Number(timestamp) });
      seen.set(log.eventName, (seen.get(log.eventName) ?? 0) + 1);
    }
    const expected = ["FirstSeatsGranted", "SeatGranted", "SeatVacated", "CandidateStood", "ReviewOpened"];
    expected.push("ReviewVoted", "ReviewEnacted", "ProposalVetoed", "ChamberVetoed", "SubjectCertified");
    expected.push("VetoLimitSet", "ChamberAppointed");
    expect([...seen.keys()]).to.include.members(expected);

    const now = await protocol.connection.networkHelpers.time.latest();
    for (let seat = 1; seat <= 9; seat++) {
      expect(await board.read.seatOf([seat])).to.deep.equal(model.seatOf(seat));
    }
    for (const wallet of run.people) {
      const account = getAddress(wallet.account.address);
      expect(await board.read.candidateUntil([account])).to.equal(model.candidacies.get(account) ?? 0);
    }
    expect(await board.read.reviewCount()).to.equal(BigInt(model.reviews.length));
    for (const [i, review] of model.reviews.entries()) {
      const id = BigInt(i + 1);
      expect(await board.read.reviewOf([id])).to.deep.equal(review);
      const { supporters, live, needed } = model.tally(id, now);
      const votes = BigInt(supporters.toString(2).replaceAll("0", "").length);
      expect(await board.read.tallyOf([id])).to.deep.equal([votes, BigInt(needed), BigInt(live)]);
    }
    for (const [kind, subject] of run.subjects) {
      const certificate = model.certificates.get(`${kind}:${subject}`) ?? [0n, false, 0];
      expect(await board.read.certificationOf([kind, subject])).to.deep.equal(certificate);
    }
    for (const mandate of MANDATES) {
      expect(await board.read.nextPauseOf([mandate])).to.equal(model.pauses.get(mandate) ?? 0);
    }
    expect(await board.read.vetoLimit()).to.equal(model.vetoLimit);
    expect(await board.read.vetoesLeft()).to.deep.equal(model.vetoesLeft(now));
    expect(await board.read.chamberOf()).to.deep.equal(model.chamber);
  });
});
