import { type Hex, numberToHex } from "viem";
import { getBlockNumber } from "viem/actions";
import { curationSaltOf } from "../../abi/items/curation.ts";
import type { RpcHeader } from "../../curation/headerFields.ts";
import { hashingTo } from "../../curation/headerHash.ts";
import { AuditPhaseError, SeedBlockPendingError } from "../../errors/curation.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";

/** Blocks that share one salt. */
const SPAN = 256n;

/** What proves a seed. */
export type SeedProof = {
  seedBlock: bigint;
  /** RLP encoding of the seed block's header. */
  header: Hex;
  prevRandao: Hex;
  /** Zero, unless the studio keeps a pre-committed chain of salts and this block's is revealed. */
  salt: Hex;
};

/** Fetches the header of a seed block that is still to be drawn from, and the salt of its span. */
export async function seedProof(
  client: ActionClient,
  parameters: On<"curation"> & { lotId: bigint; drawn: boolean; clock: number },
): Promise<SeedProof> {
  const { lotId, drawn, clock } = parameters;
  if (drawn || clock === 0) throw new AuditPhaseError(lotId, drawn ? "drawn" : "none", '"open"');
  const seedBlock = BigInt(clock);
  const block = await headerAt(client, seedBlock);
  if (block === null) throw new SeedBlockPendingError(seedBlock, await getBlockNumber(client, { cacheTime: 0 }));
  const address = addressIn("curation", parameters);
  const call = { address, abi: [curationSaltOf], functionName: "saltOf", args: [seedBlock / SPAN] } as const;
  const [salt] = await readMany(client, [call]);
  // Loaded where it is needed: whoever gives the header itself does without it.
  const { encodeFields } = await import("../../curation/headerFields.ts");
  const header = hashingTo(block, encodeFields(block));
  return { seedBlock, header, prevRandao: block["mixHash"] as Hex, salt };
}

/** The block as the node says it: viem's formatting drops fields that the hash needs. */
async function headerAt(client: ActionClient, seedBlock: bigint): Promise<RpcHeader | null> {
  return client.request({ method: "eth_getBlockByNumber", params: [numberToHex(seedBlock), false] });
}
