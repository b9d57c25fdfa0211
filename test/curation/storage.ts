import { readFile } from "node:fs/promises";
import { artifacts } from "hardhat";
import { type Address, encodeAbiParameters, type Hex, hexToBigInt, keccak256, numberToHex, toHex } from "viem";
import { ballotKey, type Gate } from "./fixture.ts";

interface Layout {
  storage: { label: string; slot: string }[];
}

interface BuildOutput {
  output: { contracts: Record<string, Record<string, { storageLayout: Layout }>> };
}

/** Slot of a variable of Curation, from the compiler's own layout. */
async function slotOf(label: string): Promise<bigint> {
  const id = await artifacts.getBuildInfoId("contracts/curation/Curation.sol:Curation");
  const path = id === undefined ? undefined : await artifacts.getBuildInfoOutputPath(id);
  if (path === undefined) throw new Error("Curation is not compiled");
  const { output } = JSON.parse(await readFile(path, "utf8")) as BuildOutput;
  const [, contracts] =
    Object.entries(output.contracts).find(([source]) => source.endsWith("curation/Curation.sol")) ?? [];
  const variable = contracts?.["Curation"]?.storageLayout.storage.find((entry) => entry.label === label);
  if (variable === undefined) throw new Error(`Curation has no variable ${label}`);
  return BigInt(variable.slot);
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
  const slot = await slotOf("_curators");
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
  await connection.networkHelpers.setStorageAt(curation.address, toHex(await slotOf("_electorate")), electorate);
}

/** Curators 1 to `total` of one tier, each with its ballot key. */
export const inventCurators = (gate: Gate, total: number, tier = 1): Promise<void> =>
  writeCurators(
    gate,
    Array.from({ length: total }, (_, i) => ({ key: ballotKey(i + 1).address, tier })),
  );
