import { expect } from "chai";
import { type Address, encodeFunctionData, type Hash, zeroAddress } from "viem";
import { STATUS } from "../registry/registry.ts";
import { CommissionStage, GAS } from "./commissioning.ts";

/** What tokens of a studio's choice do to rewards, and to nobody else's. */
describe("agents/commissions.hostileTokens", () => {
  let stage: CommissionStage;
  let assignee: Address;
  let timelock: Address;
  let rewind: () => Promise<void>;

  before(async () => {
    stage = await CommissionStage.set();
    ({ assignee, timelock } = stage);
    const snapshot = await stage.protocol.connection.networkHelpers.takeSnapshot();
    rewind = () => snapshot.restore();
  });

  beforeEach(() => rewind());

  /** 10,000 units in the treasury, approved to the ledger. */
  async function endow(token: Address): Promise<void> {
    const erc20 = await stage.protocol.connection.viem.getContractAt("TestToken", token);
    await erc20.write.mint([timelock, 10_000n]);
    await erc20.write.approve([stage.contracts.splitter.address, 10_000n], { account: timelock });
  }

  /** A commission in the token, the first lot of which was accepted. */
  async function accepted(token: Address): Promise<Hash> {
    const id = await stage.opened({ token });
    const lotId = await stage.commit(assignee);
    await stage.deliver(id, 0, lotId);
    await stage.judge(lotId, STATUS.accepted);
    return id;
  }

  const withdraw = (token: Address, of = assignee) =>
    stage.contracts.splitter.write.withdraw([token, of], { gas: GAS });
  const balance = async (token: Address, of: Address) =>
    (await stage.protocol.connection.viem.getContractAt("TestToken", token)).read.balanceOf([of]);

  /** Every unit that came in is in the pot, or credited, or with whom it was credited to. */
  async function expectConserved(token: Address, id: Hash, total = 800n): Promise<void> {
    const [pot, earned, returned, paid] = await Promise.all([
      stage.pot(id, token),
      stage.credit(assignee, token),
      stage.credit(timelock, token),
      balance(token, assignee),
    ]);
    expect(pot + earned + returned + paid).to.equal(total);
  }

  /** A second commission in an honest token is paid to the last unit. */
  async function expectOthersUnharmed(): Promise<void> {
    const id = await accepted(stage.usdc.address);
    await stage.pay(id);
    await withdraw(stage.usdc.address);
    expect(await stage.usdc.read.balanceOf([assignee])).to.equal(300n);
    expect(await stage.pot(id)).to.equal(500n);
  }

  it("opens nothing in a token that delivers less than it says", async () => {
    const token = await stage.protocol.connection.viem.deployContract("FeeToken");
    await endow(token.address);
    const input = await stage.inputOf({ token: token.address });
    const id = await stage.commissions.read.commissionIdOf([input]);
    const { assertions } = stage.protocol.connection.viem;
    await assertions.revertWithCustomError(
      stage.fund(id, 800n, token.address),
      stage.contracts.splitter,
      "RoyaltySplitterWrongReceipt",
    );
    await stage.refuses(() => stage.open(input), "CommissionsUnderfunded", [id, 0n, 800n]);
    await expectOthersUnharmed();
  });

  it("keeps a reward for its assignee whose token says no when it is withdrawn", async () => {
    const token = await stage.protocol.connection.viem.deployContract("FalseReturnToken");
    await endow(token.address);
    const id = await accepted(token.address);
    await token.write.setFailing([true]);
    await stage.pay(id);
    expect(await withdraw(token.address).catch(() => "refused")).to.equal("refused");
    await expectConserved(token.address, id);
    expect(await stage.credit(assignee, token.address)).to.equal(300n);
    await expectOthersUnharmed();
    await token.write.setFailing([false]);
    await withdraw(token.address);
    expect(await balance(token.address, assignee)).to.equal(300n);
  });

  it("credits one assignee though the token pays nobody, and locks nobody else's reward", async () => {
    const token = await stage.protocol.connection.viem.deployContract("PausableToken");
    await endow(token.address);
    const id = await accepted(token.address);
    await token.write.pause();
    await stage.pay(id);
    expect(await withdraw(token.address).catch(() => "refused")).to.equal("refused");
    await stage.time().increase(20 * 86_400);
    await stage.giveBack(id, 1);
    await expectConserved(token.address, id);
    expect(await stage.credit(timelock, token.address)).to.equal(500n);
    await expectOthersUnharmed();
    await token.write.unpause();
    await withdraw(token.address);
    await withdraw(token.address, timelock);
    expect([await balance(token.address, assignee), await balance(token.address, timelock)]).to.deep.equal([
      300n,
      9_700n,
    ]);
  });

  it("pays no more than there is of a token that shrinks, and takes it from no other token", async () => {
    const token = await stage.protocol.connection.viem.deployContract("RebasingToken");
    await endow(token.address);
    const id = await accepted(token.address);
    await stage.pay(id);
    await token.write.rebase([stage.contracts.splitter.address, 100n]);
    expect(await withdraw(token.address).catch(() => "refused")).to.equal("refused");
    await expectConserved(token.address, id);
    await expectOthersUnharmed();
  });

  it("pays once, though the token calls back while the reward is withdrawn", async () => {
    const token = await stage.protocol.connection.viem.deployContract("ReentrantToken");
    await endow(token.address);
    const id = await accepted(token.address);
    const { splitter } = stage.contracts;
    const again = encodeFunctionData({ abi: splitter.abi, functionName: "withdraw", args: [token.address, assignee] });
    await token.write.arm([splitter.address, again]);
    await stage.pay(id);
    expect(await withdraw(token.address).catch(() => "refused")).to.equal("refused");
    await expectConserved(token.address, id);
    await token.write.arm([zeroAddress, "0x"]);
    await withdraw(token.address);
    expect(await balance(token.address, assignee)).to.equal(300n);
    await stage.refuses(() => stage.pay(id), "CommissionsClosedMilestone", [id, 0]);
    await expectConserved(token.address, id);
  });
});
