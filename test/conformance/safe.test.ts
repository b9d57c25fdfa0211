import { expect } from "chai";
import { artifacts } from "hardhat";
import { type Abi, type Address, getAddress, hashTypedData, keccak256, parseEther, stringToHex, zeroHash } from "viem";
import { grantReputation } from "../governance/governance.ts";
import { describeProposal, proposalOf, STATE, SUPPORT } from "../helpers/governance.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  type BatchTransaction,
  encodeTransaction,
  exportBatch,
  fillIn,
  importBatch,
  type Method,
  readMethods,
  readRoles,
  Safe,
} from "./clients/safe.ts";
import { CLOCKS, founder, isDone, PAYMENT, setStage, type Stage, waitSeconds, waitUntil } from "./stage.ts";

const BALLOT = {
  Ballot: [
    { name: "proposalId", type: "uint256" },
    { name: "support", type: "uint8" },
    { name: "voter", type: "address" },
    { name: "nonce", type: "uint256" },
  ],
} as const;

describe("conformance/safe", () => {
  let stage: Stage;
  let safe: Safe;
  /** A contract's methods, as the tool reads them from a file. */
  const methods = new Map<string, Method[]>();

  before(async () => {
    stage = await setStage(CLOCKS.timestamps);
    safe = await Safe.create(stage.protocol.publicClient, [founder(stage, 0), stage.stranger]);
    await grantReputation(stage, safe.address, parseEther("100"));
    for (const name of ["StudioGovernor", "StudioTimelock", "ReputationToken", "Studio"]) {
      methods.set(name, readMethods(JSON.stringify((await artifacts.readArtifact(name)).abi)));
    }
    const snapshot = await stage.protocol.connection.networkHelpers.takeSnapshot();
    stage.rewind = () => snapshot.restore();
  });
  afterEach(() => stage.rewind());

  const methodOf = (contract: string, name: string, inputs?: number): Method => {
    const found = methods
      .get(contract)!
      .find((m) => m.name === name && (inputs ?? m.inputs.length) === m.inputs.length);
    if (found === undefined) throw new Error(`${contract} has no ${name}`);
    return found;
  };
  const call = (contract: string, name: string, to: Address, values: Record<string, string>): BatchTransaction =>
    fillIn(to, methodOf(contract, name), values);
  const execute = (...transactions: BatchTransaction[]) => {
    const shared = JSON.stringify(exportBatch("Batch", 31_337, safe.address, transactions));
    return safe.executeBatch(importBatch(shared));
  };
  /** The two actions as a text that somebody pastes into the form. */
  const actions = () => {
    const { charter, payee } = stage;
    return {
      targets: `["${charter.target}", "${payee}"]`,
      values: `[0, ${PAYMENT}]`,
      calldatas: `[${charter.data}, 0x]`,
    };
  };
  const description = () => describeProposal("Change the charter", safe.address);
  const proposal = () => {
    const { charter, payee } = stage;
    return proposalOf([charter, { target: payee, value: PAYMENT }], description());
  };
  const hashed = () => ({ ...actions(), descriptionHash: proposal().descriptionHash });

  it("is a member: power of its own from the first grant, its owners readable", async () => {
    expect(await stage.token.read.getVotes([safe.address])).to.equal(await stage.token.read.balanceOf([safe.address]));
    const owners = [founder(stage, 0), stage.stranger].map(({ account }) => getAddress(account.address));
    expect((await safe.getOwners()).map((owner) => getAddress(owner))).to.have.members(owners);
  });

  it("leads a proposal through its whole life from forms alone, in batches", async () => {
    const { governor, token } = stage;
    const { id } = proposal();
    const to = governor.address;
    await execute(call("StudioGovernor", "propose", to, { ...actions(), description: description() }));
    expect(getAddress(await governor.read.proposalProposer([id]))).to.equal(getAddress(safe.address));
    await waitUntil(stage, await governor.read.proposalSnapshot([id]));
    // Two calls in one transaction: the vote, and a delegation for later.
    await execute(
      call("StudioGovernor", "castVoteWithReason", to, { proposalId: `${id}`, support: "1", reason: "We agreed." }),
      call("ReputationToken", "delegate", token.address, { delegatee: founder(stage, 1).account.address }),
    );
    expect(await governor.read.hasVoted([id, safe.address])).to.equal(true);
    expect(getAddress(await token.read.delegates([safe.address]))).to.equal(
      getAddress(founder(stage, 1).account.address),
    );
    for (const i of [1, 2]) {
      await governor.write.castVote([id, SUPPORT.for], { account: founder(stage, i).account });
    }
    await waitUntil(stage, await governor.read.proposalDeadline([id]));
    await execute(call("StudioGovernor", "queue", to, hashed()));
    expect(await governor.read.state([id])).to.equal(STATE.queued);
    await waitSeconds(stage, await governor.read.proposalEta([id]));
    await execute(call("StudioGovernor", "execute", to, hashed()));
    expect(await governor.read.state([id])).to.equal(STATE.executed);
    expect(await isDone(stage)).to.equal(true);
  });

  it("reserves a proposal for itself by the last line", async () => {
    const { governor, protocol } = stage;
    const { targets, values, calldatas } = proposal();
    await expectRefused(protocol, () => governor.write.propose([targets, values, calldatas, description()]), {
      by: governor,
      error: "GovernorRestrictedProposer",
      args: [getAddress(founder(stage, 0).account.address)],
      others: [governor.address],
    });
  });

  it("votes by a signature of its owners (ERC-1271), relayed by anybody", async () => {
    const { governor, protocol, stranger } = stage;
    const { id } = proposal();
    await execute(call("StudioGovernor", "propose", governor.address, { ...actions(), description: description() }));
    await waitUntil(stage, await governor.read.proposalSnapshot([id]));
    const ballot = async (support: number) =>
      hashTypedData({
        domain: {
          name: await governor.read.name(),
          version: await governor.read.version(),
          chainId: await protocol.publicClient.getChainId(),
          verifyingContract: governor.address,
        },
        types: BALLOT,
        primaryType: "Ballot",
        message: { proposalId: id, support, voter: safe.address, nonce: 0n },
      });
    const against = await safe.signMessage(await ballot(SUPPORT.against));
    const send = (signature: `0x${string}`) =>
      governor.write.castVoteBySig([id, SUPPORT.for, safe.address, signature], { account: stranger.account });
    await expectRefused(protocol, () => send(against), {
      by: governor,
      error: "GovernorInvalidSignature",
      args: [getAddress(safe.address)],
      others: [governor.address],
    });
    await send(await safe.signMessage(await ballot(SUPPORT.for)));
    expect(await governor.read.hasVoted([id, safe.address])).to.equal(true);
  });

  it("refuses a batch that somebody changed", () => {
    const to = stage.token.address;
    const file = exportBatch("Batch", 31_337, safe.address, [
      call("ReputationToken", "delegate", to, { delegatee: to }),
    ]);
    file.transactions[0]!.value = "1";
    expect(() => importBatch(JSON.stringify(file))).to.throw("The batch was changed");
  });

  it("finds a form for every function that writes, and each can be encoded from texts", () => {
    const sample = (type: string): string => {
      if (type.endsWith("[]")) return `[${sample(type.slice(0, -2))}]`;
      if (type.startsWith("uint") || type.startsWith("int")) return "1";
      if (type === "address") return stage.payee;
      if (type === "bool") return "true";
      if (type === "string") return "text";
      return /^bytes\d+$/.test(type) ? `0x${"00".repeat(Number(type.slice(5)))}` : "0x";
    };
    let count = 0;
    for (const [contract, forms] of methods) {
      for (const method of forms.filter(({ inputs }) => inputs.every(({ type }) => !type.startsWith("tuple")))) {
        const values = Object.fromEntries(method.inputs.map(({ name, type }, i) => [name || i, sample(type)]));
        const data = encodeTransaction(fillIn(stage.payee, method, values));
        expect(data.length, `${contract}.${method.name}`).to.be.greaterThan(9);
        count += 1;
      }
    }
    expect(count).to.be.greaterThan(40);
  });

  it("reads the timelock's roles: all the governor's, none of the founders', administered by the timelock", async () => {
    const { protocol, timelock, governor, founders } = stage;
    const roles = await readRoles(protocol.publicClient, timelock.address, governor.address);
    expect(roles).to.deep.equal({
      admin: { held: false, admin: zeroHash },
      proposer: { held: true, admin: zeroHash },
      executor: { held: true, admin: zeroHash },
      canceller: { held: true, admin: zeroHash },
    });
    for (const { account } of founders) {
      const own = await readRoles(protocol.publicClient, timelock.address, account.address);
      expect(Object.values(own).map(({ held }) => held)).to.deep.equal([false, false, false, false]);
    }
    const admin = await readRoles(protocol.publicClient, timelock.address, timelock.address);
    expect(admin.admin.held).to.equal(true);
  });

  it("cannot schedule on the timelock itself, whatever the form offers", async () => {
    const { protocol, timelock, payee } = stage;
    const values = { target: payee, value: "0", data: "0x", predecessor: zeroHash, salt: zeroHash, delay: "172800" };
    const { contractMethod, contractInputsValues } = call("StudioTimelock", "schedule", timelock.address, values);
    expect(
      encodeTransaction({
        to: timelock.address,
        value: "0",
        data: null,
        contractMethod: contractMethod!,
        contractInputsValues: contractInputsValues!,
      }),
    ).to.match(/^0x01d5062a/);
    await expectRefused(
      protocol,
      () =>
        timelock.write.schedule([payee, 0n, "0x", zeroHash, zeroHash, 172_800n], {
          account: founder(stage, 0).account,
        }),
      {
        by: timelock,
        error: "AccessControlUnauthorizedAccount",
        args: [getAddress(founder(stage, 0).account.address), keccak256(stringToHex("PROPOSER_ROLE"))],
        others: [timelock.address],
      },
    );
    // Through the Safe the same call fails as a whole: nothing is left behind.
    const refused = execute(call("StudioTimelock", "schedule", timelock.address, values)).then(
      () => "executed",
      () => "refused",
    );
    expect(await refused).to.equal("refused");
  });

  it("is told apart from plain accounts by ABI only: artifacts name every input", async () => {
    for (const name of ["StudioGovernor", "StudioTimelock", "ReputationToken", "Studio"]) {
      const abi = (await artifacts.readArtifact(name)).abi as Abi;
      const events = abi.filter((item) => item.type === "event");
      const unnamed = events.filter(({ inputs }) => inputs.some((input) => !input.name)).map((event) => event.name);
      expect(unnamed, name).to.deep.equal([]);
    }
  });
});
