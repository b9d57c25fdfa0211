import { expect } from "chai";
import {
  execute,
  getProposalId,
  hashDescription,
  parseDescription,
  propose,
  publishOffer,
  type StudioAddresses,
  vote,
} from "@imprimatur/sdk";
import { studioAbi } from "@imprimatur/sdk/abi";
import { encodeFunctionData, getAddress, keccak256, parseEther, zeroAddress } from "viem";
import { expectError, expectRefusal, openStudio, setStage, type Stage } from "./fixture.ts";
import { decide } from "./market.ts";

const MEMBERS = [1, 2, 3, 4, 5];

describe("sdk: governance", () => {
  let stage: Stage;
  let studio: StudioAddresses;

  before(async () => {
    stage = await setStage();
    studio = await openStudio(stage, MEMBERS);
  });

  const newRegistrar = () => ({
    to: studio.studio,
    data: encodeFunctionData({ abi: studioAbi, functionName: "setRegistrar", args: [stage.addressOf(7)] }),
  });
  const at = (timepoint: bigint) => stage.protocol.connection.networkHelpers.time.increaseTo(timepoint);

  it("refuses texts that would not protect their proposer", async () => {
    const member = stage.as(1, studio);
    const calls = [newRegistrar()];
    await expectError("DescriptionError", () => member.propose({ title: "two\nlines", calls }));
    await expectError("DescriptionError", () => member.propose({ title: " ", calls }));
    await expectError("DescriptionError", () =>
      member.propose({ title: "t", body: `#proposer=${stage.addressOf(2)}`, calls }),
    );
    await expectError("AccountMissingError", () =>
      stage.reader.propose({ governor: studio.governor, title: "t", calls }),
    );
  });

  it("explains what the governor refuses", async () => {
    const calls = [newRegistrar()];
    await expectRefusal("LimitError", "GovernorInsufficientProposerVotes", () =>
      stage.as(9, studio).propose({ title: "Mine", calls }),
    );
    await expectRefusal("UnauthorizedError", "GovernorRestrictedProposer", () =>
      stage.as(1, studio).propose({ title: "Yours", calls, proposer: stage.addressOf(2) }),
    );
    await expectRefusal("InvalidInputError", "StudioGovernorCallToBareTarget", () =>
      stage.as(1, studio).propose({ title: "Nobody", calls: [{ to: stage.addressOf(2), data: "0x12345678" }] }),
    );
    await expectRefusal("UnknownIdError", "GovernorNonexistentProposal", () =>
      stage.as(1, studio).vote({ proposalId: 5n, support: "for" }),
    );
    await expectRefusal("UnauthorizedError", "StudioUnauthorized", () =>
      stage
        .as(1)
        .sendTransaction(newRegistrar())
        .catch(async (cause: unknown) => {
          const { toStudioError } = await import("@imprimatur/sdk/errors");
          throw toStudioError(cause);
        }),
    );
  });

  it("takes a proposal from text to execution, and its id is known before", async () => {
    const title = "Appoint a registrar";
    const body = "Because she has time.";
    const {
      proposalId,
      description,
      execute: run,
      voteStart,
      voteEnd,
    } = await decide(stage, studio, MEMBERS, {
      title,
      body,
      calls: [newRegistrar()],
    });
    expect(description).to.equal(`# ${title}\n\n${body}\n\n#proposer=${stage.addressOf(1)}`);
    expect(parseDescription(description)).to.deep.include({ title, body });
    expect(getProposalId({ calls: [newRegistrar()], description })).to.equal(proposalId);
    const reader = stage.as(8, studio);
    const queued = await reader.getProposalState({ proposalId });
    expect(queued).to.include({ state: "queued", snapshot: voteStart, deadline: voteEnd });
    expect(queued.votes).to.deep.include({ against: 0n, abstain: 0n });
    expect(queued.votes.for > 0n).to.equal(true);
    const { proposalId: executed } = await run();
    expect(executed).to.equal(proposalId);
    expect((await reader.getProposalState({ proposalId })).state).to.equal("executed");
    expect((await reader.getStudio()).registrar?.toLowerCase()).to.equal(stage.addressOf(7));
    await expectRefusal("StateError", "GovernorUnexpectedProposalState", () => run());
  });

  it("explains a refusal of the target through timelock and governor", async () => {
    const offer = publishOffer.encode({
      licenseMarket: stage.addresses.licenseMarket,
      recipeId: keccak256("0x"),
      token: zeroAddress,
      price: 1n,
      duration: "perpetual",
      end: 2n ** 40n - 1n,
      usages: ["personal"],
    });
    const { execute: run } = await decide(stage, studio, MEMBERS, { title: "Sell nothing", calls: [offer] });
    await expectRefusal("UnknownIdError", "LicenseMarketUnknownRecipe", () => run());
  });

  it("pays out of the treasury", async () => {
    await stage.as(6).sendTransaction({ to: studio.timelock, value: parseEther("3") });
    const before = await stage.reader.getBalance({ address: stage.addressOf(19) });
    const payment = { to: stage.addressOf(19), data: "0x" as const, value: parseEther("2") };
    const { execute: run } = await decide(stage, studio, MEMBERS, { title: "Pay", calls: [payment] });
    await run();
    expect((await stage.reader.getBalance({ address: stage.addressOf(19) })) - before).to.equal(parseEther("2"));
  });

  it("counts signed votes, several at once, each once", async () => {
    const first = await stage.as(1, studio).proposeAndWait({ title: "One", calls: [newRegistrar()] });
    const second = await stage.as(2, studio).proposeAndWait({ title: "Two", calls: [newRegistrar()] });
    await at(second.voteStart + 1n);
    const voter = stage.addressOf(3);
    const relayer = stage.as(8, studio);
    const ballots = await Promise.all(
      [second, first].map(async ({ proposalId }) => ({
        proposalId,
        support: "against" as const,
        voter,
        signature: await stage.as(3, studio).signVote({ proposalId, support: "against" }),
      })),
    );
    await expectRefusal("ProofError", "GovernorInvalidSignature", () =>
      relayer.voteBySig({ ...ballots[0]!, support: "for" }),
    );
    for (const ballot of ballots) {
      const cast = await relayer.voteBySigAndWait(ballot);
      expect(cast).to.include({ support: "against", proposalId: ballot.proposalId });
    }
    await expectRefusal("ProofError", "GovernorInvalidSignature", () => relayer.voteBySig(ballots[0]!));
    await expectRefusal("DuplicateError", "GovernorAlreadyCastVote", () =>
      stage.as(3, studio).vote({ proposalId: first.proposalId, support: "for" }),
    );
    const { reason } = await stage
      .as(4, studio)
      .voteAndWait({ proposalId: first.proposalId, support: "abstain", reason: "not sure" });
    expect(reason).to.equal("not sure");
    expect((await relayer.getProposalState({ proposalId: first.proposalId })).votes).to.have.keys([
      "against",
      "for",
      "abstain",
    ]);
  });

  it("lets only the proposer cancel, and only while the proposal is pending", async () => {
    const proposal = await stage.as(1, studio).proposeAndWait({ title: "Cancel me", calls: [newRegistrar()] });
    await expectRefusal("UnauthorizedError", "GovernorUnableToCancel", () => stage.as(2, studio).cancel(proposal));
    const { proposalId } = await stage.as(1, studio).cancelAndWait(proposal);
    expect((await stage.as(1, studio).getProposalState({ proposalId })).state).to.equal("canceled");
  });

  it("moves voting power by delegation, reputation stays", async () => {
    const { reputation } = studio;
    const before = await stage.reader.getReputation({ reputation, member: stage.addressOf(5) });
    const { toDelegate } = await stage.as(4, studio).delegateAndWait({ delegatee: stage.addressOf(5) });
    expect(toDelegate.toLowerCase()).to.equal(stage.addressOf(5));
    const delegate = await stage.reader.getReputation({ reputation, member: stage.addressOf(5) });
    const member = await stage.reader.getReputation({ reputation, member: stage.addressOf(4) });
    expect(delegate.votes).to.equal(before.votes + member.raw);
    expect(member.votes).to.equal(0n);
    expect(member.effectiveVotes).to.equal(0n);
    expect(member.effective > 0n).to.equal(true);
  });

  it("reads back what calldata does", async () => {
    const calls = [{ ...newRegistrar(), value: 0n }];
    const { governor } = studio;
    const proposer = getAddress(stage.addressOf(1));
    const text = { title: "Read me", body: "One.\n\nTwo.", proposer };
    const decoded = propose.decode(propose.encode({ governor, calls, ...text }).data);
    expect(decoded).to.deep.equal({ ...text, calls: calls.map((call) => ({ ...call, to: getAddress(call.to) })) });
    const ballot = { proposalId: 7n, support: "abstain" as const, reason: "" };
    expect(vote.decode(vote.encode({ governor, ...ballot }).data)).to.deep.equal(ballot);
    const executed = execute.decode(execute.encode({ governor, calls, description: "# x" }).data);
    expect(executed.descriptionHash).to.equal(hashDescription("# x"));
    await expectError("CalldataForeignError", async () => propose.decode(vote.encode({ governor, ...ballot }).data));
  });
});
