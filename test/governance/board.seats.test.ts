import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, parseEther, zeroAddress, zeroHash } from "viem";
import type { Wallet } from "../helpers/protocol.ts";
import {
  addressesOf,
  boardCall,
  boardEvents,
  DAY,
  elect,
  type Ethics,
  EVIDENCE,
  expectBoardRefuses,
  makeBoard,
  setUpEthics,
  timeOf,
} from "./ethics.ts";
import { passActions } from "./governance.ts";

const YEAR = 365 * DAY;
const HALF = 182 * DAY;

describe("governance/board.seats", () => {
  let ethics: Ethics;
  let seats: Wallet[];
  let others: Wallet[];
  let timelock: Address;

  before(async () => {
    ethics = await setUpEthics();
    ({
      seats,
      others,
      clones: { timelock },
    } = ethics);
  });
  afterEach(() => ethics.rewind());

  const time = () => ethics.protocol.connection.networkHelpers.time;
  const addressOf = (wallet: Wallet | undefined): Address => getAddress((wallet as Wallet).account.address);
  const seatOf = (seat: number) => ethics.board.read.seatOf([seat]);
  const refused = (...args: Parameters<typeof expectBoardRefuses> extends [unknown, ...infer Rest] ? Rest : never) =>
    expectBoardRefuses(ethics, ...args);
  const nobody = { holder: zeroAddress, since: 0, termEnd: 0 };

  describe("first holders", () => {
    const factory = () => ethics.protocol.addressOf("StudioFactory");
    const initialize = (holders: Address[], account: Address = factory()) =>
      ethics.board.write.initialize([holders], { account, gas: 5_000_000n });

    it("are for StudioFactory to seat", async () => {
      for (const account of [timelock, addressOf(seats[0]), addressOf(ethics.stranger)]) {
        await refused(() => initialize([account], account), "EthicsBoardUnauthorized", [account]);
      }
    });

    it("are at most nine, neither zero nor the same twice", async () => {
      const empty = await makeBoard(ethics.protocol, ethics.clones, [], 2);
      expect(await empty.read.liveSeats()).to.equal(0n);
      const own = ethics.board;
      ethics = { ...ethics, board: empty };
      const ten = addressesOf(ethics.protocol.wallets.slice(0, 10));
      await refused(() => initialize(ten), "EthicsBoardInvalidSeat", [10, 9]);
      const [first, second] = ten as [Address, Address];
      await refused(() => initialize([first, zeroAddress]), "EthicsBoardInvalidHolder", [zeroAddress]);
      await refused(() => initialize([first, second, first]), "EthicsBoardInvalidHolder", [getAddress(first)]);
      await initialize(ten.slice(0, 9));
      expect(await empty.read.liveSeats()).to.equal(9n);
      ethics = { ...ethics, board: own };
    });

    it("sit for half a year where the seat is odd and for a year where it is even", async () => {
      const [granted] = await ethics.board.getEvents.FirstSeatsGranted({ fromBlock: 0n });
      const { blockNumber = 0n, args = {} } = granted ?? {};
      const start = Number((await ethics.protocol.publicClient.getBlock({ blockNumber })).timestamp);
      const holders = addressesOf(seats).map((holder) => getAddress(holder));
      expect(args).to.deep.equal({ holders, oddTermEnd: start + HALF, evenTermEnd: start + YEAR });
      for (const [i, wallet] of seats.entries()) {
        const termEnd = start + (i % 2 === 0 ? HALF : YEAR);
        expect(await seatOf(i + 1)).to.deep.equal({ holder: addressOf(wallet), since: start, termEnd });
        expect(await ethics.board.read.seatHeldBy([addressOf(wallet)])).to.equal(i + 1);
      }
      expect(await ethics.board.read.liveSeats()).to.equal(5n);
      expect(await seatOf(6)).to.deep.equal(nobody);
    });

    it("leave by themselves when their term is over, to the second", async () => {
      const { termEnd } = await seatOf(1);
      await time().increaseTo(termEnd - 1);
      expect(await ethics.board.read.liveSeats()).to.equal(5n);
      await time().increaseTo(termEnd);
      expect(await ethics.board.read.liveSeats()).to.equal(2n);
      expect(await ethics.board.read.seatHeldBy([addressOf(seats[0])])).to.equal(0);
      expect(await ethics.board.read.seatHeldBy([addressOf(seats[1])])).to.equal(2);
      await time().increaseTo((await seatOf(2)).termEnd);
      expect(await ethics.board.read.liveSeats()).to.equal(0n);
    });

    it("cost at most 25,000 gas each", async () => {
      const gas = async (count: number): Promise<number> => {
        const board = await makeBoard(ethics.protocol, ethics.clones, [], 10 + count);
        const holders = addressesOf(ethics.protocol.wallets.slice(0, count));
        const hash = await board.write.initialize([holders], { account: factory() });
        return Number((await ethics.protocol.publicClient.getTransactionReceipt({ hash })).gasUsed);
      };
      const none = await gas(0);
      for (const count of [5, 7, 9]) expect((await gas(count)) - none).to.be.at.most(count * 25_000);
    });
  });

  describe("candidates", () => {
    it("say who they are", async () => {
      const { account } = others[0] as Wallet;
      const error = "EthicsBoardEmptyStatement";
      await refused(() => ethics.board.write.stand([zeroHash], { account }), error, [getAddress(account.address)]);
    });

    it("are ready for 90 days from their last word on", async () => {
      const candidate = others[0] as Wallet;
      expect(await ethics.board.read.candidateUntil([addressOf(candidate)])).to.equal(0);
      for (const statement of [EVIDENCE, `0x${"ab".repeat(32)}`] as const) {
        const hash = await ethics.board.write.stand([statement], { account: candidate.account });
        expect(await boardEvents(ethics, hash)).to.deep.equal([
          { eventName: "CandidateStood", args: { candidate: addressOf(candidate), statement } },
        ]);
        const until = (await timeOf(ethics, hash)) + 90 * DAY;
        expect(await ethics.board.read.candidateUntil([addressOf(candidate)])).to.equal(until);
        await time().increase(DAY);
      }
    });
  });

  describe("an election", () => {
    const electSeat = (seat: number, holder: Address, account = timelock) =>
      ethics.board.write.electSeat([seat, holder], { account, gas: 1_000_000n });
    const stand = (wallet: Wallet) => ethics.board.write.stand([EVIDENCE], { account: wallet.account });

    it("is the timelock's", async () => {
      const candidate = others[0] as Wallet;
      await stand(candidate);
      for (const account of [addressOf(candidate), addressOf(seats[0]), ethics.clones.governor]) {
        if (account === ethics.clones.governor) {
          await ethics.protocol.connection.networkHelpers.impersonateAccount(account);
          await ethics.protocol.connection.networkHelpers.setBalance(account, parseEther("1"));
        }
        const error = "EthicsBoardUnauthorized";
        await refused(() => electSeat(1, addressOf(candidate), account), error, [getAddress(account)]);
      }
    });

    it("is about seats 1 to 9", async () => {
      await stand(others[0] as Wallet);
      for (const seat of [0, 10, 255]) {
        await refused(() => electSeat(seat, addressOf(others[0])), "EthicsBoardInvalidSeat", [seat, 9]);
      }
    });

    it("is of somebody who stood in the last 90 days and holds no other seat", async () => {
      const refusedOf = (seat: number, holder: Address) =>
        refused(() => electSeat(seat, holder), "EthicsBoardInvalidHolder", [holder]);
      await refusedOf(6, zeroAddress);
      await refusedOf(6, addressOf(others[0]));

      await stand(seats[1] as Wallet);
      await refusedOf(6, addressOf(seats[1]));
      await refusedOf(1, addressOf(seats[1]));

      await stand(others[0] as Wallet);
      await time().setNextBlockTimestamp(await ethics.board.read.candidateUntil([addressOf(others[0])]));
      await refusedOf(6, addressOf(others[0]));
    });

    it("gives an empty seat for a year, and uses the candidacy up", async () => {
      const candidate = others[0] as Wallet;
      await stand(candidate);
      const hash = await electSeat(9, addressOf(candidate));
      const since = await timeOf(ethics, hash);
      const holder = addressOf(candidate);
      expect(await boardEvents(ethics, hash)).to.deep.equal([
        { eventName: "SeatGranted", args: { seat: 9, holder, termEnd: since + YEAR } },
      ]);
      expect(await seatOf(9)).to.deep.equal({ holder, since, termEnd: since + YEAR });
      expect(await ethics.board.read.candidateUntil([holder])).to.equal(0);
      expect(await ethics.board.read.liveSeats()).to.equal(6n);

      await ethics.board.write.removeSeat([9, EVIDENCE], { account: timelock });
      await refused(() => electSeat(9, holder), "EthicsBoardInvalidHolder", [holder]);
    });

    it("takes a seat from whom it had, whose term does not count any more", async () => {
      await stand(others[0] as Wallet);
      const hash = await electSeat(2, addressOf(others[0]));
      const termEnd = (await timeOf(ethics, hash)) + YEAR;
      expect(await boardEvents(ethics, hash)).to.deep.equal([
        { eventName: "SeatVacated", args: { seat: 2, holder: addressOf(seats[1]), evidence: zeroHash } },
        { eventName: "SeatGranted", args: { seat: 2, holder: addressOf(others[0]), termEnd } },
      ]);
      expect(await ethics.board.read.seatHeldBy([addressOf(seats[1])])).to.equal(0);
      expect(await ethics.board.read.liveSeats()).to.equal(5n);
    });

    it("lets a holder go on without a candidacy and without a break", async () => {
      const before = await seatOf(1);
      await time().increaseTo(before.termEnd - 2);
      const hash = await electSeat(1, addressOf(seats[0]));
      const termEnd = (await timeOf(ethics, hash)) + YEAR;
      expect(await boardEvents(ethics, hash)).to.deep.equal([
        { eventName: "SeatGranted", args: { seat: 1, holder: addressOf(seats[0]), termEnd } },
      ]);
      expect(await seatOf(1)).to.deep.equal({ ...before, termEnd });
    });

    it("of somebody whose term was over is of a newcomer, in this or another seat", async () => {
      await time().increaseTo((await seatOf(1)).termEnd);
      const holder = addressOf(seats[0]);
      await refused(() => electSeat(1, holder), "EthicsBoardInvalidHolder", [holder]);
      await stand(seats[0] as Wallet);
      const hash = await electSeat(7, holder);
      expect((await boardEvents(ethics, hash)).map(({ eventName }) => eventName)).to.deep.equal(["SeatGranted"]);
      expect((await seatOf(7)).since).to.equal(await timeOf(ethics, hash));
      // the seat that it once held does not come back to life
      expect(await ethics.board.read.seatHeldBy([holder])).to.equal(7);
      await refused(() => electSeat(1, holder), "EthicsBoardInvalidHolder", [holder]);
      // who follows in a seat whose term is over takes it from nobody
      await stand(others[0] as Wallet);
      const next = await electSeat(1, addressOf(others[0]));
      expect((await boardEvents(ethics, next)).map(({ eventName }) => eventName)).to.deep.equal(["SeatGranted"]);
    });

    it("is won in a vote of the studio", async () => {
      const candidate = others[0] as Wallet;
      await stand(candidate);
      await passActions(ethics, [boardCall(ethics, "electSeat", [6, addressOf(candidate)])]);
      expect(await ethics.board.read.seatHeldBy([addressOf(candidate)])).to.equal(6);
    });
  });

  describe("a removal", () => {
    const remove = (seat: number, account = timelock) =>
      ethics.board.write.removeSeat([seat, EVIDENCE], { account, gas: 1_000_000n });

    it("is the timelock's, of seats 1 to 9", async () => {
      for (const account of [addressOf(seats[0]), addressOf(ethics.stranger)]) {
        await refused(() => remove(1, account), "EthicsBoardUnauthorized", [account]);
      }
      for (const seat of [0, 10]) await refused(() => remove(seat), "EthicsBoardInvalidSeat", [seat, 9]);
    });

    it("empties the seat at once, with its evidence", async () => {
      const hash = await remove(3);
      expect(await boardEvents(ethics, hash)).to.deep.equal([
        { eventName: "SeatVacated", args: { seat: 3, holder: addressOf(seats[2]), evidence: EVIDENCE } },
      ]);
      expect(await seatOf(3)).to.deep.equal(nobody);
      expect(await ethics.board.read.liveSeats()).to.equal(4n);
    });

    it("of a seat that is empty or over changes nothing, so that no holder can spoil it by leaving", async () => {
      await ethics.board.write.resign([3], { account: (seats[2] as Wallet).account });
      expect(await boardEvents(ethics, await remove(3))).to.deep.equal([]);
      await time().increaseTo((await seatOf(1)).termEnd);
      const before = await seatOf(1);
      expect(await boardEvents(ethics, await remove(1))).to.deep.equal([]);
      expect(await seatOf(1)).to.deep.equal(before);
    });
  });

  describe("a resignation", () => {
    const resign = (seat: number, wallet: Wallet | undefined) =>
      ethics.board.write.resign([seat], { account: (wallet as Wallet).account, gas: 1_000_000n });

    it("is the holder's, while the seat is live", async () => {
      await refused(() => resign(2, seats[0]), "EthicsBoardUnauthorized", [addressOf(seats[0])]);
      await refused(() => resign(9, ethics.stranger), "EthicsBoardUnauthorized", [addressOf(ethics.stranger)]);
      await time().increaseTo((await seatOf(1)).termEnd);
      await refused(() => resign(1, seats[0]), "EthicsBoardUnauthorized", [addressOf(seats[0])]);
    });

    it("empties the seat once", async () => {
      const hash = await resign(1, seats[0]);
      expect(await boardEvents(ethics, hash)).to.deep.equal([
        { eventName: "SeatVacated", args: { seat: 1, holder: addressOf(seats[0]), evidence: zeroHash } },
      ]);
      expect(await seatOf(1)).to.deep.equal(nobody);
      await refused(() => resign(1, seats[0]), "EthicsBoardUnauthorized", [addressOf(seats[0])]);
      await elect(ethics, 1, seats[0] as Wallet);
      expect(await ethics.board.read.seatHeldBy([addressOf(seats[0])])).to.equal(1);
    });
  });

  it("accepts neither ether, nor tokens that ask, nor calls that nobody knows", async () => {
    const { protocol, board, stranger } = ethics;
    const send = (data?: `0x${string}`, value = 0n) =>
      protocol.publicClient.call({
        account: stranger.account.address,
        to: board.address,
        value,
        ...(data ? { data } : {}),
      });
    const failed = async (call: Promise<unknown>) =>
      expect(
        await call.then(
          () => false,
          () => true,
        ),
      ).to.equal(true);
    await failed(send(undefined, 1n));
    await failed(send(encodeFunctionData({ abi: board.abi, functionName: "stand", args: [EVIDENCE] }), 1n));
    for (const selector of ["0x150b7a02", "0xf23a6e61", "0xbc197c81", "0x88a7ca5c", "0x12345678"] as const) {
      await failed(send(`${selector}${"00".repeat(160)}`));
    }
  });
});
