import type { LicenseSummary, LotRecord, StudioData } from "@imprimatur/sdk";
import { studioFactoryStudioCreatedEvent } from "@imprimatur/sdk/abi";
import {
  type BoardHistory,
  fetchLogs,
  type GateReplay,
  logReader,
  readBoardHistory,
  replayGate,
  replayLicenses,
  replayLots,
  replayRoyalties,
  type RoyaltyReplay,
} from "@imprimatur/sdk/logs";
import { type Address, type Client, type Hex, isAddressEqual } from "viem";
import { getBlock } from "viem/actions";
import type { Contracts } from "./randomDesk.ts";
import { placeOf } from "./replay.ts";
import { readVoters, type Voters } from "./replayVoters.ts";

/** Everything that the SDK makes of the logs alone. */
export interface Books {
  /** Reads logs and block headers. */
  client: Client;
  reader: StudioData;
  royalties: RoyaltyReplay;
  lots: Map<bigint, LotRecord>;
  licenses: Map<Hex, LicenseSummary>;
  /** The gate that audits. */
  gate: GateReplay;
  /** The board that decides. */
  board: BoardHistory;
  voters: Voters;
}

/** Where the logs come from. */
export interface BooksOptions {
  contracts: Contracts;
  /** What runs at each address. */
  clones: ReadonlyMap<Address, string>;
  curation: Address;
  board: Address;
}

/** Replays all logs through the SDK. */
export async function readBooks(client: Client, { contracts, clones, curation, board }: BooksOptions): Promise<Books> {
  const addresses = {
    studioFactory: contracts.factory.address,
    assetRegistry: contracts.registry.address,
    licenseMarket: contracts.market.address,
    licenses: contracts.licenses.address,
    royaltySplitter: contracts.splitter.address,
    attestations: placeOf(clones, "Attestations"),
    provenance: placeOf(clones, "Provenance"),
  };
  const range = { fromBlock: 0n, portion: 1_000n };
  const lots = await replayLots(client, { ...range, assetRegistry: addresses.assetRegistry });
  const created = await creationOf(client, addresses.studioFactory, curation);
  const countOf = (lotId: bigint): number => lots.get(lotId)?.count ?? 0;
  return {
    client,
    lots,
    reader: logReader(client, { ...range, addresses }),
    royalties: await replayRoyalties(client, { ...range, addresses }),
    licenses: await replayLicenses(client, { ...range, licenses: addresses.licenses }),
    gate: await replayGate(client, { ...range, curation, created, countOf }),
    board: await readBoardHistory(client, { ...range, board }),
    voters: await readVoters(client, clones),
  };
}

/** When a gate's studio was made, unix seconds. */
async function creationOf(client: Client, address: Address, curation: Address): Promise<bigint> {
  const logs = await fetchLogs(client, { address, events: [studioFactoryStudioCreatedEvent], fromBlock: 0n });
  const born = logs.find(({ args }) => isAddressEqual(args.curation, curation));
  if (born === undefined) throw new Error(`no studio has the gate ${curation}`);
  return (await getBlock(client, { blockNumber: born.blockNumber })).timestamp;
}
