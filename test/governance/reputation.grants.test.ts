import { expect } from "chai";
import { type Address, getAddress } from "viem";
import { PRESET } from "../helpers/protocol.ts";
import { Random } from "../helpers/random.ts";
import { expectRefused } from "../helpers/refused.ts";
import { effectiveOf, ModelBucket, rawOf } from "../models/decayIndex.ts";
import { DAY, REP, type Reputation, setUpReputation } from "./reputation.ts";

const WINDOW = 90 * DAY;
const WHOLE = 10n ** 18n;

const account = (n: number): Address => getAddress(`0x${(0x1000 + n).toString(16).padStart(40, "0")}`);

describe("governance/reputation.grants", () => {
  let studio: Reputation;
  afterEach(() => studio.rewind());

  const refuses = async (amount: bigint) => {
    const { protocol, token, grant, clones } = studio;
    const available = (value: bigint) => value < amount;
    for (const asked of [amount, 2n ** 128n]) {
      await expectRefused(protocol, () => grant(account(1), asked), {
        by: token,
        error: "ReputationTokenOverGrantLimit",
        args: [asked, available],
        others: [clones.reputation],
      });
    }
  };

  describe("of one founder", () => {
    before(async () => {
      studio = await setUpReputation({ preset: PRESET.solo });
    });

    it("starts at once: 5 % of at least 1,000 REP", async () => {
      const { token, grant } = studio;
      expect(Number(await token.read.grantable())).to.be.closeTo(Number(50n * REP), 1e15);
      await grant(account(0), 49n * REP);
      await refuses(2n * REP);
      await grant(account(1), REP / 2n);
    });

    it("stays absolute while the supply decays below 1,000 REP", async () => {
      const { protocol, token } = studio;
      await protocol.connection.networkHelpers.time.increase(5 * 180 * DAY);
      expect(Number(await token.read.effectiveTotalSupply()) / 1e18).to.be.closeTo(1_000 / 32, 0.001);
      expect(Number(await token.read.grantable()) / 1e18).to.be.closeTo(50, 1e-6);
      await studio.grant(account(0), 50n * REP - 1n);
      await refuses(REP);
    });
  });

  describe("of fifteen founders", () => {
    before(async () => {
      studio = await setUpReputation({ founders: Array.from({ length: 15 }, (_, i) => account(i)) });
    });

    it("gives whoever commands the votes a third of them after nine grants only, in two years", async () => {
      const { protocol, token, grant, now } = studio;
      const start = await now();
      const thief = account(666);
      let share = 0;
      let grants = 0;
      while (share < 1 / 3) {
        if (grants > 0) await protocol.connection.networkHelpers.time.increase(WINDOW);
        await grant(thief, ((await token.read.grantable()) * 999n) / 1_000n);
        grants += 1;
        share = Number(await token.read.balanceOf([thief])) / Number(await token.read.totalSupply());
      }
      // ln(1.5) / ln(1.05) = 8.3
      expect(grants).to.equal(9);
      expect(Number((await now()) - start)).to.be.at.least(720 * DAY);
    });
  });

  describe("of three founders", () => {
    before(async () => {
      studio = await setUpReputation();
    });

    it("is 5 % of the supply in 90 days, which come back evenly", async () => {
      const { protocol, token, grant } = studio;
      await grant(account(0), 149n * REP);
      await refuses(2n * REP);
      for (const part of [1, 2, 3]) {
        await protocol.connection.networkHelpers.time.increase(WINDOW / 3);
        const share = Number(await token.read.grantable()) / Number(await token.read.effectiveTotalSupply());
        expect(share).to.be.closeTo((0.05 * part) / 3, 0.0005);
      }
      await protocol.connection.networkHelpers.time.increase(WINDOW / 3);
      const share = Number(await token.read.grantable()) / Number(await token.read.effectiveTotalSupply());
      expect(share).to.be.closeTo(0.05, 1e-9);
    });

    it("means the same share a half-life later", async () => {
      const { protocol, token } = studio;
      const ratio = async () => Number(await token.read.grantable()) / Number(await token.read.effectiveTotalSupply());
      const before = await ratio();
      await protocol.connection.networkHelpers.time.increase(180 * DAY);
      expect(await ratio()).to.be.closeTo(before, 1e-12);
    });

    it("equals the model over 300 random grants", async () => {
      const { protocol, token, grant, now, clones } = studio;
      const random = new Random(0x6a41);
      const bucket = new ModelBucket(WHOLE / 20n, BigInt(WINDOW));
      let supply = await token.read.totalSupply();
      let granted = 0;
      for (let i = 0; i < 300; i++) {
        await protocol.connection.networkHelpers.time.increase(random.integer(1, 20 * DAY));
        const grantable = await token.read.grantable();
        const amount = random.chance(800_000) ? random.big(1n, grantable) : random.big(1n, 2n * grantable);
        await protocol.connection.networkHelpers.time.setNextBlockTimestamp((await now()) + 1n);
        const succeeded = await grant(account(i % 9), amount).then(
          () => true,
          () => false,
        );
        if (!succeeded) await protocol.connection.networkHelpers.mine();
        const [time, index] = [await now(), await token.read.index()];
        const least = rawOf(1_000n * REP, index);
        const base = supply > least ? supply : least;
        const raw = rawOf(amount, index);
        const share = (raw * WHOLE + base - 1n) / base;
        expect(succeeded, `grant ${i} of ${amount}`).to.equal(share <= bucket.available(time));
        if (succeeded) {
          bucket.consume(share, time);
          supply += raw;
          granted += 1;
        }
        expect(await token.read.totalSupply()).to.equal(supply);
        const now_ = supply > least ? supply : least;
        const left = (now_ * bucket.available(time)) / WHOLE;
        expect(await token.read.grantable()).to.equal(effectiveOf(left, index));
      }
      expect(granted).to.be.within(200, 299);
      expect(await token.read.totalSupply()).to.equal(supply);
      expect(clones.config.founders).to.have.length(3);
    });
  });
});
