import { expect } from "chai";
import { concatHex, getAddress, type Hash, hashTypedData, type Hex, numberToHex, parseSignature } from "viem";
import type { PrivateKeyAccount } from "viem/accounts";
import {
  ballotKey,
  commitLot,
  compact,
  domainOf,
  expectGateRefuses,
  GAS,
  type Gate,
  openPanel,
  sharedGate,
  signKey,
} from "./fixture.ts";
import { epochNow, standingsSetIn, toEpoch } from "./rolls.ts";

type RefusedBy = Parameters<typeof expectGateRefuses>[2];

interface Ballot {
  kind: number;
  subject: bigint;
  seed: Hex;
  charterVersion: number;
  firstWord: number;
  words: bigint[];
}

const TYPES = {
  AuditBallot: [
    { name: "kind", type: "uint8" },
    { name: "subject", type: "uint256" },
    { name: "seed", type: "bytes16" },
    { name: "charterVersion", type: "uint32" },
    { name: "firstWord", type: "uint16" },
    { name: "words", type: "uint256[]" },
  ],
} as const;

const SEED: Hex = "0x000102030405060708090a0b0c0d0e0f";
const YES: Ballot = { kind: 0, subject: 77n, seed: SEED, charterVersion: 1, firstWord: 0, words: [3n, 0n] };
const NO: Ballot = { ...YES, words: [1n, 2n] };

const WEEK = 7 * 86_400;

describe("curation/proveEquivocation", () => {
  const load = sharedGate(openPanel);
  let gate: Gate;

  beforeEach(async () => {
    gate = await load();
  });

  const refuse = (call: () => Promise<Hash>, error: RefusedBy, args: readonly unknown[] = []) =>
    expectGateRefuses(gate, call, error, args);

  const sign = async (ballot: Ballot, key: PrivateKeyAccount, chainId?: number): Promise<Hex> => {
    const domain = await domainOf(gate, chainId === undefined ? {} : { chainId });
    const hash = hashTypedData({ domain, types: TYPES, primaryType: "AuditBallot", message: ballot });
    const { r, s, yParity } = parseSignature(await key.sign({ hash }));
    return concatHex([r, compact(s, yParity)]);
  };

  const prove = (a: Ballot, signatureA: Hex, b: Ballot, signatureB: Hex) =>
    gate.curation.write.proveEquivocation([a, signatureA, b, signatureB], {
      account: gate.stranger.account,
      gas: GAS,
    });

  const proveBy = async (key: PrivateKeyAccount, a = YES, b = NO) => {
    const [first, second] = [await sign(a, key), await sign(b, key)];
    return () => prove(a, first, b, second);
  };

  /** The first curator takes another key; returns when. */
  const rotate = async (key: PrivateKeyAccount): Promise<number> => {
    const member = gate.members[0] ?? gate.stranger;
    const consent = await signKey(gate, member.account.address, key);
    await gate.curation.write.registerCurator([key.address, consent], { account: member.account });
    return gate.connection.networkHelpers.time.latest();
  };

  const isStruckOff = async (index: number): Promise<boolean> =>
    ((await gate.curation.read.curatorOf([index])).flags & 2) !== 0;

  describe("refuses", () => {
    it("the same ballot twice, and the same opinion by two charters", async () => {
      await refuse(await proveBy(ballotKey(1), YES, YES), "CurationNoEquivocation");
      await refuse(await proveBy(ballotKey(1), YES, { ...YES, charterVersion: 2 }), "CurationNoEquivocation");
    });

    it("two ballots that may both be honest", async () => {
      const others: Partial<Ballot>[] = [
        { kind: 1 },
        { subject: 78n },
        { seed: "0x100102030405060708090a0b0c0d0e0f" },
        { firstWord: 1 },
        { words: [1n, 2n, 0n, 0n] },
        { words: [] },
      ];
      for (const other of others) {
        await refuse(await proveBy(ballotKey(1), YES, { ...NO, ...other }), "CurationNoEquivocation");
      }
    });

    it("ballots of two curators", async () => {
      const [a, b] = [await sign(YES, ballotKey(1)), await sign(NO, ballotKey(2))];
      await refuse(() => prove(YES, a, NO, b), "CurationNoEquivocation");
    });

    it("ballots of nobody, and signatures that are nobody's", async () => {
      await refuse(await proveBy(ballotKey(60)), "CurationNoEquivocation");
      const zero: Hex = `0x${"00".repeat(64)}`;
      await refuse(() => prove(YES, zero, NO, zero), "CurationNoEquivocation");
    });

    it("a signature of another length, form, ballot or chain", async () => {
      const key = ballotKey(1);
      const [yes, no] = [await sign(YES, key), await sign(NO, key)];
      const broken: Hex[] = ["0x", yes.slice(0, -2) as Hex, `${yes}00`, `${yes}1b`, no, await sign(YES, key, 1)];
      for (const signature of broken) {
        await refuse(() => prove(YES, signature, NO, no), "CurationNoEquivocation");
        await refuse(() => prove(NO, no, YES, signature), "CurationNoEquivocation");
      }
    });

    it("a mirrored signature, which is nobody's", async () => {
      const key = ballotKey(1);
      const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
      const [yes, no] = [await sign(YES, key), await sign(NO, key)];
      const vs = BigInt(`0x${yes.slice(66)}`);
      const flipped = (order - (vs & (2n ** 255n - 1n))) | ((1n - (vs >> 255n)) << 255n);
      const mirrored = concatHex([yes.slice(0, 66) as Hex, numberToHex(flipped & (2n ** 256n - 1n), { size: 32 })]);
      await refuse(() => prove(YES, mirrored, NO, no), "CurationNoEquivocation");
    });

    it("what was signed with a key that was replaced a week ago: the owner may have lost it", async () => {
      const { time } = gate.connection.networkHelpers;
      const replacedAt = await rotate(ballotKey(50));
      const [stale, present] = [await proveBy(ballotKey(1)), await proveBy(ballotKey(50))];
      for (const later of [WEEK, WEEK + 1, 60 * WEEK]) {
        await time.setNextBlockTimestamp(replacedAt + later);
        await refuse(stale, "CurationNoEquivocation");
      }
      await present();
      expect(await isStruckOff(1)).to.equal(true);
    });

    it("two ballots by two keys of one curator", async () => {
      await rotate(ballotKey(50));
      const [a, b] = [await sign(YES, ballotKey(1)), await sign(NO, ballotKey(50))];
      await refuse(() => prove(YES, a, NO, b), "CurationNoEquivocation");
      await refuse(() => prove(NO, b, YES, a), "CurationNoEquivocation");
    });

    it("a second proof, of whatever subject", async () => {
      await (
        await proveBy(ballotKey(1))
      )();
      await refuse(await proveBy(ballotKey(1)), "CurationStruckOff", [1]);
      const other = { ...YES, subject: 5n };
      await refuse(await proveBy(ballotKey(1), other, { ...NO, subject: 5n }), "CurationStruckOff", [1]);
    });
  });

  it("strikes the curator off, in whichever order the ballots come", async () => {
    const { curation, connection } = gate;
    const key = ballotKey(3);
    for (const [a, b] of [
      [YES, NO],
      [NO, YES],
      // naming another charter excuses nobody
      [YES, { ...NO, charterVersion: 2 }],
    ] as const) {
      const before = await connection.networkHelpers.takeSnapshot();
      const call = (await proveBy(key, a, b))();
      await connection.viem.assertions.emitWithArgs(call, curation, "CuratorStruckOff", [3, 77n, 0n]);
      expect((await curation.read.curatorOf([3])).flags & 2).to.equal(2);
      await before.restore();
    }
  });

  it("lets nobody escape by changing its key: the old one convicts for a week", async () => {
    const { curation, connection } = gate;
    const replacedAt = await rotate(ballotKey(50));
    const call = await proveBy(ballotKey(1));
    await connection.networkHelpers.time.setNextBlockTimestamp(replacedAt + WEEK - 1);
    await connection.viem.assertions.emitWithArgs(call(), curation, "CuratorStruckOff", [1, 77n, 0n]);
    expect(await isStruckOff(1)).to.equal(true);
    // and the new key is of no use to it
    await refuse(await proveBy(ballotKey(50)), "CurationStruckOff", [1]);
  });

  it("counts the week of every key from its own replacement", async () => {
    const { time } = gate.connection.networkHelpers;
    const first = await rotate(ballotKey(50));
    await time.increase(WEEK / 2);
    const second = await rotate(ballotKey(51));
    const [oldest, middle] = [await proveBy(ballotKey(1)), await proveBy(ballotKey(50))];
    await time.setNextBlockTimestamp(first + WEEK);
    await refuse(oldest, "CurationNoEquivocation");
    await time.setNextBlockTimestamp(second + WEEK - 1);
    await middle();
    expect(await isStruckOff(1)).to.equal(true);
    expect(await gate.curation.read.indexOfKey([ballotKey(1).address])).to.equal(1);
  });

  it("takes adjudications and slates for what they are", async () => {
    for (const [i, kind] of [1, 2].entries()) {
      const words = [7n, 0n, 1n, 2n];
      const [a, b] = [
        { ...YES, kind, firstWord: 9, words },
        { ...YES, kind, firstWord: 9, words: [...words].reverse() },
      ];
      await (
        await proveBy(ballotKey(1 + i), a, b)
      )();
      expect((await gate.curation.read.curatorOf([1 + i])).flags & 2).to.equal(2);
    }
  });

  it("ends its weight everywhere, but leaves the sums that audits already count on", async () => {
    const { curation } = gate;
    await commitLot(gate);
    const epoch = await epochNow(gate);
    const [present, next] = [await curation.read.electorateOf([epoch]), await curation.read.electorateOf([epoch + 1])];
    const standing = await curation.read.standingOf([1, epoch]);
    const hash = await (await proveBy(ballotKey(1)))();
    expect(await standingsSetIn(gate, hash)).to.deep.equal([{ index: 1, epoch: epoch + 1, standing: 0 }]);
    expect(await curation.read.electorateOf([epoch])).to.deep.equal(present);
    expect(await curation.read.electorateOf([epoch + 1])).to.deep.equal([next[0] - 1, next[1] - standing]);
    expect((await curation.read.electorateOf([epoch + 4]))[0]).to.equal(0);
    for (const e of [epoch, epoch + 1, epoch + 2]) expect(await curation.read.standingOf([1, e])).to.equal(0);
  });

  describe("readmitCurator", () => {
    const readmit = (account = gate.members[0]?.account.address ?? "0x", by = gate.timelock) =>
      gate.curation.write.readmitCurator([account], { account: by, gas: GAS });
    const refresh = (account: Hex) =>
      gate.curation.write.refreshCurators([[account]], { account: gate.stranger.account, gas: GAS });

    it("refuses everybody but the timelock", async () => {
      await (
        await proveBy(ballotKey(1))
      )();
      for (const { account } of [gate.registrar, gate.stranger, gate.members[0] ?? gate.stranger]) {
        const caller = getAddress(account.address);
        await refuse(() => readmit(gate.members[0]?.account.address, account.address), "CurationUnauthorized", [
          caller,
        ]);
      }
    });

    it("refuses who was never struck off, and who is no curator", async () => {
      await refuse(() => readmit(), "CurationNotStruckOff", [1]);
      await refuse(() => readmit(gate.stranger.account.address), "CurationNotStruckOff", [0]);
    });

    it("gives back no weight before the standing is refreshed", async () => {
      const { curation, connection, members } = gate;
      const account = members[0]?.account.address ?? "0x";
      await commitLot(gate);
      const epoch = await epochNow(gate);
      await (
        await proveBy(ballotKey(1))
      )();
      expect(await standingsSetIn(gate, await refresh(account))).to.deep.equal([]);
      await toEpoch(gate, epoch + 1);
      expect(await standingsSetIn(gate, await refresh(account))).to.deep.equal([]);
      await connection.viem.assertions.emitWithArgs(readmit(), curation, "CuratorReadmitted", [1]);
      expect(await curation.read.standingOf([1, epoch + 1])).to.equal(0);
      const [event] = await standingsSetIn(gate, await refresh(account));
      expect(event?.epoch).to.equal(epoch + 2);
      expect(await curation.read.standingOf([1, epoch + 2])).to.equal(event?.standing);
      expect((await curation.read.electorateOf([epoch + 2]))[0]).to.equal(9);
      await (
        await proveBy(ballotKey(1))
      )();
      expect((await curation.read.electorateOf([epoch + 2]))[0]).to.equal(8);
    });
  });
});
