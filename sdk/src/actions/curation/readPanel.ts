import type { Address } from "viem";
import { getBlock } from "viem/actions";
import {
  curationAuditOf,
  curationCuratorCount,
  curationCuratorOf,
  curationElectorateOf,
  curationEpochAt,
  curationIndexOf,
  curationTermsOf,
} from "../../abi/generated/curation.ts";
import { isAgent, isStruckOff, standingAt, unfoldEpoch } from "../../curation/electorate.ts";
import type { ElectorCurator, PanelParameters } from "../../curation/panel.ts";
import { fromRawTerms } from "../../curation/terms.ts";
import { producerOf } from "../../types/ids.ts";
import { readMany } from "../internal/readMany.ts";
import { addressIn } from "../internal/target.ts";
import type { ActionClient, On } from "../internal/types.ts";

/** A panel over more curators cannot be closed early: the chain does not walk over them. */
export const MAX_WALK = 255;

/** What is read of a panel. */
export type ReadPanelParameters = On<"curation"> & {
  lotId: bigint;
  /** Low 8 bits of the epoch whose standings count; those of the lot's audit by default. */
  epoch?: number;
  round: number;
  /** Curators that are asked about; all where there are few. */
  indices: readonly number[];
  /** Who made the challenge that is judged. */
  challenger?: Address;
};

/** Everything that decides who judges a lot, but the seed and the widening. */
export type ReadPanel = Required<Omit<PanelParameters, "widening">> & { time: bigint; whole: boolean };

/** Reads a panel as the chain sees it now. */
export async function readPanel(client: ActionClient, parameters: ReadPanelParameters): Promise<ReadPanel> {
  const { lotId, round, challenger = producerOf(lotId) } = parameters;
  const address = addressIn("curation", parameters);
  const { timestamp: time } = await getBlock(client);
  const [audit, present, count, producerIndex, challengerIndex] = await readMany(client, [
    { address, abi: [curationAuditOf], functionName: "auditOf", args: [lotId, round] },
    { address, abi: [curationEpochAt], functionName: "epochAt", args: [time] },
    { address, abi: [curationCuratorCount], functionName: "curatorCount" },
    { address, abi: [curationIndexOf], functionName: "indexOf", args: [producerOf(lotId)] },
    { address, abi: [curationIndexOf], functionName: "indexOf", args: [challenger] },
  ]);
  const epoch = unfoldEpoch(parameters.epoch ?? audit.epoch, present);
  const [terms, [curators, standing]] = await readMany(client, [
    { address, abi: [curationTermsOf], functionName: "termsOf", args: [audit.terms] },
    { address, abi: [curationElectorateOf], functionName: "electorateOf", args: [epoch] },
  ]);
  const whole = count <= MAX_WALK;
  const some = [...parameters.indices, producerIndex, audit.excluded];
  const indices = whole ? Array.from({ length: count }, (_, at) => at + 1) : some;
  return {
    terms: fromRawTerms(terms),
    electorate: { curators, standing: BigInt(standing) },
    curators: await readCurators(client, { address, indices, epoch }),
    producerIndex,
    excludedIndex: audit.excluded,
    challengerIndex: parameters.challenger === undefined ? 0 : challengerIndex,
    time,
    whole,
  };
}

/** Curators with their standing in one epoch; indices that nobody has are left out. */
export async function readCurators(
  client: ActionClient,
  { address, indices, epoch }: { address: Address; indices: readonly number[]; epoch: number },
): Promise<Map<number, ElectorCurator>> {
  const asked = [...new Set(indices)].filter((index) => index !== 0);
  const found = await readMany(
    client,
    asked.map((index) => ({
      address,
      abi: [curationCuratorOf],
      functionName: "curatorOf" as const,
      args: [index] as const,
    })),
  );
  const curators = new Map<number, ElectorCurator>();
  found.forEach((curator, at) => {
    const { key, flags } = curator;
    if (BigInt(key) === 0n) return;
    const standing = standingAt(curator, epoch);
    curators.set(asked[at] as number, { key, standing, agent: isAgent(flags), struckOff: isStruckOff(flags) });
  });
  return curators;
}
