import { expect } from "chai";
import { type Address, encodeAbiParameters, type Hash, type Hex, keccak256, toHex } from "viem";
import { useRoyaltyStage } from "./stage.ts";

/** Places of the mappings, in the order of their declaration. */
const SLOT = { nodes: 0n, lines: 1n, accounts: 2n, claimed: 3n, balances: 4n };

type Key = number | Address;

/** Slot of a value in nested mappings. */
function slotOf(mapping: bigint, keys: readonly Key[], offset = 0n): Hash {
  let slot = toHex(mapping, { size: 32 });
  for (const key of keys) {
    slot =
      typeof key === "number"
        ? keccak256(encodeAbiParameters([{ type: "uint32" }, { type: "bytes32" }], [key, slot]))
        : keccak256(encodeAbiParameters([{ type: "address" }, { type: "bytes32" }], [key, slot]));
  }
  return toHex(BigInt(slot) + offset, { size: 32 });
}

const edgeBits = (parent: number, rate: number, pass: number): bigint =>
  BigInt(parent) | (BigInt(rate) << 32n) | (BigInt(pass) << 52n);

/** The records of the ledger lie in storage bit by bit as their table says. */
describe("royalties/layout", function () {
  const use = useRoyaltyStage();

  async function word(mapping: bigint, keys: readonly Key[], offset?: bigint): Promise<bigint> {
    const { publicClient, splitter } = use();
    const slot = slotOf(mapping, keys, offset);
    return BigInt((await publicClient.getStorageAt({ address: splitter.address, slot })) as Hex);
  }

  it("a node: header of 40 bits, then edges of 72 bits, three a word", async function () {
    const { openNode } = use();
    await openNode(1);
    for (const recipe of [2, 3, 4, 5]) await openNode(recipe, [[1, 10_000 * recipe]]);
    await openNode(7, [
      [1, 1],
      [2, 2],
      [3, 0],
      [4, 4],
    ]);
    const stack = 1n + 20_002n + 30_000n + 40_004n;
    const header = stack | (4n << 20n) | (1n << 28n);
    const first = (edgeBits(1, 1, 0) << 40n) | (edgeBits(2, 2, 20_000) << 112n) | (edgeBits(3, 0, 30_000) << 184n);
    expect(await word(SLOT.nodes, [7])).to.equal(header | first);
    expect(await word(SLOT.nodes, [7], 1n)).to.equal(edgeBits(4, 4, 40_000) << 40n);
    expect(await word(SLOT.nodes, [7], 2n)).to.equal(0n);
    expect(await word(SLOT.nodes, [1])).to.equal(1n << 28n);
  });

  it("a payee: weight 32, roles 8", async function () {
    const { openNode, payees } = use();
    await openNode(
      1,
      [],
      [
        { account: payees[0], weight: 999_999, roles: 255 },
        { account: payees[1], weight: 1, roles: 2 },
      ],
    );
    expect(await word(SLOT.lines, [1, payees[0]])).to.equal(999_999n | (255n << 32n));
    expect(await word(SLOT.lines, [1, payees[1]])).to.equal(1n | (2n << 32n));
  });

  it("a ledger: P and own, S and s, p and paid; a claimed total and a balance", async function () {
    const { openNode, collect, settle, splitter, usdc, payees } = use();
    await openNode(1);
    await openNode(2, [[1, 100_000]]);
    await openNode(3, [[2, 50_000]]);
    await collect({ recipe: 3, gross: 1_000_000n, settleNow: true });
    await settle([2]);
    await collect({ recipe: 3, gross: 500_000n, settleNow: true });
    await collect({ recipe: 2, gross: 7n });
    await splitter.write.claim([2, usdc.address, payees[0]]);
    const account = (offset: bigint) => word(SLOT.accounts, [2, usdc.address], offset);
    expect(await account(0n)).to.equal(150_000n | (75_000n << 128n));
    expect(await account(1n)).to.equal(7n);
    expect(await account(2n)).to.equal(100_000n);
    expect(await word(SLOT.accounts, [3, usdc.address], 1n)).to.equal(1_500_000n | (1_500_000n << 128n));
    expect(await word(SLOT.claimed, [2, usdc.address, payees[0]])).to.equal(45_000n);
    expect(await word(SLOT.balances, [payees[0], usdc.address])).to.equal(45_000n);
  });
});
