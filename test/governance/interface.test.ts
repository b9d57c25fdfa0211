import { expect } from "chai";
import { type Abi, type AbiEvent, getAddress, parseEther, toEventSignature, toFunctionSignature } from "viem";
import { CLOCK } from "../helpers/protocol.ts";
import { makeProposal, setUpGovernance } from "./governance.ts";

/** What Tally, Agora, Snapshot and the OpenZeppelin subgraph read; `*` marks what is indexed. */
const TOKEN_EVENTS = [
  "Transfer(address* from,address* to,uint256 value)",
  "DelegateChanged(address* delegator,address* fromDelegate,address* toDelegate)",
  "DelegateVotesChanged(address* delegate,uint256 previousVotes,uint256 newVotes)",
];
const GOVERNOR_EVENTS = [
  "ProposalCreated(uint256 proposalId,address proposer,address[] targets,uint256[] values,string[] signatures,bytes[] calldatas,uint256 voteStart,uint256 voteEnd,string description)",
  "ProposalQueued(uint256 proposalId,uint256 etaSeconds)",
  "ProposalExecuted(uint256 proposalId)",
  "ProposalCanceled(uint256 proposalId)",
  "VoteCast(address* voter,uint256 proposalId,uint8 support,uint256 weight,string reason)",
  "VoteCastWithParams(address* voter,uint256 proposalId,uint8 support,uint256 weight,string reason,bytes params)",
  "ProposalExtended(uint256* proposalId,uint64 extendedDeadline)",
  "VotingDelaySet(uint256 oldVotingDelay,uint256 newVotingDelay)",
  "VotingPeriodSet(uint256 oldVotingPeriod,uint256 newVotingPeriod)",
  "ProposalThresholdSet(uint256 oldProposalThreshold,uint256 newProposalThreshold)",
  "QuorumNumeratorUpdated(uint256 oldQuorumNumerator,uint256 newQuorumNumerator)",
  "TimelockChange(address oldTimelock,address newTimelock)",
];
const TIMELOCK_EVENTS = [
  "MinDelayChange(uint256 oldDuration,uint256 newDuration)",
  "CallExecuted(bytes32* id,uint256* index,address target,uint256 value,bytes data)",
];
const TOKEN_FUNCTIONS = [
  "name()",
  "symbol()",
  "decimals()",
  "totalSupply()",
  "balanceOf(address)",
  "allowance(address,address)",
  "nonces(address)",
  "delegates(address)",
  "delegate(address)",
  "delegateBySig(address,uint256,uint256,uint8,bytes32,bytes32)",
  "getVotes(address)",
  "getPastVotes(address,uint256)",
  "getPastTotalSupply(uint256)",
  "clock()",
  "CLOCK_MODE()",
];
const ARRAYS = "address[],uint256[],bytes[],bytes32";
const GOVERNOR_FUNCTIONS = [
  ...["name()", "version()", "token()", "timelock()", "clock()", "CLOCK_MODE()", "COUNTING_MODE()", "votingDelay()"],
  ...["votingPeriod()", "proposalThreshold()", "quorum(uint256)", "quorumNumerator()", "quorumNumerator(uint256)"],
  ...["quorumDenominator()", "state(uint256)", "getVotes(address,uint256)", "proposalSnapshot(uint256)"],
  ...[
    "proposalDeadline(uint256)",
    "proposalProposer(uint256)",
    "proposalEta(uint256)",
    "proposalNeedsQueuing(uint256)",
  ],
  ...["hasVoted(uint256,address)", `hashProposal(${ARRAYS})`, `getProposalId(${ARRAYS})`, `queue(${ARRAYS})`],
  ...["propose(address[],uint256[],bytes[],string)", `execute(${ARRAYS})`, `cancel(${ARRAYS})`],
  ...["castVote(uint256,uint8)", "castVoteWithReason(uint256,uint8,string)", "proposalVotes(uint256)"],
  ...["castVoteWithReasonAndParams(uint256,uint8,string,bytes)", "castVoteBySig(uint256,uint8,address,bytes)"],
  ...["castVoteWithReasonAndParamsBySig(uint256,uint8,address,string,bytes,bytes)", "nonces(address)"],
  ...["BALLOT_TYPEHASH()", "lateQuorumVoteExtension()", "proposalGuardian()"],
];

const describeEvent = ({ name, inputs }: AbiEvent): string =>
  `${name}(${inputs.map((i) => `${i.type}${i.indexed === true ? "*" : ""} ${i.name ?? ""}`).join(",")})`;
const eventsOf = (abi: Abi) => abi.filter((item) => item.type === "event").map(describeEvent);
const functionsOf = (abi: Abi) =>
  abi.filter((item) => item.type === "function").map((item) => toFunctionSignature(item));

describe("governance/interface", () => {
  for (const [title, time] of Object.entries({
    timestamps: { clockMode: CLOCK.timestamp, secondsPerTick: 1 },
    blocks: { clockMode: CLOCK.blockNumber, secondsPerTick: 12 },
  })) {
    it(`answers what user interfaces ask first, on ${title}`, async () => {
      const governance = await setUpGovernance(time);
      const { governor, timelock, token, clones, protocol } = governance;
      const { read } = governor;
      // Snapshot's first reads, in its order.
      const clock = await read.clock();
      expect(await read.quorum([BigInt(clock - 1)])).to.equal(parseEther("900"));
      expect(getAddress(await read.timelock())).to.equal(getAddress(clones.timelock));
      expect(getAddress(await read.token())).to.equal(getAddress(clones.reputation));
      expect(await read.proposalThreshold()).to.equal(parseEther("30"));
      expect([await token.read.decimals(), await token.read.symbol()]).to.deep.equal([18, "NORD"]);
      expect(await timelock.read.getMinDelay()).to.equal(172_800n);
      expect([await read.name(), await read.version()]).to.deep.equal(["Atelier Nord", "1"]);
      expect(await read.COUNTING_MODE()).to.equal("support=bravo&quorum=for,abstain");
      expect(await read.CLOCK_MODE()).to.equal(await token.read.CLOCK_MODE());
      expect(await read.clock()).to.equal(await token.read.clock());

      // Agora asks quorum by the id of a proposal, others by its snapshot.
      const proposal = await makeProposal(governance, [{ target: clones.studio }]);
      const snapshot = await read.proposalSnapshot([proposal.id]);
      const { networkHelpers } = protocol.connection;
      if (time.clockMode === CLOCK.blockNumber) await networkHelpers.mineUpTo(snapshot + 1n);
      else await networkHelpers.time.increaseTo(snapshot + 1n);
      expect(await read.quorum([proposal.id])).to.equal(await read.quorum([snapshot]));
    });
  }

  it("has every function and event that user interfaces use, indexed as they expect", async () => {
    const { governor, timelock, token } = await setUpGovernance();
    expect(eventsOf(token.abi)).to.include.members(TOKEN_EVENTS);
    expect(eventsOf(governor.abi)).to.include.members(GOVERNOR_EVENTS);
    expect(eventsOf(timelock.abi)).to.include.members(TIMELOCK_EVENTS);
    expect(functionsOf(token.abi)).to.include.members(TOKEN_FUNCTIONS);
    expect(functionsOf(governor.abi)).to.include.members(GOVERNOR_FUNCTIONS);
    expect(functionsOf(timelock.abi)).to.include("getMinDelay()");
    // No second ProposalCreated: its overloads make Agora take another path.
    const created = (governor.abi as Abi).filter((item) => item.type === "event" && item.name === "ProposalCreated");
    expect(created.map((item) => toEventSignature(item as AbiEvent))).to.have.length(1);
  });

  it("declares its interfaces by ERC-165", async () => {
    const { governor, timelock } = await setUpGovernance();
    for (const id of ["0x01ffc9a7", "0xcdbdfcee", "0x65455a86", "0x4e2312e0"] as const) {
      expect(await governor.read.supportsInterface([id]), id).to.equal(true);
    }
    for (const id of ["0xffffffff", "0x80ac58cd"] as const) {
      expect(await governor.read.supportsInterface([id]), id).to.equal(false);
    }
    for (const id of ["0x01ffc9a7", "0x4e2312e0"] as const) {
      expect(await timelock.read.supportsInterface([id]), id).to.equal(true);
    }
  });
});
