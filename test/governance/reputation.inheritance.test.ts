import { expect } from "chai";
import {
  type Address,
  concat,
  encodeAbiParameters,
  getAddress,
  getContractAddress,
  type Hash,
  keccak256,
  numberToHex,
  stringToHex,
  zeroAddress,
} from "viem";
import { type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { indexAt, rawOf } from "../models/decayIndex.ts";
import { sortedMerkle } from "../models/sortedMerkle.ts";
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

const YEAR = 365 * DAY;

interface Balance {
  account: Address;
  raw: bigint;
}

const leafOf = ({ account, raw }: Balance): Hash =>
  keccak256(keccak256(encodeAbiParameters([{ type: "address" }, { type: "uint256" }], [account, raw])));

describe("governance/reputation.inheritance", () => {
  let studio: Reputation;
  let factory: Address;
  let balances: Balance[];
  let tree: ReturnType<typeof sortedMerkle>;
  let old: Reputation["token"];

  /** A clone like those of the factory, made by hand: nobody has initialized it. */
  async function cloneToken(): Promise<Reputation["token"]> {
    const { protocol, clones, now } = studio;
    const { viem } = protocol.connection;
    const wallet = protocol.wallets[15] as Wallet;
    const created = numberToHex((await now()) + 1n, { size: 6 });
    const proxy = concat([
      "0x363d3d373d3d3d363d73",
      protocol.addressOf("ReputationToken"),
      "0x5af43d82803e903d91602b57fd5bf3",
      clones.studio,
      "0x02",
      created,
      clones.timelock,
    ]);
    const nonce = BigInt(await protocol.publicClient.getTransactionCount({ address: wallet.account.address }));
    const size = numberToHex((proxy.length - 2) / 2, { size: 2 });
    await wallet.sendTransaction({ data: concat(["0x61", size, "0x3d81600a3d39f3", proxy]) });
    return viem.getContractAt("ReputationToken", getContractAddress({ from: wallet.account.address, nonce }));
  }

  before(async () => {
    studio = await setUpReputation();
    const { protocol, token, clones } = studio;
    factory = await impersonate(studio, protocol.addressOf("StudioFactory"));
    // The old token has decayed, at two speeds.
    await protocol.connection.networkHelpers.time.increase(200 * DAY);
    await studio.setHalfLife(90 * DAY);
    await protocol.connection.networkHelpers.time.increase(50 * DAY);
    balances = await Promise.all(
      clones.config.founders.map(async (founder) => ({
        account: getAddress(founder),
        raw: await token.read.balanceOf([founder]),
      })),
    );
    balances.push({ account: getAddress((protocol.wallets[8] as Wallet).account.address), raw: 5n * REP });
    tree = sortedMerkle(balances.map(leafOf));
    const heir = await cloneToken();
    old = token;
    const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
    studio = { ...studio, token: heir, rewind: () => snapshot.restore() };
  });
  afterEach(() => studio.rewind());

  const total = () => balances.reduce((sum, { raw }) => sum + raw, 0n);
  const inherit = (by: Address = factory, amount = total(), from: Address = old.address): Promise<Hash> =>
    studio.token.write.inheritBalances([from, tree.root, amount], { account: by });
  const balanceAt = (i: number) => balances[i] as Balance;
  const claim = (i: number, change: Partial<Balance> = {}, proof = tree.proofs[i] as Hash[]): Promise<Hash> => {
    const { account, raw } = { ...balanceAt(i), ...change };
    const wallet = studio.protocol.wallets[14] as Wallet;
    return studio.token.write.claimInheritance([account, raw, proof], { account: wallet.account });
  };
  const refuses = (call: () => Promise<Hash>, error: Parameters<typeof expectRefused>[2]["error"], args: unknown[]) =>
    expectRefused(studio.protocol, call, {
      by: studio.token,
      error: error as never,
      args,
      others: [studio.token.address],
    });

  describe("inheritBalances", () => {
    it("is refused to all but the factory", async () => {
      const { clones } = studio;
      for (const caller of [clones.timelock, balanceAt(0).account]) {
        await refuses(() => inherit(caller), "ReputationTokenUnauthorized", [getAddress(caller)]);
      }
    });

    it("refuses nothing, a second time, and after founders were granted anything", async () => {
      const { token } = studio;
      await refuses(() => inherit(factory, 0n), "ReputationTokenZeroAmount", []);
      await inherit();
      await refuses(() => inherit(), "ReputationTokenAlreadyIssued", [total()]);
      await studio.rewind();
      await token.write.initialize([[balanceAt(0).account], 1n, EVIDENCE], { account: factory });
      await refuses(() => inherit(), "ReputationTokenAlreadyIssued", [await token.read.totalSupply()]);
    });

    it("refuses a predecessor whose index it cannot go on with", async () => {
      const { protocol } = studio;
      const { viem } = protocol.connection;
      const curve = await viem.deployContract("AnyCurve");
      const now = await studio.now();
      const valid = { gBase: 2n ** 41n, tBase: Number(now), halfLife: 90 * DAY };
      for (const wrong of [
        { gBase: 2n ** 40n - 1n },
        { gBase: 2n ** 87n + 1n },
        { tBase: Number(now) + 1_000 },
        { halfLife: 0 },
        { halfLife: 30 * DAY - 1 },
        { halfLife: 5 * YEAR + 1 },
      ]) {
        const { gBase, tBase, halfLife } = { ...valid, ...wrong };
        await curve.write.set([gBase, tBase, halfLife]);
        const args = [getAddress(curve.address)];
        await refuses(() => inherit(factory, 1n, curve.address), "ReputationTokenInvalidCurve", args);
      }
      await curve.write.set([valid.gBase, valid.tBase, valid.halfLife]);
      await inherit(factory, 1n, curve.address);
    });

    it("refuses more than ever fits", async () => {
      await refuses(() => inherit(factory, 2n ** 128n), "ERC20ExceededSafeSupply", [2n ** 128n, 2n ** 128n - 1n]);
    });

    it("goes on with the curve and holds the balances, which count in quorum and vote nowhere", async () => {
      const { token, protocol } = studio;
      const hash = await inherit();
      const [gBase, tBase, halfLife] = await old.read.curve();
      expect(await eventsOf(studio, hash)).to.deep.equal([
        { eventName: "IndexChanged", args: { gBase, tBase, halfLife } },
        { eventName: "Transfer", args: { from: zeroAddress, to: getAddress(token.address), value: total() } },
        {
          eventName: "BalancesInherited",
          args: { predecessor: getAddress(old.address), root: tree.root, total: total() },
        },
      ]);
      await protocol.connection.networkHelpers.time.increase(77 * DAY);
      expect(await token.read.index()).to.equal(await old.read.index());
      const curve = { gBase, tBase: BigInt(tBase), halfLife: BigInt(halfLife) };
      expect(await token.read.index()).to.equal(indexAt(curve, await studio.now()));
      expect(await token.read.halfLife()).to.equal(90 * DAY);
      expect(await token.read.delegates([token.address])).to.equal(zeroAddress);
      expect(await token.read.getVotes([token.address])).to.equal(0n);
      expect(await token.read.getPastTotalSupply([(await studio.now()) - 1n])).to.equal(total());
      expect((await token.read.inheritance())[0]).to.equal(tree.root);
    });

    it("reckons new founders by the inherited index", async () => {
      const { token } = studio;
      await inherit();
      const founder: Address = "0x00000000000000000000000000000000000000c2";
      await token.write.initialize([[founder], REP, EVIDENCE], { account: factory });
      expect(await token.read.balanceOf([founder])).to.equal(rawOf(REP, await token.read.index()));
    });
  });

  describe("claimInheritance", () => {
    it("refuses before anything was inherited, and by any proof but the right one", async () => {
      const args = [balanceAt(0).account];
      await refuses(() => claim(0), "ReputationTokenInvalidProof", args);
      await inherit();
      await refuses(() => claim(0, { raw: balanceAt(0).raw + 1n }), "ReputationTokenInvalidProof", args);
      await refuses(() => claim(0, {}, []), "ReputationTokenInvalidProof", args);
      await refuses(() => claim(0, {}, tree.proofs[1]), "ReputationTokenInvalidProof", args);
      const thief = getAddress("0x00000000000000000000000000000000000000c3");
      await refuses(() => claim(0, { account: thief }), "ReputationTokenInvalidProof", [thief]);
    });

    it("gives each account its raw balance once, delegated to itself, by anybody's call", async () => {
      const { token } = studio;
      await inherit();
      for (let i = 0; i < balances.length; i++) {
        const { account, raw } = balanceAt(i);
        expect(await token.read.hasClaimedInheritance([account])).to.equal(false);
        expect(await eventsOf(studio, await claim(i))).to.deep.equal([
          { eventName: "InheritanceClaimed", args: { account, raw } },
          {
            eventName: "DelegateChanged",
            args: { delegator: account, fromDelegate: zeroAddress, toDelegate: account },
          },
          { eventName: "Transfer", args: { from: getAddress(token.address), to: account, value: raw } },
          { eventName: "DelegateVotesChanged", args: { delegate: account, previousVotes: 0n, newVotes: raw } },
        ]);
        expect(await token.read.hasClaimedInheritance([account])).to.equal(true);
        await refuses(() => claim(i), "ReputationTokenAlreadyClaimed", [account]);
      }
      expect(await token.read.totalSupply()).to.equal(total());
      expect(await token.read.balanceOf([token.address])).to.equal(0n);
      expect(await token.read.effectiveBalanceOf([balanceAt(0).account])).to.equal(
        await old.read.effectiveBalanceOf([balanceAt(0).account]),
      );
    });

    it("leaves a delegate alone that was chosen before", async () => {
      const { token, protocol } = studio;
      await inherit();
      const founder = protocol.wallets[1] as Wallet;
      await token.write.delegate([balanceAt(3).account], { account: founder.account });
      await claim(0);
      expect(await token.read.getVotes([balanceAt(3).account])).to.equal(balanceAt(0).raw);
    });

    it("follows an account that has moved in the new token", async () => {
      const { token, protocol, clones } = studio;
      await inherit();
      const [, founder] = protocol.wallets as [Wallet, Wallet];
      const fresh = protocol.wallets[9] as Wallet;
      await token.write.mint([founder.account.address, REP, stringToHex("role", { size: 32 }), EVIDENCE], {
        account: clones.timelock,
      });
      await moveAccount(studio, founder, fresh);
      const before = await token.read.balanceOf([fresh.account.address]);
      await claim(0);
      expect(await token.read.balanceOf([fresh.account.address])).to.equal(before + balanceAt(0).raw);
    });
  });

  describe("prune of the token itself", () => {
    const prune = () => studio.token.write.prune([studio.token.address]);

    it("refuses before a year has passed, dormant or not, and where nothing is left", async () => {
      const { token, now, protocol } = studio;
      const args = [getAddress(token.address)];
      await refuses(prune, "ReputationTokenNoBalance", args);
      await inherit();
      const over = (await now()) + BigInt(YEAR);
      await token.write.noteDormancy([token.address]);
      await protocol.connection.networkHelpers.time.increaseTo(over - 2n);
      await refuses(prune, "ReputationTokenNotDormant", args);
    });

    it("burns what nobody has claimed a year later, and what was claimed stays", async () => {
      const { token, protocol } = studio;
      await inherit();
      await claim(0);
      await protocol.connection.networkHelpers.time.increase(YEAR);
      const rest = total() - balanceAt(0).raw;
      const account = getAddress(token.address);
      expect(await eventsOf(studio, await prune())).to.deep.equal([
        { eventName: "Transfer", args: { from: account, to: zeroAddress, value: rest } },
        { eventName: "ReputationPruned", args: { account, raw: rest } },
      ]);
      expect(await token.read.totalSupply()).to.equal(balanceAt(0).raw);
      await refuses(prune, "ReputationTokenNoBalance", [account]);
      await refuses(() => claim(1), "ERC20InsufficientBalance", [account, 0n, balanceAt(1).raw]);
    });

    it("does not hurry: who comes after the year and before the burn still gets everything", async () => {
      const { token, protocol } = studio;
      await inherit();
      await protocol.connection.networkHelpers.time.increase(2 * YEAR);
      await claim(1);
      expect(await token.read.balanceOf([balanceAt(1).account])).to.equal(balanceAt(1).raw);
    });
  });
});
