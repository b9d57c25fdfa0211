import { type Hex, keccak256, toBytes, toHex, toRlp } from "viem";
import { HeaderMismatchError } from "../errors/curation.ts";

/** A block as `eth_getBlockByNumber` answers it. */
export type RpcHeader = { readonly [field: string]: unknown };

/** Header fields in the order in which their hash takes them; quantities (#) are written without leading zeros. */
const FIELDS = (
  "parentHash sha3Uncles miner stateRoot transactionsRoot receiptsRoot logsBloom #difficulty #number #gasLimit #gasUsed " +
  // Each fork appends: London, Shanghai, Cancun, Prague.
  "#timestamp extraData mixHash nonce #baseFeePerGas withdrawalsRoot #blobGasUsed #excessBlobGas parentBeaconBlockRoot " +
  "requestsHash"
).split(" ");

/**
 * RLP encoding of a block header, as `drawSeed` takes it; throws {@link HeaderMismatchError} unless it hashes to the
 * block's hash.
 */
export function encodeHeader(block: RpcHeader): Hex {
  const fields = FIELDS.flatMap((field) => {
    const value = block[field.replace("#", "")] as Hex | undefined;
    if (typeof value !== "string") return [];
    return [field.startsWith("#") ? minimal(value) : value];
  });
  const header = toRlp(fields);
  const hash = keccak256(header);
  if (hash !== block["hash"]) throw new HeaderMismatchError(hash, String(block["hash"]));
  return header;
}

/** RLP writes numbers in as few bytes as they need. */
function minimal(quantity: Hex): Hex {
  const value = BigInt(quantity);
  return value === 0n ? "0x" : toHex(toBytes(value));
}
