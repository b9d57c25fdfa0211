import type { Hash } from "viem";
import { expect } from "chai";
import { STATE } from "../helpers/governance.ts";
import type { Wallet } from "../helpers/protocol.ts";
import {
  enact,
  type Ethics,
  expectBoardRefuses,
  expectState,
  hashOf,
  KIND,
  openReview,
  payloads,
  registerRecipe,
  reviewInput,
  type ReviewInput,
  setUpEthics,
  vetoInput,
  voteOn,
  withBoard,
} from "./ethics.ts";
import { makeProposal } from "./governance.ts";

describe("governance/board.majorities", () => {
  let all: Ethics;
  let input: ReviewInput;

  before(async () => {
    all = await setUpEthics(9);
    const subject = BigInt(await registerRecipe(all));
    input = reviewInput({ kind: KIND.recipe, subject, payload: payloads.certificate(true, hashOf("report")) });
    const snapshot = await all.protocol.connection.networkHelpers.takeSnapshot();
    all = { ...all, rewind: () => snapshot.restore() };
  });
  afterEach(() => all.rewind());

  const NEEDED: [number, number, number][] = [
    [3, 2, 2],
    [4, 3, 3],
    [5, 3, 4],
    [6, 4, 4],
    [7, 4, 5],
    [8, 5, 6],
    [9, 5, 6],
  ];
  for (const [n, plain, grave] of NEEDED) {
    it(`${plain} of ${n} live seats, and ${grave} to veto`, async () => {
      const ethics = await withBoard(all, all.seats.slice(0, n), 10 + n);
      const { seats } = ethics;
      const check = async (asked: ReviewInput, needed: number): Promise<Hash> => {
        const id = await openReview(ethics, asked, seats[0] as Wallet);
        await voteOn(ethics, id, seats.slice(1, needed - 1));
        const args = [id, BigInt(needed - 1), BigInt(needed)];
        await expectBoardRefuses(ethics, () => enact(ethics, id, asked.payload), "EthicsBoardTooFewVotes", args);
        await voteOn(ethics, id, seats.slice(needed - 1, needed));
        expect(await ethics.board.read.tallyOf([id])).to.deep.equal([BigInt(needed), BigInt(needed), BigInt(n)]);
        return enact(ethics, id, asked.payload);
      };
      await check(input, plain);
      const proposal = await makeProposal(ethics, [{ target: ethics.clones.timelock, value: 1n }]);
      await check(vetoInput([proposal]), grave);
      await expectState(ethics, proposal, STATE.canceled);
    });
  }
});
