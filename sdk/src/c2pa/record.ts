import type { Address, Hex } from "viem";
import { getChainId, getLogs } from "viem/actions";
import { assetRegistryLotCommittedEvent } from "../abi/items/assetRegistry.ts";
import { getLot } from "../actions/registry/getLot.ts";
import type { ActionClient } from "../actions/internal/types.ts";
import { LotUnknownError } from "../errors/action.ts";
import { hashLeaf } from "../merkle/leaf.ts";
import { verifyProof } from "../merkle/tree.ts";
import type { AssetLeaf } from "../merkle/types.ts";
import { type PublishedLot, readLot } from "../storage/readLot.ts";
import type { ContentStore } from "../storage/store.ts";
import { indexOf, lotOf } from "../types/ids.ts";

/** Where an asset's record is looked up: the chain for the root, and one of several for the leaf. */
export type RecordSource = {
  client: ActionClient;
  assetRegistry: Address;
  /** The leaf with its proof, where they are at hand. */
  leaf?: AssetLeaf;
  proof?: readonly Hex[];
  /** Or the whole lot as its producer published it. */
  lot?: PublishedLot;
  /** Or where to fetch it from; its digest is found in the chain's logs. */
  store?: ContentStore;
  /** First block of the search; 0 by default. */
  fromBlock?: bigint;
};

/** An asset's record: what the chain holds, and the leaf if it could be proved. */
export type AssetRecord = {
  assetId: bigint;
  chainId: number;
  /** Undefined where the registry has no such asset. */
  lot: getLot.ReturnType | undefined;
  /** Undefined where nobody had it. */
  leaf: AssetLeaf | undefined;
  /** Whether the leaf is the lot's at this place. */
  proved: boolean;
};

/** Looks an asset up; what the leaf's source says is checked against the chain's root. */
export async function readRecord(source: RecordSource, assetId: bigint): Promise<AssetRecord> {
  const { client, assetRegistry } = source;
  const [chainId, lot] = await Promise.all([
    getChainId(client),
    getLot(client, { lotId: lotOf(assetId), assetRegistry }).catch((error: unknown) => {
      if (error instanceof LotUnknownError) return undefined;
      throw error;
    }),
  ]);
  if (lot === undefined || indexOf(assetId) >= lot.count) {
    return { assetId, chainId, lot: undefined, leaf: undefined, proved: false };
  }
  const { leaf, proof } = (await findLeaf(source, assetId)) ?? {};
  const proved =
    leaf !== undefined &&
    proof !== undefined &&
    verifyProof({ ...lot, index: indexOf(assetId), leaf: hashLeaf(assetId, leaf), proof });
  return { assetId, chainId, lot, leaf, proved };
}

async function findLeaf(source: RecordSource, assetId: bigint) {
  const { leaf, proof, store } = source;
  if (leaf !== undefined && proof !== undefined) return { leaf, proof };
  const digest = source.lot === undefined && store !== undefined ? await findManifest(source, assetId) : undefined;
  const lot = digest === undefined || store === undefined ? source.lot : await readLot(store, digest);
  const row = lot?.manifest.lotId === lotOf(assetId) ? lot.rows[indexOf(assetId)] : undefined;
  return lot === undefined || row === undefined ? undefined : { leaf: row.leaf, proof: lot.tree.proof(row.index) };
}

async function findManifest(source: RecordSource, assetId: bigint): Promise<Hex | undefined> {
  const { client, assetRegistry, fromBlock = 0n } = source;
  const [log] = await getLogs(client, {
    address: assetRegistry,
    event: assetRegistryLotCommittedEvent,
    args: { lotId: lotOf(assetId) },
    fromBlock,
    strict: true,
  });
  return log?.args.manifest;
}
