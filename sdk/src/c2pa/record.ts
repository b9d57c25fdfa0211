import type { Address, Hex } from "viem";
import { getBlock, getChainId } from "viem/actions";
import { assetRegistryFrozenUntil, assetRegistryLotCommittedEvent } from "../abi/items/assetRegistry.ts";
import { explained } from "../actions/internal/failure.ts";
import { readMany } from "../actions/internal/readMany.ts";
import { getLot } from "../actions/registry/getLot.ts";
import type { ActionClient } from "../actions/internal/types.ts";
import { LotUnknownError } from "../errors/action.ts";
import { fetchEventLogs } from "../logs/fetchLogs.ts";
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
  /** First block of the search, that of the deployment; 0 by default. */
  fromBlock?: bigint;
  /** Most blocks asked for at once. */
  portion?: bigint;
};

/** What the lot's studio says of an asset now. */
export type AssetStanding = Pick<getLot.ReturnType, "status" | "class" | "superseded" | "releasableAt"> & {
  /** Whether its curators took it out. */
  blocked: boolean;
  /** Unix seconds until which a ruling stops its sales, 2^40−1 = for good; undefined where none does. */
  frozenUntil: bigint | undefined;
};

/** An asset's record: what the chain holds, and the leaf if it could be proved. */
export type AssetRecord = {
  assetId: bigint;
  chainId: number;
  /** Undefined where the registry has no such asset. */
  lot: getLot.ReturnType | undefined;
  /** Undefined where the registry has no such asset. */
  standing: AssetStanding | undefined;
  /** Undefined where nobody had it. */
  leaf: AssetLeaf | undefined;
  /** Whether the leaf is the lot's at this place. */
  proved: boolean;
};

/** Looks an asset up; what the leaf's source says is checked against the chain's root. */
export async function readRecord(source: RecordSource, assetId: bigint): Promise<AssetRecord> {
  const { client, assetRegistry } = source;
  const [chainId, lot] = await Promise.all([
    explained(() => getChainId(client)),
    getLot(client, { lotId: lotOf(assetId), assetRegistry }).catch((error: unknown) => {
      if (error instanceof LotUnknownError) return undefined;
      throw error;
    }),
  ]);
  if (lot === undefined || indexOf(assetId) >= lot.count) {
    return { assetId, chainId, lot: undefined, standing: undefined, leaf: undefined, proved: false };
  }
  const [{ leaf, proof } = {}, standing] = await Promise.all([
    findLeaf(source, assetId),
    readStanding(source, assetId, lot),
  ]);
  const proved =
    leaf !== undefined &&
    proof !== undefined &&
    verifyProof({ ...lot, index: indexOf(assetId), leaf: hashLeaf(assetId, leaf), proof });
  return { assetId, chainId, lot, standing, leaf, proved };
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
  const { client, assetRegistry, fromBlock = 0n, portion } = source;
  const [log] = await explained(() =>
    fetchEventLogs(client, {
      address: assetRegistry,
      event: assetRegistryLotCommittedEvent,
      args: { lotId: lotOf(assetId) },
      fromBlock,
      ...(portion === undefined ? {} : { portion }),
    }),
  );
  return log?.args.manifest;
}

async function readStanding(
  { client, assetRegistry: address }: RecordSource,
  assetId: bigint,
  { status, class: verdict, superseded, releasableAt, blocked, frozen }: getLot.ReturnType,
): Promise<AssetStanding> {
  const found = { status, class: verdict, superseded, releasableAt, blocked: blocked.includes(indexOf(assetId)) };
  if (!frozen) return { ...found, frozenUntil: undefined };
  // An asset waits for its lot: the registry says the later of both ends.
  const [end] = await readMany(
    client,
    [{ address, abi: [assetRegistryFrozenUntil], functionName: "frozenUntil", args: [assetId] }],
    {},
  );
  const { timestamp } = await explained(() => getBlock(client));
  const until = BigInt(end);
  return { ...found, frozenUntil: until > timestamp ? until : undefined };
}
