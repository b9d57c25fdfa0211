import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stringify } from "yaml";
import { compileSubgraph, copyCompiled, readCompiled } from "./compileSubgraph.ts";
import { placeOf, renderManifest, type Target } from "./manifest.ts";
import { SUBGRAPH } from "./paths.ts";

/**
 * Makes the subgraph of one deployment in `build/<name>`: `subgraph.yaml` for graph-cli, and the compiled subgraph in
 * `build`. Returns that directory: the place to start `gnd` in.
 */
export async function renderSubgraph(target: Target, name: string): Promise<string> {
  const compiled = await compileSubgraph();
  const directory = join(SUBGRAPH, "build", name);
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, "subgraph.yaml"), renderManifest(target, directory));
  await copyCompiled(compiled, join(directory, "build"));

  const manifest = await readCompiled(compiled);
  for (const source of manifest.dataSources) {
    source.network = target.network;
    Object.assign(source.source, placeOf(target.deployment, source.name));
  }
  for (const template of manifest.templates ?? []) template.network = target.network;
  await writeFile(join(directory, "build", "subgraph.yaml"), stringify(manifest));
  return directory;
}
