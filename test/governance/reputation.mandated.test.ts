import { expect } from "chai";
import { type Address, getAddress, type Hash, parseSignature, zeroAddress } from "viem";
import { type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  DAY,
  EVIDENCE,
  eventsOf,
  impersonate,
  moveAccount,
  REP,
  type Reputation,
  setUpReputation,
  signMove,
  startMove,
} from "./reputation.ts";

const TERM = 180 * DAY;
const MAX = 2n ** 256n - 1n;

describe("governance/reputation.mandated", () => {
  let studio: Reputation;
  let sponsor: Wallet;
  let other: Wallet;
  let agent: Wallet;
  let stranger: Wallet;
  let mandates: Address;
  before(async () => {
    studio = await setUpReputation();
    const { protocol, clones } = studio;
    [, sponsor, other] = protocol.wallets as [Wallet, Wallet, Wallet];
    [agent, stranger] = protocol.wallets.slice(8) as [Wallet, Wallet];
    // Whatever names the studio can be its mandates; the governor stands in for them.
    mandates = await impersonate(studio, clones.governor);
    const directory = await protocol.connection.viem.getContractAt("IStudio", clones.studio);
    await directory.write.setMandates([mandates, []], { account: clones.timelock });
    await impersonate(studio, clones.curation);
    const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
    studio = { ...studio, rewind: () => snapshot.restore() };
  });
  afterEach(() => studio.rewind());

  const pass = (seconds: number) => studio.protocol.connection.networkHelpers.time.increase(seconds);
  const untilIn = async (seconds: number) => Number(await studio.now()) + seconds;
  const addressOf = ({ account }: Wallet): Address => getAddress(account.address);
  const set = (of: Address, by: Address, until: number, caller: Address = mandates): Promise<Hash> =>
    studio.token.write.setSponsor([of, by, until], { account: caller });
  const mandate = async (seconds = TERM - DAY): Promise<Hash> =>
    set(addressOf(agent), addressOf(sponsor), await untilIn(seconds));
  const delegate = (from: Wallet, to: Address): Promise<Hash> =>
    studio.token.write.delegate([to], { account: from.account });
  const balanceOf = ({ account }: Wallet) => studio.token.read.balanceOf([account.address]);
  const votesOf = ({ account }: Wallet) => studio.token.read.getVotes([account.address]);
  const refuses = (call: () => Promise<Hash>, error: Parameters<typeof expectRefused>[2]["error"], args: unknown[]) =>
    expectRefused(studio.protocol, call, {
      by: studio.token,
      error: error as never,
      args,
      others: [studio.token.address],
    });

  describe("setSponsor", () => {
    it("is refused to all but the present mandates: timelock, agent, sponsor, and mandates that were replaced", async () => {
      const { clones, protocol } = studio;
      const until = await untilIn(DAY);
      for (const caller of [clones.timelock, addressOf(agent), addressOf(sponsor), clones.curation]) {
        const call = () => set(addressOf(agent), addressOf(sponsor), until, caller);
        await refuses(call, "ReputationTokenUnauthorized", [getAddress(caller)]);
      }
      const directory = await protocol.connection.viem.getContractAt("IStudio", clones.studio);
      await directory.write.setMandates([zeroAddress, []], { account: clones.timelock });
      await refuses(() => mandate(), "ReputationTokenUnauthorized", [getAddress(mandates)]);
    });

    it("refuses an account that has moved", async () => {
      await moveAccount(studio, other, stranger);
      const until = await untilIn(DAY);
      const call = (by: Address) => () => set(addressOf(other), by, until);
      await refuses(call(addressOf(sponsor)), "ReputationTokenMoved", [addressOf(other)]);
      await refuses(call(zeroAddress), "ReputationTokenMoved", [addressOf(other)]);
    });

    it("refuses itself, an agent or a moved account as sponsor", async () => {
      await mandate();
      const until = await untilIn(DAY);
      for (const wrong of [other, agent]) {
        const call = () => set(addressOf(other), addressOf(wrong), until);
        await refuses(call, "ReputationTokenInvalidSponsor", [addressOf(wrong)]);
      }
      await moveAccount(studio, other, stranger);
      const late = await untilIn(DAY);
      await refuses(() => set(addressOf(sponsor), addressOf(other), late), "ReputationTokenInvalidSponsor", [
        addressOf(other),
      ]);
    });

    it("refuses a term that is over, and one of more than 180 days", async () => {
      const now = Number(await studio.now());
      const max = (value: bigint) => value > BigInt(now) && value < BigInt(now + TERM + 60);
      for (const until of [0, now - 1, now, now + TERM + 60, 2 ** 48 - 1]) {
        const call = () => set(addressOf(agent), addressOf(sponsor), until);
        await refuses(call, "ReputationTokenInvalidTerm", [until, max]);
      }
    });

    it("makes nothing of votes that others lend to the agent, now and in the past, until they lend them elsewhere or it ends", async () => {
      const { token, protocol } = studio;
      await delegate(other, addressOf(agent));
      const past = await studio.now();
      await protocol.connection.networkHelpers.mine(2);
      expect(await token.read.getPastVotes([addressOf(agent), past])).to.equal(1_000n * REP);
      await mandate(DAY);
      expect(await votesOf(agent)).to.equal(0n);
      expect(await token.read.getPastVotes([addressOf(agent), past])).to.equal(0n);
      await pass(DAY);
      expect(await votesOf(agent)).to.equal(1_000n * REP);
      await mandate(DAY);
      await delegate(other, addressOf(other));
      expect(await votesOf(other)).to.equal(1_000n * REP);
      await pass(DAY);
      expect(await votesOf(agent)).to.equal(0n);
    });

    it("takes the agent's votes, and says who answers for it until when", async () => {
      const { token, grant } = studio;
      await grant(addressOf(agent), REP);
      const votes = await votesOf(agent);
      const until = await untilIn(DAY);
      const [own, its] = [addressOf(agent), addressOf(sponsor)];
      expect(await eventsOf(studio, await set(own, its, until))).to.deep.equal([
        { eventName: "DelegateChanged", args: { delegator: own, fromDelegate: own, toDelegate: zeroAddress } },
        { eventName: "DelegateVotesChanged", args: { delegate: own, previousVotes: votes, newVotes: 0n } },
        { eventName: "SponsorSet", args: { agent: own, sponsor: its, until } },
      ]);
      expect(await token.read.sponsorOf([own])).to.deep.equal([its, until]);
      expect(await balanceOf(agent)).to.equal(votes);
    });

    it("ends with zero, or by itself, and can be renewed", async () => {
      const { token } = studio;
      const [own, its] = [addressOf(agent), addressOf(sponsor)];
      await mandate();
      expect(await eventsOf(studio, await set(own, zeroAddress, 77))).to.deep.equal([
        { eventName: "SponsorSet", args: { agent: own, sponsor: zeroAddress, until: 0 } },
      ]);
      expect(await token.read.sponsorOf([own])).to.deep.equal([zeroAddress, 0]);
      await set(own, zeroAddress, 0);
      await mandate(DAY);
      await mandate(2 * DAY);
      await set(own, addressOf(other), await untilIn(DAY));
      expect((await token.read.sponsorOf([own]))[0]).to.equal(addressOf(other));
      await pass(DAY);
      expect(await token.read.sponsorOf([own])).to.deep.equal([zeroAddress, 0]);
      await set(its, own, await untilIn(DAY));
    });
  });

  describe("while it has a sponsor, an agent", () => {
    it("neither delegates nor is delegated to, by transaction or signature, but may choose nobody", async () => {
      const { token, protocol, now } = studio;
      await mandate();
      const args = [addressOf(agent)];
      for (const to of [addressOf(agent), addressOf(sponsor)]) {
        await refuses(() => delegate(agent, to), "ReputationTokenAgent", args);
      }
      await refuses(() => delegate(other, addressOf(agent)), "ReputationTokenAgent", args);
      await refuses(() => delegate(stranger, addressOf(agent)), "ReputationTokenAgent", args);
      const expiry = (await now()) + 600n;
      const signature = await other.signTypedData({
        account: other.account,
        domain: {
          name: await token.read.name(),
          version: "1",
          chainId: await protocol.publicClient.getChainId(),
          verifyingContract: token.address,
        },
        types: {
          Delegation: [
            { name: "delegatee", type: "address" },
            { name: "nonce", type: "uint256" },
            { name: "expiry", type: "uint256" },
          ],
        },
        primaryType: "Delegation",
        message: { delegatee: addressOf(agent), nonce: 0n, expiry },
      });
      const { v, r, s } = parseSignature(signature);
      const bySignature = () => token.write.delegateBySig([addressOf(agent), 0n, expiry, Number(v), r, s]);
      await refuses(bySignature, "ReputationTokenAgent", args);
      await delegate(agent, zeroAddress);
      expect(await votesOf(agent)).to.equal(0n);
    });

    it("earns for its sponsor, by vote and by machine: before its first reputation and after it", async () => {
      const { token, grant, clones } = studio;
      for (const held of [0n, REP]) {
        if (held !== 0n) await grant(addressOf(agent), held);
        const own = await balanceOf(agent);
        await mandate();
        const before = await balanceOf(sponsor);
        const granted = (await eventsOf(studio, await grant(addressOf(agent), 2n * REP))).at(-1)?.args as {
          account: Address;
          raw: bigint;
        };
        expect(granted.account).to.equal(addressOf(sponsor));
        await token.write.reserveIssuance([MAX], { account: clones.curation });
        await token.write.mintReserved([addressOf(agent), REP, EVIDENCE], { account: clones.curation });
        expect(await balanceOf(sponsor)).to.equal(before + granted.raw + REP);
        expect([await balanceOf(agent), await votesOf(agent)]).to.deep.equal([own, 0n]);
        await studio.rewind();
      }
    });

    it("shares its sponsor's limit, so that many agents earn what one account may", async () => {
      const { token, clones, protocol } = studio;
      const agents = [agent, stranger, protocol.wallets[10] as Wallet];
      for (const each of agents) await set(addressOf(each), addressOf(sponsor), await untilIn(DAY));
      await token.write.reserveIssuance([MAX], { account: clones.curation });
      const most = await token.read.mintableTo([addressOf(sponsor)]);
      expect(await token.read.mintableTo([addressOf(agent)])).to.equal(most);
      const before = await balanceOf(sponsor);
      for (const each of agents) {
        await token.write.mintReserved([addressOf(each), MAX, EVIDENCE], { account: clones.curation });
      }
      const earned = (await balanceOf(sponsor)) - before;
      expect(earned >= most && earned < most + most / 1_000n).to.equal(true);
      expect(await balanceOf(agent)).to.equal(0n);
    });

    it("has no votes of somebody either who chose it before without having any, and earns later", async () => {
      const { token, grant } = studio;
      await delegate(stranger, addressOf(agent));
      await mandate();
      await grant(addressOf(stranger), REP);
      expect(await votesOf(agent)).to.equal(0n);
      expect(getAddress(await token.read.delegates([addressOf(stranger)]))).to.equal(addressOf(stranger));
      expect(await votesOf(stranger)).to.equal(await balanceOf(stranger));
    });

    it("does not move to another account, nor is one moved to", async () => {
      const { token, grant, now } = studio;
      await grant(addressOf(agent), REP);
      await startMove(studio, agent, stranger);
      await mandate();
      await pass(7 * DAY);
      const finish = () => token.write.finishAccountMigration([addressOf(agent)]);
      await refuses(finish, "ReputationTokenAgent", [addressOf(agent)]);
      await set(addressOf(stranger), addressOf(sponsor), await untilIn(DAY));
      const [from, deadline] = [addressOf(other), (await now()) + 600n];
      const move = { from, to: addressOf(stranger), nonce: 0n, deadline };
      const signatures = [await signMove(studio, other, move), await signMove(studio, stranger, move)] as const;
      const start = () => token.write.startAccountMigration([from, move.to, deadline, ...signatures]);
      await refuses(start, "ReputationTokenNotFresh", [addressOf(stranger)]);
    });

    it("stops nobody who had chosen it from moving: the new account votes for itself", async () => {
      await delegate(other, addressOf(agent));
      await mandate();
      await moveAccount(studio, other, stranger);
      expect(getAddress(await studio.token.read.delegates([addressOf(stranger)]))).to.equal(addressOf(stranger));
      expect(await votesOf(stranger)).to.equal(await balanceOf(stranger));
    });

    it("can still be slashed of what it had itself", async () => {
      const { token, grant, clones } = studio;
      await grant(addressOf(agent), REP);
      await mandate();
      const before = await balanceOf(sponsor);
      await token.write.slash([addressOf(agent), MAX, EVIDENCE], { account: clones.timelock });
      expect([await balanceOf(agent), await balanceOf(sponsor)]).to.deep.equal([0n, before]);
    });

    it("earns for the account that its sponsor moved to", async () => {
      const { grant } = studio;
      await mandate();
      await moveAccount(studio, sponsor, stranger);
      const before = await balanceOf(stranger);
      await grant(addressOf(agent), REP);
      expect((await balanceOf(stranger)) > before).to.equal(true);
    });
  });

  it("earns for itself again once the term is over, to the second", async () => {
    const { protocol, grant } = studio;
    const until = await untilIn(DAY);
    await set(addressOf(agent), addressOf(sponsor), until);
    await protocol.connection.networkHelpers.time.setNextBlockTimestamp(until - 1);
    await grant(addressOf(agent), REP);
    expect(await balanceOf(agent)).to.equal(0n);
    await protocol.connection.networkHelpers.time.setNextBlockTimestamp(until);
    await grant(addressOf(agent), REP);
    expect(await balanceOf(agent)).to.not.equal(0n);
    expect(await votesOf(agent)).to.equal(await balanceOf(agent));
  });

  it("chooses a delegate itself after its term, if it had reputation before", async () => {
    const { grant } = studio;
    await grant(addressOf(agent), REP);
    await mandate(DAY);
    await pass(DAY);
    await grant(addressOf(agent), REP);
    expect(await votesOf(agent)).to.equal(0n);
    await delegate(agent, addressOf(agent));
    expect(await votesOf(agent)).to.equal(await balanceOf(agent));
  });
});
