import { expect } from "chai";
import { type Hash, parseEventLogs } from "viem";
import type { Wallet } from "../helpers/protocol.ts";
import { expectGateRefuses, GAS, type Gate, sharedGate } from "./fixture.ts";
import { creditOf, expectPot, finalLot, openPaidPanel, settle, TERMS } from "./scoring.ts";

describe("curation/claimPay", () => {
  const shared = sharedGate(openPaidPanel);
  let gate: Gate;
  beforeEach(async () => {
    gate = await shared();
  });

  const claim = ({ account }: Pick<Wallet, "account">): Promise<Hash> =>
    gate.curation.write.claimPay([account.address], { account: gate.stranger.account, gas: GAS });

  const first = (): Wallet => gate.members[0] as Wallet;

  it("refuses who earned nothing", async () => {
    for (const nobody of [gate.stranger, first()]) {
      const args = [nobody.account.address];
      await expectGateRefuses(gate, () => claim(nobody), "CurationNothingToClaim", args);
    }
  });

  it("credits the account, whoever calls, once", async () => {
    for (const nonce of [1n, 2n]) await settle(gate, await finalLot(gate, undefined, { nonce }));
    const pay = 2n * (TERMS.fee / 9n);
    const { address } = first().account;
    const hash = await claim(first());
    const { logs } = await gate.protocol.publicClient.getTransactionReceipt({ hash });
    const events = parseEventLogs({ abi: gate.curation.abi, logs, eventName: "PayClaimed" });
    expect(events.map(({ args }) => args)).to.deep.equal([{ index: 1, account: events[0]?.args.account, amount: pay }]);
    expect(events[0]?.args.account.toLowerCase()).to.equal(address.toLowerCase());
    expect(await creditOf(gate, address)).to.equal(pay);
    await expectPot(gate, [gate.producer.account.address]);
    await expectGateRefuses(gate, () => claim(first()), "CurationNothingToClaim", [address]);
  });

  it("pays in tokens after a withdrawal", async () => {
    await settle(gate, await finalLot(gate));
    await claim(first());
    const token = gate.protocol.addressOf("TestUSDC");
    const splitter = await gate.connection.viem.getContractAt(
      "RoyaltySplitter",
      gate.protocol.addressOf("RoyaltySplitter"),
    );
    await splitter.write.withdraw([token, first().account.address], { account: gate.stranger.account });
    const usdc = await gate.connection.viem.getContractAt("TestUSDC", token);
    expect(await usdc.read.balanceOf([first().account.address])).to.equal(TERMS.fee / 9n);
  });
});
