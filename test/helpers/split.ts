import { zeroAddress, zeroHash } from "viem";

/** The options of a plain split: its payees, for ever, and no advance. */
export const FIXED_SPLIT = {
  kind: 0,
  root: zeroHash,
  totalWeight: 0n,
  token: zeroAddress,
  advance: { account: zeroAddress, token: zeroAddress, amount: 0n },
} as const;

/** The EIP-712 types of a split's options. */
export const OPTIONS_TYPES = {
  SplitOptions: [
    { name: "kind", type: "uint8" },
    { name: "root", type: "bytes32" },
    { name: "totalWeight", type: "uint64" },
    { name: "token", type: "address" },
    { name: "advance", type: "Advance" },
  ],
  Advance: [
    { name: "account", type: "address" },
    { name: "token", type: "address" },
    { name: "amount", type: "uint128" },
  ],
} as const;
