import { mkdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { AbiEvent } from "viem";
import { stringify } from "yaml";
import { compileManifest, readCompiled } from "../compileSubgraph.ts";
import { eventSignature, readEvents } from "../events.ts";
import type { Target } from "../manifest.ts";
import { SUBGRAPH } from "../paths.ts";
import { renderSubgraph } from "../renderSubgraph.ts";
import { SINGLETONS, STUDIO_CONTRACTS } from "../sources.ts";
import { flatten, hasTuples } from "./flatEvents.ts";

const NAME = "FlatEvents";

/**
 * The subgraph as it is deployed, and one data source more: it hears the flattened events from any address and passes
 * them to the real handlers. Returns the directory to start `gnd test` in.
 */
export async function renderForTests(target: Target): Promise<string> {
  const directory = await renderSubgraph(target, "test");
  const build = join(directory, "build");
  await compileFlat(target.network, join(directory, "flat"), join(build, "flat"));

  const manifest = await readCompiled(build);
  const { dataSources } = await readCompiled(join(build, "flat"));
  for (const { mapping } of dataSources) {
    mapping.file = join("flat", mapping.file);
    for (const abi of mapping.abis) abi.file = join("flat", abi.file);
  }
  manifest.dataSources.push(...dataSources);
  await writeFile(join(build, "subgraph.yaml"), stringify(manifest));
  return directory;
}

async function compileFlat(network: string, directory: string, output: string): Promise<void> {
  const events = [...SINGLETONS, ...STUDIO_CONTRACTS]
    .flatMap(({ contract }) => readEvents(contract))
    .filter(hasTuples)
    .map((event) => flatten(event).abi);
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, "abi.json"), JSON.stringify(events));
  await writeFile(join(directory, "subgraph.yaml"), stringify(flatManifest(network, directory, events)));
  await compileManifest(join(directory, "subgraph.yaml"), output);
}

function flatManifest(network: string, directory: string, events: AbiEvent[]) {
  const from = (...path: string[]): string => relative(directory, join(SUBGRAPH, ...path));
  return {
    specVersion: "1.3.0",
    schema: { file: from("schema.graphql") },
    dataSources: [
      {
        kind: "ethereum",
        name: NAME,
        network,
        source: { abi: NAME, startBlock: 0 },
        mapping: {
          kind: "ethereum/events",
          apiVersion: "0.0.9",
          language: "wasm/assemblyscript",
          entities: ["Studio"],
          abis: [{ name: NAME, file: "abi.json" }],
          file: from("tests", "support", "flat.ts"),
          eventHandlers: events.map((event) => ({ event: eventSignature(event), handler: `handle${event.name}` })),
        },
      },
    ],
  };
}
