import { expect } from "chai";
import {
  claimImpact,
  graduate,
  measureImpact,
  recordGate,
  replaceElectorate,
  setClaimTerms,
  setCuration,
  setImpact,
  setImpactTerms,
  type StudioAddresses,
  toBondId,
  withdrawBond,
} from "@imprimatur/sdk";
import { getImpact, getImpactOf, getMembership } from "@imprimatur/sdk/actions";
import { simulateProposal } from "@imprimatur/sdk/proposals";
import { type Address, encodeFunctionData, erc20Abi, getAddress, keccak256, stringToHex, zeroAddress } from "viem";
import { CHARTER, expectError, expectRefusal, setStage, type Stage } from "./fixture.ts";
import { buy, decide, type ForSale, fund, putOnSale } from "./market.ts";

const USDC = 1_000_000n;
const MEMBERS = [1, 2, 3];
const SEATS = [10, 11, 12, 13, 14];
const WEEK = 604_800n;
const BUYER = 5;
const REP = 10n ** 18n;

/** What a studio's vote may put in the place of something, and what it changes: on a real chain, by real proposals. */
describe("sdk: modules", () => {
  let stage: Stage;
  let studio: StudioAddresses & { board: Address };
  let token: Address;

  before(async () => {
    stage = await setStage();
    token = await fund(stage, "TestUSDC", stage.addressOf(BUYER), 10_000n * USDC);
    studio = await stage.as(1).createStudioAndWait({
      ...{ name: "House", symbol: "HSE", preset: "house", charter: CHARTER },
      ...{ founders: MEMBERS.map(stage.addressOf), seats: SEATS.map(stage.addressOf) },
    });
  });

  const pass = async (title: string, calls: { to: Address; data: `0x${string}` }[], on: StudioAddresses = studio) => {
    const { text } = await simulateProposal(stage.reader, { addresses: stage.addresses, studio: on, calls });
    await (await decide(stage, on, MEMBERS, { title, calls })).execute();
    return text;
  };

  describe("ethics board", () => {
    const amount = 50n * USDC;

    it("gets terms of claims by a proposal", async () => {
      const text = await pass("Bonds", [setClaimTerms.encode({ board: studio.board, token, bond: amount })]);
      expect(text).to.contain("Sets the bond of a claim to 50");
      const { claimTerms } = await stage.as(1, studio).getBoard();
      expect(claimTerms).to.deep.equal({ token: getAddress(token), bond: amount });
    });

    it("gives back what was put aside for a claim and not used, and no more", async () => {
      const claimant = stage.as(BUYER, studio);
      const args = [stage.addresses.royaltySplitter, amount] as const;
      await claimant.sendTransaction({
        to: token,
        data: encodeFunctionData({ abi: erc20Abi, functionName: "approve", args }),
      });
      const pot = { opener: studio.board, id: toBondId(stage.addressOf(BUYER)), token };
      await claimant.fundPotAndWait({ ...pot, amount });
      await expectRefusal("LimitError", "RoyaltySplitterOverRelease", () =>
        claimant.withdrawBond({ token, amount: amount + 1n }),
      );
      expect(await claimant.getPot(pot)).to.equal(amount);
      const { receipt, ...taken } = await claimant.withdrawBondAndWait({ token, amount: 20n * USDC });
      expect(receipt.status).to.equal("success");
      expect({ ...taken, to: taken.to.toLowerCase() }).to.deep.equal({
        ...{ to: stage.addressOf(BUYER), token: getAddress(token), amount: 20n * USDC },
      });
      expect(await claimant.getPot(pot)).to.equal(30n * USDC);
      const call = withdrawBond.encode({ board: studio.board, token: getAddress(token), amount });
      expect(withdrawBond.decode(call.data)).to.deep.equal({ token: getAddress(token), amount });
      await expectError("EventMissingError", () => Promise.resolve().then(() => withdrawBond.extractEvent([])));
    });

    it("says who is a candidate and who holds a seat", async () => {
      const candidate = stage.as(9, studio);
      const account = stage.addressOf(9);
      expect(await candidate.getCandidacy({ account })).to.deep.equal({ until: 0n, seat: 0, freeClaims: 0n });
      await candidate.standForSeatAndWait({ statement: CHARTER });
      const { until } = await candidate.getCandidacy({ account });
      expect(until).to.equal((await stage.now()) + 90n * 86_400n);
      const { seat } = await candidate.getCandidacy({ account: stage.addressOf(SEATS[2]!) });
      expect(seat).to.equal(3);
    });
  });

  describe("impact", () => {
    let on: StudioAddresses & { impact: Address };
    let sale: ForSale;
    const unitsPerRep = 10n * USDC;
    const price = 60n * USDC;

    it("is off until members vote for it", async () => {
      const { impact } = await stage.as(1).getStudio({ studio: studio.studio });
      expect(impact).to.equal(zeroAddress);
      await expectError("ContractMissingError", () => stage.as(1, { ...studio, impact }).measureImpact({ recipe: 1 }));
      const made = await stage.as(9).createSuccessorsAndWait({
        ...{ successorsOf: studio.studio, preset: "house", modules: ["impact"], evidence: CHARTER },
      });
      await pass("Impact", [setImpact.encode({ studio: studio.studio, newImpact: made.impact })]);
      const now = await stage.as(1).getStudio({ studio: studio.studio });
      expect(now.impact).to.equal(made.impact);
      on = { ...studio, impact: now.impact };
      const { terms } = await getImpact(stage.reader, on);
      expect(terms).to.include({ share: 0, version: 0, token: zeroAddress });
    });

    it("explains what it refuses", async () => {
      const terms = { token, unitsPerRep, share: 250_000 };
      await expectRefusal("UnauthorizedError", "ImpactEmissionUnauthorized", () =>
        stage.as(1, on).setImpactTerms(terms),
      );
      await expectRefusal("StateError", "ImpactEmissionOff", () => stage.as(1, on).measureImpact({ recipe: 1 }));
    });

    it("has the terms of a vote from the next epoch on", async () => {
      const terms = { token: getAddress(token), unitsPerRep, share: 250_000 };
      const call = setImpactTerms.encode({ impact: on.impact, ...terms });
      expect(setImpactTerms.decode(call.data)).to.deep.equal(terms);
      expect(await pass("Terms", [call], on)).to.contain("to the treasury for one REP, up to 25 % of what");
      const before = await getImpact(stage.reader, on);
      expect(before.nextTerms).to.deep.equal({ ...terms, version: 1, from: before.epoch + 1 });
      expect(before.terms.version).to.equal(0);
      await stage.pass(WEEK);
      const { epoch, terms: inForce } = await getImpact(stage.reader, on);
      expect({ epoch, inForce }).to.deep.equal({ epoch: before.epoch + 1, inForce: before.nextTerms });
    });

    it("pays who made what brought the treasury money", async () => {
      const author = stage.addressOf(4);
      const split = [
        { account: studio.timelock, weight: 500_000 },
        { account: author, weight: 500_000 },
      ].sort((one, other) => (BigInt(one.account) < BigInt(other.account) ? -1 : 1));
      const usages: ["personal"] = ["personal"];
      sale = await putOnSale(stage, { seller: 4, label: "work", kind: "work", token, price, usages, split });
      const anybody = stage.as(8, on);
      const { recipe } = sale;
      expect((await anybody.measureImpactAndWait({ recipe })).amount).to.equal(0n);
      await buy(stage, BUYER, sale, price);
      await anybody.settleAndWait({ recipes: [recipe], token });
      expect((await anybody.measureImpactAndWait({ recipe })).amount).to.equal(price / 2n);
      const { epoch } = await getImpact(stage.reader, on);
      const part = { epoch, recipe, account: author };
      const open = await getImpactOf(stage.reader, { ...part, impact: on.impact });
      // 30 USDC are three REP at ten each, of which the square root counts.
      expect(open.points ** 2n <= 3n * REP * REP && (open.points + 1n) ** 2n > 3n * REP * REP).to.equal(true);
      expect(open).to.include({ amount: price / 2n, allPoints: open.points, pool: 0n, closedAt: 0n, claimable: 0n });
      await expectRefusal("TimingError", "ImpactEmissionEpochOpen", () => anybody.closeImpactEpoch({ epoch }));

      await stage.pass(WEEK);
      const { receipt: _, ...closed } = await anybody.closeImpactEpochAndWait({ epoch });
      expect(closed).to.include({ epoch, points: open.points });
      const ready = await getImpactOf(stage.reader, { ...part, impact: on.impact });
      expect(ready).to.include({ pool: closed.pool, closedAt: await stage.now(), claimable: closed.pool });
      const before = (await anybody.getReputation({ member: author })).raw;
      const paid = await stage.as(4, on).claimImpactAndWait(part);
      expect({ ...paid, account: paid.account.toLowerCase() }).to.include({ ...part, raw: closed.pool });
      expect((await anybody.getReputation({ member: author })).raw).to.equal(before + closed.pool);
      expect((await getImpactOf(stage.reader, { ...part, impact: on.impact })).claimable).to.equal(0n);
      await expectRefusal("StateError", "ImpactEmissionNothingToClaim", () => stage.as(4, on).claimImpact(part));
      const { impact } = on;
      const decoded = claimImpact.decode(claimImpact.encode({ impact, ...part }).data);
      expect(decoded).to.deep.equal({ ...part, account: getAddress(author) });
      expect(measureImpact.decode(measureImpact.encode({ impact, recipe }).data)).to.deep.equal({ recipe });
    });
  });

  it("replace the gate by a proposal, recorded in the same one", async () => {
    const made = await stage.as(9).createSuccessorsAndWait({
      ...{ successorsOf: studio.studio, preset: "house", modules: ["curation"], evidence: CHARTER },
    });
    const { assetRegistry } = stage.addresses;
    await pass("Another gate", [
      recordGate.encode({ assetRegistry, gate: made.curation }),
      setCuration.encode({ studio: studio.studio, newCuration: made.curation }),
    ]);
    const { curation } = await stage.as(1).getStudio({ studio: studio.studio });
    expect(curation).to.equal(made.curation);
    expect(curation).to.not.equal(studio.curation);
  });

  it("say what became of a member's account", async () => {
    const member = stage.addressOf(2);
    const none = { migration: undefined, dormancy: undefined, inherited: undefined };
    const { newAccount, ...before } = await getMembership(stage.reader, { reputation: studio.reputation, member });
    expect(newAccount.toLowerCase()).to.equal(member);
    expect(before).to.deep.equal(none);
    const to = stage.addressOf(7);
    const deadline = (await stage.now()) + WEEK;
    const move = { from: member, to, deadline };
    const signed = {
      fromSignature: await stage.as(2, studio).signAccountMigration(move),
      toSignature: await stage.as(7, studio).signAccountMigration(move),
    };
    const { readyAt } = await stage.as(8, studio).startAccountMigrationAndWait({ ...move, ...signed });
    const { migration } = await getMembership(stage.reader, { reputation: studio.reputation, member });
    expect(migration).to.deep.equal({ to: getAddress(to), readyAt });
  });

  it("come with another preset where a solo studio graduates", async () => {
    const solo = await stage.as(6).createStudioAndWait({
      ...{ name: "Alone", symbol: "ONE", preset: "solo", founders: [stage.addressOf(6)], charter: CHARTER },
    });
    const made = await stage.as(6).createSuccessorsAndWait({
      ...{ successorsOf: solo.studio, preset: "collective", modules: ["electorate", "curation"] },
      ...{ founders: [4, 5, 6].map(stage.addressOf), evidence: keccak256(stringToHex("why")) },
    });
    const successors = { newGovernor: made.governor, newReputation: made.reputation };
    const calls = [
      recordGate.encode({ assetRegistry: stage.addresses.assetRegistry, gate: made.curation }),
      graduate.encode({ studio: solo.studio, preset: "collective", ...successors, newCuration: made.curation }),
    ];
    const { execute } = await decide(stage, solo, [6], { title: "Together", calls });
    const { receipt } = await execute();
    expect(graduate.extractEvent(receipt.logs, solo.studio)).to.deep.equal({ preset: "collective" });
    const { governor, reputation, curation } = made;
    const now = await stage.as(6).getStudio({ studio: solo.studio });
    expect(now).to.include({ preset: "collective", governor, reputation, curation, timelock: solo.timelock });
    const { inherited } = await getMembership(stage.reader, { reputation, member: stage.addressOf(6) });
    expect(inherited).to.equal(undefined);
    const again = replaceElectorate.encode({ studio: solo.studio, ...successors });
    await expectRefusal("UnauthorizedError", "StudioUnauthorized", () =>
      stage.as(6).replaceElectorate({ studio: solo.studio, ...replaceElectorate.decode(again.data) }),
    );
  });
});
