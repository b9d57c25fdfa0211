import { expect } from "chai";
import { artifacts } from "hardhat";
import { type Abi, type Address, encodeFunctionData, type Hash, type Hex, toFunctionSelector, zeroHash } from "viem";
import { PROTOCOL_NAMES } from "../../scripts/deploy/index.ts";
import { type Agents, callFrom, expectMandatesRefused, GAS, grant, PING, setUpAgents, USDC } from "./mandates.ts";

/** Functions that move tokens, let others move them, or carry calls that nobody voted for. */
const FORBIDDEN = [
  // transfers
  "transfer(address,uint256)",
  "transferFrom(address,address,uint256)",
  "safeTransferFrom(address,address,uint256)",
  "safeTransferFrom(address,address,uint256,bytes)",
  "safeTransferFrom(address,address,uint256,uint256,bytes)",
  "safeBatchTransferFrom(address,address,uint256[],uint256[],bytes)",
  "transfer(address,uint256,uint256)",
  "transfer(address,uint256,bytes)",
  "transferFrom(address,address,uint256,uint256)",
  "transferAndCall(address,uint256)",
  "transferAndCall(address,uint256,bytes)",
  "transferFromAndCall(address,address,uint256)",
  "transferFromAndCall(address,address,uint256,bytes)",
  "send(address,uint256,bytes)",
  "operatorSend(address,address,uint256,bytes,bytes)",
  // approvals
  "approve(address,uint256)",
  "approve(address,uint256,uint256)",
  "approve(address,address,uint160,uint48)",
  "increaseAllowance(address,uint256)",
  "decreaseAllowance(address,uint256)",
  "increaseApproval(address,uint256)",
  "decreaseApproval(address,uint256)",
  "approveAndCall(address,uint256)",
  "approveAndCall(address,uint256,bytes)",
  "setApprovalForAll(address,bool)",
  "setOperator(address,bool)",
  "authorizeOperator(address)",
  // authorizations
  "permit(address,address,uint256,uint256,uint8,bytes32,bytes32)",
  "permit(address,address,uint256,uint256,bytes)",
  "permit(address,address,uint256,uint256,bool,uint8,bytes32,bytes32)",
  "permit(address,uint256,uint256,uint8,bytes32,bytes32)",
  "permit(address,((address,uint160,uint48,uint48),address,uint256),bytes)",
  "cancelAuthorization(address,bytes32,uint8,bytes32,bytes32)",
  "cancelAuthorization(address,bytes32,bytes)",
  "transferFrom(address,address,uint160,address)",
  "transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,uint8,bytes32,bytes32)",
  "transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)",
  "receiveWithAuthorization(address,address,uint256,uint256,uint256,bytes32,uint8,bytes32,bytes32)",
  "receiveWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)",
  // carriers
  "multicall(bytes[])",
  "multicall(uint256,bytes[])",
  "multicall(bytes32,bytes[])",
  "execute(address,uint256,bytes)",
  "execute(bytes32,bytes)",
  "delegatecall(address,bytes)",
];

const TOKENS = ["TestUSDC", "TestUSDCKeyed", "TestToken", "ReentrantPermitToken", "FeeToken", "RebasingToken"];

async function selectorsOf(name: string): Promise<Hex[]> {
  const { abi } = await artifacts.readArtifact(name);
  return (abi as Abi).flatMap((item) => (item.type === "function" ? [toFunctionSelector(item)] : []));
}

describe("agents/mandates.confusedDeputy", () => {
  let agents: Agents;
  let id: Hash;

  before(async () => {
    agents = await setUpAgents();
  });

  beforeEach(async () => {
    await agents.rewind();
    id = await grant(agents);
  });

  const list = (target: Address, selector: Hex, by = agents.clones.timelock) =>
    agents.mandates.write.setCall([id, { target, selector }, true], { account: by, gas: GAS });
  const balances = () =>
    Promise.all(
      [agents.clones.timelock, agents.agent.account.address, agents.mandates.address].map((owner) =>
        agents.usdc.read.balanceOf([owner]),
      ),
    );

  it("refuses to list a function that moves tokens or lets others move them, of whatever contract", async () => {
    for (const signature of FORBIDDEN) {
      const selector = toFunctionSelector(signature);
      await expectMandatesRefused(agents, () => list(agents.machine, selector), "AgentMandatesForbiddenSelector", [
        selector,
      ]);
    }
  });

  it("knows every such function of the tokens that we have", async () => {
    const moving = /^(transfer|safeTransfer|approve|permit|setApproval|increaseAll|receiveWithAuth|cancelAuth)/;
    const forbidden = new Set(FORBIDDEN.map((signature) => toFunctionSelector(signature)));
    for (const name of [...TOKENS, "AssetRegistry", "Licenses", "RoyaltySplitter"]) {
      const { abi } = await artifacts.readArtifact(name);
      for (const item of abi as Abi) {
        if (item.type !== "function" || item.stateMutability !== "nonpayable" || !moving.test(item.name)) continue;
        expect(forbidden.has(toFunctionSelector(item)), `${name}.${item.name}`).to.equal(true);
      }
    }
  });

  it("refuses to list any function of any module, of the studio, of the mandates themselves", async () => {
    const { clones, mandates } = agents;
    const modules: [string, Address][] = [
      ["Studio", clones.studio],
      ["StudioTimelock", clones.timelock],
      ["StudioGovernor", clones.governor],
      ["ReputationToken", clones.reputation],
      ["ICuration", clones.curation],
      ["IEthicsBoard", clones.board],
      ["AgentMandates", mandates.address],
    ];
    const forbidden = new Set(FORBIDDEN.map((signature) => toFunctionSelector(signature)));
    for (const [name, target] of modules) {
      for (const selector of await selectorsOf(name)) {
        const call = () => list(target, selector);
        if (forbidden.has(selector)) {
          await agents.protocol.connection.viem.assertions.revertWithCustomError(
            call(),
            mandates,
            "AgentMandatesForbiddenSelector",
          );
          continue;
        }
        await agents.protocol.connection.viem.assertions.revertWithCustomErrorWithArgs(
          call(),
          mandates,
          "AgentMandatesForbiddenTarget",
          [target],
        );
      }
    }
  }).timeout(120_000);

  it("refuses every function of every token and module through call, whoever asks for it", async () => {
    const { clones, mandates, usdc, protocol } = agents;
    const targets: [string, Address][] = [
      ["TestUSDC", usdc.address],
      ["Studio", clones.studio],
      ["StudioTimelock", clones.timelock],
      ["StudioGovernor", clones.governor],
      ["ReputationToken", clones.reputation],
      ["ICuration", clones.curation],
      ["IEthicsBoard", clones.board],
      ["AgentMandates", mandates.address],
      ...PROTOCOL_NAMES.filter((name) =>
        ["AssetRegistry", "Licenses", "LicenseMarket", "RoyaltySplitter"].includes(name),
      ).map((name): [string, Address] => [name, protocol.addressOf(name)]),
    ];
    const [before, head] = [await balances(), await mandates.read.headOf([id])];
    for (const [name, target] of targets) {
      for (const selector of await selectorsOf(name)) {
        await protocol.connection.viem.assertions.revertWithCustomErrorWithArgs(
          callFrom(agents, id, { target, data: selector }),
          mandates,
          "AgentMandatesUnlistedCall",
          [id, target, selector],
        );
      }
    }
    expect(await balances()).to.deep.equal(before);
    expect(await mandates.read.headOf([id])).to.equal(head);
  }).timeout(120_000);

  it("refuses to list accounts without code", async () => {
    const target = agents.payee;
    await expectMandatesRefused(agents, () => list(target, PING), "AgentMandatesForbiddenTarget", [target]);
  });

  it("refuses a token from the moment on that the treasury gives an allowance of it, and lets it be again after", async () => {
    const { clones, mandates, protocol } = agents;
    const token = await protocol.connection.viem.deployContract("TestToken", ["Other", "OTHER", 18]);
    const data = encodeFunctionData({ abi: token.abi, functionName: "totalSupply" });
    await list(token.address, data);
    await callFrom(agents, id, { target: token.address, data });
    await token.write.approve([mandates.address, 1n], { account: clones.timelock });
    const refused = [token.address];
    const call = () => callFrom(agents, id, { target: token.address, data });
    await expectMandatesRefused(agents, call, "AgentMandatesForbiddenTarget", refused);
    await expectMandatesRefused(agents, () => list(token.address, data), "AgentMandatesForbiddenTarget", refused);
    await token.write.approve([mandates.address, 0n], { account: clones.timelock });
    await call();
  });

  it("refuses a contract from the moment on that it says it is a module of the studio", async () => {
    const gate = await agents.protocol.connection.viem.getContractAt("HostileGate", agents.machine);
    await callFrom(agents, id);
    await gate.write.answerWith([0, BigInt(agents.clones.studio)]);
    await expectMandatesRefused(agents, () => callFrom(agents, id), "AgentMandatesForbiddenTarget", [agents.machine]);
  });

  it("spends nothing of the allowance when the target of a call comes back", async () => {
    const { mandates, protocol, usdc, payee, clones } = agents;
    const reenterer = await protocol.connection.viem.deployContract("Reenterer");
    await list(reenterer.address, PING);
    const [before, policy] = [await balances(), (await mandates.read.mandateOf([id])).policyHash];
    const attempts: Hex[] = [
      encodeFunctionData({ abi: mandates.abi, functionName: "pay", args: [id, policy, payee, USDC, zeroHash] }),
      encodeFunctionData({ abi: mandates.abi, functionName: "call", args: [id, policy, agents.machine, PING] }),
      encodeFunctionData({ abi: mandates.abi, functionName: "sweep", args: [id, usdc.address] }),
    ];
    for (const attempt of attempts) {
      await reenterer.write.arm([mandates.address, attempt]);
      await protocol.connection.viem.assertions.revertWithCustomError(
        callFrom(agents, id, { target: reenterer.address }),
        mandates,
        "ReentrancyGuardReentrantCall",
      );
    }
    const transfer = encodeFunctionData({
      abi: usdc.abi,
      functionName: "transferFrom",
      args: [clones.timelock, agents.agent.account.address, USDC],
    });
    await reenterer.write.arm([usdc.address, transfer]);
    await protocol.connection.viem.assertions.revertWithCustomError(
      callFrom(agents, id, { target: reenterer.address }),
      usdc,
      "ERC20InsufficientAllowance",
    );
    expect(await balances()).to.deep.equal(before);
  });

  it("never leaves an approval or a token with the account", async () => {
    const { account } = await agents.mandates.read.mandateOf([id]);
    await callFrom(agents, id);
    expect(await agents.usdc.read.balanceOf([account])).to.equal(0n);
    expect(await agents.usdc.read.allowance([agents.clones.timelock, account])).to.equal(0n);
  });

  it("cannot be replaced while the treasury's allowance lasts", async () => {
    const { studio, clones, usdc, mandates, protocol } = agents;
    const none = "0x0000000000000000000000000000000000000000" as const;
    await protocol.connection.viem.assertions.revertWithCustomErrorWithArgs(
      studio.write.setMandates([none, [usdc.address]], { account: clones.timelock, gas: GAS }),
      studio,
      "StudioAllowanceLeft",
      [5, usdc.address, 20_000n * USDC],
    );
    await usdc.write.approve([mandates.address, 0n], { account: clones.timelock });
    await studio.write.setMandates([none, [usdc.address]], { account: clones.timelock });
  });
});
