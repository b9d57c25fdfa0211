import { expect } from "chai";
import { type Address, getAddress, type Hash, hexToString, parseEther, zeroAddress, zeroHash } from "viem";
import { createStudio } from "../helpers/protocol.ts";
import { Random } from "../helpers/random.ts";
import { expectRefused } from "../helpers/refused.ts";
import { effectiveOf, ModelBucket, rawOf } from "../models/decayIndex.ts";
import { createSuccessors } from "../studio/replacing.ts";
import { DAY, EVIDENCE, eventsOf, impersonate, REP, type Reputation, setUpReputation } from "./reputation.ts";

const WHOLE = 10n ** 18n;

const WEEK = 7 * DAY;

/** Where OpenZeppelin's upgradeable ERC-20 keeps its total supply (ERC-7201). */
const TOTAL_SUPPLY_SLOT = 0x52c63247e1f47db19d5ce0460030c497f067ca4cebf71ba98eeadabe20bace02n;

const MACHINE = (18n * WHOLE) / 1_000n;
const MACHINE_ACCOUNT = (45n * WHOLE) / 10_000n;

const account = (n: number): Address => getAddress(`0x${(0x1000 + n).toString(16).padStart(40, "0")}`);

describe("governance/reputation.issuance", () => {
  let studio: Reputation;
  afterEach(() => studio.rewind());

  describe("by the machine", () => {
    before(async () => {
      studio = await setUpReputation();
    });

    beforeEach(async () => {
      const { networkHelpers } = studio.protocol.connection;
      await networkHelpers.setBalance(studio.clones.curation, parseEther("1000"));
      await networkHelpers.impersonateAccount(studio.clones.curation);
    });

    const week = (weeks = 1) => studio.protocol.connection.networkHelpers.time.increase(weeks * WEEK);
    const reserve = (max = 2n ** 256n - 1n): Promise<Hash> =>
      studio.token.write.reserveIssuance([max], { account: studio.clones.curation });
    const issue = (to: Address, raw: bigint): Promise<Hash> =>
      studio.token.write.mintReserved([to, raw, EVIDENCE], { account: studio.clones.curation });
    const rawOfAccount = (to: Address) => studio.token.read.balanceOf([to]);
    /** Part of the present raw supply. */
    const shareOf = async (raw: bigint) => Number(raw) / Number(await studio.token.read.totalSupply());

    it("is refused to everybody but the present gate: members, registrar and timelock included", async () => {
      const { protocol, token, clones } = studio;
      const { founders, registrar } = clones.config;
      for (const caller of [founders[0] as Address, registrar, clones.timelock, clones.governor]) {
        if (caller === zeroAddress) continue;
        const { networkHelpers } = protocol.connection;
        await networkHelpers.impersonateAccount(caller);
        await networkHelpers.setBalance(caller, parseEther("10"));
        const refusal = {
          by: token,
          error: "ReputationTokenUnauthorized" as const,
          args: [getAddress(caller)],
          others: [token.address],
        };
        await expectRefused(protocol, () => token.write.reserveIssuance([1n], { account: caller }), refusal);
        const mint = () => token.write.mintReserved([account(1), 1n, EVIDENCE], { account: caller });
        await expectRefused(protocol, mint, refusal);
      }
    });

    it("is refused to the gate of another studio", async () => {
      const { protocol, token } = studio;
      const { networkHelpers } = protocol.connection;
      const other = await createStudio(protocol, { salt: EVIDENCE });
      await networkHelpers.impersonateAccount(other.curation);
      await networkHelpers.setBalance(other.curation, parseEther("10"));
      await expectRefused(protocol, () => token.write.reserveIssuance([1n], { account: other.curation }), {
        by: token,
        error: "ReputationTokenUnauthorized",
        args: [getAddress(other.curation)],
        others: [token.address],
      });
    });

    it("mints nothing before something was reserved", async () => {
      const { token } = studio;
      expect(await token.read.mintableTo([account(1)])).to.equal(0n);
      expect(await eventsOf(studio, await issue(account(1), REP))).to.deep.equal([]);
      expect(await token.read.delegates([account(1)])).to.equal(zeroAddress);
    });

    it("starts from founders alone: 1.8 % of their supply at once", async () => {
      const { token, clones } = studio;
      const supply = await token.read.totalSupply();
      expect(await token.read.reservable()).to.equal((supply * MACHINE) / WHOLE);
      const [event, ...others] = await eventsOf(studio, await reserve());
      const raw = (supply * MACHINE) / WHOLE;
      expect(event).to.deep.equal({
        eventName: "ReputationReserved",
        args: { minter: getAddress(clones.curation), raw },
      });
      expect(others).to.deep.equal([]);
      expect(await token.read.reserved()).to.equal(raw);
      expect(await token.read.totalSupply()).to.equal(supply);
    });

    it("mints what was reserved, and tells of it as of any grant", async () => {
      const { token } = studio;
      await reserve();
      const waiting = await token.read.reserved();
      const raw = 3n * REP;
      const events = await eventsOf(studio, await issue(account(1), raw));
      const index = await token.read.index();
      const granted = events.find(({ eventName }) => eventName === "ReputationGranted");
      expect(granted?.args).to.deep.equal({
        account: account(1),
        source: "0x6375726174696f6e000000000000000000000000000000000000000000000000",
        amount: effectiveOf(raw, index),
        raw,
        role: zeroHash,
        evidence: EVIDENCE,
      });
      expect(await rawOfAccount(account(1))).to.equal(raw);
      expect(await token.read.delegates([account(1)])).to.equal(account(1));
      expect(await token.read.reserved()).to.equal(waiting - raw);
    });

    it("gives one account 0.45 % of the supply in 7 days and never reverts for more", async () => {
      const { token } = studio;
      await reserve();
      const supply = await token.read.totalSupply();
      const most = (supply * MACHINE_ACCOUNT) / WHOLE;
      expect(await token.read.mintableTo([account(1)])).to.equal(most);
      await issue(account(1), 2n ** 256n - 1n);
      expect(await rawOfAccount(account(1))).to.equal(most);
      await issue(account(1), most);
      // a second later a 604,800th has flowed back
      expect(Number((await rawOfAccount(account(1))) - most)).to.be.lessThan(Number(most) / 100_000);
      await issue(account(2), most);
      expect(await rawOfAccount(account(2))).to.equal(most);
      await week();
      expect(await shareOf(await token.read.mintableTo([account(1)]))).to.be.closeTo(0.0045, 1e-6);
    });

    it("is pro rata in an epoch of spam: every part of the budget is minted, and not one beyond it", async () => {
      const { token } = studio;
      await reserve();
      const budget = await token.read.reserved();
      const [honest, spammers] = [account(1), Array.from({ length: 60 }, (_, i) => account(100 + i))];
      const score = 4n;
      const sum = score + BigInt(spammers.length);
      for (const spammer of spammers) await issue(spammer, budget / sum);
      await issue(honest, (budget * score) / sum);
      expect(await rawOfAccount(honest)).to.equal((budget * score) / sum);
      for (const spammer of spammers) expect(await rawOfAccount(spammer)).to.equal(budget / sum);
      await issue(account(99), budget);
      const floors = (budget * score) / sum + BigInt(spammers.length) * (budget / sum);
      expect(await rawOfAccount(account(99))).to.equal(budget - floors);
      expect(await token.read.reserved()).to.equal(0n);
    });

    it("makes 1.8 % a week: five capacities by the end of the fourth week", async () => {
      const { token } = studio;
      const start = await token.read.totalSupply();
      for (let epoch = 0; epoch <= 4; epoch++) {
        if (epoch !== 0) await week();
        await reserve();
        const budget = await token.read.reserved();
        expect(await shareOf(budget), `epoch ${epoch}`).to.be.closeTo(0.018, 1e-9);
        for (let i = 0; i < 5; i++) await issue(account(10 + i), budget / 5n);
      }
      const grown = Number(await token.read.totalSupply()) / Number(start);
      expect(grown).to.be.closeTo(1.018 ** 5, 1e-6);
    });

    it("keeps what is reserved for a week at least and two at most, and reserves no more meanwhile", async () => {
      const { token } = studio;
      await reserve();
      const first = await token.read.reserved();
      for (let i = 0; i < 4; i++) {
        await week(1 / 5);
        await reserve();
        expect(await token.read.reserved()).to.equal(first);
      }
      await week(1 / 2);
      await reserve();
      expect(await token.read.reserved(), "older now").to.equal(first);
      await issue(account(1), REP);
      await week(9 / 10);
      expect(await token.read.reserved(), "still waiting").to.equal(first - REP);
      await week(1 / 5);
      expect(await token.read.reserved(), "lapsed").to.equal(0n);
      expect(await eventsOf(studio, await issue(account(1), REP))).to.deep.equal([]);
      expect(await shareOf(await token.read.reservable())).to.be.closeTo(0.018, 1e-9);
    });

    it("forgets after two weeks what nobody has touched since it was set aside", async () => {
      const { token } = studio;
      await reserve();
      const waiting = await token.read.reserved();
      await week(1.99);
      expect(await token.read.reserved()).to.equal(waiting);
      await week(0.02);
      expect(await token.read.reserved()).to.equal(0n);
      expect(await eventsOf(studio, await issue(account(1), REP))).to.deep.equal([]);
    });

    it("is the same share a half-life later", async () => {
      const { token } = studio;
      await studio.protocol.connection.networkHelpers.time.increase(180 * DAY);
      expect(await shareOf(await token.read.reservable())).to.equal(0.018);
      await reserve();
      await issue(account(1), 2n ** 128n);
      expect(await shareOf(await rawOfAccount(account(1)))).to.be.closeTo(0.0045 / 1.0045, 1e-9);
      const effective = await token.read.effectiveBalanceOf([account(1)]);
      expect(Number(effective) / 1e18).to.be.closeTo(1_500 * 0.0045, 1e-6);
    });

    it("is a share of 1,000 REP at the least", async () => {
      const { protocol, token } = studio;
      await protocol.connection.networkHelpers.time.increase(5 * 180 * DAY);
      const index = await token.read.index();
      const least = rawOf(1_000n * REP, index);
      expect(Number(await token.read.totalSupply())).to.be.lessThan(Number(least));
      expect(await token.read.reservable()).to.equal((least * MACHINE) / WHOLE);
    });

    it("mints up to the largest supply and does not revert there", async () => {
      const { protocol, token } = studio;
      const { networkHelpers } = protocol.connection;
      await reserve();
      await networkHelpers.setStorageAt(token.address, TOTAL_SUPPLY_SLOT, 2n ** 128n - 3n);
      await issue(account(1), REP);
      expect(await rawOfAccount(account(1))).to.equal(2n);
      expect(await eventsOf(studio, await issue(account(2), REP))).to.deep.equal([]);
    });

    it("takes whoever commands the gate 21 weeks at least to a third of the votes, whenever it strikes", async function () {
      this.timeout(120_000);
      const { token, now } = studio;
      // Everything that can wait to be minted waits, and some of it is about to lapse.
      for (let i = 0; i < 3; i++) {
        await reserve();
        await issue(account(1), REP);
        await week(6 / 7);
      }
      const start = await now();
      const loot = Array.from({ length: 500 }, (_, i) => account(1_000 + i));
      let [share, next, stolen] = [0, 0, 0n];
      while (share < 1 / 3) {
        await reserve();
        while ((await token.read.reserved()) > 0n) {
          const thief = loot[next++ % loot.length] as Address;
          const had = await rawOfAccount(thief);
          await issue(thief, 2n ** 128n);
          stolen += (await rawOfAccount(thief)) - had;
        }
        share = await shareOf(stolen);
        if (share < 1 / 3) await week(1 / 2);
      }
      // ln(1.5) / ln(1.018) = 22.7, less the week that a full bucket is worth
      const weeks = Number((await now()) - start) / WEEK;
      expect(weeks).to.be.within(21, 23);
    });

    it("sets aside no more than was asked for, and nothing if that is nothing", async () => {
      const { token } = studio;
      await reserve(5n * REP);
      expect(await token.read.reserved()).to.equal(5n * REP);
      await reserve(0n);
      expect(await token.read.reserved()).to.equal(5n * REP);
      await reserve();
      const supply = await token.read.totalSupply();
      const missed = Number((supply * MACHINE) / WHOLE - (await token.read.reserved()));
      expect(Math.abs(missed)).to.be.lessThan(Number(REP / 1_000n));
      expect(await token.read.reservable()).to.equal(0n);
    });

    describe("of several modules", () => {
      let modules: { board: Address; impact: Address; curation: Address };

      beforeEach(async () => {
        const { protocol, clones } = studio;
        const { viem } = protocol.connection;
        const input = { curation: true, board: true, impact: true };
        const { board, impact, curation } = await createSuccessors(protocol, clones, input);
        modules = { board, impact, curation };
        const directory = await viem.getContractAt("IStudio", clones.studio);
        const by = { account: clones.timelock };
        await directory.write.setBoard([modules.board], by);
        await directory.write.setImpact([modules.impact], by);
        for (const minter of Object.values(modules)) await impersonate(studio, minter);
      });

      const replaceGate = async () => {
        const { protocol, clones } = studio;
        const { viem } = protocol.connection;
        const by = { account: clones.timelock };
        const registry = await viem.getContractAt("IAssetRegistry", protocol.addressOf("AssetRegistry"));
        await registry.write.recordGate([modules.curation], by);
        const directory = await viem.getContractAt("IStudio", clones.studio);
        await directory.write.setCuration([modules.curation], by);
      };

      it("says by whose word each was earned, out of one pool", async () => {
        const { token, clones } = studio;
        await reserve();
        const waiting = await token.read.reserved();
        const minters = [clones.curation, modules.board, modules.impact];
        for (const [i, minter] of minters.entries()) {
          expect(await eventsOf(studio, await token.write.reserveIssuance([1n], { account: minter }))).to.have.length(
            1,
          );
          const hash = await token.write.mintReserved([account(i), REP, EVIDENCE], { account: minter });
          const granted = (await eventsOf(studio, hash)).at(-1)?.args as { source: Hash };
          expect(hexToString(granted.source, { size: 32 })).to.equal(["curation", "review", "impact"][i]);
        }
        // a few seconds let a little flow back
        expect(Math.abs(Number((await token.read.reserved()) - waiting + 3n * REP))).to.be.at.most(10);
      });

      it("is refused to a gate that was replaced, and to modules that are not the studio's", async () => {
        const { protocol, token, clones } = studio;
        const refuses = (minter: Address) => async () => {
          for (const call of [
            () => token.write.reserveIssuance([1n], { account: minter }),
            () => token.write.mintReserved([account(1), 1n, EVIDENCE], { account: minter }),
          ]) {
            await expectRefused(protocol, call, {
              by: token,
              error: "ReputationTokenUnauthorized",
              args: [getAddress(minter)],
              others: [token.address],
            });
          }
        };
        await refuses(modules.curation)();
        await replaceGate();
        await refuses(clones.curation)();
        await token.write.reserveIssuance([1n], { account: modules.curation });
      });

      it("takes four stolen minters together 21 weeks to a third of the votes, replacing one resets nothing", async function () {
        this.timeout(120_000);
        const { token, clones, now } = studio;
        const [start, loot] = [await now(), Array.from({ length: 500 }, (_, i) => account(2_000 + i))];
        let [gate, share, next, stolen] = [clones.curation, 0, 0, 0n];
        while (share < 1 / 3) {
          for (const minter of [gate, modules.board, modules.impact]) {
            await token.write.reserveIssuance([2n ** 256n - 1n], { account: minter });
            while ((await token.read.reserved()) > 0n) {
              const thief = loot[next++ % loot.length] as Address;
              const had = await rawOfAccount(thief);
              await token.write.mintReserved([thief, 2n ** 128n, EVIDENCE], { account: minter });
              stolen += (await rawOfAccount(thief)) - had;
            }
          }
          share = await shareOf(stolen);
          // the fourth one takes the place of the gate halfway
          if (share > 1 / 6 && gate === clones.curation) {
            await replaceGate();
            gate = modules.curation;
          } else if (share < 1 / 3) await week(1 / 2);
        }
        expect(gate).to.equal(modules.curation);
        expect(Number((await now()) - start) / WEEK).to.be.within(21, 23);
      });
    });

    it("equals the model over 200 random steps", async function () {
      this.timeout(120_000);
      const { protocol, token, now } = studio;
      const random = new Random(0x1a55);
      const total = new ModelBucket(MACHINE, BigInt(WEEK));
      let waiting = { fresh: 0n, older: 0n, turned: 0n };
      const accounts = Array.from({ length: 5 }, () => new ModelBucket(MACHINE_ACCOUNT, BigInt(WEEK)));
      const balances = accounts.map(() => 0n);
      const least = async () => rawOf(1_000n * REP, await token.read.index());
      const turned = (time: bigint) => {
        if (time < waiting.turned + BigInt(WEEK)) return { ...waiting };
        return { fresh: 0n, older: time < waiting.turned + BigInt(2 * WEEK) ? waiting.fresh : 0n, turned: time };
      };
      let supply = await token.read.totalSupply();
      for (let step = 0; step < 200; step++) {
        await protocol.connection.networkHelpers.time.increase(random.integer(1, 5 * DAY));
        if (random.chance(400_000)) {
          await reserve();
          const [time, floor] = [await now(), await least()];
          const base = supply > floor ? supply : floor;
          waiting = turned(time);
          const held = ((waiting.fresh + waiting.older) * WHOLE + base - 1n) / base;
          const [free, room] = [total.available(time), held < MACHINE ? MACHINE - held : 0n];
          const share = free < room ? free : room;
          total.consume(share, time);
          waiting.fresh += (base * share) / WHOLE;
        } else {
          const who = random.integer(0, accounts.length - 1);
          const bucket = accounts[who] as ModelBucket;
          const asked = random.big(0n, 30n * REP);
          await issue(account(who), asked);
          const [time, floor] = [await now(), await least()];
          const base = supply > floor ? supply : floor;
          const most = (base * bucket.available(time)) / WHOLE;
          const book = turned(time);
          const minted = [asked, most, book.fresh + book.older].reduce((a, b) => (a < b ? a : b));
          const ofOlder = minted < book.older ? minted : book.older;
          if (minted !== 0n) {
            bucket.consume((minted * WHOLE + base - 1n) / base, time);
            waiting = { ...book, fresh: book.fresh - (minted - ofOlder), older: book.older - ofOlder };
          }
          balances[who] = (balances[who] as bigint) + minted;
          supply += minted;
          expect(await rawOfAccount(account(who)), `step ${step}`).to.equal(balances[who]);
        }
        const { fresh, older } = turned(await now());
        expect(await token.read.reserved(), `step ${step}`).to.equal(fresh + older);
      }
      expect(await token.read.totalSupply()).to.equal(supply);
    });
  });
});
