import { expect } from "chai";
import { type Address, getAddress, type Hash, zeroAddress } from "viem";
import { commitLot, expectGateRefuses, GAS, type Gate, openPanel, sharedGate } from "./fixture.ts";
import { type AuditTerms, DEFAULT_TERMS } from "./rolls.ts";

type RefusedBy = Parameters<typeof expectGateRefuses>[2];

const FIELDS = Object.keys(DEFAULT_TERMS) as (keyof AuditTerms)[];

const valuesOf = (cases: readonly Partial<AuditTerms>[]): string =>
  cases.map((over) => Object.values(over).join(" with ")).join(", ");

describe("curation/auditTerms", () => {
  const load = sharedGate(openPanel);
  let gate: Gate;
  let token: Address;

  beforeEach(async () => {
    gate = await load();
    token = gate.protocol.addressOf("TestUSDC");
  });

  const refuse = (call: () => Promise<Hash>, error: RefusedBy, args: readonly unknown[]) =>
    expectGateRefuses(gate, call, error, args);

  const set = (over: Partial<AuditTerms> = {}, account: Address = gate.timelock) =>
    gate.curation.write.setAuditTerms([{ ...DEFAULT_TERMS, ...over }], { account, gas: GAS });

  const setToken = (address = token, account: Address = gate.timelock) =>
    gate.curation.write.setAuditToken([address], { account, gas: GAS });

  describe("setAuditToken", () => {
    it("refuses everybody but the timelock", async () => {
      for (const { account } of [gate.registrar, gate.producer, gate.members[0] ?? gate.stranger]) {
        await refuse(() => setToken(token, account.address), "CurationUnauthorized", [account.address]);
      }
    });

    it("refuses what has no code: it could never be changed", async () => {
      for (const address of [zeroAddress, getAddress(gate.stranger.account.address)]) {
        await refuse(() => setToken(address), "CurationInvalidAuditToken", [address]);
      }
    });

    it("stores and announces it once and for ever", async () => {
      const { curation, connection } = gate;
      expect(await curation.read.auditToken()).to.equal(zeroAddress);
      await connection.viem.assertions.emitWithArgs(setToken(), curation, "AuditTokenSet", [getAddress(token)]);
      expect(await curation.read.auditToken()).to.equal(getAddress(token));
      for (const again of [token, gate.protocol.addressOf("AssetRegistry")]) {
        await refuse(() => setToken(again), "CurationAuditTokenAlreadySet", [getAddress(token)]);
      }
    });
  });

  describe("setAuditTerms", () => {
    it("refuses everybody but the timelock", async () => {
      for (const { account } of [gate.registrar, gate.producer, gate.members[0] ?? gate.stranger]) {
        await refuse(() => set({}, account.address), "CurationUnauthorized", [account.address]);
      }
    });

    /** Values just out of bounds, and the other fields that they need. */
    const outside: [keyof AuditTerms, Partial<AuditTerms>[]][] = [
      ["seedDelay", [{ seedDelay: 31 }, { seedDelay: 257 }, { seedDelay: 0 }]],
      ["ballotWindow", [{ ballotWindow: 3_599 }, { ballotWindow: 7 * 86_400 + 1 }]],
      ["timeOut", [{ timeOut: 86_399 }, { timeOut: 30 * 86_400 + 1 }]],
      ["challengeWindow", [{ challengeWindow: 3_599 }, { challengeWindow: 14 * 86_400 + 1 }]],
      ["challengeWindow", [{ challengeWindow: 10 * 86_400 + 1 }, { timeOut: 30 * 86_400 }]],
      ["quorum", [{ quorum: 500_000 }, { quorum: 1_000_001 }]],
      ["coverage", [{ coverage: 333_333 }, { coverage: 600_001 }, { quorum: 900_000, coverage: 900_001 }]],
      ["panel", [{ panel: 2 }, { panel: 129 }]],
      ["minHumanBallots", [{ minHumanBallots: 17 }, { panel: 3, minHumanBallots: 4 }]],
      ["normalSize", [{ normalSize: 0 }, { normalSize: 257 }]],
      ["normalAcceptance", [{ normalAcceptance: 65 }, { normalSize: 64, normalAcceptance: 17 }]],
      ["tightenedSize", [{ tightenedSize: 255 }, { tightenedSize: 257 }, { normalSize: 100, tightenedSize: 99 }]],
      ["tightenedAcceptance", [{ tightenedAcceptance: 3 }]],
      ["reducedSize", [{ reducedSize: 0 }, { reducedSize: 257 }, { normalSize: 63 }]],
      ["reducedAcceptance", [{ reducedAcceptance: 17 }, { reducedSize: 1, reducedAcceptance: 1 }]],
      ["flags", [{ flags: 4 }, { flags: 255 }]],
    ];
    for (const [field, cases] of outside) {
      it(`refuses ${field} out of bounds: ${valuesOf(cases)}`, async () => {
        for (const over of cases) await refuse(() => set(over), "CurationInvalidTerms", [FIELDS.indexOf(field)]);
      });
    }

    it("refuses what costs before there is a token to pay it in", async () => {
      for (const over of [{ bond: 1n }, { fee: 1n }, { challengeBond: 1n }]) {
        await refuse(() => set(over), "CurationNoAuditToken", []);
      }
    });

    it("takes every bound", async () => {
      await setToken();
      const money = 2n ** 80n - 1n;
      const least: AuditTerms = {
        bond: 0n,
        fee: 0n,
        challengeBond: 0n,
        seedDelay: 32,
        ballotWindow: 3_600,
        timeOut: 86_400,
        challengeWindow: 3_600,
        quorum: 500_001,
        coverage: 333_334,
        panel: 3,
        minHumanBallots: 0,
        normalSize: 1,
        normalAcceptance: 0,
        tightenedSize: 1,
        tightenedAcceptance: 0,
        reducedSize: 1,
        reducedAcceptance: 0,
        flags: 0,
      };
      const most: AuditTerms = {
        bond: money,
        fee: money,
        challengeBond: money,
        seedDelay: 256,
        ballotWindow: 7 * 86_400,
        timeOut: 4 * 86_400,
        challengeWindow: 7 * 86_400,
        quorum: 1_000_000,
        coverage: 1_000_000,
        panel: 128,
        minHumanBallots: 128,
        normalSize: 256,
        normalAcceptance: 64,
        tightenedSize: 256,
        tightenedAcceptance: 64,
        reducedSize: 256,
        reducedAcceptance: 64,
        flags: 3,
      };
      const { curation, connection } = gate;
      const days = { ballotWindow: 3_600, timeOut: 4 * 86_400 - 3_600, challengeWindow: 14 * 86_400 };
      for (const [i, terms] of [least, most, { ...most, ...days }].entries()) {
        await connection.viem.assertions.emitWithArgs(set(terms), curation, "TermsSet", [i + 1, terms]);
        expect(await curation.read.newestTerms()).to.equal(i + 1);
        expect(await curation.read.termsOf([i + 1])).to.deep.equal(terms);
      }
      expect(await curation.read.termsOf([1])).to.deep.equal(least);
      expect(await curation.read.planOf([2, 0])).to.deep.equal([256, 64]);
      expect(await curation.read.planOf([2, 1])).to.deep.equal([256, 64]);
      expect(await curation.read.planOf([1, 2])).to.deep.equal([1, 0]);
    });

    it("leaves lots that were committed before under theirs", async () => {
      const { curation } = gate;
      const before = await commitLot(gate, { nonce: 1n });
      await set({ panel: 32 });
      const after = await commitLot(gate, { nonce: 2n });
      expect((await curation.read.auditOf([before, 0])).terms).to.equal(0);
      expect((await curation.read.auditOf([after, 0])).terms).to.equal(1);
    });
  });

  it("has defaults as version 0, and no version or plan that was never set", async () => {
    const { curation, connection, parts } = gate;
    expect(await curation.read.newestTerms()).to.equal(0);
    expect(await curation.read.termsOf([0])).to.deep.equal(DEFAULT_TERMS);
    const plans = await Promise.all([0, 1, 2].map((plan) => curation.read.planOf([0, plan])));
    expect(plans).to.deep.equal([
      [256, 2],
      [256, 0],
      [64, 0],
    ]);
    const { assertions } = connection.viem;
    for (const call of [curation.read.termsOf([1]), curation.read.planOf([1, 0])]) {
      await assertions.revertWithCustomErrorWithArgs(call, curation, "CurationUnknownTerms", [1]);
    }
    await assertions.revertWithCustomErrorWithArgs(
      curation.read.planOf([0, 3]),
      parts[1],
      "AcceptancePlanUnknown",
      [3],
    );
  });
});
