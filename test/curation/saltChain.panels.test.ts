import { expect } from "chai";
import { type Hash, keccak256 } from "viem";
import { headerOf } from "../helpers/history.ts";
import { closeAudit, expectGateRefuses, GAS, type Gate, hashOf, laneMask, lotIdOf } from "./fixture.ts";
import { openPanel, registerCurators, sharedGate, unanimous } from "./fixture.ts";
import { challenge, passWindow } from "./disputes.ts";
import { appoint, cloneWithFlags } from "./rolls.ts";

const SPAN = 256n;
const WINDOW = 8_191n;

/** A chain of secrets: the anchor, then the link of each span, which hashes to the one before. */
const chainOf = (secret: string, length = 300): Hash[] => {
  const links: Hash[] = [hashOf(secret)];
  for (let i = 1; i <= length; i++) links.push(keccak256(links[i - 1] as Hash));
  return links.reverse();
};

/** Who has the salts does not choose panels by withholding them. */
describe("curation/saltChain.panels", () => {
  const [anchor, ...links] = chainOf("secret") as [Hash, ...Hash[]];
  let firstSpan: bigint;
  let lotId: bigint;
  let gate: Gate;

  const load = sharedGate(async () => {
    const plain = await openPanel();
    const address = await cloneWithFlags(plain, 0b1010);
    await appoint(plain, address);
    const { viem } = plain.connection;
    const curation = await viem.getContractAt("ICuration", address);
    const names = ["Curation", "CurationRolls", "CurationDisputes"] as const;
    const parts = await Promise.all(names.map((name) => viem.getContractAt(name, address)));
    return {
      ...plain,
      clones: { ...plain.clones, curation: address },
      curation,
      parts: parts as unknown as Gate["parts"],
    };
  });

  const blockNow = async () => BigInt(await gate.connection.networkHelpers.time.latestBlock());
  const mineTo = async (block: bigint) => {
    const now = await blockNow();
    if (block > now) await gate.connection.networkHelpers.mine(block - now);
  };
  const reveal = async (span: bigint): Promise<Hash> => {
    const link = links[Number(span - firstSpan)] as Hash;
    await gate.curation.write.revealSalt([span, link], { account: gate.stranger.account, gas: GAS });
    return link;
  };
  const callPanel = () => gate.curation.write.callPanel([lotId], { account: gate.stranger.account, gas: GAS });
  const seedBlock = async () => BigInt((await gate.curation.read.disputeOf([lotId])).clock);

  beforeEach(async () => {
    gate = await load();
    const { curation, registry, recipeId, producer, registrar, clones } = gate;
    await curation.write.admitProducer([producer.account.address, 200_000], { account: registrar.account });
    await registerCurators(gate);
    await curation.write.setSaltChain([anchor], { account: registrar.account, gas: GAS });
    [, , firstSpan] = await curation.read.saltChain();
    const manifest = hashOf("manifest");
    const input = { recipeId, nonce: 1n, root: hashOf("root"), count: 600, gate: clones.curation, manifest };
    await registry.write.commitLot([input], { account: producer.account, gas: GAS });
    lotId = lotIdOf(producer.account.address, 1n);
    const block = BigInt((await curation.read.auditOf([lotId, 0])).clock);
    await mineTo((block / SPAN + 1n) * SPAN);
    const salt = await reveal(block / SPAN);
    const header = await headerOf(gate.connection, block);
    await curation.write.drawSeed([lotId, header, salt], { account: registrar.account, gas: GAS });
    await closeAudit(gate, lotId, unanimous(9));
    await challenge(gate, lotId, { masks: [laneMask(0)] }, gate.members[0]);
    await passWindow(gate, lotId);
    await callPanel();
  });

  it("refuses to replace a panel whose salt is withheld, until the salt is revealed", async () => {
    const block = await seedBlock();
    const span = block / SPAN;
    await mineTo(block + WINDOW - 1n);
    await expectGateRefuses(gate, callPanel, "CurationPanelAlreadyCalled", [lotId]);
    await expectGateRefuses(gate, callPanel, "CurationSaltNotRevealed", [lotId, span]);
    await reveal(span);
    await callPanel();
    expect(Number(await seedBlock())).to.be.above(Number(block + WINDOW));
  });

  it("replaces it when another chain took the place of the one that hid the salt", async () => {
    const block = await seedBlock();
    await mineTo(block + WINDOW);
    await expectGateRefuses(gate, callPanel, "CurationSaltNotRevealed", [lotId, block / SPAN]);
    await gate.curation.write.setSaltChain([hashOf("another")], { account: gate.timelock, gas: GAS });
    await callPanel();
    expect(Number(await seedBlock())).to.be.above(Number(block + WINDOW));
  });
});
