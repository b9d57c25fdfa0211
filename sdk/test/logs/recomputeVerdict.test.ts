import { expect } from "chai";
import type { Hex } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
import { auditBallotTypedData, compactSignature } from "../../src/curation/ballot.ts";
import { packBallots } from "../../src/curation/pack.ts";
import { recomputeVerdict, type ReplayedAudit, type ReplayedCurator } from "../../src/logs/auditReplay.ts";

const PRODUCER = "0x00000000000000000000000000000000000000aa";
const KEYS = [1n, 2n, 3n].map((key) => privateKeyToAccount(`0x${key.toString(16).padStart(64, "0")}`));
const curator = (key: PrivateKeyAccount, at: number): ReplayedCurator => ({
  index: at + 1,
  account: key.address,
  key: key.address,
  agent: at === 2,
  tier: 1,
});

const AUDIT: ReplayedAudit = {
  chainId: 31337,
  curation: "0x00000000000000000000000000000000000000cc",
  lotId: 7n,
  producer: PRODUCER,
  count: 4,
  plan: 0,
  seed: "0x00112233445566778899aabbccddeeff",
  expectedWeight: 3,
  curators: new Map(KEYS.map((key, at) => [at + 1, curator(key, at)])),
};

const ALL_OK = [0b1111n, 0n] as const;
const ONE_BAD = [0b1101n, 0b0010n] as const;

async function sign(at: number, words: readonly bigint[], audit = AUDIT) {
  const key = KEYS[at] as PrivateKeyAccount;
  const signature = await key.signTypedData(auditBallotTypedData({ ...audit, charterVersion: 1, words }));
  return { curator: at + 1, tier: 1, ...compactSignature(signature), words };
}

async function close(words: readonly (readonly bigint[])[], audit = AUDIT): Promise<{ charterVersion: number; ballots: Hex }> {
  const ballots = await Promise.all(words.map((word, at) => sign(at, word, audit)));
  return { charterVersion: 1, ballots: packBallots(ballots) };
}

describe("recomputeVerdict", () => {
  it("blocks what the majority of a census calls defective", async () => {
    const verdict = await recomputeVerdict(AUDIT, await close([ONE_BAD, ONE_BAD, ALL_OK]));
    expect(verdict).to.deep.include({ status: "accepted", weight: 3, humanBallots: 2, bad: 0b0010n, blocked: [1] });
    expect(verdict.faults).to.deep.equal([]);
  });

  it("rejects a census of which more than a quarter, and more than two, is bad", async () => {
    const bad = [0n, 0b1111n];
    const verdict = await recomputeVerdict(AUDIT, await close([bad, bad, bad]));
    expect(verdict).to.deep.include({ status: "rejected", blocked: [] });
  });

  it("finds ballots for another lot, chain or seed", async () => {
    for (const other of [{ lotId: 8n }, { chainId: 1 }, { seed: "0xffeeddccbbaa99887766554433221100" as Hex }]) {
      const { faults } = await recomputeVerdict(AUDIT, await close([ALL_OK, ALL_OK, ALL_OK], { ...AUDIT, ...other }));
      expect(faults).to.deep.equal([1, 2, 3].map((index) => `curator ${index} did not sign its ballot`));
    }
  });

  it("finds a curator who came after the draw", async () => {
    const curators = new Map([...AUDIT.curators].filter(([index]) => index !== 3));
    const { faults } = await recomputeVerdict({ ...AUDIT, curators }, await close([ALL_OK, ALL_OK, ALL_OK]));
    expect(faults).to.deep.equal(["curator 3 was not registered before the draw"]);
  });

  it("finds a producer who judges itself", async () => {
    const { faults } = await recomputeVerdict(
      { ...AUDIT, producer: (KEYS[0] as PrivateKeyAccount).address },
      await close([ALL_OK, ALL_OK, ALL_OK]),
    );
    expect(faults).to.deep.equal(["curator 1 produced the lot"]);
  });

  it("finds a missing quorum and uncovered lanes", async () => {
    const { faults } = await recomputeVerdict({ ...AUDIT, expectedWeight: 9 }, await close([ALL_OK, ALL_OK, ALL_OK]));
    expect(faults).to.deep.equal(["weight 3 is below the quorum", "some lanes are not covered"]);
  });
});
