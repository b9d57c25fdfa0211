import { expect } from "chai";
import { getAddress } from "viem";
import { callArgs, passTimepoint, type Proposal, proposeArgs, STATE, SUPPORT } from "../helpers/governance.ts";
import { type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { type Governance, governorEvents, makeProposal, makeReady, setUpGovernance } from "./governance.ts";

describe("governance/cancel", () => {
  let governance: Governance;
  let proposal: Proposal;
  before(async () => {
    governance = await setUpGovernance();
  });
  beforeEach(async () => {
    proposal = await makeProposal(governance, [{ target: governance.clones.studio }]);
  });
  afterEach(() => governance.rewind());

  const refusedTo = async (wallets: Wallet[]) => {
    const { protocol, governor, timelock } = governance;
    for (const { account } of wallets) {
      await expectRefused(protocol, () => governor.write.cancel(callArgs(proposal), { account }), {
        by: governor,
        error: "GovernorUnableToCancel",
        args: [proposal.id, getAddress(account.address)],
        others: [governor.address, timelock.address],
      });
    }
  };
  const stateIs = async (state: number) => expect(await governance.governor.read.state([proposal.id])).to.equal(state);

  it("is the proposer's right while the proposal is pending, and nobody else's", async () => {
    const { governor, founders, stranger } = governance;
    await refusedTo([...founders.slice(1), stranger]);
    const hash = await governor.write.cancel(callArgs(proposal));
    expect(await governorEvents(governance, hash)).to.deep.equal([
      { eventName: "ProposalCanceled", args: { proposalId: proposal.id } },
    ]);
    await stateIs(STATE.canceled);
  });

  it("is final: no second time, no vote, no queue, no proposal with the same id", async () => {
    const { governor, protocol, clones, founders } = governance;
    await governor.write.cancel(callArgs(proposal));
    await refusedTo([founders[0] as Wallet]);
    await passTimepoint(protocol, clones, await governor.read.proposalDeadline([proposal.id]));
    const error = "GovernorUnexpectedProposalState" as const;
    const refusal = { by: governor, error, others: [governor.address] };
    const canceled = [proposal.id, STATE.canceled, (value: unknown) => typeof value === "string"];
    await expectRefused(protocol, () => governor.write.castVote([proposal.id, SUPPORT.for]), {
      ...refusal,
      args: canceled,
    });
    await expectRefused(protocol, () => governor.write.queue(callArgs(proposal)), { ...refusal, args: canceled });
    await expectRefused(protocol, () => governor.write.execute(callArgs(proposal)), { ...refusal, args: canceled });
    await expectRefused(protocol, () => governor.write.propose(proposeArgs(proposal)), { ...refusal, args: canceled });
  });

  it("is nobody's right once voting has begun, nor later: active, defeated, succeeded, queued, executed", async () => {
    const { governor, protocol, clones, founders, stranger } = governance;
    const everybody = [...founders, stranger];
    const { networkHelpers } = protocol.connection;

    await passTimepoint(protocol, clones, await governor.read.proposalSnapshot([proposal.id]));
    await networkHelpers.mine();
    await stateIs(STATE.active);
    await refusedTo(everybody);

    const active = await networkHelpers.takeSnapshot();
    await passTimepoint(protocol, clones, await governor.read.proposalDeadline([proposal.id]));
    await networkHelpers.mine();
    await stateIs(STATE.defeated);
    await refusedTo(everybody);
    await active.restore();

    for (const { account } of founders) await governor.write.castVote([proposal.id, SUPPORT.for], { account });
    await passTimepoint(protocol, clones, await governor.read.proposalDeadline([proposal.id]));
    await networkHelpers.mine();
    await stateIs(STATE.succeeded);
    await refusedTo(everybody);

    await governor.write.queue(callArgs(proposal));
    await stateIs(STATE.queued);
    await refusedTo(everybody);
  });

  it("of a queued operation at the timelock is the governor's alone", async () => {
    const { protocol, timelock, governor, founders } = governance;
    await makeReady(governance, proposal);
    const { account } = founders[0] as Wallet;
    const { targets, values, calldatas, descriptionHash } = proposal;
    const salt = ((BigInt(governor.address) << 96n) ^ BigInt(descriptionHash)).toString(16).padStart(64, "0");
    const id = await timelock.read.hashOperationBatch([targets, values, calldatas, `0x${"0".repeat(64)}`, `0x${salt}`]);
    expect(await timelock.read.isOperationPending([id])).to.equal(true);
    await expectRefused(protocol, () => timelock.write.cancel([id], { account }), {
      by: timelock,
      error: "AccessControlUnauthorizedAccount",
      args: [getAddress(account.address), await timelock.read.CANCELLER_ROLE()],
      others: [timelock.address],
    });
  });
});
