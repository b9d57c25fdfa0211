import { expect } from "chai";
import { encode } from "fast-png";
import { assetAt, wholeLot } from "@imprimatur/sdk";
import { type FileCheck, readRecord, verifyFile } from "@imprimatur/sdk/c2pa";
import { DAY, Gate, REGISTRAR } from "./gate.ts";

const COUNT = 300;
const FILE = encode({ width: 8, height: 8, data: new Uint8Array(192).fill(9), channels: 3 });

describe("sdk: whether a studio stands by an asset", () => {
  let gate: Gate;

  before(async () => {
    gate = await Gate.open();
  });

  const source = () => ({ client: gate.stage.reader, assetRegistry: gate.stage.addresses.assetRegistry });

  /** The check as a file that is said to be the asset gets it. */
  async function standingOf(assetId: bigint): Promise<FileCheck | undefined> {
    const { checks } = await verifyFile(FILE, { assetId, record: source() });
    return checks.find(({ check }) => check === "standing");
  }

  it("knows nothing of an asset that is not there", async () => {
    expect((await readRecord(source(), assetAt(7n, 0))).standing).to.equal(undefined);
    expect(await standingOf(assetAt(7n, 0))).to.include({ outcome: "not checked" });
  });

  it("waits for a verdict, then tells it", async () => {
    const lotId = await gate.commit(COUNT);
    expect(await standingOf(assetAt(lotId, 0))).to.include({
      outcome: "not checked",
      reason: "there is no verdict yet",
    });
    const accepted = await gate.close(COUNT);
    expect(await standingOf(assetAt(accepted, 0))).to.include({ outcome: "passed", reason: "accepted (panel)" });
    const all = Array.from({ length: 256 }, (_, lane) => lane);
    const rejected = await gate.close(COUNT, all);
    expect(await standingOf(assetAt(rejected, 0))).to.deep.include({ outcome: "failed" });
    expect((await standingOf(assetAt(rejected, 0)))?.reason).to.contain("the lot was rejected");
  });

  it("tells a ruling that stops sales, of the asset or of its whole lot, while it lasts", async () => {
    const lotId = await gate.close(COUNT);
    await gate.stage.pass(2n * DAY);
    const [first, second] = [assetAt(lotId, 1), assetAt(lotId, 2)];
    const until = async (days: bigint) => (await gate.stage.now()) + days * DAY;
    const end = await until(5n);
    const { byVote } = gate;
    await gate.as(REGISTRAR).freezeAndWait({ assetId: first, until: end, ...byVote });
    expect((await readRecord(source(), first)).standing?.frozenUntil).to.equal(end);
    expect(await standingOf(first)).to.include({ outcome: "failed", reason: `a ruling stops its sales until ${end}` });
    expect(await standingOf(second)).to.include({ outcome: "passed" });
    const later = await until(9n);
    await gate.as(REGISTRAR).freezeAndWait({ assetId: wholeLot(lotId), until: later, ...byVote });
    for (const assetId of [first, second]) {
      expect((await readRecord(source(), assetId)).standing?.frozenUntil).to.equal(later);
    }
    await gate.stage.pass(10n * DAY);
    for (const assetId of [first, second]) expect(await standingOf(assetId)).to.include({ outcome: "passed" });
  });
});
