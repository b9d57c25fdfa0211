import { expect } from "chai";
import { type Address, encodeFunctionData, type Hash, numberToHex, zeroAddress } from "viem";
import type { Wallet } from "../helpers/protocol.ts";
import { PRESET } from "../helpers/protocol.ts";
import {
  assetOf,
  boardEvents,
  commitLot,
  DAY,
  decide,
  enact,
  type Ethics,
  expectBoardRefuses,
  GAS,
  hashOf,
  KIND,
  openReview,
  payloads,
  POWER,
  registerRecipe,
  registryOf,
  reviewInput,
  type ReviewInput,
  setUpEthics,
  timeOf,
  useMandates,
  voteOn,
  wholeOf,
} from "./ethics.ts";

describe("governance/board.powers", () => {
  let ethics: Ethics;
  let registry: Awaited<ReturnType<typeof registryOf>>;
  let timelock: Address;
  let recipeId: Hash;
  let lotId: bigint;

  before(async () => {
    const solo = await setUpEthics(5, { preset: PRESET.solo });
    registry = await registryOf(solo);
    timelock = solo.clones.timelock;
    recipeId = await registerRecipe(solo);
    lotId = await commitLot(solo, recipeId);
    const snapshot = await solo.protocol.connection.networkHelpers.takeSnapshot();
    ethics = { ...solo, rewind: () => snapshot.restore() };
  });
  afterEach(() => ethics.rewind());

  const refused = (...args: Parameters<typeof expectBoardRefuses> extends [unknown, ...infer Rest] ? Rest : never) =>
    expectBoardRefuses(ethics, ...args);
  const time = () => ethics.protocol.connection.networkHelpers.time;
  const assertions = () => ethics.protocol.connection.viem.assertions;
  const decideOn = (over: Partial<ReviewInput>) => decide(ethics, reviewInput(over));
  const open = (over: Partial<ReviewInput>) =>
    ethics.board.write.openReview([reviewInput(over)], { account: (ethics.seats[0] as Wallet).account, gas: GAS });
  const curation = () => ethics.protocol.connection.viem.getContractAt("ICuration", ethics.clones.curation);

  describe("quarantine", () => {
    const quarantine = (kind: number, subject: bigint, days = 30) => ({
      kind,
      subject,
      power: POWER.quarantine,
      payload: payloads.duration(days * DAY),
    });

    it("stops sales of an asset, or of its lot, for the time voted on", async () => {
      for (const subject of [assetOf(lotId, 7), wholeOf(lotId)]) {
        const hash = await decideOn(quarantine(KIND.asset, subject, 10));
        const until = (await timeOf(ethics, hash)) + 10 * DAY;
        expect(await registry.read.frozenUntil([subject])).to.equal(until);
        expect(await registry.read.isReleasable([assetOf(lotId, 7)])).to.equal(false);
        expect((await boardEvents(ethics, hash)).map(({ eventName }) => eventName)).to.deep.equal(["ReviewEnacted"]);
        await time().increaseTo(until);
        expect(await registry.read.isReleasable([assetOf(lotId, 7)])).to.equal(true);
      }
    });

    it("meets a subject once in 180 days: the registry says so", async () => {
      const hash = await decideOn(quarantine(KIND.asset, assetOf(lotId, 7), 1));
      const next = (await timeOf(ethics, hash)) + 180 * DAY;
      await time().increase(31 * DAY);
      const again = decideOn(quarantine(KIND.asset, assetOf(lotId, 7), 1));
      const args: [bigint, number] = [assetOf(lotId, 7), next];
      await assertions().revertWithCustomErrorWithArgs(again, registry, "AssetRegistryFrozenRecently", args);
      await decideOn(quarantine(KIND.asset, assetOf(lotId, 8), 1));
    });

    it("stops new lots of a recipe", async () => {
      const hash = await decideOn(quarantine(KIND.recipe, BigInt(recipeId)));
      const at = await timeOf(ethics, hash);
      expect((await registry.read.recipeOf([recipeId])).validUntil).to.equal(at);
      const lot = { recipeId, nonce: 77n, root: hashOf("root"), count: 1, gate: ethics.clones.curation };
      const { account } = ethics.founders[0] as Wallet;
      const commit = registry.write.commitLot([{ ...lot, manifest: hashOf("m") }], { account, gas: GAS });
      await assertions().revertWithCustomError(commit, registry, "AssetRegistryExpiredRecipe");
    });

    it("reaches nothing of anybody else", async () => {
      const foreign = assetOf(BigInt((ethics.others[0] as Wallet).account.address) << 64n, 0);
      const independent = await independentLot();
      for (const asset of [foreign, assetOf(independent, 0)]) {
        const call = () => open(quarantine(KIND.asset, asset));
        await refused(call, "EthicsBoardInvalidSubject", [KIND.asset, asset]);
      }
    });

    it("is over early when the board lifts it", async () => {
      const asset = assetOf(lotId, 7);
      await decideOn(quarantine(KIND.asset, asset));
      await decideOn({ kind: KIND.asset, subject: asset, power: POWER.lift });
      expect(await registry.read.frozenUntil([asset])).to.equal(0);
      await decideOn(quarantine(KIND.recipe, BigInt(recipeId)));
      await decideOn({ kind: KIND.recipe, subject: BigInt(recipeId), power: POWER.lift });
      expect((await registry.read.recipeOf([recipeId])).validUntil).to.equal(2 ** 40 - 1);
    });

    it("is not for a board that was replaced", async () => {
      const input = reviewInput(quarantine(KIND.asset, assetOf(lotId, 7)));
      const reviewId = await openReview(ethics, input, ethics.seats[0] as Wallet);
      await voteOn(ethics, reviewId, ethics.seats.slice(1));
      await ethics.studio.write.setBoard([zeroAddress], { account: timelock });
      await refused(() => enact(ethics, reviewId, input.payload), "EthicsBoardReplaced", [zeroAddress]);
    });
  });

  /** A lot without a gate, which nobody rules. */
  async function independentLot(): Promise<bigint> {
    const { account } = ethics.founders[0] as Wallet;
    await registry.write.grantRecipeUse([recipeId, account.address, 2 ** 40 - 1, true], { account: timelock });
    const lot = { recipeId, nonce: 5n, root: hashOf("independent"), count: 1, gate: zeroAddress };
    await registry.write.commitLot([{ ...lot, manifest: hashOf("m") }], { account });
    return (BigInt(account.address) << 64n) | 5n;
  }

  describe("veto of assets", () => {
    const masked = (word: bigint, mask: bigint, gate = ethics.clones.curation) => ({
      kind: KIND.asset,
      subject: wholeOf(lotId),
      payload: payloads.mask(gate, word, mask),
    });

    it("is of a whole lot", async () => {
      for (const power of [POWER.maskVeto, POWER.lift]) {
        const over = { ...masked(0n, 1n), subject: assetOf(lotId, 0), power };
        await refused(() => open(over), "EthicsBoardInvalidSubject", [KIND.asset, assetOf(lotId, 0)]);
      }
    });

    it("names the gate of the lot, a word and something in it", async () => {
      for (const power of [POWER.maskVeto, POWER.lift]) {
        const malformed = [
          { payload: payloads.duration(1) },
          { payload: `${masked(0n, 1n).payload}00` as const },
          masked(256n, 1n),
          masked(0n, 0n),
          masked(0n, 1n, timelock),
          masked(0n, 1n, ethics.board.address),
          { payload: `0x01${masked(0n, 1n).payload.slice(4)}` as const },
        ];
        for (const over of malformed) {
          const input = { ...masked(0n, 1n), ...over, power };
          await refused(() => open(input), "EthicsBoardInvalidReview", [power]);
        }
      }
    });

    it("blocks them at the gate, and lets them go", async () => {
      await decideOn({ ...masked(1n, 0b1011n), power: POWER.maskVeto });
      expect(await registry.read.blockedWord([lotId, 1])).to.equal(0b1011n);
      expect((await (await curation()).read.vetoOf([lotId, 1]))[0]).to.equal(0b1011n);
      expect(await registry.read.isReleasable([assetOf(lotId, 257)])).to.equal(false);
      await decideOn({ ...masked(1n, 0b0011n), power: POWER.lift });
      expect(await registry.read.blockedWord([lotId, 1])).to.equal(0b1000n);
    });

    it("is the members' once they confirmed it: only they lift it", async () => {
      await decideOn({ ...masked(1n, 0b0111n), power: POWER.maskVeto });
      const gate = await curation();
      await gate.write.confirmVeto([lotId, 1], { account: timelock });
      const input = reviewInput({ ...masked(1n, 0b0011n), power: POWER.lift });
      const reviewId = await openReview(ethics, input, ethics.seats[0] as Wallet);
      await voteOn(ethics, reviewId, ethics.seats.slice(1));
      await assertions().revertWithCustomError(enact(ethics, reviewId, input.payload), gate, "CurationVetoStands");
      await gate.write.liftVeto([lotId, 1, 0b0111n], { account: timelock });
      expect(await registry.read.blockedWord([lotId, 1])).to.equal(0n);
    });

    it("meets an asset once in 180 days, lapsed or lifted, and others of its word meanwhile", async () => {
      const over = (mask: bigint) => ({ ...masked(1n, mask), power: POWER.maskVeto });
      const vetoed = () => ethics.board.read.vetoedAssetsOf([wholeOf(lotId), 1n]);
      expect(await vetoed()).to.equal(0n);
      const first = await timeOf(ethics, await decideOn(over(0b0011n)));
      await decideOn({ ...masked(1n, 0b0011n), power: POWER.lift });
      await time().increase(20 * DAY);
      const second = await timeOf(ethics, await decideOn(over(0b0100n)));
      expect(await vetoed()).to.equal(0b0111n);
      await time().increase(31 * DAY);
      await (await curation()).write.liftVeto([lotId, 1, 0b0100n], { account: ethics.stranger.account });

      const supported = async (mask: bigint): Promise<() => Promise<Hash>> => {
        const input = reviewInput(over(mask));
        const reviewId = await openReview(ethics, input, ethics.seats[0] as Wallet);
        await voteOn(ethics, reviewId, ethics.seats.slice(1));
        return () => enact(ethics, reviewId, input.payload);
      };
      const stopped = (at: number) => [wholeOf(lotId), BigInt(at + 180 * DAY)];
      await refused(await supported(0b1010n), "EthicsBoardStoppedRecently", stopped(first));
      await refused(await supported(0b1110n), "EthicsBoardStoppedRecently", stopped(second));
      // another word, and other assets of this one, are free
      await decideOn({ ...masked(0n, 0b0011n), power: POWER.maskVeto });
      await time().increaseTo(first + 179 * DAY);
      const again = await supported(0b0011n);
      await time().setNextBlockTimestamp(first + 180 * DAY - 1);
      await refused(again, "EthicsBoardStoppedRecently", stopped(first));
      expect(await timeOf(ethics, await again())).to.equal(first + 180 * DAY);
      expect(await registry.read.blockedWord([lotId, 1])).to.equal(0b0011n);
      expect(await vetoed()).to.equal(0b0111n);
    });

    it("counts what was not blocked before", async () => {
      const gate = ethics.clones.curation;
      const { networkHelpers } = ethics.protocol.connection;
      await networkHelpers.impersonateAccount(gate);
      await networkHelpers.setBalance(gate, 10n ** 18n);
      await registry.write.setBlocked([lotId, 1, 0b0010n], { account: gate });
      await decideOn({ ...masked(1n, 0b0110n), power: POWER.maskVeto });
      expect(await ethics.board.read.vetoedAssetsOf([wholeOf(lotId), 1n])).to.equal(0b0100n);
      expect(await registry.read.blockedWord([lotId, 1])).to.equal(0b0110n);
    });

    it("tells the gate reason and evidence", async () => {
      const hash = await decideOn({ ...masked(0n, 1n), power: POWER.maskVeto });
      const { blockNumber: fromBlock } = await ethics.protocol.publicClient.getTransactionReceipt({ hash });
      const [event] = await (await curation()).getEvents.AssetsVetoed({ lotId }, { fromBlock });
      const { reasonCode, evidence } = reviewInput({});
      expect(event?.args).to.deep.include({ mask: 1n, reasonCode, evidence });
    });
  });

  describe("pause of a mandate", () => {
    const MANDATE = 42n;
    const pause = (days = 14, subject = MANDATE) => ({
      kind: KIND.mandate,
      subject,
      power: POWER.pause,
      payload: payloads.duration(days * DAY),
    });
    const lift = { kind: KIND.mandate, subject: MANDATE, power: POWER.lift };
    const mandateId = numberToHex(MANDATE, { size: 32 });

    it("needs mandates", async () => {
      for (const over of [pause(), lift]) await refused(() => open(over), "EthicsBoardMissingModule", [5]);
      await useMandates(ethics);
      const inputs = [reviewInput(pause()), reviewInput(lift)];
      for (const input of inputs) {
        const reviewId = await openReview(ethics, input, ethics.seats[0] as Wallet);
        await voteOn(ethics, reviewId, ethics.seats.slice(1));
      }
      await ethics.studio.write.setMandates([zeroAddress, []], { account: timelock });
      for (const [i, { payload }] of inputs.entries()) {
        await refused(() => enact(ethics, BigInt(i + 1), payload), "EthicsBoardMissingModule", [5]);
      }
    });

    it("stops it for 14 days at most, once in 180 days each", async () => {
      const mandates = await useMandates(ethics);
      expect(await ethics.board.read.nextPauseOf([MANDATE])).to.equal(0);
      const at = await timeOf(ethics, await decideOn(pause()));
      expect(await mandates.read.pausedUntil([mandateId])).to.equal(at + 14 * DAY);
      expect(await ethics.board.read.nextPauseOf([MANDATE])).to.equal(at + 180 * DAY);

      await decideOn(pause(1, 43n));
      await time().increaseTo(at + 179 * DAY);
      const input = reviewInput(pause(1));
      const reviewId = await openReview(ethics, input, ethics.seats[0] as Wallet);
      await voteOn(ethics, reviewId, ethics.seats.slice(1));
      await time().setNextBlockTimestamp(at + 180 * DAY - 1);
      const early = () => enact(ethics, reviewId, input.payload);
      await refused(early, "EthicsBoardStoppedRecently", [MANDATE, BigInt(at + 180 * DAY)]);
      const again = await timeOf(ethics, await early());
      expect(again).to.equal(at + 180 * DAY);
      expect(await mandates.read.pausedUntil([mandateId])).to.equal(again + DAY);
    });

    it("is over when the board lifts it", async () => {
      const mandates = await useMandates(ethics);
      await decideOn(pause());
      const at = await timeOf(ethics, await decideOn(lift));
      expect(await mandates.read.pausedUntil([mandateId])).to.equal(at);
    });

    it("is written down before the mandates are called: they cannot do it twice", async () => {
      const mandates = await useMandates(ethics);
      const input = reviewInput(pause());
      const reviewId = await openReview(ethics, input, ethics.seats[0] as Wallet);
      await voteOn(ethics, reviewId, ethics.seats.slice(1));
      const { board } = ethics;
      const data = encodeFunctionData({
        abi: board.abi,
        functionName: "enactReview",
        args: [reviewId, input.payload],
      });
      await mandates.write.callBack([board.address, data]);
      const hash = await enact(ethics, reviewId, input.payload);
      const { logs } = await ethics.protocol.publicClient.getTransactionReceipt({ hash });
      const own = logs.filter(({ address }) => address === mandates.address);
      expect(own).to.have.length(1);
      const [paused] = await mandates.getEvents.MandatePaused({ mandateId });
      expect(paused?.args.until).to.equal((await timeOf(ethics, hash)) + 14 * DAY);
      expect(await mandates.getEvents.CalledBack()).to.have.length(0);
    });

    it("is the board's, at the mandates", async () => {
      const mandates = await useMandates(ethics);
      const call = mandates.write.pause([mandateId, 1], { account: ethics.stranger.account, gas: GAS });
      await assertions().revertWithCustomError(call, mandates, "MandatesMockUnauthorized");
    });
  });

  describe("certificate", () => {
    it("is not for a board that was replaced", async () => {
      const subject = BigInt(recipeId);
      const input = reviewInput({ kind: KIND.recipe, subject, payload: payloads.certificate(true, hashOf("report")) });
      const reviewId = await openReview(ethics, input, ethics.seats[0] as Wallet);
      await voteOn(ethics, reviewId, ethics.seats.slice(1));
      await ethics.studio.write.setBoard([zeroAddress], { account: timelock });
      await refused(() => enact(ethics, reviewId, input.payload), "EthicsBoardReplaced", [zeroAddress]);
    });

    it("is the newest word on an asset, a lot or a recipe", async () => {
      const subjects: [number, bigint][] = [
        [KIND.asset, assetOf(lotId, 3)],
        [KIND.asset, wholeOf(lotId)],
        [KIND.recipe, BigInt(recipeId)],
      ];
      const read = (kind: number, subject: bigint) => ethics.board.read.certificationOf([kind, subject]);
      for (const [kind, subject] of subjects) {
        expect(await read(kind, subject)).to.deep.equal([0n, false, 0]);
        for (const passed of [true, false]) {
          const report = hashOf(`report ${kind} ${passed}`);
          const hash = await decideOn({ kind, subject, payload: payloads.certificate(passed, report) });
          const reviewId = await ethics.board.read.reviewCount();
          const [, certified] = await boardEvents(ethics, hash);
          const args = { kind, subject, reviewId, passed, report, charter: 1 };
          expect(certified).to.deep.equal({ eventName: "SubjectCertified", args });
          expect(await read(kind, subject)).to.deep.equal([reviewId, passed, await timeOf(ethics, hash)]);
        }
      }
    });
  });
});
