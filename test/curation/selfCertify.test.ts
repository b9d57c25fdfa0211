import { expect } from "chai";
import type { Account, Address, Hash } from "viem";
import { PRESET } from "../helpers/protocol.ts";
import { expectRefused } from "../helpers/refused.ts";
import {
  blockedAssets,
  CLASS,
  commitLot,
  expectGateRefuses,
  GAS,
  type Gate,
  hashOf,
  HOUR,
  lotIdOf,
  openPanel,
  openGateOn,
  openSoloGate,
  sharedGate,
  STATUS,
  timestampOf,
} from "./fixture.ts";

type RefusedBy = Parameters<typeof expectGateRefuses>[2];

describe("curation/selfCertify", () => {
  const load = sharedGate(openSoloGate);
  let gate: Gate;
  let lotId: bigint;

  beforeEach(async () => {
    gate = await load();
    lotId = await commitLot(gate, { count: 1_000 });
  });

  const certify = (
    words: readonly number[] = [],
    masks: readonly bigint[] = [],
    { by, lot = lotId }: { by?: Account | Address; lot?: bigint } = {},
  ): Promise<Hash> =>
    gate.curation.write.selfCertify([lot, [...words], [...masks]], { account: by ?? gate.registrar.account, gas: GAS });

  const refuse = (call: () => Promise<Hash>, error: RefusedBy, args: readonly unknown[]) =>
    expectGateRefuses(gate, call, error, args);

  describe("refuses", () => {
    it("everybody but registrar and timelock, the producer included", async () => {
      const { stranger, producer, members } = gate;
      for (const { account } of [stranger, producer, ...members]) {
        await refuse(() => certify([], [], { by: account }), "CurationUnauthorized", [account.address]);
      }
    });

    it("a studio that has its lots judged", async () => {
      const collective = await openPanel();
      const lot = await commitLot(collective);
      const call = () =>
        collective.curation.write.selfCertify([lot, [], []], { account: collective.registrar.account, gas: GAS });
      await expectGateRefuses(collective, call, "CurationWrongPreset", [1]);
    });

    it("words without masks, and masks without words", async () => {
      await refuse(() => certify([0]), "CurationLengthMismatch", [1n, 0n]);
      await refuse(() => certify([], [1n]), "CurationLengthMismatch", [0n, 1n]);
    });

    it("a lot that was never committed", async () => {
      const lot = lotIdOf(gate.stranger.account.address, 4n);
      await refuse(() => certify([], [], { lot }), "CurationNotPending", [lot, STATUS.none]);
    });

    it("a second time", async () => {
      await certify();
      await refuse(() => certify([0], [1n]), "CurationNotPending", [lotId, STATUS.accepted]);
    });

    it("a lot of another studio", async () => {
      const other = await openGateOn(gate.protocol, { preset: PRESET.solo, salt: hashOf("other") });
      const lot = await commitLot(other, { nonce: 5n });
      await expectRefused(gate.protocol, () => certify([], [], { lot }), {
        by: gate.registry,
        error: "AssetRegistryUnauthorized",
        args: [gate.curation.address],
        others: [gate.curation.address, other.curation.address],
      });
    });

    it("words that do not ascend", async () => {
      await refuse(() => certify([1, 0], [1n, 1n]), "CurationUnsortedWords", [0]);
      await refuse(() => certify([2, 2], [1n, 2n]), "CurationUnsortedWords", [2]);
    });

    it("a word without anything to block", async () => {
      await refuse(() => certify([0, 1], [1n, 0n]), "CurationEmptyMask", [1]);
    });

    it("assets beyond the lot, by the registry's own check", async () => {
      const { assertions } = gate.connection.viem;
      await assertions.revertWithCustomError(certify([4], [1n]), gate.registry, "AssetRegistryUnknownWord");
      await assertions.revertWithCustomError(certify([3], [1n << 232n]), gate.registry, "AssetRegistryInvalidMask");
    });
  });

  it("accepts the lot as SelfCertified, releasable in an hour", async () => {
    const { curation, registry, registrar, connection } = gate;
    const hash = await certify();
    const releasableAt = Number((await timestampOf(gate, hash)) + HOUR);
    const lot = await registry.read.lotOf([lotId]);
    expect([lot.status, lot.class, lot.releasableAt, lot.blocked]).to.deep.equal([
      STATUS.accepted,
      CLASS.selfCertified,
      releasableAt,
      false,
    ]);
    await connection.viem.assertions.emitWithArgs(hash, curation, "LotSelfCertified", [
      lotId,
      registrar.account.address,
    ]);
    await connection.networkHelpers.time.increaseTo(releasableAt - 1);
    expect(await registry.read.isReleasable([lotId << 24n])).to.equal(false);
    await connection.networkHelpers.time.increaseTo(releasableAt);
    expect(await registry.read.isReleasable([lotId << 24n])).to.equal(true);
  });

  it("blocks what it is told to, in any word of the lot", async () => {
    const hash = await certify([0, 3], [0b101n, 1n << 231n]);
    expect(await blockedAssets(gate, lotId)).to.deep.equal([0, 2, 999]);
    await gate.connection.networkHelpers.time.increaseTo((await timestampOf(gate, hash)) + HOUR);
    const releasable = [0, 1, 2, 998, 999].map((index) =>
      gate.registry.read.isReleasable([(lotId << 24n) | BigInt(index)]),
    );
    expect(await Promise.all(releasable)).to.deep.equal([false, true, false, true, false]);
  });

  it("is open to the timelock, and to a registrar for a lot of its own", async () => {
    const { registrar, timelock, registry } = gate;
    await certify([], [], { by: timelock });
    const own = await commitLot(gate, { by: registrar.account, nonce: 2n });
    await certify([], [], { lot: own });
    const statuses = await Promise.all([lotId, own].map(async (lot) => (await registry.read.lotOf([lot])).status));
    expect(statuses).to.deep.equal([STATUS.accepted, STATUS.accepted]);
  });

  it("blocks all 256 words of the largest lot within the limit of a transaction", async () => {
    const lot = await commitLot(gate, { count: 65_536, nonce: 2n });
    const words = Array.from({ length: 256 }, (_, word) => word);
    const hash = await certify(
      words,
      words.map(() => 1n),
      { lot },
    );
    const { gasUsed, status } = await gate.protocol.publicClient.getTransactionReceipt({ hash });
    expect(status).to.equal("success");
    expect(gasUsed < 16_777_216n).to.equal(true);
    expect((await gate.registry.read.lotOf([lot])).blocked).to.equal(true);
  });
});
