import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, type Hash } from "viem";
import { type Action, callArgs, type Proposal, proposalOf, STATE } from "../helpers/governance.ts";
import type { Wallet } from "../helpers/protocol.ts";
import {
  boardCall,
  boardEvents,
  DAY,
  decide,
  enact,
  type Ethics,
  EVIDENCE,
  expectBoardRefuses,
  expectState,
  GAS,
  makeBoard,
  openReview,
  payloads,
  POWER,
  REASON,
  setUpEthics,
  timeOf,
  vetoInput,
  voteOn,
} from "./ethics.ts";
import { makeProposal, makeReady, passActions } from "./governance.ts";

describe("governance/board.veto", () => {
  let ethics: Ethics;
  let timelock: Address;
  let harm: Action;

  before(async () => {
    ethics = await setUpEthics();
    timelock = ethics.clones.timelock;
    harm = { target: (ethics.others[0] as Wallet).account.address, value: 1n };
  });
  afterEach(() => ethics.rewind());

  const refused = (...args: Parameters<typeof expectBoardRefuses> extends [unknown, ...infer Rest] ? Rest : never) =>
    expectBoardRefuses(ethics, ...args);
  const time = () => ethics.protocol.connection.networkHelpers.time;
  const veto = (proposals: Proposal[]) => decide(ethics, vetoInput(proposals));
  const propose = (actions: Action[] = [harm]) => makeProposal(ethics, actions);
  const left = async () => (await ethics.board.read.vetoesLeft())[0];
  const setBoard = (board: Address): Action => ({
    target: ethics.studio.address,
    data: encodeFunctionData({ abi: ethics.studio.abi, functionName: "setBoard", args: [board] }),
  });
  const setLimit = (limit: number, account = timelock) =>
    ethics.board.write.setVetoLimit([limit], { account, gas: GAS });
  /** A review of a veto that every seat supports. */
  const supported = async (proposals: Proposal[]): Promise<() => Promise<Hash>> => {
    const input = vetoInput(proposals);
    const reviewId = await openReview(ethics, input, ethics.seats[0] as Wallet);
    await voteOn(ethics, reviewId, ethics.seats.slice(1));
    return () => enact(ethics, reviewId, input.payload);
  };

  it("cancels a proposal at any time before it is executed", async () => {
    const { governor, protocol } = ethics;
    const states: [number, (proposal: Proposal) => Promise<unknown>][] = [
      [STATE.pending, () => Promise.resolve()],
      [STATE.active, async ({ id }) => time().increaseTo((await governor.read.proposalSnapshot([id])) + 1n)],
      [STATE.queued, (proposal) => makeReady(ethics, proposal)],
    ];
    for (const [i, [state, reach]] of states.entries()) {
      const proposal = await propose([{ ...harm, value: BigInt(i + 1) }]);
      await reach(proposal);
      await expectState(ethics, proposal, state);
      const enactIt = await supported([proposal]);
      await expectState(ethics, proposal, state);
      const hash = await enactIt();
      const reviewId = await ethics.board.read.reviewCount();
      const vetoed = (await boardEvents(ethics, hash)).filter(({ eventName }) => eventName === "ProposalVetoed");
      const args = { proposalId: proposal.id, reviewId, reasonCode: REASON, evidence: EVIDENCE };
      expect(vetoed).to.deep.equal([{ eventName: "ProposalVetoed", args }]);
      await expectState(ethics, proposal, STATE.canceled);
      const execute = ethics.governor.write.execute(callArgs(proposal));
      await protocol.connection.viem.assertions.revertWithCustomError(
        execute,
        governor,
        "GovernorUnexpectedProposalState",
      );
    }
  });

  it("is the only way in which the board cancels: no seat and no stranger can", async () => {
    const proposal = await propose();
    const { governor, seats, stranger, protocol } = ethics;
    for (const { account } of [seats[0] as Wallet, stranger]) {
      const call = governor.write.cancel(callArgs(proposal), { account, gas: GAS });
      await protocol.connection.viem.assertions.revertWithCustomError(call, governor, "GovernorUnableToCancel");
    }
  });

  it("leaves a proposal that comes back alone: it is immune", async () => {
    await veto([await propose()]);
    const again = await propose();
    expect(await ethics.governor.read.isOverride([again.id])).to.equal(true);
    const enactIt = await supported([again]);
    const before = await left();
    await ethics.protocol.connection.viem.assertions.revertWithCustomError(
      enactIt(),
      ethics.governor,
      "StudioGovernorVetoImmune",
    );
    await expectState(ethics, again, STATE.pending);
    expect(await left()).to.equal(before);
  });

  describe("several at once", () => {
    it("are at most 16", async () => {
      const proposals = Array.from({ length: 17 }, (_, i) => proposalOf([harm], `# ${i}`));
      const [opener] = ethics.seats as [Wallet];
      const first = await propose();
      const open = (count: number) => () =>
        ethics.board.write.openReview([vetoInput([first, ...proposals.slice(0, count - 1)])], {
          account: opener.account,
          gas: GAS,
        });
      await refused(open(17), "EthicsBoardInvalidReview", [POWER.veto]);
      await open(16)();
    });

    it("count once", async () => {
      const proposals = [await propose(), await propose(), await propose()];
      const hash = await veto(proposals);
      const names = (await boardEvents(ethics, hash)).map(({ eventName }) => eventName);
      expect(names).to.deep.equal(["ReviewEnacted", ...proposals.map(() => "ProposalVetoed")]);
      for (const proposal of proposals) await expectState(ethics, proposal, STATE.canceled);
      expect(await left()).to.equal(3n);
    });

    it("do not depend on each other: who cancels one of them saves none", async () => {
      const [mine, other] = [await propose(), await propose()] as [Proposal, Proposal];
      const enactIt = await supported([mine, other]);
      await ethics.governor.write.cancel(callArgs(mine));
      const hash = await enactIt();
      const vetoed = (await boardEvents(ethics, hash)).flatMap(({ eventName, args }) =>
        eventName === "ProposalVetoed" ? [args] : [],
      );
      expect(vetoed).to.have.length(1);
      expect(vetoed[0]).to.deep.include({ proposalId: other.id });
      await expectState(ethics, other, STATE.canceled);
    });

    it("are no veto if all of them are over", async () => {
      const [canceled, defeated] = [await propose(), await propose()] as [Proposal, Proposal];
      await ethics.governor.write.cancel(callArgs(canceled));
      await time().increaseTo((await ethics.governor.read.proposalDeadline([defeated.id])) + 1n);
      await expectState(ethics, defeated, STATE.defeated);
      await refused(await supported([canceled, defeated]), "EthicsBoardInvalidReview", [POWER.veto]);
      expect(await left()).to.equal(4n);
    });
  });

  describe("never meets", () => {
    /** Neither opened, nor smuggled in beside another. */
    const exempt = async (actions: Action[]) => {
      const { account } = ethics.seats[0] as Wallet;
      const [proposal, other] = [await propose(actions), await propose()] as [Proposal, Proposal];
      for (const proposals of [[proposal], [other, proposal], [proposal, other]]) {
        const call = () => ethics.board.write.openReview([vetoInput(proposals)], { account, gas: GAS });
        await refused(call, "EthicsBoardExemptProposal", [proposal.id]);
      }
    };

    it("an election, a removal or another rule of the board", async () => {
      const { board, others, seats } = ethics;
      await exempt([boardCall(ethics, "electSeat", [6, (others[0] as Wallet).account.address])]);
      await exempt([boardCall(ethics, "removeSeat", [1, EVIDENCE])]);
      await exempt([boardCall(ethics, "setVetoLimit", [1])]);
      await exempt([
        boardCall(ethics, "removeSeat", [1, EVIDENCE]),
        boardCall(ethics, "removeSeat", [2, EVIDENCE]),
        boardCall(ethics, "electSeat", [1, (seats[1] as Wallet).account.address]),
      ]);
      expect(await board.read.reviewCount()).to.equal(0n);
    });

    it("its own replacement, alone or with rules of the old board", async () => {
      const successor = await makeBoard(ethics.protocol, ethics.clones, ethics.others.slice(0, 5));
      await exempt([setBoard(successor.address)]);
      await exempt([setBoard("0x0000000000000000000000000000000000000000")]);
      await exempt([setBoard(successor.address), boardCall(ethics, "removeSeat", [1, EVIDENCE])]);

      await passActions(ethics, [setBoard(successor.address)]);
      expect(await ethics.studio.read.moduleOf([4])).to.equal(getAddress(successor.address));
      // the old board is nobody's guardian any more
      const proposal = await propose();
      const enactIt = await supported([proposal]);
      await ethics.protocol.connection.viem.assertions.revertWithCustomErrorWithArgs(
        enactIt(),
        ethics.board,
        "EthicsBoardReplaced",
        [getAddress(successor.address)],
      );
      const now = { ...ethics, board: successor, seats: ethics.others.slice(0, 5) };
      await decide(now, vetoInput([proposal]));
      await expectState(ethics, proposal, STATE.canceled);
    });

    it("but does meet one that does something else beside it", async () => {
      const { studio, board, others } = ethics;
      const charter = encodeFunctionData({ abi: studio.abi, functionName: "setCharter", args: [EVIDENCE] });
      const mixtures: Action[][] = [
        [setBoard(board.address), harm],
        [harm, boardCall(ethics, "electSeat", [6, (others[0] as Wallet).account.address])],
        [boardCall(ethics, "removeSeat", [1, EVIDENCE]), { target: studio.address, data: charter }],
        [{ target: studio.address, data: charter }],
      ];
      await setLimit(12);
      for (const actions of mixtures) {
        const proposal = await propose(actions);
        await veto([proposal]);
        await expectState(ethics, proposal, STATE.canceled);
      }
    });
  });

  describe("limit", () => {
    it("is set by the timelock, from 1 to 12", async () => {
      for (const account of [ethics.seats[0], ethics.stranger].map((wallet) => (wallet as Wallet).account.address)) {
        await refused(() => setLimit(5, account), "EthicsBoardUnauthorized", [getAddress(account)]);
      }
      for (const limit of [0, 13, 255]) {
        await refused(() => setLimit(limit), "EthicsBoardInvalidVetoLimit", [limit, 1, 12]);
      }
      expect(await ethics.board.read.vetoLimit()).to.equal(4);
      for (const [oldLimit, newLimit] of [
        [4, 12],
        [12, 1],
      ] as const) {
        const hash = await setLimit(newLimit);
        expect(await boardEvents(ethics, hash)).to.deep.equal([
          { eventName: "VetoLimitSet", args: { oldLimit, newLimit } },
        ]);
        expect(await ethics.board.read.vetoLimit()).to.equal(newLimit);
        expect(await ethics.board.read.vetoesLeft()).to.deep.equal([BigInt(newLimit), BigInt(newLimit)]);
      }
    });

    it("is four in any 90 days until it is set, to the second", async () => {
      const times: number[] = [];
      for (let i = 0; i < 4; i++) {
        times.push(await timeOf(ethics, await veto([await propose()])));
        expect(await left()).to.equal(BigInt(3 - i));
        harm = { ...harm, value: BigInt(i + 2) };
        await time().increase(DAY);
      }
      await time().increaseTo((times[0] as number) + 90 * DAY - 3_600);
      const enactIt = await supported([await propose()]);
      await time().setNextBlockTimestamp((times[0] as number) + 90 * DAY - 1);
      await refused(enactIt, "EthicsBoardVetoLimit", [4n, 4n]);
      // the refused call took the second before
      await enactIt();
      expect(await left()).to.equal(0n);
      await time().increaseTo((times[1] as number) + 90 * DAY);
      expect(await left()).to.equal(1n);
    });

    it("counts vetoes of before when it falls", async () => {
      for (let i = 0; i < 2; i++) {
        harm = { ...harm, value: BigInt(i + 20) };
        await veto([await propose()]);
      }
      await setLimit(1);
      expect(await left()).to.equal(0n);
      harm = { ...harm, value: 30n };
      await refused(await supported([await propose()]), "EthicsBoardVetoLimit", [2n, 1n]);
      await setLimit(3);
      expect(await left()).to.equal(1n);
    });
  });

  it("needs seats that are live when it is enacted", async () => {
    const proposal = await propose();
    await time().increaseTo((await ethics.board.read.seatOf([1])).termEnd - 60);
    const again = await propose([{ ...harm, value: 9n }]);
    const enactIt = await supported([again]);
    await time().increase(60);
    expect(await ethics.board.read.liveSeats()).to.equal(2n);
    await refused(enactIt, "EthicsBoardTooFewSeats", [2n, 3n]);
    await expectState(ethics, proposal, STATE.defeated);
  });

  it("is asked for with the actions themselves, which the id is the hash of", async () => {
    const [proposal, other] = [await propose(), await propose()] as [Proposal, Proposal];
    const { account } = ethics.seats[0] as Wallet;
    const wrong = vetoInput([other], { subject: proposal.id });
    const call = () => ethics.board.write.openReview([wrong], { account, gas: GAS });
    await refused(call, "EthicsBoardInvalidSubject", [0, proposal.id]);
    const foreign = proposalOf([harm], "# Not proposed");
    const both = payloads.proposals([proposal, foreign]);
    const reviewId = await openReview(ethics, vetoInput([proposal], { payload: both }), ethics.seats[0] as Wallet);
    await voteOn(ethics, reviewId, ethics.seats.slice(1));
    await ethics.protocol.connection.viem.assertions.revertWithCustomError(
      enact(ethics, reviewId, both),
      ethics.governor,
      "GovernorNonexistentProposal",
    );
    await expectState(ethics, proposal, STATE.pending);
  });
});
