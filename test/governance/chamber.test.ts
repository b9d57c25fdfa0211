import { expect } from "chai";
import { type Address, getAddress, zeroAddress, zeroHash } from "viem";
import { type Action, type Proposal, STATE } from "../helpers/governance.ts";
import type { Wallet } from "../helpers/protocol.ts";
import {
  actionsOf,
  boardCall,
  boardEvents,
  DAY,
  type Ethics,
  EVIDENCE,
  expectBoardRefuses,
  expectState,
  GAS,
  POWER,
  REASON,
  setUpEthics,
  vetoInput,
} from "./ethics.ts";
import { makeProposal, passActions } from "./governance.ts";

const YEAR = 365 * DAY;

describe("governance/chamber", () => {
  let ethics: Ethics;
  let timelock: Address;
  let chamber: Address;
  let harm: Action;

  before(async () => {
    ethics = await setUpEthics();
    timelock = ethics.clones.timelock;
    chamber = getAddress((ethics.others[0] as Wallet).account.address);
    harm = { target: (ethics.others[1] as Wallet).account.address, value: 1n };
  });
  afterEach(() => ethics.rewind());

  const refused = (...args: Parameters<typeof expectBoardRefuses> extends [unknown, ...infer Rest] ? Rest : never) =>
    expectBoardRefuses(ethics, ...args);
  const time = () => ethics.protocol.connection.networkHelpers.time;
  const appoint = (who: Address, until: number, account = timelock) =>
    ethics.board.write.appointChamber([who, until], { account, gas: GAS });
  const inDays = async (days: number) => (await time().latest()) + days * DAY;
  const propose = (actions: Action[] = [harm]) => makeProposal(ethics, actions);
  const veto = (proposals: Proposal[], { account = chamber, reason = REASON, evidence = EVIDENCE } = {}) =>
    ethics.board.write.vetoAsChamber([proposals.map(actionsOf), reason, evidence], { account, gas: GAS });

  describe("is appointed", () => {
    it("by the timelock", async () => {
      const until = await inDays(30);
      for (const account of [chamber, (ethics.seats[0] as Wallet).account.address]) {
        await refused(() => appoint(chamber, until, account), "EthicsBoardUnauthorized", [getAddress(account)]);
      }
    });

    it("for a year at most, and not for the past", async () => {
      const next = (await time().latest()) + 10;
      for (const until of [0, next, next + YEAR + 1]) {
        await time().setNextBlockTimestamp(next);
        await refused(() => appoint(chamber, until), "EthicsBoardInvalidChamber", [chamber, until, next + YEAR]);
        await ethics.rewind();
      }
      await time().setNextBlockTimestamp(next);
      const nobody = () => appoint(zeroAddress, next + 1);
      await refused(nobody, "EthicsBoardInvalidChamber", [zeroAddress, next + 1, next + YEAR]);
    });

    it("in place of another one, or of nobody", async () => {
      const [until, later] = [await inDays(30), await inDays(60)];
      const other = getAddress((ethics.others[2] as Wallet).account.address);
      const appointed = async (who: Address, end: number, old: Address) => {
        const hash = await appoint(who, end);
        expect(await boardEvents(ethics, hash)).to.deep.equal([
          { eventName: "ChamberAppointed", args: { oldChamber: old, chamber: who, until: end } },
        ]);
        expect(await ethics.board.read.chamberOf()).to.deep.equal([who, end]);
      };
      await appointed(chamber, until, zeroAddress);
      await appointed(other, later, chamber);
      await appointed(zeroAddress, 0, other);
      await appointed(chamber, until, zeroAddress);
      await time().increaseTo(until);
      await appointed(other, later, zeroAddress);
    });
  });

  describe("vetoes", () => {
    let until: number;
    beforeEach(async () => {
      until = await inDays(300);
      await appoint(chamber, until);
    });

    it("only while it is the chamber", async () => {
      const proposal = await propose();
      for (const wallet of [ethics.stranger, ethics.seats[0] as Wallet, ethics.founders[0] as Wallet]) {
        const account = wallet.account.address;
        await refused(() => veto([proposal], { account }), "EthicsBoardUnauthorized", [getAddress(account)]);
      }
      await appoint((ethics.others[2] as Wallet).account.address, until);
      await refused(() => veto([proposal]), "EthicsBoardUnauthorized", [chamber]);
    });

    it("with a reason and with evidence", async () => {
      const proposal = await propose();
      const invalid = ["EthicsBoardInvalidReview", [POWER.veto]] as const;
      await refused(() => veto([proposal], { reason: zeroHash }), ...invalid);
      await refused(() => veto([proposal], { evidence: zeroHash }), ...invalid);
      await refused(() => veto([]), ...invalid);
    });

    it("and then the proposal is canceled, and may come back as an override", async () => {
      const proposal = await propose();
      const hash = await veto([proposal]);
      expect(await boardEvents(ethics, hash)).to.deep.equal([
        { eventName: "ChamberVetoed", args: { chamber, reasonCode: REASON, evidence: EVIDENCE } },
        {
          eventName: "ProposalVetoed",
          args: { proposalId: proposal.id, reviewId: 0n, reasonCode: REASON, evidence: EVIDENCE },
        },
      ]);
      await expectState(ethics, proposal, STATE.canceled);
      const again = await propose();
      expect(await ethics.governor.read.isOverride([again.id])).to.equal(true);
      await ethics.protocol.connection.viem.assertions.revertWithCustomError(
        veto([again]),
        ethics.governor,
        "StudioGovernorVetoImmune",
      );
    });

    it("as often as the board may, without using up what the board may", async () => {
      await ethics.board.write.setVetoLimit([2], { account: timelock });
      for (const value of [1n, 2n]) await veto([await propose([{ ...harm, value }])]);
      expect(await ethics.board.read.vetoesLeft()).to.deep.equal([2n, 0n]);
      const proposal = await propose([{ ...harm, value: 3n }]);
      await refused(() => veto([proposal]), "EthicsBoardVetoLimit", [2n, 2n]);
      // another chamber has not more
      const account = (ethics.others[2] as Wallet).account.address;
      await appoint(account, until);
      await refused(() => veto([proposal], { account }), "EthicsBoardVetoLimit", [2n, 2n]);
      await time().increase(90 * DAY);
      expect(await ethics.board.read.vetoesLeft()).to.deep.equal([2n, 2n]);
    });

    it("neither its own removal nor what else rules the board", async () => {
      const exempt: Action[][] = [
        [boardCall(ethics, "appointChamber", [zeroAddress, 0])],
        [boardCall(ethics, "electSeat", [6, (ethics.others[2] as Wallet).account.address])],
        [boardCall(ethics, "setVetoLimit", [1]), boardCall(ethics, "appointChamber", [zeroAddress, 0])],
      ];
      for (const actions of exempt) {
        const proposal = await propose(actions);
        const other = await propose();
        await refused(() => veto([other, proposal]), "EthicsBoardExemptProposal", [proposal.id]);
      }
    });

    it("nothing any more once a vote removed it: its removal passes", async () => {
      await passActions(ethics, [boardCall(ethics, "appointChamber", [zeroAddress, 0])]);
      expect(await ethics.board.read.chamberOf()).to.deep.equal([zeroAddress, 0]);
      const proposal = await propose();
      await refused(() => veto([proposal]), "EthicsBoardUnauthorized", [chamber]);
    });

    it("nothing any more once its time is over, to the second", async () => {
      await time().increaseTo(until - DAY);
      const [first, second] = [await propose(), await propose([{ ...harm, value: 2n }])] as [Proposal, Proposal];
      await time().setNextBlockTimestamp(until - 1);
      await veto([first]);
      await refused(() => veto([second]), "EthicsBoardUnauthorized", [chamber]);
      expect(await ethics.board.read.chamberOf()).to.deep.equal([chamber, until]);
    });

    it("and opens no reviews: it has no seat", async () => {
      const input = vetoInput([await propose()]);
      const open = () => ethics.board.write.openReview([input], { account: chamber, gas: GAS });
      await refused(open, "EthicsBoardUnauthorized", [chamber]);
    });
  });
});
