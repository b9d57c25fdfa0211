import { expect } from "chai";
import {
  type Address,
  encodeAbiParameters,
  getAddress,
  type Hash,
  type Hex,
  keccak256,
  sliceHex,
  zeroHash,
} from "viem";
import { headerOf, prevRandaoOf } from "../helpers/history.ts";
import {
  expectGateRefuses,
  GAS,
  type Gate,
  hashOf,
  lotIdOf,
  openPanel,
  registerCurators,
  sharedGate,
} from "./fixture.ts";
import { appoint, cloneWithFlags } from "./rolls.ts";

type RefusedBy = Parameters<typeof expectGateRefuses>[2];

const SPAN = 256n;
const OVERDUE = 4_096n;
const WINDOW = 8_191n;

/** A chain of secrets: link number `i` belongs to the i-th span from its first one on, and hashes to the one before. */
const chainOf = (secret: string, length = 1_100): Hash[] => {
  const links: Hash[] = [hashOf(secret)];
  for (let i = 1; i <= length; i++) links.push(keccak256(links[i - 1] as Hash));
  return links.reverse();
};

describe("curation/saltChain", () => {
  const load = sharedGate(async () => {
    const gate = await openPanel();
    const address = await cloneWithFlags(gate, 0b1010);
    await appoint(gate, address);
    const { viem } = gate.connection;
    const curation = await viem.getContractAt("ICuration", address);
    await curation.write.admitProducer([gate.producer.account.address, 200_000], { account: gate.registrar.account });
    const parts = await Promise.all(
      (["Curation", "CurationRolls"] as const).map((name) => viem.getContractAt(name, address)),
    );
    const salted = {
      ...gate,
      clones: { ...gate.clones, curation: address },
      curation,
      parts: parts as unknown as Gate["parts"],
    };
    await registerCurators(salted);
    return salted;
  });
  const [anchor, ...links] = chainOf("secret") as [Hash, ...Hash[]];
  const [newAnchor, ...newLinks] = chainOf("another secret") as [Hash, ...Hash[]];
  let gate: Gate;

  beforeEach(async () => {
    gate = await load();
  });

  const refuse = (call: () => Promise<Hash>, error: RefusedBy, args: readonly unknown[] = []) =>
    expectGateRefuses(gate, call, error, args);

  const blockNow = async () => BigInt(await gate.connection.networkHelpers.time.latestBlock());
  const mineTo = async (block: bigint) => {
    const now = await blockNow();
    if (block > now) await gate.connection.networkHelpers.mine(block - now);
  };
  /** Mines to the last block before a span, so that the next transaction is in it. */
  const toSpan = (span: bigint) => mineTo(span * SPAN - 1n);

  const set = (link = anchor, by: Address = gate.registrar.account.address) =>
    gate.curation.write.setSaltChain([link], { account: by, gas: GAS });
  const reveal = (span: bigint, link: Hash) =>
    gate.curation.write.revealSalt([span, link], { account: gate.stranger.account, gas: GAS });
  const redraw = (lotId: bigint) => gate.curation.write.redraw([lotId], { account: gate.stranger.account, gas: GAS });

  const commit = async (nonce = 1n): Promise<bigint> => {
    const { registry, recipeId, clones, producer } = gate;
    const manifest = hashOf("manifest");
    const input = { recipeId, nonce, root: hashOf(`root ${nonce}`), count: 10_000, gate: clones.curation, manifest };
    await registry.write.commitLot([input], { account: producer.account, gas: GAS });
    return lotIdOf(producer.account.address, nonce);
  };
  const seedBlockOf = async (lotId: bigint) => BigInt((await gate.curation.read.auditOf([lotId, 0])).clock);

  describe("setSaltChain", () => {
    it("refuses a studio that draws without salts", async () => {
      const plain = await openPanel();
      const call = () => plain.curation.write.setSaltChain([anchor], { account: plain.registrar.account, gas: GAS });
      await expectGateRefuses(plain, call, "CurationUnexpectedSaltChain", []);
    });

    it("refuses everybody but registrar and timelock at first, and the registrar later", async () => {
      const { stranger, producer, registrar, timelock } = gate;
      for (const { account } of [stranger, producer]) {
        await refuse(() => set(anchor, account.address), "CurationUnauthorized", [getAddress(account.address)]);
      }
      await set();
      await refuse(() => set(newAnchor), "CurationUnauthorized", [getAddress(registrar.account.address)]);
      await set(newAnchor, timelock);
    });

    it("refuses an anchor of zero", async () => {
      const span = (await blockNow()) / SPAN;
      await refuse(() => set(zeroHash), "CurationWrongSalt", [span, zeroHash]);
      await set();
      await refuse(() => set(zeroHash, gate.timelock), "CurationWrongSalt", [span + 1n, zeroHash]);
    });

    it("begins with the present span at first, and with the next one when it takes another's place", async () => {
      const { curation, connection, timelock } = gate;
      expect(await curation.read.saltChain()).to.deep.equal([zeroHash, 0n, 0n]);
      await toSpan(5n);
      await connection.viem.assertions.emitWithArgs(set(), curation, "SaltChainSet", [anchor, 5n]);
      expect(await curation.read.saltChain()).to.deep.equal([anchor, 5n, 5n]);
      await toSpan(7n);
      const call = set(newAnchor, timelock);
      await connection.viem.assertions.emitWithArgs(call, curation, "SaltChainSet", [newAnchor, 8n]);
      expect(await curation.read.saltChain()).to.deep.equal([newAnchor, 8n, 8n]);
    });
  });

  describe("revealSalt", () => {
    beforeEach(async () => {
      await toSpan(5n);
    });

    it("refuses before there is a chain", async () => {
      await refuse(() => reveal(4n, anchor), "CurationSaltChainUnset");
    });

    it("refuses a span that is not over", async () => {
      await set();
      const next = async () => (await blockNow()) + 1n;
      await refuse(() => reveal(5n, links[0] as Hash), "CurationSpanNotOver", [5n, await next()]);
      await mineTo(6n * SPAN - 2n);
      await refuse(() => reveal(5n, links[0] as Hash), "CurationSpanNotOver", [5n, 6n * SPAN - 1n]);
      await reveal(5n, links[0] as Hash);
    });

    it("refuses a wrong link: the anchor, a neighbor's, another chain's", async () => {
      await set();
      await toSpan(9n);
      for (const link of [anchor, links[0], links[2], newLinks[1], zeroHash] as Hash[]) {
        await refuse(() => reveal(6n, link), "CurationWrongSalt", [6n, link]);
      }
    });

    it("refuses a span before the chain, one that is known, and one passed over before its successor", async () => {
      await set();
      await toSpan(10n);
      await refuse(() => reveal(4n, anchor), "CurationSpanOutOfOrder", [4n, 5n]);
      await reveal(8n, links[3] as Hash);
      await refuse(() => reveal(8n, links[3] as Hash), "CurationSpanOutOfOrder", [8n, 9n]);
      await refuse(() => reveal(6n, links[1] as Hash), "CurationSpanOutOfOrder", [6n, 9n]);
      await refuse(() => reveal(7n, links[1] as Hash), "CurationWrongSalt", [7n, links[1]]);
      await refuse(() => reveal(4n, anchor), "CurationSpanOutOfOrder", [4n, 9n]);
    });

    it("makes links known in order, or out of it down to the first", async () => {
      const { curation, connection } = gate;
      await set();
      await toSpan(12n);
      for (const span of [5, 9, 8, 7, 6, 10]) {
        const link = links[span - 5] as Hash;
        expect(await curation.read.saltOf([BigInt(span)])).to.equal(zeroHash);
        const call = reveal(BigInt(span), link);
        await connection.viem.assertions.emitWithArgs(call, curation, "SaltRevealed", [BigInt(span), link]);
        expect(await curation.read.saltOf([BigInt(span)])).to.equal(link);
      }
      expect(await curation.read.saltChain()).to.deep.equal([links[5], 11n, 5n]);
    });

    it("reaches 1,024 spans ahead in one call, and no further", async () => {
      await set();
      await toSpan(1_040n);
      await refuse(() => reveal(1_029n, links[1_024] as Hash), "CurationSpanOutOfOrder", [1_029n, 1_028n]);
      const hash = await reveal(1_028n, links[1_023] as Hash);
      const { gasUsed } = await gate.protocol.publicClient.getTransactionReceipt({ hash });
      expect(Number(gasUsed)).to.be.lessThan(1_000_000);
      await reveal(1_029n, links[1_024] as Hash);
    });

    it("never takes the anchor of another chain for the link of a span before it", async () => {
      const { timelock } = gate;
      await set();
      await toSpan(7n);
      await set(newAnchor, timelock);
      await toSpan(10n);
      await reveal(8n, newLinks[0] as Hash);
      // it hashes to the first link's predecessor, but was chosen when the randomness of span 7 was known
      await refuse(() => reveal(7n, newAnchor), "CurationSpanOutOfOrder", [7n, 9n]);
      await refuse(() => reveal(7n, links[2] as Hash), "CurationSpanOutOfOrder", [7n, 9n]);
    });
  });

  describe("at a draw", () => {
    const draw = async (lotId: bigint, salt: Hash): Promise<Hash> => {
      const header = await headerOf(gate.connection, await seedBlockOf(lotId));
      return gate.curation.write.drawSeed([lotId, header, salt], { account: gate.stranger.account, gas: GAS });
    };

    it("refuses lots before there is a chain", async () => {
      const call = async () => hashOf(String(await commit()));
      await refuse(call, "CurationSaltChainUnset");
    });

    it("asks for a seed block that has a salt", async () => {
      await toSpan(5n);
      await set();
      await set(newAnchor, gate.timelock);
      const lotId = await commit();
      expect(await seedBlockOf(lotId)).to.equal(6n * SPAN);
    });

    describe("of two lots of one span", () => {
      let lots: bigint[];
      beforeEach(async () => {
        await toSpan(5n);
        await set();
        await mineTo(5n * SPAN + 150n);
        lots = [await commit(1n), await commit(2n)];
        for (const lotId of lots) expect((await seedBlockOf(lotId)) / SPAN).to.equal(5n);
      });

      it("refuses before the link is revealed, whatever the salt", async () => {
        const [lotId] = lots as [bigint];
        await toSpan(6n);
        for (const salt of [zeroHash, anchor, links[0]] as Hash[]) {
          await refuse(() => draw(lotId, salt), "CurationSaltNotRevealed", [lotId, 5n]);
        }
      });

      it("refuses any other salt than the link: none, the anchor, that of another span", async () => {
        const [lotId] = lots as [bigint];
        await toSpan(7n);
        await reveal(5n, links[0] as Hash);
        await reveal(6n, links[1] as Hash);
        for (const salt of [zeroHash, anchor, links[1]] as Hash[]) {
          await refuse(() => draw(lotId, salt), "CurationUnexpectedSalt", [lotId, salt]);
        }
      });

      it("draws the same seeds in either order, each its own", async () => {
        await toSpan(6n);
        await reveal(5n, links[0] as Hash);
        const expected = new Map<bigint, Hex>();
        for (const lotId of lots) {
          const randao = await prevRandaoOf(gate.connection, await seedBlockOf(lotId));
          const words = [{ type: "uint256" }, { type: "bytes32" }, { type: "bytes32" }] as const;
          const seed = keccak256(encodeAbiParameters(words, [lotId, randao, links[0] as Hash]));
          expected.set(lotId, sliceHex(seed, 0, 16));
        }
        const before = await gate.connection.networkHelpers.takeSnapshot();
        for (const order of [lots, [...lots].reverse()]) {
          for (const lotId of order) await draw(lotId, links[0] as Hash);
          for (const lotId of lots) {
            expect((await gate.curation.read.auditOf([lotId, 0])).digest).to.equal(expected.get(lotId));
          }
          await before.restore();
        }
        expect(new Set(expected.values()).size).to.equal(2);
      });
    });
  });

  describe("redraw", () => {
    let lotId: bigint;
    let seedBlock: bigint;
    beforeEach(async () => {
      await toSpan(5n);
      await set();
      lotId = await commit();
      seedBlock = await seedBlockOf(lotId);
      expect(seedBlock / SPAN).to.equal(5n);
    });

    it("refuses a lot without an audit", async () => {
      await refuse(() => redraw(99n), "CurationUnknownAudit", [99n]);
    });

    it("refuses while the chain may still give the link", async () => {
      await mineTo(seedBlock + OVERDUE + 1n);
      await refuse(() => redraw(lotId), "CurationSaltNotOverdue", [lotId]);
    });

    it("refuses before the link is overdue", async () => {
      await set(newAnchor, gate.timelock);
      await refuse(() => redraw(lotId), "CurationSaltNotOverdue", [lotId]);
      await mineTo(seedBlock + OVERDUE - 1n);
      await refuse(() => redraw(lotId), "CurationSaltNotOverdue", [lotId]);
      await redraw(lotId);
    });

    it("refuses where the link is known", async () => {
      await toSpan(6n);
      await reveal(5n, links[0] as Hash);
      await set(newAnchor, gate.timelock);
      await mineTo(seedBlock + OVERDUE + 1n);
      await refuse(() => redraw(lotId), "CurationSaltNotOverdue", [lotId]);
    });

    it("refuses once the audit has expired", async () => {
      await set(newAnchor, gate.timelock);
      await mineTo(seedBlock + WINDOW);
      const latest = seedBlock + WINDOW;
      await refuse(() => redraw(lotId), "CurationSeedTooLate", [lotId, latest + 1n, latest]);
    });

    it("gives another seed block once, in a span of the present chain", async () => {
      const { curation, connection, timelock } = gate;
      await mineTo(seedBlock + OVERDUE);
      await set(newAnchor, timelock);
      const firstSpan = (await curation.read.saltChain())[2];
      const now = (await blockNow()) + 1n;
      const expected = now + 32n > firstSpan * SPAN ? now + 32n : firstSpan * SPAN;
      const call = redraw(lotId);
      await connection.viem.assertions.emitWithArgs(call, curation, "SeedBlockSet", [lotId, 0, Number(expected)]);
      const audit = await curation.read.auditOf([lotId, 0]);
      expect([audit.clock, audit.flags]).to.deep.equal([Number(expected), 64]);
      expect(Number(expected / SPAN)).to.be.at.least(Number(firstSpan));
      await set(anchor, timelock);
      await mineTo(expected + OVERDUE + 1n);
      await set(newAnchor, timelock);
      await refuse(() => redraw(lotId), "CurationSaltNotOverdue", [lotId]);
    });
  });
});
