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

export const mappingSlot = (slot: bigint, key: bigint): Hex =>
  keccak256(encodeAbiParameters([{ type: "uint256" }, { type: "uint256" }], [key, slot]));

/** A curator as stored: key 160, epoch 16, standing 24, previous 24, earlier 24, flags 8. */
export interface StoredCurator {
  key: Address;
  /** Tenths of a unit of reputation. */
  standing: number;
  /** First epoch in which it counts: the present one, unless said. */
  epoch?: number;
  agent?: boolean;
  struckOff?: boolean;
}

/**
 * Writes curators 1, 2, … into storage, where no members with that much reputation are at hand, and what they sum up to
 * in the present epoch and the next three. Whose standing begins or ends otherwise is not in these sums.
 */
export async function writeCurators(gate: Gate, curators: readonly StoredCurator[]): Promise<void> {
  const { curation, connection } = gate;
  const { networkHelpers } = connection;
  const present = await curation.read.epochAt([BigInt(await networkHelpers.time.latest())]);
  const slot = await slotOf("curators");
  for (const [i, { key, standing, epoch = present, agent = false, struckOff = false }] of curators.entries()) {
    const flags = (agent ? 1n : 0n) | (struckOff ? 2n : 0n);
    const word = hexToBigInt(key) | (BigInt(epoch) << 160n) | (BigInt(standing) << 176n) | (flags << 248n);
    await networkHelpers.setStorageAt(
      curation.address,
      mappingSlot(slot, BigInt(i + 1)),
      numberToHex(word, { size: 32 }),
    );
  }
  const counted = curators.filter(({ epoch = present }) => epoch === present);
  const total = counted.reduce((sum, { standing }) => sum + standing, 0);
  await writeElectorate(gate, curators.length, present, total, counted.filter(({ standing }) => standing !== 0).length);
}

/** Writes how many curators there are, and the sums of an epoch and the next three. */
export async function writeElectorate(
  { connection: { networkHelpers }, curation }: Pick<Gate, "connection" | "curation">,
  curators: number,
  epoch: number,
  standing: number,
  standings: number = curators,
): Promise<void> {
  const head = await slotOf("head");
  const before = hexToBigInt((await networkHelpers.getStorageAt(curation.address, toHex(head))) as Hex);
  const word = ((before >> 32n) << 32n) | (BigInt(epoch + 3) << 16n) | BigInt(curators);
  await networkHelpers.setStorageAt(curation.address, toHex(head), numberToHex(word, { size: 32 }));
  const sums = await slotOf("sums");
  for (let i = 0; i < 4; i++) {
    const sum = BigInt(standing) | (BigInt(standings) << 40n);
    const slot = mappingSlot(sums, BigInt(epoch + i));
    await networkHelpers.setStorageAt(curation.address, slot, numberToHex(sum, { size: 32 }));
  }
}

/** Curators 1 to `total` of one standing, each with its ballot key. */
export const inventCurators = (gate: Gate, total: number, standing = 10_000): Promise<void> =>
  writeCurators(
    gate,
    Array.from({ length: total }, (_, i) => ({ key: ballotKey(i + 1).address, standing })),
  );

/** Writes how many curators ever registered, and nothing about them. */
export async function writeCount(
  { connection: { networkHelpers }, curation }: Pick<Gate, "connection" | "curation">,
  curators: number,
): Promise<void> {
  const head = toHex(await slotOf("head"));
  const before = hexToBigInt((await networkHelpers.getStorageAt(curation.address, head)) as Hex);
  const word = ((before >> 16n) << 16n) | BigInt(curators);
  await networkHelpers.setStorageAt(curation.address, head, numberToHex(word, { size: 32 }));
}

/** Writes the plan by which a producer is audited, where many lots would be needed to reach it. */
export async function writeLevel({ connection, curation }: Gate, producer: Address, level: number): Promise<void> {
  const { networkHelpers } = connection;
  const slot = mappingSlot(await slotOf("producers"), hexToBigInt(producer));
  const before = hexToBigInt((await networkHelpers.getStorageAt(curation.address, slot)) as Hex);
  const word = (before & ~(0xffn << 96n)) | (BigInt(level) << 96n);
  await networkHelpers.setStorageAt(curation.address, slot, numberToHex(word, { size: 32 }));
}
