import { readFile } from "node:fs/promises";
import { artifacts } from "hardhat";
import { type Address, encodeAbiParameters, type Hex, hexToBigInt, keccak256, numberToHex, toHex } from "viem";
import { ballotKey, type Gate } from "./fixture.ts";

interface Variable {
  label: string;
  slot: string;
  type: string;
}

interface Layout {
  storage: Variable[];
  types: Record<string, { members?: Variable[] }>;
}

interface BuildOutput {
  output: { contracts: Record<string, Record<string, { storageLayout: Layout }>> };
}

/** Slot of one of the books of Curation, from the compiler's own layout. */
export async function slotOf(label: string): Promise<bigint> {
  const { buildInfoId, inputSourceName } = await artifacts.readArtifact("Curation");
  const path = await artifacts.getBuildInfoOutputPath(buildInfoId);
  const { output } = JSON.parse(await readFile(path ?? "", "utf8")) as BuildOutput;
  const layout = output.contracts[inputSourceName]?.["Curation"]?.storageLayout;
  const books = layout?.storage.find((entry) => entry.label === "_kept");
  const book = layout?.types[books?.type ?? ""]?.members?.find((entry) => entry.label === label);
  if (books === undefined || book === undefined) throw new Error(`Curation keeps no ${label}`);
  return BigInt(books.slot) + BigInt(book.slot);
}

const mappingSlot = (slot: bigint, key: bigint): Hex =>
  keccak256(encodeAbiParameters([{ type: "uint256" }, { type: "uint256" }], [key, slot]));

/** A curator as stored: key 160, tier 8, since 40, share 32, flags 16. */
export interface StoredCurator {
  key: Address;
  tier: number;
  agent?: boolean;
}

/**
 * Writes curators 1, 2, … into storage, where this slice knows no other way to them: tiers above 1, agents, more
 * curators than a studio has reputation for.
 */
export async function writeCurators({ connection, curation }: Gate, curators: readonly StoredCurator[]): Promise<void> {
  const { networkHelpers } = connection;
  const slot = await slotOf("curators");
  for (const [i, { key, tier, agent = false }] of curators.entries()) {
    const word = hexToBigInt(key) | (BigInt(tier) << 160n) | (agent ? 1n << 240n : 0n);
    await networkHelpers.setStorageAt(
      curation.address,
      mappingSlot(slot, BigInt(i + 1)),
      numberToHex(word, { size: 32 }),
    );
  }
  const weight = curators.reduce((sum, { tier }) => sum + (tier === 0 ? 0 : 2 ** (tier - 1)), 0);
  await writeElectorate({ connection, curation }, curators.length, weight);
}

/** Writes how many curators there are and what they weigh together. */
export async function writeElectorate(
  { connection, curation }: Pick<Gate, "connection" | "curation">,
  curators: number,
  weight: number,
): Promise<void> {
  const electorate = numberToHex(BigInt(curators) | (BigInt(weight) << 16n), { size: 32 });
  await connection.networkHelpers.setStorageAt(curation.address, toHex(await slotOf("voters")), electorate);
}

/** Curators 1 to `total` of one tier, each with its ballot key. */
export const inventCurators = (gate: Gate, total: number, tier = 1): Promise<void> =>
  writeCurators(
    gate,
    Array.from({ length: total }, (_, i) => ({ key: ballotKey(i + 1).address, tier })),
  );
