import { artifacts } from "hardhat";
import { size as byteLength, type Hex } from "viem";
import { PROTOCOL_NAMES } from "../scripts/deploy/index.ts";

/** Runtime bytes of every contract of the protocol. */
export async function readSizes(): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const name of ["Deployer", ...PROTOCOL_NAMES]) {
    if (!(await artifacts.artifactExists(name))) continue;
    const { deployedBytecode } = await artifacts.readArtifact(name);
    sizes[`size.${name}`] = byteLength(deployedBytecode as Hex);
  }
  return sizes;
}
