import { type Hex, numberToHex } from "viem";
import { getBlockNumber } from "viem/actions";
import { curationAuditOf, curationDisputeOf, curationRoundOf, curationSaltOf } from "../../abi/generated/curation.ts";
import { encodeHeader, type RpcHeader } from "../../curation/header.ts";
import { AuditPhaseError, type HeaderMismatchError, SeedBlockPendingError } from "../../errors/curation.ts";
import type { ReadErrorType } from "../internal/errorTypes.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";

/** Blocks that share one salt. */
const SPAN = 256n;

export declare namespace prepareSeed {
  type Args = {
    lotId: bigint;
    /** What the seed is for: the audit that counts, by default, or the panel that judges the lot's challenges. */
    of?: "audit" | "panel";
  };
  type Parameters = On<"curation"> & Args;
  type ReturnType = {
    seedBlock: bigint;
    /** RLP encoding of the seed block's header. */
    header: Hex;
    prevRandao: Hex;
    /** Zero, unless the studio keeps a pre-committed chain of salts and this block's is revealed. */
    salt: Hex;
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
  const { drawn, clock } = await phaseOf(client, parameters);
  if (clock === 0) throw new AuditPhaseError(lotId, "none", '"open"');
  if (drawn) throw new AuditPhaseError(lotId, "drawn", '"open"');
  const seedBlock = BigInt(clock);
  const block = await headerAt(client, seedBlock);
  if (block === null) throw new SeedBlockPendingError(seedBlock, await getBlockNumber(client, { cacheTime: 0 }));
  const address = addressIn("curation", parameters);
  const [salt] = await readMany(client, [
    { address, abi: [curationSaltOf], functionName: "saltOf", args: [seedBlock / SPAN] },
  ]);
  return { seedBlock, header: encodeHeader(block), prevRandao: block["mixHash"] as Hex, salt };
}

async function phaseOf(
  client: ActionClient,
  { lotId, of = "audit", ...parameters }: prepareSeed.Parameters,
): Promise<{ drawn: boolean; clock: number }> {
  const address = addressIn("curation", parameters);
  if (of === "panel") {
    const [{ seed, clock }] = await readMany(client, [
      { address, abi: [curationDisputeOf], functionName: "disputeOf", args: [lotId] },
    ]);
    return { drawn: BigInt(seed) !== 0n, clock };
  }
  const [round] = await readMany(client, [{ address, abi: [curationRoundOf], functionName: "roundOf", args: [lotId] }]);
  const [{ digest, clock }] = await readMany(client, [
    { address, abi: [curationAuditOf], functionName: "auditOf", args: [lotId, round] },
  ]);
  return { drawn: BigInt(digest) !== 0n, clock };
}

/** The block as the node says it: viem's formatting drops fields that the hash needs. */
async function headerAt(client: ActionClient, seedBlock: bigint): Promise<RpcHeader | null> {
  return client.request({ method: "eth_getBlockByNumber", params: [numberToHex(seedBlock), false] });
}
