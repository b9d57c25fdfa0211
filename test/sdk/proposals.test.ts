import { expect } from "chai";
import {
  appointChamber,
  electSeat,
  grantReputation,
  publishOffer,
  setCharter,
  setClaimTerms,
  setGrantCapacity,
  setHalfLife,
  setLateQuorumExtension,
  setProposalThreshold,
  setQuorum,
  setRegistrar,
  setTimelockDelay,
  setVetoLimit,
  setVoteCap,
  setVotingDelay,
  setVotingPeriod,
  slash,
  type StudioAddresses,
  toRoleTag,
} from "@imprimatur/sdk";
import {
  allowance,
  buildProposal,
  describeProposal,
  payment,
  simulateProposal,
  stream,
  toStreamWallet,
} from "@imprimatur/sdk/proposals";
import { studioGovernorAbi } from "@imprimatur/sdk/abi";
import { encodeFunctionData, getAddress, maxUint256, parseAbi, parseEther } from "viem";
import { CHARTER, expectError, openStudio, setStage, type Stage, YEAR } from "./fixture.ts";
import { decide, fund } from "./market.ts";

const MEMBERS = [1, 2, 3, 4, 5];
const DAY = 86_400n;
const BOARD = "0x00000000000000000000000000000000000000b0" as const;

describe("sdk: proposals", () => {
  let stage: Stage;
  let studio: StudioAddresses;
  let who: (index: number) => `0x${string}`;

  before(async () => {
    stage = await setStage();
    studio = await openStudio(stage, MEMBERS);
    who = (index) => getAddress(stage.addressOf(index));
  });

  const context = () => ({ addresses: stage.addresses, studio });
  const read = async (...calls: Parameters<typeof describeProposal>[1]["calls"][number][]) =>
    describeProposal(stage.reader, { ...context(), calls });

  it("are refused without calls, with too many, and with titles that pages cut", async () => {
    const text = { title: "Pay", proposer: who(1) };
    await expectError("ProposalEmptyError", async () => buildProposal({ ...text, actions: [] }));
    const call = payment({ to: who(2), amount: 1n });
    await expectError("ProposalTooLongError", async () =>
      buildProposal({ ...text, actions: Array.from({ length: 257 }, () => call) }),
    );
    await expectError("DescriptionError", async () =>
      buildProposal({ ...text, title: "x".repeat(201), actions: [call] }),
    );
  });

  it("have the id that they get, before they are made", async () => {
    const actions = [payment({ to: who(2), amount: 1n }), [payment({ to: who(3), amount: 2n })]];
    const built = buildProposal({ title: " Pay twice ", body: "Two payments.\n", proposer: who(1), actions });
    const made = await stage.as(1, studio).proposeAndWait(built);
    expect(made.proposalId).to.equal(built.proposalId);
    expect(made.description).to.equal(built.description);
    expect(made.calls).to.deep.equal(built.calls);
  });

  it("read back payments in the token's own units, and streams by what they are", async () => {
    const usdc = await fund(stage, "TestUSDC", studio.timelock, 5_000_000n);
    const start = await stage.now();
    const terms = { beneficiary: who(7), start, duration: YEAR };
    const salary = stream({ ...terms, token: usdc, amount: 1_500_000n });
    expect(salary.wallet).to.equal(toStreamWallet(terms));
    const before = await read(salary.call);
    expect(before.text).to.equal(`1. Pays 1.5 USDC to ${salary.wallet}.`);
    const hash = await stage.as(9).sendTransaction(salary.deployment);
    await stage.reader.waitForTransactionReceipt({ hash });
    const { text, understood } = await read(
      payment({ token: usdc, to: who(6), amount: 250_000n }),
      payment({ to: who(6), amount: parseEther("2") }),
      salary.call,
      allowance({ token: usdc, spender: who(8), amount: maxUint256 }),
    );
    const from = new Date(Number(start) * 1000).toISOString().slice(0, 16).replace("T", " ");
    expect(text.split("\n")).to.deep.equal([
      `1. Pays 0.25 USDC to ${who(6)}.`,
      `2. Pays 2 ETH to ${who(6)}.`,
      `3. Streams 1.5 USDC to ${who(7)}, evenly over 365 days from ${from} UTC, through the vesting wallet ${salary.wallet}.`,
      `4. Lets ${who(8)} spend any amount of USDC (${usdc}) of the treasury.`,
    ]);
    expect(understood).to.equal(true);

    const { execute } = await decide(stage, studio, MEMBERS, { title: "A year of pay", calls: [salary.call] });
    await execute();
    await stage.pass(YEAR / 2n);
    const wallet = parseAbi(["function release(address token)"]);
    const data = encodeFunctionData({ abi: wallet, functionName: "release", args: [usdc] });
    await stage.as(9).sendTransaction({ to: salary.wallet, data });
    const balances = parseAbi(["function balanceOf(address) view returns (uint256)"]);
    const released = await stage.reader.readContract({
      ...{ address: usdc, abi: balances, functionName: "balanceOf", args: [who(7)] },
    });
    expect(released > 700_000n && released < 800_000n).to.equal(true);
  });

  it("read back every parameter of a studio", async () => {
    const { governor, reputation, timelock, studio: directory } = studio;
    const evidence = CHARTER;
    const { text, understood } = await describeProposal(stage.reader, {
      addresses: stage.addresses,
      studio: { ...studio, board: BOARD },
      calls: [
        setVotingDelay.encode({ governor, votingDelay: 3600 }),
        setVotingPeriod.encode({ governor, votingPeriod: 432_000 }),
        setLateQuorumExtension.encode({ governor, extension: 129_600 }),
        setProposalThreshold.encode({ governor, ratio: 25_000n }),
        setQuorum.encode({ governor, percent: 12n }),
        setVoteCap.encode({ governor, cap: 125_000n }),
        setTimelockDelay.encode({ timelock, delay: 2n * DAY }),
        setHalfLife.encode({ reputation, halfLife: 31_536_000 }),
        setGrantCapacity.encode({ reputation, capacity: 20_000 }),
        grantReputation.encode({
          reputation,
          member: who(7),
          amount: parseEther("12.5"),
          role: toRoleTag("artist"),
          evidence,
        }),
        slash.encode({ reputation, member: who(2), amount: parseEther("100"), evidence }),
        setCharter.encode({ studio: directory, charter: evidence }),
        setRegistrar.encode({ studio: directory, registrar: who(3) }),
        electSeat.encode({ board: BOARD, seat: 2, holder: who(4) }),
        setVetoLimit.encode({ board: BOARD, limit: 3 }),
        appointChamber.encode({ board: BOARD, chamber: who(5), until: 1_900_000_000n }),
        setClaimTerms.encode({ board: BOARD, token: stage.protocol.addressOf("TestUSDC"), bond: 50_000_000n }),
      ],
    });
    expect(text.split("\n")).to.deep.equal([
      "1. Sets how long after a proposal the vote begins to 1 hour.",
      "2. Sets how long a vote lasts to 5 days.",
      "3. Sets how long a vote goes on after a late quorum to 1 day 12 hours.",
      "4. Sets the votes it takes to propose to 2.5 % of all.",
      "5. Sets the quorum to 12 % of all votes.",
      "6. Sets the most that one delegate can cast to 12.5 % of all votes.",
      "7. Sets how long a queued proposal waits before it can be executed to 2 days.",
      "8. Makes reputation halve in 365 days from now on.",
      "9. Lets votes grant reputation up to 2 % of the supply in 90 days.",
      `10. Grants ${who(7)} 12.5 REP as "artist", for what is in the file ${evidence}.`,
      `11. Takes 100 REP away from ${who(2)}, for what is in the file ${evidence}.`,
      `12. Puts a new version of the charter into force: ${evidence}.`,
      `13. Makes ${who(3)} the studio's registrar, who registers recipes and mints for it.`,
      `14. Elects ${who(4)} to seat 2 of the ethics board, for a year.`,
      "15. Lets the ethics board veto 3 times in 90 days.",
      `16. Lets ${who(5)} veto beside the ethics board until 2030-03-17 17:46 UTC.`,
      "17. Sets the bond of a claim to 50 USDC.",
    ]);
    expect(understood).to.equal(true);
  });

  it("say plainly what they cannot read, also inside of what they can", async () => {
    const strange = { to: who(9), data: "0x12345678abcd" as const, value: 7n };
    const { text, understood } = await read(strange);
    expect(understood).to.equal(false);
    expect(text).to.contain(`Calls ${who(9)} in a way that cannot be read here (0x12345678, 6 bytes)`);
    expect(text).to.contain("ask its proposer");
    const relay = encodeFunctionData({
      ...{ abi: studioGovernorAbi, functionName: "relay", args: [who(9), 0n, "0x12345678"] },
    });
    const nested = await read({ to: studio.governor, data: relay });
    expect(nested.understood).to.equal(false);
    expect(nested.text.split("\n")[1]).to.match(/^ {3}1\. Calls/);
    const plain = await read({
      to: studio.governor,
      data: encodeFunctionData({ abi: studioGovernorAbi, functionName: "syncProposalThreshold" }),
    });
    expect(plain).to.deep.include({ understood: true });
    expect(plain.text).to.contain(`Calls syncProposalThreshold of the governor (${studio.governor}) with nothing`);
  });

  it("run in one go before they are made, and nothing changes by it", async () => {
    const { governor, reputation, timelock } = studio;
    const block = await stage.reader.getBlockNumber();
    const period = await stage.reader.getStorageAt({ address: governor, slot: "0x0" });
    const calls = [
      setVotingPeriod.encode({ governor, votingPeriod: 300_000 }),
      grantReputation.encode({
        reputation,
        member: who(7),
        amount: parseEther("5"),
        role: toRoleTag(""),
        evidence: CHARTER,
      }),
      // Only together: the second takes away what the first gave.
      slash.encode({ reputation, member: who(7), amount: parseEther("4"), evidence: CHARTER }),
      setVotingDelay.encode({ governor, votingDelay: 7200 }),
      setTimelockDelay.encode({ timelock, delay: 3n * DAY }),
    ];
    const { understood } = await simulateProposal(stage.reader, { ...context(), calls });
    expect(understood).to.equal(true);
    expect(await stage.reader.getBlockNumber()).to.equal(block);
    expect(await stage.reader.getStorageAt({ address: governor, slot: "0x0" })).to.equal(period);
    const { effective } = await stage.reader.getReputation({ reputation, member: who(7) });
    expect(effective).to.equal(0n);
    const { execute } = await decide(stage, studio, MEMBERS, { title: "All of it", calls });
    await execute();
  });

  it("name the action that would fail, and why", async () => {
    const { governor, studio: directory } = studio;
    const good = setRegistrar.encode({ studio: directory, registrar: who(7) });
    const fail = async (...calls: Parameters<typeof read>) => {
      const failure: unknown = await simulateProposal(stage.reader, { ...context(), calls }).catch(
        (error: unknown) => error,
      );
      expect(failure).to.include({ name: "ProposalActionError" });
      return failure as { action: number; cause: { name: string; errorName?: string }; message: string };
    };
    const tooHigh = await fail(good, setQuorum.encode({ governor, percent: 51n }), good);
    expect(tooHigh.action).to.equal(1);
    expect(tooHigh.cause).to.include({ name: "LimitError", errorName: "StudioGovernorInvalidQuorum" });
    expect(tooHigh.message).to.contain("Sets the quorum to 51 % of all votes.");
    const offer = publishOffer.encode({
      ...{
        licenseMarket: stage.addresses.licenseMarket,
        recipeId: CHARTER,
        token: stage.addresses.licenses,
        price: 1n,
      },
      ...{ duration: "perpetual", end: 2n ** 40n - 1n, usages: ["personal"] },
    });
    expect((await fail(offer)).cause).to.include({ errorName: "LicenseMarketUnknownRecipe" });
    expect((await fail(good, { to: who(9), data: "0x12345678" })).cause).to.include({
      errorName: "StudioGovernorCallToBareTarget",
    });
    expect((await fail(good, good, payment({ to: who(9), amount: parseEther("99999") }))).action).to.equal(2);
  });

  it("tell where they stand and why, in shares of all votes", async () => {
    const proposer = stage.as(1, studio);
    const calls = [setRegistrar.encode({ studio: studio.studio, registrar: who(6) })];
    const made = await proposer.proposeAndWait({ title: "Another registrar", calls });
    const { proposalId } = made;
    const pending = await proposer.getProposal({ proposalId });
    expect(pending).to.include({ state: "pending", override: false, reason: "The vote has not begun." });
    expect(pending.shares).to.include({ for: "0 %", quorum: "30 %" });
    const { time } = stage.protocol.connection.networkHelpers;
    await time.increaseTo(made.voteStart + 1n);
    await stage.as(2, studio).voteAndWait({ proposalId, support: "for", reason: "why not" });
    const active = await proposer.getProposal({ proposalId });
    expect(active.state).to.equal("active");
    expect(active.reason).to.contain("30 % of all votes for or abstaining are needed");
    expect(active.shares).to.include({ for: "20 %", against: "0 %" });
    expect(active.votes.for <= active.cap).to.equal(true);
    await stage.as(3, studio).voteAndWait({ proposalId, support: "against" });
    await stage.as(4, studio).voteAndWait({ proposalId, support: "abstain" });
    expect((await proposer.getProposal({ proposalId })).reason).to.contain("it lacks more votes for than against");
    await time.increaseTo((await proposer.getProposal({ proposalId })).deadline + 1n);
    const defeated = await proposer.getProposal({ proposalId });
    expect(defeated).to.include({
      ...{ state: "defeated", reason: "It did not get more votes for than against: 20 % for, 20 % against." },
    });
  });
});
