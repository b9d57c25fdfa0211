import { expect } from "chai";
import { type Hash, hashTypedData, type Hex, numberToHex, parseSignature, recoverAddress, zeroAddress } from "viem";
import {
  ballotKey,
  closeAudit,
  domainOf,
  expectGateRefuses,
  GAS,
  type Gate,
  grantReputation,
  openAudit,
  openGate,
  openSoloGate,
  passDeadline,
  registerCurators,
  sharedGate,
  signKey,
  STATUS,
  unanimous,
} from "./fixture.ts";
import { DEFAULT_TERMS, epochNow, eventsIn, REP, standingFor } from "./rolls.ts";
import { writeCount } from "./storage.ts";
import type { Wallet } from "../helpers/protocol.ts";

type RefusedBy = Parameters<typeof expectGateRefuses>[2];

const GROUP_ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

describe("curation/registerCurator", () => {
  const load = sharedGate(openGate);
  let gate: Gate;
  let member: Wallet;
  let second: Wallet;

  beforeEach(async () => {
    gate = await load();
    [member, second] = gate.members as [Wallet, Wallet];
  });

  const register = (who: Wallet, key: Hex, signature: Hex) =>
    gate.curation.write.registerCurator([key, signature], { account: who.account, gas: GAS });

  const refuse = (call: () => Promise<Hash>, error: RefusedBy, args: readonly unknown[]) =>
    expectGateRefuses(gate, call, error, args);

  describe("refuses", () => {
    it("a key that another curator uses", async () => {
      await registerCurators(gate, [member]);
      const consent = await signKey(gate, second.account.address, ballotKey(1));
      await refuse(() => register(second, ballotKey(1).address, consent), "CurationKeyTaken", [
        ballotKey(1).address,
        1,
      ]);
    });

    it("a key twice by its own curator", async () => {
      await registerCurators(gate, [member]);
      const consent = await signKey(gate, member.account.address, ballotKey(1));
      await refuse(() => register(member, ballotKey(1).address, consent), "CurationKeyTaken", [
        ballotKey(1).address,
        1,
      ]);
    });

    it("a key that was replaced, by anybody and for ever", async () => {
      await registerCurators(gate, [member]);
      await register(member, ballotKey(2).address, await signKey(gate, member.account.address, ballotKey(2)));
      for (const who of [member, second]) {
        const consent = await signKey(gate, who.account.address, ballotKey(1));
        await refuse(() => register(who, ballotKey(1).address, consent), "CurationKeyTaken", [ballotKey(1).address, 1]);
      }
    });

    it("a key without its consent", async () => {
      const key = ballotKey(1);
      const address = member.account.address;
      const chainId = await gate.protocol.publicClient.getChainId();
      const consents: Record<string, Hex> = {
        "of another member": await signKey(gate, second.account.address, key),
        "of another key": await signKey(gate, address, ballotKey(2)),
        "on another chain": await signKey(gate, address, key, { chainId: chainId + 1 }),
        "for another contract": await signKey(gate, address, key, { verifyingContract: gate.registry.address }),
      };
      const hash = await gate.curation.read.hashCuratorKey([address, key.address]);
      for (const signature of Object.values(consents)) {
        const signer = await recoverAddress({ hash, signature });
        const call = () => register(member, key.address, signature);
        await refuse(call, "CurationInvalidKeySignature", [key.address, signer]);
      }
    });

    it("a signature of another length, or that is nobody's", async () => {
      const key = ballotKey(1);
      const consent = await signKey(gate, member.account.address, key);
      const broken: Hex[] = ["0x", consent.slice(0, -2) as Hex, `${consent}00`, `0x${"00".repeat(65)}`];
      for (const signature of broken) {
        const call = () => register(member, key.address, signature);
        await refuse(call, "CurationInvalidKeySignature", [key.address, zeroAddress]);
      }
    });

    it("the mirrored signature with a high s", async () => {
      const key = ballotKey(1);
      const { r, s, yParity } = parseSignature(await signKey(gate, member.account.address, key));
      const mirrored = numberToHex(GROUP_ORDER - BigInt(s), { size: 32 });
      const signature = `${r}${mirrored.slice(2)}${(28 - yParity).toString(16)}` as Hex;
      const call = () => register(member, key.address, signature);
      await refuse(call, "CurationInvalidKeySignature", [key.address, zeroAddress]);
    });

    it("the zero key", async () => {
      const call = () => register(member, zeroAddress, `0x${"00".repeat(65)}`);
      await refuse(call, "CurationInvalidKeySignature", [zeroAddress, zeroAddress]);
    });

    it("a stranger without reputation, and a member below the minimum", async () => {
      const { stranger } = gate;
      const consent = await signKey(gate, stranger.account.address, ballotKey(1));
      const call = () => register(stranger, ballotKey(1).address, consent);
      await refuse(call, "CurationInsufficientReputation", [stranger.account.address, 0n, 10n * REP]);

      await grantReputation(gate, stranger.account.address, 9n * REP);
      const { viem } = gate.connection;
      await viem.assertions.revertWithCustomError(call(), gate.curation, "CurationInsufficientReputation");
      await grantReputation(gate, stranger.account.address, 2n * REP);
      await call();
    });

    it("reputation that has decayed below the minimum", async () => {
      const { stranger, connection } = gate;
      await grantReputation(gate, stranger.account.address, 11n * REP);
      await connection.networkHelpers.time.increase(60 * 86_400);
      const consent = await signKey(gate, stranger.account.address, ballotKey(1));
      await connection.viem.assertions.revertWithCustomError(
        register(stranger, ballotKey(1).address, consent),
        gate.curation,
        "CurationInsufficientReputation",
      );
    });

    it("one curator more than 16 bits count", async () => {
      await writeCount(gate, 65_535);
      const consent = await signKey(gate, member.account.address, ballotKey(1));
      const call = () => register(member, ballotKey(1).address, consent);
      await refuse(call, "CurationCuratorsExhausted", [65_535]);
    });
  });

  it("takes the last index", async () => {
    await writeCount(gate, 65_534);
    await register(member, ballotKey(1).address, await signKey(gate, member.account.address, ballotKey(1)));
    expect(await gate.curation.read.indexOf([member.account.address])).to.equal(65_535);
  });

  it("numbers curators from 1 on, each with its key and standing", async () => {
    const { curation, connection } = gate;
    for (const [i, who] of [member, second].entries()) {
      const key = ballotKey(i + 1);
      const { address } = who.account;
      const hash = await register(who, key.address, await signKey(gate, address, key));
      const epoch = await epochNow(gate);
      const standing = await standingFor(gate, address);
      const { assertions } = connection.viem;
      await assertions.emitWithArgs(hash, curation, "CuratorRegistered", [i + 1, address, key.address, false]);
      await assertions.emitWithArgs(hash, curation, "StandingSet", [i + 1, epoch, standing]);
      const expected = { key: key.address, epoch, standing, previous: 0, earlier: 0, flags: 0 };
      expect(await curation.read.curatorOf([i + 1])).to.deep.equal(expected);
      expect(await curation.read.indexOf([address])).to.equal(i + 1);
      expect(await curation.read.indexOfKey([key.address])).to.equal(i + 1);
      expect(await curation.read.curatorCount()).to.equal(i + 1);
      expect((await curation.read.electorateOf([epoch]))[0]).to.equal(i + 1);
    }
  });

  describe("where the door is open", () => {
    const openDoor = () =>
      gate.curation.write.setAuditTerms([{ ...DEFAULT_TERMS, flags: 1 }], { account: gate.timelock });

    it("registers anybody below the minimum, without weight", async () => {
      const { curation, stranger, connection } = gate;
      const consent = await signKey(gate, stranger.account.address, ballotKey(1));
      const call = () => register(stranger, ballotKey(1).address, consent);
      await refuse(call, "CurationInsufficientReputation", [stranger.account.address, 0n, 10n * REP]);
      await openDoor();
      const hash = await call();
      const epoch = await epochNow(gate);
      await connection.viem.assertions.emitWithArgs(hash, curation, "StandingSet", [1, epoch, 0]);
      expect(await curation.read.electorateOf([epoch])).to.deep.equal([0, 0]);
      expect(await curation.read.curatorCount()).to.equal(1);
    });

    it("gives them weight once they have earned it and are refreshed", async () => {
      const { curation, stranger } = gate;
      await openDoor();
      await register(stranger, ballotKey(1).address, await signKey(gate, stranger.account.address, ballotKey(1)));
      await grantReputation(gate, stranger.account.address, 20n * REP);
      await curation.write.refreshCurators([[stranger.account.address]]);
      expect((await curation.read.electorateOf([await epochNow(gate)]))[0]).to.equal(1);
    });

    it("leaves half of all indexes to members", async () => {
      const { stranger } = gate;
      await openDoor();
      await writeCount(gate, 32_767);
      const consent = await signKey(gate, stranger.account.address, ballotKey(1));
      const call = () => register(stranger, ballotKey(1).address, consent);
      await refuse(call, "CurationCuratorsExhausted", [32_767]);
      await register(member, ballotKey(2).address, await signKey(gate, member.account.address, ballotKey(2)));
    });

    it("is shut again by later terms", async () => {
      const { stranger, curation, timelock } = gate;
      await openDoor();
      await curation.write.setAuditTerms([DEFAULT_TERMS], { account: timelock });
      const consent = await signKey(gate, stranger.account.address, ballotKey(1));
      const call = () => register(stranger, ballotKey(1).address, consent);
      await refuse(call, "CurationInsufficientReputation", [stranger.account.address, 0n, 10n * REP]);
    });
  });

  it("takes the account itself as its key", async () => {
    const account = ballotKey(77);
    await gate.connection.networkHelpers.setBalance(account.address, 10n ** 18n);
    await grantReputation(gate, account.address, 20n * REP);
    await gate.connection.networkHelpers.impersonateAccount(account.address);
    const consent = await signKey(gate, account.address, account);
    await gate.curation.write.registerCurator([account.address, consent], { account: account.address });
    expect(await gate.curation.read.indexOfKey([account.address])).to.equal(1);
  });

  it("gives a curator a new key under the old index, without a minimum and without more weight", async () => {
    const { curation, connection } = gate;
    await registerCurators(gate, [member, second]);
    const before = await curation.read.curatorOf([1]);
    await connection.networkHelpers.time.increase(4 * 365 * 86_400);
    const key = ballotKey(50);
    const hash = await register(member, key.address, await signKey(gate, member.account.address, key));
    await connection.viem.assertions.emitWithArgs(hash, curation, "CuratorRegistered", [
      1,
      member.account.address,
      key.address,
      false,
    ]);
    expect(await eventsIn(gate, hash)).to.deep.equal(["CuratorRegistered"]);
    expect(await curation.read.curatorOf([1])).to.deep.equal({ ...before, key: key.address });
    expect(await curation.read.curatorCount()).to.equal(2);
    expect(await curation.read.indexOfKey([ballotKey(1).address])).to.equal(1);
    expect(await curation.read.indexOfKey([key.address])).to.equal(1);
  });

  it("lets a curator with a new key vote in an audit that was drawn before", async () => {
    await registerCurators(gate);
    const lotId = await openAudit(gate);
    const key = ballotKey(50);
    await register(member, key.address, await signKey(gate, member.account.address, key));
    await passDeadline(gate, lotId);
    await closeAudit(gate, lotId, [{ index: 1, key }, ...unanimous(9).slice(1)]);
    expect((await gate.registry.read.lotOf([lotId])).status).to.equal(STATUS.accepted);
  });

  it("works in a solo studio too, which may need curators later", async () => {
    const solo = await openSoloGate();
    await registerCurators(solo);
    expect((await solo.curation.read.electorateOf([await epochNow(solo)]))[0]).to.equal(1);
  });

  it("hashes the key's consent as EIP-712 says", async () => {
    const message = { account: member.account.address, key: ballotKey(1).address };
    const expected = hashTypedData({
      domain: await domainOf(gate),
      types: {
        CuratorKey: [
          { name: "account", type: "address" },
          { name: "key", type: "address" },
        ],
      },
      primaryType: "CuratorKey",
      message,
    });
    expect(await gate.curation.read.hashCuratorKey([message.account, message.key])).to.equal(expected);
  });
});
