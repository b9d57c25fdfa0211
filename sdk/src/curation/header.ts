import { type Hex, keccak256, toBytes, toHex, toRlp } from "viem";
import { HeaderMismatchError } from "../errors/curation.ts";

/** A block as `eth_getBlockByNumber` answers it. */
export type RpcHeader = { readonly [field: string]: unknown };

/** Header fields in the order in which their hash takes them; `quantity` ones are written without leading zeros. */
const FIELDS: readonly { name: string; quantity?: true }[] = [
  { name: "parentHash" },
  { name: "sha3Uncles" },
  { name: "miner" },
  { name: "stateRoot" },
  { name: "transactionsRoot" },
  { name: "receiptsRoot" },
  { name: "logsBloom" },
  { name: "difficulty", quantity: true },
  { name: "number", quantity: true },
  { name: "gasLimit", quantity: true },
  { name: "gasUsed", quantity: true },
  { name: "timestamp", quantity: true },
  { name: "extraData" },
  { name: "mixHash" },
  { name: "nonce" },
  // Each fork appends: London, Shanghai, Cancun, Prague.
  { name: "baseFeePerGas", quantity: true },
  { name: "withdrawalsRoot" },
  { name: "blobGasUsed", quantity: true },
  { name: "excessBlobGas", quantity: true },
  { name: "parentBeaconBlockRoot" },
  { name: "requestsHash" },
];

/**
 * RLP encoding of a block header, as `drawSeed` takes it; throws {@link HeaderMismatchError} unless it hashes to the
 * block's hash.
 */
export function encodeHeader(block: RpcHeader): Hex {
  const fields = FIELDS.map(({ name, quantity }) => ({ value: block[name], quantity }))
    .filter((field): field is { value: Hex; quantity: true | undefined } => typeof field.value === "string")
    .map(({ value, quantity }) => (quantity === true ? minimal(value) : value));
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
