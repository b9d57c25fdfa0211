import { type Block, type Hex, keccak256, numberToHex, pad, toHex, toRlp } from "viem";
import { HISTORY_ADDRESS, installHistoryContract } from "../../scripts/stack/history.ts";
import type { Connection } from "./protocol.ts";

export { HISTORY_ADDRESS };

/** Blocks that the history contract of EIP-2935 remembers. */
export const HISTORY_WINDOW = 8_191n;

/** Puts the real history contract where the chain has a stub. */
export async function installHistory({ viem }: Connection): Promise<void> {
  await installHistoryContract(await viem.getTestClient());
}

/** Records a block's hash as the system call at the start of the next block does. */
export async function recordHistory({ networkHelpers, viem }: Connection, blockNumber: bigint): Promise<void> {
  const { hash } = await (await viem.getPublicClient()).getBlock({ blockNumber });
  await networkHelpers.setStorageAt(HISTORY_ADDRESS, toHex(blockNumber % HISTORY_WINDOW), hash);
}

/** An integer as RLP wants it: no leading zeros, zero is empty. */
const scalar = (value: bigint | number | undefined): Hex => (value ? numberToHex(value) : "0x");

/** Fields of a header in the order of the protocol; those of later forks follow where the block has them. */
export function headerFields(block: Block): Hex[] {
  const fields: (Hex | undefined | null)[] = [
    block.parentHash,
    block.sha3Uncles,
    block.miner,
    block.stateRoot,
    block.transactionsRoot,
    block.receiptsRoot,
    block.logsBloom,
    scalar(block.difficulty),
    scalar(block.number ?? 0n),
    scalar(block.gasLimit),
    scalar(block.gasUsed),
    scalar(block.timestamp),
    block.extraData,
    block.mixHash,
    block.nonce,
  ];
  const later = block as Block & { requestsHash?: Hex };
  if (block.baseFeePerGas !== null) fields.push(scalar(block.baseFeePerGas));
  if (block.withdrawalsRoot) fields.push(block.withdrawalsRoot);
  if (block.parentBeaconBlockRoot) {
    fields.push(scalar(block.blobGasUsed), scalar(block.excessBlobGas), block.parentBeaconBlockRoot);
  }
  if (later.requestsHash) fields.push(later.requestsHash);
  return fields.map((field) => field ?? "0x");
}

/** RLP of fields, padded like a number where shorter ones are given. */
export const encodeHeader = (fields: readonly Hex[]): Hex => toRlp([...fields]);

/** Header of a block as `drawSeed` takes it; throws if it does not hash to the block's own hash. */
export async function headerOf({ viem }: Connection, blockNumber: bigint): Promise<Hex> {
  const block = await (await viem.getPublicClient()).getBlock({ blockNumber });
  const header = encodeHeader(headerFields(block));
  if (keccak256(header) !== block.hash) throw new Error(`The header of block ${blockNumber} has fields unknown here`);
  return header;
}

/** prevRandao of a block as one word. */
export async function prevRandaoOf({ viem }: Connection, blockNumber: bigint): Promise<Hex> {
  const block = await (await viem.getPublicClient()).getBlock({ blockNumber });
  return pad(block.mixHash, { size: 32 });
}
