import type { Address } from "viem";
import { getBlock } from "viem/actions";
import {
  curationAuditOf,
  curationCuratorCount,
  curationCuratorOf,
  curationElectorateOf,
  curationEpochAt,
  curationIndexOf,
  curationStandingOf,
  curationTermsOf,
} from "../../abi/items/curation.ts";
import { isAgent, isStruckOff, unfoldEpoch } from "../../curation/electorate.ts";
import type { ElectorCurator, PanelParameters } from "../../curation/panel.ts";
import { fromRawTerms } from "../../curation/terms.ts";
import { producerOf } from "../../types/ids.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";

/** A panel over more curators cannot be closed early: the chain does not walk over them. */
const MAX_WALK = 255;

/** What is read of a panel. */
export type ReadPanelParameters = On<"curation"> & {
  lotId: bigint;
  round: number;
  /** Curators that are asked about; all where there are few. */
  indices: readonly number[];
  /** Who made the challenge that is judged, and the low 8 bits of the epoch whose standings count for it. */
  challenge?: { challenger: Address; epoch: number };
};

/** Everything that decides who judges a lot, but the seed and the widening. */
export type ReadPanel = Required<Omit<PanelParameters, "widening">> & {
  /** Of the newest block, unix seconds. */
  time: bigint;
};

/** Reads a panel as the chain sees it now. */
export async function readPanel(client: ActionClient, parameters: ReadPanelParameters): Promise<ReadPanel> {
  const { lotId, round, indices, challenge } = parameters;
  const address = addressIn("curation", parameters);
  const producer = producerOf(lotId);
  const { timestamp: time } = await getBlock(client);
  const [audit, present, producerIndex, challengerIndex] = await readMany(client, [
    { address, abi: [curationAuditOf], functionName: "auditOf", args: [lotId, round] },
    { address, abi: [curationEpochAt], functionName: "epochAt", args: [time] },
    { address, abi: [curationIndexOf], functionName: "indexOf", args: [producer] },
    { address, abi: [curationIndexOf], functionName: "indexOf", args: [challenge?.challenger ?? producer] },
  ]);
  const excludedIndex = audit.excluded;
  const barred =
    challenge === undefined ? [producerIndex, excludedIndex] : [producerIndex, excludedIndex, challengerIndex];
  const epoch = unfoldEpoch(challenge?.epoch ?? audit.epoch, present);
  const electors = await readElectors(client, { address, terms: audit.terms, epoch, indices: [...indices, ...barred] });
  return {
    ...electors,
    producerIndex,
    excludedIndex,
    challengerIndex: challenge === undefined ? 0 : challengerIndex,
    time,
  };
}

/** Reads terms, electorate and curators of one epoch; all curators where there are few. */
export async function readElectors(
  client: ActionClient,
  parameters: { address: Address; terms: number; epoch: number; indices: readonly number[] },
): Promise<Pick<ReadPanel, "terms" | "electorate" | "curators">> {
  const { address, epoch } = parameters;
  const [terms, [curators, standing], count] = await readMany(client, [
    { address, abi: [curationTermsOf], functionName: "termsOf", args: [parameters.terms] },
    { address, abi: [curationElectorateOf], functionName: "electorateOf", args: [epoch] },
    { address, abi: [curationCuratorCount], functionName: "curatorCount" },
  ]);
  const indices = count <= MAX_WALK ? Array.from({ length: count }, (_, at) => at + 1) : parameters.indices;
  return {
    terms: fromRawTerms(terms),
    electorate: { curators, standing: BigInt(standing) },
    curators: await readCurators(client, { address, indices, epoch }),
  };
}

/** Curators with their standing in one epoch; indices that nobody has are left out. */
async function readCurators(
  client: ActionClient,
  { address, indices, epoch }: { address: Address; indices: readonly number[]; epoch: number },
): Promise<Map<number, ElectorCurator>> {
  const asked = [...new Set(indices)].filter((index) => index !== 0);
  const [found, standings] = await Promise.all([
    readMany(
      client,
      asked.map((index) => ({
        address,
        abi: [curationCuratorOf],
        functionName: "curatorOf" as const,
        args: [index] as const,
      })),
    ),
    readMany(
      client,
      asked.map((index) => ({
        address,
        abi: [curationStandingOf],
        functionName: "standingOf" as const,
        args: [index, epoch] as const,
      })),
    ),
  ]);
  const curators = new Map<number, ElectorCurator>();
  found.forEach(({ key, flags }, at) => {
    if (BigInt(key) === 0n) return;
    const standing = standings[at] ?? 0;
    curators.set(asked[at] as number, { key, standing, agent: isAgent(flags), struckOff: isStruckOff(flags) });
  });
  return curators;
}
