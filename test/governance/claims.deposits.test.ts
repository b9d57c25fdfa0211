import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, type Hash, parseEventLogs } from "viem";
import type { Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  addressOf,
  BOND,
  claimPot,
  type Claims,
  DEPOSIT,
  fileOn,
  inPot,
  lapse,
  ownPot,
  setUpClaims,
} from "./claims.ts";
import { DAY, EVIDENCE, GAS, KIND, REASON } from "./ethics.ts";

describe("governance/claims.deposits", () => {
  let claims: Claims;
  let timelock: Address;
  let board: Claims["board"];

  before(async () => {
    claims = await setUpClaims();
    ({ board } = claims);
    timelock = getAddress(claims.clones.timelock);
  });
  afterEach(() => claims.rewind());

  const time = () => claims.protocol.connection.networkHelpers.time;
  const latest = () => time().latest();
  const balanceOf = (account: Address) => claims.splitter.read.creditOf([account, claims.usdc.address]);
  const filedAt = async (claimId: bigint) => (await board.read.claimOf([claimId])).filedAt;
  /** The answer is due now. */
  const pass = async (claimId: bigint) => time().setNextBlockTimestamp((await filedAt(claimId)) + 14 * DAY);
  const lapseOf = async (claimId: bigint) => {
    await pass(claimId);
    return lapse(claims, claimId);
  };
  /** Until when a lapse stopped its subject. */
  const stopIn = async (hash: Hash): Promise<number> => {
    const { logs } = await claims.protocol.publicClient.getTransactionReceipt({ hash });
    const [lapsed] = parseEventLogs({ abi: board.abi, logs, eventName: "ClaimLapsed" });
    if (lapsed === undefined) throw new Error("ClaimLapsed was not emitted");
    return lapsed.args.stoppedUntil;
  };
  /** Until when the subject of a claim that lapses is stopped. */
  const stoppedBy = async (claimId: bigint) => {
    return stopIn(await lapseOf(claimId));
  };

  const withdraw = (amount: bigint, by: Wallet, token: Address = claims.usdc.address) =>
    board.write.withdrawBond([token, amount], { account: by.account, gas: GAS });

  it("come back as far as they were not used, to who put them aside", async () => {
    const { splitter, protocol, claimant, rival } = claims;
    const claimId = await fileOn(claims, KIND.asset, claims.asset(0));
    const over = (amount: bigint, by: Wallet, left: bigint) =>
      expectRefused(protocol, () => withdraw(amount, by), {
        by: splitter,
        error: "RoyaltySplitterOverRelease",
        args: [ownPot(addressOf(by)).toLowerCase(), amount, left],
        others: [board.address],
      });
    await over(DEPOSIT, claimant, DEPOSIT - BOND);
    await over(DEPOSIT + 1n, rival, DEPOSIT);
    await expectRefused(protocol, () => withdraw(1n, claims.stranger), {
      by: splitter,
      error: "RoyaltySplitterUnknownPot",
      args: [getAddress(board.address), ownPot(addressOf(claims.stranger)).toLowerCase()],
      others: [board.address],
    });
    await withdraw(DEPOSIT - BOND, claimant);
    expect(await balanceOf(addressOf(claimant))).to.equal(DEPOSIT - BOND);
    expect(await inPot(claims, claimPot(claimId))).to.equal(BOND);
    expect(await inPot(claims, ownPot(addressOf(rival)))).to.equal(DEPOSIT);
  });

  it("are in no token that takes a fee; a token that is paused or frozen later holds up nobody else", async () => {
    const { splitter, protocol, claimant } = claims;
    const { viem } = protocol.connection;
    const { account } = claimant;
    const id = ownPot(account.address);
    const fee = await viem.deployContract("FeeToken");
    const paused = await viem.deployContract("PausableToken");
    await fee.write.mint([account.address, 1000n]);
    await fee.write.approve([splitter.address, 1000n], { account });
    await paused.write.mint([account.address, 1000n]);
    await paused.write.approve([splitter.address, 1000n], { account });
    const fund = splitter.write.fundPot([board.address, id, fee.address, 1000n], { account, gas: GAS });
    await viem.assertions.revertWithCustomError(fund, splitter, "RoyaltySplitterWrongReceipt");
    await board.write.setClaimTerms([paused.address, 1000n], { account: timelock });
    await splitter.write.fundPot([board.address, id, paused.address, 1000n], { account });
    const claimId = await fileOn(claims, KIND.asset, claims.asset(0));
    await paused.write.pause();
    expect(await stoppedBy(claimId)).to.be.above(await latest());
    expect(await splitter.read.creditOf([account.address, paused.address])).to.equal(1000n);
    const take = splitter.write.withdraw([paused.address, account.address], { account, gas: GAS });
    await viem.assertions.revertWithCustomError(take, paused, "EnforcedPause");
    await withdraw(DEPOSIT, claimant);
    await splitter.write.withdraw([claims.usdc.address, account.address]);
  });

  it("in a token that calls back buy no claim while they are on their way", async () => {
    const { splitter, protocol, claimant } = claims;
    const { viem } = protocol.connection;
    const { account } = claimant;
    const token = await viem.deployContract("ReentrantToken");
    await token.write.mint([account.address, 5n]);
    await token.write.approve([splitter.address, 5n], { account });
    await board.write.setClaimTerms([token.address, 5n], { account: timelock });
    // the token is the claimant of the call back, so its pot is filled; the splitter is in the middle of a payment
    await splitter.write.fundPot([board.address, ownPot(account.address), token.address, 1n], { account });
    const args = [KIND.asset, claims.asset(0), REASON, EVIDENCE] as const;
    await token.write.arm([board.address, encodeFunctionData({ abi: board.abi, functionName: "file", args })]);
    const fund = () =>
      splitter.write.fundPot([board.address, ownPot(token.address), token.address, 4n], { account, gas: GAS });
    await expectRefused(protocol, fund, { by: splitter, error: "ReentrancyGuardReentrantCall", args: [] });
    const take = encodeFunctionData({
      abi: board.abi,
      functionName: "withdrawBond",
      args: [token.address, 1n],
    });
    await token.write.arm([board.address, take]);
    await expectRefused(protocol, fund, { by: splitter, error: "ReentrancyGuardReentrantCall", args: [] });
    expect(await board.read.claimCount()).to.equal(0n);
  });

  it("put into a claim's own pot stay there: it pays what was bonded, no more", async () => {
    const { splitter, usdc, claimant, rival } = claims;
    const claimId = await fileOn(claims, KIND.asset, claims.asset(0));
    await usdc.write.mint([addressOf(rival), 7n]);
    const { account } = rival;
    await splitter.write.fundPot([board.address, claimPot(claimId), usdc.address, 7n], { account });
    await lapseOf(claimId);
    expect(await balanceOf(addressOf(claimant))).to.equal(BOND);
    expect(await inPot(claims, claimPot(claimId))).to.equal(7n);
  });
});
