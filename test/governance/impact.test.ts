import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, keccak256, stringToHex } from "viem";
import { callArgs } from "../helpers/governance.ts";
import { FIXED_SPLIT } from "../helpers/split.ts";
import { makeProposal, makeReady, passActions } from "./governance.ts";
import { type ImpactStage, MAX_SHARE, PRICE, setUpImpact, USDC, WEEK } from "./impact.ts";

const REP = 10n ** 18n;
const GAS = 5_000_000n;
const POT = keccak256(stringToHex("pot"));

describe("governance/impact", () => {
  let stage: ImpactStage;
  before(async () => {
    stage = await setUpImpact();
  });
  afterEach(() => stage.rewind());

  describe("terms", () => {
    it("are the timelock's to set", async () => {
      const { impact, usdc, stranger } = stage;
      const call = () =>
        impact.write.setTerms([usdc.address, PRICE, MAX_SHARE], { account: stranger.account, gas: GAS });
      await stage.refuses(call, "ImpactEmissionUnauthorized", [getAddress(stranger.account.address)]);
    });

    it("refuse more than a quarter of the issuance, a token without code, and reputation for nothing", async () => {
      const { governor, usdc, stranger } = stage;
      const nobody = getAddress(stranger.account.address);
      for (const { action, error, args } of [
        {
          action: stage.termsAction(usdc.address, PRICE, MAX_SHARE + 1),
          error: "ImpactEmissionInvalidShare",
          args: [MAX_SHARE + 1, MAX_SHARE],
        },
        { action: stage.termsAction(nobody, PRICE, 1), error: "ImpactEmissionUnknownToken", args: [nobody] },
        { action: stage.termsAction(usdc.address, 0n, 1), error: "ImpactEmissionZeroPrice", args: [] },
      ]) {
        const proposal = await makeProposal(stage, [action]);
        await makeReady(stage, proposal);
        await stage.refuses(() => governor.write.execute(callArgs(proposal), { gas: GAS }), error, args);
      }
    });

    it("are in force from the next epoch on", async () => {
      const { impact, usdc } = stage;
      const hash = await passActions(stage, [stage.termsAction()]);
      const epoch = await impact.read.epochNow();
      const args = {
        version: 1,
        from: epoch + 1,
        token: getAddress(usdc.address),
        unitsPerRep: PRICE,
        share: MAX_SHARE,
      };
      expect(await stage.eventsIn(hash)).to.deep.equal([{ eventName: "ImpactTermsSet", args }]);
      expect((await impact.read.termsOf([epoch])).share).to.equal(0);
      const { token, share, version, from, unitsPerRep } = await impact.read.termsOf([epoch + 1]);
      expect({ version, from, token: getAddress(token), unitsPerRep, share }).to.deep.equal(args);
    });

    it("that are replaced before they are in force never are", async () => {
      const { impact } = stage;
      await stage.turnOn();
      const epoch = await impact.read.epochNow();
      await passActions(stage, [stage.termsAction(stage.usdc.address, 1n), stage.termsAction(stage.usdc.address, 7n)]);
      const now = await impact.read.epochNow();
      expect((await impact.read.termsOf([epoch])).unitsPerRep).to.equal(PRICE);
      expect((await impact.read.termsOf([now])).unitsPerRep).to.equal(PRICE);
      expect((await impact.read.termsOf([now + 1])).unitsPerRep).to.equal(7n);
    });
  });

  describe("measure", () => {
    it("is refused before the members voted, until the next epoch, and after they switched it off", async () => {
      await stage.openHalf(1);
      await stage.refuses(() => stage.measure(1), "ImpactEmissionOff", []);
      await passActions(stage, [stage.termsAction()]);
      await stage.refuses(() => stage.measure(1), "ImpactEmissionOff", []);
      await stage.passEpoch();
      await stage.measure(1);
      await passActions(stage, [stage.termsAction(stage.usdc.address, 0n, 0)]);
      await stage.passEpoch();
      await stage.refuses(() => stage.measure(1), "ImpactEmissionOff", []);
    });

    it("refuses recipes that do not exist, or that pay the studio nothing, too little, or everything", async () => {
      const { clones } = stage;
      await stage.turnOn();
      await stage.refusesBySplitter(() => stage.measure(1), "RoyaltySplitterUnknownRecipe", [1]);
      await stage.openRecipe(1, 0, [[stage.author.account.address, 1_000_000]]);
      await stage.refusesBySplitter(() => stage.measure(1), "RoyaltySplitterUnknownPayee", [
        1,
        getAddress(clones.timelock),
      ]);
      await stage.openRecipe(2, 99_999, [[stage.author.account.address, 900_001]]);
      await stage.refuses(() => stage.measure(2), "ImpactEmissionTreasuryShare", [2, 99_999, 100_000]);
      await stage.openRecipe(3, 1_000_000, []);
      await stage.refuses(() => stage.measure(3), "ImpactEmissionTreasuryShare", [3, 1_000_000, 100_000]);
      await stage.openRecipe(4, 100_000, [[stage.author.account.address, 900_000]]);
      await stage.measure(4);
    });

    it("refuses splits whose parts change hands, and advances", async () => {
      const { usdc } = stage;
      await stage.turnOn();
      const lines = [[stage.author.account.address, 500_000]] as const;
      await stage.openRecipe(
        1,
        500_000,
        [...lines] as [Address, number][],
        { ...FIXED_SPLIT, kind: 2, token: usdc.address } as never,
      );
      await stage.refuses(() => stage.measure(1), "ImpactEmissionUnsupportedSplit", [1]);
      const advance = { account: stage.author.account.address, token: usdc.address, amount: 1n };
      await stage.openRecipe(2, 500_000, [...lines] as [Address, number][], { ...FIXED_SPLIT, advance } as never);
      await stage.refuses(() => stage.measure(2), "ImpactEmissionUnsupportedSplit", [2]);
    });

    it("refuses while the treasury's income goes elsewhere", async () => {
      const { protocol, splitter, clones } = stage;
      await stage.begin();
      const deadline = 2n ** 40n;
      const message = { account: clones.timelock, to: stage.author.account.address, nonce: 0n, deadline };
      const signature = await stage.author.signTypedData({
        domain: {
          name: "Imprimatur RoyaltySplitter",
          version: "1",
          chainId: await protocol.publicClient.getChainId(),
          verifyingContract: splitter.address,
        },
        types: {
          PayeeMigration: [
            { name: "account", type: "address" },
            { name: "to", type: "address" },
            { name: "nonce", type: "uint256" },
            { name: "deadline", type: "uint256" },
          ],
        },
        primaryType: "PayeeMigration",
        message,
      });
      const args = [clones.timelock, stage.author.account.address, deadline, "0x", signature] as const;
      const data = encodeFunctionData({ abi: splitter.abi, functionName: "startMigration", args });
      await passActions(stage, [{ target: splitter.address, data }]);
      await protocol.connection.networkHelpers.time.increase(WEEK);
      await splitter.write.finishMigration([clones.timelock]);
      await stage.refuses(() => stage.measure(1), "ImpactEmissionForeignRecipient", [
        getAddress(stage.author.account.address),
      ]);
    });

    it("marks first: what came in before the terms does not count", async () => {
      const { impact, usdc, splitter, clones } = stage;
      await stage.openHalf(1);
      await stage.sell(1, 100n * USDC);
      await stage.turnOn();
      const first = await stage.measure(1);
      expect(await stage.eventsIn(first)).to.deep.equal([
        { eventName: "ImpactMarked", args: { recipe: 1, version: 1, reached: 50n * USDC } },
      ]);
      const epoch = await impact.read.epochNow();
      expect(await impact.read.markOf([1])).to.deep.equal([50n * USDC, 1]);
      expect(await impact.read.flowOf([epoch, 1])).to.deep.equal({ amount: 0n, points: 0n });
      expect(await stage.eventsIn(await stage.measure(1)), "nothing new").to.deep.equal([]);
      await stage.sell(1, 8n * USDC);
      const args = { epoch, recipe: 1, amount: 4n * USDC, points: (4n * REP) / 10n };
      expect(await stage.eventsIn(await stage.measure(1))).to.deep.equal([{ eventName: "ImpactMeasured", args }]);
      expect(await splitter.read.creditOf([clones.timelock, usdc.address])).to.equal(54n * USDC);
      expect(await impact.read.epochOf([epoch])).to.deep.equal({
        points: args.points,
        share: MAX_SHARE,
        pool: 0n,
        closedAt: 0,
      });
    });

    it("counts what was divided: no escrow, no refund, nothing that still lies in an inbox", async () => {
      const { impact, splitter, market } = stage;
      const epoch = await stage.begin();
      const amount = async () => (await impact.read.flowOf([epoch, 1])).amount;
      await stage.sell(1, 20n * USDC, { pot: POT });
      await stage.measure(1);
      expect(await amount(), "in escrow").to.equal(0n);
      const sale = stage.saleOf(1, 20n * USDC, POT);
      await splitter.write.refundPot([POT, sale, 0n], { account: market, gas: GAS });
      await stage.measure(1);
      expect(await amount(), "refunded").to.equal(0n);
      await stage.sell(1, 20n * USDC, { settle: false });
      await stage.measure(1);
      expect(await amount(), "not divided").to.equal(0n);
      await splitter.write.settle([[1], stage.usdc.address]);
      await stage.measure(1);
      expect(await amount()).to.equal(10n * USDC);
    });

    it("damps the sum of an epoch, whatever it was measured in, and begins anew in the next", async () => {
      const { impact } = stage;
      const epoch = await stage.begin();
      for (let i = 0; i < 9; i++) {
        await stage.sell(1, 20n * USDC);
        await stage.measure(1);
      }
      // 90 USDC are nine REP before the root.
      expect((await impact.read.flowOf([epoch, 1])).points).to.equal(3n * REP);
      await stage.passEpoch();
      await stage.sell(1, 20n * USDC);
      await stage.measure(1);
      expect((await impact.read.flowOf([epoch, 1])).points).to.equal(3n * REP);
      expect((await impact.read.flowOf([epoch + 1, 1])).points).to.equal(REP);
      expect((await impact.read.epochOf([epoch + 1])).points).to.equal(REP);
    });

    it("begins anew under other terms", async () => {
      const { impact } = stage;
      await stage.begin();
      await stage.sell(1, 20n * USDC);
      await stage.turnOn(1n * USDC);
      const hash = await stage.measure(1);
      expect((await stage.eventsIn(hash)).map(({ eventName }) => eventName)).to.deep.equal(["ImpactMarked"]);
      await stage.sell(1, 2n * USDC);
      await stage.measure(1);
      expect((await impact.read.flowOf([await impact.read.epochNow(), 1])).points).to.equal(REP);
    });
  });
});
