import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, type Hash, zeroAddress } from "viem";
import { type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  DAY,
  EVIDENCE,
  eventsOf,
  impersonate,
  moveAccount,
  type Move,
  REP,
  type Reputation,
  setUpReputation,
  signMove,
  startMove,
} from "./reputation.ts";

const WEEK = 7 * DAY;
const MAX = 2n ** 256n - 1n;

describe("governance/reputation.migration", () => {
  let studio: Reputation;
  let founder: Wallet;
  let other: Wallet;
  let fresh: Wallet;
  let stranger: Wallet;
  before(async () => {
    studio = await setUpReputation();
    [, founder, other] = studio.protocol.wallets as [Wallet, Wallet, Wallet];
    [fresh, stranger] = studio.protocol.wallets.slice(8) as [Wallet, Wallet];
  });
  afterEach(() => studio.rewind());

  const pass = (seconds: number) => studio.protocol.connection.networkHelpers.time.increase(seconds);
  const finish = (from: Wallet): Promise<Hash> =>
    studio.token.write.finishAccountMigration([from.account.address], { account: stranger.account });
  const cancel = (from: Wallet, by: Address): Promise<Hash> =>
    studio.token.write.cancelAccountMigration([from.account.address], { account: by });
  const balanceOf = ({ account }: Wallet) => studio.token.read.balanceOf([account.address]);
  const votesOf = ({ account }: Wallet) => studio.token.read.getVotes([account.address]);
  const delegateOf = async ({ account }: Wallet) => getAddress(await studio.token.read.delegates([account.address]));

  const refuses = (call: () => Promise<Hash>, error: Parameters<typeof expectRefused>[2]["error"], args: unknown[]) =>
    expectRefused(studio.protocol, call, {
      by: studio.token,
      error: error as never,
      args,
      others: [studio.token.address],
    });

  /** The agreed move of the founder, with signatures of whom one wants. */
  async function bring(
    change: Partial<Move> = {},
    signers: [Wallet, Wallet] = [founder, fresh],
    signed: Partial<Move> = {},
  ): Promise<Hash> {
    const [from, to] = [founder.account.address, fresh.account.address];
    const move = { from, to, nonce: 0n, deadline: (await studio.now()) + 600n, ...change };
    const text = { ...move, ...signed };
    const signatures = [await signMove(studio, signers[0], text), await signMove(studio, signers[1], text)] as const;
    return studio.token.write.startAccountMigration([move.from, move.to, move.deadline, ...signatures], {
      account: stranger.account,
    });
  }

  describe("startAccountMigration", () => {
    it("refuses signatures after their deadline, of zero too", async () => {
      const late = (await studio.now()) - 1n;
      await refuses(() => bring({ deadline: late }), "ReputationTokenExpiredMigration", [late]);
      await refuses(() => bring({ deadline: 0n }), "ReputationTokenExpiredMigration", [0n]);
    });

    it("refuses whoever has nothing to move", async () => {
      const from = stranger.account.address;
      await refuses(() => bring({ from }, [stranger, fresh]), "ReputationTokenNoBalance", [getAddress(from)]);
    });

    it("refuses an account that is not fresh: with reputation, a delegate or votes of others; and itself", async () => {
      const { token, grant } = studio;
      const to = getAddress(fresh.account.address);
      const snapshot = await studio.protocol.connection.networkHelpers.takeSnapshot();
      await token.write.delegate([stranger.account.address], { account: fresh.account });
      await refuses(() => bring(), "ReputationTokenNotFresh", [to]);
      await snapshot.restore();
      await token.write.delegate([to], { account: other.account });
      await refuses(() => bring(), "ReputationTokenNotFresh", [to]);
      await token.write.delegate([other.account.address], { account: other.account });
      await grant(to, 1n);
      await refuses(() => bring(), "ReputationTokenNotFresh", [to]);
      for (const used of [founder, other]) {
        const args = [getAddress(used.account.address)];
        await refuses(() => bring({ to: used.account.address }, [founder, used]), "ReputationTokenNotFresh", args);
      }
    });

    it("refuses an account that has moved, on either side", async () => {
      await moveAccount(studio, founder, fresh);
      const moved = getAddress(founder.account.address);
      await refuses(() => bring({ nonce: 1n }), "ReputationTokenNoBalance", [moved]);
      await refuses(
        () => bring({ from: other.account.address, to: moved }, [other, founder]),
        "ReputationTokenNotFresh",
        [moved],
      );
    });

    it("refuses unless both have signed exactly this, once", async () => {
      const [from, to] = [getAddress(founder.account.address), getAddress(fresh.account.address)];
      const wrong = "ReputationTokenInvalidSignature";
      await refuses(() => bring({}, [fresh, fresh]), wrong, [from]);
      await refuses(() => bring({}, [founder, founder]), wrong, [to]);
      await refuses(() => bring({}, [founder, fresh], { nonce: 1n }), wrong, [from]);
      await refuses(() => bring({}, [founder, fresh], { to: stranger.account.address }), wrong, [from]);
      await refuses(() => bring({}, [founder, fresh], { deadline: MAX }), wrong, [from]);
      await refuses(() => bring({ to: zeroAddress }, [founder, fresh]), wrong, [zeroAddress]);
    });

    it("refuses the same signatures again after a cancellation", async () => {
      const deadline = (await studio.now()) + 3_600n;
      await bring({ deadline });
      await cancel(founder, founder.account.address);
      const from = getAddress(founder.account.address);
      await refuses(() => bring({ deadline }), "ReputationTokenInvalidSignature", [from]);
      await bring({ nonce: 1n });
    });

    it("refuses a second one while the first waits", async () => {
      await bring();
      const from = getAddress(founder.account.address);
      await refuses(() => bring({ nonce: 1n }), "ReputationTokenMigrationPending", [from]);
      await refuses(
        () => bring({ to: stranger.account.address, nonce: 1n }, [founder, stranger]),
        "ReputationTokenMigrationPending",
        [from],
      );
      await refuses(
        () => bring({ from: other.account.address, to: from }, [other, founder]),
        "ReputationTokenNotFresh",
        [from],
      );
    });

    it("says when it can be finished, by whoever brings it, and moves nothing yet", async () => {
      const { token, now } = studio;
      const hash = await bring();
      const [from, to] = [getAddress(founder.account.address), getAddress(fresh.account.address)];
      const readyAt = Number(await now()) + WEEK;
      expect(await eventsOf(studio, hash)).to.deep.equal([
        { eventName: "AccountMigrationStarted", args: { from, to, readyAt } },
      ]);
      expect(await token.read.accountMigrationOf([from])).to.deep.equal([to, readyAt]);
      expect(await balanceOf(founder)).to.equal(1_000n * REP);
      expect(await balanceOf(fresh)).to.equal(0n);
    });

    it("takes contract wallets at their word (ERC-1271), and gives them no way back in", async () => {
      const { token, protocol, now } = studio;
      const { viem } = protocol.connection;
      const wallet = await viem.deployContract("ContractWallet", [fresh.account.address]);
      const hostile = await viem.deployContract("Reenterer");
      const deadline = (await now()) + 3_600n;
      const sign = async (to: Address) => {
        const move = { from: founder.account.address, to, nonce: 0n, deadline };
        return [await signMove(studio, founder, move), await signMove(studio, fresh, move)] as const;
      };
      const [own, its] = await sign(hostile.address);
      const args = [founder.account.address, hostile.address, deadline, own, its] as const;
      for (const data of [
        encodeFunctionData({ abi: token.abi, functionName: "startAccountMigration", args }),
        encodeFunctionData({ abi: token.abi, functionName: "delegate", args: [hostile.address] }),
      ]) {
        await hostile.write.arm([token.address, data]);
        await refuses(() => token.write.startAccountMigration(args), "ReputationTokenInvalidSignature", [
          getAddress(hostile.address),
        ]);
      }
      const signatures = await sign(wallet.address);
      await token.write.startAccountMigration([founder.account.address, wallet.address, deadline, ...signatures]);
      await pass(WEEK);
      await finish(founder);
      expect(await token.read.balanceOf([wallet.address])).to.equal(1_000n * REP);
    });
  });

  describe("cancelAccountMigration", () => {
    it("is refused to strangers, to the new account, and where nothing waits", async () => {
      await startMove(studio, founder, fresh);
      for (const { account } of [fresh, stranger, other]) {
        const args = [getAddress(account.address)];
        await refuses(() => cancel(founder, account.address), "ReputationTokenUnauthorized", args);
      }
      const from = getAddress(other.account.address);
      await refuses(() => cancel(other, from), "ReputationTokenNoMigration", [from]);
      await refuses(() => cancel(other, studio.clones.timelock), "ReputationTokenNoMigration", [from]);
    });

    it("keeps the account where it is, by its own word or the timelock's, on the last second too", async () => {
      const { token, clones } = studio;
      const from = getAddress(founder.account.address);
      for (const by of [from, getAddress(clones.timelock)]) {
        await startMove(studio, founder, fresh);
        await pass(WEEK);
        const hash = await cancel(founder, by);
        expect(await eventsOf(studio, hash)).to.deep.equal([
          { eventName: "AccountMigrationCanceled", args: { from, by } },
        ]);
        expect(await token.read.accountMigrationOf([from])).to.deep.equal([zeroAddress, 0]);
        await refuses(() => finish(founder), "ReputationTokenNoMigration", [from]);
      }
    });
  });

  describe("finishAccountMigration", () => {
    it("refuses where nothing waits, before seven days, and twice", async () => {
      const { now, protocol } = studio;
      const from = getAddress(founder.account.address);
      await refuses(() => finish(founder), "ReputationTokenNoMigration", [from]);
      await startMove(studio, founder, fresh);
      const readyAt = Number(await now()) + WEEK;
      await protocol.connection.networkHelpers.time.setNextBlockTimestamp(readyAt - 1);
      await refuses(() => finish(founder), "ReputationTokenMigrationNotReady", [from, readyAt]);
      await protocol.connection.networkHelpers.time.setNextBlockTimestamp(readyAt);
      await finish(founder);
      await refuses(() => finish(founder), "ReputationTokenNoMigration", [from]);
    });

    it("refuses if the new account is not fresh any more, or nothing is left", async () => {
      const { token, grant, clones, protocol } = studio;
      const [from, to] = [getAddress(founder.account.address), getAddress(fresh.account.address)];
      await startMove(studio, founder, fresh);
      await pass(WEEK);
      const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
      await grant(to, 1n);
      await refuses(() => finish(founder), "ReputationTokenNotFresh", [to]);
      await snapshot.restore();
      await token.write.slash([from, MAX, EVIDENCE], { account: clones.timelock });
      await refuses(() => finish(founder), "ReputationTokenNoBalance", [from]);
    });

    it("is not stopped by somebody who lends the new account votes", async () => {
      const { token } = studio;
      await startMove(studio, founder, fresh);
      await pass(WEEK);
      await token.write.delegate([fresh.account.address], { account: other.account });
      await finish(founder);
      expect(await votesOf(fresh)).to.equal(2_000n * REP);
    });

    it("moves balance and votes of an own delegate, exactly, and leaves past and supply alone", async () => {
      const { token, protocol, now } = studio;
      const [from, to] = [getAddress(founder.account.address), getAddress(fresh.account.address)];
      await startMove(studio, founder, fresh);
      await pass(WEEK);
      const supply = await token.read.totalSupply();
      const past = (await now()) - 1n;
      const raw = 1_000n * REP;
      expect(await eventsOf(studio, await finish(founder))).to.deep.equal([
        { eventName: "DelegateChanged", args: { delegator: to, fromDelegate: zeroAddress, toDelegate: to } },
        { eventName: "Transfer", args: { from, to, value: raw } },
        { eventName: "DelegateVotesChanged", args: { delegate: from, previousVotes: raw, newVotes: 0n } },
        { eventName: "DelegateVotesChanged", args: { delegate: to, previousVotes: 0n, newVotes: raw } },
        { eventName: "DelegateChanged", args: { delegator: from, fromDelegate: from, toDelegate: zeroAddress } },
        { eventName: "AccountMigrated", args: { from, to, raw } },
      ]);
      expect([await balanceOf(founder), await balanceOf(fresh)]).to.deep.equal([0n, raw]);
      expect([await votesOf(founder), await votesOf(fresh)]).to.deep.equal([0n, raw]);
      expect(await token.read.totalSupply()).to.equal(supply);
      await protocol.connection.networkHelpers.mine();
      expect(await token.read.getPastVotes([from, past])).to.equal(raw);
      expect(await token.read.getPastVotes([to, past])).to.equal(0n);
      expect(getAddress(await token.read.newAccountOf([from]))).to.equal(to);
      expect(getAddress(await token.read.newAccountOf([to]))).to.equal(to);
    });

    it("keeps another delegate, whose votes do not change, and a choice of nobody", async () => {
      const { token } = studio;
      await token.write.delegate([other.account.address], { account: founder.account });
      await moveAccount(studio, founder, fresh);
      expect(await delegateOf(fresh)).to.equal(getAddress(other.account.address));
      expect(await votesOf(other)).to.equal(2_000n * REP);
      await studio.rewind();
      await token.write.delegate([zeroAddress], { account: founder.account });
      await moveAccount(studio, founder, fresh);
      expect(await delegateOf(fresh)).to.equal(zeroAddress);
      expect([await votesOf(founder), await votesOf(fresh)]).to.deep.equal([0n, 0n]);
    });

    it("makes the new account its own delegate if the old one had chosen it meanwhile", async () => {
      const { token } = studio;
      await startMove(studio, founder, fresh);
      await pass(WEEK);
      await token.write.delegate([fresh.account.address], { account: founder.account });
      await finish(founder);
      expect(await delegateOf(fresh)).to.equal(getAddress(fresh.account.address));
      expect(await votesOf(fresh)).to.equal(1_000n * REP);
    });

    it("lets votes that others lent to the old account stay there", async () => {
      const { token } = studio;
      await token.write.delegate([founder.account.address], { account: other.account });
      await moveAccount(studio, founder, fresh);
      expect([await votesOf(founder), await votesOf(fresh)]).to.deep.equal([1_000n * REP, 1_000n * REP]);
    });

    it("gives the new account what the old one earns later, by vote and by machine", async () => {
      const { token, grant, clones } = studio;
      await moveAccount(studio, founder, fresh);
      const hash = await grant(founder.account.address, REP);
      const granted = (await eventsOf(studio, hash)).at(-1)?.args as { account: Address; raw: bigint };
      expect(granted.account).to.equal(getAddress(fresh.account.address));
      await impersonate(studio, clones.curation);
      await token.write.reserveIssuance([MAX], { account: clones.curation });
      await token.write.mintReserved([founder.account.address, 5n * REP, EVIDENCE], { account: clones.curation });
      expect(await balanceOf(founder)).to.equal(0n);
      expect(await balanceOf(fresh)).to.equal(1_000n * REP + granted.raw + 5n * REP);
    });

    it("moves the limit of what the account earns by machine along", async () => {
      const { token, clones } = studio;
      await startMove(studio, founder, fresh);
      await pass(WEEK);
      await impersonate(studio, clones.curation);
      await token.write.reserveIssuance([MAX], { account: clones.curation });
      const most = await token.read.mintableTo([founder.account.address]);
      await token.write.mintReserved([founder.account.address, most, EVIDENCE], { account: clones.curation });
      await finish(founder);
      for (const { account } of [founder, fresh]) {
        const left = await token.read.mintableTo([account.address]);
        expect(Number(left) / Number(most)).to.be.lessThan(0.001);
      }
    });
  });
});
