import { assetRegistryAbi, studioAbi, studioFactoryStudioCreatedEvent } from "@imprimatur/sdk/abi";
import { LOT_STATUSES, VERDICT_CLASSES } from "@imprimatur/sdk";
import { fromBlockedWords } from "@imprimatur/sdk/curation";
import { fetchLogs } from "@imprimatur/sdk/logs";
import { type SubgraphClient, subgraphReader } from "@imprimatur/sdk/subgraph";
import { getContract, type Hex, zeroAddress } from "viem";
import { readAll, type Sides, type World, noSides } from "./replay.ts";

/** A directory's module by its number. */
const MODULES = {
  ...{ timelock: 0, governor: 1, reputation: 2, curation: 3, board: 4, mandates: 5, commissions: 6 },
} as const;

/** Every studio, as the SDK's two readers and its directory tell it. */
export async function compareStudios(subgraph: SubgraphClient, { desk, books }: World): Promise<Sides> {
  const data = subgraphReader(subgraph);
  const sides = noSides();
  const address = desk.contracts.factory.address;
  const logs = await fetchLogs(books.client, { address, events: [studioFactoryStudioCreatedEvent], fromBlock: 0n });
  const known = await readAll(subgraph, "studios", "id");
  for (const studio of new Set([
    ...logs.map(({ args }) => args.studio.toLowerCase() as Hex),
    ...(known.keys() as Iterable<Hex>),
  ])) {
    const { creator: _creator, ...indexed } = { creator: undefined, ...(await data.getStudio({ studio })) };
    sides.indexed[studio] = indexed;
    const { creator: _founder, ...logged } = { creator: undefined, ...(await books.reader.getStudio({ studio })) };
    sides.logged[studio] = logged;
    const { read } = getContract({ address: studio, abi: studioAbi, client: desk.client });
    const modules = Object.entries(MODULES).map(
      async ([name, module]) => [name, await read.moduleOf([module])] as const,
    );
    const registrar = await read.registrar();
    sides.stored[studio] = {
      studio,
      ...Object.fromEntries(await Promise.all(modules)),
      name: await read.name(),
      symbol: await read.symbol(),
      registrar: registrar === zeroAddress ? undefined : registrar,
      charterVersion: await read.charterVersion(),
    };
  }
  return sides;
}

/** Every lot, as the SDK's two readers and the registry tell it. */
export async function compareLots(subgraph: SubgraphClient, { desk, books }: World): Promise<Sides> {
  const data = subgraphReader(subgraph);
  const sides = noSides();
  const known = await readAll<object>(subgraph, "lots", "id");
  for (const lotId of new Set([...books.lots.keys(), ...[...known.keys()].map(BigInt)])) {
    const id = String(lotId);
    sides.indexed[id] = told(await data.getLot({ lotId }));
    sides.logged[id] = told(books.lots.get(lotId));
    const { read } = getContract({ ...desk.contracts.registry, abi: assetRegistryAbi, client: desk.client });
    const { recipe, root, count, status, class: verdictClass, releasableAt } = await read.lotOf([lotId]);
    const masks = await read.blockedMasks([lotId, 0, Math.ceil(count / 256)]);
    sides.stored[id] = {
      ...{ lotId, recipe, root, count, releasableAt },
      status: LOT_STATUSES[status],
      verdictClass: VERDICT_CLASSES[verdictClass],
      blocked: fromBlockedWords(masks.map((mask, word) => ({ word, mask }))),
    };
  }
  return sides;
}

/** Of a lot: what the registry stores, too. */
function told(lot: object | undefined): object | undefined {
  if (lot === undefined) return undefined;
  const { gate: _gate, producer: _producer, manifest: _manifest, ...rest } = lot as Record<string, unknown>;
  return rest;
}
