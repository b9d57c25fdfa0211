import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, keccak256, stringToHex } from "viem";
import { passActions } from "./governance.ts";
import { layoutOf } from "../helpers/layout.ts";
import { expectRefused } from "../helpers/refused.ts";
import { type ImpactStage, setUpImpact, USDC, WEEK } from "./impact.ts";

const REP = 10n ** 18n;
const POT = keccak256(stringToHex("pot"));

describe("governance/impact.epochs", () => {
  let stage: ImpactStage;
  before(async () => {
    stage = await setUpImpact();
  });
  afterEach(() => stage.rewind());

  describe("closeEpoch", () => {
    it("is refused before the end, without any score, and twice", async () => {
      const { impact, protocol } = stage;
      const epoch = await stage.begin();
      await stage.sell(1, 20n * USDC);
      await stage.measure(1);
      await stage.refuses(() => stage.close(epoch), "ImpactEmissionEpochOpen", [epoch, () => true, () => true]);
      await stage.refuses(() => stage.close(epoch - 1), "ImpactEmissionEmptyEpoch", [epoch - 1]);
      await stage.passEpoch();
      const hash = await stage.close(epoch);
      const { pool, points } = await impact.read.epochOf([epoch]);
      expect(await stage.eventsIn(hash)).to.deep.equal([
        { eventName: "ImpactEpochClosed", args: { epoch, points, pool } },
      ]);
      await stage.refuses(() => stage.close(epoch), "ImpactEmissionEpochOpen", [epoch, () => true, () => true]);
      await protocol.connection.networkHelpers.time.increase(WEEK);
      await stage.refuses(() => stage.close(epoch), "ImpactEmissionEpochClosed", [epoch]);
    });

    it("reserves what the scores are worth at the index, and no more", async () => {
      const { impact, token } = stage;
      const epoch = await stage.begin();
      await stage.sell(1, 20n * USDC);
      await stage.measure(1);
      await stage.passEpoch();
      await stage.close(epoch);
      const { pool } = await impact.read.epochOf([epoch]);
      expect(pool).to.equal((REP * (await token.read.index())) / 2n ** 40n);
      expect(await token.read.reserved()).to.equal(pool);
    });

    it("keeps the time of the close in the slot of the pool", async () => {
      const { types } = await layoutOf("contracts/governance/ImpactEmission.sol", "ImpactEmission");
      const [, epoch] = Object.entries(types).find(([name]) => name.startsWith("t_struct(ImpactEpoch)")) ?? [];
      expect(epoch?.members?.map(({ label, slot }) => [label, slot])).to.deep.equal([
        ["points", "0"],
        ["share", "0"],
        ["pool", "1"],
        ["closedAt", "1"],
      ]);
    });

    it("reserves its share of the issuance at most, and only once in seven days", async () => {
      const { impact, token, protocol } = stage;
      const epoch = await stage.begin();
      for (const recipe of [2, 3, 4]) {
        await stage.openHalf(recipe);
        await stage.measure(recipe);
        await stage.sell(recipe, 20_000n * USDC);
        await stage.measure(recipe);
      }
      await stage.passEpoch();
      await stage.sell(2, 20_000n * USDC);
      await stage.measure(2);
      await stage.passEpoch();
      const supply = await token.read.totalSupply();
      await stage.close(epoch);
      const { pool, points } = await impact.read.epochOf([epoch]);
      expect(points > 90n * REP, "scores above the share").to.equal(true);
      expect(pool).to.equal((supply * 18_000n * 250_000n) / 10n ** 12n);
      await stage.refuses(() => stage.close(epoch + 1), "ImpactEmissionEpochOpen", [epoch + 1, () => true, () => true]);
      await protocol.connection.networkHelpers.time.increase(WEEK);
      await stage.close(epoch + 1);
    });

    it("waits a week for issuance that others have used up, then takes what there is", async () => {
      const { impact, token, protocol, clones } = stage;
      const epoch = await stage.begin();
      await stage.sell(1, 20_000n * USDC);
      await stage.measure(1);
      await stage.passEpoch();
      const gate = await stage.asModule(clones.curation);
      await token.write.reserveIssuance([((await token.read.reservable()) * 9n) / 10n], gate);
      const wanted = ((await token.read.totalSupply()) * 4_500n) / 1_000_000n;
      await stage.refuses(() => stage.close(epoch), "ImpactEmissionNoBudget", [epoch, () => true, wanted]);
      await protocol.connection.networkHelpers.time.increase(WEEK - 60n);
      await stage.refuses(() => stage.close(epoch), "ImpactEmissionNoBudget", [epoch, () => true, wanted]);
      await protocol.connection.networkHelpers.time.increase(60n);
      await stage.close(epoch);
      const { pool } = await impact.read.epochOf([epoch]);
      expect(pool > 0n && pool < wanted, `${pool} of ${wanted}`).to.equal(true);
    });

    it("is refused to a module that the studio has replaced", async () => {
      const { impact, studio, token, clones } = stage;
      const epoch = await stage.begin();
      await stage.sell(1, 20n * USDC);
      await stage.measure(1);
      const zero = "0x0000000000000000000000000000000000000000";
      const data = encodeFunctionData({ abi: studio.abi, functionName: "setImpact", args: [zero] });
      await passActions(stage, [{ target: clones.studio, data }]);
      await stage.passEpoch();
      await expectRefused(stage.protocol, () => stage.close(epoch), {
        by: token,
        error: "ReputationTokenUnauthorized",
        args: [getAddress(impact.address)],
        others: [impact.address, token.address],
      });
    });
  });

  describe("claim", () => {
    const closed = async () => {
      const epoch = await stage.begin();
      await stage.sell(1, 20n * USDC);
      await stage.measure(1);
      await stage.passEpoch();
      await stage.close(epoch);
      return epoch;
    };

    it("pays the other payees by their weights, the studio itself nothing, each once", async () => {
      const { impact, token, clones, stranger } = stage;
      const epoch = await closed();
      const { pool } = await impact.read.epochOf([epoch]);
      for (const [{ account }, weight] of [
        [stage.author, 300_000n],
        [stage.other, 200_000n],
      ] as const) {
        const due = (pool * weight) / 500_000n;
        expect(await impact.read.claimable([epoch, 1, account.address])).to.equal(due);
        const hash = await stage.claim(epoch, 1, account.address);
        const args = { epoch, recipe: 1, account: getAddress(account.address), raw: due };
        expect(await stage.eventsIn(hash)).to.deep.equal([{ eventName: "ImpactClaimed", args }]);
        const [granted] = await token.getEvents.ReputationGranted({});
        expect(granted?.args.source).to.equal(stringToHex("impact", { size: 32 }));
        expect(BigInt(granted?.args.evidence ?? 0)).to.equal((BigInt(epoch) << 32n) | 1n);
        expect(await token.read.balanceOf([account.address])).to.equal(due);
        expect(await token.read.delegates([account.address])).to.equal(getAddress(account.address));
        const again = () => stage.claim(epoch, 1, account.address);
        await stage.refuses(again, "ImpactEmissionNothingToClaim", [1, getAddress(account.address)]);
      }
      for (const nobody of [clones.timelock, stranger.account.address]) {
        await stage.refuses(() => stage.claim(epoch, 1, nobody), "ImpactEmissionNothingToClaim", [
          1,
          getAddress(nobody),
        ]);
      }
    });

    it("is refused before the epoch is closed, and for recipes without a score", async () => {
      const epoch = await stage.begin();
      await stage.sell(1, 20n * USDC);
      await stage.measure(1);
      const { address } = stage.author.account;
      await stage.refuses(() => stage.claim(epoch, 1, address), "ImpactEmissionNothingToClaim", [
        1,
        getAddress(address),
      ]);
      await stage.passEpoch();
      await stage.close(epoch);
      await stage.openHalf(2);
      await stage.refuses(() => stage.claim(epoch, 2, address), "ImpactEmissionNothingToClaim", [
        2,
        getAddress(address),
      ]);
      await stage.refuses(() => stage.claim(epoch + 1, 1, address), "ImpactEmissionNothingToClaim", [
        1,
        getAddress(address),
      ]);
    });

    it("is refused from the seventh day after the close on, whoever asks; what was set aside is others'", async () => {
      const { impact, token, protocol } = stage;
      const { time } = protocol.connection.networkHelpers;
      const epoch = await closed();
      const { closedAt, pool } = await impact.read.epochOf([epoch]);
      expect(closedAt).to.equal(await time.latest());
      const end = BigInt(closedAt) + WEEK;
      const [author, other] = [stage.author, stage.other].map(({ account }) => getAddress(account.address)) as [
        Address,
        Address,
      ];
      await time.setNextBlockTimestamp(end - 1n);
      await stage.claim(epoch, 1, author);
      expect((await token.read.balanceOf([author])) > 0n).to.equal(true);
      expect(await impact.read.claimable([epoch, 1, other])).to.equal((pool * 2n) / 5n);
      const gate = await stage.asModule(stage.clones.curation);
      await token.write.reserveIssuance([10n ** 18n], gate);
      const reserved = await token.read.reserved();
      for (const [by, account] of [
        [stage.stranger, other],
        [stage.other, other],
        [stage.author, author],
        [stage.stranger, getAddress(stage.clones.timelock)],
      ] as const) {
        await stage.refuses(() => stage.claim(epoch, 1, account, by), "ImpactEmissionClaimExpired", [
          epoch,
          (now: bigint) => now >= end && now < end + 60n,
          end,
        ]);
      }
      expect(await impact.read.claimable([epoch, 1, other])).to.equal(0n);
      expect(await token.read.reserved()).to.equal(reserved);
    });

    it("divides in proportion between recipes that score more than the share", async () => {
      const { impact } = stage;
      const epoch = await stage.begin();
      for (const [recipe, gross] of [
        [2, 20_000n],
        [3, 80_000n],
      ] as const) {
        await stage.openHalf(recipe);
        await stage.measure(recipe);
        await stage.sell(recipe, gross * USDC);
        await stage.measure(recipe);
      }
      await stage.passEpoch();
      await stage.close(epoch);
      const { pool } = await impact.read.epochOf([epoch]);
      const [two, three] = await Promise.all(
        [2, 3].map(async (recipe) => {
          const parts = await Promise.all(
            [stage.author, stage.other].map(({ account }) => impact.read.claimable([epoch, recipe, account.address])),
          );
          return parts.reduce((sum, part) => sum + part);
        }),
      );
      // Four times the money, twice the score.
      expect(Number(three) / Number(two)).to.be.closeTo(2, 1e-6);
      expect(pool - (two as bigint) - (three as bigint) < 4n).to.equal(true);
    });

    it("lets only the account itself lose what its limit cuts off", async () => {
      const { impact, token, clones } = stage;
      await stage.turnOn();
      await stage.openRecipe(1, 500_000, [[stage.author.account.address, 500_000]]);
      await stage.earn(1, 20_000n * USDC);
      const epoch = await impact.read.epochNow();
      await stage.passEpoch();
      await stage.close(epoch);
      // The gate pays the author first, so that the limit of the account is nearly reached.
      const gate = await stage.asModule(clones.curation);
      await token.write.reserveIssuance([2n ** 255n], gate);
      const limit = await token.read.mintableTo([stage.author.account.address]);
      await token.write.mintReserved([stage.author.account.address, (limit * 3n) / 4n, POT], gate);
      const due = await impact.read.claimable([epoch, 1, stage.author.account.address]);
      const left = await token.read.mintableTo([stage.author.account.address]);
      expect(left < due).to.equal(true);
      await stage.refuses(() => stage.claim(epoch, 1, stage.author.account.address), "ImpactEmissionUnauthorized", [
        getAddress(stage.stranger.account.address),
      ]);
      const before = await token.read.balanceOf([stage.author.account.address]);
      await stage.claim(epoch, 1, stage.author.account.address, stage.author);
      const minted = (await token.read.balanceOf([stage.author.account.address])) - before;
      expect(minted > 0n && minted < due, `${minted} of ${due}`).to.equal(true);
      await stage.refuses(
        () => stage.claim(epoch, 1, stage.author.account.address, stage.author),
        "ImpactEmissionNothingToClaim",
        [1, getAddress(stage.author.account.address)],
      );
    });

    it("stays open when nothing is left of what was reserved", async () => {
      const { impact, token, protocol, clones } = stage;
      const epoch = await closed();
      const { address } = stage.author.account;
      const gate = await stage.asModule(clones.curation);
      await token.write.reserveIssuance([2n ** 255n], gate);
      for (const { account } of protocol.wallets.slice(1, 7)) {
        await token.write.mintReserved([account.address, 2n ** 200n, POT], gate);
      }
      expect(await token.read.reserved()).to.equal(0n);
      const call = () => stage.claim(epoch, 1, address, stage.author);
      await stage.refuses(call, "ImpactEmissionNothingToClaim", [1, getAddress(address)]);
      await protocol.connection.networkHelpers.time.increase(WEEK / 2n);
      await token.write.reserveIssuance([2n ** 255n], gate);
      const due = await impact.read.claimable([epoch, 1, address]);
      await call();
      expect(await token.read.balanceOf([address])).to.equal(due);
    });
  });
});
