import { expect } from "chai";
import { encodeFunctionData, type Hash, keccak256, pad, toFunctionSelector, zeroAddress } from "viem";
import {
  type Agents,
  callFrom,
  expectMandatesRefused,
  firstHead,
  GAS,
  grant,
  nextHead,
  OTHER_POLICY,
  PING,
  POLICY,
  setUpAgents,
} from "./mandates.ts";

describe("agents/mandates.call", () => {
  let agents: Agents;
  let id: Hash;

  before(async () => {
    agents = await setUpAgents();
  });

  beforeEach(async () => {
    await agents.rewind();
    id = await grant(agents);
  });

  describe("is refused", () => {
    it("to everybody but the agent, and under another policy", async () => {
      const { mandates, machine, stranger } = agents;
      const call = () => mandates.write.call([id, POLICY, machine, PING], { account: stranger.account, gas: GAS });
      await expectMandatesRefused(agents, call, "AgentMandatesUnauthorized", [stranger.account.address]);
      const policy = OTHER_POLICY;
      await expectMandatesRefused(agents, () => callFrom(agents, id, { policy }), "AgentMandatesWrongPolicy", [
        id,
        policy,
        POLICY,
      ]);
    });

    it("without a selector", () =>
      expectMandatesRefused(agents, () => callFrom(agents, id, { data: "0x5c36b1" }), "AgentMandatesShortCall", [3n]));

    it("for functions and contracts that are not listed, or not any more", async () => {
      const { machine, mandates, clones } = agents;
      const other = "0x5c36b187";
      await expectMandatesRefused(agents, () => callFrom(agents, id, { data: other }), "AgentMandatesUnlistedCall", [
        id,
        machine,
        other,
      ]);
      const target = clones.governor;
      await expectMandatesRefused(agents, () => callFrom(agents, id, { target }), "AgentMandatesUnlistedCall", [
        id,
        target,
        PING,
      ]);
      const account = { account: clones.timelock };
      const hash = await mandates.write.setCall([id, { target: machine, selector: PING }, false], account);
      await agents.protocol.connection.viem.assertions.emitWithArgs(Promise.resolve(hash), mandates, "CallListed", [
        id,
        machine,
        PING,
        false,
      ]);
      await expectMandatesRefused(agents, () => callFrom(agents, id), "AgentMandatesUnlistedCall", [id, machine, PING]);
    });
  });

  it("comes from the mandate's account, passes the answer on, and is logged", async () => {
    const { mandates, machine, agent, protocol, clones } = agents;
    const token = await protocol.connection.viem.deployContract("TestToken", ["Other", "OTHER", 18]);
    const decimals = toFunctionSelector("decimals()");
    await mandates.write.setCall([id, { target: token.address, selector: decimals }, true], {
      account: clones.timelock,
    });
    const { account } = await mandates.read.mandateOf([id]);
    const { result } = await mandates.simulate.call([id, POLICY, token.address, decimals], {
      account: agent.account.address,
    });
    expect(BigInt(result)).to.equal(18n);
    const head = nextHead(firstHead(id), POLICY, 2, [
      pad(machine, { size: 32 }),
      keccak256(PING),
      pad(PING, { size: 32, dir: "right" }),
    ]);
    const hash = await callFrom(agents, id);
    await protocol.connection.viem.assertions.emitWithArgs(Promise.resolve(hash), mandates, "MandateCalled", [
      id,
      machine,
      PING,
      keccak256(PING),
      head,
    ]);
    expect(await mandates.read.headOf([id])).to.equal(head);
    expect(account).to.not.equal(zeroAddress);
  });

  it("passes the target's error on and leaves no link in the log", async () => {
    const { mandates, protocol, clones } = agents;
    const market = await protocol.connection.viem.getContractAt("LicenseMarket", protocol.addressOf("LicenseMarket"));
    const data = encodeFunctionData({ abi: market.abi, functionName: "withdrawOffer", args: [POLICY] });
    const rule = { target: market.address, selector: toFunctionSelector("withdrawOffer(bytes32)") };
    await mandates.write.setCall([id, rule, true], { account: clones.timelock });
    const before = await mandates.read.headOf([id]);
    await protocol.connection.viem.assertions.revertWithCustomErrorWithArgs(
      callFrom(agents, id, { target: market.address, data }),
      market,
      "LicenseMarketUnknownOffer",
      [POLICY],
    );
    expect(await mandates.read.headOf([id])).to.equal(before);
  });

  it("leaves an account that obeys nobody but its mandates", async () => {
    const { account } = await agents.mandates.read.mandateOf([id]);
    const contract = await agents.protocol.connection.viem.getContractAt("MandateAccount", account);
    expect((await contract.read.mandates()).toLowerCase()).to.equal(agents.mandates.address.toLowerCase());
    for (const caller of [agents.agent.account.address, agents.clones.timelock, agents.stranger.account.address]) {
      await agents.protocol.connection.viem.assertions.revertWithCustomErrorWithArgs(
        contract.write.execute([agents.machine, PING], { account: caller, gas: GAS }),
        contract,
        "MandateAccountUnauthorized",
        [caller],
      );
    }
  });

  it("sends whatever came to the account to the treasury, at anyone's request", async () => {
    const { mandates, usdc, clones, stranger, protocol } = agents;
    const { account } = await mandates.read.mandateOf([id]);
    await usdc.write.mint([account, 9n]);
    const treasury = await usdc.read.balanceOf([clones.timelock]);
    const sweep = (mandateId: Hash) =>
      mandates.write.sweep([mandateId, usdc.address], { account: stranger.account, gas: GAS });
    await expectMandatesRefused(agents, () => sweep(POLICY), "AgentMandatesUnknownMandate", [POLICY]);
    await protocol.connection.viem.assertions.emitWithArgs(sweep(id), mandates, "AccountSwept", [id, usdc.address, 9n]);
    expect(await usdc.read.balanceOf([clones.timelock])).to.equal(treasury + 9n);
    await sweep(id);
  });
});
