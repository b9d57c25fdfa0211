import type { Address, Client } from "viem";
import { zeroAddress } from "viem";
import { getBlock, getBlockNumber } from "viem/actions";
import {
  studioCharterSetEvent,
  studioElectorateReplacedEvent,
  studioFactoryStudioCreatedEvent,
  studioModuleReplacedEvent,
  studioRegistrarSetEvent,
} from "../abi/items/index.ts";
import { explained } from "../actions/internal/failure.ts";
import { ChainReorganizedError, NodeBehindError } from "../errors/client.ts";
import type { MinedIn, StudioData, StudioRecord } from "../data/studioData.ts";
import { nameOf } from "../types/codec.ts";
import { MODULES } from "../types/enums.ts";
import { type BlockRange, fetchLogs } from "./fetchLogs.ts";
import { replayCommissions } from "./replayCommissions.ts";
import { replayEarnings } from "./replayEarnings.ts";
import { replayLicense } from "./replayLicense.ts";
import { replayLot } from "./replayLot.ts";
import { replayMandateActs, replayMandates } from "./replayMandates.ts";
import { replayProposal } from "./replayProposal.ts";
import {
  replayAttestations,
  replayContent,
  replayContests,
  replayPublishedLeaves,
  replaySupersessions,
} from "./replayProvenance.ts";
import { replayPurchases } from "./replayPurchases.ts";
import { replayRoyalties } from "./replayRoyalties.ts";

/** What {@link logReader} needs. */
export type LogReaderParameters = Omit<BlockRange, "toBlock"> & {
  /** Milliseconds after which `waitForIndexed` gives up. */
  timeout?: number;
  addresses: {
    studioFactory: Address;
    assetRegistry: Address;
    licenseMarket: Address;
    licenses: Address;
    royaltySplitter: Address;
    attestations: Address;
    provenance: Address;
  };
};

/**
 * Answers from event logs alone, over any RPC: slower than an indexer, and always there.
 *
 * @example
 * ```ts
 * const data = logReader(client, { addresses, fromBlock: 0n });
 * const lot = await data.getLot({ lotId });
 * ```
 */
export function logReader(client: Client, { addresses, timeout = 30_000, ...range }: LogReaderParameters): StudioData {
  const royalties = () => replayRoyalties(client, { ...range, addresses });
  return {
    waitForIndexed: (receipt) => requireBlock(client, receipt, timeout),
    getStudio: ({ studio }) => replayStudio(client, { ...range, studioFactory: addresses.studioFactory, studio }),
    getLot: ({ lotId }) => replayLot(client, { ...range, assetRegistry: addresses.assetRegistry, lotId }),
    getProposal: (proposal) => replayProposal(client, { ...range, ...proposal }),
    listPurchases: ({ recipe }) => replayPurchases(client, { ...range, addresses, recipe }),
    getLicense: ({ licenseId }) => replayLicense(client, { ...range, licenses: addresses.licenses, licenseId }),
    listEarnings: (position) => replayEarnings(client, { ...range, addresses, ...position }),
    getLedger: async ({ recipe, token }) => (await royalties()).ledger(recipe, token),
    listPayees: async ({ recipe, token }) => {
      const replay = await royalties();
      const payees = replay.nodes.get(recipe)?.payees ?? [];
      return payees.map(({ account, weight }) => ({
        account,
        weight,
        claimed: replay.claimed(recipe, token, account),
      }));
    },
    ...agentLists(client, addresses, range),
    ...provenanceLists(client, addresses, range),
  };
}

type Addresses = LogReaderParameters["addresses"];
type Range = Omit<BlockRange, "toBlock">;

/** What agents were allowed and did. */
function agentLists(client: Client, { studioFactory }: Addresses, range: Range) {
  const on = { ...range, studioFactory };
  return {
    listMandates: ({ studio }) => replayMandates(client, { ...on, studio }),
    listMandateActs: ({ agent }) => replayMandateActs(client, { ...on, agent }),
    listCommissions: async ({ studio }) => (await replayCommissions(client, { ...on, studio })).commissions,
    listMilestones: async ({ studio }) => (await replayCommissions(client, { ...on, studio })).milestones,
  } satisfies Partial<StudioData>;
}

/** What is said of recipes, lots and contents. */
function provenanceLists(client: Client, { attestations, provenance, assetRegistry }: Addresses, range: Range) {
  const on = { ...range, provenance };
  return {
    listAttestations: ({ subject }) => replayAttestations(client, { ...range, attestations, subject }),
    listContests: ({ recipe }) => replayContests(client, { ...on, recipe }),
    listPublishedLeaves: ({ lotId }) => replayPublishedLeaves(client, { ...on, lotId }),
    getContent: async ({ contentHash }) => (await replayContent(client, { ...on, contentHash })).content,
    listCopies: async ({ contentHash }) => (await replayContent(client, { ...on, contentHash })).copies,
    listSupersessions: ({ licensor }) => replaySupersessions(client, { ...range, assetRegistry, licensor }),
  } satisfies Partial<StudioData>;
}

/** The RPC that gave the receipt has its logs; another one behind the same address may not yet. */
async function requireBlock(client: Client, { blockNumber, blockHash }: MinedIn, timeout: number): Promise<void> {
  const end = Date.now() + timeout;
  for (;;) {
    const head = await explained(() => getBlockNumber(client, { cacheTime: 0 }));
    const wanted = blockHash !== undefined && head >= blockNumber;
    const found = wanted ? (await explained(() => getBlock(client, { blockNumber }))).hash : undefined;
    if (head >= blockNumber && found === blockHash) return;
    if (Date.now() >= end)
      throw found === undefined || blockHash === undefined
        ? new NodeBehindError(blockNumber, head, timeout)
        : new ChainReorganizedError(blockNumber, found, blockHash);
    await new Promise((resolve) => setTimeout(resolve, client.pollingInterval));
  }
}

async function replayStudio(
  client: Client,
  { studioFactory, studio, ...range }: BlockRange & { studioFactory: Address; studio: Address },
): Promise<StudioRecord | undefined> {
  const created = await fetchLogs(client, {
    ...range,
    address: studioFactory,
    events: [studioFactoryStudioCreatedEvent],
  });
  const birth = created.find(({ args }) => args.studio.toLowerCase() === studio.toLowerCase())?.args;
  if (birth === undefined) return undefined;
  const events = [
    ...[studioCharterSetEvent, studioRegistrarSetEvent, studioModuleReplacedEvent, studioElectorateReplacedEvent],
  ] as const;
  const changes = await fetchLogs(client, { ...range, address: studio, events });
  const { config, ...addresses } = birth;
  let [registrar, charterVersion, modules] = [config.registrar, 1, addresses];
  for (const { eventName, args } of changes) {
    if (eventName === "CharterSet") charterVersion = args.version;
    if (eventName === "RegistrarSet") registrar = args.newRegistrar;
    if (eventName === "ModuleReplaced") modules = { ...modules, ...replacement(args) };
    if (eventName === "ElectorateReplaced") {
      modules = { ...modules, governor: args.newGovernor, reputation: args.newReputation };
    }
  }
  return {
    ...modules,
    name: config.name,
    symbol: config.symbol,
    registrar: registrar === zeroAddress ? undefined : registrar,
    charterVersion,
  };
}

const RECORDED = ["curation", "board", "mandates", "commissions"] as const;

/** The modules that a record names; the others are read from the studio. */
function replacement({ module, newModule }: { module: number; newModule: Address }): Partial<StudioRecord> {
  const name = nameOf(MODULES, module);
  return RECORDED.some((recorded) => recorded === name) ? { [name]: newModule } : {};
}
