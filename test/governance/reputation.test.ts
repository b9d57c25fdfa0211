import { expect } from "chai";
import { type Address, erc20Abi, getAddress, parseEventLogs, parseSignature, stringToHex, zeroAddress } from "viem";
import { CLOCK, createStudio, type Wallet } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import { DAY, EVIDENCE, eventsOf, REP, type Reputation, setUpReputation } from "./reputation.ts";

const ROLE = stringToHex("animator", { size: 32 });

describe("governance/reputation", () => {
  let studio: Reputation;
  let founder: Wallet;
  let other: Wallet;
  let newcomer: Address;

  before(async () => {
    studio = await setUpReputation();
    [, founder, other] = studio.protocol.wallets as [Wallet, Wallet, Wallet];
    newcomer = getAddress((studio.protocol.wallets[8] as Wallet).account.address);
  });
  afterEach(() => studio.rewind());

  const others = () => [studio.clones.reputation];

  describe("initialize", () => {
    it("is refused to everybody but the factory, on a clone and on the implementation", async () => {
      const { protocol, clones, token } = studio;
      const { viem } = protocol.connection;
      const implementation = await viem.getContractAt("ReputationToken", protocol.addressOf("ReputationToken"));
      for (const by of [token, implementation]) {
        for (const account of [founder.account.address, clones.timelock]) {
          const call = () => by.write.initialize([[account], REP, EVIDENCE], { account });
          const args = [getAddress(account)];
          await expectRefused(protocol, call, { by, error: "ReputationTokenUnauthorized", args, others: others() });
        }
      }
    });
  });

  describe("mint", () => {
    it("is refused to all but the timelock: no founder, registrar, governor or gate", async () => {
      const { protocol, clones, token } = studio;
      const { networkHelpers } = protocol.connection;
      for (const account of [founder.account.address, clones.governor, clones.curation, clones.studio]) {
        await networkHelpers.setBalance(account, 10n ** 18n);
        await networkHelpers.impersonateAccount(account);
        await expectRefused(protocol, () => token.write.mint([newcomer, REP, ROLE, EVIDENCE], { account }), {
          by: token,
          error: "ReputationTokenUnauthorized",
          args: [getAddress(account)],
          others: others(),
        });
        await networkHelpers.stopImpersonatingAccount(account);
      }
    });

    it("is refused to another studio's timelock", async () => {
      const { protocol, token } = studio;
      const { timelock: foreign } = await createStudio(protocol, { salt: EVIDENCE });
      await protocol.connection.networkHelpers.setBalance(foreign, 10n ** 18n);
      await protocol.connection.networkHelpers.impersonateAccount(foreign);
      await expectRefused(protocol, () => token.write.mint([newcomer, REP, ROLE, EVIDENCE], { account: foreign }), {
        by: token,
        error: "ReputationTokenUnauthorized",
        args: [getAddress(foreign)],
        others: others(),
      });
    });

    it("refuses nothing and nobody", async () => {
      const { protocol, token, grant } = studio;
      await expectRefused(protocol, () => grant(newcomer, 0n), {
        by: token,
        error: "ReputationTokenZeroAmount",
        args: [],
        others: others(),
      });
      await expectRefused(protocol, () => grant(zeroAddress, REP), {
        by: token,
        error: "ERC20InvalidReceiver",
        args: [zeroAddress],
        others: others(),
      });
    });

    it("delegates the first reputation to its owner and says everything", async () => {
      const { token, grant } = studio;
      const hash = await grant(newcomer, 5n * REP, ROLE);
      const index = await token.read.index();
      const raw = (5n * REP * index) / 2n ** 40n;
      expect(await eventsOf(studio, hash)).to.deep.equal([
        {
          eventName: "DelegateChanged",
          args: { delegator: newcomer, fromDelegate: zeroAddress, toDelegate: newcomer },
        },
        { eventName: "Transfer", args: { from: zeroAddress, to: newcomer, value: raw } },
        { eventName: "DelegateVotesChanged", args: { delegate: newcomer, previousVotes: 0n, newVotes: raw } },
        {
          eventName: "ReputationGranted",
          args: {
            account: newcomer,
            source: stringToHex("grant", { size: 32 }),
            amount: 5n * REP,
            raw,
            role: ROLE,
            evidence: EVIDENCE,
          },
        },
      ]);
      expect(await token.read.getVotes([newcomer])).to.equal(raw);
      expect(await token.read.balanceOf([newcomer])).to.equal(raw);
    });

    it("leaves a delegate alone that was chosen before, and a choice of nobody that was made after", async () => {
      const { token, grant, protocol } = studio;
      const stranger = protocol.wallets[8] as Wallet;
      await token.write.delegate([founder.account.address], { account: stranger.account });
      await grant(newcomer, REP);
      expect(getAddress(await token.read.delegates([newcomer]))).to.equal(getAddress(founder.account.address));
      expect(await token.read.getVotes([newcomer])).to.equal(0n);

      await token.write.delegate([zeroAddress], { account: other.account });
      await grant(other.account.address, REP);
      expect(await token.read.delegates([other.account.address])).to.equal(zeroAddress);
      expect(await token.read.getVotes([other.account.address])).to.equal(0n);
    });
  });

  describe("is not transferable", () => {
    it("by transfer, by allowance or by transferFrom, of everything or of nothing", async () => {
      const { protocol, token } = studio;
      const refusal = { by: token, error: "ReputationTokenNonTransferable", args: [], others: others() } as const;
      const { account } = founder;
      const erc20 = { address: token.address, abi: erc20Abi };
      for (const amount of [0n, 1n, 1_000n * REP, 2n ** 256n - 1n]) {
        const [to, from] = [newcomer, account.address];
        for (const call of [
          () => founder.writeContract({ ...erc20, functionName: "transfer", args: [to, amount] }),
          () => founder.writeContract({ ...erc20, functionName: "approve", args: [to, amount] }),
          () => other.writeContract({ ...erc20, functionName: "transferFrom", args: [from, to, amount] }),
        ]) {
          await expectRefused(protocol, call, refusal);
        }
      }
      expect(await token.read.allowance([account.address, newcomer])).to.equal(0n);
    });
  });

  describe("is bound to its owner", () => {
    it("whoever it goes to: oneself, nobody, the timelock, the token; whoever asks", async () => {
      const { protocol, token, clones } = studio;
      const refusal = { by: token, error: "ReputationTokenNonTransferable", args: [], others: others() } as const;
      const erc20 = { address: token.address, abi: erc20Abi };
      for (const to of [founder.account.address, zeroAddress, clones.timelock, token.address]) {
        for (const by of [founder, other, protocol.wallets[9] as Wallet]) {
          const from = founder.account.address;
          for (const call of [
            () => by.writeContract({ ...erc20, functionName: "transfer", args: [to, REP] }),
            () => by.writeContract({ ...erc20, functionName: "approve", args: [to, REP] }),
            () => by.writeContract({ ...erc20, functionName: "transferFrom", args: [from, to, REP] }),
          ]) {
            await expectRefused(protocol, call, refusal);
          }
        }
      }
    });

    it("with no other way to move it than two signatures and a week: neither permits nor burns nor hooks", () => {
      const writes = studio.token.abi.flatMap((item) =>
        item.type === "function" && item.stateMutability !== "view" && item.stateMutability !== "pure"
          ? [item.name as string]
          : [],
      );
      expect([...new Set(writes)].sort()).to.deep.equal([
        "cancelAccountMigration",
        "claimInheritance",
        "delegate",
        "delegateBySig",
        "finishAccountMigration",
        "inheritBalances",
        "initialize",
        "mint",
        "mintReserved",
        "noteDormancy",
        "prune",
        "reserveIssuance",
        "setGrantCapacity",
        "setHalfLife",
        "setSponsor",
        "slash",
        "startAccountMigration",
      ]);
    });
  });

  describe("setHalfLife", () => {
    it("is refused to all but the timelock, and out of bounds", async () => {
      const { protocol, token, setHalfLife } = studio;
      const { account } = founder;
      await expectRefused(protocol, () => token.write.setHalfLife([90 * DAY], { account }), {
        by: token,
        error: "ReputationTokenUnauthorized",
        args: [getAddress(account.address)],
        others: others(),
      });
      for (const seconds of [0, 30 * DAY - 1, 5 * 365 * DAY + 1, 2 ** 32 - 1]) {
        await expectRefused(protocol, () => setHalfLife(seconds), {
          by: token,
          error: "ReputationTokenInvalidHalfLife",
          args: [seconds, 30 * DAY, 5 * 365 * DAY],
          others: others(),
        });
      }
    });

    it("accepts both bounds and changes nothing that was earned", async () => {
      const { protocol, token, setHalfLife, now } = studio;
      await protocol.connection.networkHelpers.time.increase(100 * DAY);
      for (const seconds of [30 * DAY, 5 * 365 * DAY]) {
        const before = await token.read.effectiveTotalSupply();
        const hash = await setHalfLife(seconds);
        const [event] = await eventsOf(studio, hash);
        expect(event).to.deep.equal({
          eventName: "IndexChanged",
          args: { gBase: await token.read.index(), tBase: Number(await now()), halfLife: seconds },
        });
        expect(await token.read.halfLife()).to.equal(seconds);
        const after = await token.read.effectiveTotalSupply();
        // One block passes with the change itself.
        expect(Number(before - after) / Number(before)).to.be.within(0, 1e-6);
      }
    });
  });

  describe("effective views", () => {
    it("halve in a half-life and never add up to more than the total", async () => {
      const { protocol, token, clones } = studio;
      const { blockHash } = await protocol.publicClient.getTransactionReceipt({ hash: clones.hash });
      const { timestamp } = await protocol.publicClient.getBlock({ blockHash });
      await protocol.connection.networkHelpers.time.increaseTo(timestamp + BigInt(180 * DAY));
      for (const account of clones.config.founders) {
        expect(await token.read.effectiveBalanceOf([account])).to.equal(500n * REP);
        expect(await token.read.effectiveVotes([account])).to.equal(500n * REP);
        expect(await token.read.balanceOf([account])).to.equal(1_000n * REP);
      }
      expect(await token.read.effectiveTotalSupply()).to.equal(1_500n * REP);
      expect(await token.read.index()).to.equal(2n ** 41n);
    });

    it("show what was granted, or one unit less", async () => {
      const { token, grant, protocol } = studio;
      await protocol.connection.networkHelpers.time.increase(77 * DAY);
      for (const amount of [1n, 3n, REP / 7n, 11n * REP]) {
        const account = getAddress(`0x${(amount % 10n ** 18n).toString(16).padStart(40, "1")}`);
        await grant(account, amount);
        expect(Number(amount - (await token.read.effectiveBalanceOf([account])))).to.be.oneOf([0, 1]);
      }
    });
  });

  describe("delegation", () => {
    it("moves votes, by transaction and by signature", async () => {
      const { protocol, token } = studio;
      const { publicClient } = protocol;
      await token.write.delegate([newcomer], { account: founder.account });
      expect(await token.read.getVotes([newcomer])).to.equal(1_000n * REP);

      const expiry = (await studio.now()) + 3_600n;
      const signature = parseSignature(
        await other.signTypedData({
          domain: {
            name: await token.read.name(),
            version: "1",
            chainId: await publicClient.getChainId(),
            verifyingContract: token.address,
          },
          types: {
            Delegation: [
              { name: "delegatee", type: "address" },
              { name: "nonce", type: "uint256" },
              { name: "expiry", type: "uint256" },
            ],
          },
          primaryType: "Delegation",
          message: { delegatee: newcomer, nonce: 0n, expiry },
        }),
      );
      const { v, r, s } = signature;
      const hash = await token.write.delegateBySig([newcomer, 0n, expiry, Number(v), r, s]);
      const { logs } = await publicClient.getTransactionReceipt({ hash });
      const [changed] = parseEventLogs({ abi: token.abi, logs, eventName: "DelegateChanged" });
      expect(changed?.args).to.deep.equal({
        delegator: getAddress(other.account.address),
        fromDelegate: getAddress(other.account.address),
        toDelegate: newcomer,
      });
      expect(await token.read.getVotes([newcomer])).to.equal(2_000n * REP);
      const [, domainName, version] = await token.read.eip712Domain();
      expect([domainName, version]).to.deep.equal(["Atelier Nord", "1"]);
    });
  });

  describe("clock", () => {
    it("counts what the studio chose, while decay always counts seconds", async () => {
      const onBlocks = await setUpReputation({ clockMode: CLOCK.blockNumber, secondsPerTick: 12 });
      for (const [reputation, mode] of [
        [studio, "mode=timestamp"],
        [onBlocks, "mode=blocknumber&from=default"],
      ] as const) {
        const { protocol, token } = reputation;
        await protocol.connection.networkHelpers.mine(3);
        const block = await protocol.publicClient.getBlock();
        const clock = mode === "mode=timestamp" ? block.timestamp : block.number;
        expect(await token.read.CLOCK_MODE()).to.equal(mode);
        expect(BigInt(await token.read.clock())).to.equal(clock);
        const before = await token.read.index();
        await protocol.connection.networkHelpers.time.increase(DAY);
        expect(Number(await token.read.index())).to.be.greaterThan(Number(before));
      }
    });
  });
});
