import { expect } from "chai";
import { type Address, getAddress, keccak256, numberToHex, zeroAddress } from "viem";
import { privateKeyToAccount, type PrivateKeyAccount } from "viem/accounts";
import { connect } from "../helpers/protocol.ts";
import { Random } from "../helpers/random.ts";
import { type DecayCurve, effectiveOf, LAST_INDEX } from "../models/decayIndex.ts";
import { ReputationLedger } from "../models/reputationLedger.ts";
import { DAY, EVIDENCE, impersonate, REP, type Reputation, setUpReputation } from "./reputation.ts";

const RELEASE = process.env["RELEASE"] === "1";
const OPERATIONS = RELEASE ? 100_000 : 20_000;
const REAL_OPERATIONS = RELEASE ? 3_000 : 300;
const BATCH = 1_000;

const YEARS = 30;
const MEMBERS = 40;
const MIN_HALF_LIFE = BigInt(30 * DAY);
const MAX_HALF_LIFE = BigInt(5 * 365 * DAY);

/** One conversion that an operation needed, and what the model made of it. */
interface Conversion {
  curve: DecayCurve;
  time: bigint;
  amount: bigint;
  index: bigint;
  raw: bigint;
}

/** What must hold for the book at any time. */
function checkBook(ledger: ReputationLedger, time: bigint): void {
  const index = ledger.indexAt(time);
  const balances = ledger.members().map((member) => ledger.balanceOf(member));
  const sum = balances.reduce((total, raw) => total + raw, 0n);
  if (sum !== ledger.supply) expect.fail(`sum ${sum} is not the supply ${ledger.supply}`);
  const parts = balances.reduce((total, raw) => total + effectiveOf(raw, index), 0n);
  const whole = effectiveOf(ledger.supply, index);
  if (parts > whole || whole - parts > BigInt(balances.length)) expect.fail(`parts ${parts} of ${whole}`);
}

describe("governance/reputation.model", () => {
  /** Plays random operations on the model alone, checks the book after each, and collects what it converted. */
  function play(random: Random, operations: number): Conversion[] {
    const [step, started] = [(YEARS * 365 * DAY) / operations, 1_790_000_000n];
    const ledger = new ReputationLedger(started, BigInt(180 * DAY));
    const conversions: Conversion[] = [];
    const people = Array.from({ length: MEMBERS }, (_, i) => `m${i}`);
    let [time, born, rebases, prunes] = [started, MEMBERS, 0n, 0];
    const record = (amount: bigint, raw: bigint) =>
      conversions.push({ curve: ledger.curve, time, amount, index: ledger.indexAt(time), raw });
    for (let i = 0; i < operations; i++) {
      const before = new Map(people.map((who) => [who, effectiveOf(ledger.balanceOf(who), ledger.indexAt(time))]));
      time += BigInt(random.integer(1, Math.ceil(2 * step)));
      const [at, to] = [random.integer(0, MEMBERS - 1), random.pick(people)];
      const who = people[at] as string;
      // A quarter of them have left: hardly anything is granted to them, or taken, ever.
      const gone = at >= MEMBERS - MEMBERS / 4 && !random.chance(Math.round(400_000_000 / operations));
      const kind = random.integer(gone ? 750 : 0, 999);
      const held = effectiveOf(ledger.balanceOf(who), ledger.indexAt(time));
      if (kind < 300) {
        const amount = random.big(1n, 10n ** BigInt(random.integer(1, 23)));
        record(amount, ledger.mint(who, amount, time));
        before.delete(who);
      } else if (kind < 600) ledger.delegate(who, random.chance(100_000) ? "" : to);
      else if (kind < 750) {
        const amount = random.chance(100_000) ? 2n ** 255n : random.big(1n, 2n * held + 1n);
        const balance = ledger.balanceOf(who);
        const raw = ledger.slash(who, amount, time);
        if (raw > balance || raw < 0n) expect.fail(`slashed ${raw} of ${balance}`);
        if (amount < held) record(amount, raw);
      } else if (kind < 850 && !gone) {
        const fresh = `m${born++}`;
        ledger.move(who, fresh);
        people[at] = fresh;
        before.set(fresh, before.get(who) ?? 0n);
      } else if (kind < 900 && ledger.isNotable(who)) ledger.note(who, time);
      else if (kind < 998 && ledger.isPrunable(who, time)) {
        ledger.prune(who);
        prunes += 1;
      } else if (kind >= 998) {
        const worth = effectiveOf(ledger.supply, ledger.indexAt(time));
        ledger.setHalfLife(random.big(MIN_HALF_LIFE, MAX_HALF_LIFE), time);
        rebases += 1n;
        expect(effectiveOf(ledger.supply, ledger.indexAt(time))).to.equal(worth);
      }
      checkBook(ledger, time);
      for (const [account, worth] of before) {
        const now = effectiveOf(ledger.balanceOf(account), ledger.indexAt(time));
        if (now > worth) expect.fail(`${account} is worth ${now} instead of ${worth} without a mint`);
      }
      if (i % 16 !== 0) continue;
      const [index, exact] = [ledger.indexAt(time), ledger.exactIndexAt(time)];
      // Each change of the half-life rounds by less than 2^-40 of the index.
      const off = exact.over - index * exact.under;
      const most = (rebases + 1n) * (exact.over >> 40n);
      if (index < LAST_INDEX && (off < 0n || off > most)) expect.fail(`index ${index} is ${off} off`);
    }
    expect(Number(time - started) / (365 * DAY)).to.be.greaterThan(YEARS * 0.95);
    expect(prunes).to.be.greaterThan(10);
    expect(Number(rebases)).to.be.greaterThan(operations / 1_000);
    return conversions;
  }

  it(`keeps the book of ${OPERATIONS.toLocaleString("en-US")} random operations over ${YEARS} years exactly`, async function () {
    this.timeout(900_000);
    const conversions = play(new Random(0x1edbe7), OPERATIONS);
    expect(conversions.length).to.be.greaterThan(OPERATIONS / 4);
    const { viem } = await connect();
    const harness = await viem.deployContract("DecayIndexHarness");
    for (let done = 0; done < conversions.length; done += BATCH) {
      const batch = conversions.slice(done, done + BATCH);
      const curves = batch.map(({ curve: { gBase, tBase, halfLife } }) => ({
        gBase,
        tBase: Number(tBase),
        halfLife: Number(halfLife),
      }));
      const found = await harness.read.at([curves, batch.map(({ time }) => time)]);
      expect([...found]).to.deep.equal(batch.map(({ index }) => index));
      const [raw, effective] = await harness.read.convert([batch.map(({ amount }) => amount), found]);
      expect([...raw]).to.deep.equal(batch.map((conversion) => conversion.raw));
      expect([...effective]).to.deep.equal(batch.map((conversion) => effectiveOf(conversion.raw, conversion.index)));
    }
  });

  describe("of the real token", () => {
    let studio: Reputation;
    let ledger: ReputationLedger;
    let people: PrivateKeyAccount[];
    let born = 0;
    const random = new Random(0x7ea1);
    const past: { time: bigint; account: Address; votes: bigint; supply: bigint }[] = [];

    const newcomer = (): PrivateKeyAccount => privateKeyToAccount(keccak256(numberToHex(++born, { size: 32 })));

    before(async () => {
      people = Array.from({ length: 8 }, newcomer);
      const founders = people.slice(0, 3).map(({ address }) => address);
      studio = await setUpReputation({ founders });
      const [gBase, tBase, halfLife] = await studio.token.read.curve();
      ledger = new ReputationLedger(BigInt(tBase), BigInt(halfLife));
      expect(gBase).to.equal(ledger.curve.gBase);
      for (const founder of founders) ledger.mint(founder, 1_000n * REP, BigInt(tBase));
    });

    /** Signs and finishes a move to an account that nobody has used. */
    async function move(from: PrivateKeyAccount, to: PrivateKeyAccount): Promise<void> {
      const { token, protocol, now } = studio;
      const deadline = (await now()) + 600n;
      const message = { from: from.address, to: to.address, nonce: await token.read.nonces([from.address]), deadline };
      const text = {
        domain: {
          name: await token.read.name(),
          version: "1",
          chainId: await protocol.publicClient.getChainId(),
          verifyingContract: token.address,
        },
        types: {
          AccountMigration: [
            { name: "from", type: "address" },
            { name: "to", type: "address" },
            { name: "nonce", type: "uint256" },
            { name: "deadline", type: "uint256" },
          ],
        },
        primaryType: "AccountMigration",
        message,
      } as const;
      const signatures = [await from.signTypedData(text), await to.signTypedData(text)] as const;
      await token.write.startAccountMigration([from.address, to.address, deadline, ...signatures]);
      await protocol.connection.networkHelpers.time.increase(7 * DAY);
      await token.write.finishAccountMigration([from.address]);
      ledger.move(from.address, to.address);
    }

    /** One operation on token and model, if there is anything to do. */
    async function act(): Promise<void> {
      const { token, clones, grant, setHalfLife, now } = studio;
      const at = random.integer(0, people.length - 1);
      const who = people[at] as PrivateKeyAccount;
      const kind = random.integer(0, 99);
      const { address } = who;
      if (kind < 35) {
        const most = await token.read.grantable();
        if (most < 2n) return;
        const amount = random.big(1n, most / 2n);
        await grant(address, amount);
        ledger.mint(address, amount, await now());
      } else if (kind < 60) {
        const to = random.chance(100_000) ? zeroAddress : random.pick(people).address;
        await impersonate(studio, address);
        await token.write.delegate([to], { account: address });
        ledger.delegate(address, to === zeroAddress ? "" : to);
      } else if (kind < 72) {
        if (ledger.balanceOf(address) === 0n) return;
        const held = await token.read.effectiveBalanceOf([address]);
        const amount = random.chance(200_000) ? 2n ** 256n - 1n : random.big(1n, held / 4n + 1n);
        await token.write.slash([address, amount, EVIDENCE], { account: clones.timelock });
        ledger.slash(address, amount, await now());
      } else if (kind < 80) {
        const fresh = newcomer();
        if (ledger.balanceOf(address) === 0n) return;
        await move(who, fresh);
        people[at] = fresh;
      } else if (kind < 97) {
        const time = (await now()) + 1n;
        await studio.protocol.connection.networkHelpers.time.setNextBlockTimestamp(time);
        if (ledger.isPrunable(address, time)) {
          await token.write.prune([address]);
          ledger.prune(address);
        } else if (ledger.isNotable(address)) {
          await token.write.noteDormancy([address]);
          ledger.note(address, time);
        }
      } else {
        const halfLife = random.big(MIN_HALF_LIFE, BigInt(400 * DAY));
        await setHalfLife(Number(halfLife));
        ledger.setHalfLife(halfLife, await now());
      }
    }

    /** Everything that can be read is what the model says. */
    async function compare(): Promise<void> {
      const { token, now } = studio;
      const [votes, time] = [ledger.votes(), await now()];
      const index = ledger.indexAt(time);
      expect(await token.read.index()).to.equal(index);
      expect(await token.read.totalSupply()).to.equal(ledger.supply);
      expect(await token.read.effectiveTotalSupply()).to.equal(effectiveOf(ledger.supply, index));
      checkBook(ledger, time);
      for (const { address } of people) {
        const raw = ledger.balanceOf(address);
        expect(await token.read.balanceOf([address])).to.equal(raw);
        expect(await token.read.effectiveBalanceOf([address])).to.equal(effectiveOf(raw, index));
        expect(await token.read.getVotes([address])).to.equal(votes.get(address) ?? 0n);
        const delegate = ledger.delegateOf(address);
        expect(getAddress(await token.read.delegates([address]))).to.equal(delegate === "" ? zeroAddress : delegate);
      }
    }

    it(`equals the model over ${REAL_OPERATIONS} operations, and never changes the past`, async function () {
      this.timeout(1_800_000);
      const { protocol, token } = studio;
      for (let i = 0; i < REAL_OPERATIONS; i++) {
        await protocol.connection.networkHelpers.time.increase(
          random.integer(1, Math.ceil((2 * YEARS * 365 * DAY) / REAL_OPERATIONS)),
        );
        await act();
        if (i % 4 === 0) await compare();
        if (i % 10 === 0) {
          await protocol.connection.networkHelpers.mine();
          const [account, time] = [random.pick(people).address, (await studio.now()) - 1n];
          const votes = ledger.votes().get(account) ?? 0n;
          past.push({ time, account, votes, supply: ledger.supply });
        }
      }
      await compare();
      await protocol.connection.networkHelpers.mine(2);
      for (const { time, account, votes, supply } of past) {
        expect(await token.read.getPastVotes([account, time])).to.equal(votes);
        expect(await token.read.getPastTotalSupply([time])).to.equal(supply);
      }
    });

    it("takes no amount for more than it is, the largest included", async () => {
      const { protocol, grant, token } = studio;
      for (const amount of [2n ** 168n - 1n, 2n ** 168n, 2n ** 256n - 1n]) {
        const available = (value: bigint) => value < amount;
        const args = [amount, available] as never;
        const error = "ReputationTokenOverGrantLimit";
        await protocol.connection.viem.assertions.revertWithCustomErrorWithArgs(
          grant(zeroAddress, amount),
          token,
          error,
          args,
        );
      }
    });
  });
});
