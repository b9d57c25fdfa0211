import { type Hex, toBytes, toHex, toRlp } from "viem";

/** A block as `eth_getBlockByNumber` answers it. */
export type RpcHeader = { readonly [field: string]: unknown };

/** Header fields in the order in which their hash takes them; quantities (#) are written without leading zeros. */
const FIELDS = (
  "parentHash sha3Uncles miner stateRoot transactionsRoot receiptsRoot logsBloom #difficulty #number #gasLimit #gasUsed " +
  // Each fork appends: London, Shanghai, Cancun, Prague.
  "#timestamp extraData mixHash nonce #baseFeePerGas withdrawalsRoot #blobGasUsed #excessBlobGas parentBeaconBlockRoot " +
  "requestsHash"
).split(" ");

/** RLP encoding of the header fields that a block has; whether they are all of its header, only its hash tells. */
export function encodeFields(block: RpcHeader): Hex {
  const fields = FIELDS.flatMap((field) => {
    const value = block[field.replace("#", "")] as Hex | undefined;
    if (typeof value !== "string") return [];
    return [field.startsWith("#") ? minimal(value) : value];
  });
  return toRlp(fields);
}

/** RLP writes numbers in as few bytes as they need. */
function minimal(quantity: Hex): Hex {
  const value = BigInt(quantity);
  return value === 0n ? "0x" : toHex(toBytes(value));
}
