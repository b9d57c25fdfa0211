import { expect } from "chai";
import { type Address, getAddress, type Hash, zeroAddress } from "viem";
import { type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { effectiveOf } from "../models/decayIndex.ts";
import { DAY, EVIDENCE, eventsOf, REP, type Reputation, setUpReputation } from "./reputation.ts";

const HALF_LIFE = 180 * DAY;

describe("governance/reputation.prune", () => {
  let studio: Reputation;
  let founder: Wallet;
  let departed: Wallet;
  let stranger: Wallet;
  before(async () => {
    studio = await setUpReputation();
    [, founder] = studio.protocol.wallets as [Wallet, Wallet];
    [departed, stranger] = studio.protocol.wallets.slice(8) as [Wallet, Wallet];
    await studio.grant(departed.account.address, REP);
    const snapshot = await studio.protocol.connection.networkHelpers.takeSnapshot();
    studio = { ...studio, rewind: () => snapshot.restore() };
  });
  afterEach(() => studio.rewind());

  const pass = (seconds: number) => studio.protocol.connection.networkHelpers.time.increase(seconds);
  const note = ({ account }: Wallet, by: Wallet = stranger): Promise<Hash> =>
    studio.token.write.noteDormancy([account.address], { account: by.account });
  const prune = ({ account }: Wallet): Promise<Hash> =>
    studio.token.write.prune([account.address], { account: stranger.account });
  const refuses = (call: () => Promise<Hash>, error: Parameters<typeof expectRefused>[2]["error"], args: unknown[]) =>
    expectRefused(studio.protocol, call, {
      by: studio.token,
      error: error as never,
      args,
      others: [studio.token.address],
    });
  const addressOf = ({ account }: Wallet): Address => getAddress(account.address);

  describe("noteDormancy", () => {
    it("refuses whoever has nothing", async () => {
      for (const account of [stranger.account.address, zeroAddress, studio.token.address]) {
        const call = () => studio.token.write.noteDormancy([account]);
        await refuses(call, "ReputationTokenNoBalance", [getAddress(account)]);
      }
    });

    it("refuses to begin anew before the balance moves, but for the account itself", async () => {
      const { token, grant } = studio;
      await note(departed);
      await pass(DAY);
      await refuses(() => note(departed), "ReputationTokenAlreadyNoted", [addressOf(departed)]);
      await note(departed, departed);
      expect(await token.read.dormancyOf([addressOf(departed)])).to.deep.equal([
        await token.read.balanceOf([addressOf(departed)]),
        await token.read.index(),
      ]);
      await grant(addressOf(departed), 1n);
      await note(departed);
    });

    it("says what it notes", async () => {
      const { token } = studio;
      const hash = await note(departed);
      const [raw, index] = [await token.read.balanceOf([addressOf(departed)]), await token.read.index()];
      expect(await eventsOf(studio, hash)).to.deep.equal([
        { eventName: "DormancyNoted", args: { account: addressOf(departed), raw, index } },
      ]);
    });
  });

  describe("prune", () => {
    it("refuses nothing, and whoever nobody has noted, however long", async () => {
      await pass(40 * HALF_LIFE);
      await refuses(() => prune(stranger), "ReputationTokenNoBalance", [addressOf(stranger)]);
      await refuses(() => prune(departed), "ReputationTokenNotDormant", [addressOf(departed)]);
    });

    it("refuses before four half-lives have passed, to the second", async () => {
      const { token, protocol, now } = studio;
      const { time } = protocol.connection.networkHelpers;
      const created = (await now()) - ((await token.read.index()) - 2n ** 40n) / (2n ** 40n / BigInt(HALF_LIFE));
      await time.increaseTo(created + BigInt(HALF_LIFE));
      await note(departed);
      const { 1: noted } = await token.read.dormancyOf([addressOf(departed)]);
      await pass(4 * HALF_LIFE - 60);
      expect((await token.read.index()) < 16n * noted).to.equal(true);
      await refuses(() => prune(departed), "ReputationTokenNotDormant", [addressOf(departed)]);
      await pass(120);
      expect((await token.read.index()) >= 16n * noted).to.equal(true);
      await prune(departed);
    });

    it("refuses if anything was granted or taken since", async () => {
      const { token, grant, clones, protocol } = studio;
      await note(departed);
      await pass(5 * HALF_LIFE);
      const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
      await grant(addressOf(departed), 1n);
      await refuses(() => prune(departed), "ReputationTokenNotDormant", [addressOf(departed)]);
      await snapshot.restore();
      await token.write.slash([addressOf(departed), 1n, EVIDENCE], { account: clones.timelock });
      await refuses(() => prune(departed), "ReputationTokenNotDormant", [addressOf(departed)]);
    });

    it("counts half-lives as they are when they pass", async () => {
      const { setHalfLife } = studio;
      await note(departed);
      await setHalfLife(30 * DAY);
      await pass(4 * 30 * DAY - DAY);
      await refuses(() => prune(departed), "ReputationTokenNotDormant", [addressOf(departed)]);
      await pass(2 * DAY);
      await prune(departed);
    });

    it("refuses what is worth a REP or more", async () => {
      const { token } = studio;
      await note(founder);
      await pass(9 * HALF_LIFE);
      const amount = (value: bigint) => value === effectiveOf(1_000n * REP, 2n ** 49n) || value > REP;
      await refuses(() => prune(founder), "ReputationTokenNotDust", [addressOf(founder), amount]);
      expect(await token.read.balanceOf([addressOf(founder)])).to.equal(1_000n * REP);
    });

    it("never burns a whole electorate whose reputation has decayed to dust", async () => {
      const { token, clones } = studio;
      for (const account of clones.config.founders) await token.write.noteDormancy([account]);
      await pass(20 * HALF_LIFE);
      expect((await token.read.effectiveTotalSupply()) < REP).to.equal(true);
      for (const account of clones.config.founders) {
        const call = () => token.write.prune([account]);
        await refuses(call, "ReputationTokenNotDust", [getAddress(account), (value: bigint) => value < REP]);
      }
      expect(await token.read.getVotes([clones.config.founders[0] as Address])).to.equal(1_000n * REP);
    });

    it("burns dust of a member who left, from the votes of a delegate too, and leaves the past alone", async () => {
      const { token, protocol, now } = studio;
      const [account, delegate] = [addressOf(departed), addressOf(founder)];
      await token.write.delegate([delegate], { account: departed.account });
      await note(departed);
      await pass(4 * HALF_LIFE + DAY);
      const raw = await token.read.balanceOf([account]);
      const [supply, votes] = [await token.read.totalSupply(), await token.read.getVotes([delegate])];
      const past = (await now()) - 1n;
      const pastSupply = await token.read.getPastTotalSupply([past]);
      const quorum = async () => {
        const governor = await protocol.connection.viem.getContractAt("StudioGovernor", studio.clones.governor);
        return governor.read.quorum([(await now()) - 1n]);
      };
      const before = await quorum();
      expect(await eventsOf(studio, await prune(departed))).to.deep.equal([
        { eventName: "Transfer", args: { from: account, to: zeroAddress, value: raw } },
        { eventName: "DelegateVotesChanged", args: { delegate, previousVotes: votes, newVotes: votes - raw } },
        { eventName: "ReputationPruned", args: { account, raw } },
      ]);
      await protocol.connection.networkHelpers.mine(2);
      expect(await token.read.totalSupply()).to.equal(supply - raw);
      expect(await token.read.getPastTotalSupply([past])).to.equal(pastSupply);
      expect((await quorum()) < before).to.equal(true);
      await refuses(() => prune(departed), "ReputationTokenNoBalance", [account]);
      expect(await token.read.dormancyOf([account])).to.deep.equal([0n, 0n]);
    });

    it("lets a pruned member begin again", async () => {
      const { token, grant } = studio;
      await note(departed);
      await pass(5 * HALF_LIFE);
      await prune(departed);
      await token.write.delegate([zeroAddress], { account: departed.account });
      await grant(addressOf(departed), REP);
      expect(await token.read.getVotes([addressOf(departed)])).to.not.equal(0n);
      await refuses(() => prune(departed), "ReputationTokenNotDormant", [addressOf(departed)]);
    });
  });
});
