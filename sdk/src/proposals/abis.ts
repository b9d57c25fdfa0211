import type { Abi } from "viem";
import {
  agentMandatesAbi,
  assetRegistryAbi,
  attestationsAbi,
  commissionsAbi,
  curationAbi,
  ethicsBoardAbi,
  impactEmissionAbi,
  licenseMarketAbi,
  licensesAbi,
  provenanceAbi,
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
  mandates: agentMandatesAbi,
  commissions: commissionsAbi,
  impact: impactEmissionAbi,
  assetRegistry: assetRegistryAbi,
  licenseMarket: licenseMarketAbi,
  licenses: licensesAbi,
  royaltySplitter: royaltySplitterAbi,
  studioFactory: studioFactoryAbi,
  attestations: attestationsAbi,
  provenance: provenanceAbi,
};
