import { fileURLToPath } from "node:url";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The workspace. */
export const SUBGRAPH = here("..");

/** Events of every contract, one JSON file each. */
export const ABIS = here("../abis");

/** Hardhat's output. */
export const ARTIFACTS = here("../../artifacts");
