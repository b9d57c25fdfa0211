import { expect } from "chai";
import { type Address, getAddress, type Hash, keccak256, stringToHex, zeroAddress, zeroHash } from "viem";
import { callArgs } from "../helpers/governance.ts";
import type { Wallet } from "../helpers/protocol.ts";
import { lotInput, recipeInput, recordStudio, registerRecipe as registerAs } from "../registry/registry.ts";
import {
  addressOf,
  answer,
  BOND,
  claimPot,
  type Claims,
  closeClaim,
  DEPOSIT,
  file,
  fileOn,
  inPot,
  lapse,
  ownPot,
  putAside,
  setUpClaims,
} from "./claims.ts";
import {
  assetOf,
  boardEvents,
  DAY,
  EVIDENCE,
  expectBoardRefuses,
  FINDING,
  GAS,
  KIND,
  REASON,
  timeOf,
  useMandates,
  wholeOf,
  withBoard,
} from "./ethics.ts";
import { makeProposal, makeReady } from "./governance.ts";

const MANDATE = 77n;
const MANDATES_MODULE = 5;

describe("governance/claims", () => {
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

  describe("terms", () => {
    const set = (token: Address, bond: bigint, account: Address = timelock) =>
      board.write.setClaimTerms([token, bond], { account, gas: GAS });

    it("are set by the timelock alone", async () => {
      for (const wallet of [claims.seats[0] as Wallet, claims.producer, claims.stranger]) {
        const who = addressOf(wallet);
        await refused(() => set(claims.usdc.address, 1n, who), "EthicsBoardUnauthorized", [who]);
      }
    });

    it("need a token that exists for a bond, and none for none", async () => {
      const nobody = addressOf(claims.stranger);
      for (const [token, bond] of [
        [zeroAddress, 1n],
        [nobody, 1n],
        [nobody, 0n],
        [getAddress(claims.usdc.address), 0n],
      ] as const) {
        await refused(() => set(token, bond), "EthicsBoardInvalidBond", [token, bond]);
      }
    });

    it("hold for claims from then on: what was filed keeps its own", async () => {
      const { connection } = claims.protocol;
      const claimId = await fileOn(claims, KIND.asset, claims.asset(0));
      const other = await connection.viem.deployContract("TestToken", ["Other", "OTHER", 18]);
      const token = getAddress(other.address);
      await connection.viem.assertions.emitWithArgs(set(token, 3n), board, "ClaimTermsSet", [token, 3n]);
      expect(await board.read.claimTerms()).to.deep.equal([token, 3n]);
      await refused(() => file(claims, KIND.asset, claims.asset(1)), "EthicsBoardBondTooSmall", [
        addressOf(claims.claimant),
        0n,
        3n,
      ]);
      await lapseOf(claimId);
      expect(await balanceOf(addressOf(claims.claimant))).to.equal(BOND);
      // what was put aside in the old token is not lost
      const { account } = claims.claimant;
      await board.write.withdrawBond([claims.usdc.address, DEPOSIT - BOND], { account });
      expect(await balanceOf(addressOf(claims.claimant))).to.equal(DEPOSIT);
      await set(zeroAddress, 0n);
      expect(await board.read.claimTerms()).to.deep.equal([zeroAddress, 0n]);
    });
  });

  describe("are refused", () => {
    const refuseSubject = (kind: number, subject: bigint) =>
      refused(() => file(claims, kind, subject), "EthicsBoardInvalidSubject", [kind, subject]);

    it("without a reason, or without evidence", async () => {
      const { account } = claims.claimant;
      for (const [reason, evidence] of [
        [zeroHash, EVIDENCE],
        [REASON, zeroHash],
      ] as const) {
        const call = () => board.write.file([KIND.asset, claims.asset(0), reason, evidence], { account, gas: GAS });
        await refused(call, "EthicsBoardInvalidClaim", []);
      }
    });

    it("about an asset that is not the studio's: unknown, beyond its lot, independent, or of another studio", async () => {
      const { registry, protocol, others } = claims;
      await refuseSubject(KIND.asset, 0n);
      await refuseSubject(KIND.asset, assetOf(claims.lotId + 1n, 0));
      await refuseSubject(KIND.asset, claims.asset(300));
      await refuseSubject(KIND.asset, 2n ** 256n - 1n);
      const someone = addressOf(others[2] as Wallet);
      const contracts = { registry };
      const foreign = { protocol, contracts } as unknown as Parameters<typeof recordStudio>[0];
      const own = await registerAs(foreign, { licensor: someone });
      await registry.write.commitLot([lotInput({ recipeId: own.id })], { account: someone });
      await refuseSubject(KIND.asset, (BigInt(someone) << 64n) << 24n);
      const studio = await recordStudio(foreign, someone);
      const input = lotInput({ recipeId: own.id, nonce: 1n, gate: studio.gate.address });
      await registry.write.commitLot([input], { account: someone });
      await refuseSubject(KIND.asset, ((BigInt(someone) << 64n) | 1n) << 24n);
    });

    it("about a recipe that nobody registered, or that somebody else licenses", async () => {
      const { registry, others } = claims;
      await refuseSubject(KIND.recipe, 1n);
      const someone = addressOf(others[2] as Wallet);
      const input = recipeInput({ licensor: someone });
      await registry.write.registerRecipe([input, 0n, "0x"], { account: someone });
      await refuseSubject(KIND.recipe, BigInt(await registry.read.hashRecipe([input])));
    });

    it("about a proposal that nobody made, or that is over: defeated, canceled, executed", async () => {
      const { governor, producer } = claims;
      await refuseSubject(KIND.proposal, 1n);
      const [defeated, canceled, executed] = [await propose(), await propose(), await propose()];
      await governor.write.cancel(callArgs(canceled), { account: producer.account });
      await refuseSubject(KIND.proposal, canceled.id);
      await makeReady(claims, executed);
      await refuseSubject(KIND.proposal, defeated.id);
      await fileOn(claims, KIND.proposal, executed.id);
      await governor.write.execute(callArgs(executed));
      await refused(() => file(claims, KIND.proposal, executed.id), "EthicsBoardInvalidSubject", [
        KIND.proposal,
        executed.id,
      ]);
    });

    it("about mandates where there are none", async () => {
      await refused(() => file(claims, KIND.mandate, MANDATE), "EthicsBoardMissingModule", [MANDATES_MODULE]);
    });

    it("at a board that was replaced", async () => {
      const { board: present } = await withBoard(claims, claims.seats.slice(0, 3));
      await refused(() => file(claims, KIND.asset, claims.asset(0)), "EthicsBoardReplaced", [
        getAddress(present.address),
      ]);
    });

    it("while the same subject has an open claim, whoever files; its lot, and other assets, are other subjects", async () => {
      const subject = claims.asset(0);
      const claimId = await fileOn(claims, KIND.asset, subject);
      for (const by of [claims.claimant, claims.rival]) {
        await refused(() => file(claims, KIND.asset, subject, by), "EthicsBoardClaimOpen", [claimId]);
      }
      await file(claims, KIND.asset, wholeOf(claims.lotId), claims.rival);
      await file(claims, KIND.asset, claims.asset(1));
      expect(await board.read.openClaimOf([KIND.asset, subject])).to.equal(claimId);
    });

    it("without the bond: nothing put aside, one unit too little, another token, or somebody else's", async () => {
      const { stranger, splitter, protocol } = claims;
      const refuseFor = (found: bigint, by: Wallet) =>
        refused(() => file(claims, KIND.asset, claims.asset(0), by), "EthicsBoardBondTooSmall", [
          addressOf(by),
          found,
          BOND,
        ]);
      await refuseFor(0n, stranger);
      await putAside(claims, stranger, BOND - 1n);
      await refuseFor(BOND - 1n, stranger);
      const other = await protocol.connection.viem.deployContract("TestToken", ["Other", "OTHER", 18]);
      const { account } = stranger;
      await other.write.mint([account.address, BOND]);
      await other.write.approve([splitter.address, BOND], { account });
      await splitter.write.fundPot([board.address, ownPot(account.address), other.address, BOND], { account });
      await refuseFor(BOND - 1n, stranger);
      await putAside(claims, stranger, 1n);
      await file(claims, KIND.asset, claims.asset(1), stranger);
      await refuseFor(0n, stranger);
    });

    it("of outsiders where they cost nothing: no reputation, or votes given away", async () => {
      await board.write.setClaimTerms([zeroAddress, 0n], { account: timelock });
      const refuseOf = (by: Wallet) =>
        refused(() => file(claims, KIND.asset, claims.asset(0), by), "EthicsBoardNoMember", [addressOf(by)]);
      for (const by of [claims.claimant, claims.seats[0] as Wallet]) await refuseOf(by);
      const claimId = await fileOn(claims, KIND.asset, claims.asset(1), claims.producer);
      const { claimant, producer, token } = claims;
      await token.write.delegate([claimant.account.address], { account: producer.account });
      await refuseOf(producer);
      await fileOn(claims, KIND.asset, claims.asset(2), claimant);
      const { bond, token: bondToken } = await board.read.claimOf([claimId]);
      expect([bond, bondToken]).to.deep.equal([0n, zeroAddress]);
      const closed = await eventsOf(await lapseOf(claimId));
      expect(closed[1]).to.deep.equal(["BondReturned", { claimId, to: addressOf(producer), amount: 0n }]);
    });

    it("of members with fewer votes than a proposal needs where they cost nothing", async () => {
      await board.write.setClaimTerms([zeroAddress, 0n], { account: timelock });
      const [member, evidence] = [claims.claimant, keccak256(stringToHex("deed"))];
      await claims.token.write.mint([addressOf(member), 10n ** 18n, zeroHash, evidence], { account: timelock });
      await refused(() => file(claims, KIND.asset, claims.asset(0), member), "EthicsBoardNoMember", [
        addressOf(member),
      ]);
      await claims.token.write.mint([addressOf(member), 20n * 10n ** 18n, zeroHash, evidence], { account: timelock });
      await fileOn(claims, KIND.asset, claims.asset(0), member);
    });
  });

  it("are filed about assets, lots, recipes, proposals and mandates, and take the bond out of what was put aside", async () => {
    await useMandates(claims);
    const subjects = [
      [KIND.asset, claims.asset(299)],
      [KIND.asset, wholeOf(claims.lotId)],
      [KIND.recipe, recipe],
      [KIND.proposal, (await propose()).id],
    ] as const;
    const claimant = addressOf(claims.claimant);
    const token = getAddress(claims.usdc.address);
    for (const [i, [kind, subject]] of subjects.entries()) {
      const claimId = BigInt(i + 1);
      const hash = await file(claims, kind, subject);
      const terms = { reasonCode: REASON, evidence: EVIDENCE, token, bond: BOND };
      const filed = ["ClaimFiled", { claimId, claimant, subject, kind, ...terms }];
      expect(await eventsOf(hash)).to.deep.equal([filed]);
      expect(await board.read.claimOf([claimId])).to.deep.equal({
        ...{ claimant, kind, finding: FINDING.none, closed: false, filedAt: await timeOf(claims, hash) },
        ...{ bond: BOND, token, subject, reviewId: 0n },
      });
      expect(await board.read.openClaimOf([kind, subject])).to.equal(claimId);
      expect(await inPot(claims, claimPot(claimId))).to.equal(BOND);
      expect(await inPot(claims, ownPot(claimant))).to.equal(DEPOSIT - BOND * claimId);
    }
    await file(claims, KIND.mandate, MANDATE, claims.rival);
    expect(await board.read.claimCount()).to.equal(5n);
    // the same number of another kind is another subject
    expect(await board.read.openClaimOf([KIND.asset, recipe])).to.equal(0n);
  });

  describe("that are answered", () => {
    const settle = async (kind: number, subject: bigint, finding: number) => {
      const claimId = await fileOn(claims, kind, subject);
      await answer(claims, claimId, kind, subject, finding);
      const hash = await closeClaim(claims, claimId);
      return { claimId, events: await eventsOf(hash) };
    };

    it("are not closed before: unknown, open, twice, lapsed", async () => {
      const claimId = await fileOn(claims, KIND.asset, claims.asset(0));
      await refused(() => closeClaim(claims, claimId + 1n), "EthicsBoardUnknownClaim", [claimId + 1n]);
      await refused(() => closeClaim(claims, claimId), "EthicsBoardClaimOpen", [claimId]);
      await answer(claims, claimId, KIND.asset, claims.asset(0), FINDING.mistaken);
      await closeClaim(claims, claimId);
      await refused(() => closeClaim(claims, claimId), "EthicsBoardClaimNotOpen", [claimId]);
      const other = await fileOn(claims, KIND.asset, claims.asset(0));
      await lapseOf(other);
      await refused(() => closeClaim(claims, other), "EthicsBoardClaimNotOpen", [other]);
    });

    for (const [name, finding] of [
      ["upheld", FINDING.upheld],
      ["mistaken", FINDING.mistaken],
    ] as const) {
      it(`give the bond back if they are ${name}`, async () => {
        const to = addressOf(claims.claimant);
        const { claimId, events } = await settle(KIND.asset, claims.asset(0), finding);
        expect(events).to.deep.equal([["BondReturned", { claimId, to, amount: BOND }]]);
        expect(await balanceOf(to)).to.equal(BOND);
        expect(await inPot(claims, claimPot(claimId))).to.equal(0n);
      });
    }

    it("give an abusive one's bond to whom it harmed: the lot's producer, the timelock", async () => {
      await useMandates(claims);
      const producer = addressOf(claims.producer);
      const proposal = await propose();
      for (const [kind, subject, to] of [
        [KIND.asset, claims.asset(0), producer],
        [KIND.asset, wholeOf(claims.lotId), producer],
        [KIND.recipe, recipe, timelock],
        [KIND.proposal, proposal.id, timelock],
      ] as const) {
        const before = await balanceOf(to);
        const { claimId, events } = await settle(kind, subject, FINDING.abusive);
        expect(events).to.deep.equal([["BondReturned", { claimId, to, amount: BOND }]]);
        expect(await balanceOf(to)).to.equal(before + BOND);
      }
      await putAside(claims, claims.claimant, BOND);
      await settle(KIND.mandate, MANDATE, FINDING.abusive);
      expect(await balanceOf(timelock)).to.equal(3n * BOND);
      expect(await balanceOf(addressOf(claims.claimant))).to.equal(0n);
      await claims.splitter.write.withdraw([claims.usdc.address, producer]);
      expect(await claims.usdc.read.balanceOf([producer])).to.equal(2n * BOND);
    });

    it("give an abusive one's bond to who licenses the recipe when it is closed", async () => {
      const { registry, others } = claims;
      const heir = addressOf(others[3] as Wallet);
      const claimId = await fileOn(claims, KIND.recipe, recipe);
      await registry.write.offerControl([claims.recipeId, heir], { account: timelock });
      await registry.write.acceptControl([claims.recipeId], { account: heir });
      await answer(claims, claimId, KIND.recipe, recipe, FINDING.abusive);
      await closeClaim(claims, claimId);
      expect(await balanceOf(heir)).to.equal(BOND);
    });

    it("stop nothing by themselves, do not lapse, and make room for another claim", async () => {
      const subject = claims.asset(0);
      const claimId = await fileOn(claims, KIND.asset, subject);
      await answer(claims, claimId, KIND.asset, subject, FINDING.mistaken);
      await pass(claimId);
      await refused(() => lapse(claims, claimId), "EthicsBoardClaimNotOpen", [claimId]);
      expect(await claims.registry.read.frozenUntil([subject])).to.equal(0);
      expect(await board.read.openClaimOf([KIND.asset, subject])).to.equal(0n);
      const next = await fileOn(claims, KIND.asset, subject);
      // the first one's bond waits beside the second one's
      expect(await inPot(claims, claimPot(claimId))).to.equal(BOND);
      await closeClaim(claims, claimId);
      expect(await inPot(claims, claimPot(next))).to.equal(BOND);
    });

    it("are answered late as well as in time, as long as nobody ended them", async () => {
      const claimId = await fileOn(claims, KIND.asset, claims.asset(0));
      await time().increase(20 * DAY);
      await answer(claims, claimId, KIND.asset, claims.asset(0), FINDING.upheld);
      await closeClaim(claims, claimId);
      expect(await balanceOf(addressOf(claims.claimant))).to.equal(BOND);
    });
  });

  it("have no life outside a board: the code of claims alone holds nothing and stops nothing", async () => {
    const { protocol } = claims;
    const { viem } = protocol.connection;
    const part = await viem.getContractAt("IEthicsClaims", protocol.addressOf("EthicsClaims"));
    await viem.assertions.revert(
      part.write.file([KIND.asset, claims.asset(0), REASON, EVIDENCE], { account: claims.claimant.account, gas: GAS }),
    );
    await viem.assertions.revert(
      part.write.setClaimTerms([zeroAddress, 0n], { account: claims.claimant.account, gas: GAS }),
    );
    expect(await part.read.claimCount()).to.equal(0n);
  });
});
