import { expect } from "chai";
import { encodeFunctionData, encodePacked, type Hex, parseAbi, zeroHash } from "viem";
import {
  commitLot,
  expectGateRefuses,
  GAS,
  type Gate,
  hashOf,
  openGate,
  openSoloGate,
  SEED_DELAY,
  sharedGate,
  STATUS,
} from "./fixture.ts";

describe("curation/admitLot", () => {
  const load = sharedGate(openGate);
  let gate: Gate;

  beforeEach(async () => {
    gate = await load();
  });

  it("refuses everybody but the registry, whatever they are to the studio", async () => {
    const { curation, producer, registrar, timelock } = gate;
    for (const account of [producer.account.address, registrar.account.address, timelock]) {
      const call = () => curation.write.admitLot([1n, producer.account.address, 1], { account, gas: GAS });
      await expectGateRefuses(gate, call, "CurationUnauthorized", [account]);
    }
  });

  it("opens one slot: the seed block, 32 blocks ahead", async () => {
    const { curation, producer, protocol, connection } = gate;
    const lotId = await commitLot(gate, { count: 500 });
    const block = await protocol.publicClient.getBlock();
    const seedBlock = Number(block.number + SEED_DELAY);
    expect(await curation.read.auditOf([lotId, 0])).to.deep.equal({
      seed: "0x00000000000000000000000000000000",
      clock: seedBlock,
      expectedWeight: 0,
      weight: 0,
      plan: 0,
      blockedWords: 0,
      humanBallots: 0,
      inbox: 0,
      widening: 0,
      electorate: 0,
    });
    await connection.viem.assertions.emitWithArgs(block.transactions[0] ?? zeroHash, curation, "AuditOpened", [
      lotId,
      producer.account.address,
      seedBlock,
      0,
    ]);
    expect((await gate.registry.read.lotOf([lotId])).status).to.equal(STATUS.pending);
  });

  it("opens no audit in a solo studio", async () => {
    const solo = await openSoloGate();
    const lotId = await commitLot(solo);
    expect((await solo.curation.read.auditOf([lotId, 0])).clock).to.equal(0);
    expect(await solo.curation.getEvents.AuditOpened()).to.deep.equal([]);
    const { assertions } = solo.connection.viem;
    for (const view of [solo.curation.read.isExpired([lotId]), solo.curation.read.sampleOf([lotId])]) {
      await assertions.revertWithCustomErrorWithArgs(view, solo.curation, "CurationUnknownAudit", [lotId]);
    }
  });

  it("refuses lots where seeds need a salt chain, before they can be stuck", async () => {
    const { producer, timelock, registry } = gate;
    const salted = await cloneWithFlags(gate, 0b1010);
    await registry.write.recordGate([salted], { account: timelock });
    const lot = {
      recipeId: gate.recipeId,
      nonce: 9n,
      root: hashOf("root"),
      count: 5,
      gate: salted,
      manifest: zeroHash,
    };
    const call = () => registry.write.commitLot([lot], { account: producer.account, gas: GAS });
    await expectGateRefuses(gate, call, "CurationUnsupportedTerm", [1]);
  });

  it("tells nothing about a sample before the draw", async () => {
    const lotId = await commitLot(gate);
    await gate.connection.viem.assertions.revertWithCustomErrorWithArgs(
      gate.curation.read.sampleOf([lotId]),
      gate.curation,
      "CurationSeedNotDrawn",
      [lotId],
    );
  });

  it("knows the plan table, and no other plan", async () => {
    const { curation, connection, parts } = gate;
    const plans = await Promise.all([0, 1, 2].map((plan) => curation.read.planOf([plan])));
    expect(plans).to.deep.equal([
      [256, 2],
      [256, 0],
      [64, 0],
    ]);
    for (const plan of [3, 255]) {
      const call = curation.read.planOf([plan]);
      await connection.viem.assertions.revertWithCustomErrorWithArgs(call, parts[0], "AcceptancePlanUnknown", [plan]);
    }
  });
});

/** A Curation clone of the same studio with other flags: ERC-1167 code followed by studio, flags and time. */
async function cloneWithFlags({ connection, protocol, clones }: Gate, flags: number): Promise<Hex> {
  const [wallet] = await connection.viem.getWalletClients();
  const code = encodePacked(
    ["bytes10", "address", "bytes15", "address", "uint8", "uint48"],
    [
      "0x363d3d373d3d3d363d73",
      protocol.addressOf("Curation"),
      "0x5af43d82803e903d91602b57fd5bf3",
      clones.studio,
      flags,
      1,
    ],
  );
  const size = ((code.length - 2) / 2).toString(16).padStart(4, "0");
  // push size, copy what follows these ten bytes to memory, return it
  const initCode = `0x61${size}80600a3d393df3${code.slice(2)}` as Hex;
  const hash = await wallet?.sendTransaction({ data: initCode });
  const { contractAddress } = await protocol.publicClient.getTransactionReceipt({ hash: hash ?? zeroHash });
  if (contractAddress == null) throw new Error("The clone was not deployed");
  const data = encodeFunctionData({ abi: parseAbi(["function studio() view returns (address)"]) });
  const answer = await protocol.publicClient.call({ to: contractAddress, data });
  if (BigInt(answer.data ?? 0) !== BigInt(clones.studio)) throw new Error("The clone belongs to another studio");
  return contractAddress;
}
