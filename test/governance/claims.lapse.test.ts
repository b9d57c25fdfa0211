import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, type Hash, parseEventLogs, zeroAddress } from "viem";
import {
  addressOf,
  BOND,
  claimPot,
  type Claims,
  DEPOSIT,
  file,
  fileOn,
  inPot,
  lapse,
  ownPot,
  putAside,
  quarantine,
  setUpClaims,
} from "./claims.ts";
import {
  boardEvents,
  commitLot,
  DAY,
  expectBoardRefuses,
  KIND,
  timeOf,
  useMandates,
  wholeOf,
  withBoard,
} from "./ethics.ts";
import { makeProposal } from "./governance.ts";

const MANDATE = 77n;

describe("governance/claims.lapse", () => {
  let claims: Claims;
  let timelock: Address;
  let board: Claims["board"];
  let recipe: bigint;

  before(async () => {
    claims = await setUpClaims();
    ({ board } = claims);
    timelock = getAddress(claims.clones.timelock);
    recipe = BigInt(claims.recipeId);
  });
  afterEach(() => claims.rewind());

  type Refusal = Parameters<typeof expectBoardRefuses>;
  const refused = (call: Refusal[1], error: Refusal[2], args: Refusal[3]) =>
    expectBoardRefuses(claims, call, error, args);
  const time = () => claims.protocol.connection.networkHelpers.time;
  const latest = () => time().latest();
  const eventsOf = async (hash: Hash) =>
    (await boardEvents(claims, hash)).map(({ eventName, args }) => [eventName, args] as const);
  const balanceOf = (account: Address) => claims.splitter.read.creditOf([account, claims.usdc.address]);
  const propose = () => makeProposal(claims, [{ target: addressOf(claims.stranger), value: 0n, data: "0x" }]);
  const filedAt = async (claimId: bigint) => (await board.read.claimOf([claimId])).filedAt;
  /** The answer is due now. */
  const pass = async (claimId: bigint) => time().setNextBlockTimestamp((await filedAt(claimId)) + 14 * DAY);
  const lapseOf = async (claimId: bigint) => {
    await pass(claimId);
    return lapse(claims, claimId);
  };
  /** Until when a lapse stopped its subject. */
  const stopIn = async (hash: Hash): Promise<number> => {
    const { logs } = await claims.protocol.publicClient.getTransactionReceipt({ hash });
    const [lapsed] = parseEventLogs({ abi: board.abi, logs, eventName: "ClaimLapsed" });
    if (lapsed === undefined) throw new Error("ClaimLapsed was not emitted");
    return lapsed.args.stoppedUntil;
  };
  /** Until when the subject of a claim that lapses is stopped. */
  const stoppedBy = async (claimId: bigint) => {
    return stopIn(await lapseOf(claimId));
  };

  describe("that nobody answers", () => {
    it("do not lapse before 14 days, twice, or without having been filed", async () => {
      const claimId = await fileOn(claims, KIND.asset, claims.asset(0));
      await refused(() => lapse(claims, 0n), "EthicsBoardUnknownClaim", [0n]);
      await refused(() => lapse(claims, claimId + 1n), "EthicsBoardUnknownClaim", [claimId + 1n]);
      const due = (await filedAt(claimId)) + 14 * DAY;
      await time().setNextBlockTimestamp(due - 1);
      await refused(() => lapse(claims, claimId), "EthicsBoardTooEarly", [BigInt(due - 1), BigInt(due)]);
      await time().setNextBlockTimestamp(due);
      await lapse(claims, claimId);
      await refused(() => lapse(claims, claimId), "EthicsBoardClaimNotOpen", [claimId]);
    });

    it("stop sales of their asset for 30 days, and give the bond back", async () => {
      const subject = claims.asset(0);
      const claimId = await fileOn(claims, KIND.asset, subject);
      const hash = await lapseOf(claimId);
      const stoppedUntil = (await timeOf(claims, hash)) + 30 * DAY;
      const to = addressOf(claims.claimant);
      expect(await eventsOf(hash)).to.deep.equal([
        ["ClaimLapsed", { claimId, stoppedUntil }],
        ["BondReturned", { claimId, to, amount: BOND }],
      ]);
      expect(await balanceOf(to)).to.equal(BOND);
      expect((await board.read.claimOf([claimId])).closed).to.equal(true);
      expect(await board.read.openClaimOf([KIND.asset, subject])).to.equal(0n);
      expect(await claims.registry.read.frozenUntil([subject])).to.equal(stoppedUntil);
      expect(await claims.registry.read.isReleasable([subject])).to.equal(false);
      expect(await claims.registry.read.isReleasable([claims.asset(1)])).to.equal(true);
      await time().increaseTo(stoppedUntil);
      expect(await claims.registry.read.isReleasable([subject])).to.equal(true);
    });

    it("stop a whole lot, new lots of a recipe, a mandate for 14 days, and no proposal", async () => {
      const mandates = await useMandates(claims);
      const { registry } = claims;
      const proposal = await propose();
      const ids = [
        await fileOn(claims, KIND.asset, wholeOf(claims.lotId)),
        await fileOn(claims, KIND.recipe, recipe),
        await fileOn(claims, KIND.mandate, MANDATE),
        await fileOn(claims, KIND.proposal, proposal.id),
      ];
      await time().increase(14 * DAY);
      const stops: number[] = [];
      for (const claimId of ids) {
        const hash = await lapse(claims, claimId);
        const until = await stopIn(hash);
        stops.push(until === 0 ? 0 : until - (await timeOf(claims, hash)));
      }
      expect(stops).to.deep.equal([30 * DAY, 30 * DAY, 14 * DAY, 0]);
      expect(await registry.read.isReleasable([claims.asset(5)])).to.equal(false);
      expect((await registry.read.suspensionOf([claims.recipeId]))[0]).to.be.above(await latest());
      const commit = commitLot(claims, claims.recipeId, 9n);
      await claims.protocol.connection.viem.assertions.revertWithCustomError(
        commit,
        registry,
        "AssetRegistryExpiredRecipe",
      );
      const paused = await mandates.read.pausedUntil([`0x${MANDATE.toString(16).padStart(64, "0")}`]);
      expect(paused).to.be.above(await latest());
      expect(await board.read.nextPauseOf([MANDATE])).to.equal(paused - 14 * DAY + 180 * DAY);
      expect(await balanceOf(addressOf(claims.claimant))).to.equal(DEPOSIT);
    });

    it("need no seat at all: silence of a board whose terms are over is silence", async () => {
      await time().increase(366 * DAY);
      expect(await board.read.liveSeats()).to.equal(0n);
      expect(await stoppedBy(await fileOn(claims, KIND.asset, claims.asset(0)))).to.be.above(await latest());
    });

    it("stop the same subject once in 180 days, whoever stopped it first", async () => {
      const mandates = await useMandates(claims);
      expect(mandates.address).to.not.equal(zeroAddress);
      const hash = await lapseOf(await fileOn(claims, KIND.asset, claims.asset(0)));
      const start = await timeOf(claims, hash);
      await quarantine(claims, KIND.asset, claims.asset(1), DAY);
      await quarantine(claims, ...recipeOf(), DAY);
      await lapseOf(await fileOn(claims, KIND.mandate, MANDATE));
      const ids = [
        await fileOn(claims, KIND.asset, claims.asset(0)),
        await fileOn(claims, KIND.asset, claims.asset(1), claims.rival),
        await fileOn(claims, ...recipeOf(), claims.rival),
        await fileOn(claims, KIND.mandate, MANDATE, claims.rival),
      ];
      for (const claimId of ids) {
        const due = (await filedAt(claimId)) + 14 * DAY;
        if ((await latest()) < due) await time().increaseTo(due);
        const [first] = await eventsOf(await lapse(claims, claimId));
        expect(first).to.deep.equal(["ClaimLapsed", { claimId, stoppedUntil: 0 }]);
      }
      expect(await balanceOf(addressOf(claims.claimant))).to.equal(3n * BOND);
      // on the very second it may be stopped again
      await time().increaseTo(start + 160 * DAY);
      const again = await fileOn(claims, KIND.asset, claims.asset(0));
      await time().setNextBlockTimestamp(start + 180 * DAY);
      const [stopped] = await eventsOf(await lapse(claims, again));
      expect(stopped).to.deep.equal(["ClaimLapsed", { claimId: again, stoppedUntil: start + 210 * DAY }]);
    });

    const recipeOf = () => [KIND.recipe, recipe] as const;

    it("lapse without a stop where it is refused: by another board's rule, by mandates, or because they are gone", async () => {
      const { protocol, studio } = claims;
      await useMandates(claims);
      const ids = [
        await fileOn(claims, KIND.asset, claims.asset(0)),
        await fileOn(claims, ...recipeOf()),
        await fileOn(claims, KIND.mandate, MANDATE),
      ];
      await withBoard(claims, claims.seats.slice(0, 3));
      await time().increase(14 * DAY);
      const refusedStop = async (claimId: bigint) =>
        expect((await eventsOf(await lapse(claims, claimId)))[0]).to.deep.equal([
          "ClaimLapsed",
          { claimId, stoppedUntil: 0 },
        ]);
      for (const claimId of ids) await refusedStop(claimId);
      expect(await board.read.nextPauseOf([MANDATE])).to.equal(0);
      expect(await claims.registry.read.frozenUntil([claims.asset(0)])).to.equal(0);
      await studio.write.setBoard([board.address], { account: timelock });
      const dumb = await protocol.connection.viem.deployContract("HostileGate");
      await dumb.write.answerWith([0, BigInt(claims.clones.studio)]);
      await studio.write.setMandates([dumb.address, []], { account: timelock });
      await refusedStop(await openMandateClaim());
      expect(await board.read.nextPauseOf([MANDATE])).to.equal(0);
      const last = await openMandateClaim();
      await studio.write.setMandates([zeroAddress, []], { account: timelock });
      await refusedStop(last);
      expect(await balanceOf(addressOf(claims.claimant))).to.equal(3n * BOND);
      expect(await balanceOf(addressOf(claims.rival))).to.equal(2n * BOND);
    });

    const openMandateClaim = async () => {
      const claimId = await fileOn(claims, KIND.mandate, MANDATE, claims.rival);
      await time().increase(14 * DAY);
      return claimId;
    };

    it("do not lapse with so little gas that the stop alone would fail", async () => {
      const claimId = await fileOn(claims, KIND.asset, claims.asset(0));
      await time().increase(14 * DAY);
      const errors = new Set<string>();
      for (let gas = 30_000n; gas < 630_000n; gas += 20_000n) {
        const snapshot = await claims.protocol.connection.networkHelpers.takeSnapshot();
        try {
          expect(await stopIn(await lapse(claims, claimId, gas)), `stopped with ${gas} gas`).to.be.above(0);
          errors.add("stopped");
        } catch (error) {
          errors.add(/EthicsBoardTooLittleGas\(\d+, 400000\)/.test(String(error)) ? "too little" : "out of gas");
        }
        await snapshot.restore();
      }
      expect([...errors]).to.deep.equal(["out of gas", "too little", "stopped"]);
      const { viem } = claims.protocol.connection;
      await viem.assertions.revertWithCustomError(lapse(claims, claimId, 400_000n), board, "EthicsBoardTooLittleGas");
    });

    it("call mandates that call back: nothing lapses twice", async () => {
      const mandates = await useMandates(claims);
      const claimId = await fileOn(claims, KIND.mandate, MANDATE);
      const data = encodeFunctionData({ abi: board.abi, functionName: "lapse", args: [claimId] });
      await mandates.write.callBack([board.address, data]);
      const hash = await lapseOf(claimId);
      const { logs } = await claims.protocol.publicClient.getTransactionReceipt({ hash });
      expect(logs.filter(({ address }) => getAddress(address) === getAddress(mandates.address))).to.have.length(1);
      expect(await balanceOf(addressOf(claims.claimant))).to.equal(BOND);
      expect(await inPot(claims, claimPot(claimId))).to.equal(0n);
    });
  });

  it("filed against everything by a stranger stop each asset once for 30 days, and nothing that was sold", async () => {
    const { registry, claimant } = claims;
    const assets = Array.from({ length: 24 }, (_, index) => claims.asset(index));
    await putAside(claims, claimant, BOND * BigInt(assets.length) - DEPOSIT);
    const ids: bigint[] = [];
    for (const asset of assets) ids.push(await fileOn(claims, KIND.asset, asset));
    expect(await inPot(claims, ownPot(addressOf(claimant)))).to.equal(0n);
    await refused(() => file(claims, KIND.asset, claims.asset(24)), "EthicsBoardBondTooSmall", [
      addressOf(claimant),
      0n,
      BOND,
    ]);
    await time().increase(14 * DAY);
    for (const claimId of ids) await lapse(claims, claimId);
    const releasable = () => Promise.all(assets.map((asset) => registry.read.isReleasable([asset])));
    expect(new Set(await releasable())).to.deep.equal(new Set([false]));
    expect(await registry.read.isReleasable([claims.asset(24)])).to.equal(true);
    await time().increase(30 * DAY);
    expect(new Set(await releasable())).to.deep.equal(new Set([true]));
    // the bonds are back, and buy no second stop
    await putAside(claims, claims.rival, BOND * BigInt(assets.length));
    for (const asset of assets) await fileOn(claims, KIND.asset, asset, claims.rival);
    await time().increase(14 * DAY);
    for (const claimId of ids) await lapse(claims, claimId + BigInt(ids.length));
    expect(new Set(await releasable())).to.deep.equal(new Set([true]));
    expect(await balanceOf(addressOf(claimant))).to.equal(BOND * BigInt(assets.length));
  });
});
