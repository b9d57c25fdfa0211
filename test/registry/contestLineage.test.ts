import { expect } from "chai";
import { type Address, getAddress, type Hash, maxUint256, parseEventLogs, zeroAddress, zeroHash } from "viem";
import { connect, type Connection, type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  contestPot,
  DAY,
  expectProvenanceRefused,
  FINDING,
  ownPot,
  type ProvenanceError,
  provenanceOf,
} from "./provenance.ts";
import {
  actAs,
  ANSWER,
  commitBuilt,
  deployRegistry,
  GAS,
  hashOf,
  lotIdOf,
  type RecipeRecord,
  recordStudio,
  type Registry,
  registerRecipe,
  WHOLE_LOT,
} from "./registry.ts";

const BOND = 25_000_000n;
const DEPOSIT = 10n * BOND;
const RULING_TIME = 30 * DAY;
const EVIDENCE = hashOf("evidence");

describe("registry/contestLineage", () => {
  let connection: Connection;
  let registry: Registry;
  let provenance: Awaited<ReturnType<typeof provenanceOf>>;
  let usdc: Registry["contracts"]["usdc"];
  let home: Awaited<ReturnType<typeof recordStudio>>;
  /** Timelock of the home studio. */
  let judge: Address;
  let author: Address;
  let claimant: Wallet;
  let recipe: RecipeRecord;
  let source: RecipeRecord;
  /** An asset that the recipe left out. */
  let parent: bigint;

  const putAside = async ({ account }: Wallet, amount: bigint, token = usdc.address) => {
    const contract = await connection.viem.getContractAt("TestUSDC", token);
    await contract.write.mint([account.address, amount]);
    await contract.write.approve([registry.contracts.splitter.address, maxUint256], { account });
    const pot = [provenance.address, ownPot(account.address), token, amount] as const;
    await registry.contracts.splitter.write.fundPot(pot, { account });
  };

  const fixture = async () => {
    registry = await deployRegistry(connection);
    provenance = await provenanceOf(registry);
    ({ usdc } = registry.contracts);
    judge = getAddress(registry.licensor.account.address);
    author = getAddress(registry.stranger.account.address);
    claimant = registry.relayer;
    home = await recordStudio(registry, judge);
    recipe = await registerRecipe(registry, { licensor: judge });
    source = await registerRecipe(registry, { licensor: author });
    parent = (await commitBuilt(registry, source.id, author, { count: 3 })).assetId(1);
    await putAside(claimant, DEPOSIT);
    await provenance.write.setContestTerms([usdc.address, BOND], { account: judge });
  };

  before(async () => {
    connection = await connect();
  });

  beforeEach(async () => {
    await connection.networkHelpers.loadFixture(fixture);
  });

  interface ContestOptions {
    recipeId?: Hash;
    asset?: bigint;
    evidence?: Hash;
    token?: Address;
    bond?: bigint;
    by?: Address;
  }
  const contest = ({
    recipeId = recipe.id,
    asset = parent,
    evidence = EVIDENCE,
    token = usdc.address,
    bond = BOND,
    by = claimant.account.address,
  }: ContestOptions = {}): Promise<Hash> =>
    provenance.write.contestLineage([recipeId, asset, evidence, token, bond], { account: by, gas: GAS });
  const rule = (contestId: bigint, finding: number, account: Address = judge): Promise<Hash> =>
    provenance.write.ruleContest([contestId, finding], { account, gas: GAS });
  const lapse = (contestId: bigint): Promise<Hash> =>
    provenance.write.lapseContest([contestId], { account: author, gas: GAS });
  const refuse = (call: () => Promise<Hash>, error: ProvenanceError, args: readonly unknown[]) =>
    expectProvenanceRefused(registry, call, error, args);
  const eventsOf = async (hash: Hash) => {
    const { logs } = await registry.protocol.publicClient.waitForTransactionReceipt({ hash });
    return parseEventLogs({ abi: provenance.abi, logs }).map(({ eventName, args }) => [eventName, args] as const);
  };
  const creditOf = (account: Address, token = usdc.address) =>
    registry.contracts.splitter.read.creditOf([account, token]);
  const inPot = (id: Hash, token = usdc.address) =>
    registry.contracts.splitter.read.potOf([provenance.address, id, token]);
  const address = () => getAddress(claimant.account.address);

  describe("terms", () => {
    const set = (token: Address, bond: bigint, account: Address = judge) =>
      provenance.write.setContestTerms([token, bond], { account, gas: GAS });

    it("are set by the timelocks of studios, each for itself", async () => {
      for (const who of [author, address()]) {
        await refuse(() => set(usdc.address, 1n, who), "ProvenanceUnauthorized", [who]);
      }
      expect(await provenance.read.contestTermsOf([author])).to.deep.equal([zeroAddress, 0n]);
      expect(await provenance.read.contestTermsOf([judge])).to.deep.equal([getAddress(usdc.address), BOND]);
    });

    it("need a token that exists for a bond, and none for none", async () => {
      for (const [token, bond] of [
        [zeroAddress, 1n],
        [author, 1n],
        [author, 0n],
        [getAddress(usdc.address), 0n],
      ] as const) {
        await refuse(() => set(token, bond), "ProvenanceInvalidBond", [token, bond]);
      }
      const events = await eventsOf(await set(zeroAddress, 0n));
      expect(events).to.deep.equal([["ContestTermsSet", { timelock: judge, token: zeroAddress, bond: 0n }]]);
    });

    it("that change leave open contests as they are", async () => {
      await contest();
      await set(usdc.address, 2n * BOND);
      await rule(1n, FINDING.mistaken);
      expect(await creditOf(address())).to.equal(BOND);
    });
  });

  describe("is refused", () => {
    it("for unknown recipes, and those of accounts that are no studio: nobody would judge", async () => {
      const unknown = hashOf("no recipe");
      await refuse(() => contest({ recipeId: unknown }), "ProvenanceUnknownRecipe", [unknown]);
      await refuse(() => contest({ recipeId: source.id }), "ProvenanceNoJudge", [source.id, author]);
      expect(await provenance.read.judgeOf([source.id])).to.equal(zeroAddress);
      expect(await provenance.read.judgeOf([unknown])).to.equal(zeroAddress);
      expect(await provenance.read.judgeOf([recipe.id])).to.equal(judge);
    });

    it("to the licensor, who would judge itself", async () => {
      await refuse(() => contest({ by: judge }), "ProvenanceOwnRecipe", [recipe.id, judge]);
    });

    it("for assets that are in no lot", async () => {
      const unknown = lotIdOf(author, 77n) << 24n;
      for (const asset of [0n, unknown, unknown | WHOLE_LOT, parent + 2n, (parent | WHOLE_LOT) - 1n]) {
        await refuse(() => contest({ asset }), "ProvenanceUnknownAsset", [asset]);
      }
    });

    it("for the recipe's own assets, and parents that it names, by whichever asset of theirs", async () => {
      const own = await commitBuilt(registry, recipe.id, judge);
      await refuse(() => contest({ asset: own.assetId(0) }), "ProvenanceKnownParent", [recipe.id, own.assetId(0)]);
      const asset = own.assetId(0);
      const parents = [{ asset, licenseId: zeroHash, rate: 0 }];
      const child = await registerRecipe(registry, { licensor: judge, parents });
      for (const named of [asset, own.assetId(3), asset | WHOLE_LOT]) {
        const call = () => contest({ recipeId: child.id, asset: named });
        await refuse(call, "ProvenanceKnownParent", [child.id, named]);
      }
    });

    it("without evidence", async () => {
      await refuse(() => contest({ evidence: zeroHash }), "ProvenanceMissingEvidence", [recipe.id]);
    });

    it("without a bond, with less than the studio asks for, in another token, and with more than was put aside", async () => {
      const other = getAddress(registry.protocol.addressOf("TestUSDCKeyed"));
      const token = getAddress(usdc.address);
      await refuse(() => contest({ bond: 0n }), "ProvenanceInvalidBond", [token, 0n]);
      await refuse(() => contest({ bond: BOND - 1n }), "ProvenanceWrongBond", [token, BOND - 1n, token, BOND]);
      await refuse(() => contest({ token: other }), "ProvenanceWrongBond", [other, BOND, token, BOND]);
      const most = 2n ** 96n - 1n;
      await refuse(() => contest({ bond: most }), "ProvenanceBondTooSmall", [address(), DEPOSIT, most]);
      await refuse(() => contest({ by: author }), "ProvenanceBondTooSmall", [author, 0n, BOND]);
    });

    it("while the same claimant contests the same parent; other parents and other claimants are let in", async () => {
      await contest();
      await refuse(() => contest(), "ProvenanceOpenContest", [1n]);
      await contest({ asset: parent - 1n });
      await contest({ asset: parent | WHOLE_LOT });
      await putAside(registry.stranger, BOND);
      await contest({ by: author });
      expect(await provenance.read.contestCount()).to.equal(4n);
      expect(await provenance.read.openContestOf([recipe.id, parent, author])).to.equal(4n);
      await rule(1n, FINDING.mistaken);
      await refuse(() => contest({ by: author }), "ProvenanceOpenContest", [4n]);
      await contest();
    });
  });

  it("puts the bond at stake, says everything, and stops nothing", async () => {
    const { registry: contract } = registry.contracts;
    const before = await contract.read.recipeOf([recipe.id]);
    const hash = await contest({ bond: BOND + 1n });
    const deadline = (await connection.networkHelpers.time.latest()) + RULING_TIME;
    const token = getAddress(usdc.address);
    expect(await eventsOf(hash)).to.deep.equal([
      [
        "LineageContested",
        {
          contestId: 1n,
          recipeId: recipe.id,
          claimant: address(),
          recipe: recipe.ordinal,
          parent,
          evidence: EVIDENCE,
          token,
          bond: BOND + 1n,
          deadline,
        },
      ],
    ]);
    expect(await provenance.read.contestOf([1n])).to.deep.equal({
      claimant: address(),
      deadline,
      finding: FINDING.none,
      closed: false,
      token,
      bond: BOND + 1n,
      recipeId: recipe.id,
      parent,
    });
    expect(await provenance.read.openContestOf([recipe.id, parent, address()])).to.equal(1n);
    expect([await inPot(ownPot(address())), await inPot(contestPot(1n))]).to.deep.equal([
      DEPOSIT - BOND - 1n,
      BOND + 1n,
    ]);
    expect(await contract.read.recipeOf([recipe.id])).to.deep.equal(before);
    await commitBuilt(registry, recipe.id, judge);
  });

  it("costs what the claimant offers where the studio asks for nothing, in any token", async () => {
    await provenance.write.setContestTerms([zeroAddress, 0n], { account: judge });
    const other = registry.protocol.addressOf("TestUSDCKeyed");
    await putAside(claimant, 3n, other);
    await contest({ token: other, bond: 1n });
    await rule(1n, FINDING.upheld);
    expect(await creditOf(address(), other)).to.equal(1n);
  });

  describe("a ruling", () => {
    beforeEach(async () => {
      await contest();
    });

    it("is refused of an unknown contest, by anybody else, and without a finding", async () => {
      for (const unknown of [0n, 2n]) {
        await refuse(() => rule(unknown, FINDING.upheld), "ProvenanceUnknownContest", [unknown]);
      }
      for (const who of [author, address()]) {
        await refuse(() => rule(1n, FINDING.upheld, who), "ProvenanceUnauthorized", [who]);
      }
      // The claimant's studio is not the home studio.
      const timelock = await actAs(registry, getAddress("0x00000000000000000000000000000000000b0a2d"));
      const { gate, studio } = await recordStudio(registry, timelock);
      for (const who of [timelock, gate.address, studio.address].map((found) => getAddress(found))) {
        await actAs(registry, who);
        await refuse(() => rule(1n, FINDING.upheld, who), "ProvenanceUnauthorized", [who]);
      }
      await refuse(() => rule(1n, FINDING.none), "ProvenanceNoFinding", [1n]);
    });

    it("comes before the deadline, down to the second", async () => {
      const { deadline } = await provenance.read.contestOf([1n]);
      await contest({ asset: parent - 1n });
      await connection.networkHelpers.time.setNextBlockTimestamp(deadline - 1);
      await contest({ asset: parent + 1n });
      await connection.networkHelpers.time.setNextBlockTimestamp(deadline);
      await refuse(() => rule(1n, FINDING.abusive), "ProvenanceLate", [1n, deadline]);
      await rule(3n, FINDING.upheld);
    });

    it("comes even in the last second", async () => {
      const { deadline } = await provenance.read.contestOf([1n]);
      await connection.networkHelpers.time.setNextBlockTimestamp(deadline - 1);
      await rule(1n, FINDING.upheld);
      expect(await creditOf(address())).to.equal(BOND);
    });

    it("gives the bond back to who is right, and to who is wrong in good faith", async () => {
      await contest({ asset: parent - 1n });
      for (const [contestId, finding] of [
        [1n, FINDING.upheld],
        [2n, FINDING.mistaken],
      ] as const) {
        expect(await eventsOf(await rule(contestId, finding))).to.deep.equal([
          ["ContestRuled", { contestId, judge, finding, to: address() }],
        ]);
        expect(await creditOf(address())).to.equal(contestId * BOND);
        const { closed, finding: found } = await provenance.read.contestOf([contestId]);
        expect([closed, found]).to.deep.equal([true, finding]);
      }
      await registry.contracts.splitter.write.withdraw([usdc.address, address()]);
      expect(await usdc.read.balanceOf([address()])).to.equal(2n * BOND);
    });

    it("that finds abuse makes the bond income of those whose name was used: neither judge nor claimant is paid", async () => {
      const { splitter } = registry.contracts;
      const payees = [
        { account: getAddress("0x0000000000000000000000000000000000000a11"), weight: 750_000, roles: 1 },
        { account: author, weight: 250_000, roles: 1 },
      ];
      const shared = await registerRecipe(registry, { licensor: author, split: payees, commitment: hashOf("shared") });
      const { assetId } = await commitBuilt(registry, shared.id, author, { nonce: 7n });
      await contest({ asset: assetId(2) });
      const receiver = getAddress(await splitter.read.receiverOf([shared.ordinal]));
      expect(await eventsOf(await rule(2n, FINDING.abusive))).to.deep.equal([
        ["ContestRuled", { contestId: 2n, judge, finding: FINDING.abusive, to: receiver }],
      ]);
      expect([await creditOf(judge), await creditOf(address()), await creditOf(receiver)]).to.deep.equal([
        0n,
        0n,
        BOND,
      ]);
      await splitter.write.withdraw([usdc.address, receiver]);
      await splitter.write.sweep([shared.ordinal, usdc.address]);
      await splitter.write.settle([[shared.ordinal], usdc.address]);
      for (const { account, weight } of payees) {
        await splitter.write.claim([shared.ordinal, usdc.address, account]);
        expect(await creditOf(account)).to.equal((BOND * BigInt(weight)) / 1_000_000n);
      }
    });

    it("is given once, and the same parent may be contested again afterwards", async () => {
      await rule(1n, FINDING.mistaken);
      for (const finding of [FINDING.upheld, FINDING.abusive]) {
        await refuse(() => rule(1n, finding), "ProvenanceClosedContest", [1n]);
      }
      await refuse(() => lapse(1n), "ProvenanceClosedContest", [1n]);
      expect(await provenance.read.openContestOf([recipe.id, parent, address()])).to.equal(0n);
      await contest();
      expect(await provenance.read.openContestOf([recipe.id, parent, address()])).to.equal(2n);
    });

    it("is for the studio that licenses the recipe now; without one the contest lapses", async () => {
      const { registry: contract } = registry.contracts;
      const next = await actAs(registry, getAddress("0x00000000000000000000000000000000000b0a2e"));
      await recordStudio(registry, next);
      await contract.write.offerControl([recipe.id, next], { account: judge });
      await contract.write.acceptControl([recipe.id], { account: next });
      await refuse(() => rule(1n, FINDING.abusive), "ProvenanceUnauthorized", [judge]);
      await contract.write.offerControl([recipe.id, author], { account: next });
      await contract.write.acceptControl([recipe.id], { account: author });
      for (const who of [judge, next, author]) {
        await refuse(() => rule(1n, FINDING.abusive, who), "ProvenanceUnauthorized", [who]);
      }
      await connection.networkHelpers.time.increase(RULING_TIME);
      await lapse(1n);
      expect(await creditOf(address())).to.equal(BOND);
    });

    it("that upholds is followed, in the same proposal, by the corrected lot in the old one's place", async () => {
      const { registry: contract } = registry.contracts;
      const old = await commitBuilt(registry, recipe.id, judge, { nonce: 8n });
      const corrected = await registerRecipe(registry, { licensor: judge, commitment: hashOf("corrected") });
      const next = await commitBuilt(registry, corrected.id, judge, { nonce: 9n });
      await rule(1n, FINDING.upheld);
      await contract.write.supersedeLot([old.lotId, next.lotId], { account: judge });
      expect(await contract.read.isReleasable([old.assetId(0)])).to.equal(false);
      expect(await contract.read.isReleasable([next.assetId(0)])).to.equal(true);
    });
  });

  describe("silence", () => {
    it("ends a contest at its deadline, not before, by anybody, once; it costs nothing and stops nothing", async () => {
      await contest();
      const { deadline } = await provenance.read.contestOf([1n]);
      await refuse(() => lapse(2n), "ProvenanceUnknownContest", [2n]);
      await connection.networkHelpers.time.setNextBlockTimestamp(deadline - 1);
      await refuse(() => lapse(1n), "ProvenanceEarly", [1n, deadline]);
      await connection.networkHelpers.time.setNextBlockTimestamp(deadline);
      expect(await eventsOf(await lapse(1n))).to.deep.equal([["ContestLapsed", { contestId: 1n }]]);
      expect(await creditOf(address())).to.equal(BOND);
      expect(await inPot(contestPot(1n))).to.equal(0n);
      await refuse(() => lapse(1n), "ProvenanceClosedContest", [1n]);
      await refuse(() => rule(1n, FINDING.abusive), "ProvenanceClosedContest", [1n]);
      await commitBuilt(registry, recipe.id, judge);
      await contest();
    });
  });

  describe("what was put aside", () => {
    const withdraw = (amount: bigint, account: Address = address()): Promise<Hash> =>
      provenance.write.withdrawBond([usdc.address, amount], { account, gas: GAS });

    it("comes back to who put it there, never more, and nothing that is at stake", async () => {
      const { splitter } = registry.contracts;
      await contest();
      const left = DEPOSIT - BOND;
      await expectRefused(registry.protocol, () => withdraw(left + 1n), {
        by: splitter,
        error: "RoyaltySplitterOverRelease",
        args: [ownPot(address()), left + 1n, left],
      });
      await expectRefused(registry.protocol, () => withdraw(1n, author), {
        by: splitter,
        error: "RoyaltySplitterUnknownPot",
        args: [getAddress(provenance.address), ownPot(author)],
      });
      await withdraw(left);
      expect(await creditOf(address())).to.equal(left);
      await rule(1n, FINDING.upheld);
      expect(await creditOf(address())).to.equal(DEPOSIT);
    });

    it("is a pot that nobody else empties: not another opener, and not an account that looks like a contest", async () => {
      const { splitter } = registry.contracts;
      await contest();
      for (const id of [ownPot(address()), contestPot(1n)]) {
        await expectRefused(
          registry.protocol,
          () => splitter.write.releasePot([id, usdc.address, author, 1n], { account: author, gas: GAS }),
          { by: splitter, error: "RoyaltySplitterUnknownPot", args: [author, id] },
        );
      }
    });
  });

  it("survives a home studio that answers nonsense: the registry's record decides who judges", async () => {
    for (const answer of [ANSWER.nothing, ANSWER.bomb, ANSWER.burn, ANSWER.refuse]) {
      await home.studio.write.answerWith([answer, 0n]);
      expect(await provenance.read.judgeOf([recipe.id])).to.equal(judge);
    }
    await contest();
    await rule(1n, FINDING.upheld);
    expect(await creditOf(address())).to.equal(BOND);
  });
});
