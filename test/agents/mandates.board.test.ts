import { expect } from "chai";
import { BOND, ownPot } from "../governance/claims.ts";
import { decide, EVIDENCE, KIND, payloads, POWER, REASON, reviewInput } from "../governance/ethics.ts";
import { expectRefused } from "../helpers/refused.ts";
import { seatWallets } from "../helpers/protocol.ts";
import { ACTS, type ActingHouse, type ActName, openActingHouse } from "./acting.ts";
import { DAY, GAS, type MandatesError } from "./mandates.ts";

/** The real board of a house stops its real mandates. */
describe("agents/mandates.board", () => {
  let house: ActingHouse;
  let ethics: Parameters<typeof decide>[0];
  let subject: bigint;

  before(async () => {
    house = await openActingHouse();
    const { connection, protocol, clones } = house;
    const board = await connection.viem.getContractAt("IEthicsBoard", clones.board);
    ethics = { ...house, board, seats: seatWallets(protocol, 5) } as unknown as typeof ethics;
    subject = BigInt(house.mandateId);
  });
  beforeEach(() => house.restore());

  const time = () => house.connection.networkHelpers.time;
  const pausedUntil = async () => (await house.mandates.read.mandateOf([house.mandateId])).pausedUntil;
  const review = (power: number, payload: `0x${string}` = "0x") =>
    decide(ethics, reviewInput({ kind: KIND.mandate, subject, power, payload }));

  async function expectRefusedEverywhere(): Promise<void> {
    const until = await pausedUntil();
    const { mandates, mandateId, clones, usdc } = house;
    const { from, until: end } = await mandates.read.quotaOf([clones.curation, house.agent.account.address]);
    const others = [mandates.address, usdc.address, clones.curation, clones.reputation, clones.studio];
    for (const name of Object.keys(ACTS) as ActName[]) {
      const commits = name === "commit";
      const error: MandatesError = commits ? "AgentMandatesQuotaClosed" : "AgentMandatesPaused";
      const args = commits ? [mandateId, from, end] : [mandateId, until];
      await expectRefused(house.protocol, () => ACTS[name](house), { by: mandates, error, args, others });
    }
  }
  const expectActs = async () => {
    for (const act of Object.values(ACTS)) await act(house);
  };

  it("stops every act by a review of its seats, until it lifts that by another", async () => {
    await expectActs();
    await review(POWER.pause, payloads.duration(3 * DAY));
    expect(await pausedUntil()).to.equal((await time().latest()) + 3 * DAY);
    await expectRefusedEverywhere();
    await review(POWER.lift);
    await expectActs();
  });

  it("stops every act by its silence on a claim, until the mandate is over", async () => {
    const { board } = ethics;
    const { market, stranger, usdc, timelock, mandates, mandateId } = house;
    const { account } = stranger;
    const { splitter } = market.contracts;
    await board.write.setClaimTerms([usdc.address, BOND], { account: timelock });
    await usdc.write.mint([account.address, BOND]);
    await usdc.write.approve([splitter.address, BOND], { account });
    await splitter.write.fundPot([board.address, ownPot(account.address), usdc.address, BOND], { account });
    await board.write.file([KIND.mandate, subject, REASON, EVIDENCE], { account, gas: GAS });
    const { filedAt } = await board.read.claimOf([await board.read.claimCount()]);
    await time().setNextBlockTimestamp(filedAt + 14 * DAY - 1);
    await expectActs();
    await board.write.lapse([await board.read.claimCount()], { account, gas: GAS });
    expect(await pausedUntil()).to.equal((await mandates.read.mandateOf([mandateId])).validUntil);
    await expectRefusedEverywhere();
  });
});
