import { rm } from "node:fs/promises";
import { compileSubgraph } from "../../subgraph/scripts/compileSubgraph.ts";
import { renderSubgraph } from "../../subgraph/scripts/renderSubgraph.ts";
import type { Deployment } from "../deploy/index.ts";

/** Name of the local chain in the manifest and in graph-node's settings. */
export const LOCAL_NETWORK = "hardhat";

/** A subgraph that is ready for graph-node; disposing of it removes its folder. */
export interface BuiltSubgraph extends AsyncDisposable {
  readonly directory: string;
}

/** Compiles the mappings, which takes seconds the first time and needs no deployment. */
export const prepareSubgraph = (): Promise<string> => compileSubgraph();

/** Renders the manifest for one deployment. */
export async function buildSubgraph(deployment: Deployment): Promise<BuiltSubgraph> {
  const directory = await renderSubgraph({ network: LOCAL_NETWORK, deployment }, `local-${process.pid}`);
  return { directory, [Symbol.asyncDispose]: () => rm(directory, { recursive: true, force: true }) };
}
