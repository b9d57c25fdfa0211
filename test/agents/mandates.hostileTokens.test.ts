import { expect } from "chai";
import { type Address, encodeFunctionData, getAddress, type Hash, parseAbi, zeroHash } from "viem";
import { type Market, offerInput, prepareMarket, publish, purchaseOf } from "../licensing/market.ts";
import { type Agents, DAY, GAS, grant, type MandateInput, POLICY, PURPOSE, setUpAgents } from "./mandates.ts";

const tokenAbi = parseAbi([
  "function mint(address account, uint256 amount)",
  "function approve(address spender, uint256 amount)",
  "function balanceOf(address account) view returns (uint256)",
  "function allowance(address owner, address spender) view returns (uint256)",
]);

describe("agents/mandates.hostileTokens", () => {
  let agents: Agents;
  let market: Market;

  before(async () => {
    agents = await setUpAgents();
    market = await prepareMarket(agents.protocol);
    const snapshot = await agents.protocol.connection.networkHelpers.takeSnapshot();
    agents.rewind = () => snapshot.restore();
  });

  beforeEach(() => agents.rewind());

  /** A window of 1,000 units of a token, 10,000 in the treasury, and a mandate to spend them. */
  async function fund(token: Address, overrides: Partial<MandateInput> = {}): Promise<Hash> {
    const { protocol, mandates, clones } = agents;
    const wallet = await protocol.connection.viem.getWalletClient(clones.timelock);
    for (const [functionName, args] of [
      ["mint", [clones.timelock, 10_000n]],
      ["approve", [mandates.address, 2_000n]],
    ] as const) {
      await wallet.sendTransaction({ to: token, data: encodeFunctionData({ abi: tokenAbi, functionName, args }) });
    }
    await mandates.write.setWindow([token, 1_000n, 7 * DAY], { account: clones.timelock });
    const limits = { perTransaction: 500n, perPeriod: 500n, period: DAY };
    const payees = [agents.payee, market.licensor.address];
    return grant(agents, { token, limits, lifetime: 1_000n, payees, calls: [], ...overrides });
  }

  const read = (token: Address) => agents.protocol.connection.viem.getContractAt("TestToken", token);
  const pay = (id: Hash, amount: bigint, by: Address = agents.agent.account.address) =>
    agents.mandates.write.pay([id, POLICY, agents.payee, amount, PURPOSE], { account: by, gas: GAS });
  const spent = async (id: Hash, token: Address) => [
    (await agents.mandates.read.mandateOf([id])).spent,
    (await agents.mandates.read.windowOf([token]))[1],
  ];

  it("counts nothing and logs nothing of a payment that a token answers with false", async () => {
    const { mandates, protocol } = agents;
    const token = await protocol.connection.viem.deployContract("FalseReturnToken");
    const id = await fund(token.address);
    await token.write.setFailing([true]);
    const head = await mandates.read.headOf([id]);
    await protocol.connection.viem.assertions.revertWithCustomErrorWithArgs(
      pay(id, 10n),
      mandates,
      "SafeERC20FailedOperation",
      [getAddress(token.address)],
    );
    expect([...(await spent(id, token.address)), await mandates.read.headOf([id])]).to.deep.equal([0n, 0n, head]);
    await token.write.setFailing([false]);
    await pay(id, 10n);
    expect(await token.read.balanceOf([agents.payee])).to.equal(10n);
  });

  it("keeps what came to the account where it is while the token says no, and sweeps it afterwards", async () => {
    const { mandates, protocol, clones } = agents;
    const token = await protocol.connection.viem.deployContract("FalseReturnToken");
    const id = await fund(token.address);
    const { account } = await mandates.read.mandateOf([id]);
    await token.write.mint([account, 7n]);
    await token.write.setFailing([true]);
    const sweep = () => mandates.write.sweep([id, token.address], { account: agents.stranger.account, gas: GAS });
    await protocol.connection.viem.assertions.revertWithCustomErrorWithArgs(
      sweep(),
      mandates,
      "SafeERC20FailedOperation",
      [getAddress(token.address)],
    );
    await token.write.setFailing([false]);
    await sweep();
    expect([await token.read.balanceOf([account]), await token.read.balanceOf([clones.timelock])]).to.deep.equal([
      0n,
      10_007n,
    ]);
  });

  it("pays, buys and sweeps in a token that answers nothing", async () => {
    const { mandates, protocol, clones } = agents;
    const { address } = await protocol.connection.viem.deployContract("NoReturnToken");
    const token = await read(address);
    const id = await fund(address);
    await pay(id, 10n);
    expect(await token.read.balanceOf([agents.payee])).to.equal(10n);
    const offerId = await publish(market, offerInput(market, { token: address, price: 25n }));
    const purchase = purchaseOf(market, offerId, { licensee: clones.timelock });
    const { account } = await mandates.read.mandateOf([id]);
    await protocol.connection.viem.assertions.emit(
      mandates.write.buy([id, POLICY, purchase], { account: agents.agent.account, gas: GAS }),
      mandates,
      "MandateBought",
    );
    expect([
      await token.read.balanceOf([clones.timelock]),
      await token.read.balanceOf([account]),
      await token.read.allowance([account, market.contracts.splitter.address]),
    ]).to.deep.equal([9_965n, 0n, 0n]);
  });

  it("takes out of the treasury what is counted, also where the token burns a part of it, and buys nothing with less", async () => {
    const { mandates, protocol, clones } = agents;
    const token = await protocol.connection.viem.deployContract("FeeToken");
    const id = await fund(token.address);
    await token.write.setFee([100_000n]);
    await pay(id, 100n);
    expect(await token.read.balanceOf([agents.payee])).to.equal(90n);
    expect(await token.read.balanceOf([clones.timelock])).to.equal(9_900n);
    const offerId = await publish(market, offerInput(market, { token: token.address, price: 25n }));
    const purchase = purchaseOf(market, offerId, { licensee: clones.timelock });
    await protocol.connection.viem.assertions.revertWithCustomError(
      mandates.write.buy([id, POLICY, purchase], { account: agents.agent.account, gas: GAS }),
      token,
      "ERC20InsufficientBalance",
    );
    expect(await spent(id, token.address)).to.deep.equal([100n, 100n]);
    expect(await token.read.balanceOf([clones.timelock])).to.equal(9_900n);
  });

  it("lets no token that is the agent itself act again while it pays", async () => {
    const { mandates, protocol } = agents;
    const token = await protocol.connection.viem.deployContract("ReentrantToken");
    const { networkHelpers, viem } = protocol.connection;
    await networkHelpers.impersonateAccount(token.address);
    await networkHelpers.setBalance(token.address, 10n ** 18n);
    const id = await fund(token.address, { agent: token.address });
    for (const [functionName, args] of [
      ["pay", [id, POLICY, agents.payee, 1n, zeroHash]],
      ["sweep", [id, token.address]],
    ] as const) {
      const data = encodeFunctionData({ abi: mandates.abi, functionName, args });
      await token.write.arm([mandates.address, data]);
      await viem.assertions.revertWithCustomError(
        pay(id, 10n, token.address),
        mandates,
        "ReentrancyGuardReentrantCall",
      );
    }
    expect(await spent(id, token.address)).to.deep.equal([0n, 0n]);
    expect(await token.read.balanceOf([agents.payee])).to.equal(0n);
  });

  it("is not stopped by a token that answers a payment with a bomb, which costs the agent its gas", async () => {
    const { protocol } = agents;
    const token = await protocol.connection.viem.deployContract("ReturnBombToken");
    const id = await fund(token.address);
    await token.write.setBomb([100_000n, false]);
    const { gasUsed } = await protocol.publicClient.getTransactionReceipt({ hash: await pay(id, 10n) });
    expect(Number(gasUsed)).to.be.lessThan(500_000);
    expect(await token.read.balanceOf([agents.payee])).to.equal(10n);
  });
});
