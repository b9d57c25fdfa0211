import { expect } from "chai";
import { concatHex, encodeAbiParameters, type Hash, type Hex, keccak256, numberToHex, sliceHex, zeroHash } from "viem";
import {
  encodeHeader,
  headerFields,
  headerOf,
  HISTORY_ADDRESS,
  HISTORY_WINDOW,
  installHistory,
  prevRandaoOf,
  recordHistory,
} from "../helpers/history.ts";
import {
  closeAudit,
  commitLot,
  DAY,
  drawSeed,
  expectGateRefuses,
  GAS,
  type Gate,
  hashOf,
  lotIdOf,
  openPanel,
  sharedGate,
  unanimous,
} from "./fixture.ts";

type RefusedBy = Parameters<typeof expectGateRefuses>[2];

describe("curation/drawSeed", () => {
  let gate: Gate;
  let lotId: bigint;
  let seedBlock: bigint;

  const load = sharedGate(openPanel);

  beforeEach(async () => {
    gate = await load();
    lotId = await commitLot(gate);
    seedBlock = BigInt((await gate.curation.read.auditOf([lotId, 0])).clock);
  });

  const draw = (header: Hex, salt: Hash = zeroHash, lot = lotId) =>
    gate.curation.write.drawSeed([lot, header, salt], { account: gate.stranger.account, gas: GAS });

  const mineTo = async (block: bigint) => {
    const { networkHelpers } = gate.connection;
    const now = BigInt(await networkHelpers.time.latestBlock());
    if (block > now) await networkHelpers.mine(block - now);
  };

  const refuse = (call: () => Promise<Hash>, error: RefusedBy, args: readonly unknown[]) =>
    expectGateRefuses(gate, call, error, args);

  describe("refuses", () => {
    it("a lot that was never committed here", async () => {
      const unknown = lotIdOf(gate.stranger.account.address, 77n);
      await refuse(() => draw("0x", zeroHash, unknown), "CurationUnknownAudit", [unknown]);
    });

    it("a second draw", async () => {
      const seed = await drawSeed(gate, lotId);
      await refuse(async () => draw(await headerOf(gate.connection, seedBlock)), "CurationSeedAlreadyDrawn", [
        lotId,
        seed,
      ]);
    });

    it("a second draw after the close", async () => {
      await drawSeed(gate, lotId);
      await closeAudit(gate, lotId, unanimous(9));
      const { digest } = await gate.curation.read.auditOf([lotId, 0]);
      await refuse(async () => draw(await headerOf(gate.connection, seedBlock)), "CurationSeedAlreadyDrawn", [
        lotId,
        digest,
      ]);
    });

    it("a salt, because the studio has no salt chain", async () => {
      await mineTo(seedBlock);
      const salt = hashOf("salt");
      await refuse(async () => draw(await headerOf(gate.connection, seedBlock), salt), "CurationUnexpectedSalt", [
        lotId,
        salt,
      ]);
    });

    it("a draw in the block of the commit and up to the seed block itself", async () => {
      const early = seedBlock - 5n;
      await mineTo(early - 1n);
      const header = await headerOf(gate.connection, early - 1n);
      await refuse(() => draw(header), "CurationSeedTooEarly", [lotId, early, seedBlock + 1n]);
      await mineTo(seedBlock - 1n);
      await refuse(() => draw(header), "CurationSeedTooEarly", [lotId, seedBlock, seedBlock + 1n]);
    });

    it("a draw after the last block that can prove the seed block", async () => {
      await mineTo(seedBlock);
      const header = await headerOf(gate.connection, seedBlock);
      await installHistory(gate.connection);
      await recordHistory(gate.connection, seedBlock);
      const latest = seedBlock + HISTORY_WINDOW;
      await mineTo(latest);
      await refuse(() => draw(header), "CurationSeedTooLate", [lotId, latest + 1n, latest]);
      expect(await gate.curation.read.isExpired([lotId])).to.equal(true);
    });

    it("the real header of another block", async () => {
      await mineTo(seedBlock + 3n);
      for (const other of [seedBlock - 1n, seedBlock + 1n]) {
        const header = await headerOf(gate.connection, other);
        await refuse(() => draw(header), "CurationWrongHeaderNumber", [lotId, other, seedBlock]);
      }
    });

    it("a forged header, whichever field was changed", async () => {
      await mineTo(seedBlock);
      const block = await gate.protocol.publicClient.getBlock({ blockNumber: seedBlock });
      const fields = headerFields(block);
      const forgeries: Record<number, Hex> = {
        0: hashOf("parent"),
        6: concatHex([numberToHex(1, { size: 1 }), sliceHex(fields[6] ?? "0x", 1)]),
        11: numberToHex(block.timestamp + 1n),
        13: hashOf("randao"),
        14: "0x0000000000000001",
      };
      for (const [index, value] of Object.entries(forgeries)) {
        const forged = encodeHeader(fields.with(Number(index), value));
        await refuse(() => draw(forged), "CurationWrongHeaderHash", [lotId, keccak256(forged), block.hash]);
      }
    });

    it("a header of the right number with a field more or less", async () => {
      await mineTo(seedBlock);
      const block = await gate.protocol.publicClient.getBlock({ blockNumber: seedBlock });
      const fields = headerFields(block);
      for (const other of [[...fields, "0x01"] as Hex[], fields.slice(0, -1)]) {
        const header = encodeHeader(other);
        await refuse(() => draw(header), "CurationWrongHeaderHash", [lotId, keccak256(header), block.hash]);
      }
    });

    it("bytes that are no header", async () => {
      await mineTo(seedBlock);
      const header = await headerOf(gate.connection, seedBlock);
      const fields = headerFields(await gate.protocol.publicClient.getBlock({ blockNumber: seedBlock }));
      const size = (header.length - 2) / 2;
      const malformed: Record<string, Hex> = {
        empty: "0x",
        "one byte": "0xf9",
        "two bytes": "0xf902",
        "a list prefix": sliceHex(header, 0, 3),
        "a byte short": sliceHex(header, 0, size - 1),
        half: sliceHex(header, 0, 300),
        "a byte long": concatHex([header, "0x00"]),
        "twice the header": concatHex([header, header]),
        "a string instead of a list": concatHex(["0xb9", sliceHex(header, 1)]),
        "half of the bloom filter": encodeHeader(fields.with(6, sliceHex(fields[6] ?? "0x", 0, 128))),
        "a list of too few fields": encodeHeader(fields.slice(0, 9)),
        "a number of nine bytes": encodeHeader(fields.with(8, numberToHex(1n, { size: 9 }))),
        "a prevRandao of 31 bytes": encodeHeader(fields.with(13, sliceHex(fields[13] ?? "0x", 1))),
        "a list within the list": nestedList(fields),
      };
      for (const bytes of Object.values(malformed)) {
        await refuse(() => draw(bytes), "BlockHeaderMalformed", []);
      }
    });

    it("an old block where no history contract is", async () => {
      const { networkHelpers } = gate.connection;
      await mineTo(seedBlock);
      const header = await headerOf(gate.connection, seedBlock);
      await mineTo(seedBlock + 256n);
      await networkHelpers.setCode(HISTORY_ADDRESS, "0x");
      await refuse(() => draw(header), "BlockHistoryUnavailable", [seedBlock]);
    });

    it("an old block where the history contract reverts, as the stub of the in-process chain does", async () => {
      await mineTo(seedBlock);
      const header = await headerOf(gate.connection, seedBlock);
      await mineTo(seedBlock + 256n);
      await refuse(() => draw(header), "BlockHistoryUnavailable", [seedBlock]);
    });

    it("an old block where the history contract answers anything but one word", async () => {
      const { networkHelpers } = gate.connection;
      await mineTo(seedBlock);
      const header = await headerOf(gate.connection, seedBlock);
      await mineTo(seedBlock + 256n);
      for (const returnSize of ["00", "1f", "21", "40"]) {
        await networkHelpers.setCode(HISTORY_ADDRESS, `0x60${returnSize}5ff3`);
        await refuse(() => draw(header), "BlockHistoryUnavailable", [seedBlock]);
      }
    });

    it("an old block that the history contract does not remember", async () => {
      await mineTo(seedBlock);
      const header = await headerOf(gate.connection, seedBlock);
      await mineTo(seedBlock + 256n);
      await installHistory(gate.connection);
      await refuse(() => draw(header), "CurationWrongHeaderHash", [lotId, keccak256(header), zeroHash]);
    });
  });

  it("stores the seed and the deadline", async () => {
    await mineTo(seedBlock);
    const header = await headerOf(gate.connection, seedBlock);
    const hash = await draw(header);
    const { blockNumber } = await gate.protocol.publicClient.getTransactionReceipt({ hash });
    const { timestamp } = await gate.protocol.publicClient.getBlock({ blockNumber });
    const deadline = Number(timestamp + DAY);
    const randao = await prevRandaoOf(gate.connection, seedBlock);
    const words = encodeAbiParameters(
      [{ type: "uint256" }, { type: "bytes32" }, { type: "bytes32" }],
      [lotId, randao, zeroHash],
    );
    const seed = sliceHex(keccak256(words), 0, 16);

    expect(await gate.curation.read.auditOf([lotId, 0])).to.deep.equal({
      digest: seed,
      clock: deadline,
      weight: 0,
      excluded: 0,
      terms: 0,
      epoch: 0,
      plan: 0,
      humanBallots: 0,
      inbox: 0,
      flags: 0,
    });
    await gate.connection.viem.assertions.emitWithArgs(hash, gate.curation, "SeedDrawn", [lotId, seed, deadline]);
  });

  it("works in the very next block and in the last one of the opcode's window", async () => {
    for (const distance of [1n, 256n]) {
      const lot = await commitLot(gate, { nonce: 100n + distance });
      const block = BigInt((await gate.curation.read.auditOf([lot, 0])).clock);
      await mineTo(block);
      const header = await headerOf(gate.connection, block);
      await mineTo(block + distance - 1n);
      await draw(header, zeroHash, lot);
    }
  });

  it("reads older blocks from the history contract, up to its last one", async () => {
    await installHistory(gate.connection);
    for (const distance of [257n, 8_000n, HISTORY_WINDOW]) {
      const lot = await commitLot(gate, { nonce: 200n + distance });
      const block = BigInt((await gate.curation.read.auditOf([lot, 0])).clock);
      await mineTo(block);
      const header = await headerOf(gate.connection, block);
      await recordHistory(gate.connection, block);
      await mineTo(block + distance - 1n);
      expect(await gate.curation.read.isExpired([lot])).to.equal(false);
      await draw(header, zeroHash, lot);
    }
  });

  it("gives two lots of one block different seeds, in either order", async () => {
    const { networkHelpers, viem } = gate.connection;
    const client = await viem.getTestClient();
    await client.setAutomine(false);
    const commits = [301n, 302n].map((nonce) => {
      const input = { recipeId: gate.recipeId, nonce, root: hashOf("root"), count: 999, gate: gate.clones.curation };
      return gate.registry.write.commitLot([{ ...input, manifest: zeroHash }], {
        account: gate.producer.account,
        gas: 1_000_000n,
      });
    });
    await Promise.all(commits);
    await client.mine({ blocks: 1 });
    await client.setAutomine(true);
    const lots = [301n, 302n].map((nonce) => lotIdOf(gate.producer.account.address, nonce)) as [bigint, bigint];
    const audits = await Promise.all(lots.map((lot) => gate.curation.read.auditOf([lot, 0])));
    expect(audits[0]?.clock).to.equal(audits[1]?.clock).and.greaterThan(0);
    await mineTo(BigInt(audits[0]?.clock ?? 0));

    const snapshot = await networkHelpers.takeSnapshot();
    const inOrder = [await drawSeed(gate, lots[0]), await drawSeed(gate, lots[1])];
    await snapshot.restore();
    const reversed = [await drawSeed(gate, lots[1]), await drawSeed(gate, lots[0])].reverse();
    expect(inOrder).to.deep.equal(reversed);
    expect(inOrder[0]).not.to.equal(inOrder[1]);
  });
});

/** A header whose difficulty is a list. */
function nestedList(fields: readonly Hex[]): Hex {
  const header = encodeHeader(fields);
  // list prefix 3, seven fields of fixed size 445, then the difficulty
  return concatHex([sliceHex(header, 0, 448), "0xc0", sliceHex(header, 449)]);
}
