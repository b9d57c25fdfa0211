import { expect } from "chai";
import { type Address, getAddress, type Hash, zeroAddress } from "viem";
import { createStudio, type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { effectiveOf, rawOf } from "../models/decayIndex.ts";
import {
  DAY,
  EVIDENCE,
  eventsOf,
  impersonate,
  moveAccount,
  REP,
  type Reputation,
  setUpReputation,
} from "./reputation.ts";

const MAX = 2n ** 256n - 1n;

describe("governance/reputation.slash", () => {
  let studio: Reputation;
  let founder: Wallet;
  let other: Wallet;
  let fresh: Wallet;
  before(async () => {
    studio = await setUpReputation();
    [, founder, other] = studio.protocol.wallets as [Wallet, Wallet, Wallet];
    fresh = studio.protocol.wallets[8] as Wallet;
  });
  afterEach(() => studio.rewind());

  const slash = (account: Address, amount: bigint, by: Address = studio.clones.timelock): Promise<Hash> =>
    studio.token.write.slash([account, amount, EVIDENCE], { account: by });

  it("is refused to all but the studio's own timelock: members, governor, gate, another studio's timelock", async () => {
    const { protocol, clones, token } = studio;
    const foreign = await createStudio(protocol, { salt: EVIDENCE });
    const callers = [other.account.address, clones.governor, clones.curation, clones.studio, foreign.timelock];
    for (const caller of callers) {
      await impersonate(studio, caller);
      await expectRefused(protocol, () => slash(founder.account.address, 1n, caller), {
        by: token,
        error: "ReputationTokenUnauthorized",
        args: [getAddress(caller)],
        others: [token.address],
      });
    }
  });

  it("refuses to take nothing, and to take from whoever has nothing", async () => {
    const { protocol, token } = studio;
    await expectRefused(protocol, () => slash(founder.account.address, 0n), {
      by: token,
      error: "ReputationTokenZeroAmount",
      args: [],
      others: [token.address],
    });
    for (const account of [fresh.account.address, zeroAddress, token.address]) {
      await expectRefused(protocol, () => slash(account, 1n), {
        by: token,
        error: "ReputationTokenNoBalance",
        args: [getAddress(account)],
        others: [token.address],
      });
    }
  });

  it("takes effective units, in votes and supply too, and says why", async () => {
    const { protocol, token } = studio;
    const account = getAddress(founder.account.address);
    await protocol.connection.networkHelpers.time.increase(100 * DAY);
    const [held, supply] = [await token.read.balanceOf([account]), await token.read.totalSupply()];
    const hash = await slash(account, 7n * REP);
    const raw = rawOf(7n * REP, await token.read.index());
    expect(await eventsOf(studio, hash)).to.deep.equal([
      { eventName: "Transfer", args: { from: account, to: zeroAddress, value: raw } },
      { eventName: "DelegateVotesChanged", args: { delegate: account, previousVotes: held, newVotes: held - raw } },
      { eventName: "ReputationSlashed", args: { account, amount: 7n * REP, raw, evidence: EVIDENCE } },
    ]);
    expect(await token.read.balanceOf([account])).to.equal(held - raw);
    expect(await token.read.getVotes([account])).to.equal(held - raw);
    expect(await token.read.totalSupply()).to.equal(supply - raw);
  });

  it("takes votes from the delegate", async () => {
    const { token } = studio;
    await token.write.delegate([other.account.address], { account: founder.account });
    const votes = await token.read.getVotes([other.account.address]);
    await slash(founder.account.address, MAX);
    expect(await token.read.getVotes([other.account.address])).to.equal(votes - 1_000n * REP);
  });

  it("takes everything at most, whatever was asked for, and nothing is left of it", async () => {
    const { token, protocol } = studio;
    const account = getAddress(founder.account.address);
    await protocol.connection.networkHelpers.time.increase(33 * DAY);
    for (const asked of [MAX, 1_000n * REP]) {
      const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
      const hash = await slash(account, asked);
      const amount = effectiveOf(1_000n * REP, await token.read.index());
      const slashed = (await eventsOf(studio, hash)).find(({ eventName }) => eventName === "ReputationSlashed");
      expect(slashed?.args).to.deep.equal({ account, amount, raw: 1_000n * REP, evidence: EVIDENCE });
      expect(await token.read.balanceOf([account])).to.equal(0n);
      expect(await token.read.getVotes([account])).to.equal(0n);
      await snapshot.restore();
    }
  });

  it("finds nothing the second time", async () => {
    const { token, protocol } = studio;
    await slash(founder.account.address, MAX);
    await expectRefused(protocol, () => slash(founder.account.address, MAX), {
      by: token,
      error: "ReputationTokenNoBalance",
      args: [getAddress(founder.account.address)],
      others: [token.address],
    });
  });

  it("leaves past votes as they were", async () => {
    const { token, protocol, now } = studio;
    const { address } = founder.account;
    await protocol.connection.networkHelpers.mine(2);
    const before = (await now()) - 1n;
    const votes = await token.read.getPastVotes([address, before]);
    const supply = await token.read.getPastTotalSupply([before]);
    await slash(address, MAX);
    expect(await token.read.getPastVotes([address, before])).to.equal(votes);
    expect(await token.read.getPastTotalSupply([before])).to.equal(supply);
  });

  it("follows an account that moved, so that nobody outruns a vote", async () => {
    const { token, protocol } = studio;
    const [second, third] = [fresh, protocol.wallets[9] as Wallet];
    await moveAccount(studio, founder, second);
    await moveAccount(studio, second, third);
    expect(await token.read.balanceOf([third.account.address])).to.equal(1_000n * REP);
    const slashed = (await eventsOf(studio, await slash(founder.account.address, MAX))).at(-1);
    expect((slashed?.args as { account: Address }).account).to.equal(getAddress(third.account.address));
    expect(await token.read.balanceOf([third.account.address])).to.equal(0n);
  });
});
