import type { Abi } from "viem";
import {
  assetRegistryAbi,
  curationAbi,
  ethicsBoardAbi,
  impactEmissionAbi,
  licenseMarketAbi,
  licensesAbi,
  reputationTokenAbi,
  royaltySplitterAbi,
  studioAbi,
  studioFactoryAbi,
  studioGovernorAbi,
  studioTimelockAbi,
} from "../abi/index.ts";
import type { DescribedContract } from "./sentences.ts";

/** ABIs by which calls are read. */
export const ABIS: Readonly<Record<Exclude<DescribedContract, "token">, Abi>> = {
  studio: studioAbi,
  governor: studioGovernorAbi,
  timelock: studioTimelockAbi,
  reputation: reputationTokenAbi,
  curation: curationAbi,
  board: ethicsBoardAbi,
  impact: impactEmissionAbi,
  assetRegistry: assetRegistryAbi,
  licenseMarket: licenseMarketAbi,
  licenses: licensesAbi,
  royaltySplitter: royaltySplitterAbi,
  studioFactory: studioFactoryAbi,
};
