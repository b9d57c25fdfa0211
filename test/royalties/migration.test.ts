import { expect } from "chai";
import { type Address, getAddress, type Hex, parseEventLogs, zeroAddress } from "viem";
import type { Wallet } from "../helpers/protocol.ts";
import { FIXED_SPLIT } from "../helpers/split.ts";
import { merkleSplit } from "../models/merkleSplit.ts";
import { type DomainChange, type PayeeMigration, signMigration } from "./signing.ts";
import { useRoyaltyStage } from "./stage.ts";

const DELAY = 7 * 24 * 60 * 60;

describe("royalties/migration", function () {
  const use = useRoyaltyStage();
  let deadline: bigint;
  let oldWallet: Wallet;

  const account = () => getAddress(use().payees[0]);
  const newWallet = () => use().wallet(7);
  const to = () => getAddress(newWallet().account.address);

  const message = (change: Partial<PayeeMigration> = {}): PayeeMigration => ({
    account: account(),
    to: to(),
    nonce: 0n,
    deadline,
    ...change,
  });

  const sign = (wallet: Wallet, change: Partial<PayeeMigration> = {}, domain: DomainChange = {}) =>
    signMigration(use(), wallet, message(change), domain);

  const start = (
    ofAccount: Hex,
    ofTo: Hex,
    change: Partial<PayeeMigration> = {},
    by: Address = use().stranger.account.address,
  ) => {
    const said = message(change);
    return use().splitter.write.startMigration([said.account, said.to, said.deadline, ofAccount, ofTo], {
      account: by,
      gas: use().gas,
    });
  };

  const startProperly = async () => start(await sign(oldWallet), await sign(newWallet()));
  const finish = (of: Address = account()) => use().splitter.write.finishMigration([of], { gas: use().gas });
  const cancel = (by: Address) => use().splitter.write.cancelMigration([account()], { account: by, gas: use().gas });
  const pass = (seconds: number) => use().connection.networkHelpers.time.increase(seconds);

  const eventsOf = async (hash: Hex) => {
    const { logs } = await use().publicClient.getTransactionReceipt({ hash });
    return parseEventLogs({ abi: use().splitter.abi, logs }).map(({ eventName, args }) => ({ eventName, args }));
  };

  beforeEach(async function () {
    const { openNode, collect, connection, wallet } = use();
    deadline = BigInt((await connection.networkHelpers.time.latest()) + 1_000);
    oldWallet = [wallet(2), wallet(3)].find((each) => getAddress(each.account.address) === account()) as Wallet;
    await openNode(1);
    await collect({ gross: 1_000n, settleNow: true });
  });

  describe("startMigration", function () {
    it("refuses the zero address and the present recipient", async function () {
      for (const nowhere of [zeroAddress, account()]) {
        const call = async () => start(await sign(oldWallet, { to: nowhere }), "0x", { to: nowhere });
        await use().refuses(call, "RoyaltySplitterInvalidReceiver", [nowhere]);
      }
    });

    it("refuses signatures after their deadline", async function () {
      const signatures = [await sign(oldWallet), await sign(newWallet())] as const;
      await pass(1_001);
      await use().refuses(() => start(...signatures), "RoyaltySplitterExpiredSignature", [deadline]);
    });

    it("refuses without the signature of either side, for each field changed", async function () {
      const { refuses, wallet, usdc } = use();
      const good = [await sign(oldWallet), await sign(newWallet())] as const;
      const stranger = wallet(8).account.address;
      const wrongly = async (signer: Wallet): Promise<Hex[]> => [
        await sign(signer, { account: stranger }),
        await sign(signer, { to: stranger }),
        await sign(signer, { nonce: 1n }),
        await sign(signer, { deadline: deadline + 1n }),
        await sign(signer, {}, { chainId: 1 }),
        await sign(signer, {}, { verifyingContract: usdc.address }),
        await sign(wallet(8)),
        "0x",
      ];
      for (const bad of await wrongly(oldWallet)) {
        await refuses(() => start(bad, good[1]), "RoyaltySplitterInvalidSignature", [account()]);
      }
      for (const bad of await wrongly(newWallet())) {
        await refuses(() => start(good[0], bad), "RoyaltySplitterInvalidSignature", [to()]);
      }
    });

    it("refuses signatures a second time", async function () {
      const good = [await sign(oldWallet), await sign(newWallet())] as const;
      await start(...good);
      await cancel(account());
      await use().refuses(() => start(...good), "RoyaltySplitterInvalidSignature", [account()]);
    });

    it("waits seven days and says so", async function () {
      const { splitter, connection } = use();
      const events = await eventsOf(await startProperly());
      const readyAt = (await connection.networkHelpers.time.latest()) + DELAY;
      expect(events).to.deep.equal([
        { eventName: "MigrationStarted", args: { account: account(), to: to(), readyAt } },
      ]);
      expect(await splitter.read.migrationOf([account()])).to.deep.equal([to(), readyAt]);
      expect(await splitter.read.recipientOf([account()])).to.equal(account());
    });

    it("takes the caller's word for the caller", async function () {
      await start("0x", await sign(newWallet()), {}, account());
      await start(await sign(oldWallet, { nonce: 1n }), "0x", { nonce: 1n }, to());
    });
  });

  describe("cancelMigration", function () {
    it("refuses where nothing waits", async function () {
      await use().refuses(() => cancel(account()), "RoyaltySplitterNoMigration", [account()]);
    });

    it("refuses everybody but the two sides", async function () {
      await startProperly();
      const caller = getAddress(use().stranger.account.address);
      await use().refuses(() => cancel(caller), "RoyaltySplitterUnauthorized", [caller]);
    });

    it("lets either side give it up until it is finished", async function () {
      for (const [round, side] of [account(), to()].entries()) {
        const nonce = BigInt(round);
        await start(await sign(oldWallet, { nonce }), await sign(newWallet(), { nonce }), { nonce });
        await pass(DELAY + 1);
        const events = await eventsOf(await cancel(side));
        expect(events).to.deep.equal([{ eventName: "MigrationCanceled", args: { account: account() } }]);
        await use().refuses(() => finish(), "RoyaltySplitterNoMigration", [account()]);
        deadline += BigInt(DELAY) + 10n;
      }
    });
  });

  describe("finishMigration", function () {
    it("refuses where nothing waits, and before its time", async function () {
      const { refuses, connection } = use();
      await refuses(() => finish(), "RoyaltySplitterNoMigration", [account()]);
      await startProperly();
      const readyAt = (await connection.networkHelpers.time.latest()) + DELAY;
      await connection.networkHelpers.time.setNextBlockTimestamp(readyAt - 1);
      await refuses(() => finish(), "RoyaltySplitterMigrationNotReady", [account(), readyAt]);
      await connection.networkHelpers.time.setNextBlockTimestamp(readyAt);
      expect(await eventsOf(await finish())).to.deep.equal([
        { eventName: "PayeeMigrated", args: { account: account(), to: to() } },
      ]);
      await refuses(() => finish(), "RoyaltySplitterNoMigration", [account()]);
    });

    it("gives the new recipient what is claimed from then on, and leaves credits whose they are", async function () {
      const { splitter, usdc, balance, collect, gas } = use();
      await splitter.write.claim([1, usdc.address, account()]);
      await startProperly();
      await collect({ gross: 1_000n, settleNow: true });
      await pass(DELAY);
      await finish();
      expect(await splitter.read.recipientOf([account()])).to.equal(to());
      await splitter.write.claim([1, usdc.address, account()], { gas });
      expect([await balance(account()), await balance(to())]).to.deep.equal([600n, 600n]);
      await collect({ gross: 1_000n, settleNow: true });
      const events = await eventsOf(await splitter.write.claimToWallet([1, usdc.address, account()], { gas }));
      const token = getAddress(usdc.address);
      expect(events).to.deep.equal([
        { eventName: "Claimed", args: { recipe: 1, token, account: account(), amount: 600n } },
        { eventName: "Withdrawn", args: { account: to(), token, to: to(), amount: 600n } },
      ]);
      expect(await usdc.read.balanceOf([to()])).to.equal(600n);
      await splitter.write.withdraw([token, account()]);
      expect(await usdc.read.balanceOf([account()])).to.equal(600n);
    });

    it("redirects Merkle leaves and shares as well", async function () {
      const { openNode, collect, splitter, usdc, balance, split, gas } = use();
      const leaf = { index: 0n, account: account(), weight: 1n };
      const { root, proofs } = merkleSplit([leaf]);
      await openNode(2, [], [], { ...FIXED_SPLIT, kind: 1, root, totalWeight: 1n });
      await openNode(3, [], split, { ...FIXED_SPLIT, kind: 2, token: usdc.address });
      for (const recipe of [2, 3]) await collect({ recipe, gross: 1_000n, settleNow: true });
      await startProperly();
      await pass(DELAY);
      await finish();
      await splitter.write.claimMerkle([2, usdc.address, leaf, proofs[0] ?? []], { gas });
      await splitter.write.claim([3, usdc.address, account()], { gas });
      expect(await balance(to())).to.equal(1_600n);
      expect(await splitter.read.balanceOf([account(), 3n]), "shares stay").to.equal(600_000n);
    });

    it("is for the new recipient to pass on, and to give back", async function () {
      const { splitter, wallet, refuses } = use();
      await startProperly();
      await pass(DELAY);
      await finish();
      deadline += BigInt(DELAY) * 2n;
      const third = wallet(8);
      const next = { to: getAddress(third.account.address), nonce: 1n, deadline };
      const stale = await sign(oldWallet, next);
      const call = async () => start(stale, await sign(third, next), next);
      await refuses(call, "RoyaltySplitterInvalidSignature", [to()]);
      const back = { to: account(), nonce: 1n, deadline };
      await start(await sign(newWallet(), back), await sign(oldWallet, back), back);
      await pass(DELAY);
      await finish();
      expect(await splitter.read.recipientOf([account()])).to.equal(account());
    });
  });
});
