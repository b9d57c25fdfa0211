import { type Address, encodeAbiParameters, type Hash, keccak256 } from "viem";
import { type ModelTree, sortedMerkle } from "./sortedMerkle.ts";

/** One leaf of a Merkle split. */
export interface ModelLeaf {
  index: bigint;
  account: Address;
  weight: bigint;
}

const leafHash = ({ index, account, weight }: ModelLeaf): Hash =>
  keccak256(
    keccak256(
      encodeAbiParameters([{ type: "uint256" }, { type: "address" }, { type: "uint64" }], [index, account, weight]),
    ),
  );

/** The tree of sorted pairs over leaves that are hashed twice. */
export const merkleSplit = (leaves: readonly ModelLeaf[]): ModelTree => sortedMerkle(leaves.map(leafHash));
