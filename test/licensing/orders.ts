import type { ArtifactMap } from "hardhat/types/artifacts";
import {
  type Account,
  type ContractFunctionArgs,
  concat,
  encodeAbiParameters,
  hexToBigInt,
  keccak256,
  zeroAddress,
  zeroHash,
} from "viem";
import type { BuiltLot } from "../registry/registry.ts";
import { type Address, GAS, type Hash, type Hex, type Market, type Purchase } from "./market.ts";

type MarketAbi = ArtifactMap["LicenseMarket"]["abi"];

export type Order = ContractFunctionArgs<MarketAbi, "nonpayable", "purchaseOrder">[0];
export type Evidence = Order["evidence"];

export const METHOD = { allowance: 0, permit: 1, authorization: 2, permit2: 3 } as const;

/** Evidence of nothing. */
export const NO_EVIDENCE: Evidence = {
  leaf: {
    contentHash: zeroHash,
    c2paHash: zeroHash,
    recipeCommitment: zeroHash,
    createdAt: 0n,
    perceptualHash: zeroHash,
    machineScore: 0,
    reportHash: zeroHash,
  },
  proof: [],
  referrerProof: [],
};

/** Leaf and proof of one asset of a lot. */
export const evidenceOf = (lot: BuiltLot, index: number): Evidence => ({
  ...NO_EVIDENCE,
  leaf: lot.leaf(index),
  proof: lot.proof(index),
});

/** An order that the caller pays by allowance. */
export const orderOf = (purchase: Purchase, overrides: Partial<Order> = {}): Order => ({
  purchase,
  evidence: NO_EVIDENCE,
  payment: { method: METHOD.allowance, payer: zeroAddress, data: "0x" },
  settle: false,
  ...overrides,
});

/** Fills an order; resolves to the transaction. */
export const fill = (market: Market, order: Order, account: Account = market.buyer): Promise<Hash> =>
  market.contracts.market.write.purchaseOrder([order], { account, gas: GAS });

/** Fills an order and returns the purchase id. */
export async function filled(market: Market, order: Order, account: Account = market.buyer): Promise<Hash> {
  await fill(market, order, account);
  return market.contracts.market.read.purchaseIdOf([order.purchase]);
}

/** A list of referrers as OpenZeppelin's standard tree over (address) commits to it: leaves hashed twice and sorted. */
export function referrerList(referrers: readonly Address[]): { root: Hash; proofOf: (referrer: Address) => Hash[] } {
  const leafOf = (referrer: Address): Hash =>
    keccak256(keccak256(encodeAbiParameters([{ type: "address" }], [referrer])));
  const sorted = [...referrers].sort((a, b) => (hexToBigInt(leafOf(a)) < hexToBigInt(leafOf(b)) ? -1 : 1));
  // A complete binary tree in one array, root first, leaves last in reverse order.
  const nodes: Hash[] = [];
  sorted.forEach((referrer, i) => (nodes[2 * sorted.length - 2 - i] = leafOf(referrer)));
  for (let i = sorted.length - 2; i >= 0; i--) nodes[i] = hashPair(nodes[2 * i + 1] as Hash, nodes[2 * i + 2] as Hash);
  return {
    root: nodes[0] as Hash,
    proofOf: (referrer) => {
      const proof: Hash[] = [];
      for (let i = nodes.lastIndexOf(leafOf(referrer)); i > 0; i = (i - 1) >> 1) {
        proof.push(nodes[i % 2 === 0 ? i - 1 : i + 1] as Hash);
      }
      return proof;
    },
  };
}

function hashPair(a: Hex, b: Hex): Hash {
  return keccak256(hexToBigInt(a) < hexToBigInt(b) ? concat([a, b]) : concat([b, a]));
}
