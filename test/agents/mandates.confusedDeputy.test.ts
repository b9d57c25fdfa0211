import { expect } from "chai";
import { artifacts } from "hardhat";
import {
  type Abi,
  type Address,
  encodeFunctionData,
  getAddress,
  type Hash,
  type Hex,
  toFunctionSelector,
  toFunctionSignature,
  zeroHash,
} from "viem";
import type { ProtocolName } from "../../scripts/deploy/index.ts";
import { createSuccessors } from "../studio/replacing.ts";
import { FORBIDDEN, foreignAbis } from "./forbidden.ts";
import { type Agents, callFrom, expectMandatesRefused, GAS, grant, PING, setUpAgents, USDC } from "./mandates.ts";

const TOKENS = ["TestUSDC", "TestUSDCKeyed", "TestToken", "ReentrantPermitToken", "FeeToken", "RebasingToken"];

const SINGLETONS = [
  ...["AssetRegistry", "Licenses", "LicenseMarket", "RoyaltySplitter"],
  ...["StudioFactory", "StandardsLens", "Attestations", "Provenance"],
] as ProtocolName[];

async function selectorsOf(name: string): Promise<Hex[]> {
  const { abi } = await artifacts.readArtifact(name);
  return (abi as Abi).flatMap((item) => (item.type === "function" ? [toFunctionSelector(item)] : []));
}

describe("agents/mandates.confusedDeputy", () => {
  let agents: Agents;
  let id: Hash;
  /** Modules that a collective votes for when it wants them. */
  let later: { commissions: Address; impact: Address };

  before(async () => {
    agents = await setUpAgents();
    const { protocol, clones, studio } = agents;
    const wanted = { preset: clones.config.preset, commissions: true, impact: true };
    later = await createSuccessors(protocol, clones, wanted);
    await studio.write.setCommissions([later.commissions], { account: clones.timelock });
    await studio.write.setImpact([later.impact], { account: clones.timelock });
    const snapshot = await protocol.connection.networkHelpers.takeSnapshot();
    agents.rewind = () => snapshot.restore();
  });

  beforeEach(async () => {
    await agents.rewind();
    id = await grant(agents);
  });

  const list = (target: Address, selector: Hex, by = agents.clones.timelock) =>
    agents.mandates.write.setCall([id, { target, selector }, true], { account: by, gas: GAS });
  const modules = (): [string, Address][] => [
    ["Studio", agents.clones.studio],
    ["StudioTimelock", agents.clones.timelock],
    ["StudioGovernor", agents.clones.governor],
    ["ReputationToken", agents.clones.reputation],
    ["ICuration", agents.clones.curation],
    ["IEthicsBoard", agents.clones.board],
    ["AgentMandates", agents.mandates.address],
    ["Commissions", later.commissions],
    ["ImpactEmission", later.impact],
  ];
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

  it("knows every such function of our contracts and of other people's tokens, accounts and carriers", async () => {
    const moving =
      /^(transfer(?!Own)|safe(Batch)?Transfer|send$|operator(Send|Burn)|approve(?!Hash)|temporaryApprove|permit|setApproval|setOperator$|authorizeOperator|(in|de)crease(Allow|Appr)|receiveWithAuth|cancelAuth|burnFrom|burnBatch|crosschainBurn|redeem$|withdrawTo)/;
    const carrying = /^(execute|exec|multicall|aggregate|relay|schedule|handle|delegateAnd|upgrade.*AndCall)/;
    const forbidden = new Set(FORBIDDEN.map((signature) => toFunctionSelector(signature)));
    const own = await Promise.all(
      [...TOKENS, "AssetRegistry", "Licenses"].map(async (name): Promise<[string, Abi]> => [
        name,
        (await artifacts.readArtifact(name)).abi as Abi,
      ]),
    );
    let count = 0;
    for (const [name, abi] of [...own, ...(await foreignAbis())]) {
      for (const item of abi) {
        if (item.type !== "function" || item.stateMutability === "view" || item.stateMutability === "pure") continue;
        if (!moving.test(item.name) && !carrying.test(item.name)) continue;
        expect(forbidden.has(toFunctionSelector(item)), `${name}: ${toFunctionSignature(item)}`).to.equal(true);
        count += 1;
      }
    }
    expect(count).to.be.greaterThan(100);
  });

  it("refuses to list any function of any module, of the studio, of the mandates themselves", async () => {
    const { mandates } = agents;
    const forbidden = new Set(FORBIDDEN.map((signature) => toFunctionSelector(signature)));
    for (const [name, target] of modules()) {
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

  it("refuses every function of every token, module and contract of the protocol that is not listed", async () => {
    const { mandates, usdc, protocol } = agents;
    const targets: [string, Address][] = [
      ["TestUSDC", usdc.address],
      ...modules(),
      ...SINGLETONS.map((name): [string, Address] => [name, protocol.addressOf(name)]),
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

  it("refuses to list a token of which the treasury has given an allowance, or that has a window", async () => {
    const { clones, mandates, usdc, protocol } = agents;
    const token = await protocol.connection.viem.deployContract("TestToken", ["Other", "OTHER", 18]);
    const selector = encodeFunctionData({ abi: token.abi, functionName: "totalSupply" });
    await token.write.approve([mandates.address, 1n], { account: clones.timelock });
    const refused = (target: Address) =>
      expectMandatesRefused(agents, () => list(target, selector), "AgentMandatesForbiddenTarget", [target]);
    await refused(token.address);
    await token.write.approve([mandates.address, 0n], { account: clones.timelock });
    await list(token.address, selector);
    await usdc.write.approve([mandates.address, 0n], { account: clones.timelock });
    await refused(getAddress(usdc.address));
  });

  it("makes no money of a token while an agent may call it: it gets no window, so that no allowance of it counts", async () => {
    const { clones, mandates, protocol } = agents;
    const token = await protocol.connection.viem.deployContract("TestToken", ["Other", "OTHER", 18]);
    const target = getAddress(token.address);
    const selector = encodeFunctionData({ abi: token.abi, functionName: "totalSupply" });
    const second = toFunctionSelector("decimals()");
    for (const each of [selector, second, second]) await list(target, each);
    const set = () => mandates.write.setWindow([target, 1_000n, 86_400], { account: clones.timelock, gas: GAS });
    const take = (each: Hex) =>
      mandates.write.setCall([id, { target, selector: each }, false], { account: clones.timelock, gas: GAS });
    await expectMandatesRefused(agents, set, "AgentMandatesListedToken", [target, 2n]);
    await take(selector);
    await take(selector);
    await expectMandatesRefused(agents, set, "AgentMandatesListedToken", [target, 1n]);
    await mandates.write.revoke([id], { account: clones.timelock });
    await take(second);
    await set();
  });

  it("refuses to list RoyaltySplitter and Permit2, which move what others approved to them", async () => {
    const { protocol } = agents;
    const permit2 = "0x000000000022D473030F116dDEE9F6B43aC78BA3" as const;
    const code = await protocol.publicClient.getCode({ address: agents.machine });
    await protocol.connection.networkHelpers.setCode(permit2, code as Hex);
    for (const target of [getAddress(protocol.addressOf("RoyaltySplitter")), permit2]) {
      await expectMandatesRefused(agents, () => list(target, PING), "AgentMandatesForbiddenTarget", [target]);
    }
  });

  it("refuses to list a contract that says it is a module of the studio", async () => {
    const gate = await agents.protocol.connection.viem.getContractAt("HostileGate", agents.machine);
    await gate.write.answerWith([0, BigInt(agents.clones.studio)]);
    const call = () => list(agents.machine, "0x12345678");
    await expectMandatesRefused(agents, call, "AgentMandatesForbiddenTarget", [getAddress(agents.machine)]);
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
