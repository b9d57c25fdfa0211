import { expect } from "chai";
import { type Address, getAddress, type Hex, parseEventLogs, zeroAddress } from "viem";
import { type DomainChange, signWithdrawal, type Withdrawal } from "./signing.ts";
import { useRoyaltyStage } from "./stage.ts";

const CREDIT = 600n;

describe("royalties/withdrawTo", function () {
  const use = useRoyaltyStage();
  let deadline: bigint;

  const account = () => getAddress(use().payees[0]);
  const owner = () =>
    [2, 3].map((index) => use().wallet(index)).find((each) => getAddress(each.account.address) === account());
  const to = () => getAddress(use().wallet(7).account.address);

  const message = (change: Partial<Withdrawal> = {}): Withdrawal => ({
    token: use().usdc.address,
    account: account(),
    to: to(),
    nonce: 0n,
    deadline,
    ...change,
  });

  const sign = async (change: Partial<Withdrawal> = {}, domain: DomainChange = {}): Promise<Hex> => {
    const wallet = owner();
    if (wallet === undefined) throw new Error("no wallet of the payee");
    return signWithdrawal(use(), wallet, message(change), domain);
  };

  const withdraw = (signature: Hex, change: Partial<Withdrawal> = {}, by: Address = use().stranger.account.address) => {
    const { token, account: of, to: target, deadline: last } = message(change);
    return use().splitter.write.withdrawTo([token, of, target, last, signature], { account: by, gas: use().gas });
  };

  beforeEach(async function () {
    const { openNode, collect, splitter, usdc, connection } = use();
    deadline = BigInt((await connection.networkHelpers.time.latest()) + 1_000);
    await openNode(1);
    await collect({ gross: 1_000n, settleNow: true });
    await splitter.write.claim([1, usdc.address, account()]);
  });

  it("refuses the zero address and the splitter itself, whoever asks", async function () {
    const { refuses, splitter } = use();
    for (const nowhere of [zeroAddress, getAddress(splitter.address)]) {
      const signature = await sign({ to: nowhere });
      await refuses(() => withdraw(signature, { to: nowhere }), "RoyaltySplitterInvalidReceiver", [nowhere]);
      await refuses(() => withdraw("0x", { to: nowhere }, account()), "RoyaltySplitterInvalidReceiver", [nowhere]);
    }
  });

  it("refuses a signature after its deadline", async function () {
    const { refuses, connection } = use();
    const signature = await sign();
    await connection.networkHelpers.time.increaseTo(deadline + 1n);
    await refuses(() => withdraw(signature), "RoyaltySplitterExpiredSignature", [deadline]);
  });

  it("refuses a signature that says anything else, or was made for another chain or contract", async function () {
    const { refuses, viem, wallet, usdc } = use();
    const { address: token } = await viem.deployContract("TestToken", ["Other", "OTHER", 6]);
    const stranger = wallet(8).account.address;
    const signatures = [
      await sign({ token }),
      await sign({ account: stranger }),
      await sign({ to: stranger }),
      await sign({ nonce: 1n }),
      await sign({ deadline: deadline + 1n }),
      await sign({}, { chainId: 1 }),
      await sign({}, { verifyingContract: usdc.address }),
      await signWithdrawal(use(), wallet(8), message()),
      "0x" as const,
    ];
    for (const signature of signatures) {
      await refuses(() => withdraw(signature), "RoyaltySplitterInvalidSignature", [account()]);
    }
  });

  it("refuses a signature a second time", async function () {
    const { refuses, collect, splitter, usdc } = use();
    const signature = await sign();
    await withdraw(signature);
    await collect({ gross: 1_000n, settleNow: true });
    await splitter.write.claim([1, usdc.address, account()]);
    await refuses(() => withdraw(signature), "RoyaltySplitterInvalidSignature", [account()]);
    await withdraw(await sign({ nonce: 1n }));
    expect(await usdc.read.balanceOf([to()])).to.equal(2n * CREDIT);
  });

  it("sends the whole credit where the owner says, for whoever brings the signature", async function () {
    const { usdc, balance, publicClient, splitter } = use();
    const hash = await withdraw(await sign());
    const { logs } = await publicClient.getTransactionReceipt({ hash });
    expect(parseEventLogs({ abi: splitter.abi, logs, eventName: "Withdrawn" }).map(({ args }) => args)).to.deep.equal([
      { account: account(), token: getAddress(usdc.address), to: to(), amount: CREDIT },
    ]);
    expect(await usdc.read.balanceOf([to()])).to.equal(CREDIT);
    expect(await balance(account())).to.equal(0n);
    expect(await splitter.read.nonces([account()])).to.equal(1n);
  });

  it("is a way out for an account that the token has blocked", async function () {
    const { usdc, splitter, gas, refusesByToken } = use();
    await usdc.write.setBlocked([account(), true]);
    const direct = () => splitter.write.withdraw([usdc.address, account()], { gas });
    await refusesByToken(direct, usdc, "TestUSDCBlocked", [account()]);
    await withdraw(await sign());
    expect(await usdc.read.balanceOf([to()])).to.equal(CREDIT);
  });

  it("asks the account itself for no signature and no deadline", async function () {
    const { usdc, splitter } = use();
    await withdraw("0x", { deadline: 0n }, account());
    expect(await usdc.read.balanceOf([to()])).to.equal(CREDIT);
    expect(await splitter.read.nonces([account()])).to.equal(0n);
  });

  it("takes what an account with code accepts", async function () {
    const { viem, wallet, splitter, usdc, market, toSale, gas } = use();
    const keyHolder = wallet(8);
    const contract = await viem.deployContract("ContractWallet", [keyHolder.account.address]);
    const sale = toSale({ gross: 100n, referral: 100n, referrer: contract.address });
    await splitter.write.collect([sale, false], { account: market, gas });
    const change = { account: getAddress(contract.address) };
    const foreign = await signWithdrawal(use(), wallet(6), message(change));
    await use().refuses(() => withdraw(foreign, change), "RoyaltySplitterInvalidSignature", [change.account]);
    await withdraw(await signWithdrawal(use(), keyHolder, message(change)), change);
    expect(await usdc.read.balanceOf([to()])).to.equal(100n);
  });

  it("uses the signature up where nothing is to be withdrawn", async function () {
    const { splitter, usdc, publicClient } = use();
    await splitter.write.withdraw([usdc.address, account()]);
    const { logs } = await publicClient.getTransactionReceipt({ hash: await withdraw(await sign()) });
    expect(logs).to.deep.equal([]);
    expect(await splitter.read.nonces([account()])).to.equal(1n);
  });
});
