import { join, relative } from "node:path";
import { stringify } from "yaml";
import { eventSignature, readEvents } from "./events.ts";
import { ABIS, SUBGRAPH } from "./paths.ts";
import { FILES, type FileSource, SINGLETONS, type Source, STUDIO_CONTRACTS } from "./sources.ts";

/** `deployments/<chainId>.json` as far as a manifest needs it: contract name → record. */
export type Deployment = Readonly<Record<string, { address: string; block: number }>>;

/** Where the subgraph is to run. */
export interface Target {
  /** Network name as graph-node knows it. */
  network: string;
  deployment: Deployment;
}

/** The manifest for one deployment, as YAML: a handler for every event of every contract. */
export function renderManifest({ network, deployment }: Target, directory: string): string {
  const from = (...path: string[]): string => relative(directory, join(...path));
  const common = ({ contract }: Source) => ({ kind: "ethereum", name: contract, network });
  return stringify({
    specVersion: "1.3.0",
    description: "Every event of Imprimatur: studios, provenance, curation, licenses, royalties and governance.",
    schema: { file: from(SUBGRAPH, "schema.graphql") },
    // Auditors ask for the state at past blocks.
    indexerHints: { prune: "never" },
    dataSources: SINGLETONS.map((source) => ({
      ...common(source),
      source: { abi: source.contract, ...placeOf(deployment, source.contract) },
      mapping: mapping(source, from),
    })),
    templates: [
      ...STUDIO_CONTRACTS.map((source) => ({
        ...common(source),
        source: { abi: source.contract },
        mapping: mapping(source, from),
      })),
      ...FILES.map((file) => ({ kind: "file/ipfs", name: file.name, network, mapping: fileMapping(file, from) })),
    ],
  });
}

/** Where a singleton lives, in the manifest's words. */
export function placeOf(deployment: Deployment, contract: string): { address: string; startBlock: number } {
  const record = deployment[contract];
  if (record === undefined) throw new Error(`the deployment has no ${contract}`);
  return { address: record.address, startBlock: record.block };
}

/** `handle<Event>`, and `handle<Contract><Event>` where several contracts have an event of that name. */
function handlerOf(contract: string, event: string): string {
  const homonyms = [...SINGLETONS, ...STUDIO_CONTRACTS].filter((source) =>
    readEvents(source.contract).some(({ name }) => name === event),
  );
  return homonyms.length === 1 ? `handle${event}` : `handle${contract}${event}`;
}

const MAPPINGS = join(SUBGRAPH, "src", "index.ts");
const LANGUAGE = { apiVersion: "0.0.9", language: "wasm/assemblyscript" } as const;

function mapping(source: Source, from: (...path: string[]) => string) {
  return {
    kind: "ethereum/events",
    ...LANGUAGE,
    entities: source.entities,
    abis: [{ name: source.contract, file: from(ABIS, `${source.contract}.json`) }],
    file: from(MAPPINGS),
    eventHandlers: readEvents(source.contract).map((event) => ({
      event: eventSignature(event),
      handler: handlerOf(source.contract, event.name),
    })),
  };
}

/** graph-cli asks every template for an ABI. */
function fileMapping({ name, entities }: FileSource, from: (...path: string[]) => string) {
  const [{ contract }] = SINGLETONS as [Source];
  return {
    ...LANGUAGE,
    entities,
    abis: [{ name: contract, file: from(ABIS, `${contract}.json`) }],
    file: from(MAPPINGS),
    handler: `handle${name}`,
  };
}
