import { expect } from "chai";
import { artifacts } from "hardhat";
import {
  type Abi,
  type AbiEvent,
  concat,
  keccak256,
  numberToHex,
  stringToHex,
  toEventSelector,
  toFunctionSelector,
} from "viem";
import { CLOCKS, setStage, type Stage } from "./stage.ts";

/** Topics as every user interface and explorer knows them, and which parameters are topics themselves. */
const TOPICS: Record<string, Record<string, [topic: string, indexed: string]>> = {
  ReputationToken: {
    Transfer: ["0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef", "from to"],
    DelegateChanged: [
      "0x3134e8a2e6d97e929a7e54011ea5485d7d196dd5f0ba4d4ef95803e8e3fc257f",
      "delegator fromDelegate toDelegate",
    ],
    DelegateVotesChanged: ["0xdec2bacdd2f05b59de34da9b523dff8be42e5e38e818c82fdb0bae774387a724", "delegate"],
  },
  StudioGovernor: {
    ProposalCreated: ["0x7d84a6263ae0d98d3329bd7b46bb4e8d6f98cd35a7adb45c274c8b7fd5ebd5e0", ""],
    ProposalQueued: ["0x9a2e42fd6722813d69113e7d0079d3d940171428df7373df9c7f7617cfda2892", ""],
    ProposalExecuted: ["0x712ae1383f79ac853f8d882153778e0260ef8f03b504e2866e0593e04d2b291f", ""],
    ProposalCanceled: ["0x789cf55be980739dad1d0699b93b58e806b51c9d96619bfa8fe0a28abaa7b30c", ""],
    VoteCast: ["0xb8e138887d0aa13bab447e82de9d5c1777041ecd21ca36ba824ff1e6c07ddda4", "voter"],
    VoteCastWithParams: ["0xe2babfbac5889a709b63bb7f598b324e08bc5a4fb9ec647fb3cbc9ec07eb8712", "voter"],
    ProposalExtended: ["0x541f725fb9f7c98a30cc9c0ff32fbb14358cd7159c847a3aa20a2bdc442ba511", "proposalId"],
    VotingDelaySet: ["0xc565b045403dc03c2eea82b81a0465edad9e2e7fc4d97e11421c209da93d7a93", ""],
    VotingPeriodSet: ["0x7e3f7f0708a84de9203036abaa450dccc85ad5ff52f78c170f3edb55cf5e8828", ""],
    ProposalThresholdSet: ["0xccb45da8d5717e6c4544694297c4ba5cf151d455c9bb0ed4fc7a38411bc05461", ""],
    QuorumNumeratorUpdated: ["0x0553476bf02ef2726e8ce5ced78d63e26e602e4a2257b1f559418e24b4633997", ""],
    TimelockChange: ["0x08f74ea46ef7894f65eabfb5e6e695de773a000b47c529ab559178069b226401", ""],
  },
  StudioTimelock: {
    MinDelayChange: ["0x11c24f4ead16507c69ac467fbd5e4eed5fb5c699626d2cc6d66421df253886d5", ""],
    CallScheduled: ["0x4cf4410cc57040e44862ef0f45f3dd5a5e02db8eb8add648d4b0e236f1d07dca", "id index"],
    CallExecuted: ["0xc2617efa69bab66782fa219543714338489c4e9e178271560a91b82c3f612b58", "id index"],
    CallSalt: ["0x20fda5fd27a1ea7bf5b9567f143ac5470bb059374a27e8f67cb44f946f6d0387", "id"],
    Cancelled: ["0xbaa1eb22f2a492ba1a5fea61b8df4d27c6c8b5f3971e63bb58fa14ff72eedb70", "id"],
    RoleGranted: ["0x2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d", "role account sender"],
    RoleRevoked: ["0xf6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b", "role account sender"],
    RoleAdminChanged: [
      "0xbd79b86ffe0ab8e8776151514217cd7cacd52c909f66475c3af44e129f0b00ff",
      "role previousAdminRole newAdminRole",
    ],
  },
};

const SELECTORS: Record<string, Record<string, string>> = {
  ReputationToken: {
    "0x06fdde03": "name",
    "0x95d89b41": "symbol",
    "0x313ce567": "decimals",
    "0x18160ddd": "totalSupply",
    "0x70a08231": "balanceOf",
    "0xdd62ed3e": "allowance",
    "0x7ecebe00": "nonces",
    "0x587cde1e": "delegates",
    "0x5c19a95c": "delegate",
    "0xc3cda520": "delegateBySig",
    "0x9ab24eb0": "getVotes",
    "0x3a46b1a8": "getPastVotes",
    "0x8e539e8c": "getPastTotalSupply",
    "0x91ddadf4": "clock",
    "0x4bf5d7e9": "CLOCK_MODE",
  },
  StudioGovernor: {
    "0x06fdde03": "name",
    "0x54fd4d50": "version",
    "0xfc0c546a": "token",
    "0xd33219b4": "timelock",
    "0x91ddadf4": "clock",
    "0x4bf5d7e9": "CLOCK_MODE",
    "0xdd4e2ba5": "COUNTING_MODE",
    "0x3932abb1": "votingDelay",
    "0x02a251a3": "votingPeriod",
    "0xb58131b0": "proposalThreshold",
    "0xf8ce560a": "quorum",
    "0xa7713a70": "quorumNumerator",
    "0x97c3d334": "quorumDenominator",
    "0x3e4f49e6": "state",
    "0xeb9019d4": "getVotes",
    "0x2d63f693": "proposalSnapshot",
    "0xc01f9e37": "proposalDeadline",
    "0x143489d0": "proposalProposer",
    "0xab58fb8e": "proposalEta",
    "0xa9a95294": "proposalNeedsQueuing",
    "0x43859632": "hasVoted",
    "0xc59057e4": "hashProposal",
    "0x7d5e81e2": "propose",
    "0x160cbed7": "queue",
    "0x2656227d": "execute",
    "0x452115d6": "cancel",
    "0x56781388": "castVote",
    "0x7b3c71d3": "castVoteWithReason",
    "0x5f398a14": "castVoteWithReasonAndParams",
    "0x8ff262e3": "castVoteBySig",
    "0x5b8d0e0d": "castVoteWithReasonAndParamsBySig",
    "0x544ffc9c": "proposalVotes",
    "0x7ecebe00": "nonces",
    "0xdeaaa7cc": "BALLOT_TYPEHASH",
  },
  StudioTimelock: {
    "0xf27a0c92": "getMinDelay",
    "0x8f61f4f5": "PROPOSER_ROLE",
    "0x07bd0265": "EXECUTOR_ROLE",
    "0xb08e51c0": "CANCELLER_ROLE",
    "0x91d14854": "hasRole",
    "0x248a9ca3": "getRoleAdmin",
    "0xb1c5f427": "hashOperationBatch",
    "0x7958004c": "getOperationState",
  },
};

/** Numbers of interfaces (ERC-165): itself, IGovernor of 5.7 and of before 5.3, receivers of ERC-1155. */
const INTERFACES = {
  governor: ["0x01ffc9a7", "0xcdbdfcee", "0x65455a86", "0x4e2312e0"],
  timelock: ["0x01ffc9a7", "0x4e2312e0", "0x7965db0b"],
};

const TYPES = [
  "Ballot(uint256 proposalId,uint8 support,address voter,uint256 nonce)",
  "ExtendedBallot(uint256 proposalId,uint8 support,address voter,uint256 nonce,string reason,bytes params)",
];

const abiOf = async (name: string): Promise<Abi> => (await artifacts.readArtifact(name)).abi as Abi;
const eventsOf = (abi: Abi, name: string) =>
  abi.filter((item): item is AbiEvent => item.type === "event" && item.name === name);

describe("conformance/interface", () => {
  for (const [contract, events] of Object.entries(TOPICS)) {
    it(`declares each event of ${contract} once, with the known topic and indexed parameters`, async () => {
      const abi = await abiOf(contract);
      for (const [name, [topic, indexed]] of Object.entries(events)) {
        const found = eventsOf(abi, name);
        expect(found.map(toEventSelector), name).to.deep.equal([topic]);
        const topics = found[0]!.inputs.filter((input) => input.indexed).map((input) => input.name);
        expect(topics.join(" "), name).to.equal(indexed);
      }
    });

    it(`answers every known selector of ${contract} by the known name`, async () => {
      const functions = (await abiOf(contract)).filter((item) => item.type === "function");
      const found = new Map(functions.map((item) => [toFunctionSelector(item), item.name]));
      for (const [selector, name] of Object.entries(SELECTORS[contract]!)) {
        expect(found.get(selector as `0x${string}`), selector).to.equal(name);
      }
    });
  }

  it("lacks what would make user interfaces take other paths", async () => {
    const names = async (contract: string) =>
      (await abiOf(contract)).flatMap((item) => ("name" in item ? [item.name] : []));
    const governor = await names("StudioGovernor");
    // Compound's form of proposals, OpenZeppelin's stored and numbered ones, Agora's types of proposals.
    for (const name of ["proposalDetails", "proposalCount", "queueWithModule", "quorumVotes", "admin"]) {
      expect(governor, name).not.to.include(name);
    }
    expect(governor.filter((name) => name === "propose" || name === "queue" || name === "execute")).to.have.length(3);
  });

  for (const [title, clock] of Object.entries(CLOCKS)) {
    describe(`on ${title}`, () => {
      let stage: Stage;
      before(async () => {
        stage = await setStage(clock);
      });

      it("declares its interfaces by ERC-165, and no others", async () => {
        for (const [name, ids] of Object.entries(INTERFACES)) {
          const { read } = stage[name as "governor" | "timelock"];
          for (const id of ids) expect(await read.supportsInterface([id as `0x${string}`]), id).to.equal(true);
          for (const id of ["0xffffffff", "0xe90fb3f6", "0x80ac58cd"] as const) {
            expect(await read.supportsInterface([id]), id).to.equal(false);
          }
        }
      });

      it("says the same clock as its token, in the words of ERC-6372", async () => {
        const { governor, token } = stage;
        const mode = title === "blocks" ? "mode=blocknumber&from=default" : "mode=timestamp";
        expect([await governor.read.CLOCK_MODE(), await token.read.CLOCK_MODE()]).to.deep.equal([mode, mode]);
        expect(await governor.read.clock()).to.equal(await token.read.clock());
      });

      it("signs under the name and version that it shows (EIP-712)", async () => {
        const { governor, token } = stage;
        const [, name, version, chainId, contract] = await governor.read.eip712Domain();
        const chain = BigInt(await stage.protocol.publicClient.getChainId());
        expect([name, version, chainId, contract.toLowerCase()]).to.deep.equal([
          await governor.read.name(),
          await governor.read.version(),
          chain,
          governor.address.toLowerCase(),
        ]);
        const [, tokenName, tokenVersion] = await token.read.eip712Domain();
        expect([tokenName, tokenVersion]).to.deep.equal([await token.read.name(), "1"]);
      });

      it("has the types of ballots that OpenZeppelin 5 has", async () => {
        const { governor } = stage;
        const hashes = [await governor.read.BALLOT_TYPEHASH(), await governor.read.EXTENDED_BALLOT_TYPEHASH()];
        expect(hashes).to.deep.equal(TYPES.map((type) => keccak256(stringToHex(type))));
      });

      it("does not know the ballots of OpenZeppelin 4", async () => {
        const data = concat(["0x3bccf4fd", ...[1n, 1n, 27n, 1n, 1n].map((word) => numberToHex(word, { size: 32 }))]);
        const { governor, protocol } = stage;
        const call = protocol.publicClient.call({ to: governor.address, data }).then(
          () => "answered",
          () => "refused",
        );
        expect(await call).to.equal("refused");
      });
    });
  }
});
