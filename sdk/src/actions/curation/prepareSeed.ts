import { type Hex, numberToHex } from "viem";
import { getBlockNumber } from "viem/actions";
import { curationAuditOf } from "../../abi/generated/curation.ts";
import { encodeHeader, type RpcHeader } from "../../curation/header.ts";
import { AuditPhaseError, SeedBlockPendingError, type HeaderMismatchError } from "../../errors/curation.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";

export declare namespace prepareSeed {
  type Args = { lotId: bigint };
  type Parameters = On<"curation"> & Args;
  type ReturnType = {
    seedBlock: bigint;
    /** RLP encoding of the seed block's header. */
    header: Hex;
    prevRandao: Hex;
  };
  type ErrorType = ReadErrorType | AuditPhaseError | HeaderMismatchError | SeedBlockPendingError;
}

/**
 * Fetches the header that proves a lot's seed and checks that it hashes to the block's hash.
 *
 * @example
 * ```ts
 * const { header } = await client.prepareSeed({ lotId });
 * ```
 */
export async function prepareSeed(
  client: ActionClient,
  parameters: prepareSeed.Parameters,
): Promise<prepareSeed.ReturnType> {
  const { lotId } = parameters;
  const [{ seed, clock }] = await readMany(client, [
    { address: addressIn("curation", parameters), abi: [curationAuditOf], functionName: "auditOf", args: [lotId] },
  ]);
  if (clock === 0) throw new AuditPhaseError(lotId, "none", '"open"');
  if (BigInt(seed) !== 0n) throw new AuditPhaseError(lotId, "drawn", '"open"');
  const seedBlock = BigInt(clock);
  const block = await headerAt(client, seedBlock);
  if (block === null) throw new SeedBlockPendingError(seedBlock, await getBlockNumber(client, { cacheTime: 0 }));
  return { seedBlock, header: encodeHeader(block), prevRandao: block["mixHash"] as Hex };
}

/** The block as the node says it: viem's formatting drops fields that the hash needs. */
async function headerAt(client: ActionClient, seedBlock: bigint): Promise<RpcHeader | null> {
  return client.request({ method: "eth_getBlockByNumber", params: [numberToHex(seedBlock), false] });
}
