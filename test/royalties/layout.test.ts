import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { artifacts } from "hardhat";
import { concat, type Hash, type Hex, keccak256, pad, toHex } from "viem";
import { FIXED_SPLIT } from "../helpers/split.ts";
import { useRoyaltyStage } from "./stage.ts";

/** Places of the mappings: behind three of ERC-6909, two of EIP-712 and the nonces, in the order of their declaration. */
const SLOT = {
  nodes: 6n,
  accounts: 7n,
  lines: 8n,
  claimed: 9n,
  options: 10n,
  claimedByLeaf: 11n,
  credits: 12n,
  pots: 13n,
  recipients: 14n,
  migrations: 15n,
};

/** What is read of a build's output. */
interface BuildOutput {
  output: {
    contracts: Record<
      string,
      Record<string, { storageLayout: { storage: { label: string; slot: string; offset: number; type: string }[] } }>
    >;
  };
}

type Key = number | Hash;

/** Slot of a value in nested mappings. */
function slotOf(mapping: bigint, keys: readonly Key[], offset = 0n): Hash {
  let slot = toHex(mapping, { size: 32 });
  for (const key of keys) {
    const padded = typeof key === "string" ? pad(key, { size: 32 }) : toHex(key, { size: 32 });
    slot = keccak256(concat([padded, slot]));
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
    expect(await word(SLOT.credits, [payees[0], usdc.address])).to.equal(45_000n);
  });

  it("a holder of shares: weight 32, roles 8, special 8, shares 32, debt 160", async function () {
    const { openNode, collect, splitter, usdc, payees, wallet, gas, split } = use();
    await openNode(1, [], split, { ...FIXED_SPLIT, kind: 2, token: usdc.address });
    const special = 1n << 40n;
    expect(await word(SLOT.lines, [1, payees[0]])).to.equal(600_000n | (1n << 32n) | special | (600_000n << 48n));
    await collect({ gross: 1_000n, settleNow: true });
    const buyer = wallet(5).account.address;
    await splitter.write.transfer([buyer, 1n, 100_000n], { account: payees[0], gas });
    const debt = 100_000n * 1_000n;
    const negative = (1n << 160n) - debt;
    expect(await word(SLOT.lines, [1, buyer])).to.equal((100_000n << 48n) | (debt << 80n));
    const left = 600_000n | (1n << 32n) | special | (500_000n << 48n) | (negative << 80n);
    expect(await word(SLOT.lines, [1, payees[0]])).to.equal(left);
  });

  it("options: kind, root, declared sum 64 and token 160, advance in three", async function () {
    const { openNode, usdc, payees, split } = use();
    const advance = { account: payees[1], token: usdc.address, amount: 99n };
    await openNode(1, [], split, { ...FIXED_SPLIT, kind: 2, token: usdc.address, advance });
    await openNode(2, [], [], { ...FIXED_SPLIT, kind: 1, root: toHex(5, { size: 32 }), totalWeight: 77n });
    await openNode(3);
    const words = (recipe: number) =>
      Promise.all([0n, 1n, 2n, 3n, 4n, 5n].map((at) => word(SLOT.options, [recipe], at)));
    const token = BigInt(usdc.address);
    expect(await words(1)).to.deep.equal([2n, 0n, token << 64n, BigInt(payees[1]), token, 99n]);
    expect(await words(2)).to.deep.equal([1n, 5n, 77n, 0n, 0n, 0n]);
    expect(await words(3), "nothing for plain fixed splits").to.deep.equal([0n, 0n, 0n, 0n, 0n, 0n]);
    expect(await word(SLOT.nodes, [1])).to.equal((3n << 28n) | (1n << 32n));
    expect(await word(SLOT.nodes, [2])).to.equal(2n << 28n);
  });

  it("a pot, by opener, name and token", async function () {
    const { splitter, usdc, buyer, wallet, gas } = use();
    const opener = wallet(5).account.address;
    const id = keccak256("0x01");
    await splitter.write.fundPot([opener, id, usdc.address, 77n], { account: buyer.account, gas });
    expect(await word(SLOT.pots, [opener, id, usdc.address])).to.equal(77n);
  });

  it("the same books under the splitter and its extension", async function () {
    const layoutOf = async (name: "RoyaltySplitter" | "SplitterExtension") => {
      const { buildInfoId, inputSourceName, contractName } = await artifacts.readArtifact(name);
      const path = await artifacts.getBuildInfoOutputPath(buildInfoId);
      const { output } = JSON.parse(await readFile(path ?? "", "utf8")) as BuildOutput;
      const { storage } = output.contracts[inputSourceName]?.[contractName]?.storageLayout ?? { storage: [] };
      return storage.map(({ label, slot, offset, type }) => ({
        label,
        slot,
        offset,
        type: type.replace(/\d+_storage/, ""),
      }));
    };
    const splitter = await layoutOf("RoyaltySplitter");
    expect(splitter.length > 0).to.equal(true);
    expect(await layoutOf("SplitterExtension")).to.deep.equal(splitter);
  });
});
