import { expect } from "chai";
import { type Hash, zeroHash } from "viem";
import { leafHash, type LeafFields, lotTree, proofOf, rootOf } from "../models/lotTree.ts";
import { leafOf } from "../registry/registry.ts";
import { ALL_LANES, closeAudit, drawSeed, GAS, type Gate, hashOf, lotIdOf, unanimous } from "./fixture.ts";
import {
  addressOf,
  blockedWord,
  challenge,
  changesOf,
  DEPOSIT,
  disputedGate,
  expectConserved,
  PAID_TERMS,
  passWindow,
  refuseOf,
} from "./disputes.ts";
import type { Wallet } from "../helpers/protocol.ts";

const COUNT = 5;

/** A lot with the trees that prove its leaves. */
interface ProvableLot {
  lotId: bigint;
  leaves: LeafFields[];
  proof: (index: number) => Hash[];
}

/** REG-5: duplicates are no weapons. */
describe("curation/proveDuplicate", () => {
  const load = disputedGate();
  let gate: Gate;
  const refuse = refuseOf(() => gate);

  beforeEach(async () => {
    gate = await load();
    const { producer, registrar, curation } = gate;
    await curation.write.admitProducer([addressOf(gate.stranger), 1_000], { account: registrar.account });
    await curation.write.withdrawDeposit([1n], { account: producer.account });
  });

  /** Commits leaves whose content is that of `contents`, by any producer. */
  const commit = async (contents: number[], nonce: bigint, by: Wallet = gate.producer): Promise<ProvableLot> => {
    const lotId = lotIdOf(addressOf(by), nonce);
    const leaves = contents.map((content, i) => ({ ...leafOf(i), contentHash: leafOf(content).contentHash }));
    const tree = lotTree(leaves.map((leaf, index) => leafHash(lotId, index, leaf)));
    const input = {
      recipeId: gate.recipeId,
      nonce,
      root: rootOf(tree),
      count: contents.length,
      gate: gate.clones.curation,
      manifest: hashOf("manifest"),
    };
    await gate.registry.write.commitLot([input], { account: by.account, gas: GAS });
    return { lotId, leaves, proof: (index) => proofOf(tree, index) };
  };

  const judge = async ({ lotId }: ProvableLot, defect = 0n): Promise<void> => {
    await drawSeed(gate, lotId);
    await closeAudit(gate, lotId, unanimous(9, defect));
  };
  const release = async (...lots: ProvableLot[]): Promise<void> => {
    for (const lot of lots) await judge(lot);
    for (const { lotId } of lots) await passWindow(gate, lotId);
  };

  const asset = ({ lotId }: ProvableLot, index: number): bigint => (lotId << 24n) | BigInt(index);
  const prove = (copy: [ProvableLot, number], original: [ProvableLot, number], change: Partial<LeafFields> = {}) => {
    const claim = ([lot, index]: [ProvableLot, number]) =>
      [asset(lot, index), { ...(lot.leaves[index] as LeafFields), ...change }, lot.proof(index)] as const;
    return gate.curation.write.proveDuplicate([...claim(copy), ...claim(original)], {
      account: gate.members[3]?.account ?? gate.stranger.account,
      gas: GAS,
    });
  };
  const RANGE = [0, 1, 2, 3, 4];

  it("blocks the later copy, and its producer pays the prover the bond of a challenge", async () => {
    const original = await commit(RANGE, 1_000n, gate.stranger);
    const copy = await commit([9, 8, 3, 7, 6], 5n);
    await release(original, copy);
    const { producer, stranger, members } = gate;
    const prover = members[3] ?? stranger;
    const { hash, ...changes } = await changesOf(gate, { producer, stranger, prover }, () =>
      prove([copy, 2], [original, 3]),
    );
    const reward = PAID_TERMS.challengeBond;
    expect(changes).to.deep.equal({ producer: -reward, stranger: 0n, prover: reward });
    await gate.connection.viem.assertions.emitWithArgs(Promise.resolve(hash), gate.curation, "DuplicateProved", [
      asset(copy, 2),
      asset(original, 3),
      addressOf(prover),
      reward,
    ]);
    expect(await blockedWord(gate, copy.lotId, 0)).to.equal(4n);
    expect(await gate.registry.read.isReleasable([asset(copy, 2)])).to.equal(false);
    expect(await gate.registry.read.isReleasable([asset(original, 3)])).to.equal(true);
    await refuse(() => prove([copy, 2], [original, 3]), "CurationNotReleasable", [asset(copy, 2)]);
    await expectConserved(gate, [lotIdOf(addressOf(producer), 1n), original.lotId, copy.lotId]);
  });

  it("refuses the reverse order, whatever was proved or minted first", async () => {
    const original = await commit(RANGE, 1_000n, gate.stranger);
    const copy = await commit(RANGE, 5n);
    await release(original, copy);
    await refuse(() => prove([original, 3], [copy, 3]), "CurationNotEarlier", [asset(original, 3), asset(copy, 3)]);
  });

  it("refuses two lots of one second, and one lot's own twins", async () => {
    // one block, one second
    const client = await gate.connection.viem.getTestClient();
    await client.setAutomine(false);
    const first = await commit(RANGE, 1_000n, gate.stranger);
    const second = await commit([3, 3, 5, 6, 7], 5n);
    await gate.connection.networkHelpers.mine();
    await client.setAutomine(true);
    await release(first, second);
    const committedAt = async ({ lotId }: ProvableLot) => (await gate.registry.read.lotOf([lotId])).committedAt;
    expect(await committedAt(first)).to.equal(await committedAt(second));
    await refuse(() => prove([second, 0], [first, 3]), "CurationNotEarlier", [asset(second, 0), asset(first, 3)]);
    await refuse(() => prove([second, 0], [second, 1]), "CurationNotEarlier", [asset(second, 0), asset(second, 1)]);
  });

  it("refuses another content, none at all, and an asset as a copy of itself", async () => {
    const original = await commit(RANGE, 1_000n, gate.stranger);
    const copy = await commit(RANGE, 5n);
    await release(original, copy);
    const noDuplicate = (i: number, j: number) => [asset(copy, i), asset(original, j)];
    await refuse(() => prove([copy, 1], [original, 2]), "CurationNoDuplicate", noDuplicate(1, 2));
    await refuse(
      () => prove([copy, 1], [original, 1], { contentHash: zeroHash }),
      "CurationNoDuplicate",
      noDuplicate(1, 1),
    );
    await refuse(() => prove([copy, 1], [copy, 1]), "CurationNoDuplicate", [asset(copy, 1), asset(copy, 1)]);
  });

  it("refuses leaves that are not there", async () => {
    const original = await commit(RANGE, 1_000n, gate.stranger);
    const copy = await commit(RANGE, 5n);
    await release(original, copy);
    const forged = () => prove([copy, 1], [original, 1], { machineScore: 1 });
    await refuse(forged, "CurationUnverifiedLeaf", [asset(copy, 1)]);
    // a leaf of another place: hashed with that place's index, it proves nothing
    const moved = { ...copy, leaves: [...copy.leaves].reverse() };
    const same = { ...original, leaves: [...original.leaves].reverse() };
    await refuse(() => prove([moved, 1], [same, 1]), "CurationUnverifiedLeaf", [asset(copy, 1)]);
  });

  it("knows no rejected original: an honest resubmission is no copy", async () => {
    const rejected = await commit(RANGE, 5n);
    const again = await commit(RANGE, 6n);
    await judge(rejected, ALL_LANES);
    await judge(again);
    await passWindow(gate, rejected.lotId);
    await passWindow(gate, again.lotId);
    const id = asset(rejected, 2);
    await refuse(() => prove([again, 2], [rejected, 2]), "CurationNotReleasable", [id]);
  });

  it("knows no original that was blocked, and no copy whose window is open", async () => {
    // so many that one challenge does not suspend the lot
    const original = await commit([...Array(40).keys()], 1_000n, gate.stranger);
    const copy = await commit(RANGE, 5n);
    await judge(original);
    await challenge(gate, original.lotId, { masks: [4n] }, gate.members[0]);
    await judge(copy);
    await passWindow(gate, original.lotId);
    await refuse(() => prove([copy, 1], [original, 1]), "CurationNotReleasable", [asset(copy, 1)]);
    await passWindow(gate, copy.lotId);
    await refuse(() => prove([copy, 2], [original, 2]), "CurationNotReleasable", [asset(original, 2)]);
    await prove([copy, 1], [original, 1]);
  });

  it("costs nobody anything between two lots of one producer", async () => {
    const original = await commit(RANGE, 5n);
    const copy = await commit(RANGE, 6n);
    await release(original, copy);
    const { producer, members } = gate;
    const prover = members[3] ?? producer;
    const changes = await changesOf(gate, { producer, prover }, () => prove([copy, 0], [original, 0]));
    expect(changes).to.deep.include({ producer: 0n, prover: 0n });
    expect(await blockedWord(gate, copy.lotId, 0)).to.equal(1n);
  });

  it("takes no more than the copy's producer has free", async () => {
    const original = await commit(RANGE, 1_000n, gate.stranger);
    const copy = await commit(RANGE, 5n);
    await release(original, copy);
    const { producer, members, curation } = gate;
    const free = (await curation.read.producerOf([addressOf(producer)])).free;
    expect(free < DEPOSIT).to.equal(true);
    await curation.write.withdrawDeposit([free - 5n], { account: producer.account });
    const prover = members[3] ?? producer;
    const changes = await changesOf(gate, { producer, prover }, () => prove([copy, 0], [original, 0]));
    expect(changes).to.deep.include({ producer: -5n, prover: 5n });
  });

  it("refuses lots that another gate judges, or none", async () => {
    const copy = await commit(RANGE, 5n);
    await release(copy);
    const { registry, recipeId, timelock } = gate;
    const lotId = lotIdOf(timelock, 3n);
    const input = { recipeId, nonce: 3n, root: hashOf("r"), count: COUNT, gate: `0x${"0".repeat(40)}` as const };
    await registry.write.commitLot([{ ...input, manifest: hashOf("m") }], { account: timelock, gas: GAS });
    const independent: ProvableLot = { lotId, leaves: copy.leaves, proof: copy.proof };
    await refuse(() => prove([copy, 1], [independent, 1]), "CurationForeignLot", [lotId]);
    await refuse(() => prove([independent, 1], [copy, 1]), "CurationForeignLot", [lotId]);
    const nowhere: ProvableLot = { ...independent, lotId: lotIdOf(timelock, 4n) };
    await refuse(() => prove([nowhere, 1], [copy, 1]), "CurationForeignLot", [nowhere.lotId]);
  });
});
