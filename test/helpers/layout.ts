import { readFile } from "node:fs/promises";
import { artifacts } from "hardhat";

interface StorageType {
  members?: { label: string; slot: string; type: string }[];
}

/** Storage of a contract as the compiler describes it. */
export interface Layout {
  storage: { label: string; slot: string; offset: number; type: string }[];
  types: Record<string, StorageType>;
}

interface BuildOutput {
  output: { contracts: Record<string, Record<string, { storageLayout: Layout }>> };
}

/** Storage layout of a compiled contract. */
export async function layoutOf(source: string, name: string): Promise<Layout> {
  const id = await artifacts.getBuildInfoId(`${source}:${name}`);
  const path = id === undefined ? undefined : await artifacts.getBuildInfoOutputPath(id);
  if (path === undefined) throw new Error(`${name} is not compiled`);
  const { output } = JSON.parse(await readFile(path, "utf8")) as BuildOutput;
  const [, contracts] = Object.entries(output.contracts).find(([key]) => key.endsWith(source)) ?? [];
  const layout = contracts?.[name]?.storageLayout;
  if (layout === undefined) throw new Error(`${name} has no storage layout`);
  return layout;
}
