import { artifacts } from "hardhat";
import { type Hex, size as byteLength } from "viem";

/** Sources without contracts of the protocol. */
const ELSEWHERE = ["contracts/interfaces/", "contracts/mocks/", "contracts/types/"];

/** Runtime bytes of what remains of a library whose functions are all internal. */
const EMPTY_LIBRARY = 100;

/** Runtime bytes of every contract of the protocol, whoever deploys it. */
export async function readSizes(): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const name of await artifacts.getAllFullyQualifiedNames()) {
    if (!name.startsWith("contracts/") || ELSEWHERE.some((folder) => name.startsWith(folder))) continue;
    const { contractName, deployedBytecode } = await artifacts.readArtifact(name);
    const bytes = byteLength(deployedBytecode as Hex);
    if (bytes > EMPTY_LIBRARY) sizes[`size.${contractName}`] = bytes;
  }
  return sizes;
}
