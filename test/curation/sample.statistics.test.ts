import { expect } from "chai";
import { zeroHash } from "viem";
import { headerOf, prevRandaoOf } from "../helpers/history.ts";
import { Random } from "../helpers/random.ts";
import { positionOf } from "../models/curationReplay.ts";
import { commitLot, type Gate, GAS, openPanel, seedOf } from "./fixture.ts";

describe("curation/sample.statistics", () => {
  const random = new Random(5);
  let gate: Gate;

  before(async () => {
    gate = await openPanel();
  });

  /** Draws a lot whose seed block has the prevRandao given; `busy` puts something else into that block. */
  async function drawWith(lotId: bigint, prevRandao: bigint, busy = false): Promise<void> {
    const { networkHelpers, viem } = gate.connection;
    const seedBlock = BigInt((await gate.curation.read.auditOf([lotId, 0])).clock);
    await networkHelpers.mine(seedBlock - 1n - BigInt(await networkHelpers.time.latestBlock()));
    await networkHelpers.setPrevRandao(prevRandao);
    const [wallet] = await viem.getWalletClients();
    if (busy) await wallet?.sendTransaction({ to: gate.stranger.account.address, value: 1n });
    else await networkHelpers.mine();
    expect(BigInt(await prevRandaoOf(gate.connection, seedBlock))).to.equal(prevRandao);
    const header = await headerOf(gate.connection, seedBlock);
    await gate.curation.write.drawSeed([lotId, header, zeroHash], { gas: GAS });
  }

  it("draws every index alike: χ² of 10,240 draws over 512 cells", async () => {
    const cells = 512;
    const [lots, count] = [40, 4_096];
    const found = Array.from({ length: cells }, () => 0);
    for (let lot = 0; lot < lots; lot++) {
      const lotId = await commitLot(gate, { count, nonce: BigInt(lot), by: gate.registrar.account });
      await drawWith(lotId, random.big(0n, 2n ** 256n - 1n));
      const { digest: seed } = await gate.curation.read.auditOf([lotId, 0]);
      const sample = await gate.curation.read.sampleOf([lotId, seed]);
      expect(sample).to.have.length(256);
      expect(sample).to.deep.equal(sample.map((_, lane) => positionOf({ seed, count }, lane)));
      for (const position of sample) {
        const cell = Math.floor((position * cells) / count);
        found[cell] = (found[cell] ?? 0) + 1;
      }
    }
    const expected = (lots * 256) / cells;
    const chiSquare = found.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
    // 511 degrees of freedom: mean 511, standard deviation 32; four of them are one false alarm in 15,000 seeds
    expect(chiSquare).to.be.within(511 - 128, 511 + 128);
  });

  it("draws with replacement: about 253 distinct assets of 10,000", async () => {
    const lotId = await commitLot(gate, { count: 10_000, nonce: 500n });
    await drawWith(lotId, random.big(0n, 2n ** 256n - 1n));
    const distinct = new Set(await gate.curation.read.sampleOf([lotId, await seedOf(gate, lotId)])).size;
    expect(distinct).to.be.within(244, 256);
  });

  it("gives the builder of the seed block nothing to grind: only its prevRandao counts", async () => {
    const lotId = await commitLot(gate, { count: 10_000, nonce: 501n });
    const { networkHelpers } = gate.connection;
    const prevRandao = random.big(0n, 2n ** 256n - 1n);
    const snapshot = await networkHelpers.takeSnapshot();
    await drawWith(lotId, prevRandao);
    const { digest: seed } = await gate.curation.read.auditOf([lotId, 0]);
    await snapshot.restore();
    await drawWith(lotId, prevRandao, true);
    expect((await gate.curation.read.auditOf([lotId, 0])).digest).to.equal(seed);
    await snapshot.restore();
    await drawWith(lotId, prevRandao + 1n);
    expect((await gate.curation.read.auditOf([lotId, 0])).digest).not.to.equal(seed);
  });

  it("answers for any lane, seed and count", async () => {
    for (let i = 0; i < 50; i++) {
      const count = random.pick([257, 65_536, random.integer(257, 65_536)]);
      const seed = `0x${random
        .big(0n, 2n ** 128n - 1n)
        .toString(16)
        .padStart(32, "0")}` as const;
      const lane = random.integer(0, 255);
      const position = await gate.curation.read.lanePosition([seed, lane, count]);
      expect(position).to.equal(positionOf({ seed, count }, lane)).and.to.be.lessThan(count);
    }
  });
});
