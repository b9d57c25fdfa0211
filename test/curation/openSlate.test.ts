import { expect } from "chai";
import { getAddress } from "viem";
import { assetAt } from "@imprimatur/sdk";
import {
  commitLot,
  DAY,
  expectGateRefuses,
  GAS,
  type Gate,
  openGate,
  openPanel,
  registerCurators,
  sharedGate,
} from "./fixture.ts";
import { assetsOf, BRIEF, inHours, openedBy, openSlate, treeOf } from "./slates.ts";

describe("curation/openSlate", () => {
  const load = sharedGate(() => openPanel());
  let gate: Gate;
  let lotId: bigint;

  beforeEach(async () => {
    gate = await load();
    lotId = await commitLot(gate, { count: 10_000 });
  });

  const refuse = async (
    candidates: bigint[],
    k: number,
    [error, args]: [Parameters<typeof expectGateRefuses>[2], unknown[]],
    { deadline, by = gate.registrar.account }: { deadline?: number; by?: { address: `0x${string}` } } = {},
  ) => {
    const ends = deadline ?? (await inHours(gate, 24n));
    const call = () => gate.curation.write.openSlate([candidates, k, ends, BRIEF], { account: by.address, gas: GAS });
    await expectGateRefuses(gate, call, error, args);
  };

  it("refuses everybody but registrar and timelock", async () => {
    const by = gate.producer.account;
    await refuse(assetsOf(lotId, 3), 1, ["CurationUnauthorized", [by.address]], { by });
  });

  it("refuses to select none, or more than there are", async () => {
    await refuse([], 0, ["CurationInvalidSlate", [0n, 0]]);
    await refuse([], 1, ["CurationInvalidSlate", [0n, 1]]);
    await refuse(assetsOf(lotId, 3), 0, ["CurationInvalidSlate", [3n, 0]]);
    await refuse(assetsOf(lotId, 3), 4, ["CurationInvalidSlate", [3n, 4]]);
  });

  it("refuses 4,097 candidates", async () => {
    await refuse(assetsOf(lotId, 4_097), 1, ["CurationInvalidSlate", [4_097n, 1]]);
  });

  it("refuses deadlines within the hour and after seven days", async () => {
    const { time } = gate.connection.networkHelpers;
    const now = (await time.latest()) + 1;
    const [earliest, latest] = [now + 3_600, now + 7 * 86_400];
    for (const deadline of [0, now, earliest - 1, latest + 1]) {
      const args = [deadline, BigInt(earliest), BigInt(latest)];
      const snapshot = await gate.connection.networkHelpers.takeSnapshot();
      await time.setNextBlockTimestamp(now);
      await refuse(assetsOf(lotId, 3), 1, ["CurationInvalidSlateDeadline", args], { deadline });
      await snapshot.restore();
    }
    for (const deadline of [earliest, latest]) {
      const snapshot = await gate.connection.networkHelpers.takeSnapshot();
      await time.setNextBlockTimestamp(now);
      const account = gate.registrar.account;
      await gate.curation.write.openSlate([assetsOf(lotId, 3), 1, deadline, BRIEF], { account });
      await snapshot.restore();
    }
  });

  it("refuses candidates that are there twice, or not ascending", async () => {
    const [a, b, c] = assetsOf(lotId, 3) as [bigint, bigint, bigint];
    await refuse([a, a], 1, ["CurationDuplicateCandidate", [a]]);
    await refuse([a, c, b], 1, ["CurationDuplicateCandidate", [b]]);
  });

  it("refuses assets beyond a lot, of no lot, and of another gate", async () => {
    const beyond = assetAt(lotId, 10_000);
    await refuse([assetAt(lotId, 9_999), beyond], 1, ["CurationForeignCandidate", [beyond]]);
    await refuse([1n], 1, ["CurationForeignCandidate", [1n]]);
    await refuse([0n], 1, ["CurationForeignCandidate", [0n]]);
    const wide = (1n << 255n) | assetAt(lotId, 1);
    await refuse([wide], 1, ["CurationForeignCandidate", [wide]]);

    const other = await openGate(gate.connection);
    await registerCurators(other);
    const foreign = assetAt(await commitLot(other, { nonce: 5n }), 0);
    await refuse([foreign], 1, ["CurationForeignCandidate", [foreign]]);
  });

  it("refuses a vote in an epoch with fewer than three curators", async () => {
    await gate.connection.networkHelpers.time.increase(5n * 7n * DAY);
    const now = BigInt(await gate.connection.networkHelpers.time.latest());
    const epoch = await gate.curation.read.epochAt([now]);
    await refuse(assetsOf(lotId, 3), 1, ["CurationTooFewCurators", [epoch, 0n, 3n]]);
  });

  it("opens a vote by the registrar", async () => {
    const candidates = assetsOf(lotId, 300, 17);
    const { slateId, deadline, hash } = await openSlate(gate, { candidates, k: 300 });
    const epoch = await gate.curation.read.epochAt([BigInt(await gate.connection.networkHelpers.time.latest())]);
    expect(await gate.curation.read.slateOf([slateId])).to.deep.equal({
      candidates: treeOf(candidates).root,
      count: 300,
      k: 300,
      clock: deadline,
      epoch,
      weight: 0,
      terms: 0,
      digest: `0x${"00".repeat(16)}`,
    });
    expect(await openedBy(gate, hash)).to.deep.equal({
      slateId,
      by: getAddress(gate.registrar.account.address),
      candidates,
      k: 300,
      ballotDeadline: deadline,
      epoch,
      terms: 0,
      brief: BRIEF,
    });
  });

  it("opens a vote by the timelock, on assets of many lots", async () => {
    const second = await commitLot(gate, { count: 5, nonce: 2n });
    const candidates = [assetAt(lotId, 9_999), ...assetsOf(second, 5)];
    const deadline = await inHours(gate, 24n);
    const hash = await gate.curation.write.openSlate([candidates, 1, deadline, BRIEF], { account: gate.timelock });
    const { slateId } = await openedBy(gate, hash);
    expect((await gate.curation.read.slateOf([slateId])).candidates).to.equal(treeOf(candidates).root);
  });

  it("stores the root of any number of candidates", async () => {
    for (const count of [1, 2, 3, 5, 8, 255, 257]) {
      const candidates = assetsOf(lotId, count);
      const { slateId } = await openSlate(gate, { candidates, k: 1 });
      expect((await gate.curation.read.slateOf([slateId])).candidates, `${count}`).to.equal(treeOf(candidates).root);
    }
  });

  it("counts votes in the low half of their ids and draws a seed into the high half", async () => {
    const ids: bigint[] = [];
    for (let i = 0; i < 3; i++) ids.push((await openSlate(gate, { candidates: assetsOf(lotId, 3), k: 1 })).slateId);
    expect(ids.map((id) => id & (2n ** 128n - 1n))).to.deep.equal([1n, 2n, 3n]);
    expect(new Set(ids.map((id) => id >> 128n)).size).to.equal(3);
    for (const id of ids) expect(BigInt(await gate.curation.read.slateSeedOf([id]))).to.equal(id >> 128n);
  });

  it("opens a vote on 4,096 candidates of one lot in one transaction", async () => {
    const { hash } = await openSlate(gate, { candidates: assetsOf(lotId, 4_096), k: 100 });
    const { gasUsed } = await gate.protocol.publicClient.getTransactionReceipt({ hash });
    expect(gasUsed < 5_500_000n, `${gasUsed} gas`).to.equal(true);
  });
});
